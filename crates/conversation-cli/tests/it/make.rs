//! Messages, events and answers for the tests.

use serde_json::{Value, json};

/// 2023-06-05 21:20:00 UTC, when the messages made here begin.
pub(crate) const START: i64 = 1_686_000_000_000;

/// A message, `seconds` after the start; the users' ids begin with `u`.
pub(crate) fn message(id: &str, parent: Option<&str>, depth: i64, seconds: i64) -> Value {
    let sent_by = if id.starts_with('u') { "user" } else { "agent" };
    let mut message = json!({
        "id": id, "object": "message", "content": format!("This is {id}."), "created_at": START + seconds * 1000,
        "depth": depth, "interaction_id": "int_1", "sent_by": sent_by,
    });
    if let Some(parent) = parent {
        message["parent_id"] = parent.into();
    }
    message
}

/// An event of the client, `seconds` after the start.
pub(crate) fn event(index: i64, seconds: i64, text: &str) -> Value {
    json!({
        "from": {"nickname": "Sam", "participantId": 1, "type": "Client"}, "index": index, "type": "Message",
        "utcTime": START + seconds * 1000, "text": text,
    })
}

/// An answer of Get Messages with these events.
pub(crate) fn answer(events: &[Value]) -> Value {
    json!({"statusCode": 0, "messages": events, "chatEnded": false})
}

/// A page with these messages, the last.
pub(crate) fn page(messages: &[Value]) -> Value {
    json!({"data": messages, "has_more": false})
}

/// `value` with the fields of `changes` on top.
pub(crate) fn with(mut value: Value, changes: Value) -> Value {
    let fields = changes.as_object().unwrap().clone();
    value.as_object_mut().unwrap().extend(fields);
    value
}

/// A greeting, a question, and an answer that was asked for again, twice; a reply below the second answer.
pub(crate) fn asked_again() -> Vec<Value> {
    vec![
        message("a1", None, 0, 0),
        message("u1", Some("a1"), 1, 10),
        message("a2", Some("u1"), 2, 20),
        message("a3", Some("u1"), 2, 30),
        message("u2", Some("a3"), 3, 60),
        message("a4", Some("u1"), 2, 40),
    ]
}
