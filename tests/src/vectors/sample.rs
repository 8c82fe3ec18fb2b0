//! One value of a schema.

use serde_json::{Map, Value, json};

use super::schema::{Object, Shape, shape};

/// How much of an object is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// Every property.
    Full,
    /// The required ones.
    Required,
}

/// A value of `schema`: its example where it has one, otherwise the plainest.
pub(super) fn sample(defs: &Value, schema: &Value, fill: Fill) -> Value {
    let whole = schema.get("$ref").is_none_or(|_| schema.get("properties").is_none());
    if let Some(example) = schema["examples"].get(0).filter(|example| whole && !example.is_object()) {
        return example.clone();
    }
    if let (Some(name), None) = (schema["$ref"].as_str(), schema.get("properties")) {
        return sample(defs, &defs[name.trim_start_matches("#/$defs/")], fill);
    }
    if let (Some(only), None) = (schema["allOf"].get(0).filter(|only| only.get("if").is_none()), schema["allOf"].get(1))
    {
        return sample(defs, only, fill);
    }
    match shape(defs, schema).0 {
        Shape::OpenEnum(values) => values[0].clone(),
        Shape::Const(value) => value.clone(),
        Shape::String => json!("text"),
        Shape::Integer { minimum, .. } => json!(minimum.unwrap_or(1).max(1)),
        Shape::Number { minimum, .. } => json!(minimum.unwrap_or(0.5).max(0.5)),
        Shape::Boolean => json!(true),
        Shape::Array(items) => json!([sample(defs, items, fill)]),
        Shape::Object(object) => of_object(defs, &object, fill),
        Shape::Map(values) if values.is_object() => json!({"name": sample(defs, values, fill)}),
        Shape::Map(_) | Shape::Any => json!({"any": [1, "text", null]}),
        Shape::Union { members, .. } => of_object(defs, &members[0].1, fill),
        Shape::Either(all) => sample(defs, all[0], fill),
    }
}

/// A value of an object.
pub(super) fn of_object(defs: &Value, object: &Object<'_>, fill: Fill) -> Value {
    let there = object.properties.iter().filter(|(name, _)| fill == Fill::Full || object.required.contains(name));
    Value::Object(there.map(|(name, schema)| ((*name).to_owned(), sample(defs, schema, fill))).collect::<Map<_, _>>())
}
