//! One chat: its row, and the world it is in.

use std::sync::Arc;

use genesys_chat_types::{
    ChatEventType, ChatId, Participant, ParticipantId, ParticipantType, RequestChatParams, Timestamp, UserData,
};
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

use super::{credentials::Held, events::Details, json::Json, script::Script};

/// The participant that the client is.
pub(super) const CLIENT: ParticipantId = ParticipantId::new(1);

/// What a chat takes from outside.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The emulator's time.
    pub(crate) now: Timestamp,
    /// What picks identifiers and texts.
    pub(crate) seed: u64,
    /// What agents and bots do.
    pub(crate) script: Arc<Script>,
    /// How long a client may be silent, in milliseconds.
    pub(crate) silence: i64,
}

/// A chat within a transaction, which has everything in its transcript that has happened by now.
///
/// What changes in it is written by [`save`](Self::save), but for events and participants, which are written at once.
pub(super) struct Chat<'t> {
    pub(super) tx: &'t Transaction<'t>,
    pub(super) world: &'t World,
    pub(super) number: i64,
    pub(super) id: ChatId,
    pub(super) held: Held,
    pub(super) user_data: UserData,
    /// The chat's time. It stands still while the emulator's clock is behind it.
    pub(super) time: Timestamp,
    /// When the client last called.
    pub(super) seen: Timestamp,
    pub(super) ended: Option<ChatEnd>,
    pub(super) events: i64,
    pub(super) participants: i64,
    pub(super) client_messages: i64,
    /// How often the seed was asked.
    pub(super) draws: i64,
}

/// What ended a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChatEnd {
    /// The client ended it.
    Client,
    /// A participant of the contact centre ended it, by the script or by [`Emulator::end`](crate::Emulator::end).
    Agent,
    /// The client was silent for too long. This is no normal end.
    Idle,
}

impl ChatEnd {
    const ALL: [Self; 3] = [Self::Client, Self::Agent, Self::Idle];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Agent => "agent",
            Self::Idle => "idle",
        }
    }

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Option<Self>> {
        let ended: Option<String> = row.get("ended")?;
        Ok(ended.and_then(|ended| Self::ALL.into_iter().find(|end| end.as_str() == ended)))
    }
}

