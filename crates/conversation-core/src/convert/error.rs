//! Why something cannot be projected or restored, and where.

use std::{
    error::Error,
    fmt::{self, Write as _},
};

use conversation_wire::{DecodeError, printable::OneLine};
use genesys_chat_types::ChatId;
use proficient_types::MessageId;

use crate::model::Key;

/// Why a conversation cannot be projected.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProjectError {
    /// The chat is another one than the one whose events should be projected.
    OtherChat {
        /// The id that it has.
        chat: ChatId,
    },
    /// The message that the thread should go through is not there.
    NoSuchMessage {
        /// The id.
        message: MessageId,
    },
    /// A type of the other API requires a field that this version of the core cannot fill: the types are newer.
    NewField(DecodeError),
}

impl From<DecodeError> for ProjectError {
    fn from(error: DecodeError) -> Self {
        Self::NewField(error)
    }
}

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        match self {
            Self::OtherChat { chat } => write!(f, "the events are of another chat, {chat}"),
            Self::NewField(error) => {
                write!(f, "{error}: the API types are newer than this version of conversation-core")
            }
            Self::NoSuchMessage { message } => write!(f, "the thread should go through {message}, which is not there"),
        }
    }
}

impl Error for ProjectError {}

/// A value that is not the one its residue was made with, and where it differs first.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RestoreError {
    /// The place in the value's messages or events, counted from 0; nothing when it is the value as a whole.
    pub at: Option<usize>,
    /// The message or event.
    pub key: Option<Key>,
    /// What is wrong.
    pub fault: RestoreFault,
}

/// What is wrong with a value that should be restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RestoreFault {
    /// The entry is not one that a projection makes: its id is not made of the chat's, or it is no message.
    Foreign,
    /// The entry is not as it was projected: it was edited, moved, or is another.
    Changed,
    /// The entry was added since.
    Added,
    /// The entry is missing.
    Missing,
    /// The fields of the conversation as a whole are not as they were projected.
    Header,
    /// The residue contradicts itself: it was changed.
    Residue,
    /// The residue has fields of a later version, which alone knows what they mean.
    LaterResidue,
}

impl RestoreError {
    pub(super) fn whole(fault: RestoreFault) -> Self {
        Self { at: None, key: None, fault }
    }

    pub(super) fn entry(at: usize, key: Option<Key>, fault: RestoreFault) -> Self {
        Self { at: Some(at), key, fault }
    }
}

impl fmt::Display for RestoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(at) = self.at {
            write!(f, "messages[{at}] ")?;
        }
        if let Some(key) = &self.key {
            write!(f, "({key}) ")?;
        }
        f.write_str(match self.fault {
            RestoreFault::Foreign => "is not what a projection makes",
            RestoreFault::Changed => "is not as it was projected",
            RestoreFault::Added => "was added since it was projected",
            RestoreFault::Missing => "was projected, and is missing",
            RestoreFault::Header => "the interaction or chat itself is not as it was projected",
            RestoreFault::Residue => "the residue contradicts itself: it was changed",
            RestoreFault::LaterResidue => {
                "the residue has fields that this version does not know: restore with a later one"
            }
        })
    }
}

impl Error for RestoreError {}
