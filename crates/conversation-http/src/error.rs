//! Why a call failed.

use std::{
    error::Error as StdError,
    fmt::{self, Write as _},
    time::Duration,
};

use conversation_wire::{DecodeError, printable::OneLine};
use http::StatusCode;

use crate::Failure;

/// Why a call failed. `F` is what the API itself says, `C` what makes a cursor stop.
///
/// Nothing in it quotes a text of a customer or a secret.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<F, C> {
    /// An argument is invalid. Nothing was sent.
    InvalidArgument(InvalidArgument),
    /// No whole answer came.
    Transport(Box<TransportError>),
    /// The answer did not come, or not whole, in the time that an attempt has.
    Timeout(Timeout),
    /// The API answered with an error that it declares.
    Api(Box<F>),
    /// What was answered is not what the API declares.
    Decode(Box<ResponseDecodeError>),
    /// A walk was cut: the server's answers make it pointless or endless to go on.
    Cursor(Box<C>),
    /// A call that creates something got no answer, and what the server has does not tell whether it was carried out. See
    /// [`OutcomeUnknown`].
    OutcomeUnknown(Box<OutcomeUnknown<F, C>>),
    /// What has to be stored before the next request could not be stored. The request was not made.
    NotStored(Box<dyn StdError + Send + Sync>),
}

impl<F: Failure, C> Error<F, C> {
    /// Whether the same call may succeed later. Whether it is safe to make it again is another question: see
    /// [`may_have_happened`](Self::may_have_happened).
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(_) | Self::Timeout(_) => true,
            Self::Api(failure) => failure.is_retryable(),
            Self::Decode(answer) => is_retryable_status(answer.status.as_u16()),
            Self::NotStored(_) => true,
            Self::InvalidArgument(_) | Self::Cursor(_) | Self::OutcomeUnknown(_) => false,
        }
    }

    /// The HTTP status of the answer, if one came.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(failure) => Some(failure.status()),
            Self::Decode(answer) => Some(answer.status.as_u16()),
            Self::OutcomeUnknown(unknown) => unknown.cause.as_ref().and_then(Self::status),
            _ => None,
        }
    }

    /// Whether the server answered that there is no such object: HTTP status 404.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Api(_) | Self::Decode(_)) && self.status() == Some(404)
    }

    /// How long the server asked to wait before the next attempt (`Retry-After`), if it did.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Api(failure) => failure.retry_after(),
            Self::Decode(answer) => answer.retry_after,
            _ => None,
        }
    }

    /// Whether the server may still have carried out the call.
    pub fn may_have_happened(&self) -> bool {
        match self {
            Self::Transport(error) => error.was_connected,
            Self::Timeout(timeout) => timeout.was_connected,
            Self::Api(failure) => failure.may_have_happened(),
            Self::Decode(answer) => answer.status.is_success() || answer.status.is_server_error(),
            Self::OutcomeUnknown(_) => true,
            Self::InvalidArgument(_) | Self::Cursor(_) | Self::NotStored(_) => false,
        }
    }

    /// Whether an answer came, so that the server has finished with the request.
    pub fn was_answered(&self) -> bool {
        matches!(self, Self::Api(_) | Self::Decode(_))
    }
}

/// Whether an HTTP status says that the same request may succeed later.
pub fn is_retryable_status(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

impl<F: fmt::Display, C: fmt::Display> fmt::Display for Error<F, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidArgument(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Timeout(error) => error.fmt(f),
            Self::Api(failure) => failure.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Cursor(fault) => fault.fmt(f),
            Self::OutcomeUnknown(unknown) => unknown.fmt(f),
            Self::NotStored(error) => {
                write!(OneLine(f), "no request was made, because the state could not be stored: {error}")
            }
        }
    }
}

impl<F: fmt::Debug + fmt::Display, C: fmt::Debug + fmt::Display> StdError for Error<F, C> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error) => Some(&error.source),
            Self::NotStored(error) => Some(&**error),
            _ => None,
        }
    }
}

impl<F, C> From<InvalidArgument> for Error<F, C> {
    fn from(error: InvalidArgument) -> Self {
        Self::InvalidArgument(error)
    }
}

/// An invalid argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidArgument {
    of: String,
    what: String,
}

impl InvalidArgument {
    /// `of` names the argument or the operation, `what` says what is wrong with it.
    pub fn new(of: impl Into<String>, what: impl Into<String>) -> Self {
        Self { of: of.into(), what: what.into() }
    }
}

impl fmt::Display for InvalidArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        write!(f, "{}: {}", self.of, self.what)
    }
}

impl StdError for InvalidArgument {}

