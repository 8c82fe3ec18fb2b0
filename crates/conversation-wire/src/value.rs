//! Decoding out of a `Value`: the path is collected on the way out of a failure and costs nothing without one.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Number, Value};

use crate::fault::Fault;
use crate::path::Path;

/// Decodes a value.
#[cfg(test)]
pub(crate) fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, Failure> {
    T::deserialize(Taken(value))
}

/// Decodes an object given by its properties, which may have a name twice.
pub(crate) fn from_properties<T: DeserializeOwned>(properties: Vec<(String, Value)>) -> Result<T, Failure> {
    T::deserialize(TakenObject(properties))
}

/// Why a value was refused, and where in it.
///
/// serde_json's own deserializer for a `Value` keeps no path, and to wrap it in one that does costs a copy of every
/// key. Nor can a failure be followed by a second look: in tagged unions within tagged unions, that would double the
/// work with every level.
#[derive(Debug)]
pub(crate) struct Failure(Box<Inner>);

#[derive(Debug)]
struct Inner {
    error: serde_json::Error,
    /// The steps to the place, innermost first.
    outward: Path,
}

impl Failure {
    /// The place in the value, and what was wrong there.
    pub(crate) fn locate(self) -> (Path, Fault) {
        let Inner { error, outward } = *self.0;
        let mut path = outward.reversed();
        let (inside, fault) = Fault::read(&error);
        path.append(inside);
        (path, fault)
    }

    #[cold]
    fn in_property(mut self, name: &str) -> Self {
        self.0.outward.push_key(name);
        self
    }

    #[cold]
    fn in_item(mut self, index: usize) -> Self {
        self.0.outward.push_index(index);
        self
    }
}

impl From<serde_json::Error> for Failure {
    #[cold]
    fn from(error: serde_json::Error) -> Self {
        Self(Box::new(Inner { error, outward: Path::default() }))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.error, f)
    }
}

impl std::error::Error for Failure {}

impl Error for Failure {
    fn custom<T: fmt::Display>(message: T) -> Self {
        serde_json::Error::custom(message).into()
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        serde_json::Error::invalid_type(found, expected).into()
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        serde_json::Error::invalid_value(found, expected).into()
    }
}

/// A value that is taken apart.
struct Taken(Value);

