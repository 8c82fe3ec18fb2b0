//! A number that tells whether a value is still the same, independent of the order of its properties.

use std::fmt;

use serde::{
    Serialize,
    ser::{Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer},
};
use serde_json::{Number, Value};

use crate::fnv::{OFFSET, fnv};

/// A digest of everything that `value` says as JSON: 53 bits, so that no JSON tool rounds it off.
///
/// It is stored and read by later releases, so what it is made of never changes. It does not depend on the order of
/// properties, nor on whether a property has a field of its own or is among those that its type does not know. It detects
/// accidental changes, and is no defence against one who looks for two values with one digest.
pub(crate) fn digest(value: &impl Serialize) -> u64 {
    // A sum over the leaves, each with its path: their order does not matter.
    let mut sum = 0;
    // What a type of the wire says can always be written.
    let _ = value.serialize(At { path: OFFSET, sum: &mut sum });
    mix(sum) >> 11
}

/// The finish of SplitMix64, which spreads every bit over all of them.
fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// A place in the value.
struct At<'a> {
    /// A digest of the way to it.
    path: u64,
    sum: &'a mut u64,
}

/// Why a value has no digest: it is no JSON.
#[derive(Debug)]
struct NotJson;

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that is not JSON")
    }
}

impl std::error::Error for NotJson {}

impl serde::ser::Error for NotJson {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl At<'_> {
    fn leaf(self, kind: u64, bytes: &[u8]) {
        *self.sum = self.sum.wrapping_add(mix(fnv(self.path ^ kind, bytes)));
    }

    fn number(self, number: &Number) {
        self.leaf(7, number.to_string().as_bytes());
    }

    fn property(&mut self, name: &str) -> At<'_> {
        At { path: mix(fnv(self.path ^ 1, name.as_bytes())), sum: self.sum }
    }

    fn element(&mut self, number: u64) -> At<'_> {
        At { path: mix(fnv(self.path ^ 2, &number.to_le_bytes())), sum: self.sum }
    }

    /// A number or any other JSON, kept as it was written.
    fn text(self, json: &str) -> Result<(), NotJson> {
        // As a number of the type it would have elsewhere: a graph with `arbitrary_precision` keeps more of it.
        if let Ok(number) = json.parse::<u64>() {
            self.number(&number.into());
        } else if let Ok(number) = json.parse::<i64>() {
            self.number(&number.into());
        } else if let Some(number) = json.parse().ok().and_then(Number::from_f64) {
            self.number(&number);
        } else {
            return serde_json::from_str::<Value>(json).map_err(NotJson::custom)?.serialize(self);
        }
        Ok(())
    }
}

/// The elements of an array, or the properties of an object.
struct Inside<'a> {
    at: At<'a>,
    count: u64,
    key: String,
    is_object: bool,
}

impl<'a> Inside<'a> {
    fn array(at: At<'a>) -> Self {
        Self { at, count: 0, key: String::new(), is_object: false }
    }

    fn object(at: At<'a>) -> Self {
        Self { at, count: 0, key: String::new(), is_object: true }
    }

    fn add(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), NotJson> {
        let element = self.at.element(self.count);
        self.count += 1;
        value.serialize(element)
    }

    fn put(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<(), NotJson> {
        self.count += 1;
        value.serialize(self.at.property(name))
    }

    fn close(self) -> Result<(), NotJson> {
        if self.count == 0 {
            match self.is_object {
                true => self.at.leaf(3, b"{}"),
                false => self.at.leaf(4, b"[]"),
            }
        }
        Ok(())
    }
}

/// The names by which serde_json passes on a text that is JSON already.
const TEXTS: [&str; 2] = ["$serde_json::private::RawValue", "$serde_json::private::Number"];

/// An object, or a text that is JSON already.
enum Properties<'a> {
    Object(Inside<'a>),
    Text(Option<At<'a>>),
}

impl<'a> Serializer for At<'a> {
    type Ok = ();
    type Error = NotJson;
    type SerializeSeq = Inside<'a>;
    type SerializeTuple = Inside<'a>;
    type SerializeTupleStruct = Impossible<(), NotJson>;
    type SerializeTupleVariant = Impossible<(), NotJson>;
    type SerializeMap = Inside<'a>;
    type SerializeStruct = Properties<'a>;
    type SerializeStructVariant = Impossible<(), NotJson>;

    fn serialize_bool(self, value: bool) -> Result<(), NotJson> {
        self.leaf(6, &[u8::from(value)]);
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), NotJson> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), NotJson> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), NotJson> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), NotJson> {
        self.number(&value.into());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), NotJson> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), NotJson> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), NotJson> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), NotJson> {
        self.number(&value.into());
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), NotJson> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), NotJson> {
        match Number::from_f64(value) {
            Some(number) => self.number(&number),
            None => self.leaf(5, b"null"),
        }
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), NotJson> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), NotJson> {
        self.leaf(8, value.as_bytes());
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), NotJson> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<(), NotJson> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NotJson> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NotJson> {
        self.leaf(5, b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NotJson> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), NotJson> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), NotJson> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), NotJson> {
        value.serialize(self.property(variant))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'a>, NotJson> {
        Ok(Inside::array(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Inside<'a>, NotJson> {
        Ok(Inside::array(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<(), NotJson>, NotJson> {
        // No type of the wire is one, nor one of the following.
        Err(NotJson)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), NotJson>, NotJson> {
        Err(NotJson)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Inside<'a>, NotJson> {
        Ok(Inside::object(self))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Properties<'a>, NotJson> {
        Ok(match TEXTS.contains(&name) {
            true => Properties::Text(Some(self)),
            false => Properties::Object(Inside::object(self)),
        })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), NotJson>, NotJson> {
        Err(NotJson)
    }
}

impl SerializeSeq for Inside<'_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
        self.add(value)
    }

    fn end(self) -> Result<(), NotJson> {
        self.close()
    }
}

impl SerializeTuple for Inside<'_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
        self.add(value)
    }

    fn end(self) -> Result<(), NotJson> {
        self.close()
    }
}

