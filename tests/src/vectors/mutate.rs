//! Every way in which a value of a schema can be another that is as good, and every way in which it can be wrong.

use serde_json::{Value, json};

use super::{
    Vector,
    sample::{Fill, of_object, sample},
    schema::{Object, Shape, shape},
};

const UNICODE: &str = "Grüße, 你好, \u{1f642}\u{200d}\u{1f525}, \u{0000}\u{2028}\"\\/";
/// The year 2286 in milliseconds, beyond 32 bits by far and within the 53 that every language has.
const LATE: i64 = 9_999_999_999_999;
/// What the groups are called of which one in each part of a value is enough.
const IN_PARTS: [&str; 4] = ["unknown enum value", "unknown field", "missing field", "wrong type"];

/// What an empty list or map is in a place where it may be absent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Empties {
    /// Empty, and written as such.
    AreKept,
    /// As good as absent, and left out.
    AreAbsent,
}

/// The vectors of the schema, but for those of its parts.
pub(super) fn mutations(defs: &Value, schema: &Value, empties: Empties) -> Vec<Vector> {
    let (allowed, _) = shape(defs, schema);
    let mut all = Vec::new();
    match &allowed {
        Shape::Object(object) => all.extend(of_members(defs, object, None, empties)),
        Shape::Union { tag, members, open } => {
            for (value, object) in members {
                let named = |mut vector: Vector| {
                    vector.name = format!("{value}: {}", vector.name);
                    vector
                };
                all.extend(of_members(defs, object, Some(tag), empties).into_iter().map(named));
            }
            let first = sample(defs, schema, Fill::Full);
            let with = |value: Value| {
                let mut other = first.clone();
                other[*tag] = value;
                other
            };
            let new = with(json!("tomorrow's"));
            all.push(match open {
                true => Vector::good("unknown enum value", format!("{tag} is new"), new),
                false => Vector::bad("unknown enum value", format!("{tag} is new"), new, ""),
            });
            let mut without = first.clone();
            without.as_object_mut().expect("an object").remove(*tag);
            all.push(Vector::bad("missing field", format!("without {tag}"), without, format!("/{tag}")));
            all.push(Vector::bad("wrong type", format!("{tag} is a number"), with(json!(7)), format!("/{tag}")));
        }
        _ => all.extend(values(defs, schema, "")),
    }
    all.extend(
        wrong_types(defs, schema).into_iter().map(|(what, wrong, at)| Vector::bad("wrong type", what, wrong, at)),
    );
    all
}

/// Other values of a schema that is no object, and values that cross its bounds; `name` begins their names.
fn values(defs: &Value, schema: &Value, name: &str) -> Vec<Vector> {
    let good = |group: &str, what: &str, value: Value| Vector::good(group, format!("{name}{what}"), value);
    let bad = |group: &str, what: &str, value: Value| Vector::bad(group, format!("{name}{what}"), value, "");
    let (allowed, nullable) = shape(defs, schema);
    let mut all = vec![];
    match allowed {
        Shape::OpenEnum(known) => {
            all.extend(known.iter().map(|value| good("example", &format!("the value {value}"), value.clone())));
            all.push(good("unknown enum value", "a value of tomorrow", json!("tomorrow's")));
            all.push(good("unicode", "an unknown value with all sorts of characters", json!(UNICODE)));
        }
        Shape::String => {
            all.push(good("unicode", "all sorts of characters", json!(UNICODE)));
            all.push(good("unicode", "an empty string", json!("")));
        }
        Shape::Integer { minimum: None, maximum: None } => {
            all.push(good("time", "a time beyond 32 bits", json!(LATE)));
            all.push(good("time", "a time before 1970", json!(-LATE)));
            all.push(good("64 bits", "the greatest", json!(i64::MAX)));
            all.push(good("64 bits", "the least", json!(i64::MIN)));
            all.push(good("64 bits", "one more than a float can count to", json!(9_007_199_254_740_993_i64)));
            // Written with an exponent, since JSON has no other way that every reader takes.
            all.push(bad("64 bits", "far too great", json!(2_f64.powi(65))));
            all.push(bad("64 bits", "far too small", json!(-2_f64.powi(65))));
        }
        Shape::Integer { minimum, maximum } => {
            for (limit, beyond) in [(minimum, -1), (maximum, 1)] {
                let Some(limit) = limit else { continue };
                all.push(good("bound", &format!("{limit} is allowed"), json!(limit)));
                all.push(bad("bound", &format!("{} is not", limit + beyond), json!(limit + beyond)));
            }
            if maximum.is_none() {
                all.push(good("time", "a number beyond 32 bits", json!(LATE)));
            }
        }
        Shape::Number { minimum, maximum } => {
            for (limit, beyond) in [(minimum, -0.25), (maximum, 0.25)] {
                let Some(limit) = limit else { continue };
                all.push(good("bound", &format!("{limit:?} is allowed"), json!(limit)));
                all.push(bad("bound", &format!("{:?} is not", limit + beyond), json!(limit + beyond)));
            }
        }
        Shape::Array(_) => all.push(good("empty list", "no items", json!([]))),
        Shape::Map(values) => {
            all.push(good("empty list", "no members", json!({})));
            all.push(good(
                "unicode",
                "a name of all sorts of characters",
                json!({UNICODE: sample(defs, values, Fill::Full)}),
            ));
        }
        Shape::Any => {
            for value in [json!(true), json!(-1.5), json!("text"), json!([]), json!({"deep": [[[null]]]})] {
                all.push(good("any value", &value.to_string(), value.clone()));
            }
        }
        Shape::Either(parts) => {
            all.extend(
                parts
                    .iter()
                    .map(|part| sample(defs, part, Fill::Full))
                    .map(|value| good("example", &value.to_string(), value)),
            );
        }
        Shape::Const(_) | Shape::Boolean | Shape::Object(_) | Shape::Union { .. } => {}
    }
    if nullable {
        all.push(good("absent and null", "null", json!(null)));
    }
    all
}

