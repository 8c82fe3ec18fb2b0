//! Component schemas: each of one of the kinds of [`Kind`].

use serde_json::{Map, Number, Value};

use super::check::Check;
use crate::{
    api::{Bounds, EnumValue, Kind, MapValues, Property, Read, Schema, Shape, Union},
    yaml::join,
};

const SCHEMAS: &str = "/components/schemas";

/// Every schema that has a kind; the `Known…` half of an open enum becomes a part of the enum.
pub(super) fn read(check: &mut Check<'_>) -> Vec<Schema> {
    let Some(map) = check.object(SCHEMAS) else { return Vec::new() };
    let mut schemas = Vec::new();
    for name in map.keys() {
        let pointer = join(SCHEMAS, name);
        if name.starts_with("Known") && check.get(&join(&pointer, "enum")).is_some() {
            known_half(check, name, &pointer);
            continue;
        }
        if let Some(kind) = kind(check, name, &pointer) {
            let description = check.text(&join(&pointer, "description"));
            let example = check.get(&join(&pointer, "example")).cloned();
            schemas.push(Schema { name: name.clone(), pointer, description, example, kind });
        }
    }
    schemas
}

fn kind(check: &mut Check<'_>, name: &str, pointer: &str) -> Option<Kind> {
    check.object(pointer)?;
    let at = |key: &str| join(pointer, key);
    if check.get(&at("anyOf")).is_some() {
        return if check.get(&at("discriminator")).is_some() {
            union(check, pointer)
        } else {
            open_enum(check, name, pointer)
        };
    }
    match check.string(&at("type")) {
        Some("object") => object(check, pointer),
        Some("string") => {
            check.keys(pointer, &["type", "format", "description", "example"], &["description"]);
            let secret = match check.string(&at("format")) {
                None => false,
                Some("password") => true,
                Some(_) => {
                    check.report(&at("format"), "the one format of a string is `password`, for a secret");
                    false
                }
            };
            Some(Kind::StringId { secret })
        }
        Some("integer") => number(check, pointer, true),
        Some("number") => number(check, pointer, false),
        Some(other) => {
            check.report(&at("type"), format!("a component of type `{other}` is not part of the dialect"));
            None
        }
        None => {
            if check.get(&at("type")).is_none() {
                check.report(pointer, "no kind of schema the dialect knows: it has neither `type` nor `anyOf`");
            }
            None
        }
    }
}

fn object(check: &mut Check<'_>, pointer: &str) -> Option<Kind> {
    let at = |key: &str| join(pointer, key);
    const KEYS: &[&str] = &["type", "description", "required", "properties", "additionalProperties"];
    check.keys(pointer, KEYS, &["description", "additionalProperties"]);
    let additional = check.get(&at("additionalProperties"));
    let Some(properties) = check.object(&at("properties")) else {
        if check.get(&at("required")).is_some() {
            check.report(&at("required"), "a map has no properties that could be required");
        }
        return match additional {
            None => None,
            Some(Value::Object(any)) if any.is_empty() => Some(Kind::Map(MapValues::Any)),
            Some(Value::Object(one)) if one.len() == 1 && one.get("type") == Some(&Value::from("string")) => {
                Some(Kind::Map(MapValues::Strings))
            }
            _ => {
                check
                    .report(&at("additionalProperties"), "the values of a map are `{}` (anything) or `{type: string}`");
                None
            }
        };
    };
    if additional.is_some_and(|value| value != &Value::Object(Default::default())) {
        check.report(
            &at("additionalProperties"),
            "an object keeps the fields it does not know: write `additionalProperties: {}`",
        );
    }
    let required = required(check, &at("required"), properties);
    let mut read = Vec::new();
    for name in properties.keys() {
        let place = join(&at("properties"), name);
        if let Some((description, nullable, shape)) = property(check, &place) {
            let required = required.contains(&name.as_str());
            let example = check.get(&join(&place, "example")).cloned();
            read.push(Property {
                name: name.clone(),
                description,
                required,
                nullable,
                shape,
                example,
                read: Read::default(),
            });
        }
    }
    Some(Kind::Object(read))
}