impl SerializeMap for Inside<'_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotJson> {
        match key.serialize(serde_json::value::Serializer) {
            Ok(Value::String(key)) => self.key = key,
            _ => return Err(NotJson),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
        let key = std::mem::take(&mut self.key);
        self.put(&key, value)
    }

    fn end(self) -> Result<(), NotJson> {
        self.close()
    }
}

impl SerializeStruct for Properties<'_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), NotJson> {
        match self {
            Self::Object(object) => object.put(name, value),
            Self::Text(at) => match value.serialize(serde_json::value::Serializer) {
                Ok(Value::String(json)) => at.take().ok_or(NotJson)?.text(&json),
                _ => Err(NotJson),
            },
        }
    }

    fn end(self) -> Result<(), NotJson> {
        match self {
            Self::Object(object) => object.close(),
            Self::Text(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use genesys_chat_types::ChatEvent;

    use super::*;

    fn event(json: &str) -> ChatEvent {
        serde_json::from_str(json).unwrap()
    }

    const EVENT: &str = r#"{"from":{"nickname":"a","participantId":1,"type":"Client"},"index":1,"type":"Message",
        "utcTime":5,"text":"hi","x":{"b":[1,{}],"a":null}}"#;

    #[test]
    fn a_digest_does_not_change_from_release_to_release() {
        assert_eq!(digest(&event(EVENT)), 2_351_358_021_638_039);
    }

    #[test]
    fn a_digest_does_not_depend_on_the_order_of_properties() {
        let other = r#"{"x":{"a":null,"b":[1,{}]},"text":"hi","utcTime":5,"type":"Message","index":1,
            "from":{"type":"Client","participantId":1,"nickname":"a"}}"#;
        assert_eq!(digest(&event(EVENT)), digest(&event(other)));
    }

    #[test]
    fn a_digest_is_that_of_the_same_value_in_json() {
        let event = event(EVENT);
        let value: Value = serde_json::from_str(EVENT).unwrap();
        assert_eq!(digest(&event), digest(&value));
    }

    #[test]
    fn a_number_is_the_same_however_it_is_kept() {
        for json in
            ["1", "-1", "0", "1.5", "1.50", "-0.0", "1e3", "18446744073709551615", "18446744073709551616", "1E400"]
        {
            let raw: &serde_json::value::RawValue = serde_json::from_str(json).unwrap();
            let Ok(value) = serde_json::from_str::<Value>(json) else { continue };
            assert_eq!(digest(&raw), digest(&value), "{json}");
        }
    }

    #[test]
    fn a_digest_changes_with_every_change() {
        let changed = [
            ("\"hi\"", "\"ih\""),
            ("\"nickname\":\"a\"", "\"nickname\":\"b\""),
            ("\"index\":1", "\"index\":2"),
            ("\"utcTime\":5", "\"utcTime\":6"),
            ("[1,{}]", "[{},1]"),
            ("[1,{}]", "[1]"),
            ("[1,{}]", "[\"1\",{}]"),
            ("[1,{}]", "[1,[]]"),
            ("\"a\":null", "\"a\":false"),
            (",\"a\":null", ""),
        ];
        let mut digests: Vec<_> = changed.iter().map(|(from, to)| digest(&event(&EVENT.replace(from, to)))).collect();
        digests.push(digest(&event(EVENT)));
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), changed.len() + 1);
        assert!(digests.iter().all(|digest| *digest < 1 << 53));
    }
}
