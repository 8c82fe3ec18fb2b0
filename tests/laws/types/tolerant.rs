//! An unknown enum value, an unknown field and an absent optional never fail a decode, and come back out unchanged.

use conversation_tests::{
    example::{Document, Example, documents},
    schema::{known_values, places},
};
use serde_json::{Value, json};

/// Decodes `value` as the example's type and encodes it: the result must be equal.
fn assert_round_trip(document: &Document, example: &Example, value: &Value, what: &str) {
    let Some(subject) = document.subject(&example.schema) else { return };
    let context = || format!("{}: example {} ({}), {what}", document.name, example.name, example.schema);
    let recoded = subject.recode(value).unwrap_or_else(|error| panic!("{}: {error}", context()));
    assert_eq!(&recoded.json, value, "{}", context());
}

fn each(test: impl Fn(&Document, &Example)) {
    for document in documents() {
        assert!(document.examples.len() > 20, "{} has lost its examples", document.name);
        for example in &document.examples {
            test(&document, example);
        }
    }
}

#[test]
fn every_example_decodes_and_encodes_back_equal() {
    each(|document, example| assert_round_trip(document, example, &example.value, "as it is"));
}

#[test]
fn a_new_field_in_any_object_survives() {
    let fields = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!("ü\n\u{0}"),
        json!([]),
        json!({}),
        json!([{"a": [null]}]),
    ];
    each(|document, example| {
        for place in places(&document.defs, &example.schema, &example.value) {
            if !place.is_object() && place.schema.get("additionalProperties") != Some(&json!(true)) {
                continue;
            }
            for field in &fields {
                let mut value = example.value.clone();
                value.pointer_mut(&place.pointer).unwrap()["x-tomorrow.s field"] = field.clone();
                assert_round_trip(document, example, &value, &format!("a new field at `{}`", place.path));
            }
        }
    });
}

#[test]
fn a_new_value_of_any_enum_survives() {
    each(|document, example| {
        for place in places(&document.defs, &example.schema, &example.value) {
            let Some(known) = known_values(place.schema) else { continue };
            let unknown = ["tomorrow", "", "User ", "ünï\u{0}\n", "USER"].map(Value::from);
            for text in unknown.iter().chain(known) {
                let mut value = example.value.clone();
                *value.pointer_mut(&place.pointer).unwrap() = text.clone();
                assert_round_trip(document, example, &value, &format!("{text} at `{}`", place.path));
            }
        }
    });
}

#[test]
fn a_new_operation_of_a_union_survives() {
    let mut tried = 0;
    for document in documents() {
        for example in document.examples.iter().filter(|example| document.defs[&example.schema].get("allOf").is_some())
        {
            let tag = document.defs[&example.schema]["required"][0].as_str().unwrap();
            let mut value = example.value.clone();
            value[tag] = "TomorrowsOperation".into();
            assert_round_trip(&document, example, &value, "a new tag");
            tried += 1;
        }
    }
    assert!(tried >= 8, "{tried}");
}

#[test]
fn any_optional_field_may_be_absent() {
    each(|document, example| {
        for place in places(&document.defs, &example.schema, &example.value).iter().filter(|place| place.is_object()) {
            let required = place.required();
            let part = example.value.pointer(&place.pointer).unwrap().as_object().unwrap();
            for key in part.keys().filter(|key| !required.contains(&key.as_str())) {
                let mut value = example.value.clone();
                value.pointer_mut(&place.pointer).unwrap().as_object_mut().unwrap().remove(key);
                assert_round_trip(document, example, &value, &format!("without `{key}` at `{}`", place.path));
            }
        }
    });
}

#[test]
fn null_stays_null_where_it_is_allowed() {
    each(|document, example| {
        for place in places(&document.defs, &example.schema, &example.value).iter().filter(|place| place.nullable) {
            let mut value = example.value.clone();
            *value.pointer_mut(&place.pointer).unwrap() = Value::Null;
            assert_round_trip(document, example, &value, &format!("null at `{}`", place.path));
        }
    });
}

#[test]
fn empty_lists_and_maps_stay_empty() {
    each(|document, example| {
        for place in places(&document.defs, &example.schema, &example.value) {
            let empty = match place.schema.get("type").and_then(Value::as_str) {
                Some("array") => json!([]),
                Some("object") if !place.has("properties") => json!({}),
                _ => continue,
            };
            let mut value = example.value.clone();
            *value.pointer_mut(&place.pointer).unwrap() = empty;
            assert_round_trip(document, example, &value, &format!("nothing in `{}`", place.path));
        }
    });
}

#[test]
fn times_and_integers_hold_64_bits() {
    each(|document, example| {
        for place in places(&document.defs, &example.schema, &example.value) {
            if place.schema.get("format") != Some(&json!("int64")) || place.has("minimum") || place.has("maximum") {
                continue;
            }
            for integer in [i64::MIN, -1, 0, 1 << 31, 1 << 32, 1 << 53, i64::MAX] {
                let mut value = example.value.clone();
                *value.pointer_mut(&place.pointer).unwrap() = integer.into();
                assert_round_trip(document, example, &value, &format!("{integer} at `{}`", place.path));
            }
        }
    });
}
