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

/// Why a text cannot be a key, which is not shown: as a rule it comes from a file whose last line ends, or was copied with
/// a blank.
fn unfit(key: &str) -> Option<&'static str> {
    if key.ends_with(['\r', '\n']) {
        return Some("ends with a line break: remove it, for example with $(tr -d '\\r\\n' < FILE)");
    }
    if key.trim() != key {
        return Some("begins or ends with a blank: remove it");
    }
    key.chars().any(char::is_control).then_some("contains a control character")
}

/// The key in this variable; none when it is not set, or empty.
pub(crate) fn optional(variable: &str) -> Result<Option<Key>, Failure> {
    match env::var(variable) {
        Ok(key) if !key.is_empty() => match unfit(&key) {
            None => Ok(Some(Key::new(key))),
            Some(what) => Err(Failure::Arguments(format!("{variable} {what}"))),
        },
        Ok(_) | Err(env::VarError::NotPresent) => Ok(None),
        // The error itself would show the key.
        Err(env::VarError::NotUnicode(_)) => Err(Failure::Arguments(format!("{variable} is not UTF-8"))),
    }
}
