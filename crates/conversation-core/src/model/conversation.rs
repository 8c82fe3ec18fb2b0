//! The neutral conversation.

use conversation_wire::{Extra, non_null};
use genesys_chat_types::ChatId;
use proficient_types::Interaction;
use serde::{Deserialize, Serialize};

use super::{Entry, Participant, UnreadableItem};
use crate::open::{other_kind, tagged_by_text};

/// A conversation of either side, with everything that the side sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Conversation {
    /// The side that it came from, and what that side says of the conversation as a whole.
    pub source: Source,
    /// Everybody who is the author of an entry, in the order of their first entries.
    ///
    /// In a chat every event repeats its participant as it was at the time, so a participant who took another nickname is
    /// here once for each, with the same number.
    pub participants: Vec<Participant>,
    /// What was said and what happened, in the order in which the side gave it. Neither side promises an order: messages
    /// hang together by their parents, events are numbered by their keys.
    pub entries: Vec<Entry>,
    /// The messages or events that could not be read, as they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<UnreadableItem>,
    /// Fields that this version of the model does not know, kept as they came. The way back to a side refuses them.
    #[serde(flatten)]
    pub unknown: Extra,
}

/// A side, and what it says of a conversation as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ConversationSource"))]
#[serde(remote = "Self", tag = "of", rename_all = "snake_case", expecting = "a source with all the fields of its side")]
#[non_exhaustive]
pub enum Source {
    /// An interaction of Proficient.
    Proficient {
        /// The interaction itself, where it was given beside its messages.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "Interaction"))]
        interaction: Option<Box<Interaction>>,
        /// What else was said beside it, that this version does not know.
        #[serde(default, skip_serializing_if = "Extra::is_empty")]
        extra: Extra,
        /// Fields that this version of the model does not know.
        #[serde(flatten)]
        unknown: Extra,
    },
    /// A Genesys chat.
    Genesys {
        /// The id of the chat, where it was given: the events do not have it.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "ChatId"))]
        chat_id: Option<ChatId>,
        /// Whether the chat has ended, where that was said.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "bool"))]
        chat_ended: Option<bool>,
        /// What else was said beside it, that this version does not know.
        #[serde(default, skip_serializing_if = "Extra::is_empty")]
        extra: Extra,
        /// Fields that this version of the model does not know.
        #[serde(flatten)]
        unknown: Extra,
    },
    /// A side that this version does not know.
    #[serde(untagged)]
    Other(OtherSource),
}

tagged_by_text! { Source by "of" }

other_kind! {
    /// A side that this version does not know, and what it says.
    pub struct OtherSource: "of" except ["proficient", "genesys"]
}

impl Conversation {
    /// Who wrote or did the entry; nothing where the entry names a participant that is not there.
    pub fn author(&self, entry: &Entry) -> Option<&Participant> {
        self.participants.get(entry.author)
    }
}
