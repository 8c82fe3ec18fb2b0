//! Keys, which come from the environment alone: arguments are seen by everybody on the machine, and kept by shells.

use std::env;

use conversation_wire::secret_string;

use crate::error::Failure;

secret_string! {
    /// A key, or another secret.
    pub(crate) struct Key;
}

/// The key in this variable, without which there is nothing to do.
pub(crate) fn required(variable: &str, what: &str) -> Result<Key, Failure> {
    optional(variable)?.ok_or_else(|| Failure::Arguments(format!("{what} is not in the environment: set {variable}")))
}

/// The key in this variable; none when it is not set, or empty.
pub(crate) fn optional(variable: &str) -> Result<Option<Key>, Failure> {
    match env::var(variable) {
        Ok(key) if !key.is_empty() => Ok(Some(Key::new(key))),
        Ok(_) | Err(env::VarError::NotPresent) => Ok(None),
        // The error itself would show the key.
        Err(env::VarError::NotUnicode(_)) => Err(Failure::Arguments(format!("{variable} is not UTF-8"))),
    }
}
