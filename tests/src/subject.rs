//! A generated type, tried through its JSON alone.

use std::fmt::Debug;

use conversation_wire::{DecodeError, WireType, decode, decode_strict, decode_value};
use schemars::JsonSchema;
use serde_json::Value;

/// What the tests can do with any generated type.
#[derive(Clone, Copy)]
pub struct Subject {
    /// The schema's name in the document.
    pub name: &'static str,
    /// The operations whose request or answer it is.
    pub operations: &'static [&'static str],
    decode: fn(&[u8]) -> Result<Recoded, DecodeError>,
    strict: fn(&[u8]) -> Result<Recoded, DecodeError>,
    decode_value: fn(Value) -> Result<Recoded, DecodeError>,
    json_schema: fn() -> Value,
}

/// A value that was decoded.
pub struct Recoded {
    /// Encoded again.
    pub text: String,
    /// The same, read.
    pub json: Value,
    /// As `{:?}` prints it.
    pub debug: String,
}

impl Subject {
    /// The subject that is the type `T`.
    pub fn of<T: WireType + Debug + JsonSchema>() -> Self {
        Self {
            name: T::NAME,
            operations: T::OPERATIONS,
            decode: |text| decode(text).map(|value: T| Recoded::of(&value)),
            strict: |text| decode_strict(text).map(|value: T| Recoded::of(&value)),
            decode_value: |value| decode_value(value).map(|value: T| Recoded::of(&value)),
            json_schema: || schemars::SchemaGenerator::default().into_root_schema_for::<T>().to_value(),
        }
    }

    /// Decodes a text and encodes again.
    pub fn decode(&self, text: &[u8]) -> Result<Recoded, DecodeError> {
        (self.decode)(text)
    }

    /// Decodes the text of a value and encodes again.
    pub fn recode(&self, json: &Value) -> Result<Recoded, DecodeError> {
        self.decode(json.to_string().as_bytes())
    }

    /// Decodes a text in which every item must be valid, and encodes again.
    pub fn decode_strictly(&self, text: &[u8]) -> Result<Recoded, DecodeError> {
        (self.strict)(text)
    }

    /// Decodes the text of a value, in which every item must be valid, and encodes again.
    pub fn recode_strictly(&self, json: &Value) -> Result<Recoded, DecodeError> {
        self.decode_strictly(json.to_string().as_bytes())
    }

    /// Decodes a value, without making a text of it, and encodes again.
    pub fn recode_value(&self, json: Value) -> Result<Recoded, DecodeError> {
        (self.decode_value)(json)
    }

    /// The schema that `schemars` has of the type.
    pub fn json_schema(&self) -> Value {
        (self.json_schema)()
    }
}

impl Recoded {
    fn of<T: WireType + Debug>(value: &T) -> Self {
        let text = serde_json::to_string(value).expect("a wire type encodes");
        let json = serde_json::from_str(&text).expect("what was encoded is JSON");
        Self { text, json, debug: format!("{value:?}") }
    }
}
