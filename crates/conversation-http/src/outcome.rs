//! What became of a call.

use std::time::Duration;

/// What became of a call that may have been made before.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CallOutcome<T> {
    /// It was carried out, with this result.
    Done(T),
    /// It was not carried out, and the server is not at it any more.
    NotDone,
    /// The server's data does not tell.
    #[non_exhaustive]
    Unknown {
        /// The ids of what may be its result.
        candidates: Vec<String>,
        /// When to look again: the server may be carrying it out until then.
        look_again_after: Option<Duration>,
    },
}

impl<T> CallOutcome<T> {
    /// That it is unknown, and what may be its result.
    pub fn unknown(candidates: Vec<String>, look_again_after: Option<Duration>) -> Self {
        Self::Unknown { candidates, look_again_after }
    }
}