/// The names in the list `required`, each of a property, once.
fn required<'a>(check: &mut Check<'a>, pointer: &str, properties: &Map<String, Value>) -> Vec<&'a str> {
    let mut required = Vec::new();
    for (index, name) in check.list(pointer).into_iter().flatten().enumerate() {
        let at = join(pointer, &index.to_string());
        match name.as_str() {
            None => check.report(&at, "the name of a property is expected here: quote it"),
            Some(name) if !properties.contains_key(name) => {
                check.report(&at, format!("`{name}` is required but not a property"));
            }
            Some(name) if required.contains(&name) => {
                check.report(&at, format!("`{name}` stands here a second time"));
            }
            Some(name) => required.push(name),
        }
    }
    required
}

/// A property: its own description, whether it may be null, and what it holds.
fn property(check: &mut Check<'_>, pointer: &str) -> Option<(Option<String>, bool, Shape)> {
    check.object(pointer)?;
    let at = |key: &str| join(pointer, key);
    if check.is_reference(pointer) {
        return Some((None, false, Shape::Ref(check.reference(pointer, "schemas")?.to_owned())));
    }
    let description = Some(check.text(&at("description")));
    let nullable = check.boolean(&at("nullable")).unwrap_or(false);
    if check.get(&at("allOf")).is_some() {
        check.keys(pointer, &["description", "nullable", "allOf"], &["description"]);
        let shape = Shape::Ref(only_reference(check, &at("allOf"))?);
        return Some((description, nullable, shape));
    }
    let shape = match check.string(&at("type")) {
        Some("array") => {
            check.keys(pointer, &["type", "description", "nullable", "items"], &["description", "items"]);
            let items = at("items");
            check.get(&items)?;
            if check.is_reference(&items) {
                Shape::Array(Box::new(Shape::Ref(check.reference(&items, "schemas")?.to_owned())))
            } else {
                check.keys(&items, &["type"], &["type"]);
                if check.string(&join(&items, "type")) != Some("string") {
                    check.report(&items, "the items of a list are a `$ref` or `{type: string}`");
                }
                Shape::Array(Box::new(Shape::String))
            }
        }
        Some(scalar) => inline_scalar(check, pointer, scalar)?,
        None if check.get(&at("type")).is_some() => return None,
        None => {
            check.keys(pointer, &["description"], &["description"]);
            Shape::Any
        }
    };
    Some((description, nullable, shape))
}

fn inline_scalar(check: &mut Check<'_>, pointer: &str, scalar: &str) -> Option<Shape> {
    check.keys(pointer, &["type", "format", "description", "nullable", "example"], &["description"]);
    let at = |key: &str| join(pointer, key);
    let (shape, format, fits): (_, _, fn(&Value) -> bool) = match scalar {
        "string" => (Shape::String, None, Value::is_string),
        "boolean" => (Shape::Boolean, None, Value::is_boolean),
        "integer" => (Shape::Integer, Some("int64"), Value::is_i64),
        "number" => (Shape::Number, Some("double"), Value::is_number),
        other => {
            check.report(
                &at("type"),
                format!("a property of type `{other}` is not part of the dialect: name a component"),
            );
            return None;
        }
    };
    expect_format(check, pointer, format);
    let nullable = check.get(&at("nullable")) == Some(&Value::Bool(true));
    if check.get(&at("example")).is_some_and(|example| !(fits(example) || nullable && example.is_null())) {
        check.report(&at("example"), format!("the example is no {scalar}"));
    }
    Some(shape)
}

fn expect_format(check: &mut Check<'_>, pointer: &str, expected: Option<&str>) {
    let at = join(pointer, "format");
    let format = check.string(&at);
    if format != expected {
        match expected {
            Some(expected) => {
                check.report(pointer, format!("write `format: {expected}`, so that no reader narrows it"))
            }
            None => check.report(&at, "no format here: name a component for it"),
        }
    }
}

