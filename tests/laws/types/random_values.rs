//! Any value of a schema, known and unknown parts mixed, decodes and encodes back equal.

use std::{collections::BTreeSet, sync::Arc};

use conversation_tests::{
    example::documents,
    schema::{definition, known_values},
};
use proptest::{
    collection::{btree_map, vec},
    prelude::*,
    sample::select,
};
use serde_json::{Map, Value, json};

/// Any JSON value, small.
fn any_json() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter_map("finite", |number| serde_json::Number::from_f64(number).map(Value::Number)),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(any_text(), inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
    .boxed()
}

fn any_text() -> BoxedStrategy<String> {
    prop_oneof![Just(String::new()), Just("null".into()), "[a-z]{1,8}", "\\PC{0,12}", any::<String>()].boxed()
}

/// Any value of the schema; the documents have no schema within itself, so this ends.
fn value_of(defs: &Value, schema: &Map<String, Value>) -> BoxedStrategy<Value> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return value_of(defs, definition(defs, name.strip_prefix("#/$defs/").unwrap()));
    }
    if let Some(known) = known_values(schema) {
        return prop_oneof![select(known.clone()), any_text().prop_map(Value::from)].boxed();
    }
    if let Some(rules) = schema.get("allOf").and_then(Value::as_array) {
        let tag = schema["required"][0].as_str().unwrap().to_owned();
        let members = rules.iter().map(|rule| {
            let member = value_of(defs, rule["then"].as_object().unwrap());
            let constant = rule["if"]["properties"][&tag].get("const").cloned();
            let tag = tag.clone();
            member.prop_map(move |mut value| {
                value[&tag] = constant.clone().unwrap_or_else(|| "TomorrowsOperation".into());
                value
            })
        });
        return proptest::strategy::Union::new(members.collect::<Vec<_>>()).boxed();
    }
    if let Some(Value::Array(either)) = schema.get("anyOf") {
        let inner = value_of(defs, either[0].as_object().unwrap());
        return prop_oneof![1 => Just(Value::Null), 3 => inner].boxed();
    }
    match schema.get("type") {
        None => any_json(),
        Some(Value::Array(kinds)) => {
            let mut inner = schema.clone();
            inner.insert("type".into(), kinds[0].clone());
            prop_oneof![1 => Just(Value::Null), 3 => value_of(defs, &inner)].boxed()
        }
        Some(kind) => match kind.as_str().unwrap() {
            "string" => any_text().prop_map(Value::from).boxed(),
            "boolean" => any::<bool>().prop_map(Value::from).boxed(),
            "integer" => {
                let least = schema.get("minimum").and_then(Value::as_i64).unwrap_or(i64::MIN);
                let greatest = schema.get("maximum").and_then(Value::as_i64).unwrap_or(i64::MAX);
                (least..=greatest).prop_map(Value::from).boxed()
            }
            "number" => {
                let least = schema.get("minimum").and_then(Value::as_f64).unwrap_or(-1e300);
                let greatest = schema.get("maximum").and_then(Value::as_f64).unwrap_or(1e300);
                (least..=greatest).prop_map(|number| json!(number)).boxed()
            }
            "array" => vec(value_of(defs, schema["items"].as_object().unwrap()), 0..4).prop_map(Value::from).boxed(),
            "object" => object(defs, schema),
            other => panic!("{other}"),
        },
    }
}

fn object(defs: &Value, schema: &Map<String, Value>) -> BoxedStrategy<Value> {
    let properties = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    let required: BTreeSet<String> = match schema.get("required") {
        Some(list) => serde_json::from_value(list.clone()).unwrap(),
        None => BTreeSet::new(),
    };
    let unknown = match schema.get("additionalProperties").and_then(Value::as_object) {
        Some(values) => value_of(defs, values),
        None => any_json(),
    };
    let names: Arc<BTreeSet<String>> = Arc::new(properties.keys().cloned().collect());
    let extra = btree_map(any_text(), unknown, 0..3).prop_map(move |mut map| {
        map.retain(|key, _| !names.contains(key));
        map
    });
    let known = properties.into_iter().map(|(key, schema)| {
        let value = value_of(defs, schema.as_object().unwrap());
        let present = if required.contains(&key) { Just(true).boxed() } else { any::<bool>().boxed() };
        (present, value).prop_map(move |(present, value)| present.then(|| (key.clone(), value)))
    });
    let known: Vec<_> = known.collect();
    (known, extra).prop_map(|(known, extra)| Value::Object(known.into_iter().flatten().chain(extra).collect())).boxed()
}

#[test]
fn any_value_of_any_schema_decodes_and_encodes_back_equal() {
    for document in documents() {
        for (name, subject) in &document.subjects {
            let strategy = value_of(&document.defs, definition(&document.defs, name));
            let config = ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() };
            proptest!(config, |(value in strategy)| {
                let recoded = subject.recode(&value).map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert_eq!(recoded.json, value);
            });
        }
    }
}
