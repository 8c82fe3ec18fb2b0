//! A generated type, tried through its JSON alone.

use std::fmt::Debug;

use conversation_wire::{DecodeError, WireType, decode};
use schemars::JsonSchema;
use serde_json::Value;

/// What the tests can do with any generated type.
#[derive(Clone, Copy)]
pub struct Subject {
    /// The schema's name in the document.
    pub name: &'static str,
    /// The operations whose request or answer it is.
    pub operations: &'static [&'static str],
    recode: fn(&[u8]) -> Result<Recoded, DecodeError>,
    json_schema: fn() -> Value,
}

/// A value that was decoded.
pub struct Recoded {
    /// Encoded again.
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
            recode: |json| {
                let value: T = decode(json)?;
                let text = serde_json::to_string(&value).expect("a wire type encodes");
                let json = serde_json::from_str(&text).expect("what was encoded is JSON");
                Ok(Recoded { json, debug: format!("{value:?}") })
            },
            json_schema: || schemars::SchemaGenerator::default().into_root_schema_for::<T>().to_value(),
        }
    }

    /// Decodes and encodes again.
    pub fn recode(&self, json: &Value) -> Result<Recoded, DecodeError> {
        (self.recode)(json.to_string().as_bytes())
    }

    /// The schema that `schemars` has of the type.
    pub fn json_schema(&self) -> Value {
        (self.json_schema)()
    }
}
