//! Rows of the tables as the objects of the API, and back.

use conversation_wire::{Extra, Field, Timestamp};
use proficient_types::{
    Agent, AgentConfig, AgentConfigFields, AgentFields, AgentId, AnthropicConfig, Interaction, InteractionFields,
    InteractionId, Message, MessageId, OpenAiConfig, User, UserFields, UserId,
};
use rusqlite::{Row, Transaction, params, types::Type};
use serde::{Serialize, de::DeserializeOwned};

/// Reads every row.
pub(crate) const INTERACTION: &str = "SELECT i.id, i.agent_id, i.archived, i.created_at, i.initial_turn, i.name,
    i.total_message_count, i.updated_at, i.user_id, i.place FROM interactions i";

pub(crate) fn interaction(row: &Row<'_>) -> rusqlite::Result<Interaction> {
    Ok(Interaction::new(InteractionFields {
        id: InteractionId::new(row.get::<_, String>(0)?),
        agent_id: AgentId::new(row.get::<_, String>(1)?),
        archived: row.get(2)?,
        created_at: time(row, 3)?,
        initial_turn: row.get::<_, String>(4)?.into(),
        name: text(row, 5)?,
        total_message_count: row.get(6)?,
        updated_at: time(row, 7)?,
        user_id: UserId::new(row.get::<_, String>(8)?),
    }))
}

pub(crate) const MESSAGE: &str = "SELECT m.id, m.content, m.created_at, m.depth, i.id, m.parent_id, m.parent_null,
    m.sent_by, m.extra, m.place FROM messages m JOIN interactions i ON i.place = m.interaction";

pub(crate) fn message(row: &Row<'_>) -> rusqlite::Result<Message> {
    let mut message = Message::new(
        MessageId::new(row.get::<_, String>(0)?),
        row.get::<_, String>(1)?,
        time(row, 2)?,
        row.get(3)?,
        InteractionId::new(row.get::<_, String>(4)?),
        row.get::<_, String>(7)?.into(),
    );
    message.parent_id = match row.get::<_, Option<String>>(5)? {
        Some(parent) => Field::Value(MessageId::new(parent)),
        None if row.get(6)? => Field::Null,
        None => Field::Absent,
    };
    message.extra = from_json::<Extra>(row, 8)?.unwrap_or_default();
    Ok(message)
}

/// Writes a message into the interaction at `interaction`.
pub(crate) fn insert_message(tx: &Transaction<'_>, interaction: i64, message: &Message) -> rusqlite::Result<()> {
    let extra = if message.extra.is_empty() { None } else { Some(to_json(&message.extra)?) };
    tx.prepare_cached(
        "INSERT INTO messages (id, interaction, content, created_at, depth, parent_id, parent_null, sent_by, extra)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        message.id.as_str(),
        interaction,
        message.content,
        message.created_at.as_millis(),
        message.depth,
        message.parent_id.value().map(MessageId::as_str),
        message.parent_id.is_null(),
        message.sent_by.as_str(),
        extra,
    ])?;
    Ok(())
}

pub(crate) const AGENT: &str =
    "SELECT id, active, description, display_description, display_name, name, created_at, updated_at FROM agents";

pub(crate) fn agent(row: &Row<'_>) -> rusqlite::Result<Agent> {
    Ok(Agent::new(AgentFields {
        id: AgentId::new(row.get::<_, String>(0)?),
        active: row.get(1)?,
        description: text(row, 2)?,
        display_description: text(row, 3)?,
        display_name: text(row, 4)?,
        name: row.get::<_, String>(5)?,
        created_at: time(row, 6)?,
        updated_at: time(row, 7)?,
    }))
}

pub(crate) const CONFIG: &str =
    "SELECT id, anthropic, openai, greeting_message, initial_turn, model, system_message FROM agents";

pub(crate) fn config(row: &Row<'_>) -> rusqlite::Result<AgentConfig> {
    Ok(AgentConfig::new(AgentConfigFields {
        agent_id: AgentId::new(row.get::<_, String>(0)?),
        anthropic: from_json::<AnthropicConfig>(row, 1)?.or_else(|| Some(AnthropicConfig::default())),
        openai: from_json::<OpenAiConfig>(row, 2)?.or_else(|| Some(OpenAiConfig::default())),
        greeting_message: text(row, 3)?,
        initial_turn: row.get::<_, String>(4)?.into(),
        model: row.get::<_, String>(5)?.into(),
        system_message: text(row, 6)?,
    }))
}

pub(crate) const USER: &str =
    "SELECT id, created_at, external_id, first_name, last_name, live_mode, updated_at FROM users";

pub(crate) fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User::new(UserFields {
        id: UserId::new(row.get::<_, String>(0)?),
        created_at: time(row, 1)?,
        external_id: row.get::<_, String>(2)?.into(),
        first_name: text(row, 3)?,
        last_name: text(row, 4)?,
        live_mode: row.get(5)?,
        updated_at: time(row, 6)?,
    }))
}

/// A text, which is empty if it was never set: no answer has null for it.
fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    row.get::<_, Option<String>>(column).map(Option::unwrap_or_default).map(Some)
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    row.get(column).map(Timestamp::from_millis)
}

/// A column that holds JSON, or nothing.
fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let Some(json) = row.get::<_, Option<String>>(column)? else { return Ok(None) };
    serde_json::from_str(&json)
        .map(Some)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

/// What a column of JSON holds.
pub(crate) fn to_json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
