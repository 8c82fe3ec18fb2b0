//! The ten operations, each within a transaction.

use genesys_chat_types::{
    ChatCredentials, ChatEventType, ChatId, ChatState, ChatStatus, GetMessagesAnswer, GetMessagesParams,
    OperateChatAnswer, OperateChatParams, Participant, RequestChatAnswer, RequestChatParams, UserData,
};
use rusqlite::Transaction;

use super::{
    answer::Answer,
    chat::{CLIENT, Chat, ChatEnd, World},
    events::Details,
    refusal::Refusal,
};
use crate::Fault;

/// Request Chat.
pub(super) fn request_chat(
    tx: &Transaction<'_>,
    world: &World,
    params: RequestChatParams,
) -> rusqlite::Result<RequestChatAnswer> {
    let tenant_name = params.tenant_name.clone();
    let chat = Chat::open(tx, world, params)?;
    let session = chat.held.newest().clone();
    let mut answer = RequestChatAnswer::new(ChatStatus::DONE);
    answer.path = Some(format!("/api/v2/chats/{}", chat.id));
    answer.messages = Some(chat.read(1)?.into());
    answer.chat_id = Some(chat.id);
    answer.user_id = Some(session.user_id);
    answer.secure_key = Some(session.secure_key);
    answer.alias = Some(session.alias);
    answer.tenant_name = Some(tenant_name);
    Ok(answer)
}

/// Get Messages.
pub(super) fn get_messages(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
    params: GetMessagesParams,
    fault: Option<Fault>,
) -> rusqlite::Result<GetMessagesAnswer> {
    let GetMessagesParams { user_id, secure_key, alias, tenant_name, transcript_position, .. } = params;
    let given = ChatCredentials::new(user_id, secure_key, alias, tenant_name);
    settle(with_chat(tx, world, id, &given, |chat| {
        let position = match fault {
            Some(Fault::RepeatedPage) => 1,
            _ => transcript_position.unwrap_or_default().get(),
        };
        let mut events = chat.read(position)?;
        match fault {
            Some(Fault::RenewedCredentials) => chat.renew(),
            Some(Fault::Holes) => chat.leave_out(&mut events)?,
            Some(Fault::Reordered) => chat.reorder(&mut events),
            _ => {}
        }
        let session = chat.held.newest().clone();
        let mut answer = GetMessagesAnswer::new(ChatStatus::DONE);
        answer.messages = Some(events.into());
        answer.user_id = Some(session.user_id);
        answer.secure_key = Some(session.secure_key);
        answer.alias = Some(session.alias);
        answer.tenant_name = Some(chat.held.tenant_name.clone());
        answer.chat_ended = Some(chat.ended.is_some());
        Ok(answer)
    }))
}

/// The eight operations that `operationName` tells apart.
pub(super) fn operate_chat(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
    params: OperateChatParams,
    fault: Option<Fault>,
) -> rusqlite::Result<OperateChatAnswer> {
    let Some((given, operation)) = Operation::of(params) else {
        return Ok(OperateChatAnswer::refused(&Refusal::Operation));
    };
    settle(with_chat(tx, world, id, &given, |chat| {
        let goes_on = chat.ended.is_none();
        let mut answer = OperateChatAnswer::new(ChatStatus::DONE);
        match operation {
            Operation::Complete => {
                // Also when the chat has ended: a client that missed the answer may ask again.
                if goes_on {
                    chat.end(ChatEnd::Client, chat.participant(CLIENT)?, Details::default())?;
                }
                return Ok(answer);
            }
            Operation::Look => {
                answer.state = goes_on.then_some(ChatState::Chatting);
                answer.participants = Some(chat.present()?.into());
                answer.chat_ended = Some(!goes_on);
            }
            // The client is in the chat until it ends.
            Operation::Write(act) => match chat.participant(CLIENT)? {
                Some(client) => act.carry_out(chat, &client)?,
                None => return Err(Refusal::Ended.into()),
            },
            Operation::Unknown => return Err(Refusal::Operation.into()),
        }
        if fault == Some(Fault::RenewedCredentials) {
            chat.renew();
        }
        let session = chat.held.newest().clone();
        answer.user_id = Some(session.user_id);
        answer.secure_key = Some(session.secure_key);
        answer.alias = Some(session.alias);
        answer.tenant_name = Some(chat.held.tenant_name.clone());
        Ok(answer)
    }))
}