/// No whole answer came: no connection, a connection that broke off, an answer that is not HTTP.
#[derive(Debug)]
#[non_exhaustive]
pub struct TransportError {
    /// The `operationId`.
    pub operation: &'static str,
    /// Whether there was a connection, so that the server may have seen the request.
    pub was_connected: bool,
    /// What the HTTP client says.
    pub source: reqwest::Error,
}

impl TransportError {
    pub(crate) fn new(operation: &'static str, source: reqwest::Error) -> Self {
        // The URL contains ids, and everything that a base URL contains.
        Self { operation, was_connected: !source.is_connect(), source: source.without_url() }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        let broke = if self.was_connected { "the connection broke off" } else { "no connection" };
        write!(f, "{}: {broke}: {}", self.operation, self.source)?;
        let mut source = self.source.source();
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

/// An attempt took longer than it may.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeout {
    /// The `operationId`.
    pub operation: &'static str,
    /// How long an attempt may take.
    pub after: Duration,
    /// Whether there was a connection, so that the server may have seen the request.
    pub was_connected: bool,
}

impl fmt::Display for Timeout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, after, was_connected } = self;
        let what = if *was_connected { "no whole answer" } else { "no connection" };
        write!(f, "{operation}: {what} within {after:?}: see whether the server is well, or allow for more time")
    }
}

/// What was answered is not what the API declares.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ResponseDecodeError {
    /// The `operationId`.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// What is wrong, with the JSON path; nothing where the answer was not even read to its end, or is encoded.
    pub error: Option<DecodeError>,
    /// Where a redirect pointed (`Location`, without its query), if it was one. No redirect is followed.
    pub location: Option<String>,
    /// How long the server asked to wait (`Retry-After`), if it did.
    pub retry_after: Option<Duration>,
    /// How the answer is encoded (`Content-Encoding`), if it is. The client asks for `identity` and decodes nothing.
    pub encoding: Option<String>,
    /// The first bytes, see [`excerpt`](crate::excerpt).
    pub begins: String,
    /// How many bytes were read.
    pub length: usize,
}

impl ResponseDecodeError {
    /// The JSON path of what is wrong; empty for the whole document.
    pub fn path(&self) -> &str {
        self.error.as_ref().map_or("", DecodeError::path)
    }
}

impl fmt::Display for ResponseDecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, status, error, location, encoding, begins, length, .. } = self;
        write!(f, "{operation}: HTTP status {}", status.as_u16())?;
        if let Some(location) = location {
            return write!(f, ": redirected to {location}; redirects are not followed, use that URL as the base URL");
        }
        if *length == 0 && error.is_some() {
            return f.write_str(" with an empty body");
        }
        if let Some(encoding) = encoding {
            return write!(f, ": the answer is encoded as {encoding}, though `Accept-Encoding: identity` was sent");
        }
        match error {
            Some(error) => write!(f, ": {error}")?,
            None => write!(f, ": the answer is larger than the limit ({length} bytes were read)")?,
        }
        write!(f, "; it begins with {begins}")
    }
}

/// Whether a call that creates something was carried out is unknown.
///
/// Look at the server's data before you make the call again: otherwise the object may exist twice.
#[derive(Debug)]
#[non_exhaustive]
pub struct OutcomeUnknown<F, C> {
    /// The `operationId`.
    pub operation: &'static str,
    /// The ids of the objects that may be the result. Empty if none was found: the server may still be at it, or there is no
    /// list to look at.
    pub candidates: Vec<String>,
    /// Why the answer did not come. `None` for a call that an earlier process began.
    pub cause: Option<Error<F, C>>,
    /// Why the server's data could not be read, if that is the reason.
    pub list: Option<Error<F, C>>,
}

impl<F, C> OutcomeUnknown<F, C> {
    /// Nothing is known but `cause`.
    pub fn new(operation: &'static str, cause: impl Into<Option<Error<F, C>>>) -> Self {
        Self { operation, candidates: Vec::new(), cause: cause.into(), list: None }
    }
}

impl<F: fmt::Display, C: fmt::Display> fmt::Display for OutcomeUnknown<F, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        let Self { operation, candidates, cause, list } = self;
        write!(f, "{operation}: the outcome is unknown")?;
        match cause {
            Some(cause) => write!(f, " ({cause}); ")?,
            None => f.write_str(" (an earlier process made the request); ")?,
        }
        match (list, candidates.as_slice()) {
            (Some(error), _) => write!(f, "the server's data could not be read: {error}"),
            (None, []) => f.write_str("no matching object was found, but the server may still be at it"),
            (None, some) => write!(f, "it may be one of these: {}", some.join(", ")),
        }
    }
}
