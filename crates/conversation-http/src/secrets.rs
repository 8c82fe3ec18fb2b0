//! The secrets that a call sends, so that they can be removed from everything that comes back.

use std::fmt;

/// The secrets that a call sends. An answer that echoes one is shown without it.
#[derive(Clone, Default)]
pub struct Secrets(Vec<Box<str>>);

impl Secrets {
    /// What stands where a secret was.
    pub const BLOT: &str = "[redacted]";

    /// None.
    pub fn none() -> Self {
        Self::default()
    }

    /// These, and `secret`.
    pub fn with(mut self, secret: &str) -> Self {
        if !secret.is_empty() {
            self.0.push(secret.into());
            // The longest first: one secret may be part of another.
            self.0.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        }
        self
    }

    /// `text` without any of them.
    pub fn redact(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, secret| text.replace(&**secret, Self::BLOT))
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secrets({})", self.0.len())
    }
}
