//! The document's component schemas as one JSON Schema 2020-12 bundle, for other languages and for `schemars`.
//!
//! Lossless with respect to the document, and true to what the Rust types accept: an open enum takes any string, null is
//! a value where the document says so, unknown fields are allowed, and a tagged union is decided by its tag alone.

use serde_json::{Map, Value, json};

use crate::api::{Api, Kind, MapValues, Property, Schema, Shape};

/// The bundle of a document; `id` names it (`proficient`).
pub fn bundle(api: &Api, id: &str) -> Value {
    let defs: Map<String, Value> = api.schemas.iter().map(|schema| (schema.name.clone(), definition(schema))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:conversation:{id}:{}", api.version),
        "version": api.version,
        "title": api.title,
        "description": api.description,
        "$defs": defs,
    })
}

/// The bundle as a file: two spaces, a line feed at the end.
pub fn text(bundle: &Value) -> String {
    let mut text = serde_json::to_string_pretty(bundle).unwrap_or_default();
    text.push('\n');
    text
}

fn definition(schema: &Schema) -> Value {
    let mut out = Map::new();
    out.insert("description".into(), schema.description.clone().into());
    match &schema.kind {
        Kind::Object(properties) => object(&mut out, properties),
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

fn object(out: &mut Map<String, Value>, properties: &[Property]) {
    let shapes: Map<String, Value> =
        properties.iter().map(|property| (property.name.clone(), property_schema(property))).collect();
    let required: Vec<&str> =
        properties.iter().filter(|property| property.required).map(|property| property.name.as_str()).collect();
    out.insert("type".into(), "object".into());
    out.insert("properties".into(), shapes.into());
    if !required.is_empty() {
        out.insert("required".into(), json!(required));
    }
    out.insert("additionalProperties".into(), Value::Bool(true));
}

fn property_schema(property: &Property) -> Value {
    let mut out = Map::new();
    if let Some(description) = &property.description {
        out.insert("description".into(), description.clone().into());
    }
    let shape = shape_schema(&property.shape);
    match (property.nullable, shape) {
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
