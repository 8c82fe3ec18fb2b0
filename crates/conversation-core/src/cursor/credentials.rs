//! The credentials of a chat session, which any answer may renew.

use std::fmt;

use genesys_chat_types::{Alias, ChatStatus, SecureKey, TenantName, UserId};
use serde::{Deserialize, Serialize};

/// What every call in a chat is made with.
///
/// Serialised, the secure key is written in full: store it as you store a password. `Debug` does not show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCredentials {
    /// The user id.
    pub user_id: UserId,
    /// The secret of the session.
    pub secure_key: SecureKey,
    /// The alias.
    pub alias: Alias,
    /// The tenant. It is the one credential that no answer renews.
    pub tenant_name: TenantName,
}

impl ChatCredentials {
    /// These credentials.
    pub fn new(user_id: UserId, secure_key: SecureKey, alias: Alias, tenant_name: TenantName) -> Self {
        Self { user_id, secure_key, alias, tenant_name }
    }

    /// Takes what an answer with `statusCode` 0 renews, and keeps the rest.
    pub(super) fn renew(&mut self, user_id: Option<UserId>, secure_key: Option<SecureKey>, alias: Option<Alias>) {
        if let Some(user_id) = user_id {
            self.user_id = user_id;
        }
        if let Some(secure_key) = secure_key {
            self.secure_key = secure_key;
        }
        if let Some(alias) = alias {
            self.alias = alias;
        }
    }
}

/// Why an answer of Request Chat begins no chat.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoChat {
    /// The `statusCode` is not 0, so nothing else in the answer is to be trusted.
    Status {
        /// The `statusCode`.
        status_code: ChatStatus,
    },
    /// A field that no call can do without is not there.
    Missing {
        /// The name of the field.
        field: &'static str,
    },
}

impl fmt::Display for NoChat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { status_code: ChatStatus::TRY_AGAIN } => {
                f.write_str("Request Chat was answered with statusCode 1: request the chat again")
            }
            Self::Status { status_code } => write!(
                f,
                "Request Chat was answered with statusCode {status_code}: there is no chat; look at the request and at \
                 the errors in the answer"
            ),
            Self::Missing { field } => {
                write!(f, "Request Chat was answered with statusCode 0 but without {field}: request the chat again")
            }
        }
    }
}

impl std::error::Error for NoChat {}
