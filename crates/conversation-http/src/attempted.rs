//! Whether a stored call may have been made already.

use std::{
    fmt,
    time::{Duration, Instant},
};

use serde::{Deserialize as _, Deserializer, de};

/// Whether a request for a call may have been made already, and since when none is made any more: a field of a call that can be
/// stored before it is made.
///
/// It is not stored. The default is that of a call that was read: an earlier process may have made it until now.
#[derive(Debug, PartialEq, Eq)]
pub struct Attempted(Option<Instant>);

impl Default for Attempted {
    fn default() -> Self {
        Self(Some(Instant::now()))
    }
}

impl Attempted {
    /// Of a call that was prepared just now.
    pub fn not_yet() -> Self {
        Self(None)
    }

    /// Whether a request may have been made.
    pub fn is_possible(&self) -> bool {
        self.0.is_some()
    }

    /// A request is about to be made, or has just ended without an answer.
    pub fn now(&mut self) {
        self.0 = Some(Instant::now());
    }

    /// No request was carried out.
    pub fn not_carried_out(&mut self) {
        self.0 = None;
    }

    /// How long the server may still be at a request, if it takes no longer than `max_execution_time`.
    pub fn may_be_at_it(&self, max_execution_time: Duration) -> Option<Duration> {
        let left = max_execution_time.checked_sub(self.0?.elapsed())?;
        (!left.is_zero()).then_some(left)
    }
}

/// Reads the version of a stored document, which must be `known`.
///
/// # Errors
///
/// When it is another one: a later release wrote it.
pub fn known_version<'de, D: Deserializer<'de>>(known: u32, of: impl fmt::Display, from: D) -> Result<u32, D::Error> {
    match u32::deserialize(from)? {
        version if version == known => Ok(version),
        other => Err(de::Error::custom(format_args!("version {other} of {of} is unknown: use a later release"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_may_have_been_made_until_now() {
        let mut attempted = Attempted::default();
        assert!(attempted.is_possible() && attempted.may_be_at_it(Duration::from_secs(60)).is_some());
        assert_eq!(attempted.may_be_at_it(Duration::ZERO), None);
        attempted.not_carried_out();
        assert_eq!((attempted.is_possible(), attempted.may_be_at_it(Duration::MAX)), (false, None));
        attempted.now();
        assert!(attempted.may_be_at_it(Duration::MAX).is_some());
    }
}
