//! Documents that earlier versions stored are read for ever: see `tests/fixtures/stored/README.md`.

use std::fs;

use conversation_core::{
    Completeness, Defect, Pager, TranscriptCursor, TranscriptDefect,
    convert::{Fingerprint, Residue},
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use genesys_chat_client::{PreparedMessage, ResumePoint};
use proficient_client::{AskParams, HeldItems, ListInteractions, ListMessages, PreparedCall};
use proficient_types::{
    AgentCreateParams, InteractionCreateParams, InteractionId, MessageCreateParams, MessageId, UserCreateParams,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn stored(name: &str) -> Value {
    let path = format!("{}/fixtures/stored/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    from(name, stored(name))
}

fn from<T: DeserializeOwned>(name: &str, value: Value) -> T {
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The document with the names of today in place of earlier ones.
fn renamed(value: Value, names: &[(&str, &str)], kinds: &[(&str, &str)]) -> Value {
    let new = |names: &[(&str, &str)], old: &str| {
        names.iter().find(|(from, _)| *from == old).map_or(old, |(_, to)| *to).to_owned()
    };
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| {
                let value = match value {
                    Value::String(kind) if name == "kind" => new(kinds, &kind).into(),
                    value => renamed(value, names, kinds),
                };
                (new(names, &name), value)
            })
            .collect(),
        Value::Array(values) => values.into_iter().map(|value| renamed(value, names, kinds)).collect(),
        value => value,
    }
}

const CURSOR_NAMES: &[(&str, &str)] = &[
    ("held", "seen"),
    ("allowance", "max_items"),
    ("hole_tries", "gap_tries"),
    ("patience", "max_failures"),
    ("tries", "failures"),
];
const CURSOR_KINDS: &[(&str, &str)] = &[("allowance", "max_items"), ("out_of_patience", "too_many_failures")];

fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("a document")
}

/// Reads each document of a file, and checks that it is written with the names of today.
fn each<T: DeserializeOwned + Serialize>(name: &str, names: &[(&str, &str)], kinds: &[(&str, &str)]) {
    let documents: Vec<(String, Value)> = match stored(name) {
        Value::Object(members) => members.into_iter().collect(),
        Value::Array(elements) => (0..).map(|number: usize| number.to_string()).zip(elements).collect(),
        other => panic!("{name}: {other}"),
    };
    assert!(!documents.is_empty());
    for (key, document) in documents {
        let place = format!("{name}: {key}");
        let read: T = from(&place, document.clone());
        assert_eq!(written(&read), renamed(document, names, kinds), "{place}");
    }
}

#[test]
fn stored_models_give_the_conversations_back() {
    let chat: GenesysConversation = read("chat.json");
    let model: Conversation = read("model-of-chat.json");
    assert_eq!(written(&model), stored("model-of-chat.json"));
    assert_eq!(GenesysConversation::try_from(model), Ok(chat));
    let interaction: ProficientConversation = read("interaction.json");
    let model: Conversation = read("model-of-interaction.json");
    assert_eq!(written(&model), stored("model-of-interaction.json"));
    assert_eq!(ProficientConversation::try_from(model), Ok(interaction));
}

#[test]
fn stored_residues_restore_the_originals() {
    let residue: Residue = read("residue-of-chat.json");
    assert_eq!(written(&residue), renamed(stored("residue-of-chat.json"), &[("seal", "digest")], &[]));
    let Residue::Genesys(residue) = residue else { panic!("the residue of a chat") };
    assert_eq!(residue.restore(&read("projection-of-chat.json")), Ok(read("chat.json")));

    let residue: Residue = read("residue-of-interaction.json");
    assert_eq!(written(&residue), renamed(stored("residue-of-interaction.json"), &[("seal", "digest")], &[]));
    let Residue::Proficient(residue) = residue else { panic!("the residue of an interaction") };
    assert_eq!(residue.restore(&read("projection-of-interaction.json")), Ok(read("interaction.json")));

    let other: Residue = read("residue-other.json");
    assert!(matches!(other, Residue::Other(_)));
    assert_eq!(written(&other), stored("residue-other.json"));
}

#[test]
fn stored_fingerprints_still_match() {
    let fingerprints = stored("fingerprints.json");
    let of = |side: &str| from::<Fingerprint>(side, fingerprints[side].clone());
    assert_eq!(of("chat").check_chat(&read("chat.json")), Ok(()));
    assert_eq!(of("interaction").check_interaction(&read("interaction.json")), Ok(()));
    // As they are made today, and stay.
    let fingerprints = stored("fingerprints-2.json");
    let (chat, interaction) = (read("chat.json"), read("interaction.json"));
    assert_eq!(written(&Fingerprint::of_chat(&chat)), fingerprints["chat"]);
    assert_eq!(written(&Fingerprint::of_interaction(&interaction)), fingerprints["interaction"]);
    let later = json!({"version": 3, "whole": 1, "entries": []});
    assert!(from::<Fingerprint>("later", later).check_chat(&chat).is_err());
}

/// The digests of the first release are of the text that it wrote. A later release has fields for what it did not know, and
/// writes them in other places.
#[test]
fn a_first_fingerprint_does_not_depend_on_what_a_later_release_knows() {
    let mut interaction = stored("interaction.json");
    for message in interaction["messages"].as_array_mut().unwrap() {
        message["zeta"] = json!({"b": [1, {}], "a": null});
        message["edited_at"] = json!(5);
    }
    // What the first release wrote, by hand: known fields in the order of the document, then the others by name.
    let text = |item: &Value, known: &[&str]| {
        let fields = item.as_object().unwrap();
        let known_fields = known.iter().filter_map(|name| fields.get_key_value(*name));
        let others = fields
            .iter()
            .filter(|(name, _)| !known.contains(&name.as_str()))
            .collect::<std::collections::BTreeMap<_, _>>();
        let all = known_fields.chain(others).map(|(name, value)| format!("{}:{value}", json!(name)));
        format!("{{{}}}", all.collect::<Vec<_>>().join(","))
    };
    let digest = |text: &str| {
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        (hash ^ (hash >> 32)) >> 11
    };
    let known = ["id", "object", "content", "created_at", "depth", "interaction_id", "parent_id", "sent_by"];
    let entries: Vec<_> =
        interaction["messages"].as_array().unwrap().iter().map(|message| digest(&text(message, &known))).collect();
    let whole = stored("fingerprints.json")["interaction"]["whole"].clone();
    let first: Fingerprint = from("first", json!({"whole": whole, "entries": entries}));
    assert_eq!(first.check_interaction(&from("interaction", interaction)), Ok(()));
}

#[test]
fn stored_cursors_are_read_in_every_state_and_written_with_the_names_of_today() {
    each::<Pager<MessageId>>("pagers.json", CURSOR_NAMES, CURSOR_KINDS);
    each::<TranscriptCursor>("transcript-cursors.json", CURSOR_NAMES, CURSOR_KINDS);
    each::<ResumePoint>("chat-states.json", CURSOR_NAMES, CURSOR_KINDS);
}

#[test]
fn stored_states_of_pull_contain_cursors_that_are_read() {
    let point = |name: &str| stored(name)["point"].clone();
    let pager: Pager<MessageId> = from("pull-messages.state", point("pull-messages.state"));
    assert_eq!((pager.pages(), pager.items()), (1, 2));
    let pager: Pager<InteractionId> = from("pull-interactions.state", point("pull-interactions.state"));
    assert_eq!((pager.pages(), pager.items()), (1, 2));
    let all = point("pull-all.state");
    let list: Pager<InteractionId> = from("pull-all.state: list", all["list"].clone());
    assert_eq!(list, Pager::new(proficient_types::PageLimit::MAX));
    let (id, current): (InteractionId, Pager<MessageId>) = from("pull-all.state: current", all["current"].clone());
    assert_eq!((id.as_str(), current.items()), ("int_2", 2));
    let cursor: TranscriptCursor = from("pull-chat.state", point("pull-chat.state"));
    assert_eq!((cursor.events(), cursor.chat_id().as_str()), (3, "TzD7lSwU00000001"));
}

#[test]
fn stored_findings_are_read_and_written_with_the_names_of_today() {
    let names = &[("of", "kind"), ("held", "received"), ("allowance", "max_items"), ("tries", "failures")];
    each::<Completeness>("completeness.json", names, CURSOR_KINDS);
    each::<Defect>("defects.json", &[], &[]);
    each::<TranscriptDefect>("transcript-defects.json", &[], &[("hole", "gap")]);
}

#[test]
fn a_former_name_with_other_fields_is_an_error_and_not_an_unknown_kind() {
    assert!(serde_json::from_value::<TranscriptDefect>(json!({"kind": "hole", "first": "x"})).is_err());
    assert!(serde_json::from_value::<TranscriptDefect>(json!({"kind": "crater", "first": "x"})).is_ok());
}

#[test]
fn stored_calls_and_held_items_are_read_and_written_back() {
    fn same<T: Serialize + DeserializeOwned>(name: &str) {
        let value = stored("prepared.json")[name].clone();
        assert_eq!(written(&from::<T>(name, value.clone())), value, "{name}");
    }
    same::<PreparedMessage>("message");
    same::<PreparedCall<MessageCreateParams>>("messages_create");
    same::<PreparedCall<AskParams>>("messages_ask");
    same::<PreparedCall<InteractionCreateParams>>("interactions_create");
    same::<PreparedCall<UserCreateParams>>("users_create");
    same::<PreparedCall<AgentCreateParams>>("agents_create");
    same::<HeldItems<ListMessages>>("held_messages");
    same::<HeldItems<ListInteractions>>("held_interactions");
}
