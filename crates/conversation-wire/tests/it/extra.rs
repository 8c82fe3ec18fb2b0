//! Unknown properties are a small map.

use conversation_wire::Extra;
use serde_json::{Map, Value, json};

#[test]
fn it_is_a_map() {
    let mut extra = Extra::new();
    assert_eq!((extra.is_empty(), extra.len()), (true, 0));
    assert_eq!(extra.insert("tone", "warm"), None);
    assert_eq!(extra.insert("tone", 1), Some(json!("warm")));
    extra.extend([("mood".to_owned(), Value::Null)]);
    assert!(extra.contains_key("mood") && !extra.contains_key("Mood"));
    assert_eq!(extra.get("tone"), Some(&json!(1)));
    assert_eq!((&extra).into_iter().count(), extra.iter().count());

    let again: Extra = extra.clone().into_iter().collect();
    assert_eq!(again, extra);
    assert_eq!(Extra::from(extra.as_map().clone()), extra);
    assert_eq!(extra.remove("tone"), Some(json!(1)));
    assert_eq!(extra.into_map(), Map::from_iter([("mood".to_owned(), Value::Null)]));
}

#[test]
fn debug_shows_no_values() {
    let extra: Extra = [("refreshToken", json!("CANARY")), ("x", json!({"y": 1})), ("z", json!(null))]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    assert_eq!(format!("{extra:?}"), r#"{"refreshToken": string, "x": object, "z": null}"#);
}