impl<'de> Deserializer<'de> for Taken {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.0 {
            Value::Array(items) => visit_items(items, visitor),
            Value::Object(properties) => visit_properties(properties.into_iter(), visitor),
            scalar => Ok(scalar.deserialize_any(visitor)?),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            value => visitor.visit_some(Self(value)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.0 {
            Value::Object(properties) => visit_properties(properties.into_iter(), visitor),
            // As in a text, null is no map, though the visitor of serde_json's own would take it for an empty one.
            other => Ok(other.deserialize_map(visitor)?),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        // Of serde's own enums, which no API type is, the path ends at the enum.
        Ok(self.0.deserialize_enum(name, variants, visitor)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct struct identifier
    }
}

/// An object that is taken apart.
struct TakenObject(Vec<(String, Value)>);

impl<'de> Deserializer<'de> for TakenObject {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visit_properties(self.0.into_iter(), visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

fn visit_items<'de, V: Visitor<'de>>(items: Vec<Value>, visitor: V) -> Result<V::Value, Failure> {
    let length = items.len();
    let mut items = Items { rest: items.into_iter(), index: 0 };
    let value = visitor.visit_seq(&mut items)?;
    match items.rest.len() {
        0 => Ok(value),
        _ => Err(Failure::invalid_length(length, &"fewer elements in array")),
    }
}

fn visit_properties<'de, V: Visitor<'de>>(
    properties: impl ExactSizeIterator<Item = (String, Value)>,
    visitor: V,
) -> Result<V::Value, Failure> {
    let length = properties.len();
    let mut properties = Properties { rest: properties, entered: None };
    let value = visitor.visit_map(&mut properties)?;
    match properties.rest.len() {
        0 => Ok(value),
        _ => Err(Failure::invalid_length(length, &"fewer elements in map")),
    }
}

struct Items {
    rest: std::vec::IntoIter<Value>,
    index: usize,
}

impl<'de> SeqAccess<'de> for &mut Items {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Failure> {
        let Some(item) = self.rest.next() else { return Ok(None) };
        let index = self.index;
        self.index += 1;
        seed.deserialize(Taken(item)).map(Some).map_err(|failure| failure.in_item(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

struct Properties<I> {
    rest: I,
    /// The property whose name was read and whose value is next.
    entered: Option<(String, Value)>,
}

impl<'de, I: ExactSizeIterator<Item = (String, Value)>> MapAccess<'de> for &mut Properties<I> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Failure> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        // The name is lent, not given: should the value be refused, it is a step of the path.
        let key = seed.deserialize(Name(&name)).map_err(|failure| failure.in_property(&name))?;
        self.entered = Some((name, value));
        Ok(Some(key))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Failure> {
        match self.entered.take() {
            Some((name, value)) => seed.deserialize(Taken(value)).map_err(|failure| failure.in_property(&name)),
            None => Err(Failure::custom("value is missing")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The name of a property; where a number or a boolean is asked for, the one written in it.
struct Name<'a>(&'a str);

macro_rules! number_in_name {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
                match self.0.parse::<Number>() {
                    Ok(number) => Ok(number.$method(visitor)?),
                    Err(_) => Err(Failure::invalid_type(Unexpected::Str(self.0), &"a number in quotes")),
                }
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Name<'_> {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_str(self.0)
    }

    number_in_name! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.0.parse() {
            Ok(boolean) => visitor.visit_bool(boolean),
            Err(_) => Err(Failure::invalid_type(Unexpected::Str(self.0), &"a boolean in quotes")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let name_of_variant: StrDeserializer<'_, Failure> = self.0.into_deserializer();
        name_of_variant.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Debug;

    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    enum Closed {
        A,
        B(i64),
        C { x: Option<bool> },
    }

    #[derive(Debug, PartialEq, PartialOrd, Eq, Ord, Deserialize)]
    struct Wrapped(u8);

    #[derive(Debug, PartialEq, Deserialize)]
    struct Everything {
        a: Option<Wrapped>,
        #[serde(default)]
        b: (i64, f32),
        c: Option<char>,
        d: Option<Closed>,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }

    /// Small values, so that they fit a type by chance.
    fn value() -> impl Strategy<Value = Value> {
        let name = || {
            proptest::sample::select(vec![
                "a", "b", "c", "d", "x", "A", "B", "C", "1", "-1", "300", "true", "1.5", " 1", "",
            ])
        };
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-2..300_i64).prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            name().prop_map(Value::from),
        ];
        scalar.prop_recursive(3, 12, 3, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map(name().prop_map(str::to_owned), inner, 0..4)
                    .prop_map(|properties| Value::Object(properties.into_iter().collect())),
            ]
        })
    }

    fn same_as_serde_json<T: DeserializeOwned + Debug + PartialEq>(value: &Value) -> Result<(), TestCaseError> {
        let theirs = serde_json::from_value::<T>(value.clone()).map_err(|error| error.to_string());
        let ours = from_value::<T>(value.clone()).map_err(|failure| failure.to_string());
        match (ours, theirs) {
            // Of a name that should be a number, each says so in words of its own; theirs with a position in the name.
            (Err(ours), Err(theirs)) if ours.ends_with("in quotes") || theirs.ends_with("in quotes") => {}
            (Err(ours), Err(theirs)) if theirs.contains(" at line 1 ") => prop_assert!(theirs.starts_with(&ours)),
            (ours, theirs) => prop_assert_eq!(ours, theirs),
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2048))]

        #[test]
        fn a_value_decodes_as_serde_json_decodes_it(value in value()) {
            same_as_serde_json::<Value>(&value)?;
            same_as_serde_json::<Everything>(&value)?;
            same_as_serde_json::<Closed>(&value)?;
            same_as_serde_json::<(i64, Option<String>)>(&value)?;
            same_as_serde_json::<Vec<Option<f64>>>(&value)?;
            same_as_serde_json::<BTreeMap<String, Wrapped>>(&value)?;
            same_as_serde_json::<BTreeMap<Wrapped, Value>>(&value)?;
            same_as_serde_json::<BTreeMap<i128, Value>>(&value)?;
            same_as_serde_json::<BTreeMap<bool, Value>>(&value)?;
            same_as_serde_json::<BTreeMap<Option<char>, ()>>(&value)?;
            same_as_serde_json::<[u8; 2]>(&value)?;
            same_as_serde_json::<()>(&value)?;
        }

        #[test]
        fn an_object_decodes_as_a_value_does(value in value()) {
            if let Value::Object(properties) = &value {
                let taken = from_properties::<Everything>(properties.clone().into_iter().collect());
                let ours = taken.map_err(|failure| failure.to_string());
                prop_assert_eq!(ours, from_value::<Everything>(value).map_err(|failure| failure.to_string()));
            }
        }
    }

    #[test]
    fn what_is_left_over_is_an_error() {
        let failure = from_value::<[i64; 1]>(serde_json::json!([1, 2])).expect_err("one too many");
        assert_eq!(failure.to_string(), "invalid length 2, expected fewer elements in array");
    }

    #[test]
    fn a_failure_says_where() {
        let value = serde_json::json!({"a b": [1, {"x": {"0": "one"}}]});
        type Nested = BTreeMap<String, (i64, BTreeMap<String, BTreeMap<Wrapped, i64>>)>;
        let (path, _) = from_value::<Nested>(value).expect_err("a string").locate();
        assert_eq!(path.to_string(), r#"["a b"][1].x.0"#);
    }
}
