//! Ids that are made of a chat's id and an event's index, so that the same event always has the same.

use std::collections::BTreeMap;

use genesys_chat_types::{ChatEvent, ChatId, Timestamp};
use proficient_types::{InteractionId, MessageId};

use crate::{
    fnv::{OFFSET_128, fnv_128},
    majority::majority,
    model::ProficientConversation,
};

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

/// The id of the message that an event without an index becomes: `msg_`, the id of the chat, `_t`, its time in milliseconds,
/// and from the second one of that time on `.` and a number.
pub(super) fn timed_message_id(chat: &ChatId, time: Timestamp, before: u64) -> MessageId {
    let time = time.as_millis();
    match before {
        0 => MessageId::new(format!("msg_{chat}_t{time}")),
        before => MessageId::new(format!("msg_{chat}_t{time}.{}", before.saturating_add(1))),
    }
}

/// The id that an interaction has as far as a chat knows: `int_` and the id of the chat.
pub fn interaction_id(chat: &ChatId) -> InteractionId {
    InteractionId::new(format!("int_{chat}"))
}

/// The interaction that a conversation is: the one that is beside its messages, or else the one that most of them name, of
/// equally many the least. Nothing where there is neither.
pub fn interaction_of(conversation: &ProficientConversation) -> Option<&InteractionId> {
    if let Some(interaction) = &conversation.interaction {
        return Some(&interaction.id);
    }
    let first = &conversation.messages.first()?.interaction_id;
    if conversation.messages.iter().all(|message| message.interaction_id == *first) {
        return Some(first);
    }
    let mut counts = BTreeMap::<_, usize>::new();
    for message in &conversation.messages {
        *counts.entry(&message.interaction_id).or_default() += 1;
    }
    majority(counts.into_iter())
}

/// An id for a chat whose own is not at hand: `derived-` and a digest of its first event. Nothing without an event.
///
/// The first event is the one with the lowest index, of several the earliest; without any index, the earliest. Its
/// index, its time and its participant are what the id is made of, so a longer transcript of the same chat has the same
/// id, in whichever order its events come. It is a makeshift: two chats that the same participant, by number, nickname
/// and type, began in the same millisecond have one id, and a transcript that begins later has another than the whole.
///
/// The same events give the same id in every release.
///
/// ```
/// use conversation_core::convert::derived_chat_id;
/// use genesys_chat_types::{ChatEvent, ChatEventType, Participant, ParticipantId, ParticipantType, Timestamp};
///
/// let client = Participant::new("Ada", ParticipantId::new(1), ParticipantType::Client);
/// let mut joined =
///     ChatEvent::new(client.clone(), ChatEventType::ParticipantJoined, Timestamp::from_millis(1_406_239_877_000));
/// joined.index = Some(1);
/// let mut asked = ChatEvent::new(client, ChatEventType::Message, Timestamp::from_millis(1_406_239_925_000));
/// asked.index = Some(2);
///
/// let id = derived_chat_id(&[joined.clone()]).unwrap();
/// assert_eq!(id, "derived-965aa11f0ab6fff64c7dc40254c9a169");
/// assert_eq!(derived_chat_id(&[asked, joined]), Some(id));
/// assert_eq!(derived_chat_id(&[]), None);
/// ```
pub fn derived_chat_id(events: &[ChatEvent]) -> Option<ChatId> {
    let first = events.iter().min_by_key(|event| {
        let from = &event.from;
        (event.index.is_none(), event.index, event.utc_time, from.participant_id, &*from.nickname, from.type_.as_str())
    })?;
    let index = first.index.map(i64::to_le_bytes);
    let time = first.utc_time.as_millis().to_le_bytes();
    let number = first.from.participant_id.get().to_le_bytes();
    let parts: [&[u8]; 5] = [
        index.as_ref().map_or(&[], |index| index),
        &time,
        &number,
        first.from.nickname.as_bytes(),
        first.from.type_.as_str().as_bytes(),
    ];
    let digest = parts.into_iter().fold(OFFSET_128, |digest, part| {
        // The length first, so that no byte can wander from one part to the next.
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        fnv_128(fnv_128(digest, &length.to_le_bytes()), part)
    });
    Some(ChatId::new(format!("derived-{digest:032x}")))
}

/// The index of the event that became the message `id`, if the event had one; nothing when the id is not made of the chat's.
pub(super) fn index_of(chat: &ChatId, id: &MessageId, time: Timestamp) -> Option<Option<i64>> {
    let event = id.as_str().strip_prefix("msg_")?.strip_prefix(chat.as_str())?.strip_prefix('_')?;
    if let Some(index) = integer(event) {
        return Some(Some(index));
    }
    let event = event.strip_prefix('t')?;
    let (event, number) = event.split_once('.').map_or((event, None), |(event, number)| (event, Some(number)));
    let is_timed = integer(event)? == time.as_millis() && number.is_none_or(|number| integer(number) >= Some(2));
    is_timed.then_some(None)
}

/// An integer as it is written, and not otherwise: `+6`, `06` and `-0` can be read as well.
fn integer(text: &str) -> Option<i64> {
    match text.strip_prefix('-').unwrap_or(text).as_bytes() {
        [b'1'..=b'9', ..] => text.parse().ok(),
        [b'0'] if text == "0" => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read_as_it_is_written_and_not_otherwise() {
        let chat = ChatId::new("c_1");
        for index in [i64::MIN, -10, -1, 0, 1, 6, 10, i64::MAX] {
            let id = message_id(&chat, index);
            assert_eq!(index_of(&chat, &id, Timestamp::from_millis(5)), Some(Some(index)));
        }
        for other in ["", "t", "+6", "06", "-0", "00", "-", "6 ", "6_6", "--6", "9223372036854775808", "0x6", "-06"] {
            let id = MessageId::new(format!("msg_c_1_{other}"));
            assert_eq!(index_of(&chat, &id, Timestamp::from_millis(5)), None, "{other}");
        }
    }

    #[test]
    fn an_event_without_an_index_is_told_by_its_time() {
        let chat = ChatId::new("c_1");
        for millis in [i64::MIN / 2, -1, 0, 5] {
            let time = Timestamp::from_millis(millis);
            for before in [0, 1, 9] {
                assert_eq!(index_of(&chat, &timed_message_id(&chat, time, before), time), Some(None));
            }
        }
        for other in ["t6", "t05", "t5.1", "t5.02", "t5.", "t", "T5", "5.2"] {
            let id = MessageId::new(format!("msg_c_1_{other}"));
            assert_eq!(index_of(&chat, &id, Timestamp::from_millis(5)), None, "{other}");
        }
    }
}
