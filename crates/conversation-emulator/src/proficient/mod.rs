//! The Proficient side: interactions, their trees of messages, agents and users.

mod agents;
mod ask;
mod call;
mod credentials;
mod interactions;
mod messages;
mod pages;
mod query;
mod rows;
mod tables;
mod template;
mod users;
pub(crate) mod views;

use axum::{
    Router,
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use conversation_wire::Timestamp;
use proficient_types::{AgentId, ErrorCode};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::{
    failure::error,
    ids::{Ids, Kind},
    state::AppState,
};

use call::operation;

pub(crate) use tables::SCHEMA;

/// Everything below the server's own address.
pub(crate) fn router(state: AppState) -> Router {
    Router::new()
        .route("/messages", get(operation(messages::list)).post(operation(messages::create)))
        .route("/messages/{id}", get(operation(messages::get)))
        .route("/messages/{id}/ask", post(operation(ask::ask)))
        .route("/interactions", get(operation(interactions::list)).post(operation(interactions::create)))
        .route(
            "/interactions/{id}",
            get(operation(interactions::get))
                .post(operation(interactions::update))
                .delete(operation(interactions::delete)),
        )
        .route("/agents", get(operation(agents::list)).post(operation(agents::create)))
        .route(
            "/agents/{id}",
            get(operation(agents::get)).post(operation(agents::update)).delete(operation(agents::delete)),
        )
        .route("/agents/{id}/config", get(operation(agents::get_config)).post(operation(agents::update_config)))
        .route("/agents/{id}/activate", post(operation(agents::activate)))
        .route("/agents/{id}/deactivate", post(operation(agents::deactivate)))
        .route("/users", get(operation(users::list)).post(operation(users::create)))
        .route(
            "/users/{id}",
            get(operation(users::get)).post(operation(users::update)).delete(operation(users::delete)),
        )
        .method_not_allowed_fallback(wrong_method)
        .fallback(unknown_path)
        .with_state(state)
}

async fn wrong_method() -> Response {
    let message = "This path does not take this method; Allow has those it takes.";
    error(StatusCode::METHOD_NOT_ALLOWED, ErrorCode::InvalidRequest, message)
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
