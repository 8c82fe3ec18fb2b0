//! Residues and models that somebody changed: refused or consistent, never a panic.

use conversation_core::{
    convert::Residue,
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use conversation_tests::strategy::{events, genesys_conversation, json_value, messages, proficient_conversation};
use proptest::{prelude::*, sample::Index};
use serde_json::Value;

use super::{
    projected,
    rules::{to_genesys, to_proficient},
};

/// Puts `other` in some place of `value`, or takes that place away.
fn tamper(value: &mut Value, path: &[Index], other: Option<Value>) {
    let mut place = value;
    for (step, index) in path.iter().enumerate() {
        let last = step + 1 == path.len();
        let count = place.as_object().map(|map| map.len()).or(place.as_array().map(Vec::len)).unwrap_or_default();
        if count == 0 {
            break;
        }
        let at = index.index(count);
        match place {
            Value::Object(map) => {
                let key = map.keys().nth(at).expect("a member").clone();
                if last && other.is_none() {
                    map.remove(&key);
                    return;
                }
                place = map.get_mut(&key).expect("a member");
            }
            Value::Array(list) => {
                if last && other.is_none() {
                    list.remove(at);
                    return;
                }
                place = &mut list[at];
            }
            _ => break,
        }
    }
    if let Some(other) = other {
        *place = other;
    }
}

/// The residue with something changed, if it still is one.
fn tampered(residue: impl Into<Residue>, path: &[Index], other: Option<Value>) -> Option<Residue> {
    let mut json = serde_json::to_value(residue.into()).expect("a residue encodes");
    tamper(&mut json, path, other);
    serde_json::from_value(json).ok()
}

/// What a tampered residue may have in some place: something small that fits more places than any JSON does.
fn other() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        Just(None),
        (0i64..9).prop_map(|number| Some(number.into())),
        any::<i64>().prop_map(|number| Some(number.into())),
        Just(Some("Message".into())),
        json_value().prop_map(Some),
    ]
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn what_a_tampered_residue_restores_is_projected_to_that_residue(
        chat in events(1..6),
        interaction in messages(1..6),
        to_proficient in to_proficient(),
        to_genesys in to_genesys(),
        path in prop::collection::vec(any::<Index>(), 1..6),
        other in other(),
    ) {
        let (value, residue) = projected(to_proficient.project(&GenesysConversation::new(chat)))?;
        if let Some(Residue::Genesys(residue)) = tampered(residue, &path, other.clone()) {
            residue.losses();
            if let Ok(chat) = residue.restore(&value) {
                prop_assert_eq!(residue.rules().project(&chat), Ok((value, residue.clone())));
            }
        }
        let (value, residue) = projected(to_genesys.project(&ProficientConversation::new(interaction)))?;
        if let Some(Residue::Proficient(residue)) = tampered(residue, &path, other) {
            residue.losses();
            if let Ok(conversation) = residue.restore(&value) {
                prop_assert_eq!(residue.rules().project(&conversation), Ok((value, residue.clone())));
            }
        }
    }

    #[test]
    fn a_tampered_model_goes_back_or_is_refused_with_its_place(
        chat in genesys_conversation(),
        interaction in proficient_conversation(),
        path in prop::collection::vec(any::<Index>(), 1..5),
        other in other(),
    ) {
        for conversation in [Conversation::from(chat), Conversation::from(interaction)] {
            let count = conversation.entries.len();
            let mut json = serde_json::to_value(conversation).expect("a conversation encodes");
            tamper(&mut json, &path, other.clone());
            let Ok(conversation) = serde_json::from_value::<Conversation>(json) else { continue };
            for error in [
                GenesysConversation::try_from(conversation.clone()).err(),
                ProficientConversation::try_from(conversation).err(),
            ] {
                prop_assert!(error.is_none_or(|error| error.entry.is_none_or(|entry| entry < count)));
            }
        }
    }
}
