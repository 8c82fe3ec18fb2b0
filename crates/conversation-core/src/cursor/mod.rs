//! Cursors: what to ask a server for next, until all of it was read or it is known why not.
//!
//! A cursor does no I/O. [`Pager::request`] and [`TranscriptCursor::request`] say what to ask for, `accept` takes the
//! answer in, and a [`Completeness`](crate::Completeness) says at the end whether all of it was read, or exactly what is missing. Cursors are
//! values: serialised and read again they go on as if nothing had happened.

mod page;
mod pager;
mod pager_fault;
mod seen;
mod transcript;
mod transcript_step;

pub use genesys_chat_types::{ChatCredentials, NoChat};
pub use page::{Page, PageItem, PageRequest};
pub use pager::Pager;
pub use pager_fault::{OtherPagerFault, PagerFault};
pub use transcript::TranscriptCursor;
pub use transcript_step::{Accepted, Next, OtherTranscriptEnd, TranscriptEnd};
