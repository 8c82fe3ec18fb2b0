//! The bundles of JSON Schemas by name.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::{Map, Value};

/// The types of the command's own documents, without the types of the other bundles that they refer to.
const COMMAND: &str = include_str!("command.json");
const REFERENCE: &str = "#/$defs/";

/// A bundle: JSON with its types in `$defs`.
pub(super) struct Bundle {
    pub(super) name: &'static str,
    text: &'static str,
    /// Whether types that other bundles also have are copies.
    pub(super) has_copies: bool,
}

pub(super) const BUNDLES: [Bundle; 4] = [
    Bundle { name: "proficient", text: proficient_types::SCHEMA, has_copies: false },
    Bundle { name: "genesys-chat", text: genesys_chat_types::SCHEMA, has_copies: false },
    Bundle { name: "conversation", text: conversation_core::SCHEMA, has_copies: true },
    Bundle { name: "command", text: COMMAND, has_copies: true },
];

impl Bundle {
    /// The bundle as JSON.
    pub(super) fn read(&self) -> Map<String, Value> {
        let mut bundle = parse(self.text);
        if self.name == "command"
            && let Some(Value::Object(own)) = bundle.get_mut("$defs")
        {
            let core = parse(conversation_core::SCHEMA);
            let copies = own.values().flat_map(|schema| referenced(schema, types(&core))).collect::<Map<_, _>>();
            own.extend(copies);
            own.sort_keys();
            let version = env!("CARGO_PKG_VERSION");
            bundle.insert("$id".to_owned(), format!("urn:conversation:command:{version}").into());
            bundle.insert("version".to_owned(), version.into());
        }
        bundle
    }

    /// The bundle as it is printed.
    pub(super) fn text(&self) -> Cow<'static, str> {
        match self.name {
            "command" => pretty(&self.read()).into(),
            _ => self.text.into(),
        }
    }
}

fn parse(text: &str) -> Map<String, Value> {
    // The texts are part of the program, and a test reads each of them.
    serde_json::from_str(text).unwrap_or_default()
}

/// The types of a bundle.
pub(super) fn types(bundle: &Map<String, Value>) -> Option<&Map<String, Value>> {
    bundle.get("$defs").and_then(Value::as_object)
}

/// The types that a schema refers to, directly or not, as far as `types` contains them.
pub(super) fn referenced(schema: &Value, types: Option<&Map<String, Value>>) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    let mut open = vec![schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.values()),
            Value::Array(items) => open.extend(items),
            Value::String(text) => {
                let target = text.strip_prefix(REFERENCE).and_then(|name| types?.get_key_value(name));
                if let Some((name, schema)) = target
                    && found.insert(name.clone(), schema.clone()).is_none()
                {
                    open.push(schema);
                }
            }
            _ => {}
        }
    }
    found
}

pub(super) fn pretty(value: &Map<String, Value>) -> String {
    // Keys are strings, so serializing cannot fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
