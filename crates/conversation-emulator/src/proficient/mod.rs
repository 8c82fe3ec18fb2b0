//! The Proficient side: interactions, their trees of messages, agents and users.

mod rows;
mod tables;
pub(crate) mod views;

use axum::{Router, http::StatusCode, response::Response};
use conversation_wire::Timestamp;
use proficient_types::{AgentId, ErrorCode};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::{
    failure::error,
    ids::{Ids, Kind},
    state::AppState,
};

pub(crate) use tables::SCHEMA;

/// Everything below the server's own address.
pub(crate) fn router(state: AppState) -> Router {
    Router::new().fallback(unknown_path).with_state(state)
}

async fn unknown_path() -> Response {
    error(StatusCode::NOT_FOUND, ErrorCode::ResourceNotFound, "There is nothing at this path.")
}

/// The oldest active agent, or the oldest of all. Where there is none, one is made.
pub(crate) fn ensure_agent(tx: &Transaction<'_>, ids: Ids, now: Timestamp) -> rusqlite::Result<AgentId> {
    let there: Option<String> =
        tx.query_row("SELECT id FROM agents ORDER BY active DESC, place LIMIT 1", [], |row| row.get(0)).optional()?;
    if let Some(id) = there {
        return Ok(AgentId::new(id));
    }
    let id = ids.next(tx, Kind::Agent)?;
    tx.execute(
        "INSERT INTO agents (id, active, name, display_name, created_at, updated_at, initial_turn, model)
         VALUES (?1, 1, 'emulated-agent', 'Emulated agent', ?2, ?2, 'user', 'openai.gpt-4')",
        params![id, now.as_millis()],
    )?;
    Ok(AgentId::new(id))
}
