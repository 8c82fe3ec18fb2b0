//! An id is its string or its number, with a type of its own.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use proptest::prelude::*;

use crate::sample::{MessageId, ParticipantId};

proptest! {
    #[test]
    fn a_string_id_is_its_string(left in any::<String>(), right in any::<String>()) {
        let id = MessageId::new(left.as_str());
        prop_assert_eq!(id.as_str(), left.as_str());
        prop_assert_eq!(id.to_string(), left.as_str());
        prop_assert_eq!(&id, &MessageId::from(left.clone()));
        prop_assert_eq!(&Ok(id.clone()), &left.parse());
        prop_assert!(id == *left && id == left.as_str());
        prop_assert_eq!(id.cmp(&MessageId::from(right.as_str())), left.cmp(&right));
        prop_assert_eq!(String::from(id.clone()), left.as_str());
        let state = RandomState::new();
        prop_assert_eq!(state.hash_one(&id), state.hash_one(left.as_str()));

        let json = serde_json::to_string(&id).expect("JSON");
        prop_assert_eq!(&json, &serde_json::to_string(&left).expect("JSON"));
        prop_assert_eq!(&serde_json::from_str::<MessageId>(&json).expect("a string"), &id);
        prop_assert_eq!(&serde_json::from_value::<MessageId>(left.into()).expect("a string"), &id);
    }

    #[test]
    fn an_integer_id_is_its_number(left in any::<i64>(), right in any::<i64>()) {
        let id = ParticipantId::new(left);
        prop_assert_eq!(id.get(), left);
        prop_assert_eq!(i64::from(id), left);
        prop_assert_eq!(id.to_string(), left.to_string());
        prop_assert_eq!(left.to_string().parse(), Ok(id));
        prop_assert_eq!(id.cmp(&right.into()), left.cmp(&right));

        let json = serde_json::to_string(&id).expect("JSON");
        prop_assert_eq!(&json, &left.to_string());
        prop_assert_eq!(serde_json::from_str::<ParticipantId>(&json).expect("a number"), id);
        prop_assert_eq!(serde_json::from_value::<ParticipantId>(left.into()).expect("a number"), id);
    }
}

#[test]
fn debug_names_the_type() {
    assert_eq!(format!("{:?}", MessageId::new("a\"b")), r#"MessageId("a\"b")"#);
    assert_eq!(format!("{:?}", ParticipantId::new(-1)), "ParticipantId(-1)");
}

#[test]
fn a_set_of_ids_is_searched_by_a_string() {
    let ids = || ["b", "a"].into_iter().map(MessageId::from);
    assert!(ids().collect::<HashSet<_>>().contains("a"));
    assert!(ids().collect::<BTreeSet<_>>().contains("b"));
}

#[test]
fn an_id_can_be_the_key_of_a_map() {
    let by_id: HashMap<ParticipantId, MessageId> = serde_json::from_str(r#"{"2":"two"}"#).expect("a map");
    assert_eq!(by_id[&ParticipantId::new(2)], "two");
    assert_eq!(serde_json::to_string(&by_id).expect("JSON"), r#"{"2":"two"}"#);
    let by_id: HashMap<MessageId, i64> = serde_json::from_str(r#"{"two":2}"#).expect("a map");
    assert_eq!(by_id["two"], 2);
}

#[test]
fn an_integer_id_has_a_constant_constructor() {
    const FIRST: ParticipantId = ParticipantId::new(1);
    const NUMBER: i64 = FIRST.get();
    assert_eq!(NUMBER, 1);
}
