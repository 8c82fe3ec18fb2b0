//! A schema as the vectors see it: references followed, alternatives told apart.

use serde_json::{Map, Value};

/// What a schema allows.
pub(super) enum Shape<'a> {
    /// Any string; the listed ones have a meaning.
    OpenEnum(&'a Vec<Value>),
    /// One string.
    Const(&'a Value),
    String,
    /// Whole numbers, with the bounds that are in the schema.
    Integer {
        minimum: Option<i64>,
        maximum: Option<i64>,
    },
    Number {
        minimum: Option<f64>,
        maximum: Option<f64>,
    },
    Boolean,
    Array(&'a Value),
    Object(Object<'a>),
    /// Any names, and values of this schema.
    Map(&'a Value),
    /// Objects that a tag tells apart: its name, the objects with their tags, whether other tags are taken too.
    Union {
        tag: &'a str,
        members: Vec<(&'a str, Object<'a>)>,
        open: bool,
    },
    /// A number or a string.
    Either(Vec<&'a Value>),
    Any,
}

/// An object with properties.
#[derive(Clone, Debug)]
pub(super) struct Object<'a> {
    pub(super) properties: Vec<(&'a str, &'a Value)>,
    pub(super) required: Vec<&'a str>,
    /// Whether it takes other properties and keeps them; nothing where it passes them over.
    pub(super) open: Option<bool>,
}

/// What `schema` allows beside null, and whether null.
pub(super) fn shape<'a>(defs: &'a Value, schema: &'a Value) -> (Shape<'a>, bool) {
    if let Some([first, second]) = list(schema, "anyOf").map(Vec::as_slice)
        && second["type"] == "null"
    {
        return (shape(defs, first).0, true);
    }
    let nullable = schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "null"));
    let kind = schema["type"].as_str().or(schema["type"][0].as_str());
    if schema.get("$ref").is_some() && schema.get("properties").is_none() {
        return shape(defs, target(defs, schema));
    }
    // Beside a description, a schema that is written out is the only one of an `allOf`.
    if let Some([only]) = list(schema, "allOf").map(Vec::as_slice)
        && only.get("if").is_none()
    {
        return shape(defs, only);
    }
    (not_null(defs, schema, kind), nullable)
}

fn not_null<'a>(defs: &'a Value, schema: &'a Value, kind: Option<&str>) -> Shape<'a> {
    if let Some(rules) = list(schema, "allOf") {
        let tag = schema["required"][0].as_str().expect("the tag of a union");
        let members = rules.iter().filter_map(|rule| {
            let value = rule["if"]["properties"][tag]["const"].as_str()?;
            Some((value, object(defs, target(defs, &rule["then"]))))
        });
        return Shape::Union { tag, members: members.collect(), open: true };
    }
    if let Some(all) = list(schema, "anyOf").or_else(|| list(schema, "oneOf")) {
        if let Some(values) = all.first().and_then(|first| list(first, "enum")) {
            return Shape::OpenEnum(values);
        }
        let tag =
            |member: &'a Value| member["properties"].as_object()?.iter().find(|(_, of)| of.get("const").is_some());
        let Some((tag, _)) = all.first().and_then(tag) else { return Shape::Either(all.iter().collect()) };
        let member = |member: &'a Value| Some((member["properties"][tag]["const"].as_str()?, object(defs, member)));
        let members: Vec<_> = all.iter().filter_map(member).collect();
        let open = members.len() < all.len();
        return Shape::Union { tag, members, open };
    }
    if let Some(value) = schema.get("const") {
        return Shape::Const(value);
    }
    match kind {
        Some("string") => Shape::String,
        Some("boolean") => Shape::Boolean,
        Some("integer") => Shape::Integer { minimum: schema["minimum"].as_i64(), maximum: schema["maximum"].as_i64() },
        Some("number") => Shape::Number { minimum: schema["minimum"].as_f64(), maximum: schema["maximum"].as_f64() },
        Some("array") => Shape::Array(&schema["items"]),
        Some("object") if schema.get("properties").is_none() => Shape::Map(&schema["additionalProperties"]),
        Some("object") if schema["additionalProperties"].is_object() => Shape::Map(&schema["additionalProperties"]),
        Some("object") => Shape::Object(object(defs, schema)),
        _ => Shape::Any,
    }
}

/// The object that `schema` is; what stands beside a reference belongs to it.
fn object<'a>(defs: &'a Value, schema: &'a Value) -> Object<'a> {
    let mut all = match schema.get("$ref") {
        Some(_) => object(defs, target(defs, schema)),
        None => Object { properties: Vec::new(), required: Vec::new(), open: None },
    };
    all.open = schema["additionalProperties"].as_bool().or(all.open);
    let properties = schema["properties"].as_object().into_iter().flatten();
    all.properties.extend(properties.map(|(name, schema)| (name.as_str(), schema)));
    all.required.extend(list(schema, "required").into_iter().flatten().filter_map(Value::as_str));
    all
}

fn target<'a>(defs: &'a Value, schema: &'a Value) -> &'a Value {
    let name = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/")).expect("a reference");
    defs.get(name).unwrap_or_else(|| panic!("no schema {name}"))
}

fn list<'a>(schema: &'a Value, keyword: &str) -> Option<&'a Vec<Value>> {
    schema.as_object().and_then(|keywords: &Map<String, Value>| keywords.get(keyword))?.as_array()
}
