//! What is new in a chat.

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
}

impl Update {
    /// The event.
    pub fn event(&self) -> &ChatEvent {
        match self {
            Self::New(event) | Self::Changed(event) => event,
        }
    }

    /// The event.
    pub fn into_event(self) -> ChatEvent {
        match self {
            Self::New(event) | Self::Changed(event) => event,
        }
    }
}
