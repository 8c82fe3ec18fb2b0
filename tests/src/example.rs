//! Both documents: their types, their schemas, their examples.

use std::collections::HashMap;

use serde_json::Value;

use crate::{generated, subject::Subject};

/// A document with its types.
pub struct Document {
    /// The name of its file in `openapi/`, without `.yaml`.
    pub name: &'static str,
    /// Its types, by the schema's name.
    pub subjects: HashMap<&'static str, Subject>,
    /// `$defs` of the bundle that the types crate ships.
    pub defs: Value,
    /// Its examples.
    pub examples: Vec<Example>,
}

/// An example of a document.
pub struct Example {
    /// Its name in the document.
    pub name: String,
    /// The schema that it is of.
    pub schema: String,
    /// The value.
    pub value: Value,
}

/// Both documents.
pub fn documents() -> [Document; 2] {
    [
        document(
            "proficient",
            generated::proficient::subjects(),
            proficient_types::SCHEMA,
            include_str!("../fixtures/examples/proficient.json"),
        ),
        document(
            "genesys-chat",
            generated::genesys_chat::subjects(),
            genesys_chat_types::SCHEMA,
            include_str!("../fixtures/examples/genesys-chat.json"),
        ),
    ]
}

fn document(name: &'static str, subjects: Vec<Subject>, bundle: &str, examples: &str) -> Document {
    let mut bundle: Value = serde_json::from_str(bundle).expect("the bundle is JSON");
    let examples: Value = serde_json::from_str(examples).expect("the examples are JSON");
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let examples = examples["examples"].as_array().expect("a list").iter().map(|example| Example {
        name: text(&example["name"]),
        schema: text(&example["schema"]),
        value: example["value"].clone(),
    });
    Document {
        name,
        subjects: subjects.into_iter().map(|subject| (subject.name, subject)).collect(),
        defs: bundle["$defs"].take(),
        examples: examples.collect(),
    }
}

impl Document {
    /// The type of a schema, when one was generated for it.
    pub fn subject(&self, schema: &str) -> Option<&Subject> {
        self.subjects.get(schema)
    }
}
