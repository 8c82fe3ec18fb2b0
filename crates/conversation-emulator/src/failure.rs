//! Why a request is refused, as the documented error body.

use axum::{
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use conversation_wire::DecodeError;
use proficient_types::{ApiError, ApiErrorDetail, ErrorCode};
use serde::Serialize;

use crate::{body::MAX_BODY, store::StoreError};

/// Why a request is refused.
#[derive(Debug)]
pub(crate) enum Failure {
    Invalid(String),
    TooLarge,
    Credentials(&'static str),
    Forbidden(&'static str),
    /// There is none of what is named.
    NotFound(&'static str),
    Conflict(&'static str),
    Unavailable(String),
    Store(StoreError),
}

impl Failure {
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid(message.into())
    }
}

impl From<DecodeError> for Failure {
    fn from(error: DecodeError) -> Self {
        Self::Invalid(error.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, code, message) = match self {
            Self::Invalid(message) => (StatusCode::BAD_REQUEST, ErrorCode::InvalidRequest, message),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                ErrorCode::InvalidRequest,
                format!("The body is larger than {MAX_BODY} bytes."),
            ),
            Self::Credentials(message) => (StatusCode::UNAUTHORIZED, ErrorCode::InvalidCredentials, message.to_owned()),
            Self::Forbidden(message) => (StatusCode::FORBIDDEN, ErrorCode::Forbidden, message.to_owned()),
            Self::NotFound(what) => {
                (StatusCode::NOT_FOUND, ErrorCode::ResourceNotFound, format!("There is no such {what}."))
            }
            Self::Conflict(message) => (StatusCode::CONFLICT, ErrorCode::Conflict, message.to_owned()),
            Self::Unavailable(message) => (StatusCode::SERVICE_UNAVAILABLE, ErrorCode::Unavailable, message),
            Self::Store(error) => {
                tracing::error!(%error, "the store failed");
                (StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Unknown, "The emulator's store failed.".to_owned())
            }
        };
        error(status, code, message)
    }
}

/// An answer with the error body.
pub(crate) fn error(status: StatusCode, code: ErrorCode, message: impl Into<String>) -> Response {
    json(status, &ApiError::new(ApiErrorDetail::new(code, message)))
}

/// An answer in JSON.
pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => (status, [(CONTENT_TYPE, "application/json")], body).into_response(),
        // Strings, numbers and maps with strings for keys can always be written.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
