//! Examples: where each stands and which schema it must fit. Whether it does is [`crate::lint`]'s question.

use serde_json::Value;

use super::check::Check;
use crate::{
    api::{Example, Schema},
    yaml::join,
};

pub(super) fn read(check: &mut Check<'_>, schemas: &[Schema]) -> Vec<Example> {
    let mut examples = Vec::new();
    for schema in schemas {
        if let Some(value) = &schema.example {
            let pointer = join(&schema.pointer, "example");
            let (name, schema) = (schema.name.clone(), schema.name.clone());
            examples.push(Example { pointer, name, schema, value: value.clone() });
        }
    }
    parameters(check, &mut examples);
    let mut bodies = Vec::new();
    if let Some(paths) = check.get("/paths").and_then(Value::as_object) {
        for (path, item) in paths {
            for method in item.as_object().into_iter().flat_map(|item| item.keys()) {
                let operation = join(&join("/paths", path), method);
                bodies.push(join(&operation, "requestBody"));
                bodies.push(join(&join(&operation, "responses"), "200"));
            }
        }
    }
    if let Some(responses) = check.get("/components/responses").and_then(Value::as_object) {
        bodies.extend(responses.keys().map(|name| join("/components/responses", name)));
    }
    for body in bodies {
        media(check, &join(&join(&body, "content"), "application/json"), &mut examples);
    }
    examples
}

fn parameters(check: &mut Check<'_>, examples: &mut Vec<Example>) {
    let Some(map) = check.get("/components/parameters").and_then(Value::as_object) else { return };
    for (name, parameter) in map {
        let pointer = join(&join("/components/parameters", name), "example");
        let schema = parameter.pointer("/schema/$ref").and_then(Value::as_str).and_then(schema_name);
        if let (Some(value), Some(schema)) = (parameter.get("example"), schema) {
            examples.push(Example { pointer, name: name.clone(), schema, value: value.clone() });
        }
    }
}

fn media(check: &mut Check<'_>, pointer: &str, examples: &mut Vec<Example>) {
    let schema = check.get(&format!("{pointer}/schema/$ref")).and_then(Value::as_str).and_then(schema_name);
    let list = join(pointer, "examples");
    let Some((schema, map)) = schema.zip(check.get(&list).and_then(Value::as_object)) else { return };
    for key in map.keys() {
        let Some(name) = check.reference(&join(&list, key), "examples") else { continue };
        let component = join("/components/examples", name);
        if check.get(&component).is_none() {
            continue;
        }
        check.keys(&component, &["summary", "description", "value"], &["summary", "value"]);
        let pointer = join(&component, "value");
        if let Some(value) = check.get(&pointer) {
            let same = |example: &Example| example.pointer == pointer && example.schema == schema;
            if !examples.iter().any(same) {
                examples.push(Example { pointer, name: name.into(), schema: schema.clone(), value: value.clone() });
            }
        }
    }
}

fn schema_name(reference: &str) -> Option<String> {
    reference.strip_prefix("#/components/schemas/").map(str::to_owned)
}
