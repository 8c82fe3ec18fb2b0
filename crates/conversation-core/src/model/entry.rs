//! What was said, and what happened.

use std::fmt;

use conversation_wire::{Extra, Field};
use genesys_chat_types::{ChatEventType, EventAttributes, Timestamp, UserData};
use proficient_types::{InteractionId, MessageId, MessageObject};
use serde::{Deserialize, Serialize};

/// One message of an interaction, or one event of a chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entry {
    /// What tells it from other entries: a message's id, an event's index. Absent for an event without an index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Key>,
    /// When it was written or happened.
    pub time: Timestamp,
    /// The author's place in the conversation's `participants`, counted from 0.
    pub author: usize,
    /// The message above this one. Absent on roots and events; a server may send null for a root.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub parent: Field<MessageId>,
    /// What it is.
    pub kind: EntryKind,
    /// Its text: the message, the notice, the pushed URL. While somebody types it is a preview or the text of an earlier
    /// message, and never a message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What only its own side says of it. Left out of JSON for an event of which there is nothing more to say.
    #[serde(default, skip_serializing_if = "Details::is_empty")]
    pub details: Details,
    /// Fields that its side's document does not list.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

/// What tells an entry from others of its conversation, when the server keeps to its own rules.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Key {
    /// The index of an event, a number.
    Index(i64),
    /// The id of a message, a string.
    Message(MessageId),
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntryKind {
    /// Somebody wrote the message in `text`. All entries of an interaction are messages.
    Message,
    /// The author joined.
    Joined,
    /// The author left.
    Left,
    /// The author began to type.
    TypingStarted,
    /// The author stopped typing.
    TypingStopped,
    /// A new nickname, a pushed URL or words of the system: a `Notice` does not say which.
    Notice,
    /// The author pushed a URL.
    PushedUrl,
    /// The author took a new nickname.
    Nickname,
    /// A notice that an application defined for itself.
    CustomNotice,
    /// The author uploaded a file.
    FileUploaded,
    /// An uploaded file was deleted.
    FileDeleted,
    /// The conversation has been idle and may be closed.
    IdleAlert,
    /// The conversation is closed because it was idle.
    IdleClosed,
    /// Any other, by the name that the side has for it.
    Other(String),
}

/// What only one side says of an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Details {
    /// Of a message of an interaction.
    Message(MessageDetails),
    /// Of an event of a chat.
    Event(EventDetails),
}

impl Details {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for Details {
    /// Those of an event of which there is nothing more to say.
    fn default() -> Self {
        Self::Event(EventDetails::default())
    }
}

/// What only Proficient says of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MessageDetails {
    /// The interaction that the message names.
    pub interaction_id: InteractionId,
    /// The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true.
    pub depth: i64,
    /// What the object says that it is; left out for `message`.
    #[serde(default = "message", skip_serializing_if = "is_message")]
    pub object: MessageObject,
}

/// What only Genesys says of an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EventDetails {
    /// The free label that a sender gave a message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_type: Option<String>,
    /// Data attached to the event, all strings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_data: Option<UserData>,
    /// Further details of the event, such as a reason code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_attributes: Option<EventAttributes>,
}

fn message() -> MessageObject {
    MessageObject::Message
}

fn is_message(object: &MessageObject) -> bool {
    *object == MessageObject::Message
}

impl From<&ChatEventType> for EntryKind {
    fn from(kind: &ChatEventType) -> Self {
        match kind {
            ChatEventType::Message => Self::Message,
            ChatEventType::ParticipantJoined => Self::Joined,
            ChatEventType::ParticipantLeft => Self::Left,
            ChatEventType::TypingStarted => Self::TypingStarted,
            ChatEventType::TypingStopped => Self::TypingStopped,
            ChatEventType::Notice => Self::Notice,
            ChatEventType::PushUrl => Self::PushedUrl,
            ChatEventType::NicknameUpdated => Self::Nickname,
            ChatEventType::CustomNotice => Self::CustomNotice,
            ChatEventType::FileUploaded => Self::FileUploaded,
            ChatEventType::FileDeleted => Self::FileDeleted,
            ChatEventType::IdleAlert => Self::IdleAlert,
            ChatEventType::IdleClose => Self::IdleClosed,
            other => Self::Other(other.to_string()),
        }
    }
}

impl From<&EntryKind> for ChatEventType {
    fn from(kind: &EntryKind) -> Self {
        match kind {
            EntryKind::Message => Self::Message,
            EntryKind::Joined => Self::ParticipantJoined,
            EntryKind::Left => Self::ParticipantLeft,
            EntryKind::TypingStarted => Self::TypingStarted,
            EntryKind::TypingStopped => Self::TypingStopped,
            EntryKind::Notice => Self::Notice,
            EntryKind::PushedUrl => Self::PushUrl,
            EntryKind::Nickname => Self::NicknameUpdated,
            EntryKind::CustomNotice => Self::CustomNotice,
            EntryKind::FileUploaded => Self::FileUploaded,
            EntryKind::FileDeleted => Self::FileDeleted,
            EntryKind::IdleAlert => Self::IdleAlert,
            EntryKind::IdleClosed => Self::IdleClose,
            EntryKind::Other(name) => name.as_str().into(),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index(index) => write!(f, "event {index}"),
            Self::Message(id) => write!(f, "message {id}"),
        }
    }
}
