//! A document that its type does not take, looked at item by item: every violation, and what is good of it.

use std::{borrow::Cow, collections::BTreeMap};

use conversation_core::model::{GenesysConversation, ProficientConversation};
use conversation_wire::{DecodeError, DecodeErrorKind, Extra, List, WireType, decode_as, decode_value};
use genesys_chat_types::ChatEvent;
use proficient_types::{Interaction, Message};
use serde_json::{Value, json, value::RawValue};

use super::examine::Violation;
use crate::input::{Content, Given, Kind, Place, Shell};

/// What is good of the value that was taken for `kind`, and every violation; nothing when the value is not JSON, or
/// nothing more can be said of it.
pub(super) fn salvage(kind: Kind, json: &[u8], begin: Place) -> Option<(Given, Vec<Violation>)> {
    let mut value: Value = serde_json::from_slice(json).ok()?;
    let mut violations = Vec::new();
    let (list, is_chat) = match kind {
        Kind::GetMessages | Kind::RequestChat | Kind::OperateChat | Kind::ChatDocument => (Some("messages"), true),
        Kind::MessagesPage => (Some("data"), false),
        Kind::InteractionCreated | Kind::InteractionDocument => (Some("messages"), false),
        Kind::EventArray | Kind::EventLines(_) => (None, true),
        Kind::MessageArray | Kind::MessageLines(_) => (None, false),
        Kind::Model => return None,
    };
    // The text of the list: a value would have lost a property that stands twice.
    let text = match (list, kind) {
        (Some(name), _) => {
            if let Some(items @ Value::Array(_)) = value.get_mut(name) {
                *items = json!([]);
            }
            let properties: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_slice(json).ok()?;
            properties.get(name).map_or("[]", |list| list.get()).to_owned()
        }
        (None, Kind::EventLines(_) | Kind::MessageLines(_)) => format!("[{}]", std::str::from_utf8(json).ok()?),
        (None, _) => std::str::from_utf8(json).ok()?.to_owned(),
    };
    let mut content = if is_chat {
        Content::Chat(GenesysConversation::new(items::<ChatEvent>(&text)))
    } else {
        Content::Tree(ProficientConversation::new(items::<Message>(&text)))
    };
    let is_line = matches!(kind, Kind::EventLines(_) | Kind::MessageLines(_));
    for violation in violations_of(&content) {
        let Violation { path, message } = violation;
        let path = match is_line {
            true => path.strip_prefix("[0]").map_or(&*path, |inside| inside.trim_start_matches('.')).to_owned(),
            false => format!("{}{path}", list.unwrap_or_default()),
        };
        violations.push(Violation { path, message });
    }
    let shell = match (kind, &mut content) {
        (Kind::InteractionCreated, Content::Tree(tree)) => {
            match value.get_mut("interaction").map(Value::take) {
                Some(interaction) => {
                    tree.interaction = decode_one::<Interaction>(interaction, "interaction", &mut violations);
                }
                None => violations.push(Violation::at("interaction", "missing required field")),
            }
            if !value.get("messages").is_some_and(Value::is_array) {
                violations.push(Violation::at("messages", "expected an array"));
            }
            None
        }
        (Kind::ChatDocument | Kind::InteractionDocument, _) => {
            let whole = [("messages", Value::is_array as fn(&Value) -> bool), ("chatId", Value::is_string)];
            for (name, fits) in whole.into_iter().chain([("chatEnded", Value::is_boolean as fn(&Value) -> bool)]) {
                if value.get(name).is_some_and(|value| !fits(value)) {
                    violations.push(Violation::at(name, "a value of another type"));
                }
            }
            None
        }
        (_, content) => list.and_then(|_| shell(kind, value, content, &mut violations)),
    };
    Some((Given { kind, content, shell, unread_lines: Vec::new(), begin }, violations))
}

