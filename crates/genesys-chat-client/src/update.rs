//! What is new in a chat.

use conversation_wire::Unreadable;
use genesys_chat_types::ChatEvent;

/// What is new in a chat.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Update {
    /// An event that was not there before. As a rule it is the next one; one that fills a gap belongs before others that came
    /// already, which its `index` says.
    #[non_exhaustive]
    New {
        /// The event.
        event: ChatEvent,
        /// Whether it is from the participant that this client is.
        is_own: bool,
    },
    /// Another version of an event that came before: the same index, and something differs. Nothing says which version is
    /// right.
    #[non_exhaustive]
    Changed {
        /// The event.
        event: ChatEvent,
        /// Whether it is from the participant that this client is.
        is_own: bool,
    },
    /// An event that could not be read, as it came: a server may send what its documentation rules out. It costs no other.
    Unreadable(Unreadable),
}

impl Update {
    /// The event; `None` if it could not be read.
    pub fn event(&self) -> Option<&ChatEvent> {
        match self {
            Self::New { event, .. } | Self::Changed { event, .. } => Some(event),
            Self::Unreadable(_) => None,
        }
    }

    /// The event; `None` if it could not be read.
    pub fn into_event(self) -> Option<ChatEvent> {
        match self {
            Self::New { event, .. } | Self::Changed { event, .. } => Some(event),
            Self::Unreadable(_) => None,
        }
    }

    /// Whether it is an event of the participant that this client is: a message that it sent, for example.
    pub fn is_own(&self) -> bool {
        match self {
            Self::New { is_own, .. } | Self::Changed { is_own, .. } => *is_own,
            Self::Unreadable(_) => false,
        }
    }
}
