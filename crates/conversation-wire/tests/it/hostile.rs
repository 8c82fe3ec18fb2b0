//! Documents that are made to hurt end in an error, soon.

use std::time::{Duration, Instant};

use conversation_wire::{DecodeErrorKind, decode, decode_value};
use serde_json::{Value, json};

use crate::sample::{Message, Operation};

const BUDGET: Duration = Duration::from_secs(20);

/// Messages within unions within messages, as deep as serde_json reads.
fn nested(depth: usize, innermost: Value) -> Value {
    (0..depth).fold(innermost, |inner, _| {
        json!({"operation": "send", "message": {
            "id": "m", "sent_by": "user", "created_at": 0, "author": 1, "edited_at": null,
            "replies": [], "by_name": {}, "operations": [inner],
        }})
    })
}

#[test]
fn unions_within_unions_cost_no_more_with_every_level() {
    let started = Instant::now();
    let document = nested(40, json!({"operation": "leave", "participant": "two"}));
    let error = decode::<Operation>(document.to_string().as_bytes()).expect_err("broken");
    assert!(error.path().starts_with("message.operations[0].message…"), "{error}");
    assert!(error.path().ends_with(".message.operations[0].participant"), "{error}");
    assert!(error.to_string().len() <= 400);
    assert_eq!(error.message(), "expected ParticipantId (an integer), found a string");
    assert_eq!(decode_value::<Operation>(document).expect_err("broken").path(), error.path());
    assert!(started.elapsed() < BUDGET, "{:?}", started.elapsed());
}

#[test]
fn a_document_nested_too_deeply_is_an_error() {
    for (open, close) in
        [("[", "]"), ("{\"x\":", "}"), ("{\"operations\":[{\"operation\":\"send\",\"message\":", "}]}")]
    {
        for depth in [130, 100_000] {
            let text = format!("{{\"x\":{}0{}}}", open.repeat(depth), close.repeat(depth));
            for error in [
                decode::<Message>(text.as_bytes()).expect_err("deep"),
                decode::<Operation>(text.as_bytes()).expect_err("deep"),
            ] {
                assert_eq!((error.kind(), error.message()), (DecodeErrorKind::Syntax, "recursion limit exceeded"));
                assert!(error.path().len() <= 128, "{}", error.path());
            }
        }
    }
}

#[test]
fn a_document_as_deep_as_serde_json_reads_decodes() {
    let text = format!("{{\"operation\":\"x\",\"deep\":{}{}}}", "[".repeat(126), "]".repeat(126));
    assert!(decode::<Operation>(text.as_bytes()).is_ok());
}

#[test]
fn a_huge_value_in_the_wrong_place_is_a_short_error() {
    let started = Instant::now();
    let huge = "\u{1}\"\\CANARY".repeat(1 << 18);
    for document in [json!({"operation": "leave", "participant": huge}), json!({"operation": {"x": huge}}), json!(huge)]
    {
        let error = decode::<Operation>(document.to_string().as_bytes()).expect_err("broken");
        assert!(error.to_string().len() <= 400 && !error.to_string().contains("CANARY"));
    }
    assert!(started.elapsed() < BUDGET, "{:?}", started.elapsed());
}

#[test]
fn half_a_surrogate_pair_is_an_error_with_its_place() {
    let error = decode::<Operation>(br#"{"operation":"other","text":"\ud800"}"#).expect_err("no string");
    assert_eq!((error.path(), error.kind()), ("text", DecodeErrorKind::Syntax));
}
