//! A union is decoded by its tag and written as its member.

use conversation_wire::{DecodeErrorKind, Extra, decode, decode_as, decode_value, tagged_union};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::sample::{Leave, Operation, OtherOperation, ParticipantId, message};

#[test]
fn the_tag_chooses_the_member() {
    let decoded = |operation: &str| {
        decode_value::<Operation>(json!({"operation": operation, "participant": 1})).expect("a document of the type")
    };
    assert!(matches!(decoded("leave"), Operation::Leave(leave) if leave.participant == ParticipantId::new(1)));
    for other in ["", "Leave", "leave ", "join"] {
        assert!(matches!(decoded(other), Operation::Other(member) if member.operation == other));
    }
}

#[test]
fn a_known_tag_never_falls_back_to_the_last_member() {
    assert!(decode::<Operation>(br#"{"operation":"leave"}"#).is_err());
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Anything {
    #[serde(flatten)]
    properties: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct AnythingElse {
    #[serde(flatten)]
    properties: Extra,
}

tagged_union! {
    /// Members that do not know the tag, and so cannot refuse one that is there twice.
    enum Loose by "kind" {
        /// Anything.
        Anything(Anything) = "anything";
        /// Anything else.
        Else(AnythingElse)
    }
}

#[test]
fn a_tag_that_is_there_twice_is_refused_even_when_it_says_the_same() {
    assert!(decode_as::<Loose>("Loose", br#"{"kind":"anything","x":1,"x":2}"#).is_ok());
    for second in ["anything", "else"] {
        let text = format!(r#"{{"kind":"anything","kind":"{second}"}}"#);
        let error = decode_as::<Loose>("Loose", text.as_bytes()).expect_err("twice");
        assert_eq!((error.path(), error.kind()), ("kind", DecodeErrorKind::DuplicateField));
    }
}

#[test]
fn a_member_becomes_its_union() {
    let leave = Leave { operation: "leave".to_owned(), participant: 1.into(), extra: Default::default() };
    let union = Operation::from(leave.clone());
    assert_eq!(serde_json::to_value(&union).expect("JSON"), serde_json::to_value(&leave).expect("JSON"));
    assert_eq!(union, Operation::Leave(leave));
    let other = OtherOperation { operation: "x".to_owned(), extra: Default::default() };
    assert!(matches!(other.into(), Operation::Other(_)));
}

proptest! {
    #[test]
    fn a_union_decodes_as_its_member_does(message in message()) {
        let document = json!({"operation": "send", "message": message, "x": [1.5, {"y": null}]});
        let union: Operation = decode(document.to_string().as_bytes()).expect("a document of the type");
        let Operation::Send(member) = &union else { panic!("{union:?}") };
        prop_assert_eq!(&serde_json::from_value::<crate::sample::Send>(document.clone()).expect("a member"), member);
        prop_assert_eq!(serde_json::to_value(&union).expect("JSON"), document);
    }
}
