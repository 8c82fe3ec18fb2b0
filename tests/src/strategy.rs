//! Hostile conversations: everything that a server may send and that a reader did not expect.
//!
//! Unknown values and fields, null against absent, equal and extreme times, ids and indexes that are missing, repeated or
//! descending, parents that are missing or in a circle, depths that lie, several interactions in one list, texts that are
//! empty or in any script. Every value is one that a document decodes to, so an unknown field never has the name of a
//! known one.

use conversation_core::model::{GenesysConversation, ProficientConversation};
use conversation_wire::{Extra, Field, Timestamp};
use genesys_chat_types::{ChatEvent, ChatEventType, Participant, ParticipantId, ParticipantType, UserData};
use proficient_types::{
    AgentId, InitialTurn, Interaction, InteractionFields, InteractionId, InteractionObject, Message, MessageId,
    MessageObject, SentBy, UserId,
};
use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
    sample::select,
};
use serde_json::{Value, json};

/// Texts of any script, the empty one, and some that look like something else.
pub fn text() -> impl Strategy<Value = String> {
    let known = select(vec![
        "",
        "I need help with account",
        "agent will be with you shortly ...",
        "null",
        "\u{0}",
        "\u{202e}טקסט",
        "👩🏽‍🚀 ňēẍţ\n",
        "http://push-url",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

/// Points in time, many of them the same.
pub fn timestamp() -> impl Strategy<Value = Timestamp> {
    let known = select(vec![0, 1, 1_406_239_880_000, 1_406_239_880_001, 1_407_445_236_000, -1, i64::MIN, i64::MAX]);
    prop_oneof![5 => known, 1 => any::<i64>()].prop_map(Timestamp::from_millis)
}

/// Any JSON value, small.
pub fn json_value() -> impl Strategy<Value = Value> {
    let number = any::<f64>().prop_filter_map("finite", |number| serde_json::Number::from_f64(number).map(Value::from));
    let known = select(vec![
        json!(null),
        json!(false),
        json!(0),
        json!(-0.0),
        json!(1.0),
        json!(u64::MAX),
        json!(""),
        json!([]),
        json!({"": [null, {"a": {}}]}),
    ]);
    prop_oneof![6 => known, 1 => number, 1 => text().prop_map(Value::from)]
}

/// Fields that a type does not list, which are `known`; most often none.
pub fn extra(known: &'static [&'static str]) -> impl Strategy<Value = Extra> {
    let names = [
        "",
        "mood",
        "of",
        "kind",
        "extra",
        "text",
        "content",
        "depth",
        "index",
        "parent_id",
        "nickname",
        "object",
        "id",
    ];
    let name = select(names.into_iter().filter(|name| !known.contains(name)).collect::<Vec<_>>());
    let some = btree_map(name, json_value(), 1..3)
        .prop_map(|map| map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
    prop_oneof![6 => Just(Extra::default()), 1 => some]
}

/// Messages in any order, of several interactions, with and without their parents.
pub fn messages(count: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Vec<Message>> {
    // What a message that keeps to the rules would be depends on its place in the list.
    vec((message(), 0u8..4, 0u8..8, 0u8..8), count).prop_map(|messages| {
        let place = |(place, (mut message, id, parent, depth)): (usize, (Message, u8, u8, u8))| {
            if id > 0 {
                message.id = MessageId::new(format!("msg_{place}"));
            }
            if parent > 1 {
                message.parent_id = match place.checked_sub(usize::from(parent) / 3) {
                    Some(above) if above < place => MessageId::new(format!("msg_{above}")).into(),
                    _ => Field::Absent,
                };
            }
            if depth > 1 {
                message.depth = i64::try_from(place).expect("a short list");
            }
            message
        };
        messages.into_iter().enumerate().map(place).collect()
    })
}

fn message() -> impl Strategy<Value = Message> {
    let id = || {
        let ids = vec!["msg_0", "msg_1", "msg_2", "msg_missing", "msg_chat_1", "msg_chat_2", "", "ñ"];
        select(ids).prop_map(MessageId::new)
    };
    let parent = prop_oneof![Just(Field::Absent), Just(Field::Null), id().prop_map(Field::Value)];
    let sender = select(vec!["user", "user", "agent", "agent", "agent", "supervisor", "Client", "External", ""]);
    let interaction = select(vec!["int_1", "int_1", "int_1", "int_2", "int_chat", ""]).prop_map(InteractionId::new);
    let object = select(vec!["message", "message", "message", "message", "draft"]).prop_map(MessageObject::from);
    let depth = prop_oneof![select(vec![0, 1, -1, i64::MIN, i64::MAX]), any::<i64>()];
    let known = &["id", "object", "content", "created_at", "depth", "interaction_id", "parent_id", "sent_by"];
    (id(), text(), timestamp(), depth, interaction, sender, parent, object, extra(known)).prop_map(
        |(id, content, created_at, depth, interaction, sender, parent, object, extra)| {
            let mut message = Message::new(id, content, created_at, depth, interaction, sender.into());
            message.parent_id = parent;
            message.object = object;
            message.extra = extra;
            message
        },
    )
}

/// Interactions.
pub fn interaction() -> impl Strategy<Value = Interaction> {
    let id = select(vec!["int_1", "int_2", "int_chat", ""]).prop_map(InteractionId::new);
    let turn = select(vec!["user", "agent", "nobody"]).prop_map(InitialTurn::from);
    let object = select(vec!["interaction", "interaction", "draft"]).prop_map(InteractionObject::from);
    let known = &["id", "object"];
    (id, any::<bool>(), timestamp(), turn, option::of(text()), any::<i64>(), timestamp(), object, extra(known))
        .prop_map(|(id, archived, created, turn, name, count, updated, object, extra)| {
            let (agent, user) = (AgentId::new("ag_1"), UserId::new("u_1"));
            let mut interaction = Interaction::new(InteractionFields {
                id,
                agent_id: agent,
                archived,
                created_at: created,
                initial_turn: turn,
                name,
                total_message_count: count,
                updated_at: updated,
                user_id: user,
            });
            interaction.object = object;
            interaction.extra = extra;
            interaction
        })
}

/// Proficient's side of a conversation; most often with messages.
pub fn proficient_conversation() -> impl Strategy<Value = ProficientConversation> {
    let extra = extra(&[]);
    (option::of(interaction()), messages(0..8), extra).prop_map(|(interaction, messages, extra)| {
        let mut conversation = ProficientConversation::new(messages);
        conversation.interaction = interaction;
        conversation.extra = extra;
        conversation
    })
}

/// Events in any order, with any index or none.
pub fn events(count: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Vec<ChatEvent>> {
    // An event keeps its index, or has the one that its place in the list makes right.
    vec((event(), 0u8..4), count).prop_map(|events| {
        let place = |(index, (mut event, keeps)): (i64, (ChatEvent, u8))| {
            if keeps > 0 {
                event.index = Some(index);
            }
            event
        };
        (1..).zip(events).map(place).collect()
    })
}

fn event() -> impl Strategy<Value = ChatEvent> {
    let index = prop_oneof![
        6 => (1..9i64).prop_map(Some),
        1 => Just(None),
        1 => select(vec![0, -1, i64::MIN, i64::MAX]).prop_map(Some),
    ];
    let kind = select(vec![
        "Message",
        "Message",
        "Message",
        "Message",
        "Notice",
        "ParticipantJoined",
        "ParticipantLeft",
        "TypingStarted",
        "TypingStopped",
        "PushUrl",
        "SentimentChanged",
        "message",
        "",
    ])
    .prop_map(ChatEventType::from);
    let label = select(vec![None, None, None, None, None, Some("text"), Some("")]);
    let data = select(vec![0, 0, 0, 0, 0, 1, 2]).prop_map(|case| match case {
        0 => None,
        1 => Some(UserData::default()),
        _ => Some([("a", "b"), ("", "")].into_iter().collect()),
    });
    let attributes = prop_oneof![
        6 => Just(None),
        1 => json_value().prop_map(|value| Some([("reason".to_owned(), value)].into_iter().collect())),
    ];
    let known = &["index", "text"];
    let rest = (label, data, attributes, extra(known));
    (participant(), index, kind, timestamp(), prop_oneof![1 => Just(None), 6 => text().prop_map(Some)], rest).prop_map(
        |(from, index, kind, time, text, (label, data, attributes, extra))| {
            let mut event = ChatEvent::new(from, kind, time);
            event.index = index;
            event.text = text;
            event.message_type = label.map(str::to_owned);
            event.user_data = data;
            event.event_attributes = attributes;
            event.extra = extra;
            event
        },
    )
}

fn participant() -> impl Strategy<Value = Participant> {
    let kind =
        select(vec!["Client", "Client", "Client", "External", "External", "Agent", "Supervisor", "Robot", "user", ""]);
    let nickname = select(vec!["nickname", "nickname", "system", "user", "agent", ""]);
    let number = select(vec![1, 1, 1, 2, 2, 0, i64::MAX]).prop_map(ParticipantId::new);
    (nickname, number, kind, extra(&["nickname"])).prop_map(|(nickname, number, kind, extra)| {
        let mut participant = Participant::new(nickname, number, ParticipantType::from(kind));
        participant.extra = extra;
        participant
    })
}

/// Genesys' side of a conversation, of the chat `chat` where it says.
pub fn genesys_conversation() -> impl Strategy<Value = GenesysConversation> {
    let ended = select(vec![None, Some(false), Some(true)]);
    (any::<bool>(), events(0..8), ended, extra(&[])).prop_map(|(named, events, ended, extra)| {
        let mut conversation = GenesysConversation::new(events);
        conversation.chat_id = named.then(|| "chat".into());
        conversation.chat_ended = ended;
        conversation.extra = extra;
        conversation
    })
}

/// Who speaks, in interactions.
pub fn sender() -> impl Strategy<Value = SentBy> {
    select(vec!["user", "agent", "supervisor", "Client"]).prop_map(SentBy::from)
}
