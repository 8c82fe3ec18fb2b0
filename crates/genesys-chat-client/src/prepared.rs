//! A message that is about to be sent, as a value to store before.

use std::ops::RangeInclusive;

use conversation_http::Attempted;
use genesys_chat_types::{ChatEvent, ChatEventType, ChatId, ParticipantId};
use serde::{Deserialize, Deserializer, Serialize};

use crate::{OutgoingMessage, SentMessage, outgoing::is_own};

/// A message that is about to be sent, as a value to store before it is sent: [`Chat::prepare`](crate::Chat::prepare).
///
/// After a crash, [`Chat::carry_out`](crate::Chat::carry_out) with the stored value finds out what became of it, and sends it
/// only if it was not sent. It contains the text, and no credentials.
///
/// The serialised form has a version. Later releases read what earlier ones wrote; a version that is not known is an error.
///
/// It is not `Clone`: the same value carried out twice at the same time would be sent twice.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct PreparedMessage {
    #[serde(deserialize_with = "known_version")]
    version: u32,
    pub(crate) chat_id: ChatId,
    pub(crate) operation: Operation,
    pub(crate) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<String>,
    /// The highest index that was known: what is sent has a higher one.
    pub(crate) after: i64,
    /// The indexes below it of which there was no event, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) gaps: Vec<RangeInclusive<i64>>,
    /// How many equal messages were acknowledged and had no event yet: it is in a gap or after `after`.
    #[serde(default)]
    pub(crate) acknowledged: u64,
    /// How many equal messages were prepared and had no outcome yet.
    #[serde(default)]
    pub(crate) open: u64,
    #[serde(skip)]
    pub(crate) attempted: Attempted,
}

const VERSION: u32 = 1;

/// The operations that put a text into the transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Operation {
    #[serde(rename = "SendMessage")]
    Message,
    #[serde(rename = "UpdateUserNickname")]
    Nickname,
    #[serde(rename = "SendUrl")]
    Url,
}

impl Operation {
    /// Its `operationName`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Message => "SendMessage",
            Self::Nickname => "UpdateUserNickname",
            Self::Url => "SendUrl",
        }
    }

    fn event_type(self) -> ChatEventType {
        match self {
            Self::Message => ChatEventType::Message,
            // Nothing tells a new nickname from a URL.
            Self::Nickname | Self::Url => ChatEventType::Notice,
        }
    }
}

fn known_version<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    conversation_http::known_version(VERSION, "a prepared message", from)
}

/// What the transcript says of a message.
pub(crate) enum Evidence {
    /// This event is it.
    Sent(Box<ChatEvent>),
    /// It is not there.
    Absent,
    /// One of these may be it.
    Ambiguous(Vec<String>),
}

impl PreparedMessage {
    pub(crate) fn new(chat_id: ChatId, operation: Operation, message: OutgoingMessage, after: i64) -> Self {
        let OutgoingMessage { text, label } = message;
        Self {
            version: VERSION,
            chat_id,
            operation,
            text,
            label,
            after,
            gaps: Vec::new(),
            acknowledged: 0,
            open: 0,
            attempted: Attempted::not_yet(),
        }
    }

    /// The chat that it is for.
    pub fn chat_id(&self) -> &ChatId {
        &self.chat_id
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The label (`messageType`).
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    pub(crate) fn sent(&self, event: Option<ChatEvent>, participant: Option<ParticipantId>) -> SentMessage {
        let (text, label, after) = (self.text.clone(), self.label.clone(), self.after);
        SentMessage { text, label, event, after, participant }
    }

    /// From which position on the transcript tells what became of it.
    pub(crate) fn position(&self) -> i64 {
        self.gaps.first().map_or(self.after.saturating_add(1), |gap| *gap.start())
    }

    /// What the events from `position` on say of it, in their order. `is_whole`: whether all of those after `after` could be
    /// read.
    pub(crate) fn judge<'a>(
        &self,
        events: impl Iterator<Item = &'a ChatEvent> + Clone,
        participant: Option<ParticipantId>,
        is_whole: bool,
    ) -> Evidence {
        let own = events.filter(|event| event.type_ == self.operation.event_type() && is_own(event, participant));
        let equal = own.clone().filter(|event| event.text.as_ref() == Some(&self.text));
        let index = |event: &ChatEvent| event.index.map_or("no index".to_owned(), |index| index.to_string());
        if self.label.is_some() {
            let has_label = |event: &&ChatEvent| event.message_type == self.label;
            if let Some(event) = equal.clone().find(has_label) {
                return Evidence::Sent(Box::new(event.clone()));
            }
            // The server may have changed the text, or the label is not this message's alone.
            let other: Vec<_> = own.filter(has_label).map(index).collect();
            if !other.is_empty() {
                return Evidence::Ambiguous(other);
            }
        }
        // With another label it is another message; without one it is this one, if the deployment drops labels.
        let equal = equal.filter(|event| self.label.is_none() || event.message_type.is_none());
        // What was acknowledged before may have filled a gap. What was known before is neither that nor this message.
        let is_in_gap =
            |event: &&&ChatEvent| event.index.is_some_and(|at| self.gaps.iter().any(|gap| gap.contains(&at)));
        let in_gaps = equal.clone().filter(|event| is_in_gap(&event)).count() as u64;
        let equal: Vec<_> = equal.filter(|event| event.index.is_none_or(|index| index > self.after)).collect();
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let (acknowledged, open) = (count(self.acknowledged.saturating_sub(in_gaps)), count(self.open));
        match equal.last() {
            Some(last) if equal.len() > acknowledged.saturating_add(open) => Evidence::Sent(Box::new((*last).clone())),
            Some(_) if equal.len() > acknowledged => Evidence::Ambiguous(equal.into_iter().map(index).collect()),
            _ if is_whole => Evidence::Absent,
            _ => Evidence::Ambiguous(Vec::new()),
        }
    }
}
