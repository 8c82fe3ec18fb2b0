//! Why a call failed.

use std::{fmt, time::Duration};

use conversation_core::PagerFault;
use conversation_http::{ErrorAnswer, Failure, is_retryable_status};
use conversation_wire::{DecodeError, decode, printable::line};
use proficient_types::{ApiError, ErrorCode, InteractionId, MessageId};

/// Why a call failed.
pub type Error = conversation_http::Error<ApiFailure, PaginationError>;

/// An error that the API declares: `{"error": {"code": …, "message": …}}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiFailure {
    /// The `operationId`.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What programs should go by, next to the status.
    pub code: ErrorCode,
    /// What the server says of it, for people.
    pub message: String,
    /// How long the server asked to wait before the next attempt (`Retry-After`), if it did.
    pub retry_after: Option<Duration>,
}

impl Failure for ApiFailure {
    fn is_retryable(&self) -> bool {
        is_retryable_status(self.status)
    }

    fn may_have_happened(&self) -> bool {
        self.status >= 500
    }

    fn status(&self) -> u16 {
        self.status
    }

    fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    fn read(answer: &ErrorAnswer<'_>) -> Result<Self, DecodeError> {
        let ApiError { error, .. } = decode(answer.body)?;
        let ErrorAnswer { operation, status, retry_after, secrets, .. } = *answer;
        let message = secrets.redact(&error.message);
        Ok(Self { operation, status: status.as_u16(), code: error.code, message, retry_after })
    }
}

impl fmt::Display for ApiFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, status, code, message, retry_after } = self;
        let (code, message) = (line(code.as_str(), 100), line(message, 500));
        write!(f, "{operation}: {code} (HTTP status {status}): {message}")?;
        match retry_after {
            Some(asked) => write!(f, " (the server asks to wait {} s)", asked.as_secs()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ApiFailure {}

/// What cut the walk over a list. Everything that came is there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PaginationError {
    /// The walk over the messages of an interaction.
    Messages(PagerFault<MessageId>),
    /// The walk over the interactions of a user.
    Interactions(PagerFault<InteractionId>),
    /// What the walk has to remember of the items is larger than its limit: see
    /// [`Paginated::with_max_memory`](crate::Paginated::with_max_memory).
    #[non_exhaustive]
    Memory {
        /// The limit, in bytes.
        limit: usize,
    },
}

impl fmt::Display for PaginationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Messages(fault) => write!(f, "messages_list: {fault}"),
            Self::Interactions(fault) => write!(f, "interactions_list: {fault}"),
            Self::Memory { limit } => write!(
                f,
                "the ids of the list take more than the limit of {limit} bytes: raise it if they can be that long, otherwise \
                 report it to the operator of the server"
            ),
        }
    }
}

impl std::error::Error for PaginationError {}