fn number(check: &mut Check<'_>, pointer: &str, integer: bool) -> Option<Kind> {
    const KEYS: &[&str] = &["type", "format", "minimum", "maximum", "default", "description", "example"];
    check.keys(pointer, KEYS, &["description"]);
    expect_format(check, pointer, Some(if integer { "int64" } else { "double" }));
    let mut bound = |key: &str| -> Option<Number> {
        let at = join(pointer, key);
        match check.get(&at)? {
            Value::Number(number) if !integer || number.is_i64() => Some(number.clone()),
            _ => {
                check.report(&at, if integer { "an integer is expected here" } else { "a number is expected here" });
                None
            }
        }
    };
    let bounds = Bounds { integer, minimum: bound("minimum"), maximum: bound("maximum"), default: bound("default") };
    let Bounds { minimum, maximum, default, .. } = &bounds;
    if is_below(maximum, minimum) {
        check.report(pointer, "the minimum is above the maximum: no value fits");
    } else if is_below(default, minimum) || is_below(maximum, default) {
        check.report(&join(pointer, "default"), "the default is outside its own bounds");
    }
    match (integer, &bounds) {
        (true, Bounds { minimum: None, maximum: None, default: None, .. }) => Some(Kind::IntegerId),
        (false, Bounds { minimum: None, maximum: None, .. }) => {
            check.report(pointer, "a number without bounds needs no component: write it where it is used");
            None
        }
        (true, Bounds { minimum: None, maximum: None, .. }) => {
            check.report(pointer, "a default without bounds: give it a minimum or a maximum");
            None
        }
        _ => Some(Kind::Bounded(bounds)),
    }
}

/// Whether both are there and the first is less.
fn is_below(number: &Option<Number>, other: &Option<Number>) -> bool {
    let (Some(number), Some(other)) = (number, other) else { return false };
    // As integers where they are: a double cannot tell every two of them apart.
    number.as_i64().zip(other.as_i64()).map_or_else(|| number.as_f64() < other.as_f64(), |(a, b)| a < b)
}

/// `anyOf: [{title: Known, allOf: [$ref KnownX]}, {title: Unknown, type: string}]`.
fn open_enum(check: &mut Check<'_>, name: &str, pointer: &str) -> Option<Kind> {
    check.keys(pointer, &["description", "anyOf"], &["description"]);
    let one_of = join(pointer, "anyOf");
    let (known, unknown) = (join(&one_of, "0"), join(&one_of, "1"));
    let shape = "an open enum is `anyOf: [{title: Known, allOf: [$ref]}, {title: Unknown, type: string}]`; \
                 objects told apart by a property have a `discriminator`";
    let is = |value: Option<&Value>, text: &str| value.and_then(Value::as_str) == Some(text);
    let fits = check.list(&one_of).is_some_and(|list| list.len() == 2)
        && is(check.get(&join(&known, "title")), "Known")
        && is(check.get(&join(&unknown, "title")), "Unknown")
        && is(check.get(&join(&unknown, "type")), "string");
    if !fits {
        check.report(pointer, shape);
        return None;
    }
    check.keys(&known, &["title", "allOf"], &["allOf"]);
    check.keys(&unknown, &["title", "type"], &[]);
    let half = only_reference(check, &join(&known, "allOf"))?;
    if half != format!("Known{name}") {
        check.report(&known, format!("the known values of `{name}` stand in `Known{name}`"));
        return None;
    }
    let half = join(SCHEMAS, &half);
    if check.get(&half).is_some() && check.get(&join(&half, "enum")).is_none() {
        check.report(&half, format!("the known values of `{name}` stand in an `enum`"));
    }
    let values = check.list(&join(&half, "enum"))?;
    let mut read: Vec<EnumValue> = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let at = join(&join(&half, "enum"), &index.to_string());
        let Some(value) = value.as_str().filter(|value| !value.is_empty()) else {
            check.report(&at, "the values of an enum are strings that are not empty: quote it");
            continue;
        };
        if read.iter().any(|known| known.value == value) {
            check.report(&at, format!("the value `{value}` stands here a second time"));
            continue;
        }
        let description = join(&join(&half, "x-enum-descriptions"), value);
        if check.get(&description).is_none() {
            check.report(&at, format!("`{value}` has no sentence in `x-enum-descriptions`"));
        }
        read.push(EnumValue { value: value.to_owned(), description: check.text(&description) });
    }
    Some(Kind::OpenEnum(read))
}

