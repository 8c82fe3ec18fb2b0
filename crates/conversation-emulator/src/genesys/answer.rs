//! The answers, as far as they are the same for every operation.

use genesys_chat_types::{
    Alias, ChatError, ChatEvent, ChatEventType, ChatId, ChatState, ChatStatus, GetMessagesAnswer, OperateChatAnswer,
    Participant, ParticipantId, ParticipantType, RequestChatAnswer, SecureKey, TenantName, Timestamp, UserId,
};
use serde::Serialize;

use super::refusal::Refusal;

/// An answer of one of the operations.
pub(super) trait Answer: Serialize + Send + Sized + 'static {
    /// With nothing but the status and the error.
    fn failed(status_code: ChatStatus, error: ChatError) -> Self;

    /// The same answer with something in every other field, none of which is true.
    fn with_nonsense(self) -> Self;

    /// That the call is refused.
    fn refused(refusal: &Refusal) -> Self {
        Self::failed(ChatStatus::OVER, refusal.error())
    }

    /// That the call may succeed later.
    fn try_again() -> Self {
        let mut error = ChatError::new("no-chat-server".into());
        error.message = Some("The chat server cannot be reached.".to_owned());
        error.advice = Some("Send the same request again in 2 to 3 seconds.".to_owned());
        Self::failed(ChatStatus::TRY_AGAIN, error)
    }
}

impl Answer for RequestChatAnswer {
    fn failed(status_code: ChatStatus, error: ChatError) -> Self {
        let mut answer = Self::new(status_code);
        answer.errors = Some([error].into());
        answer
    }

    fn with_nonsense(mut self) -> Self {
        self.chat_id = Some(ChatId::new(NOTHING));
        self.path = Some(format!("/api/v2/chats/{NOTHING}"));
        self.user_id = Some(UserId::new(NOTHING));
        self.secure_key = Some(SecureKey::new(NOTHING));
        self.alias = Some(Alias::new("0"));
        self.tenant_name = Some(TenantName::new("Nowhere"));
        self.messages = Some(no_events().into());
        self
    }
}

impl Answer for GetMessagesAnswer {
    fn failed(status_code: ChatStatus, error: ChatError) -> Self {
        let mut answer = Self::new(status_code);
        answer.errors = Some([error].into());
        answer
    }

    fn with_nonsense(mut self) -> Self {
        self.user_id = Some(UserId::new(NOTHING));
        self.secure_key = Some(SecureKey::new(NOTHING));
        self.alias = Some(Alias::new("0"));
        self.tenant_name = Some(TenantName::new("Nowhere"));
        self.messages = Some(no_events().into());
        self.chat_ended = Some(true);
        self
    }
}

impl Answer for OperateChatAnswer {
    fn failed(status_code: ChatStatus, error: ChatError) -> Self {
        let mut answer = Self::new(status_code);
        answer.errors = Some([error].into());
        answer
    }

    fn with_nonsense(mut self) -> Self {
        self.user_id = Some(UserId::new(NOTHING));
        self.secure_key = Some(SecureKey::new(NOTHING));
        self.alias = Some(Alias::new("0"));
        self.tenant_name = Some(TenantName::new("Nowhere"));
        self.messages = Some(no_events().into());
        self.chat_ended = Some(true);
        self.state = Some(ChatState::from("Nowhere"));
        self.participants = Some([no_one()].into());
        self
    }
}

const NOTHING: &str = "0000000000000000";

fn no_one() -> Participant {
    Participant::new("unknown", ParticipantId::new(i64::MAX), ParticipantType::from("Unknown"))
}

/// Events that, once believed, put a reader at the end of every transcript.
fn no_events() -> Vec<ChatEvent> {
    [1, i64::MAX]
        .map(|index| {
            let mut event = ChatEvent::new(no_one(), ChatEventType::Message, Timestamp::MAX);
            event.index = Some(index);
            event.text = Some("This was never said.".to_owned());
            event
        })
        .into()
}
