//! What is new in a chat.

use conversation_wire::Unreadable;
use genesys_chat_types::ChatEvent;

/// What is new in a chat.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Update {
    /// An event that was not there before. As a rule the next one; one that fills a hole belongs before others that came
    /// already, which its `index` says.
    New(ChatEvent),
    /// Another version of an event that came before: the same index, and something differs. Nothing says which version is
    /// right.
    Changed(ChatEvent),
    /// An event that could not be read, as it came: a server may send what its documentation rules out. It costs no other.
    Unreadable(Unreadable),
}

impl Update {
    /// The event; nothing if it could not be read.
    pub fn event(&self) -> Option<&ChatEvent> {
        match self {
            Self::New(event) | Self::Changed(event) => Some(event),
            Self::Unreadable(_) => None,
        }
    }

    /// The event; nothing if it could not be read.
    pub fn into_event(self) -> Option<ChatEvent> {
        match self {
            Self::New(event) | Self::Changed(event) => Some(event),
            Self::Unreadable(_) => None,
        }
    }
}
