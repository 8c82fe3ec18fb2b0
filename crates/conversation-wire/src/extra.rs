//! The properties of an object that its type does not know. They are kept and written back unchanged.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::{DeserializeOwned, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value, map};

use crate::exact::{says_more, text_of};
use crate::mode;

/// The properties that an object had and its type does not, by name.
///
/// The last field of every object type, so that what a newer server sends survives:
///
/// ```
/// use conversation_wire::Extra;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Message {
///     content: String,
///     #[serde(flatten)]
///     extra: Extra,
/// }
///
/// let json = r#"{"content":"Hi","tone":"warm"}"#;
/// let message: Message = serde_json::from_str(json)?;
/// assert_eq!(message.extra.get("tone"), Some(&"warm".into()));
/// assert_eq!(serde_json::to_string(&message)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Do not insert the name of a property that the type knows: it would be written twice, or not at all.
///
/// An empty one allocates nothing. `Debug` shows names and JSON types but no values, because an
/// unknown property may be a secret; [`as_map`](Self::as_map) shows them.
///
/// # Exact numbers
///
/// A [`Value`] rounds `18446744073709551616` and any number with more digits than an `f64` has, and makes `-0.0` of `-0`.
/// In a type made with [`object!`](crate::object) and read by [`decode`](crate::decode), the text of such a value is kept and
/// written back; [`get`](Self::get) shows the rounded value. In a struct with serde's `derive`,
/// [`decode_exactly_as`](crate::decode_exactly_as) keeps them; by serde_json's own functions they are rounded.
#[derive(Clone, Default)]
pub struct Extra {
    map: Map<String, Value>,
    beyond: Option<Box<Beyond>>,
}

/// What a map of values cannot hold.
#[derive(Clone, Default)]
struct Beyond {
    /// The JSON text of each value that `map` contains rounded.
    texts: BTreeMap<String, Box<RawValue>>,
    /// The optional properties that the type knows and that were null, though the API document does not allow it.
    nulls: Vec<&'static str>,
}

impl Extra {
    /// No properties.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there are none, and no known optional property was null.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.map.is_empty() && self.beyond.as_ref().is_none_or(|beyond| beyond.nulls.is_empty())
    }

    /// How many there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// The value of the property `name`.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.map.get(name)
    }

    /// Whether there is a property `name`.
    pub fn contains_key(&self, name: &str) -> bool {
        self.map.contains_key(name)
    }

    /// Sets the property `name`; returns the value it had.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let name = name.into();
        self.forget_text(&name);
        self.map.insert(name, value.into())
    }

    /// Takes the property `name` out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.forget_text(name);
        self.map.remove(name)
    }

    /// All properties.
    pub fn iter(&self) -> map::Iter<'_> {
        self.map.iter()
    }

    /// All properties, as the JSON object they make.
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.map
    }

    /// All properties, as the JSON object they make.
    pub fn into_map(self) -> Map<String, Value> {
        self.map
    }

    /// Moves all properties of `other` into this one. Of a name that both have, the value of `other` stays.
    pub fn append(&mut self, other: Self) {
        let Self { map, beyond } = other;
        for (name, value) in map {
            self.insert(name, value);
        }
        if let Some(beyond) = beyond {
            let own = self.beyond.get_or_insert_default();
            own.texts.extend(beyond.texts);
            for name in beyond.nulls {
                if !own.nulls.contains(&name) {
                    own.nulls.push(name);
                }
            }
        }
    }

    fn forget_text(&mut self, name: &str) {
        if let Some(beyond) = &mut self.beyond {
            beyond.texts.remove(name);
        }
    }

    /// Whether the known optional property `name` was null.
    #[inline]
    pub(crate) fn was_null(&self, name: &str) -> bool {
        self.beyond.as_ref().is_some_and(|beyond| beyond.nulls.contains(&name))
    }

    /// Notes that the known optional property `name` was null.
    #[cold]
    pub(crate) fn note_null(&mut self, name: &'static str) {
        let nulls = &mut self.beyond.get_or_insert_default().nulls;
        if !nulls.contains(&name) {
            nulls.push(name);
        }
    }

    /// Takes the note back.
    pub(crate) fn forget_null(&mut self, name: &str) {
        if let Some(beyond) = &mut self.beyond {
            beyond.nulls.retain(|null| *null != name);
        }
    }

    /// Reads the value of the property `name` of an object.
    #[cold]
    pub(crate) fn read<'de, A: MapAccess<'de>>(&mut self, name: String, object: &mut A) -> Result<(), A::Error> {
        if mode::is_disguised() {
            let Free(value) = object.next_value()?;
            self.insert_disguised(name, value).map_err(serde::de::Error::custom)
        } else if mode::is_again() {
            let text: Box<RawValue> = object.next_value()?;
            self.insert_text(name, text).map_err(serde::de::Error::custom)
        } else {
            let Free(value) = object.next_value()?;
            self.map.insert(name, value);
            Ok(())
        }
    }

    /// Sets the property `name` to a value in which numbers may be in disguise.
    fn insert_disguised(&mut self, name: String, value: Value) -> Result<(), serde_json::Error> {
        match text_of(&value) {
            Some(text) => self.insert_text(name, RawValue::from_string(text)?),
            None => {
                self.insert(name, value);
                Ok(())
            }
        }
    }

    /// Sets the property `name` to the value with this text.
    pub(crate) fn insert_text(&mut self, name: String, text: Box<RawValue>) -> Result<(), serde_json::Error> {
        let value: Value = serde_json::from_str(text.get())?;
        self.insert(name.clone(), value);
        if says_more(text.get()) {
            self.beyond.get_or_insert_default().texts.insert(name, text);
        }
        Ok(())
    }

    /// Sets the property `name` to what `value` serializes to.
    pub(crate) fn insert_value<T: Serialize>(&mut self, name: &str, value: &T) {
        // Nothing that an API type contains fails to serialize.
        let text = serde_json::value::to_raw_value(value);
        if text.and_then(|text| self.insert_text(name.to_owned(), text)).is_err() {
            always_assert::never!("a value of an API type serializes");
        }
    }

    /// Takes the property `name` out, as a `T`.
    pub(crate) fn take<T: DeserializeOwned>(&mut self, name: &str) -> Option<Result<T, serde_json::Error>> {
        let text = self.beyond.as_mut().and_then(|beyond| beyond.texts.remove(name));
        let value = self.map.remove(name)?;
        Some(match text {
            Some(text) => mode::reading_again(|| serde_json::from_str(text.get())),
            None => serde_json::from_value(value),
        })
    }

    /// Writes the properties into an object, except those whose names its type knows.
    #[inline]
    pub(crate) fn write<M: SerializeMap>(&self, known: &[&str], object: &mut M) -> Result<(), M::Error> {
        for (name, value) in &self.map {
            if known.contains(&name.as_str()) {
                continue;
            }
            match self.beyond.as_ref().and_then(|beyond| beyond.texts.get(name)) {
                Some(text) => object.serialize_entry(name, text)?,
                None => object.serialize_entry(name, value)?,
            }
        }
        Ok(())
    }

    /// The properties with those that were null, as they are written.
    fn written(&self) -> Cow<'_, Map<String, Value>> {
        match self.beyond.as_ref().map(|beyond| &beyond.nulls) {
            Some(nulls) if !nulls.is_empty() => {
                let mut written = self.map.clone();
                written.extend(nulls.iter().map(|name| ((*name).to_owned(), Value::Null)));
                Cow::Owned(written)
            }
            _ => Cow::Borrowed(&self.map),
        }
    }

    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.beyond.iter().flat_map(|beyond| &beyond.texts);
        texts.map(|(name, text)| (name.as_str(), text.get()))
    }
}

