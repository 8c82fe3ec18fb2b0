//! One odd item never costs the others: whatever is done to an item of a list, all the others are read, and everything comes
//! back.

use conversation_tests::{
    example::{Document, documents},
    schema::{Place, places},
};
use serde_json::{Value, json};

/// What a field of an item becomes; nothing where it is taken out.
fn changes() -> Vec<Option<Value>> {
    let values = [
        json!(null),
        json!(true),
        json!(7),
        json!(0.5),
        json!("text"),
        json!(""),
        json!([]),
        json!([1]),
        json!({}),
        json!({"k": [1]}),
    ];
    [None].into_iter().chain(values.into_iter().map(Some)).collect()
}

/// The lists of objects in an example: their pointers.
fn lists<'a>(document: &Document, all: &'a [Place<'a>]) -> Vec<&'a Place<'a>> {
    let is_object = |items: &Value| {
        let name = items.get("$ref").and_then(Value::as_str).and_then(|name| name.rsplit('/').next());
        name.and_then(|name| document.defs.get(name)).is_some_and(|schema| schema.get("properties").is_some())
    };
    all.iter().filter(|place| place.schema.get("items").is_some_and(is_object)).collect()
}

#[test]
fn any_field_of_any_item_may_be_anything() {
    let (mut tried, mut unreadable) = (0, 0);
    for document in documents() {
        for example in &document.examples {
            let Some(subject) = document.subject(&example.schema) else { continue };
            let all = places(&document.defs, &example.schema, &example.value);
            for list in lists(&document, &all) {
                let inside = format!("{}/", list.pointer);
                for place in all.iter().filter(|place| place.pointer.starts_with(&inside)) {
                    for change in changes() {
                        let mut value = example.value.clone();
                        let Some((parent, key)) = place.pointer.rsplit_once('/') else { continue };
                        match (value.pointer_mut(parent).unwrap(), change) {
                            (Value::Object(object), Some(change)) => drop(object.insert(key.to_owned(), change)),
                            (Value::Object(object), None) => drop(object.remove(key)),
                            (Value::Array(items), Some(change)) => items[key.parse::<usize>().unwrap()] = change,
                            (Value::Array(items), None) => drop(items.remove(key.parse::<usize>().unwrap())),
                            (_, _) => continue,
                        }
                        let context = || format!("{} ({}) with another {}", example.name, example.schema, place.path);
                        let recoded = subject.recode(&value).unwrap_or_else(|error| panic!("{}: {error}", context()));
                        assert_eq!(recoded.json, value, "{}", context());
                        tried += 1;
                        // By the strict reader the document is valid, or this very place is not.
                        if let Err(error) = subject.recode_strictly(&value) {
                            assert!(error.path().starts_with(&list.path), "{}: {error}", context());
                            unreadable += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(tried > 5_000 && unreadable > 3_000, "{tried}, {unreadable}");
}
