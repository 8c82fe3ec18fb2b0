//! The document's component schemas as one JSON Schema 2020-12 bundle, for other languages and for `schemars`.
//!
//! Lossless with respect to the document, and true to what the Rust types accept: an open enum takes any string, null is
//! a value where the document says so, unknown fields are allowed, and a tagged union is decided by its tag alone.

use serde_json::{Map, Value, json};

use crate::api::{Api, Kind, MapValues, Property, Read, Schema, Shape};

/// Which side of the wire schemas are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// What the Rust types take: the document, and what servers send beyond it.
    Readers,
    /// What the document allows.
    Writers,
}

const READERS: &str = "These schemas describe what is read, which is more than what the API document allows to be \
                       written: a `$comment` marks each place.";
const NULL: &str = "Null is read as absent, and kept. Do not write it.";
const NULL_OR_VALUE: &str = "Null is read, and kept. Write a value: an empty string or object if there is none.";
const ABSENT: &str = "Its absence and null are read, and kept. Write a value.";

/// The bundle of a document; `id` names it (`proficient`).
pub fn bundle(api: &Api, id: &str, side: For) -> Value {
    let definition = |schema: &Schema| (schema.name.clone(), definition(schema, side));
    let defs: Map<String, Value> = api.schemas.iter().map(definition).collect();
    let description = match side {
        For::Readers => format!("{}\n\n{READERS}", api.description.trim_end()),
        For::Writers => api.description.clone(),
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:conversation:{id}:{}", api.version),
        "version": api.version,
        "title": api.title,
        "description": description,
        "$defs": defs,
    })
}

/// The bundle as a file: two spaces, a line feed at the end.
pub fn text(bundle: &Value) -> String {
    let mut text = serde_json::to_string_pretty(bundle).unwrap_or_default();
    text.push('\n');
    text
}

fn definition(schema: &Schema, side: For) -> Value {
    let mut out = Map::new();
    out.insert("description".into(), schema.description.clone().into());
    match &schema.kind {
        Kind::Object(properties) => object(&mut out, properties, side),
        Kind::Map(values) => {
            out.insert("type".into(), "object".into());
            let values = match values {
                MapValues::Strings => json!({"type": "string"}),
                MapValues::Any => Value::Bool(true),
            };
            out.insert("additionalProperties".into(), values);
        }
        Kind::StringId { secret } => {
            out.insert("type".into(), "string".into());
            if *secret {
                out.insert("format".into(), "password".into());
            }
        }
        Kind::IntegerId => {
            out.insert("type".into(), "integer".into());
            out.insert("format".into(), "int64".into());
        }
        Kind::Bounded(bounds) => {
            let (kind, format) = if bounds.integer { ("integer", "int64") } else { ("number", "double") };
            out.insert("type".into(), kind.into());
            out.insert("format".into(), format.into());
            let limits = [("minimum", &bounds.minimum), ("maximum", &bounds.maximum), ("default", &bounds.default)];
            for (key, limit) in limits {
                if let Some(limit) = limit {
                    out.insert(key.into(), Value::Number(limit.clone()));
                }
            }
        }
        Kind::OpenEnum(values) => {
            let known: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
            let descriptions: Map<String, Value> =
                values.iter().map(|value| (value.value.clone(), value.description.clone().into())).collect();
            let known = json!({"type": "string", "enum": known, "x-enum-descriptions": descriptions});
            out.insert("anyOf".into(), json!([known, {"type": "string"}]));
        }
        Kind::Union(union) => {
            let tag = &union.tag;
            let values: Vec<&str> = union.members.iter().map(|(value, _)| value.as_str()).collect();
            let is = |condition: Value| json!({"properties": {tag: condition}});
            let mut rules: Vec<Value> = union
                .members
                .iter()
                .map(|(value, name)| json!({"if": is(json!({"const": value})), "then": reference(name)}))
                .collect();
            rules.push(json!({"if": is(json!({"not": {"enum": values}})), "then": reference(&union.other)}));
            let names = union.members.iter().map(|(_, name)| name).chain([&union.other]);
            out.insert("type".into(), "object".into());
            out.insert("properties".into(), json!({tag: {"type": "string"}}));
            out.insert("required".into(), json!([tag]));
            out.insert("anyOf".into(), names.map(|name| reference(name)).collect());
            out.insert("allOf".into(), rules.into());
        }
    }
    if let Some(example) = &schema.example {
        out.insert("examples".into(), json!([example]));
    }
    Value::Object(out)
}

fn object(out: &mut Map<String, Value>, properties: &[Property], side: For) {
    let shapes: Map<String, Value> =
        properties.iter().map(|property| (property.name.clone(), property_schema(property, side))).collect();
    let required: Vec<&str> =
        properties.iter().filter(|property| property.required).map(|property| property.name.as_str()).collect();
    out.insert("type".into(), "object".into());
    out.insert("properties".into(), shapes.into());
    if !required.is_empty() {
        out.insert("required".into(), json!(required));
    }
    out.insert("additionalProperties".into(), Value::Bool(true));
}

fn property_schema(property: &Property, side: For) -> Value {
    let mut out = Map::new();
    if let Some(description) = &property.description {
        out.insert("description".into(), description.clone().into());
    }
    let beyond = match (side, property.read) {
        (For::Writers, _) => None,
        (_, Read::Null) => Some(NULL_OR_VALUE),
        (_, Read::Absent) => Some(ABSENT),
        (_, Read::AsWritten) if property.required || property.nullable => None,
        (_, Read::AsWritten) => Some(NULL),
    };
    // Where anything is a value, so is null.
    let beyond = beyond.filter(|_| property.shape != Shape::Any);
    if let Some(beyond) = beyond {
        out.insert("$comment".into(), beyond.into());
    }
    let shape = shape_schema(&property.shape);
    match (property.nullable || beyond.is_some(), shape) {
        (true, Value::Object(mut shape)) if shape.contains_key("type") => {
            let kind = shape.remove("type");
            out.insert("type".into(), json!([kind, "null"]));
            out.extend(shape);
        }
        (true, shape) => {
            out.insert("anyOf".into(), json!([shape, {"type": "null"}]));
        }
        (false, Value::Object(shape)) => out.extend(shape),
        (false, _) => {}
    }
    if let Some(example) = &property.example {
        out.insert("examples".into(), json!([example]));
    }
    Value::Object(out)
}

fn shape_schema(shape: &Shape) -> Value {
    match shape {
        Shape::Ref(name) => reference(name),
        Shape::String => json!({"type": "string"}),
        Shape::Boolean => json!({"type": "boolean"}),
        Shape::Integer => json!({"type": "integer", "format": "int64"}),
        Shape::Number => json!({"type": "number", "format": "double"}),
        Shape::Array(items) => json!({"type": "array", "items": shape_schema(items)}),
        Shape::Any => json!({}),
    }
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}