/// By what is written.
impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        match (&self.beyond, &other.beyond) {
            (None, None) => self.map == other.map,
            _ => self.written() == other.written() && self.texts().eq(other.texts()),
        }
    }
}

impl Eq for Extra {}

impl Hash for Extra {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.written().hash(state);
        self.texts().for_each(|text| text.hash(state));
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        for name in self.beyond.iter().flat_map(|beyond| &beyond.nulls) {
            object.serialize_entry(name, &())?;
        }
        self.write(&[], &mut object)?;
        object.end()
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ExtraVisitor { keep_texts: false })
    }
}

/// Reads an object whose type is a map: as [`Extra`] does, and with the texts that say more.
pub fn deserialize_properties<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Extra, D::Error> {
    deserializer.deserialize_map(ExtraVisitor { keep_texts: true })
}

struct ExtraVisitor {
    /// Whether each value can be read as text. It cannot where serde has read the object before.
    keep_texts: bool,
}

impl<'de> Visitor<'de> for ExtraVisitor {
    type Value = Extra;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Extra, A::Error> {
        let mut extra = Extra::default();
        while let Some(name) = object.next_key::<String>()? {
            if self.keep_texts || mode::is_disguised() {
                extra.read(name, &mut object)?;
            } else {
                let Free(value) = object.next_value()?;
                extra.map.insert(name, value);
            }
        }
        Ok(extra)
    }
}

/// Any JSON value. Reading it notes whether it contains a number that may be rounded.
pub(crate) struct Free(pub(crate) Value);

impl<'de> Deserialize<'de> for Free {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FreeVisitor).map(Self)
    }
}

struct FreeVisitor;

impl<'de> Visitor<'de> for FreeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        mode::note_float();
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Free(item)) = list.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut properties = Map::new();
        while let Some((name, Free(value))) = object.next_entry::<String, Free>()? {
            properties.insert(name, value);
        }
        Ok(Value::Object(properties))
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.map.iter().map(|(name, value)| (name, Redacted(value)))).finish()
    }
}

/// A value of which only the JSON type is shown.
struct Redacted<'a>(&'a Value);

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        })
    }
}

impl From<Map<String, Value>> for Extra {
    fn from(map: Map<String, Value>) -> Self {
        Self { map, beyond: None }
    }
}

impl FromIterator<(String, Value)> for Extra {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(properties: I) -> Self {
        Map::from_iter(properties).into()
    }
}

impl Extend<(String, Value)> for Extra {
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, properties: I) {
        for (name, value) in properties {
            self.insert(name, value);
        }
    }
}

impl IntoIterator for Extra {
    type Item = (String, Value);
    type IntoIter = map::IntoIter;

    fn into_iter(self) -> map::IntoIter {
        self.map.into_iter()
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a String, &'a Value);
    type IntoIter = map::Iter<'a>;

    fn into_iter(self) -> map::Iter<'a> {
        self.map.iter()
    }
}
