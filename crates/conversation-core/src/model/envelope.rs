//! An answer to Get Messages, taken apart into its chat and the fields around it.

use std::fmt;

use conversation_wire::List;
use genesys_chat_types::{ChatError, ChatStatus, GetMessagesAnswer};

use super::GenesysConversation;

/// The fields of an answer to Get Messages that are about the session and not about the chat: credentials, errors, and
/// fields that this version does not know.
///
/// With the chat, it gives the answer back: [`into_answer`](Self::into_answer).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatEnvelope {
    /// The answer without its events and without `chatEnded`.
    answer: GetMessagesAnswer,
    /// Whether the answer had a list of events, which may be empty.
    had_events: bool,
}

impl ChatEnvelope {
    /// The fields around the chat, as an answer without events.
    pub fn as_answer(&self) -> &GetMessagesAnswer {
        &self.answer
    }

    /// The answer with this envelope around `chat`. For the chat of the same answer, it is equal to that answer.
    ///
    /// Unknown fields of `chat` become fields of the answer. Its `chat_id` has no place in an answer.
    pub fn into_answer(self, chat: GenesysConversation) -> GetMessagesAnswer {
        let Self { mut answer, had_events } = self;
        answer.messages = (had_events || !chat.events.is_wholly_empty()).then_some(chat.events);
        answer.chat_ended = chat.chat_ended;
        for (name, value) in chat.extra {
            answer.extra.insert(name, value);
        }
        answer
    }
}

impl GenesysConversation {
    /// The chat of an answer to Get Messages, and the envelope around it.
    ///
    /// The answer does not contain the id of the chat: set [`chat_id`](Self::chat_id) if you need it.
    ///
    /// ```
    /// use conversation_core::model::GenesysConversation;
    /// use genesys_chat_types::{ChatStatus, GetMessagesAnswer};
    ///
    /// let answer = GetMessagesAnswer::new(ChatStatus::DONE);
    /// let (chat, envelope) = GenesysConversation::from_answer(answer.clone())?;
    /// assert!(chat.events.is_empty());
    /// assert_eq!(envelope.into_answer(chat), answer);
    /// # Ok::<(), conversation_core::model::AnswerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When `statusCode` is not 0: the other fields of such an answer are unreliable.
    pub fn from_answer(mut answer: GetMessagesAnswer) -> Result<(Self, ChatEnvelope), AnswerError> {
        if answer.status_code != ChatStatus::DONE {
            let errors = answer.errors.unwrap_or_default();
            return Err(AnswerError { status_code: answer.status_code, errors });
        }
        let events = answer.messages.take();
        let had_events = events.is_some();
        let mut chat = Self::new(events.unwrap_or_default());
        chat.chat_ended = answer.chat_ended.take();
        Ok((chat, ChatEnvelope { answer, had_events }))
    }
}

/// An answer with a `statusCode` other than 0, which contains no reliable chat.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerError {
    /// 1: try again. 2: the session is over. Any other: unknown.
    pub status_code: ChatStatus,
    /// What the server says about it, as it was sent. Usually empty.
    pub errors: List<ChatError>,
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "statusCode {}", self.status_code)?;
        f.write_str(match self.status_code {
            ChatStatus::TRY_AGAIN => ": the call failed, try it again",
            ChatStatus::OVER => ": the session is over",
            _ => ": unknown, so the answer is unreliable",
        })
    }
}

impl std::error::Error for AnswerError {}
