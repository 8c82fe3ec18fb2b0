//! Why a call failed.

use std::{fmt, time::Duration};

use conversation_core::TranscriptEnd;
use conversation_http::{ErrorAnswer, Failure, Secrets, is_retryable_status};
use conversation_wire::{DecodeError, List, decode};
use genesys_chat_types::{ChatError, ChatStatus, OperateChatAnswer};

/// Why a call failed.
pub type Error = conversation_http::Error<ChatFailure, TranscriptEnd>;

/// An answer with a `statusCode` other than 0, or with an HTTP status other than 200.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatFailure {
    /// The operation: its `operationName`, or else its `operationId`.
    pub operation: &'static str,
    /// The HTTP status; no other than 200 is documented.
    pub http_status: u16,
    /// The outcome: 1 asks to try again, 2 ends the session.
    pub status_code: ChatStatus,
    /// What the server says of it, for people, one entry for each error. As a rule there is none.
    pub errors: Vec<String>,
    /// How long the server asked to wait before the next attempt (`Retry-After`), if it did.
    pub retry_after: Option<Duration>,
}

impl ChatFailure {
    pub(crate) fn new(
        operation: &'static str,
        http_status: u16,
        status_code: ChatStatus,
        errors: Option<List<ChatError>>,
        secrets: &Secrets,
    ) -> Self {
        let errors = errors.into_iter().flatten().take(10).map(|error| secrets.redact(&error.to_string())).collect();
        Self { operation, http_status, status_code, errors, retry_after: None }
    }
}

impl Failure for ChatFailure {
    fn is_retryable(&self) -> bool {
        match self.http_status {
            200 => self.status_code == ChatStatus::TRY_AGAIN,
            status => is_retryable_status(status),
        }
    }

    fn may_have_happened(&self) -> bool {
        match self.http_status {
            // The meaning of another code is unknown.
            200 => !matches!(self.status_code, ChatStatus::TRY_AGAIN | ChatStatus::OVER),
            status => status >= 500,
        }
    }

    fn status(&self) -> u16 {
        self.http_status
    }

    fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    fn read(answer: &ErrorAnswer<'_>) -> Result<Self, DecodeError> {
        let OperateChatAnswer { status_code, errors, .. } = decode(answer.body)?;
        let failure = Self::new(answer.operation, answer.status.as_u16(), status_code, errors, answer.secrets);
        Ok(Self { retry_after: answer.retry_after, ..failure })
    }
}

impl fmt::Display for ChatFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, http_status, status_code, errors, retry_after } = self;
        write!(f, "{operation}: statusCode {status_code}")?;
        if *http_status != 200 {
            write!(f, " (HTTP status {http_status})")?;
        }
        f.write_str(match *status_code {
            ChatStatus::TRY_AGAIN => ": the server asks to try again",
            ChatStatus::OVER => ": the session is over",
            _ => "",
        })?;
        if !errors.is_empty() {
            write!(f, ": {}", errors.join("; "))?;
        }
        match retry_after {
            Some(asked) => write!(f, " (the server asks to wait {} s)", asked.as_secs()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ChatFailure {}
