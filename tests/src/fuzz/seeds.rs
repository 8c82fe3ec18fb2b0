//! What fuzzing begins with.

use conversation_core::{
    Pager, TranscriptCursor,
    convert::{Residue, ToGenesys, ToProficient},
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use genesys_chat_types::{ChatEvent, ChatStatus, GetMessagesAnswer};
use proficient_types::{Interaction, Message, MessagesList, PageLimit};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::decode::subjects;
use crate::example::documents;

/// What was published, and the type of each.
const PUBLISHED: &[(&str, &str)] = &[
    ("RequestChatParams", include_str!("../../fixtures/genesys/request-chat.request.json")),
    ("RequestChatAnswer", include_str!("../../fixtures/genesys/request-chat.response.json")),
    ("GetMessagesParams", include_str!("../../fixtures/genesys/get-messages.request.json")),
    ("GetMessagesAnswer", include_str!("../../fixtures/genesys/get-messages.response.json")),
    ("OperateChatParams", include_str!("../../fixtures/genesys/send-message.request.json")),
    ("OperateChatAnswer", include_str!("../../fixtures/genesys/send-message.response.json")),
];

/// Every fixture and every example, as its type.
pub(super) fn decode() -> Vec<Vec<u8>> {
    let seed = |schema: &str, text: &str| {
        let choice = subjects().iter().position(|subject| subject.name == schema)?;
        Some([&[u8::try_from(choice).expect("few types")], text.as_bytes()].concat())
    };
    let mut seeds: Vec<_> = PUBLISHED.iter().filter_map(|(schema, text)| seed(schema, text)).collect();
    for document in documents() {
        seeds.extend(document.examples.iter().filter_map(|example| seed(&example.schema, &example.value.to_string())));
    }
    seeds
}

/// The published chat and every message and event of the examples: as they are, as models, and projected.
pub(super) fn convert() -> Vec<Vec<u8>> {
    let mut chat = GenesysConversation::new(published_events());
    chat.chat_ended = Some(false);
    let examples = GenesysConversation::new(parts::<ChatEvent>(&["from", "utcTime", "type"]));
    let mut conversation = ProficientConversation::new(parts::<Message>(&["content", "depth", "sent_by"]));
    let mut values = Vec::new();
    for interaction in parts::<Interaction>(&["agent_id", "archived"]).into_iter().map(Some).chain([None]) {
        conversation.interaction = interaction;
        values.push(value(&conversation));
    }
    values.extend([value(&chat), value(&examples)]);
    values.extend([Conversation::from(chat.clone()), Conversation::from(conversation.clone())].iter().map(value));
    let across = ToProficient::new("chat".into(), "int_1".into(), "ag_1".into(), "u_1".into());
    for chat in [chat, examples] {
        if let Ok((interaction, residue)) = across.project(&chat) {
            values.push(json!({"residue": Residue::from(residue), "interaction": interaction}));
        }
    }
    if let Ok((chat, residue)) = ToGenesys::new("chat".into()).project(&conversation) {
        values.push(json!({"residue": Residue::from(residue), "chat": chat}));
    }
    let mut seeds: Vec<Vec<u8>> = values.iter().map(|value| value.to_string().into_bytes()).collect();
    seeds.extend((0..4).map(|number| counted(number, 120)));
    seeds
}

/// A chain, a fan, a ring, one message many times, and a world of everything.
pub(super) fn thread() -> Vec<Vec<u8>> {
    // The bytes of a message: id, parent, time, depth, traits, text.
    let world = |message: fn(u8) -> [u8; 6]| [vec![0, 5, 9], (0..12).flat_map(message).collect()].concat();
    vec![
        world(|number| [number, if number == 0 { 0 } else { number + 2 }, number, number, 0, 0]),
        world(|number| [number, if number == 0 { 0 } else { 3 }, number, 1, 1, 0]),
        world(|number| [number, (number + 1) % 12 + 3, 12 - number, 0, 2, 1]),
        world(|number| [7, number + 3, number % 3, 0, number * 16, number]),
        counted(0, 150),
        counted(1, 300),
    ]
}

/// Walks of both kinds, new and stored.
pub(super) fn cursor() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = (0..6).map(|number| counted(number, 100)).collect();
    let mut pager = Pager::new(PageLimit::new(2).expect("a limit"));
    let mut cursor = TranscriptCursor::new("chat".into(), super::cursor::credentials(0));
    let mut walks = vec![value(&pager), value(&cursor)];
    let page: Vec<Message> = parts::<Message>(&["content", "depth", "sent_by"]).into_iter().take(2).collect();
    let _ = pager.accept(MessagesList::new(page, true));
    let mut answer = GetMessagesAnswer::new(ChatStatus::DONE);
    // With a hole.
    answer.messages = Some(published_events().into_iter().filter(|event| event.index != Some(3)).collect());
    let _ = cursor.accept(answer);
    walks.extend([value(&pager), value(&cursor)]);
    seeds.extend(walks.iter().map(|walk| [walk.to_string().as_bytes(), b"\n", &counted(2, 60)].concat()));
    seeds
}

fn published_events() -> Vec<ChatEvent> {
    let answer = PUBLISHED.iter().find(|(schema, _)| *schema == "GetMessagesAnswer").map(|(_, text)| *text);
    let answer: GetMessagesAnswer = serde_json::from_str(answer.unwrap_or_default()).expect("the fixture decodes");
    answer.messages.unwrap_or_default().into()
}

/// Bytes that go up in odd steps.
fn counted(first: u8, length: usize) -> Vec<u8> {
    std::iter::successors(Some(first), |byte| Some(byte.wrapping_mul(5).wrapping_add(7))).take(length).collect()
}

fn value(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("a seed encodes")
}

/// Every part of every example that has the members `of` a type.
fn parts<T: DeserializeOwned>(of: &[&str]) -> Vec<T> {
    let mut found = Vec::new();
    for document in documents() {
        let mut open: Vec<Value> = document.examples.into_iter().map(|example| example.value).collect();
        while let Some(part) = open.pop() {
            match part {
                Value::Object(map) => {
                    if of.iter().all(|name| map.contains_key(*name)) {
                        found.extend(serde_json::from_value(Value::Object(map.clone())));
                    }
                    open.extend(map.into_iter().map(|(_, value)| value));
                }
                Value::Array(list) => open.extend(list),
                _ => {}
            }
        }
    }
    found
}
