//! One request to an operation: who sent it, what it names, and how it is answered.

use std::{future::Future, pin::Pin};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use conversation_wire::{Timestamp, WireType, decode};
use rusqlite::Transaction;
use serde::Serialize;

use super::{credentials::Credentials, query::Query};
use crate::{
    body::MAX_BODY,
    failure::{Failure, json},
    fault::Fault,
    ids::Ids,
    percent,
    state::AppState,
    transport::Roll,
};

/// A request whose credentials are right.
pub(super) struct Call {
    state: AppState,
    /// What the path names: the id in it.
    pub(super) id: String,
    query: String,
    body: Body,
    /// A fault of the content, with a random number for what it leaves open.
    pub(super) fault: Option<(Fault, u64)>,
}

/// The store while one transaction is done.
pub(super) struct Work<'a> {
    pub(super) tx: &'a Transaction<'a>,
    pub(super) ids: Ids,
    pub(super) now: Timestamp,
}

type Answering = Pin<Box<dyn Future<Output = Response> + Send>>;

/// An operation as axum takes it. Credentials are checked before anything of the body is read.
pub(super) fn operation<C, H, F, T>(
    handler: H,
) -> impl Fn(State<AppState>, Request) -> Answering + Clone + Send + Sync + 'static
where
    C: Credentials,
    H: Fn(Call, C) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + Send,
    T: Serialize,
{
    move |State(state), request| {
        let handler = handler.clone();
        Box::pin(async move {
            let answer = async {
                let (parts, body) = request.into_parts();
                let credentials = C::check(&parts.headers, &state)?;
                // Every id stands behind the first part of the path. One that is no text is none of ours.
                let id = parts.uri.path().split('/').nth(2).unwrap_or_default();
                let fault = parts.extensions.get::<Fault>().copied();
                let roll = parts.extensions.get::<Roll>().map_or(0, |roll| roll.0);
                let call = Call {
                    state,
                    id: percent::decode(id).unwrap_or_default(),
                    query: parts.uri.query().unwrap_or_default().to_owned(),
                    body,
                    fault: fault.map(|fault| (fault, roll)),
                };
                handler(call, credentials).await
            };
            match answer.await {
                Ok(value) => json(StatusCode::OK, &value),
                Err(failure) => failure.into_response(),
            }
        })
    }
}

impl Call {
    pub(super) fn state(&self) -> &AppState {
        &self.state
    }

    /// The query, of which the operation knows these names.
    pub(super) fn query(&self, names: &'static [&'static str]) -> Result<Query, Failure> {
        Query::read(&self.query, names)
    }

    /// The body.
    pub(super) async fn body<T: WireType>(&mut self) -> Result<T, Failure> {
        let body = to_bytes(std::mem::take(&mut self.body), MAX_BODY).await.map_err(|error| {
            let cause = std::error::Error::source(&error);
            if cause.is_some_and(|cause| cause.is::<http_body_util::LengthLimitError>()) {
                Failure::TooLarge
            } else {
                Failure::invalid("The body broke off.")
            }
        })?;
        Ok(decode(&body)?)
    }

    /// Does `work` as one transaction.
    ///
    /// What was written before a refusal stays: that is the user who came for the first time. Where the store fails,
    /// nothing stays.
    pub(super) fn transact<T, W>(&self, work: W) -> impl Future<Output = Result<T, Failure>> + Send + use<T, W>
    where
        T: Send + 'static,
        W: FnOnce(&Work<'_>) -> Result<T, Failure> + Send + 'static,
    {
        let state = self.state.clone();
        async move {
            let (ids, clock) = (state.ids, state.clock.clone());
            let done = state.store.call(move |tx| match work(&Work { tx, ids, now: clock.now() }) {
                Ok(value) => Ok(Ok(value)),
                Err(Failure::Store(error)) => Err(error),
                Err(refusal) => Ok(Err(refusal)),
            });
            done.await?
        }
    }
}