/// Values of other types, each with what it is and where in it the schema is violated.
fn wrong_types(defs: &Value, schema: &Value) -> Vec<(String, Value, String)> {
    let (allowed, nullable) = shape(defs, schema);
    let inside = |prefix: &str, part: &Value, wrap: &dyn Fn(Value) -> Value| -> Vec<(String, Value, String)> {
        let wrong = wrong_types(defs, part).into_iter().filter(|(_, value, _)| !value.is_null()).take(1);
        wrong.map(|(what, value, at)| (format!("holds {what}"), wrap(value), format!("{prefix}{at}"))).collect()
    };
    let (mut wrong, deep) = match &allowed {
        Shape::OpenEnum(_) | Shape::String | Shape::Const(_) => (vec![json!(7), json!(["text"]), json!({})], vec![]),
        Shape::Integer { .. } => (vec![json!("1"), json!(1.5), json!(true)], vec![]),
        Shape::Number { .. } => (vec![json!("1"), json!(false)], vec![]),
        Shape::Boolean => (vec![json!("true"), json!(0)], vec![]),
        Shape::Array(items) => (vec![json!({}), json!("text")], inside("/0", items, &|value| json!([value]))),
        Shape::Map(values) => {
            (vec![json!([]), json!("text")], inside("/name", values, &|value| json!({"name": value})))
        }
        Shape::Object(_) | Shape::Union { .. } => (vec![json!([]), json!("text"), json!(7)], vec![]),
        Shape::Either(_) => (vec![json!(true), json!({}), json!([])], vec![]),
        Shape::Any => (vec![], vec![]),
    };
    if !nullable && !matches!(allowed, Shape::Any) {
        wrong.push(Value::Null);
    }
    let whole = wrong.into_iter().map(|value| (value.to_string(), value, String::new()));
    whole.chain(deep).collect()
}