/// What is around the messages, with what it says of the chat.
fn shell(kind: Kind, value: Value, content: &mut Content, violations: &mut Vec<Violation>) -> Option<Shell> {
    let read = |value| match value {
        Value::Object(fields) => Shell::read(kind, fields.into()),
        _ => Shell::read(kind, Extra::new()),
    };
    let shell = mend(value, "", violations, read)?;
    if let (Content::Chat(chat), Shell::GetMessages(answer)) = (&mut *content, &shell) {
        chat.chat_ended = answer.chat_ended;
    }
    if let (Content::Chat(chat), Shell::OperateChat(answer)) = (&mut *content, &shell) {
        chat.chat_ended = answer.chat_ended;
    }
    Some(shell)
}

/// The items of a list, those that can be read and the others.
fn items<T: WireType>(text: &str) -> List<T> {
    decode_as("array", text.as_bytes()).unwrap_or_default()
}

/// Every violation in the items of a conversation that could not be read.
pub(super) fn violations_of(content: &Content) -> Vec<Violation> {
    let mut violations = Vec::new();
    for item in content.unreadable() {
        // The path of the item is what ends with its index.
        let mark = format!("[{}]", item.index());
        let path = item.path().find(&mark).and_then(|at| item.path().get(..at + mark.len())).unwrap_or_default();
        let before = violations.len();
        match (serde_json::from_str(item.json()), content) {
            (Ok(value), Content::Chat(_)) => drop(decode_one::<ChatEvent>(value, path, &mut violations)),
            (Ok(value), Content::Tree(_)) => drop(decode_one::<Message>(value, path, &mut violations)),
            (Err(_), _) => {}
        }
        // What a value does not show, such as a property that stands twice.
        if violations.len() == before {
            violations.push(Violation::at(item.path(), item.error().message()));
        }
    }
    violations
}

fn decode_one<T: WireType>(value: Value, path: &str, violations: &mut Vec<Violation>) -> Option<T> {
    // Nearly all of them are good, and nothing is made twice of those.
    match T::deserialize(&value) {
        Ok(item) => Some(item),
        Err(_) => mend(value, path, violations, decode_value),
    }
}

/// How many violations are looked for in one object. No object has as many fields.
const MOST: usize = 64;

/// What a field could hold, to see what is wrong behind it.
fn stubs() -> [Value; 5] {
    [json!(""), json!(0), json!(false), json!([]), json!({})]
}

/// Decodes a value; of one that is wrong every violation: each is put right by a stub, so that the next one shows.
fn mend<T>(
    mut value: Value,
    path: &str,
    violations: &mut Vec<Violation>,
    decode: impl Fn(Value) -> Result<T, DecodeError>,
) -> Option<T> {
    let mut error = match decode(value.clone()) {
        Ok(item) => return Some(item),
        Err(error) => error,
    };
    let mut stubbed: Vec<String> = Vec::new();
    for _ in 0..MOST {
        // What a stub lacks is not missing from the value.
        let is_of_a_stub =
            stubbed.iter().any(|place| error.path().strip_prefix(&**place).is_some_and(|rest| rest.starts_with('.')));
        if !is_of_a_stub {
            violations.push(Violation::of(path, &error));
            stubbed.push(error.path().to_owned());
        }
        let put_right = stubs().into_iter().find_map(|stub| {
            let mended = with_stub(&value, error.path(), stub)?;
            match decode(mended.clone()) {
                Err(next) if next.path() == error.path() && next.kind() != DecodeErrorKind::DuplicateField => None,
                next => Some((mended, next.err())),
            }
        });
        match put_right {
            Some((mended, Some(next))) => (value, error) = (mended, next),
            _ => return None,
        }
    }
    None
}

/// The value with `stub` at `path`, when that is made of plain names.
fn with_stub(value: &Value, path: &str, stub: Value) -> Option<Value> {
    let plain = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let mut value = value.clone();
    let mut place = &mut value;
    for name in path.split('.') {
        if !plain(name) {
            return None;
        }
        place = place.as_object_mut()?.entry(name).or_insert(Value::Null);
    }
    *place = stub;
    Some(value)
}
