//! The credentials of a chat session, which any answer may renew.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Alias, ChatStatus, SecureKey, TenantName, UserId};

/// The credentials that each request in a chat needs.
///
/// Serialised, the secure key is written in full: store it as you store a password. `Debug` does not show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// Creates credentials from their parts.
    pub fn new(user_id: UserId, secure_key: SecureKey, alias: Alias, tenant_name: TenantName) -> Self {
        Self { user_id, secure_key, alias, tenant_name }
    }

    /// Replaces each credential that an answer with `statusCode` 0 contains, and keeps the others.
    pub fn renew(&mut self, user_id: Option<UserId>, secure_key: Option<SecureKey>, alias: Option<Alias>) {
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

/// The reason why an answer of Request Chat starts no chat.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoChat {
    /// The `statusCode` is not 0, so no other field of the answer can be trusted.
    Status {
        /// The `statusCode`.
        status_code: ChatStatus,
    },
    /// A field that every request needs is missing.
    Missing {
        /// The name of the field.
        field: &'static str,
    },
}

impl fmt::Display for NoChat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { status_code: ChatStatus::TRY_AGAIN } => {
                f.write_str("the answer to Request Chat has statusCode 1: request the chat again")
            }
            Self::Status { status_code } => write!(
                f,
                "the answer to Request Chat has statusCode {status_code}: no chat was started; check the request and the \
                 errors in the answer"
            ),
            Self::Missing { field } => {
                write!(f, "the answer to Request Chat has statusCode 0 but no {field}: request the chat again")
            }
        }
    }
}

impl std::error::Error for NoChat {}
