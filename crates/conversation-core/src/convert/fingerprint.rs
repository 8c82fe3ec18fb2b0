//! What tells whether a conversation that stayed on its side is still the same.

use genesys_chat_types::ChatEvent;
use proficient_types::Message;
use serde::{Deserialize, Serialize};

use super::{RestoreError, RestoreFault, digest::Digest, first_text};
use crate::model::{GenesysConversation, Key, ProficientConversation};

/// A digest of each entry of a conversation, and one of the fields of the conversation as a whole.
///
/// It detects accidental changes, such as an edit, and is no protection against one who means to deceive. It does not depend
/// on the order of properties, nor on which of them a release of the types has fields for: it can be stored, and is read by
/// every later release.
///
/// A conversation that is projected has its residue to be checked against. One that goes into the
/// [model](crate::model), or is written as it is, has no residue, and yet the caller who puts it back where it came from
/// wants to know that it is the same.
///
/// ```
/// use conversation_core::{convert::Fingerprint, model::GenesysConversation};
/// use genesys_chat_types::{ChatEvent, ChatEventType, Participant, ParticipantId, ParticipantType, Timestamp};
///
/// let client = Participant::new("Ada", ParticipantId::new(1), ParticipantType::Client);
/// let joined = ChatEvent::new(client, ChatEventType::ParticipantJoined, Timestamp::from_millis(1_406_239_877_000));
/// let mut chat = GenesysConversation::new(vec![joined]);
///
/// let fingerprint = Fingerprint::of_chat(&chat);
/// assert!(fingerprint.check_chat(&chat).is_ok());
/// chat.events[0].from.nickname = "Eve".into();
/// assert_eq!(fingerprint.check_chat(&chat).unwrap_err().to_string(), "messages[0] is not as it was projected");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// How the digests are made.
    #[serde(default)]
    version: Version,
    whole: Digest,
    entries: Vec<Digest>,
}

/// How digests are made. What one says never changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u32", into = "u32")]
enum Version {
    /// Of the JSON text as the first release wrote it, which did not say its version.
    #[default]
    First,
    /// Of the value.
    Second,
    /// In a way that a later release knows.
    Later(u32),
}

impl From<u32> for Version {
    fn from(version: u32) -> Self {
        match version {
            0 | 1 => Self::First,
            2 => Self::Second,
            later => Self::Later(later),
        }
    }
}

impl From<Version> for u32 {
    fn from(version: Version) -> Self {
        match version {
            Version::First => 1,
            Version::Second => 2,
            Version::Later(later) => later,
        }
    }
}

impl Version {
    fn entry(self, entry: &impl Serialize) -> Digest {
        match self {
            Self::First => Digest::of_text(&first_text::entry(entry)),
            Self::Second | Self::Later(_) => Digest::of_all(entry),
        }
    }

    fn whole(self, whole: &impl Serialize) -> Digest {
        match self {
            Self::First => Digest::of_text(&first_text::whole(whole)),
            Self::Second | Self::Later(_) => Digest::of_all(whole),
        }
    }
}

impl Fingerprint {
    /// Of a chat.
    pub fn of_chat(chat: &GenesysConversation) -> Self {
        let version = Version::Second;
        let entries = chat.events.iter().map(|event| version.entry(event)).collect();
        Self { version, whole: version.whole(&whole_chat(chat)), entries }
    }

    /// Of an interaction.
    pub fn of_interaction(conversation: &ProficientConversation) -> Self {
        let version = Version::Second;
        let entries = conversation.messages.iter().map(|message| version.entry(message)).collect();
        Self { version, whole: version.whole(&conversation.interaction), entries }
    }

    /// That `chat` is the one of which this was taken.
    ///
    /// # Errors
    ///
    /// When it is not: the first event that was changed or added or is missing, or the chat as a whole.
    pub fn check_chat(&self, chat: &GenesysConversation) -> Result<(), RestoreError> {
        let key = |event: &ChatEvent| event.index.map(Key::Index);
        self.check(&chat.events, key, self.version.whole(&whole_chat(chat)))
    }

    /// That `conversation` is the one of which this was taken.
    ///
    /// # Errors
    ///
    /// When it is not: the first message that was changed or added or is missing, or the interaction as a whole.
    pub fn check_interaction(&self, conversation: &ProficientConversation) -> Result<(), RestoreError> {
        let key = |message: &Message| Some(Key::Message(message.id.clone()));
        self.check(&conversation.messages, key, self.version.whole(&conversation.interaction))
    }

    fn check<E: Serialize>(
        &self,
        entries: &[E],
        key: impl Fn(&E) -> Option<Key>,
        whole: Digest,
    ) -> Result<(), RestoreError> {
        if matches!(self.version, Version::Later(_)) {
            return Err(RestoreError::whole(RestoreFault::LaterResidue));
        }
        let mut expected = self.entries.iter();
        for (at, entry) in entries.iter().enumerate() {
            let fault = match expected.next() {
                Some(digest) if *digest == self.version.entry(entry) => continue,
                Some(_) => RestoreFault::Changed,
                None => RestoreFault::Added,
            };
            return Err(RestoreError::entry(at, key(entry), fault));
        }
        if expected.next().is_some() {
            return Err(RestoreError::entry(entries.len(), None, RestoreFault::Missing));
        }
        if whole != self.whole { Err(RestoreError::whole(RestoreFault::Header)) } else { Ok(()) }
    }
}

fn whole_chat(chat: &GenesysConversation) -> impl Serialize {
    (&chat.chat_id, chat.chat_ended)
}
