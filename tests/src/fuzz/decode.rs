//! Any text, as any type of both documents.

use std::sync::LazyLock;

use conversation_wire::DecodeError;
use serde_json::{Value, json};

use crate::{
    example::{Document, documents},
    generated,
    schema::places,
    subject::{Recoded, Subject},
};

/// What no text has that was not planted.
const CANARY: &str = "c4n4ry-b89d1c2714b01389";

/// The first byte chooses a type, the rest is the text to decode.
pub fn decode(data: &[u8]) {
    let Some((choice, text)) = data.split_first() else { return };
    let subjects = subjects();
    let subject = &subjects[usize::from(*choice) % subjects.len()];
    let value: Option<Value> = serde_json::from_slice(text).ok();
    match subject.decode(text) {
        Ok(recoded) => {
            let value = value.as_ref().expect("what decodes is JSON");
            comes_back_unchanged(subject, value, &recoded);
            keeps_secrets(subject, value);
        }
        Err(error) => is_one_short_line(&error),
    }
    if let Some(mut value) = value {
        decodes_as_its_text(subject, &value);
        if !text.windows(CANARY.len()).any(|part| part == CANARY.as_bytes()) {
            plant(&mut value);
            if let Err(error) = subject.recode(&value) {
                let shown = format!("{error} {error:?}");
                assert!(!shown.contains(CANARY), "an error quotes what was sent: {shown}");
            }
        }
    }
}

/// Every type, in the order of the documents.
pub(super) fn subjects() -> &'static [Subject] {
    static SUBJECTS: LazyLock<Vec<Subject>> =
        LazyLock::new(|| [generated::proficient::subjects(), generated::genesys_chat::subjects()].concat());
    &SUBJECTS
}

fn comes_back_unchanged(subject: &Subject, value: &Value, recoded: &Recoded) {
    // As text, so that `1` is not `1.0` and `0.0` not `-0.0`.
    assert_eq!(recoded.json.to_string(), value.to_string(), "{} changes what it decodes", subject.name);
    assert_eq!(recoded.text.len(), recoded.json.to_string().len(), "{} writes a property twice", subject.name);
    let again = subject.decode(recoded.text.as_bytes()).unwrap_or_else(|error| panic!("what was encoded: {error}"));
    assert_eq!((&again.text, &again.debug), (&recoded.text, &recoded.debug), "{}", subject.name);
}

fn keeps_secrets(subject: &Subject, value: &Value) {
    static DOCUMENTS: LazyLock<[Document; 2]> = LazyLock::new(documents);
    let defs = DOCUMENTS.iter().find(|document| document.subject(subject.name).is_some()).map(|known| &known.defs);
    let mut planted = value.clone();
    let mut secrets = 0;
    for place in places(defs.expect("a type of a document"), subject.name, value) {
        if place.schema.get("format") == Some(&json!("password")) && !place.null {
            *planted.pointer_mut(&place.pointer).expect("a place of the value") = CANARY.into();
            secrets += 1;
        }
    }
    if secrets > 0 && !value.to_string().contains(CANARY) {
        let recoded = subject.recode(&planted).unwrap_or_else(|error| panic!("with another secret: {error}"));
        assert!(!recoded.debug.contains(CANARY), "{}", recoded.debug);
    }
}

fn is_one_short_line(error: &DecodeError) {
    let shown = error.to_string();
    assert!(shown.len() <= 400, "{} bytes: {shown}", shown.len());
    assert!(!shown.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')), "{shown:?}");
    assert!(!format!("{error:?}").contains(char::is_control), "{error:?}");
}

/// A value decodes as its text does, and fails at the same place for the same reason.
fn decodes_as_its_text(subject: &Subject, value: &Value) {
    match (subject.recode(value), subject.recode_value(value.clone())) {
        (Ok(text), Ok(value)) => assert_eq!((text.text, text.debug), (value.text, value.debug)),
        (Err(text), Err(value)) => {
            is_one_short_line(&text);
            is_one_short_line(&value);
            assert_eq!((text.path(), text.kind(), text.message()), (value.path(), value.kind(), value.message()));
        }
        (Ok(_), Err(error)) => panic!("a value is refused and its text is not: {error}"),
        (Err(error), Ok(_)) => panic!("a text is refused and its value is not: {error}"),
    }
}

/// Puts the canary into every string, but for those that tell which member of a union it is.
fn plant(value: &mut Value) {
    match value {
        Value::String(text) => text.push_str(CANARY),
        Value::Array(items) => items.iter_mut().for_each(plant),
        Value::Object(members) => {
            members.iter_mut().filter(|(name, _)| *name != "operationName").for_each(|(_, member)| plant(member));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
