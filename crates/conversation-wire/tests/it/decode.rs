//! Decoding takes one whole document.

use conversation_wire::{decode, decode_as, decode_value};
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

#[test]
fn what_is_no_wire_type_decodes_too() {
    let list: Vec<Value> = decode_as("List", b"[1,2]").expect("a list");
    assert_eq!(list.len(), 2);
}