fn known_half(check: &mut Check<'_>, name: &str, pointer: &str) {
    let at = |key: &str| join(pointer, key);
    check.keys(
        pointer,
        &["type", "description", "enum", "x-enum-descriptions"],
        &["description", "x-enum-descriptions"],
    );
    check.text(&at("description"));
    if check.string(&at("type")) != Some("string") {
        check.report(pointer, "the known values of an open enum are of `type: string`");
    }
    let values = check.list(&at("enum")).map(Vec::as_slice).unwrap_or_default();
    if values.is_empty() {
        check.report(&at("enum"), "an enum without a value");
    }
    if let Some(descriptions) = check.object(&at("x-enum-descriptions")) {
        for value in descriptions.keys().filter(|value| !values.iter().any(|known| known.as_str() == Some(value))) {
            check.report(&join(&at("x-enum-descriptions"), value), format!("`{value}` is not a value of the enum"));
        }
    }
    let open = name.strip_prefix("Known").unwrap_or(name);
    if check.get(&join(&join(SCHEMAS, open), "anyOf")).is_none() {
        check.report(
            pointer,
            format!("a closed enum breaks its readers when a value is added: declare the open enum `{open}` over it"),
        );
    }
}

fn union(check: &mut Check<'_>, pointer: &str) -> Option<Kind> {
    check.keys(pointer, &["description", "anyOf", "discriminator"], &["description"]);
    let discriminator = join(pointer, "discriminator");
    check.keys(&discriminator, &["propertyName", "mapping"], &["propertyName", "mapping"]);
    let tag = check.string(&join(&discriminator, "propertyName"))?.to_owned();
    let one_of = join(pointer, "anyOf");
    let count = check.list(&one_of)?.len();
    let mut listed = Vec::new();
    for index in 0..count {
        let member = join(&one_of, &index.to_string());
        let Some(name) = check.reference(&member, "schemas") else { continue };
        if listed.iter().any(|listed| listed == name) {
            check.report(&member, format!("`{name}` stands here a second time"));
        } else {
            listed.push(name.to_owned());
        }
    }
    if count < 2 {
        check.report(&one_of, "a union has at least two members: the last takes every value not in the mapping");
    }
    let mapping = join(&discriminator, "mapping");
    let mut members: Vec<(String, String)> = Vec::new();
    for (value, target) in check.object(&mapping)? {
        let place = join(&mapping, value);
        let name = target.as_str().and_then(|target| target.strip_prefix("#/components/schemas/"));
        let Some(name) = name.filter(|name| listed.iter().any(|listed| listed == name)) else {
            check.report(&place, "not one of the members of this `anyOf`");
            continue;
        };
        if let Some((other, _)) = members.iter().find(|(_, member)| member == name) {
            check.report(&place, format!("`{name}` is told by `{other}` already: a member has one value"));
            continue;
        }
        members.push((value.clone(), name.to_owned()));
    }
    let other = listed.pop()?;
    for name in &listed {
        if !members.iter().any(|(_, member)| member == name) {
            check.report(&mapping, format!("`{name}` has no value of `{tag}` in the mapping"));
        }
    }
    if members.iter().any(|(_, member)| *member == other) {
        check.report(&mapping, format!("the last member, `{other}`, takes every value that is not in the mapping"));
    }
    Some(Kind::Union(Union { tag, members, other }))
}

/// The name in `allOf: [{$ref}]`.
fn only_reference(check: &mut Check<'_>, pointer: &str) -> Option<String> {
    if check.list(pointer)?.len() != 1 {
        check.report(pointer, "`allOf` holds exactly one `$ref` here");
    }
    check.reference(&join(pointer, "0"), "schemas").map(str::to_owned)
}
