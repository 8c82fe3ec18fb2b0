//! A core that is older than its types loses nothing: each type that it copies has one more field of each kind here.
//!
//! `cargo xtask ci newer` copies the workspace, adds the fields to the documents, generates the types, and runs this test of
//! the unchanged core.

use conversation_core::{
    Forest, Transcript,
    convert::{Fingerprint, Residue, ToGenesys, ToProficient},
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use conversation_wire::decode_as;
use serde_json::{Value, json};

/// The value with the new fields, each of which says where it is.
fn with_new(mut value: Value, place: &str) -> Value {
    let fields = value.as_object_mut().unwrap();
    fields.insert("added_text".into(), json!(format!("text of {place}")));
    fields.insert("added_number".into(), json!(7));
    fields.insert("added_map".into(), json!({"of": place, "deep": [1, {"a": null}]}));
    fields.insert("added_object".into(), json!({"inner": place, "unknown": 1}));
    fields.insert("added_list".into(), json!([{"inner": place}, {"inner": "two"}]));
    fields.insert("unknown".into(), json!({"of": place}));
    value
}

fn message(id: &str, parent: Option<&str>, depth: i64) -> Value {
    let mut message = json!({
        "id": id, "object": "message", "content": format!("This is {id}."), "created_at": 1_686_000_000_000_i64 + depth,
        "depth": depth, "interaction_id": "int_1", "sent_by": if depth % 2 == 0 { "user" } else { "agent" }
    });
    if let Some(parent) = parent {
        message["parent_id"] = json!(parent);
    }
    with_new(message, id)
}

fn interaction() -> Value {
    let interaction = with_new(
        json!({
            "id": "int_1", "object": "interaction", "agent_id": "ag_1", "archived": false, "created_at": 1,
            "initial_turn": "user", "name": "", "total_message_count": 3, "updated_at": 1, "user_id": "u_1"
        }),
        "int_1",
    );
    // Two branches: one of them goes across, and the other stays behind.
    let messages = [message("m1", None, 0), message("m2", Some("m1"), 1), message("m3", Some("m1"), 1)];
    json!({"interaction": interaction, "messages": messages})
}

fn chat() -> Value {
    let participant = |number: i64, kind: &str| {
        with_new(json!({"nickname": kind, "participantId": number, "type": kind}), &format!("participant {number}"))
    };
    let event = |index: i64, kind: &str, from: Value| {
        let mut event = json!({"from": from, "index": index, "type": kind, "utcTime": 1_686_000_000_000_i64 + index});
        if kind == "Message" {
            event["text"] = json!(format!("This is {index}."));
        }
        with_new(event, &format!("event {index}"))
    };
    let (client, agent) = (participant(1, "Client"), participant(2, "Agent"));
    let events = [
        event(1, "ParticipantJoined", client.clone()),
        event(2, "Message", client.clone()),
        event(3, "Message", agent),
        event(4, "Message", client),
    ];
    json!({"chatId": "c1", "messages": events})
}

fn read<T: serde::de::DeserializeOwned>(value: &Value) -> T {
    decode_as("value", value.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn written(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn the_model_keeps_every_field() {
    let tree: ProficientConversation = read(&interaction());
    let model: Conversation = read(&written(&Conversation::from(tree.clone())));
    assert_eq!(written(&ProficientConversation::try_from(model).unwrap()), interaction());
    let transcript: GenesysConversation = read(&chat());
    let model: Conversation = read(&written(&Conversation::from(transcript.clone())));
    assert_eq!(written(&GenesysConversation::try_from(model).unwrap()), chat());
}

#[test]
fn trees_and_transcripts_keep_every_field() {
    let tree: ProficientConversation = read(&interaction());
    let (forest, _) = Forest::build(tree.messages.iter().cloned());
    for node in forest.nodes() {
        let message = written(node.message().unwrap());
        assert!(interaction()["messages"].as_array().unwrap().contains(&message), "{message}");
    }
    let transcript: GenesysConversation = read(&chat());
    let (built, _) = Transcript::build(transcript.events);
    assert_eq!(written(&built.events().collect::<Vec<_>>()), chat()["messages"]);
}

/// What is stored of a conversion, as it is read again.
fn stored(residue: impl Into<Residue>) -> Residue {
    read(&written(&residue.into()))
}

#[test]
fn a_conversion_and_its_residue_keep_every_field() {
    let tree: ProficientConversation = read(&interaction());
    match ToGenesys::new("c1".into()).project(&tree) {
        Ok((across, residue)) => {
            let Residue::Proficient(residue) = stored(residue) else { panic!("another side") };
            assert_eq!(written(&residue.restore(&across).unwrap()), interaction());
            assert!(!residue.losses().is_empty());
        }
        // The chat would need a field that this core does not know.
        Err(error) => assert!(REQUIRED && error.to_string().contains("newer than this version"), "{error}"),
    }
    let transcript: GenesysConversation = read(&chat());
    match ToProficient::new("c1".into(), "int_c1".into(), "ag".into(), "u".into()).project(&transcript) {
        Ok((across, residue)) => {
            let Residue::Genesys(residue) = stored(residue) else { panic!("another side") };
            assert_eq!(written(&residue.restore(&across).unwrap()), chat());
            assert!(!residue.losses().is_empty());
        }
        Err(error) => assert!(REQUIRED && error.to_string().contains("newer than this version"), "{error}"),
    }
}

/// What an earlier version stored has the fields among those that it did not know. They come back in their own places.
#[test]
fn what_was_unknown_when_it_was_stored_is_known_when_it_is_read() {
    let tree: ProficientConversation = read(&interaction());
    let fingerprint: Fingerprint = read(&written(&Fingerprint::of_interaction(&tree)));
    assert_eq!(fingerprint.check_interaction(&tree), Ok(()));
    for message in &tree.messages {
        assert!(message.extra.get("added_text").is_none() && message.extra.get("unknown").is_some());
        assert_eq!(message.property("added_text"), Some(json!(format!("text of {}", message.id))));
        assert_eq!(message.property("added_list").unwrap()[1], json!({"inner": "two"}));
    }
    let model = written(&Conversation::from(tree));
    // As every version stores it: by the side of what the entry says.
    assert!(model.to_string().contains("added_text"));
    let back = ProficientConversation::try_from(read::<Conversation>(&model)).unwrap();
    assert!(back.messages.iter().all(|message| message.extra.get("added_text").is_none()));
}

/// Whether one of the new fields is required.
const REQUIRED: bool = option_env!("NEWER_REQUIRED").is_some();
