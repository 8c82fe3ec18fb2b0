//! The JSON text of a value as the first release wrote it, which its digests are made of.

use serde::Serialize;
use serde_json::{Map, Value};

/// The fields that a type had then, in their order, and those of them that are such types themselves.
struct Order {
    fields: &'static [&'static str],
    inside: &'static [(&'static str, &'static Order)],
}

const MESSAGE: Order = Order {
    fields: &["id", "object", "content", "created_at", "depth", "interaction_id", "parent_id", "sent_by"],
    inside: &[],
};

const EVENT: Order = Order {
    fields: &["from", "index", "type", "utcTime", "text", "messageType", "userData", "eventAttributes"],
    inside: &[("from", &PARTICIPANT)],
};

const PARTICIPANT: Order = Order { fields: &["nickname", "participantId", "type"], inside: &[] };

const INTERACTION: Order = Order {
    fields: &[
        "id",
        "object",
        "agent_id",
        "archived",
        "created_at",
        "initial_turn",
        "name",
        "total_message_count",
        "updated_at",
        "user_id",
    ],
    inside: &[],
};

/// What has no fields of its own.
const ANY: Order = Order { fields: &[], inside: &[] };

/// The text of a message or an event.
pub(super) fn entry(value: &impl Serialize) -> Vec<u8> {
    let value = serde_json::to_value(value).unwrap_or_default();
    let order = if value.get("utcTime").is_some() { &EVENT } else { &MESSAGE };
    text(&value, order)
}

/// The text of an interaction, or of what else a conversation says as a whole.
pub(super) fn whole(value: &impl Serialize) -> Vec<u8> {
    text(&serde_json::to_value(value).unwrap_or_default(), &INTERACTION)
}

fn text(value: &Value, order: &Order) -> Vec<u8> {
    let mut out = Vec::new();
    match value {
        Value::Object(fields) => object(fields, order, &mut out),
        other => write(other, &mut out),
    }
    out
}

/// Its known fields first, then the others by name.
fn object(fields: &Map<String, Value>, order: &Order, out: &mut Vec<u8>) {
    let known = order.fields.iter().filter_map(|name| fields.get_key_value(*name));
    let mut others: Vec<_> = fields.iter().filter(|(name, _)| !order.fields.contains(&name.as_str())).collect();
    others.sort_by_key(|(name, _)| *name);
    out.push(b'{');
    for (number, (name, value)) in known.chain(others).enumerate() {
        if number > 0 {
            out.push(b',');
        }
        let inside = order.inside.iter().find(|(inside, _)| inside == name).map_or(&ANY, |(_, order)| order);
        // A vector takes everything.
        let _ = serde_json::to_writer(&mut *out, name);
        out.push(b':');
        out.extend(text(value, inside));
    }
    out.push(b'}');
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Array(items) => {
            out.push(b'[');
            for (number, item) in items.iter().enumerate() {
                if number > 0 {
                    out.push(b',');
                }
                out.extend(text(item, &ANY));
            }
            out.push(b']');
        }
        other => drop(serde_json::to_writer(&mut *out, other)),
    }
}