impl<'t> Chat<'t> {
    /// Opens a chat, with the client as its first participant.
    pub(super) fn open(
        tx: &'t Transaction<'t>,
        world: &'t World,
        request: RequestChatParams,
    ) -> rusqlite::Result<Self> {
        let tenant_name = request.tenant_name.clone();
        let nickname = nickname(&request);
        let user_data = request.user_data.clone().unwrap_or_default();
        // The row first, since its number is what the seed picks the identifiers by.
        tx.prepare_cached(
            "INSERT INTO genesys_chat (chat_id, request, tenant_name, user_id, secure_key, alias, user_data, time,
                seen, events, participants, client_messages, draws)
             VALUES (:unique, :request, :tenant_name, '', '', '', '{}', :now, :now, 0, 0, 0, 0)",
        )?
        .execute(named_params! {
            ":unique": "",
            ":request": Json(request),
            ":tenant_name": tenant_name.as_str(),
            ":now": world.now.as_millis(),
        })?;
        let number = tx.last_insert_rowid();
        let mut chat = Self {
            tx,
            world,
            number,
            id: ChatId::new(""),
            held: Held::new(tenant_name),
            user_data,
            time: world.now,
            seen: world.now,
            ended: None,
            events: 0,
            participants: 0,
            client_messages: 0,
            draws: 0,
        };
        chat.id = chat.new_id();
        chat.held.current = chat.new_session();
        tx.prepare_cached("UPDATE genesys_chat SET chat_id = ? WHERE number = ?")?
            .execute((chat.id.as_str(), number))?;
        chat.join(None, nickname, ParticipantType::Client)?;
        chat.begin_request_rules()?;
        chat.save()?;
        Ok(chat)
    }

    /// Finds a chat, and lets happen in it what is due by now.
    pub(super) fn find(tx: &'t Transaction<'t>, world: &'t World, id: &ChatId) -> rusqlite::Result<Option<Self>> {
        let read = |row: &Row<'_>| {
            Ok(Self {
                tx,
                world,
                number: row.get("number")?,
                id: id.clone(),
                held: Held::read(row)?,
                user_data: row.get::<_, Json<UserData>>("user_data")?.0,
                time: Timestamp::from_millis(row.get("time")?),
                seen: Timestamp::from_millis(row.get("seen")?),
                ended: ChatEnd::read(row)?,
                events: row.get("events")?,
                participants: row.get("participants")?,
                client_messages: row.get("client_messages")?,
                draws: row.get("draws")?,
            })
        };
        let found = tx
            .prepare_cached("SELECT * FROM genesys_chat WHERE chat_id = ?")?
            .query_row([id.as_str()], read)
            .optional()?;
        let Some(mut chat) = found else { return Ok(None) };
        chat.catch_up()?;
        Ok(Some(chat))
    }

    /// Writes the row.
    pub(super) fn save(&self) -> rusqlite::Result<()> {
        let next = self.held.next.as_ref();
        self.tx
            .prepare_cached(
                "UPDATE genesys_chat SET user_id = :user_id, secure_key = :secure_key, alias = :alias,
                    next_user_id = :next_user_id, next_secure_key = :next_secure_key, next_alias = :next_alias,
                    user_data = :user_data, time = :time, seen = :seen, ended = :ended, events = :events,
                    participants = :participants, client_messages = :client_messages, draws = :draws
                 WHERE number = :number",
            )?
            .execute(named_params! {
                ":user_id": self.held.current.user_id.as_str(),
                ":secure_key": self.held.current.secure_key.expose(),
                ":alias": self.held.current.alias.as_str(),
                ":next_user_id": next.map(|next| next.user_id.as_str()),
                ":next_secure_key": next.map(|next| next.secure_key.expose()),
                ":next_alias": next.map(|next| next.alias.as_str()),
                ":user_data": Json(&self.user_data),
                ":time": self.time.as_millis(),
                ":seen": self.seen.as_millis(),
                ":ended": self.ended.map(ChatEnd::as_str),
                ":events": self.events,
                ":participants": self.participants,
                ":client_messages": self.client_messages,
                ":draws": self.draws,
                ":number": self.number,
            })?;
        Ok(())
    }

    /// Adds a participant; `member` is their name in the script.
    pub(super) fn join(
        &mut self,
        member: Option<&str>,
        nickname: String,
        type_: ParticipantType,
    ) -> rusqlite::Result<Participant> {
        self.participants = self.participants.saturating_add(1);
        self.tx
            .prepare_cached(
                "INSERT INTO genesys_participant (chat, participant, member, nickname, type, present)
                 VALUES (?, ?, ?, ?, ?, 1)",
            )?
            .execute((self.number, self.participants, member, &nickname, type_.as_str()))?;
        let participant = Participant::new(nickname, ParticipantId::new(self.participants), type_);
        self.write(&participant, ChatEventType::ParticipantJoined, Details::default())?;
        Ok(participant)
    }

    /// Lets a participant who is in the chat leave it.
    pub(super) fn leave(&mut self, participant: &Participant, details: Details) -> rusqlite::Result<()> {
        self.tx
            .prepare_cached("UPDATE genesys_participant SET present = 0 WHERE chat = ? AND participant = ?")?
            .execute((self.number, participant.participant_id.get()))?;
        self.write(participant, ChatEventType::ParticipantLeft, details)?;
        Ok(())
    }

    /// Gives a participant another nickname.
    pub(super) fn rename(&self, participant: &Participant, nickname: &str) -> rusqlite::Result<()> {
        self.tx
            .prepare_cached("UPDATE genesys_participant SET nickname = ? WHERE chat = ? AND participant = ?")?
            .execute((nickname, self.number, participant.participant_id.get()))?;
        Ok(())
    }

    /// Everybody who is in the chat, in the order in which they joined.
    pub(super) fn present(&self) -> rusqlite::Result<Vec<Participant>> {
        present(self.tx, self.number)
    }

    /// A participant who is in the chat.
    pub(super) fn participant(&self, id: ParticipantId) -> rusqlite::Result<Option<Participant>> {
        self.tx
            .prepare_cached("SELECT * FROM genesys_participant WHERE chat = ? AND participant = ? AND present")?
            .query_row((self.number, id.get()), read_participant)
            .optional()
    }

    /// Ends the chat: the participant who ends it leaves first, then the script's rules for the end are played, then everybody
    /// else leaves.
    pub(super) fn end(&mut self, end: ChatEnd, by: Option<Participant>, details: Details) -> rusqlite::Result<()> {
        self.ended = Some(end);
        self.drop_steps()?;
        if let Some(by) = by {
            self.leave(&by, details)?;
        }
        self.play_end_rules()?;
        for participant in self.present()? {
            self.leave(&participant, Details::default())?;
        }
        Ok(())
    }
}

/// Everybody who is in the chat with this number.
pub(super) fn present(tx: &Transaction<'_>, chat: i64) -> rusqlite::Result<Vec<Participant>> {
    tx.prepare_cached("SELECT * FROM genesys_participant WHERE chat = ? AND present ORDER BY participant")?
        .query_map([chat], read_participant)?
        .collect()
}

pub(super) fn read_participant(row: &Row<'_>) -> rusqlite::Result<Participant> {
    let text = |column| row.get::<_, String>(column);
    Ok(Participant::new(text("nickname")?, ParticipantId::new(row.get("participant")?), text("type")?.into()))
}

/// What the request calls the customer.
fn nickname(request: &RequestChatParams) -> String {
    if let Some(nickname) = &request.nickname {
        return nickname.clone();
    }
    let names: Vec<_> = [&request.first_name, &request.last_name].into_iter().flatten().map(String::as_str).collect();
    if names.is_empty() { DEFAULT_NICKNAME.to_owned() } else { names.join(" ") }
}

/// What a customer is called whom the request does not name.
const DEFAULT_NICKNAME: &str = "guest";
