//! A chat as it is stored between two runs.

use conversation_core::{ChatCredentials, TranscriptCursor};
use genesys_chat_types::{ChatId, ParticipantId};
use serde::{Deserialize, Serialize};

/// A chat as it is stored between two runs.
///
/// Serialised, it contains the credentials in full: store it as you store a password. `Debug` does not show them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResumePoint {
    /// Where the transcript is read on.
    pub cursor: TranscriptCursor,
    /// The participant that this client is, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// The texts that were sent and have not been seen in the transcript yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) unseen: Vec<String>,
}

impl ResumePoint {
    /// A chat that another client requested, from its first event on.
    pub fn new(chat: ChatId, credentials: ChatCredentials) -> Self {
        TranscriptCursor::new(chat, credentials).into()
    }
}

impl From<TranscriptCursor> for ResumePoint {
    fn from(cursor: TranscriptCursor) -> Self {
        Self { cursor, participant: None, unseen: Vec::new() }
    }
}
