//! The completeness report: whether everything of a conversation was received, and which gaps are known.

mod gap;
mod report;

pub use gap::{Gap, OtherGap};
pub use report::{Completeness, ItemKind, Verdict};
