//! The feature `schemars` gives the schema of the document, not one that is guessed from the Rust type.

use conversation_tests::example::documents;
use serde_json::{Map, Value, json};

/// The definitions that `name` needs, itself among them.
fn closure(defs: &Value, name: &str) -> Map<String, Value> {
    let mut found = Map::new();
    let mut open = vec![name.to_owned()];
    while let Some(name) = open.pop() {
        if found.contains_key(&name) {
            continue;
        }
        let schema = defs[&name].clone();
        let text = schema.to_string();
        let references = text.split("\"#/$defs/").skip(1).filter_map(|rest| rest.split('"').next());
        open.extend(references.map(str::to_owned));
        found.insert(name, schema);
    }
    found
}

/// `schema` with every reference written out, so that where a definition stands makes no difference. An `allOf` of one
/// schema is how that schema is written out beside other keywords.
fn written_out(defs: &Map<String, Value>, schema: &Value, depth: usize) -> Value {
    assert!(depth < 20, "the documents have no schema within itself");
    match schema {
        Value::Object(map) => {
            let mut out = Map::new();
            for (key, value) in map {
                let target = match (key.as_str(), value) {
                    ("$ref", Value::String(name)) => Some(&defs[name.strip_prefix("#/$defs/").unwrap()]),
                    ("allOf", Value::Array(all)) if all.len() == 1 => all.first(),
                    _ => None,
                };
                if let Some(target) = target {
                    let Value::Object(target) = written_out(defs, target, depth + 1) else { panic!("{key}") };
                    for (key, value) in target {
                        // What stands beside a reference is nearer than what stands behind it.
                        out.entry(key).or_insert(value);
                    }
                } else {
                    out.insert(key.clone(), written_out(defs, value, depth));
                }
            }
            Value::Object(out)
        }
        Value::Array(items) => items.iter().map(|item| written_out(defs, item, depth)).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_schema_of_every_type_is_the_documents() {
    for document in documents() {
        for (name, subject) in &document.subjects {
            let mut root = subject.json_schema();
            let map = root.as_object_mut().unwrap();
            assert_eq!(map.remove("$schema"), Some(json!("https://json-schema.org/draft/2020-12/schema")), "{name}");
            assert_eq!(map.remove("title"), Some(json!(name)));
            let own = map.remove("$defs").map(|defs| defs.as_object().unwrap().clone()).unwrap_or_default();
            let expected = written_out(&closure(&document.defs, name), &document.defs[name], 0);
            assert_eq!(written_out(&own, &root, 0), expected, "{}: {name}", document.name);
        }
    }
}

#[test]
fn every_example_is_valid_by_the_types_schema() {
    for document in documents() {
        for example in &document.examples {
            let Some(subject) = document.subject(&example.schema) else { continue };
            let validator = jsonschema::validator_for(&subject.json_schema()).unwrap();
            assert!(validator.is_valid(&example.value), "{}: {}", document.name, example.name);
        }
    }
}
