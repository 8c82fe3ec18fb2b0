//! What tells whether a conversation that stayed on its side is still the same.

use genesys_chat_types::ChatEvent;
use proficient_types::Message;
use serde::{Deserialize, Serialize};

use super::{RestoreError, RestoreFault, digest::Digest};
use crate::model::{GenesysConversation, Key, ProficientConversation};

/// A digest of each entry of a conversation, and one of the fields of the conversation as a whole.
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
    whole: Digest,
    entries: Vec<Digest>,
}

impl Fingerprint {
    /// Of a chat.
    pub fn of_chat(chat: &GenesysConversation) -> Self {
        Self { whole: whole_chat(chat), entries: chat.events.iter().map(Digest::of_all).collect() }
    }

    /// Of an interaction.
    pub fn of_interaction(conversation: &ProficientConversation) -> Self {
        Self {
            whole: whole_interaction(conversation),
            entries: conversation.messages.iter().map(Digest::of_all).collect(),
        }
    }

    /// That `chat` is the one of which this was taken.
    ///
    /// # Errors
    ///
    /// When it is not: the first event that was changed or added or is missing, or the chat as a whole.
    pub fn check_chat(&self, chat: &GenesysConversation) -> Result<(), RestoreError> {
        let key = |event: &ChatEvent| event.index.map(Key::Index);
        self.check(&chat.events, key, whole_chat(chat))
    }

    /// That `conversation` is the one of which this was taken.
    ///
    /// # Errors
    ///
    /// When it is not: the first message that was changed or added or is missing, or the interaction as a whole.
    pub fn check_interaction(&self, conversation: &ProficientConversation) -> Result<(), RestoreError> {
        let key = |message: &Message| Some(Key::Message(message.id.clone()));
        self.check(&conversation.messages, key, whole_interaction(conversation))
    }

    fn check<E: Serialize>(
        &self,
        entries: &[E],
        key: impl Fn(&E) -> Option<Key>,
        whole: Digest,
    ) -> Result<(), RestoreError> {
        let mut expected = self.entries.iter();
        for (at, entry) in entries.iter().enumerate() {
            let fault = match expected.next() {
                Some(digest) if *digest == Digest::of_all(entry) => continue,
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

fn whole_chat(chat: &GenesysConversation) -> Digest {
    Digest::of_all(&(&chat.chat_id, chat.chat_ended))
}

fn whole_interaction(conversation: &ProficientConversation) -> Digest {
    Digest::of_all(&conversation.interaction)
}
