//! Messages as no honest server sends them.

use conversation_wire::Field;
use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};
use proptest::{collection::vec, option, prelude::*};

/// Few ids, so that they repeat, point at each other, and miss.
fn id() -> impl Strategy<Value = MessageId> {
    (0..14_u8).prop_map(|number| MessageId::new(format!("msg_{number}")))
}

/// Few times, so that they tie; and the ends of what there is.
fn time() -> impl Strategy<Value = Timestamp> {
    prop_oneof![8 => 0..6_i64, 1 => Just(i64::MIN), 1 => Just(i64::MAX)].prop_map(Timestamp::from_millis)
}

fn depth() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 0..5_i64, 1 => Just(i64::MIN), 1 => Just(i64::MAX), 1 => Just(-1)]
}

fn parent() -> impl Strategy<Value = Field<MessageId>> {
    prop_oneof![2 => Just(Field::Absent), 1 => Just(Field::Null), 7 => id().prop_map(Field::Value)]
}

/// One message, hostile in every field.
pub(crate) fn message() -> impl Strategy<Value = Message> {
    let sent_by = prop_oneof![Just(SentBy::User), Just(SentBy::Agent), Just(SentBy::from("oracle"))];
    let interaction = prop_oneof![5 => Just("int_1"), 1 => Just("int_2")].prop_map(InteractionId::new);
    (id(), time(), depth(), interaction, parent(), sent_by, option::weighted(0.2, "[a-c]")).prop_map(
        |(id, time, depth, interaction, parent, sent_by, unknown)| {
            let mut message = Message::new(id, "…", time, depth, interaction, sent_by);
            message.parent_id = parent;
            if let Some(unknown) = unknown {
                message.extra.insert("mood", unknown);
            }
            message
        },
    )
}

/// Up to twenty of them.
pub(crate) fn messages() -> impl Strategy<Value = Vec<Message>> {
    vec(message(), 0..20)
}
