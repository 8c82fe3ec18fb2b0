//! Decoding takes one whole document.

use conversation_wire::{Extra, WireType, decode, decode_as, decode_value};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::sample::{Leave, Operation, ParticipantId};

#[test]
fn white_space_may_follow_and_nothing_else() {
    assert!(decode::<Operation>(b" {\"operation\":\"x\"}\r\n\t ").is_ok());
    for rest in ["x", "{}", ",", "\0", "null"] {
        let text = format!("{{\"operation\":\"x\"}}{rest}");
        let error = decode::<Operation>(text.as_bytes()).expect_err("something follows");
        assert_eq!((error.path(), error.message()), ("", "trailing characters"));
    }
}

#[test]
fn a_value_decodes_as_its_text_does() {
    let document = json!({"operation": "leave", "participant": 2, "why": {"bored": true}});
    let from_text: Operation = decode(document.to_string().as_bytes()).expect("a document of the type");
    let from_value: Operation = decode_value(document).expect("a document of the type");
    assert_eq!(from_text, from_value);
    let Operation::Leave(Leave { participant, extra, .. }) = from_text else { panic!("{from_text:?}") };
    assert_eq!(participant, ParticipantId::new(2));
    assert_eq!(extra.get("why"), Some(&json!({"bored": true})));
}

/// Any properties: a map of serde_json's, which takes null for an empty one where it is let.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Attributes(Extra);

impl WireType for Attributes {
    const NAME: &'static str = "Attributes";
    const OPERATIONS: &'static [&'static str] = &[];
}

#[test]
fn null_is_no_map_in_a_text_or_in_a_value() {
    assert_eq!(decode::<Attributes>(b"{}"), decode_value(json!({})));
    for wrong in [json!(null), json!([]), json!("a"), json!(1)] {
        let text = decode::<Attributes>(wrong.to_string().as_bytes()).expect_err("no map");
        let value = decode_value::<Attributes>(wrong).expect_err("no map");
        assert_eq!((text.path(), text.message()), (value.path(), value.message()));
    }
}

#[test]
fn what_is_no_wire_type_decodes_too() {
    let list: Vec<Value> = decode_as("List", b"[1,2]").expect("a list");
    assert_eq!(list.len(), 2);
}
