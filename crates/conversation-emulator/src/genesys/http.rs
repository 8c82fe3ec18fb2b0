//! The three paths of the API, over HTTP.

use axum::{
    Extension, Router,
    body::Bytes,
    extract::{
        Path, State,
        rejection::{BytesRejection, PathRejection},
    },
    http::{StatusCode as HttpStatus, header},
    response::{IntoResponse, Response},
    routing::post,
};
use conversation_wire::{WireType, decode_strict};
use genesys_chat_types::{
    ChatId, GetMessagesParams, OperateChatAnswer, RequestChatParams, SendMessageParams, UpdateUserDataParams,
};
use rusqlite::Transaction;

use super::{
    answer::Answer,
    chat::World,
    operations::{get_messages, operate_chat, request_chat},
    refusal::Refusal,
};
use crate::{Fault, state::AppState};

/// The paths, to be nested below the server's own.
///
/// Every request to one of them is answered with status 200; the `statusCode` in the answer is the outcome.
pub(crate) fn router(state: AppState) -> Router {
    Router::new()
        .route("/api/v2/chats", post(handle_request_chat))
        .route("/api/v2/chats/{chat_id}", post(handle_operate_chat))
        .route("/api/v2/chats/{chat_id}/messages", post(handle_get_messages))
        .method_not_allowed_fallback(wrong_method)
        .fallback(unknown_path)
        .with_state(state)
}

/// Whether a fault means anything to an operation. Those that belong to the transport are not judged here.
pub(crate) fn applies(fault: Fault, operation: &str) -> bool {
    match fault {
        Fault::TryAgain => ["request_chat", "get_messages", "operate_chat"].contains(&operation),
        Fault::RenewedCredentials => ["get_messages", "operate_chat"].contains(&operation),
        Fault::Holes | Fault::Reordered | Fault::RepeatedPage => operation == "get_messages",
        _ => false,
    }
}

type Body = Result<Bytes, BytesRejection>;
type ChatPath = Result<Path<String>, PathRejection>;

async fn handle_request_chat(State(state): State<AppState>, fault: Option<Extension<Fault>>, body: Body) -> Response {
    call(state, fault, body, |tx, world, _, params| request_chat(tx, world, params)).await
}

async fn handle_get_messages(
    State(state): State<AppState>,
    path: ChatPath,
    fault: Option<Extension<Fault>>,
    body: Body,
) -> Response {
    let id = chat_id(path);
    call(state, fault, body, move |tx, world, fault, params| get_messages(tx, world, &id, params, fault)).await
}

async fn handle_operate_chat(
    State(state): State<AppState>,
    path: ChatPath,
    fault: Option<Extension<Fault>>,
    body: Body,
) -> Response {
    let id = chat_id(path);
    call(state, fault, body, move |tx, world, fault, params| operate_chat(tx, world, &id, params, fault)).await
}

/// What is no text is no chat's id either.
fn chat_id(path: ChatPath) -> ChatId {
    path.map_or_else(|_| ChatId::new(""), |Path(id)| ChatId::new(id))
}

/// A documented property of a request that is null. The document has null for none of them; the types read it all the same.
fn null(body: &[u8]) -> Option<&'static str> {
    let body: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).ok()?;
    let properties = [
        RequestChatParams::PROPERTIES,
        GetMessagesParams::PROPERTIES,
        SendMessageParams::PROPERTIES,
        UpdateUserDataParams::PROPERTIES,
    ];
    properties.into_iter().flatten().copied().find(|name| body.get(*name).is_some_and(serde_json::Value::is_null))
}

async fn call<P, A>(
    state: AppState,
    fault: Option<Extension<Fault>>,
    body: Body,
    run: impl FnOnce(&Transaction<'_>, &World, Option<Fault>, P) -> rusqlite::Result<A> + Send + 'static,
) -> Response
where
    P: WireType + Send + 'static,
    A: Answer,
{
    let fault = fault.map(|Extension(fault)| fault);
    if fault == Some(Fault::TryAgain) {
        return reply(HttpStatus::OK, &A::try_again().with_nonsense());
    }
    let params = match body {
        Ok(body) => match null(&body) {
            Some(name) => Err(Refusal::Null(name)),
            None => decode_strict::<P>(&body).map_err(Refusal::Body),
        },
        Err(rejection) if rejection.status() == HttpStatus::PAYLOAD_TOO_LARGE => Err(Refusal::Size),
        Err(_) => Err(Refusal::BrokenOff),
    };
    let params = match params {
        Ok(params) => params,
        Err(refusal) => return reply(HttpStatus::OK, &A::refused(&refusal)),
    };
    let world = state.world();
    let answer = state.store.call(move |tx| Ok(run(tx, &world, fault, params)?)).await;
    match answer {
        Ok(answer) => reply(HttpStatus::OK, &answer),
        // The store cannot be reached or has no room: nothing was done, and it may be done later.
        Err(error) => {
            tracing::error!(%error, "the store failed");
            reply(HttpStatus::OK, &A::try_again())
        }
    }
}

async fn unknown_path() -> Response {
    reply(HttpStatus::NOT_FOUND, &OperateChatAnswer::refused(&Refusal::Path))
}

/// The router adds the `Allow`.
async fn wrong_method() -> Response {
    reply(HttpStatus::METHOD_NOT_ALLOWED, &OperateChatAnswer::refused(&Refusal::Method))
}

fn reply<A: Answer>(status: HttpStatus, answer: &A) -> Response {
    // What is written here are strings, numbers and maps of strings: writing them does not fail.
    let body = serde_json::to_vec(answer).unwrap_or_else(|_| br#"{"statusCode":1}"#.to_vec());
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
