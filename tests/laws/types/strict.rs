//! A missing required field or a wrong type fails, and the error names the JSON path, the type and the operation.

use conversation_tests::{
    example::{Document, Example, documents},
    schema::{Place, places},
};
use conversation_wire::{DecodeError, DecodeErrorKind};
use serde_json::{Value, json};

fn refused(document: &Document, example: &Example, value: &Value, what: &str) -> Option<DecodeError> {
    let subject = document.subject(&example.schema)?;
    let error = match subject.recode_strictly(value) {
        Ok(_) => panic!("{}: example {} ({}), {what}: accepted", document.name, example.name, example.schema),
        Err(error) => error,
    };
    assert_eq!(error.type_name(), example.schema);
    let operation = if let [only] = subject.operations { Some(*only) } else { None };
    assert_eq!(error.operation(), operation);
    Some(error)
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

#[test]
fn a_missing_required_field_fails_with_its_path() {
    let mut tried = 0;
    for document in documents() {
        for example in &document.examples {
            for place in
                places(&document.defs, &example.schema, &example.value).iter().filter(|place| place.is_object())
            {
                for key in place.required() {
                    let mut value = example.value.clone();
                    value.pointer_mut(&place.pointer).unwrap().as_object_mut().unwrap().remove(key);
                    let path = join(&place.path, key);
                    let Some(error) = refused(&document, example, &value, &format!("without `{path}`")) else {
                        continue;
                    };
                    assert_eq!(error.path(), path, "{error}");
                    assert_eq!(error.kind(), DecodeErrorKind::MissingField, "{error}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

/// Whether the schema of a place takes a value of the kind of `value`.
fn takes(place: &Place<'_>, value: &Value) -> bool {
    if value.is_null() {
        return place.nullable;
    }
    if place.is_enum() {
        return value.is_string();
    }
    let kind = place.schema.get("type").map(|kind| kind.as_str().unwrap_or_else(|| kind[0].as_str().unwrap()));
    match kind.unwrap() {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "array" => value.as_array().is_some_and(Vec::is_empty),
        "object" => value.as_object().is_some_and(|map| map.is_empty() && place.required().is_empty()),
        other => panic!("{other}"),
    }
}

#[test]
fn a_wrong_type_fails_with_its_path() {
    let others = [json!(null), json!(true), json!(7), json!(0.5), json!("text"), json!([1]), json!({"k": [1]})];
    let mut tried = 0;
    for document in documents() {
        for example in &document.examples {
            for place in places(&document.defs, &example.schema, &example.value) {
                for other in others.iter().filter(|other| !takes(&place, other)) {
                    let missing = other.is_object() && !place.required().is_empty();
                    let open = place.is_object() && place.required().is_empty() || place.has("additionalProperties");
                    if other.is_object() && (missing || open) {
                        continue;
                    }
                    let mut value = example.value.clone();
                    *value.pointer_mut(&place.pointer).unwrap() = other.clone();
                    let what = format!("{other} at `{}`", place.path);
                    let Some(error) = refused(&document, example, &value, &what) else { continue };
                    // A list of the wrong things is wrong at its first item.
                    let inside = other.is_array() && place.has("items");
                    let path = if inside { format!("{}[0]", place.path) } else { place.path.clone() };
                    assert_eq!(error.path(), path, "{what}: {error}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 2000, "{tried}");
}

#[test]
fn a_bound_is_a_bound() {
    let mut tried = 0;
    for document in documents() {
        for (name, schema) in document.defs.as_object().unwrap() {
            let Some(subject) = document.subject(name) else { continue };
            for (bound, step) in [("minimum", -1.0), ("maximum", 1.0)] {
                let Some(limit) = schema.get(bound).and_then(Value::as_f64) else { continue };
                let number = |value: f64| if schema["type"] == "integer" { json!(value as i64) } else { json!(value) };
                assert_eq!(subject.recode(&number(limit)).unwrap().json, number(limit), "{name}");
                let error = subject.recode(&number(limit + step)).err().unwrap_or_else(|| panic!("{name} {bound}"));
                assert_eq!(error.kind(), DecodeErrorKind::OutOfRange, "{name}: {error}");
                tried += 1;
            }
        }
    }
    assert!(tried >= 8, "{tried}");
}
