//! Messages and events out of bytes, hostile in every field.

use conversation_wire::{Extra, Field, Timestamp};
use genesys_chat_types::{ChatEvent, ChatEventType, Participant, ParticipantId, ParticipantType, UserData};
use proficient_types::{
    AgentId, InitialTurn, Interaction, InteractionFields, InteractionId, Message, MessageId, MessageObject, SentBy,
    UserId,
};
use serde_json::{Value, json};

use super::bytes::Bytes;

/// The ids of messages. One of them is that of a projected event.
pub(super) fn message_id(number: u8) -> MessageId {
    match number {
        0 => MessageId::new("msg_chat_1"),
        1 => MessageId::new(""),
        number => MessageId::new(format!("msg_{number}")),
    }
}

/// A message with one of so many ids, as few as make them repeat, miss, and point at each other. It takes six bytes when
/// nothing is odd.
pub(super) fn message(bytes: &mut Bytes<'_>, ids: u8) -> Message {
    let id = message_id(bytes.below(ids));
    let parent = match bytes.below(ids.saturating_add(3)) {
        0 | 1 => Field::Absent,
        2 => Field::Null,
        number => Field::Value(message_id(number - 3)),
    };
    let (time, depth) = (Timestamp::from_millis(bytes.integer()), bytes.integer());
    let traits = bytes.byte();
    let sender = ["user", "agent", "Client", "oracle"][usize::from(traits & 3)];
    let interaction = ["int_1", "int_1", "int_2", "int_chat"][usize::from((traits >> 2) & 3)];
    let content = bytes.text();
    let mut message = Message::new(id, content, time, depth, InteractionId::new(interaction), SentBy::from(sender));
    message.parent_id = parent;
    if traits & 0b11_0000 == 0b11_0000 {
        message.extra = extra(bytes);
    }
    if traits & 0b1100_0000 == 0b1100_0000 {
        message.object = MessageObject::from("draft");
    }
    message
}

/// An interaction.
pub(super) fn interaction(bytes: &mut Bytes<'_>) -> Interaction {
    let id = InteractionId::new(bytes.pick(&["int_1", "int_2", "int_chat"]));
    let turn = InitialTurn::from(bytes.pick(&["user", "agent", "nobody"]));
    let name = if bytes.once_in(2) { Some(bytes.text()) } else { None };
    let (created, updated) = (Timestamp::from_millis(bytes.integer()), Timestamp::from_millis(bytes.integer()));
    let count = bytes.integer();
    let (agent, user) = (AgentId::new("ag_1"), UserId::new("u_1"));
    Interaction::new(InteractionFields {
        id,
        agent_id: agent,
        archived: bytes.once_in(2),
        created_at: created,
        initial_turn: turn,
        name,
        total_message_count: count,
        updated_at: updated,
        user_id: user,
    })
}

/// An event. It takes six bytes when nothing is odd.
pub(super) fn event(bytes: &mut Bytes<'_>) -> ChatEvent {
    let index = match bytes.byte() {
        small @ 0..224 => Some(i64::from(small % 16)),
        224..240 => None,
        _ => Some(bytes.integer()),
    };
    let traits = bytes.byte();
    let kind = bytes.pick(&["Message", "Message", "Message", "ParticipantJoined", "Notice", "TypingStarted", "later"]);
    let time = Timestamp::from_millis(bytes.integer());
    let mut event = ChatEvent::new(participant(bytes), ChatEventType::from(kind), time);
    event.index = index;
    event.text = if traits & 7 == 7 { None } else { Some(bytes.text()) };
    if traits & 0b1_1000 == 0b1_1000 {
        event.message_type = Some(bytes.text());
    }
    if traits & 0b110_0000 == 0b110_0000 {
        event.extra = extra(bytes);
    }
    match traits >> 6 {
        2 => event.user_data = Some([(bytes.text(), bytes.text())].into_iter().collect::<UserData>()),
        3 => event.event_attributes = Some([(bytes.text(), json(bytes))].into_iter().collect()),
        _ => {}
    }
    event
}

fn participant(bytes: &mut Bytes<'_>) -> Participant {
    let choice = bytes.byte();
    let kind = ["Client", "External", "Agent", "Supervisor", "Robot", "user", "Client", ""][usize::from(choice & 7)];
    let nickname = ["nickname", "system", "user", "agent"][usize::from((choice >> 3) & 3)];
    let number = [1, 2, 0, i64::MAX][usize::from((choice >> 5) & 3)];
    let mut participant = Participant::new(nickname, ParticipantId::new(number), ParticipantType::from(kind));
    if choice & 0b1000_0000 != 0 {
        participant.extra = extra(bytes);
    }
    participant
}

/// Fields that no type lists.
fn extra(bytes: &mut Bytes<'_>) -> Extra {
    (0..=bytes.below(2)).map(|_| (bytes.pick(&["mood", "tone", "", "x y"]).to_owned(), json(bytes))).collect()
}

fn json(bytes: &mut Bytes<'_>) -> Value {
    match bytes.below(10) {
        0 => Value::Null,
        1 => bytes.once_in(2).into(),
        2 => bytes.integer().into(),
        3 => json!(bytes.integer() as u64),
        4 => json!(bytes.integer() as f64 / 3.0 + 0.5),
        5 => json!(-0.0),
        6 => json!([]),
        7 => json!({"": [null, {}]}),
        _ => bytes.text().into(),
    }
}
