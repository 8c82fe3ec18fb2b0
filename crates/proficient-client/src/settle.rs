//! Creating something once: what the list says when no answer comes.

use std::{collections::HashSet, future::Future, hash::Hash};

use conversation_http::{Error as CallError, OutcomeUnknown};

use crate::{Client, Error};

/// Something in the list that may be what was to be created.
pub(crate) struct Candidate<Id, T> {
    pub(crate) id: Id,
    /// Whether it is all that was asked for; otherwise it may be, with something changed by the server.
    pub(crate) fits: bool,
    pub(crate) value: T,
}

/// Creates something with `send`, which makes no attempt again that may have been carried out, and looks with `list` where
/// no answer came.
///
/// # Errors
///
/// `Unknown` where the list cannot tell; any other means that nothing was created. Without settling, the result of `send`.
pub(crate) async fn create<T, Id, L, S, M>(
    client: &Client,
    operation: &'static str,
    send: impl Fn() -> S,
    list: impl Fn() -> M,
) -> Result<Created<T, L>, Error>
where
    Id: Eq + Hash + ToString,
    S: Future<Output = Result<T, Error>>,
    M: Future<Output = Result<Vec<Candidate<Id, L>>, Error>>,
{
    if !client.settles() {
        return send().await.map(Created::Answered);
    }
    let before: HashSet<Id> = list().await?.into_iter().map(|candidate| candidate.id).collect();
    let mut number = 1;
    loop {
        let cause = match send().await {
            Ok(value) => return Ok(Created::Answered(value)),
            Err(error) if !error.may_have_happened() => return Err(error),
            Err(error) => error,
        };
        // After an answer the server is done with it. Otherwise it may still be at it: look again a little later.
        let looks = if cause.was_answered() { 1 } else { client.policy().attempts() };
        let mut new = Vec::new();
        for look in 1..=looks {
            match list().await {
                Ok(found) => new = found.into_iter().filter(|candidate| !before.contains(&candidate.id)).collect(),
                Err(error) => return Err(unknown(operation, Vec::new(), cause, Some(error))),
            }
            if !new.is_empty() {
                break;
            }
            if let Some(wait) = client.policy().wait(look, None) {
                tokio::time::sleep(wait).await;
            }
        }
        if new.iter().any(|candidate| candidate.fits) {
            new.retain(|candidate| candidate.fits);
        }
        let ids = || new.iter().map(|candidate| candidate.id.to_string()).collect();
        match new.as_slice() {
            [Candidate { fits: true, .. }] => {}
            [] => {
                if matches!(cause, CallError::Timeout(_)) {
                    return Err(unknown(operation, Vec::new(), cause, None));
                }
                let Some(wait) = client.policy().wait(number, None) else { return Err(cause) };
                tokio::time::sleep(wait).await;
                number += 1;
                continue;
            }
            _ => return Err(unknown(operation, ids(), cause, None)),
        }
        if let Some(found) = new.pop() {
            return Ok(Created::Found(found.value));
        }
    }
}

/// How it is known that something was created.
pub(crate) enum Created<T, L> {
    /// By the answer.
    Answered(T),
    /// By the list.
    Found(L),
}

impl<T> Created<T, T> {
    pub(crate) fn into_inner(self) -> T {
        match self {
            Self::Answered(value) | Self::Found(value) => value,
        }
    }
}

pub(crate) fn unknown(operation: &'static str, candidates: Vec<String>, cause: Error, list: Option<Error>) -> Error {
    let mut unsettled = OutcomeUnknown::new(operation, cause);
    (unsettled.candidates, unsettled.list) = (candidates, list);
    CallError::OutcomeUnknown(Box::new(unsettled))
}

/// Deletes something with `send`, which makes no attempt again that may have been carried out, and sees with `get`
/// whether it is gone where no answer came. Nothing, when it is and the answer was lost.
///
/// # Errors
///
/// Those of `send`; those of `get` where it cannot be seen.
pub(crate) async fn delete<T, S, G>(
    client: &Client,
    send: impl Fn() -> S,
    get: impl Fn() -> G,
) -> Result<Option<T>, Error>
where
    S: Future<Output = Result<T, Error>>,
    G: Future<Output = Result<T, Error>>,
{
    let mut number = 1;
    loop {
        let cause = match send().await {
            Ok(deleted) => return Ok(Some(deleted)),
            // An earlier attempt did it after all.
            Err(CallError::Api(failure)) if failure.status == 404 && number > 1 => return Ok(None),
            Err(error) if !error.may_have_happened() => return Err(error),
            Err(error) => error,
        };
        match get().await {
            Err(CallError::Api(failure)) if failure.status == 404 => return Ok(None),
            Err(error) => return Err(error),
            Ok(_) => {}
        }
        let Some(wait) = client.policy().wait(number, None) else { return Err(cause) };
        tokio::time::sleep(wait).await;
        number += 1;
    }
}
