//! Values of the APIs, made of the fields that the core knows and a rest that it carries.
//!
//! Not by the types' own `new`: a later version of a type may require a field that this core does not know. A value that
//! came from a server has it in its rest.

use conversation_wire::{DecodeError, Extra};
use genesys_chat_types::{
    ChatEvent, ChatEventParts, ChatEventType, Participant, ParticipantId, ParticipantParts, ParticipantType, Timestamp,
};

/// An event; `rest` is what `ChatEvent::take_rest` gave.
pub(crate) fn event(
    from: Participant,
    type_: ChatEventType,
    utc_time: Timestamp,
    rest: Extra,
) -> Result<ChatEvent, DecodeError> {
    let mut parts = ChatEventParts::default();
    parts.from = Some(from);
    parts.type_ = Some(type_);
    parts.utc_time = Some(utc_time);
    ChatEvent::from_parts(parts, rest)
}

/// A participant; `rest` is what `Participant::take_rest` gave.
pub(crate) fn participant(
    nickname: &str,
    participant_id: ParticipantId,
    type_: ParticipantType,
    rest: Extra,
) -> Result<Participant, DecodeError> {
    let mut parts = ParticipantParts::default();
    parts.nickname = Some(nickname.to_owned());
    parts.participant_id = Some(participant_id);
    parts.type_ = Some(type_);
    Participant::from_parts(parts, rest)
}