/// The vectors of an object: with and without each property, and with others in its place.
fn of_members(defs: &Value, object: &Object<'_>, tag: Option<&str>, empties: Empties) -> Vec<Vector> {
    let full = of_object(defs, object, Fill::Full);
    let mut all = vec![
        Vector::good("example", "every property", full.clone()),
        Vector::good("example", "only what is required", of_object(defs, object, Fill::Required)),
    ];
    let new = with(&full, "added_later", json!({"deep": [1, null, UNICODE]}));
    all.extend(object.open.map(|open| match open {
        true => Vector::good("unknown field", "a field of tomorrow", new),
        false => Vector::bad("unknown field", "a field that nobody knows", new, "/added_later"),
    }));
    for (name, _) in object.properties.iter().filter(|_| object.open == Some(true)) {
        // What a language may call the property is another name in JSON.
        let other = snake(name);
        if other != **name && object.properties.iter().all(|(name, _)| **name != other) {
            all.push(Vector::good("unknown field", format!("{other} is not {name}"), with(&full, &other, json!([7]))));
        }
    }
    for (name, schema) in object.properties.iter().filter(|(name, _)| Some(*name) != tag) {
        let mut without = full.clone();
        without.as_object_mut().expect("an object").remove(*name);
        all.push(match object.required.contains(name) {
            true => Vector::bad("missing field", format!("without {name}"), without, format!("/{name}")),
            false => Vector::good("absent and null", format!("without {name}"), without),
        });
        let at = |inner: &Option<String>| inner.as_ref().map(|inner| format!("/{name}{inner}"));
        for vector in values(defs, schema, "") {
            let is_empty = vector.group == "empty list" && !object.required.contains(name);
            if is_empty && empties == Empties::AreAbsent {
                continue;
            }
            let at = at(&vector.at);
            let value = with(&full, name, vector.value);
            all.push(Vector { name: format!("{name}: {}", vector.name), at, value, ..vector });
        }
        for (what, wrong, at) in wrong_types(defs, schema) {
            let group = if wrong.is_null() { "absent and null" } else { "wrong type" };
            all.push(Vector::bad(group, format!("{name} is {what}"), with(&full, name, wrong), format!("/{name}{at}")));
        }
        all.extend(in_part(defs, schema).into_iter().map(|vector| {
            let at = at(&vector.at);
            let value = with(&full, name, vector.value);
            Vector { name: format!("{name}: {}", vector.name), at, value, ..vector }
        }));
    }
    all
}

/// One of each of a few groups, within a property that is an object or has objects in it.
fn in_part(defs: &Value, schema: &Value) -> Vec<Vector> {
    let (allowed, _) = shape(defs, schema);
    let (object, tag, wrap): (_, _, fn(Value) -> Value) = match allowed {
        Shape::Object(object) => (object, None, |value| value),
        Shape::Union { tag, members, .. } => (members[0].1.clone(), Some(tag), |value| value),
        Shape::Array(items) => match shape(defs, items).0 {
            Shape::Object(object) => (object, None, |value| json!([value])),
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let in_list = wrap(Value::Null).is_array();
    let all = shallow(defs, &object, tag);
    let first = |group: &&str| all.iter().find(|vector| vector.group == **group).cloned();
    let wrapped = |vector: Vector| {
        let at = vector.at.map(|at| if in_list { format!("/0{at}") } else { at });
        Vector { name: format!("within: {}", vector.name), at, value: wrap(vector.value), ..vector }
    };
    IN_PARTS.iter().filter_map(first).map(wrapped).collect()
}

/// The same without the parts' parts.
fn shallow(defs: &Value, object: &Object<'_>, tag: Option<&str>) -> Vec<Vector> {
    let is_flat =
        |schema: &Value| !matches!(shape(defs, schema).0, Shape::Object(_) | Shape::Union { .. } | Shape::Array(_));
    let full = of_object(defs, object, Fill::Full);
    let mut all = Vec::new();
    if object.open == Some(true) {
        all.push(Vector::good("unknown field", "a field of tomorrow", with(&full, "added_later", json!([null]))));
    }
    for (name, schema) in object.properties.iter().copied().filter(|(name, _)| Some(*name) != tag) {
        if object.required.contains(&name) {
            let mut without = full.clone();
            without.as_object_mut().expect("an object").remove(name);
            all.push(Vector::bad("missing field", format!("without {name}"), without, format!("/{name}")));
        }
        if matches!(shape(defs, schema).0, Shape::OpenEnum(_)) {
            let value = with(&full, name, json!("tomorrow's"));
            all.push(Vector::good("unknown enum value", format!("{name} of tomorrow"), value));
        }
        if is_flat(schema) {
            for (what, wrong, at) in wrong_types(defs, schema).into_iter().take(1) {
                let value = with(&full, name, wrong);
                all.push(Vector::bad("wrong type", format!("{name} is {what}"), value, format!("/{name}{at}")));
            }
        }
    }
    all
}

/// `utcTime` as `utc_time`.
fn snake(name: &str) -> String {
    name.chars()
        .flat_map(|c| c.is_ascii_uppercase().then_some('_').into_iter().chain([c.to_ascii_lowercase()]))
        .collect()
}

fn with(object: &Value, name: &str, value: Value) -> Value {
    let mut object = object.clone();
    object[name] = value;
    object
}