/// An operation without its credentials.
enum Operation {
    Look,
    Complete,
    Write(Act),
    Unknown,
}

/// What the client does in the chat.
enum Act {
    Say { text: String, message_type: Option<String> },
    Type { event: ChatEventType, text: Option<String> },
    Rename { nickname: String },
    PushUrl { url: String },
    Attach { user_data: UserData, text: Option<String> },
}

/// The credentials of some operation's parameters.
macro_rules! credentials {
    ($params:ident) => {
        ChatCredentials::new($params.user_id, $params.secure_key, $params.alias, $params.tenant_name)
    };
}

impl Operation {
    /// Nothing for a kind of parameters that is newer than this.
    fn of(params: OperateChatParams) -> Option<(ChatCredentials, Self)> {
        use OperateChatParams as Params;
        let typing = |event, text| Self::Write(Act::Type { event, text });
        Some(match params {
            Params::GetChat(params) => (credentials!(params), Self::Look),
            Params::Complete(params) => (credentials!(params), Self::Complete),
            Params::SendMessage(params) => {
                (credentials!(params), Self::Write(Act::Say { text: params.text, message_type: params.message_type }))
            }
            Params::StartTyping(params) => (credentials!(params), typing(ChatEventType::TypingStarted, params.text)),
            Params::StopTyping(params) => (credentials!(params), typing(ChatEventType::TypingStopped, params.text)),
            Params::UpdateNickname(params) => {
                (credentials!(params), Self::Write(Act::Rename { nickname: params.nickname }))
            }
            Params::PushUrl(params) => (credentials!(params), Self::Write(Act::PushUrl { url: params.push_url })),
            Params::UpdateUserData(params) => {
                (credentials!(params), Self::Write(Act::Attach { user_data: params.user_data, text: params.text }))
            }
            Params::Other(params) => (credentials!(params), Self::Unknown),
            _ => return None,
        })
    }
}

impl Act {
    fn carry_out(self, chat: &mut Chat<'_>, client: &Participant) -> rusqlite::Result<()> {
        match self {
            Self::Say { text, message_type } => {
                chat.client_messages = chat.client_messages.saturating_add(1);
                chat.begin_message_rules(&text)?;
                let details = Details { message_type, ..Details::text(text) };
                chat.write(client, ChatEventType::Message, details)?;
            }
            Self::Type { event, text } => {
                chat.write(client, event, Details { text, ..Details::default() })?;
            }
            // The event is still from the old name. Nothing in it says that the text is a name, and so it is with a URL.
            Self::Rename { nickname } => {
                chat.rename(client, &nickname)?;
                chat.write(client, ChatEventType::Notice, Details::text(nickname))?;
            }
            Self::PushUrl { url } => {
                chat.write(client, ChatEventType::Notice, Details::text(url))?;
            }
            Self::Attach { user_data, text } => {
                chat.user_data.extend(user_data.iter().map(|(name, value)| (name.clone(), value.clone())));
                if let Some(text) = text {
                    let details = Details { user_data: Some(user_data), ..Details::text(text) };
                    chat.write(client, ChatEventType::Notice, details)?;
                }
            }
        }
        Ok(())
    }
}

/// Finds the chat, lets the client in, and keeps what changed, also when `act` refuses.
fn with_chat<A>(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
    given: &ChatCredentials,
    act: impl FnOnce(&mut Chat<'_>) -> Result<A, Failure>,
) -> Result<A, Failure> {
    let mut chat = Chat::find(tx, world, id)?.ok_or(Refusal::Chat)?;
    chat.admit(given)?;
    let done = act(&mut chat);
    chat.save()?;
    done
}

/// Why there is no answer with `statusCode` 0.
enum Failure {
    Refused(Refusal),
    /// Nothing of the call may be kept.
    Store(rusqlite::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error)
    }
}

/// A refusal is an answer like any other: what happened in the chat meanwhile is kept.
fn settle<A: Answer>(done: Result<A, Failure>) -> rusqlite::Result<A> {
    match done {
        Ok(answer) => Ok(answer),
        Err(Failure::Refused(refusal)) => Ok(A::refused(&refusal)),
        Err(Failure::Store(error)) => Err(error),
    }
}
