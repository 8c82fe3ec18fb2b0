//! Chats as a test sees them, past HTTP and credentials, and what agents do in them.

use std::fmt;

use genesys_chat_types::{
    ChatEvent, ChatEventType, ChatId, Participant, ParticipantId, ParticipantType, RequestChatParams, UserData,
};
use rusqlite::{Row, Transaction};

use super::{
    chat::{CLIENT, Chat, ChatEnd, World, present},
    events::{Details, read},
    json::Json,
};

/// A chat, as the emulator has it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatView {
    /// Its id.
    pub id: ChatId,
    /// The request that opened it.
    pub request: RequestChatParams,
    /// The data attached to it by now.
    pub user_data: UserData,
    /// Who is in it, in the order in which they joined.
    pub participants: Vec<Participant>,
    /// What ended it; nothing while it goes on.
    pub ended: Option<ChatEnd>,
    /// How many events its transcript has.
    pub events: u64,
}

/// Why an agent cannot do something in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoSuchPart {
    /// There is no such chat.
    Chat,
    /// The chat has ended.
    Ended,
    /// The participant is not in the chat, or is the client, who acts by itself.
    Participant,
}

impl fmt::Display for NoSuchPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chat => "there is no chat with this id",
            Self::Ended => "the chat has ended",
            Self::Participant => "no agent with this participant id is in the chat: join it first",
        })
    }
}

impl std::error::Error for NoSuchPart {}

/// All chats, in the order in which they were requested.
pub(crate) fn chats(tx: &Transaction<'_>, world: &World) -> rusqlite::Result<Vec<ChatView>> {
    let ids: Vec<ChatId> = tx
        .prepare_cached("SELECT chat_id FROM genesys_chat ORDER BY number")?
        .query_map([], |row| Ok(ChatId::new(row.get::<_, String>(0)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for id in &ids {
        Chat::find(tx, world, id)?;
    }
    let mut chats = Vec::with_capacity(ids.len());
    let mut select = tx.prepare_cached("SELECT * FROM genesys_chat ORDER BY number")?;
    for chat in select.query_map([], |row| view(tx, row))? {
        chats.push(chat?);
    }
    Ok(chats)
}

fn view(tx: &Transaction<'_>, row: &Row<'_>) -> rusqlite::Result<ChatView> {
    let events: i64 = row.get("events")?;
    Ok(ChatView {
        id: ChatId::new(row.get::<_, String>("chat_id")?),
        request: row.get::<_, Json<RequestChatParams>>("request")?.0,
        user_data: row.get::<_, Json<UserData>>("user_data")?.0,
        participants: present(tx, row.get("number")?)?,
        ended: ChatEnd::read(row)?,
        events: u64::try_from(events).unwrap_or_default(),
    })
}

/// The whole transcript of a chat; nothing when there is no such chat.
pub(crate) fn chat_events(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
) -> rusqlite::Result<Option<Vec<ChatEvent>>> {
    Chat::find(tx, world, id)?.map(|chat| read(tx, chat.number, 1)).transpose()
}

/// Lets a participant join a chat.
pub(crate) fn join(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
    nickname: String,
    type_: ParticipantType,
) -> rusqlite::Result<Result<ParticipantId, NoSuchPart>> {
    with_chat(tx, world, id, |chat| {
        let participant = chat.join(None, nickname, type_)?;
        Ok(Ok(participant.participant_id))
    })
}

/// Lets a participant say something; the answer is the event.
pub(crate) fn say(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
    participant: ParticipantId,
    text: String,
) -> rusqlite::Result<Result<ChatEvent, NoSuchPart>> {
    with_chat(tx, world, id, |chat| {
        let Some(from) = agent(chat, participant)? else { return Ok(Err(NoSuchPart::Participant)) };
        chat.write(&from, ChatEventType::Message, Details::text(text)).map(Ok)
    })
}

/// Lets a participant leave.
pub(crate) fn leave(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
    participant: ParticipantId,
) -> rusqlite::Result<Result<(), NoSuchPart>> {
    with_chat(tx, world, id, |chat| {
        let Some(from) = agent(chat, participant)? else { return Ok(Err(NoSuchPart::Participant)) };
        chat.leave(&from, Details::default()).map(Ok)
    })
}

/// Ends a chat from the side of the contact centre.
pub(crate) fn end(tx: &Transaction<'_>, world: &World, id: &ChatId) -> rusqlite::Result<Result<(), NoSuchPart>> {
    with_chat(tx, world, id, |chat| chat.end(ChatEnd::Agent, None, Details::default()).map(Ok))
}

fn agent(chat: &Chat<'_>, participant: ParticipantId) -> rusqlite::Result<Option<Participant>> {
    if participant == CLIENT { Ok(None) } else { chat.participant(participant) }
}

fn with_chat<T>(
    tx: &Transaction<'_>,
    world: &World,
    id: &ChatId,
    act: impl FnOnce(&mut Chat<'_>) -> rusqlite::Result<Result<T, NoSuchPart>>,
) -> rusqlite::Result<Result<T, NoSuchPart>> {
    let Some(mut chat) = Chat::find(tx, world, id)? else { return Ok(Err(NoSuchPart::Chat)) };
    if chat.ended.is_some() {
        return Ok(Err(NoSuchPart::Ended));
    }
    let done = act(&mut chat)?;
    chat.save()?;
    Ok(done)
}
