//! Why a call failed.

use std::fmt;

use conversation_core::TranscriptEnd;
use conversation_http::{Failure, Secrets};
use conversation_wire::List;
use conversation_wire::{DecodeError, decode, printable};
use genesys_chat_types::{ChatError, ChatStatus, OperateChatAnswer};
use serde_json::Value;

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
}

impl ChatFailure {
    pub(crate) fn new(
        operation: &'static str,
        http_status: u16,
        status_code: ChatStatus,
        errors: Option<List<ChatError>>,
        secrets: &Secrets,
    ) -> Self {
        let errors = errors.into_iter().flatten().take(10).map(|error| line(&error, secrets)).collect();
        Self { operation, http_status, status_code, errors }
    }
}

impl Failure for ChatFailure {
    fn is_retryable(&self) -> bool {
        match self.http_status {
            200 => self.status_code == ChatStatus::TRY_AGAIN,
            status => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
        }
    }

    fn may_have_happened(&self) -> bool {
        match self.http_status {
            // The meaning of another code is unknown.
            200 => !matches!(self.status_code, ChatStatus::TRY_AGAIN | ChatStatus::OVER),
            status => status >= 500,
        }
    }

    fn read(
        operation: &'static str,
        status: reqwest::StatusCode,
        body: &[u8],
        secrets: &Secrets,
    ) -> Result<Self, DecodeError> {
        let OperateChatAnswer { status_code, errors, .. } = decode(body)?;
        Ok(Self::new(operation, status.as_u16(), status_code, errors, secrets))
    }
}

impl fmt::Display for ChatFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, http_status, status_code, errors } = self;
        write!(f, "{operation}: statusCode {status_code}")?;
        if *http_status != 200 {
            write!(f, " (HTTP status {http_status})")?;
        }
        f.write_str(match *status_code {
            ChatStatus::TRY_AGAIN => ": the server asks to try again",
            ChatStatus::OVER => ": the session is over",
            _ => "",
        })?;
        if errors.is_empty() { Ok(()) } else { write!(f, ": {}", errors.join("; ")) }
    }
}

impl std::error::Error for ChatFailure {}

/// What a server says of an error, on one line that is not without end.
fn line(error: &ChatError, secrets: &Secrets) -> String {
    let code = match &error.code {
        Value::Number(number) => format!("{number}: "),
        Value::String(text) => format!("{text}: "),
        _ => String::new(),
    };
    let advice = error.advice.as_ref().map(|advice| format!(" ({advice})")).unwrap_or_default();
    let text = secrets.redact(&format!("{code}{}{advice}", error.message.as_deref().unwrap_or("(no message)")));
    printable::line(&text, 500)
}
