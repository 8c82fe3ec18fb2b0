//! One call: attempts until one succeeds, or until repeating is not safe or not worth it.

use std::{
    error::Error as StdError,
    fmt,
    future::Future,
    time::{Duration, Instant},
};

use conversation_wire::{DecodeError, WireType, decode};
use http::{HeaderMap, StatusCode};
use progenitor_client::{Error as RequestError, ResponseValue};
use tracing::{Instrument as _, Span, debug, field::Empty, info_span};

use crate::{
    Attempt, Error, InvalidArgument, RequestPolicy, ResponseDecodeError, Secrets, ServerClock, Timeout, TransportError,
    attempt::Seen, excerpt, tls::CONNECT_TIMEOUT,
};

/// What an API says of a call that failed.
pub trait Failure: StdError + Send + Sync + Sized + 'static {
    /// Whether the same call may succeed later.
    fn is_retryable(&self) -> bool;

    /// Whether the server may still have carried out the call.
    fn may_have_happened(&self) -> bool;

    /// The HTTP status of the answer.
    fn status(&self) -> u16;

    /// How long the server asked to wait before the next attempt, if it did.
    fn retry_after(&self) -> Option<Duration>;

    /// The failure that an answer with a status other than 2xx declares.
    ///
    /// # Errors
    ///
    /// When it declares none.
    fn read(answer: &ErrorAnswer<'_>) -> Result<Self, DecodeError>;
}

/// An answer with a status other than 2xx.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ErrorAnswer<'a> {
    /// The `operationId`.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// How long the server asked to wait before the next attempt, if it did.
    pub retry_after: Option<Duration>,
    /// The body.
    pub body: &'a [u8],
    /// What must not be shown of it.
    pub secrets: &'a Secrets,
}

/// When a request is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Whenever that may help: doing it twice is as good as once.
    Idempotent,
    /// Only where the server surely did not carry it out.
    NotExecuted,
}

/// How a call is made.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    /// Timeouts and repetitions.
    pub policy: &'a RequestPolicy,
    /// What is sent with every attempt.
    pub headers: HeaderMap,
    /// What must not be shown of what comes back.
    pub secrets: Secrets,
    /// When the request is repeated.
    pub repeat: Retry,
    /// Takes note of the server's time, if it is needed.
    pub clock: Option<&'a ServerClock>,
}

