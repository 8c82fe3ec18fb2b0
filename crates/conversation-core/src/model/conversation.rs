//! The neutral conversation.

use genesys_chat_types::ChatId;
use proficient_types::Interaction;
use serde::{Deserialize, Serialize};

use super::{Entry, Participant};

/// A conversation of either side, with everything that the side sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Conversation {
    /// The side that it came from, and what that side says of the conversation as a whole.
    pub source: Source,
    /// Everybody who is the author of an entry, in the order of their first entries.
    ///
    /// In a chat every event repeats its participant as it was at the time, so somebody who took another nickname is
    /// here once for each, with the same number.
    pub participants: Vec<Participant>,
    /// What was said and what happened, in the order in which the side gave it. Neither side promises an order: messages
    /// hang together by their parents, events are numbered by their keys.
    pub entries: Vec<Entry>,
}

/// A side, and what it says of a conversation as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Source {
    /// An interaction of Proficient.
    Proficient {
        /// The interaction itself, where it was given beside its messages.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        interaction: Option<Box<Interaction>>,
    },
    /// A Genesys chat.
    Genesys {
        /// The id of the chat, where it was given: the events do not have it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chat_id: Option<ChatId>,
        /// Whether the chat has ended, where that was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chat_ended: Option<bool>,
    },
}

impl Conversation {
    /// Who wrote or did the entry; nothing where the entry names a participant that is not there.
    pub fn author(&self, entry: &Entry) -> Option<&Participant> {
        self.participants.get(entry.author)
    }
}
