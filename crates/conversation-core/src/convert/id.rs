//! Ids that are made of a chat's id and an event's index, so that the same event always has the same.

use genesys_chat_types::ChatId;
use proficient_types::{InteractionId, MessageId};

/// The id of the message that the event at `index` becomes: `msg_`, the id of the chat, `_`, the index in decimal.
///
/// No two events have the same, since an index has no underscore: what is behind the last one is the index.
///
/// ```
/// use conversation_core::convert::message_id;
/// use genesys_chat_types::ChatId;
///
/// assert_eq!(message_id(&ChatId::new("00048aDPKC9H0018"), 6), "msg_00048aDPKC9H0018_6");
/// ```
pub fn message_id(chat: &ChatId, index: i64) -> MessageId {
    MessageId::new(format!("msg_{chat}_{index}"))
}

/// The id that an interaction has as far as a chat knows: `int_` and the id of the chat.
pub fn interaction_id(chat: &ChatId) -> InteractionId {
    InteractionId::new(format!("int_{chat}"))
}

/// The index of the event that became the message `id`; nothing when the id is not of this chat.
pub(super) fn index_of(chat: &ChatId, id: &MessageId) -> Option<i64> {
    let index = id.as_str().strip_prefix("msg_")?.strip_prefix(chat.as_str())?.strip_prefix('_')?.parse().ok()?;
    // `+6` and `06` are read as 6 as well.
    (message_id(chat, index) == *id).then_some(index)
}
