//! A message to send, and what was sent.

use genesys_chat_types::{ChatEvent, ChatEventType, ParticipantId, ParticipantType};

/// A message to send.
///
/// ```
/// use genesys_chat_client::OutgoingMessage;
///
/// let reply = OutgoingMessage::new("Your parcel left today.").with_label("reply-17");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutgoingMessage {
    /// The text.
    pub text: String,
    /// The label (`messageType`), which the server copies into the event.
    pub label: Option<String>,
}

impl OutgoingMessage {
    /// A message without a label.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), label: None }
    }

    /// The same message with a label (`messageType`).
    ///
    /// If each of your messages has its own label, the transcript tells for certain which of them were sent, also after a
    /// crash. Use labels only where the deployment copies `messageType` into the events and does not show it to people.
    pub fn with_label(self, label: impl Into<String>) -> Self {
        Self { label: Some(label.into()), ..self }
    }
}

impl From<&str> for OutgoingMessage {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for OutgoingMessage {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&String> for OutgoingMessage {
    fn from(text: &String) -> Self {
        Self::new(text)
    }
}

/// A message that the server took.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SentMessage {
    /// The text.
    pub text: String,
    /// The label (`messageType`).
    pub label: Option<String>,
    /// The event that it became, if the transcript was read to find that out. The server's acknowledgement does not contain
    /// it; otherwise it comes as an update, which [`matches`](Self::matches).
    pub event: Option<ChatEvent>,
    /// The highest index that was known before it was sent: its own is higher.
    pub after: i64,
    /// The participant that this client is, if it is known.
    pub participant: Option<ParticipantId>,
}

impl SentMessage {
    /// Whether `event` is this message: from this client, later than what was known before, with its text and its label.
    /// Without a label, messages with the same text cannot be told apart.
    pub fn matches(&self, event: &ChatEvent) -> bool {
        let is_label = self.label.is_none() || event.message_type == self.label;
        is_label
            && event.type_ == ChatEventType::Message
            && event.text.as_ref() == Some(&self.text)
            && event.index.is_none_or(|index| index > self.after)
            && is_own(event, self.participant)
    }
}

/// Whether an event is from the participant that this client is. If that is unknown, it is a customer: the API has no
/// other seat.
pub(crate) fn is_own(event: &ChatEvent, participant: Option<ParticipantId>) -> bool {
    match participant {
        Some(participant) => event.from.participant_id == participant,
        None => event.from.type_ == ParticipantType::Client,
    }
}
