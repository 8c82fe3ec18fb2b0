//! An open enum is its string: equality, order and hash; a known string is always the named variant.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use proptest::prelude::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{BorrowedStrDeserializer, Error, StrDeserializer, StringDeserializer};

use crate::sample::SentBy;

/// Every way there is to make a value.
fn all_ways(text: &str) -> Vec<SentBy> {
    let json = serde_json::to_string(text).expect("JSON");
    let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    let borrowed: BorrowedStrDeserializer<'_, Error> = BorrowedStrDeserializer::new(text);
    let lent: StrDeserializer<'_, Error> = text.into_deserializer();
    let owned: StringDeserializer<Error> = text.to_owned().into_deserializer();
    let first = SentBy::from(text);
    vec![
        first.clone(),
        SentBy::from(text.to_owned()),
        text.parse().expect("any string"),
        serde_json::from_str(&json).expect("a string"),
        serde_json::from_str(&format!("\"{escaped}\"")).expect("a string"),
        serde_json::from_reader(json.as_bytes()).expect("a string"),
        serde_json::from_value(text.into()).expect("a string"),
        SentBy::deserialize(borrowed).expect("a string"),
        SentBy::deserialize(lent).expect("a string"),
        SentBy::deserialize(owned).expect("a string"),
        first,
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just("user".to_owned()), Just("agent".to_owned()), "[a-z]{0,6}", any::<String>()]
}

#[test]
fn user_is_always_the_named_variant() {
    for value in all_ways("user") {
        assert!(matches!(value, SentBy::User), "{value:?}");
    }
    for value in all_ways("agent") {
        assert!(matches!(value, SentBy::Agent), "{value:?}");
    }
    for near in ["User", "user ", "", "use", "users", "\u{fe}user"] {
        assert!(!SentBy::from(near).is_known(), "{near:?}");
    }
}

#[test]
fn the_known_values_are_listed_in_order() {
    assert_eq!(SentBy::KNOWN, [SentBy::User, SentBy::Agent]);
    assert!(SentBy::KNOWN.iter().all(SentBy::is_known));
    assert_eq!(SentBy::KNOWN.iter().map(SentBy::as_str).collect::<Vec<_>>(), ["user", "agent"]);
}

#[test]
fn debug_tells_a_name_from_an_unknown_string() {
    assert_eq!(format!("{:?}", SentBy::User), "User");
    assert_eq!(format!("{:?}", SentBy::from("us\"er")), r#"Unknown("us\"er")"#);
    assert_eq!(format!("{:>6}|{:<6}", SentBy::User, SentBy::from("x")), "  user|x     ");
}

#[test]
fn a_value_can_be_the_key_of_a_map() {
    let counts: HashMap<SentBy, u32> = serde_json::from_str(r#"{"user":1,"supervisor":2}"#).expect("a map");
    assert_eq!(counts[&SentBy::User], 1);
    assert_eq!(counts[&SentBy::from("supervisor")], 2);
    let json = serde_json::to_value(&counts).expect("JSON");
    assert_eq!(json, serde_json::json!({"user": 1, "supervisor": 2}));
}

proptest! {
    #[test]
    fn every_way_gives_the_same_value(text in text()) {
        for value in all_ways(&text) {
            prop_assert_eq!(value.as_str(), text.as_str());
            prop_assert_eq!(value.is_known(), ["user", "agent"].contains(&text.as_str()));
            prop_assert_eq!(&value, &SentBy::from(text.as_str()));
            prop_assert!(value == *text && value == text.as_str() && value.as_ref() == text);
            prop_assert_eq!(value.to_string(), text.as_str());
            prop_assert_eq!(serde_json::to_value(&value).expect("JSON"), serde_json::Value::from(text.as_str()));
        }
    }

    #[test]
    fn equality_order_and_hash_are_the_strings(left in text(), right in text()) {
        let (l, r) = (SentBy::from(left.as_str()), SentBy::from(right.as_str()));
        prop_assert_eq!(l == r, left == right);
        prop_assert_eq!(l.cmp(&r), left.cmp(&right));
        prop_assert_eq!(l.partial_cmp(&r), left.partial_cmp(&right));
        let state = RandomState::new();
        prop_assert_eq!(state.hash_one(&l), state.hash_one(left.as_str()));
    }
}
