//! An input of a known kind decoded, so that what is wrong with it is named with its path, line and column.

use std::collections::BTreeSet;

use conversation_wire::{Extra, WireType, decode as decode_wire, decode_as};
use genesys_chat_types::{ChatError, ChatEvent, GetMessagesAnswer, OperateChatAnswer, RequestChatAnswer, StatusCode};
use proficient_types::{ApiError, InteractionCreated, Message, MessagesList};
use serde::{Deserialize, de::IgnoredAny};

use super::{
    Chat, Content, Input, Refusal, Tree,
    outline::{Look, Outline},
    place::Place,
    recognise::{Kind, Layout},
    source::is_space,
};

/// Decodes `text` as `kind`.
pub(super) fn decode(kind: Kind, text: &str, outline: &Outline) -> Result<Input, Refusal> {
    let json = text.as_bytes();
    let mut unknown = BTreeSet::new();
    let content = match kind {
        Kind::GetMessages => {
            check_status(json, outline)?;
            let answer: GetMessagesAnswer = decode_wire(json).map_err(Refusal::Decode)?;
            note(&mut unknown, &answer.extra);
            chat(Chat {
                credentials: answer.user_id.is_some() || answer.secure_key.is_some() || answer.alias.is_some(),
                // Absent, it has not: the answer would say so.
                ended: Some(answer.chat_ended == Some(true)),
                events: answer.messages.unwrap_or_default(),
                ..Chat::default()
            })
        }
        Kind::RequestChat => {
            check_status(json, outline)?;
            let answer: RequestChatAnswer = decode_wire(json).map_err(Refusal::Decode)?;
            note(&mut unknown, &answer.extra);
            chat(Chat {
                credentials: answer.user_id.is_some() || answer.secure_key.is_some() || answer.alias.is_some(),
                id: answer.chat_id,
                events: answer.messages.unwrap_or_default(),
                ..Chat::default()
            })
        }
        Kind::OperateChat => {
            check_status(json, outline)?;
            let answer: OperateChatAnswer = decode_wire(json).map_err(Refusal::Decode)?;
            note(&mut unknown, &answer.extra);
            chat(Chat {
                credentials: answer.user_id.is_some() || answer.secure_key.is_some() || answer.alias.is_some(),
                ended: answer.chat_ended,
                state: answer.state,
                participants: answer.participants.unwrap_or_default(),
                events: answer.messages.unwrap_or_default(),
                ..Chat::default()
            })
        }
        Kind::EventArray => chat(Chat {
            events: decode_as::<Vec<ChatEvent>>("array of events", json).map_err(Refusal::Decode)?,
            ..Chat::default()
        }),
        Kind::EventLines(layout) => chat(Chat { events: values(layout, text)?, ..Chat::default() }),
        Kind::MessagesPage => {
            let page: MessagesList = decode_wire(json).map_err(Refusal::Decode)?;
            note(&mut unknown, &page.extra);
            tree(Tree { messages: page.data, has_more: Some(page.has_more), ..Tree::default() })
        }
        Kind::InteractionCreated => {
            let created: InteractionCreated = decode_wire(json).map_err(Refusal::Decode)?;
            note(&mut unknown, &created.extra);
            tree(Tree { messages: created.messages, interaction: Some(created.interaction), ..Tree::default() })
        }
        Kind::MessageArray => tree(Tree {
            messages: decode_as::<Vec<Message>>("array of messages", json).map_err(Refusal::Decode)?,
            ..Tree::default()
        }),
        Kind::MessageLines(layout) => tree(Tree { messages: values(layout, text)?, ..Tree::default() }),
    };
    Ok(Input { kind, content, unknown })
}

fn chat(chat: Chat) -> Content {
    Content::Chat(Box::new(chat))
}

fn tree(tree: Tree) -> Content {
    Content::Tree(Box::new(tree))
}

fn note(unknown: &mut BTreeSet<String>, extra: &Extra) {
    unknown.extend(extra.iter().map(|(name, _)| name.clone()));
}

/// Refuses an answer that says that the call did not succeed. Nothing else in it is to be trusted, so nothing else in
/// it is decoded, but for what it says of the errors, if that can be.
fn check_status(json: &[u8], outline: &Outline) -> Result<(), Refusal> {
    #[derive(Deserialize)]
    struct Errors {
        errors: Vec<ChatError>,
    }
    let whole = |look: &&Look| look.whole;
    let Outline::Object(look) = outline else { return Ok(()) };
    match Some(look).filter(whole).and_then(|look| look.value("statusCode")).and_then(|status| status.integer) {
        None | Some(0) => Ok(()),
        Some(status) => {
            // A document that is not JSON to its end is told apart first: it may have been another answer.
            decode_as::<IgnoredAny>("answer", json).map_err(Refusal::Decode)?;
            let errors = serde_json::from_slice(json).map_or_else(|_| Vec::new(), |said: Errors| said.errors);
            Err(Refusal::Status { status: StatusCode::new(status), errors })
        }
    }
}

/// Decodes values that follow one another.
fn values<T: WireType>(layout: Layout, text: &str) -> Result<Vec<T>, Refusal> {
    match layout {
        Layout::Single => decode_wire(text.as_bytes()).map(|value| vec![value]).map_err(Refusal::Decode),
        Layout::Lines => lines(text),
        Layout::Loose => loose(text),
    }
}

fn lines<T: WireType>(text: &str) -> Result<Vec<T>, Refusal> {
    let mut values = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.bytes().all(is_space) {
            continue;
        }
        let begin = Place { line: number, column: 1 };
        values.push(decode_wire(line.as_bytes()).map_err(|error| Refusal::DecodeValue { begin, error })?);
    }
    Ok(values)
}

fn loose<T: WireType>(text: &str) -> Result<Vec<T>, Refusal> {
    let mut values = Vec::new();
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<T>();
    loop {
        let begin = stream.byte_offset();
        match stream.next() {
            None => return Ok(values),
            Some(Ok(value)) => values.push(value),
            Some(Err(_)) => {
                let spaces = text.get(begin..).map_or(0, |rest| rest.len() - rest.trim_ascii_start().len());
                let (before, rest) = text.split_at(begin + spaces);
                let begin = Place::behind(before.as_bytes());
                return Err(match decode_wire::<T>(rest.as_bytes()) {
                    Err(error) => Refusal::DecodeValue { begin, error },
                    // Never so: what failed in the stream fails on its own.
                    Ok(_) => Refusal::NotJson(begin),
                });
            }
        }
    }
}

/// The error answer of Proficient that the text is, if it is one.
pub(super) fn api_error(text: &str) -> Option<ApiError> {
    decode_wire(text.as_bytes()).ok()
}

/// Why a text is not JSON.
pub(super) fn syntax(text: &str) -> Refusal {
    match decode_as::<IgnoredAny>("not JSON", text.as_bytes()) {
        Err(error) => Refusal::Decode(error),
        Ok(_) => Refusal::NotJson(Place::START),
    }
}
