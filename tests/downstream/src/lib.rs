//! A service that hands a chat over from a contact centre to an agent platform, and back.
//!
//! It is written as another team would write it, against the public interface alone. When a change to a document breaks
//! it, the change breaks users.

use conversation_wire::{DecodeError, decode};
use genesys_chat_types::{
    Alias, ChatEvent, ChatEventType, ChatStatus, GetMessagesAnswer, GetMessagesParams, OperateChatParams,
    ParticipantType, RequestChatAnswer, SecureKey, SendMessageParams, TenantName, TranscriptPosition, UserId,
};
use proficient_types::{InteractionId, Message, MessageCreateParams, MessagesList, SentBy};

/// What a client says next to a chat server.
#[derive(Debug, PartialEq)]
pub enum Next {
    /// Ask for the events from this position on.
    Poll(Box<GetMessagesParams>),
    /// Ask the same once more, a little later.
    Retry,
    /// Nothing: the chat is over.
    Stop,
}

/// The credentials of a chat, replaced by those of each answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    user: UserId,
    key: SecureKey,
    alias: Alias,
    tenant: TenantName,
    highest: i64,
}

impl Session {
    /// Begins with the answer to Request Chat; nothing when the server refused it.
    pub fn begin(json: &[u8]) -> Result<Option<Self>, DecodeError> {
        let answer: RequestChatAnswer = decode(json)?;
        if answer.status_code != ChatStatus::DONE {
            return Ok(None);
        }
        let session = (answer.user_id, answer.secure_key, answer.alias, answer.tenant_name);
        let (Some(user), Some(key), Some(alias), Some(tenant)) = session else { return Ok(None) };
        let highest = highest(answer.messages.iter().flatten()).unwrap_or(0);
        Ok(Some(Self { user, key, alias, tenant, highest }))
    }

    /// Takes an answer in: the messages that are new, and what comes next.
    pub fn take(&mut self, json: &[u8]) -> Result<(Vec<String>, Next), DecodeError> {
        let answer: GetMessagesAnswer = decode(json)?;
        match answer.status_code {
            ChatStatus::DONE => {}
            ChatStatus::TRY_AGAIN => return Ok((Vec::new(), Next::Retry)),
            _ => return Ok((Vec::new(), Next::Stop)),
        }
        let events = answer.messages.unwrap_or_default();
        let seen = self.highest;
        let new = events.iter().filter(|event| event.index.is_none_or(|index| index > seen));
        let lines = new.filter_map(line).collect();
        self.highest = highest(&events).unwrap_or(0).max(seen);
        self.user = answer.user_id.unwrap_or_else(|| self.user.clone());
        self.key = answer.secure_key.unwrap_or_else(|| self.key.clone());
        if answer.chat_ended == Some(true) {
            return Ok((lines, Next::Stop));
        }
        Ok((lines, Next::Poll(Box::new(self.poll()))))
    }

    fn poll(&self) -> GetMessagesParams {
        let session = self.clone();
        let mut params = GetMessagesParams::new(session.user, session.key, session.alias, session.tenant);
        params.transcript_position = TranscriptPosition::new(self.highest.saturating_add(1)).ok();
        params
    }

    /// Says something as the client.
    pub fn say(&self, text: &str) -> OperateChatParams {
        let session = self.clone();
        SendMessageParams::new(session.user, session.key, session.alias, session.tenant, text).into()
    }
}

fn highest<'a>(events: impl IntoIterator<Item = &'a ChatEvent>) -> Option<i64> {
    events.into_iter().filter_map(|event| event.index).max()
}

/// An event as a line of a log; typing is not worth one.
fn line(event: &ChatEvent) -> Option<String> {
    let text = event.text.as_deref().unwrap_or_default();
    let who = match &event.from.type_ {
        ParticipantType::Client => "customer",
        ParticipantType::Agent | ParticipantType::Supervisor => "agent",
        ParticipantType::External => "bot",
        other => other.as_str(),
    };
    match &event.type_ {
        ChatEventType::Message => Some(format!("{who}: {text}")),
        ChatEventType::ParticipantJoined => Some(format!("{who} joined")),
        ChatEventType::TypingStarted | ChatEventType::TypingStopped => None,
        other => Some(format!("{who}, {other}: {text}")),
    }
}

/// The request that repeats the customer's last message to an agent platform.
pub fn hand_over(interaction: InteractionId, page: &[u8]) -> Result<Option<MessageCreateParams>, DecodeError> {
    let page: MessagesList = decode(page)?;
    let last = page.data.iter().filter(|message| is_users(message)).max_by_key(|message| message.created_at);
    Ok(last.map(|message| {
        let mut params = MessageCreateParams::new(interaction, message.content.as_str());
        params.parent_id = message.parent_id.clone();
        params
    }))
}

fn is_users(message: &Message) -> bool {
    match message.sent_by {
        SentBy::User => true,
        SentBy::Agent => false,
        // Tomorrow's senders are nobody that this service answers to.
        _ => false,
    }
}