impl Call<'_> {
    /// Makes the call: `send` makes one request with the attempt it is given, `check` says whether the answer is a
    /// success.
    ///
    /// # Errors
    ///
    /// That of the last attempt.
    pub async fn run<T, E, F, C, S>(
        &self,
        send: impl Fn(Attempt) -> S,
        check: impl Fn(T) -> Result<T, F>,
    ) -> Result<T, Error<F, C>>
    where
        T: WireType,
        F: Failure,
        C: fmt::Debug + fmt::Display,
        S: Future<Output = Result<ResponseValue<T>, RequestError<E>>>,
    {
        let mut number = 1;
        let policy = self.policy.started();
        loop {
            let timeout = policy.attempt_timeout();
            let attempt = Attempt::new(self.headers.clone(), timeout, policy.max_response_size());
            let span = info_span!(
                "request",
                operation = Empty,
                method = Empty,
                attempt = number,
                status = Empty,
                duration_ms = Empty
            );
            let begin = Instant::now();
            let result = send(attempt.clone()).instrument(span.clone()).await;
            let seen = attempt.seen();
            record(&span, &seen, begin);
            if let (Some(clock), Some(date)) = (self.clock, seen.date) {
                clock.observe(date);
            }
            let value = match result {
                Ok(value) => Ok(value.into_inner()),
                Err(error @ RequestError::InvalidResponsePayload(..)) => read_again(&seen).ok_or(error),
                Err(error) => Err(error),
            };
            let error = match value {
                Ok(value) => match check(value) {
                    Ok(value) => return Ok(value),
                    Err(failure) => Error::Api(Box::new(failure)),
                },
                Err(error) => self.error::<T, E, F, C>(error, &seen, timeout),
            };
            let is_safe = self.repeat == Retry::Idempotent || !error.may_have_happened();
            if !is_safe || !error.is_retryable() {
                return Err(error);
            }
            let Some(wait) = policy.wait(number, seen.retry_after) else { return Err(error) };
            policy.tell(seen.operation, number, wait);
            debug!(parent: &span, wait_ms = wait.as_millis() as u64, "repeating");
            tokio::time::sleep(wait).await;
            number += 1;
        }
    }

    fn error<T: WireType, E, F: Failure, C>(
        &self,
        error: RequestError<E>,
        seen: &Seen,
        timeout: Duration,
    ) -> Error<F, C> {
        let operation = seen.operation;
        match error {
            RequestError::InvalidRequest(what) | RequestError::Custom(what) => {
                InvalidArgument::new(if operation.is_empty() { "the request" } else { operation }, what).into()
            }
            RequestError::CommunicationError(error)
            | RequestError::ResponseBodyError(error)
            | RequestError::InvalidUpgrade(error) => {
                if error.is_timeout() {
                    let was_connected = !error.is_connect();
                    let after = if was_connected { timeout } else { timeout.min(CONNECT_TIMEOUT) };
                    return Error::Timeout(Timeout { operation, after, was_connected });
                }
                if error.is_builder() {
                    return InvalidArgument::new(operation, self.secrets.redact(&error.without_url().to_string()))
                        .into();
                }
                Error::Transport(Box::new(TransportError::new(operation, error)))
            }
            // What progenitor makes of the body is not needed: the body is known.
            RequestError::ErrorResponse(_)
            | RequestError::InvalidResponsePayload(..)
            | RequestError::UnexpectedResponse(_) => self.answered::<T, F, C>(seen),
        }
    }

    fn answered<T: WireType, F: Failure, C>(&self, seen: &Seen) -> Error<F, C> {
        let Seen { operation, body, .. } = seen;
        let status = seen.status.unwrap_or_default();
        let undecodable = |error: Option<DecodeError>| {
            let (encoding, length) = (seen.encoding.clone(), body.len());
            // Of bytes that are no text nothing is shown.
            let begins = if encoding.is_some() { String::new() } else { excerpt(body, &self.secrets) };
            let location = seen.location.as_ref().map(|location| self.secrets.redact(location));
            let retry_after = seen.retry_after;
            Error::Decode(Box::new(ResponseDecodeError {
                operation,
                status,
                error,
                location,
                retry_after,
                encoding,
                begins,
                length,
            }))
        };
        if seen.is_too_large || seen.encoding.is_some() {
            return undecodable(None);
        }
        if status == StatusCode::OK {
            return undecodable(decode::<T>(body).err().map(|error| error.in_operation(operation)));
        }
        let answer = ErrorAnswer { operation, status, retry_after: seen.retry_after, body, secrets: &self.secrets };
        match F::read(&answer) {
            Ok(failure) => Error::Api(Box::new(failure)),
            Err(error) => undecodable(Some(error.in_operation(operation))),
        }
    }
}

/// The answer, if only some of its items could not be read: each of them costs no other.
fn read_again<T: WireType>(seen: &Seen) -> Option<T> {
    let is_whole = seen.status == Some(StatusCode::OK) && !seen.is_too_large && seen.encoding.is_none();
    if is_whole { decode(&seen.body).ok() } else { None }
}

fn record(span: &Span, seen: &Seen, begin: Instant) {
    span.record("operation", seen.operation);
    span.record("method", seen.method.as_str());
    if let Some(status) = seen.status {
        span.record("status", status.as_u16());
    }
    span.record("duration_ms", u64::try_from(begin.elapsed().as_millis()).unwrap_or(u64::MAX));
}
