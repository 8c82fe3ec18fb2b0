//! No error quotes a value of the document, however it is made to look like serde's own words.

use conversation_wire::{DecodeError, decode, decode_value};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::{Message, Operation, SecureKey, breaks, message};

const CANARY: &str = "CANARY";
const NUMBER: i64 = 918_273_645;

fn check(error: &DecodeError) -> Result<(), TestCaseError> {
    let shown = [error.to_string(), format!("{error:?}"), error.message().to_owned(), error.path().to_owned()];
    for shown in shown {
        prop_assert!(!shown.contains(CANARY), "{shown}");
        prop_assert!(!shown.contains(&NUMBER.to_string()), "{shown}");
        prop_assert!(!shown.contains(char::is_control), "{shown}");
    }
    prop_assert!(error.to_string().len() <= 400, "{} bytes", error.to_string().len());
    Ok(())
}

/// A value with the canary in it, dressed up as what the errors are read from.
fn planted() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        Just(CANARY.to_owned()),
        Just(format!("x, expected {CANARY}")),
        Just(format!("x\", expected {CANARY}")),
        Just(format!("\\\", expected {CANARY}, expected")),
        Just(format!("missing field `{CANARY}`")),
        Just(format!("at {CANARY}: missing field `{CANARY}`")),
        Just(format!("{CANARY} at line 1 column 2")),
        Just(format!("`{CANARY}`, there are no variants")),
        (any::<String>(), any::<String>()).prop_map(|(before, after)| format!("{before}{CANARY}{after}")),
        (1..200_usize).prop_map(|times| CANARY.repeat(times * 100)),
    ];
    let scalar =
        prop_oneof![4 => text.prop_map(Value::from), 1 => Just(json!(NUMBER)), 1 => Just(json!(NUMBER as f64 + 0.5))];
    scalar.prop_recursive(2, 4, 2, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..3).prop_map(Value::from),
            inner.prop_map(|inner| json!({"operation": inner})),
        ]
    })
}

/// A property's name that is made to hurt.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just("line\nbreak\r\u{2028}\u{0}\"quoted\"\\".to_owned()),
        Just("\u{202e}sdrawkcab".to_owned()),
        (1..9_usize).prop_map(|times| "key".repeat(times * 10_000)),
        (1..9_usize).prop_map(|times| "\u{1F600}".repeat(times * 10)),
        (1..9_usize).prop_map(|times| "\u{7}".repeat(times * 10)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_error_quotes_a_value(document in message(), pick in any::<proptest::sample::Index>(), planted in planted()) {
        let places = breaks(&document);
        let mut place = pick.get(&places).clone();
        place.wrong = Some(planted);
        let broken = place.apply(document);
        if let Err(error) = decode::<Message>(broken.to_string().as_bytes()) {
            check(&error)?;
        }
        if let Err(error) = decode_value::<Message>(broken) {
            check(&error)?;
        }
    }

    #[test]
    fn no_error_quotes_a_value_under_any_key(keys in proptest::collection::vec(key(), 0..12), planted in planted()) {
        let innermost = json!({"id": "m", "sent_by": planted, "created_at": CANARY});
        let document = keys.into_iter().enumerate().fold(innermost, |inner, (depth, key)| match depth % 2 {
            0 => json!({"by_name": {key: inner}}),
            _ => json!({"operations": [{"operation": "send", key: CANARY, "message": inner}]}),
        });
        check(&decode::<Message>(document.to_string().as_bytes()).expect_err("broken"))?;
        check(&decode_value::<Message>(document).expect_err("broken"))?;
    }

    #[test]
    fn no_error_quotes_a_text_that_breaks_off(document in message(), planted in planted(), cut in any::<proptest::sample::Index>()) {
        let mut document = document;
        document["aaa"] = planted;
        let text = document.to_string().into_bytes();
        let text = &text[..cut.index(text.len())];
        check(&decode::<Message>(text).expect_err("it broke off"))?;
    }

    #[test]
    fn no_error_quotes_bytes(mut bytes in proptest::collection::vec(any::<u8>(), 0..64), at in any::<proptest::sample::Index>()) {
        let at = at.index(bytes.len() + 1);
        bytes.splice(at..at, CANARY.bytes());
        check(&decode::<Message>(&bytes).expect_err("no JSON"))?;
        check(&decode::<Operation>(&[br#"{"operation":"#, &bytes[..]].concat()).expect_err("no JSON"))?;
    }

    #[test]
    fn serde_jsons_own_error_quotes_no_secret(wrong in prop_oneof![
        Just(json!(NUMBER)), Just(json!(-NUMBER)), Just(json!(NUMBER as f64 + 0.5)), Just(json!([CANARY])),
        Just(json!({"secret": CANARY})), Just(json!({CANARY: 1})),
    ]) {
        for error in [
            serde_json::from_str::<SecureKey>(&wrong.to_string()).expect_err("no string"),
            serde_json::from_value::<SecureKey>(wrong).expect_err("no string"),
        ] {
            prop_assert!(!error.to_string().contains(CANARY), "{}", error);
            prop_assert!(!error.to_string().contains(&NUMBER.to_string()), "{}", error);
        }
    }

    #[test]
    fn serde_jsons_own_error_quotes_no_value_in_a_union(planted in planted()) {
        let document = json!({"operation": "send", "message": {"id": planted, "sent_by": planted, "author": planted}});
        let error = serde_json::from_value::<Operation>(document).expect_err("broken");
        prop_assert!(!error.to_string().contains(CANARY), "{}", error);
    }
}
