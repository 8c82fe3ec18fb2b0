//! What was found in all conversations of an input together.

use conversation_core::Verdict;
use serde::Serialize;

use super::{Examined, unknown::Unknown};

/// How much there was of everything.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Totals {
    pub(crate) conversations: u64,
    /// Conversations, and values that are none, in which something is wrong.
    pub(crate) wrong: u64,
    pub(crate) violations: u64,
    pub(crate) defects: u64,
    pub(crate) complete: u64,
    pub(crate) open: u64,
    pub(crate) incomplete: u64,
    #[serde(skip)]
    pub(crate) unknown: Unknown,
}

impl Totals {
    pub(crate) fn add(&mut self, found: &Examined) {
        self.conversations += u64::from(found.kind.is_some());
        self.wrong += u64::from(found.is_wrong());
        self.violations += found.violations.len() as u64;
        self.defects += found.defects.len() as u64;
        match found.completeness.as_ref().map(|completeness| completeness.verdict()) {
            Some(Verdict::Complete) => self.complete += 1,
            Some(Verdict::Incomplete) => self.incomplete += 1,
            Some(_) => self.open += 1,
            None => {}
        }
        self.unknown.add(&found.unknown);
    }
}
