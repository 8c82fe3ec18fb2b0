//! Every example of a document is valid against its schema, by a JSON Schema validator that shares no code with ours.
//!
//! That each of them decodes into its generated type and encodes back equal is proved in the crate `conversation-tests`,
//! because this crate depends on nothing that it generates.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::{
    api::Api,
    export::{self, For},
    place::Violation,
    yaml::Yaml,
};

/// The examples that do not fit, each at the part that is wrong.
pub fn examples(yaml: &Yaml, api: &Api) -> Vec<Violation> {
    let bundle = export::bundle(api, "lint", For::Writers);
    let defs = bundle.get("$defs").cloned().unwrap_or_default();
    let mut validators: HashMap<&str, Result<jsonschema::Validator, String>> = HashMap::new();
    let mut found = Vec::new();
    for example in &api.examples {
        let validator = validators.entry(&example.schema).or_insert_with(|| validator(&defs, &example.schema));
        match validator {
            Ok(validator) => {
                for error in validator.iter_errors(&example.value) {
                    let pointer = format!("{}{}", example.pointer, error.instance_path());
                    let message = format!("the example `{}` is no `{}`: {error}", example.name, example.schema);
                    found.push(yaml.violation(&pointer, message));
                }
            }
            Err(message) => found.push(yaml.violation(&example.pointer, message.clone())),
        }
    }
    found
}

fn validator(defs: &Value, schema: &str) -> Result<jsonschema::Validator, String> {
    let root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/$defs/{schema}"),
        "$defs": defs,
    });
    jsonschema::validator_for(&root).map_err(|error| format!("the schema `{schema}` is not valid itself: {error}"))
}
