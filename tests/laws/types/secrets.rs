//! What the documents call a secret is never printed, neither by `Debug` nor in an error.

use conversation_tests::{example::documents, schema::places};
use serde_json::{Value, json};

const CANARY: &str = "c4n4ry-b89d1c2714b01389";

#[test]
fn a_secret_is_in_no_debug_output() {
    let mut tried = 0;
    for document in documents() {
        for example in &document.examples {
            let Some(subject) = document.subject(&example.schema) else { continue };
            for place in places(&document.defs, &example.schema, &example.value) {
                if place.schema.get("format") != Some(&json!("password")) {
                    continue;
                }
                let mut value = example.value.clone();
                *value.pointer_mut(&place.pointer).unwrap() = CANARY.into();
                let recoded = subject.recode(&value).unwrap();
                assert!(recoded.json.to_string().contains(CANARY), "a secret is sent as it is");
                assert!(!recoded.debug.contains(CANARY), "{}", recoded.debug);
                tried += 1;
            }
        }
    }
    assert!(tried > 20, "{tried}");
}

/// Whatever stands in the place of whatever: an error never quotes it.
#[test]
fn no_error_quotes_what_was_sent() {
    let wrong = [json!(CANARY), json!([CANARY]), json!({CANARY: CANARY}), json!({"nickname": [CANARY]})];
    let number = json!(88_317_612_154_884_000_i64);
    let mut tried = 0;
    for document in documents() {
        for example in &document.examples {
            let Some(subject) = document.subject(&example.schema) else { continue };
            for place in places(&document.defs, &example.schema, &example.value) {
                for other in wrong.iter().chain([&number]) {
                    let mut value = example.value.clone();
                    *value.pointer_mut(&place.pointer).unwrap() = other.clone();
                    let Err(error) = subject.recode(&value) else { continue };
                    // Keys are part of the path; values are not.
                    let text = format!("{error} {error:?}").replace(error.path(), "");
                    assert!(!text.contains(CANARY) && !text.contains("88317612154884000"), "{text}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 1000, "{tried}");
}

#[test]
fn the_seed_transcript_keeps_its_key_to_itself() {
    let answer = include_str!("../../fixtures/genesys/get-messages.response.json");
    let answer: genesys_chat_types::GetMessagesAnswer = conversation_wire::decode(answer.as_bytes()).unwrap();
    let debug = format!("{answer:?}");
    assert!(debug.contains("utc_time") && !debug.contains("b89d1c2714b01389"));
    let again: Value = serde_json::to_value(&answer).unwrap();
    assert_eq!(again["secureKey"], "b89d1c2714b01389");
}
