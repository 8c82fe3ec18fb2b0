//! What was said, and what happened.

use std::fmt::{self, Write as _};

use conversation_wire::{Extra, Field, non_null, printable::OneLine};
use genesys_chat_types::{ChatEventType, EventAttributes, Timestamp, UserData};
use proficient_types::{InteractionId, MessageId, MessageObject};
use serde::{Deserialize, Serialize};

use super::foreign;
use crate::open::{open_enum, other_kind, tagged_by_text};

/// One message of an interaction, or one event of a chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ConversationEntry"))]
#[non_exhaustive]
pub struct Entry {
    /// What tells it from other entries: a message's id, an event's index. Absent for an event without an index.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Key"))]
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
    /// Its text: the message, the notice, the pushed URL. For a typing entry it is a preview or the text of an earlier
    /// message, and never a message.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub text: Option<String>,
    /// What only its own side says of it. Left out of JSON for an event of which there is nothing more to say.
    #[serde(default, skip_serializing_if = "Details::is_empty")]
    pub details: Details,
    /// Fields that its side's document does not list.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
    /// Fields that this version of the model does not know, kept as they came. The way back to a side refuses them.
    #[serde(flatten)]
    pub unknown: Extra,
}

/// What tells an entry from others of its conversation, when the server keeps to its own rules.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "EntryKey"))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Key {
    /// The index of an event, a number.
    Index(i64),
    /// The id of a message, a string.
    Message(MessageId),
}

open_enum! {
    /// What an entry is.
    ///
    /// What only a side knows is called by the side and its name there: `genesys:VideoStarted`.
    pub enum EntryKind as "EntryKind" {
        /// A message, in `text`. All entries of an interaction are messages.
        Message = "message",
        /// The author joined.
        Joined = "joined",
        /// The author left.
        Left = "left",
        /// The author began to type.
        TypingStarted = "typing_started",
        /// The author stopped typing.
        TypingStopped = "typing_stopped",
        /// A new nickname, a pushed URL or words of the system: a `Notice` does not say which.
        Notice = "notice",
        /// The author pushed a URL.
        PushedUrl = "pushed_url",
        /// The author took a new nickname.
        Nickname = "nickname",
        /// A notice that an application defined for itself.
        CustomNotice = "custom_notice",
        /// The author uploaded a file.
        FileUploaded = "file_uploaded",
        /// An uploaded file was deleted.
        FileDeleted = "file_deleted",
        /// The conversation has been idle and may be closed.
        IdleAlert = "idle_alert",
        /// The conversation is closed because it was idle.
        IdleClosed = "idle_closed",
    }
}

/// What only one side says of an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "EntryDetails"))]
#[serde(
    remote = "Self",
    tag = "of",
    rename_all = "snake_case",
    expecting = "the details of a message or an event, with all their fields"
)]
#[non_exhaustive]
pub enum Details {
    /// Of a message of an interaction.
    Message(MessageDetails),
    /// Of an event of a chat.
    Event(EventDetails),
    /// Of something that a later version knows.
    #[serde(untagged)]
    Other(OtherDetails),
}

tagged_by_text! { Details by "of" }

other_kind! {
    /// Details of an entry that this version does not know.
    pub struct OtherDetails: "of" except ["message", "event"]
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
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MessageDetails {
    /// The interaction that the message names.
    pub interaction_id: InteractionId,
    /// The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true.
    pub depth: i64,
    /// What the object says that it is.
    pub object: MessageObject,
    /// Fields that this version of the model does not know, kept as they came. The way back to a side refuses them.
    #[serde(flatten)]
    pub unknown: Extra,
}

/// What only Genesys says of an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EventDetails {
    /// The free label that a sender gave a message.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub message_type: Option<String>,
    /// Data attached to the event, all strings.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "UserData"))]
    pub user_data: Option<UserData>,
    /// Further details of the event, such as a reason code.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "EventAttributes"))]
    pub event_attributes: Option<EventAttributes>,
    /// Fields that this version of the model does not know, kept as they came. The way back to a side refuses them.
    #[serde(flatten)]
    pub unknown: Extra,
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
            other => foreign::GENESYS.name(other.as_str()).into(),
        }
    }
}

impl EntryKind {
    /// What Genesys calls it; nothing for what it does not have.
    pub(super) fn event_type(&self) -> Option<ChatEventType> {
        Some(match self {
            Self::Message => ChatEventType::Message,
            Self::Joined => ChatEventType::ParticipantJoined,
            Self::Left => ChatEventType::ParticipantLeft,
            Self::TypingStarted => ChatEventType::TypingStarted,
            Self::TypingStopped => ChatEventType::TypingStopped,
            Self::Notice => ChatEventType::Notice,
            Self::PushedUrl => ChatEventType::PushUrl,
            Self::Nickname => ChatEventType::NicknameUpdated,
            Self::CustomNotice => ChatEventType::CustomNotice,
            Self::FileUploaded => ChatEventType::FileUploaded,
            Self::FileDeleted => ChatEventType::FileDeleted,
            Self::IdleAlert => ChatEventType::IdleAlert,
            Self::IdleClosed => ChatEventType::IdleClose,
            other => foreign::GENESYS.own(other.as_str())?.into(),
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        match self {
            Self::Index(index) => write!(f, "event {index}"),
            Self::Message(id) => write!(f, "message {id}"),
        }
    }
}
