//! Documents with what must happen to them, for every language that reads these conversations.
//!
//! [`make`] makes them of the schemas and of the examples, [`types`] says which types there are, [`run`] tries them here.
//! They are committed in `tests/vectors`, where the other languages find them; its README says what is in a file.

pub mod hmac;
pub mod make;
mod mutate;
pub mod run;
mod sample;
mod schema;
pub mod types;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The vectors of one type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vectors {
    /// The bundle that the type is in: the name of its file, without `.schema.json`.
    pub api: String,
    /// The name of the type in the `$defs` of the bundle.
    #[serde(rename = "type")]
    pub type_: String,
    /// The vectors, each name once.
    pub vectors: Vec<Vector>,
}

/// A document, and what must happen to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vector {
    /// What is special about it.
    pub name: String,
    /// What it is a case of.
    pub group: String,
    /// Whether it is decoded. Encoded again, it is then the same value.
    pub accept: bool,
    /// Where it is wrong: a JSON pointer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The document.
    pub value: Value,
}

impl Vector {
    fn good(group: &str, name: impl Into<String>, value: Value) -> Self {
        Self { name: name.into(), group: group.into(), accept: true, at: None, value }
    }

    fn bad(group: &str, name: impl Into<String>, value: Value, at: impl Into<String>) -> Self {
        Self { name: name.into(), group: group.into(), accept: false, at: Some(at.into()), value }
    }
}
