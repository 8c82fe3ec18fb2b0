//! The path an error names is the place that is broken, wherever it is.

use conversation_wire::{DecodeErrorKind, decode, decode_as, decode_value};
use proptest::prelude::*;
use serde_json::json;

use crate::sample::{Message, Operation, breaks, message};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn the_path_found_is_the_path_broken(document in message(), pick in any::<proptest::sample::Index>()) {
        let places = breaks(&document);
        let place = pick.get(&places);
        prop_assume!(place.path.len() <= 128);
        let broken = place.apply(document);

        let text = serde_json::to_string_pretty(&broken).expect("JSON");
        let from_text = decode::<Message>(text.as_bytes()).expect_err("broken");
        prop_assert_eq!(from_text.path(), &place.path, "{}", from_text);
        prop_assert_eq!(from_text.kind() == DecodeErrorKind::MissingField, place.wrong.is_none());

        let from_value = decode_value::<Message>(broken).expect_err("broken");
        prop_assert_eq!(from_value.path(), from_text.path());
        prop_assert_eq!(from_value.message(), from_text.message());
        prop_assert_eq!(from_value.kind(), from_text.kind());
        prop_assert_eq!((from_value.line(), from_value.column()), (None, None));
    }
}

#[test]
fn a_path_may_begin_with_an_index() {
    let error = decode_as::<Vec<Operation>>(
        "OperationList",
        br#"[{"operation":"leave","participant":1},{"operation":"leave"}]"#,
    )
    .expect_err("broken");
    assert_eq!(error.to_string(), "OperationList: [1].participant: missing required field (line 1, column 60)");
}

#[test]
fn an_error_in_a_union_has_its_path_from_the_root_in_any_order_of_properties() {
    for text in [
        r#"{"operation":"leave","participant":"two"}"#,
        r#"{"participant":"two","operation":"leave"}"#,
        r#"{"x":1,"participant":"two","x":2,"operation":"leave"}"#,
    ] {
        let error = decode::<Operation>(text.as_bytes()).expect_err("broken");
        assert_eq!(error.path(), "participant");
        assert_eq!(error.message(), "expected ParticipantId (an integer), found a string");
    }
}

#[test]
fn an_error_of_the_union_itself_is_at_its_tag() {
    for (document, path, kind, message) in [
        (json!({}), "operation", DecodeErrorKind::MissingField, "missing required field"),
        (json!({"operation": null}), "operation", DecodeErrorKind::WrongType, "expected a string, found null"),
        (json!({"operation": [1]}), "operation", DecodeErrorKind::WrongType, "expected a string, found an array"),
        (
            json!("leave"),
            "",
            DecodeErrorKind::WrongType,
            "expected Operation (an object told apart by operation), found a string",
        ),
    ] {
        for error in [
            decode::<Operation>(document.to_string().as_bytes()).expect_err("broken"),
            decode_value::<Operation>(document).expect_err("broken"),
        ] {
            assert_eq!((error.path(), error.kind(), error.message()), (path, kind, message));
        }
    }
}

#[test]
fn a_fault_between_properties_is_the_objects() {
    for (text, path) in [
        (r#"{"id":"m",}"#, ""),
        (r#"{"replies":[{"id":1}]}"#, "replies[0].id"),
        (r#"{"replies":[{,"id":1}]}"#, "replies[0]"),
        (r#"{"x":{"y":[1,{"z" 2}]}}"#, "x.y[1]"),
        (r#"{"x":{"y":[1,{"z":tru}]}}"#, "x.y[1].z"),
    ] {
        assert_eq!(decode::<Message>(text.as_bytes()).expect_err("broken").path(), path, "{text}");
    }
}
