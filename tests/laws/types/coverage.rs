//! The examples go through every schema and every property, so that what is tried on each of them is tried on all.

use std::collections::BTreeSet;

use conversation_tests::{example::documents, schema::places};

#[test]
fn every_schema_and_every_property_is_in_an_example() {
    for document in documents() {
        let mut schemas = BTreeSet::new();
        let mut properties = BTreeSet::new();
        for example in &document.examples {
            schemas.insert(example.schema.clone());
            for place in places(&document.defs, &example.schema, &example.value) {
                let Some(name) = place.name else { continue };
                schemas.insert(name.to_owned());
                let part = example.value.pointer(&place.pointer).unwrap();
                for key in part.as_object().into_iter().flat_map(|map| map.keys()) {
                    properties.insert(format!("{name}.{key}"));
                }
            }
        }
        for (name, schema) in document.defs.as_object().unwrap() {
            assert!(schemas.contains(name), "{}: no example of `{name}`", document.name);
            if schema.get("allOf").is_some() {
                continue;
            }
            for key in
                schema.get("properties").and_then(|keys| keys.as_object()).into_iter().flat_map(|keys| keys.keys())
            {
                assert!(
                    properties.contains(&format!("{name}.{key}")),
                    "{}: `{name}.{key}` is in no example",
                    document.name
                );
            }
        }
    }
}

/// Only what stands in `conversation_wire` has no generated type.
#[test]
fn every_schema_has_a_type() {
    for document in documents() {
        let without: Vec<_> =
            document.defs.as_object().unwrap().keys().filter(|name| document.subject(name).is_none()).collect();
        assert_eq!(without, ["Timestamp"], "{}", document.name);
    }
}
