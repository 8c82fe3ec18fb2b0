//! Rebuilds conversations from the answers of a server, and reports every defect and gap.
//!
//! [`Forest`] makes trees of Proficient messages that came in any order, twice, in pages, or not at all; [`Transcript`]
//! puts the events of a Genesys chat in their order. Neither ever fails: what is wrong with the input is a list of
//! defects beside the result, and nothing that was given is left out.
//!
//! ```
//! use conversation_core::{Branch, Defect, Forest};
//! use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};
//!
//! let message = |id: &str, depth, time| {
//!     let interaction = InteractionId::new("int_1");
//!     Message::new(MessageId::new(id), "…", Timestamp::from_millis(time), depth, interaction, SentBy::User)
//! };
//! let greeting = message("msg_1", 0, 1_686_000_000_000);
//! let mut answer = message("msg_3", 2, 1_686_000_009_000);
//! answer.parent_id = MessageId::new("msg_2").into();
//!
//! // The answer came first, and what it answers never did.
//! let (forest, defects) = Forest::build([answer, greeting]);
//! assert_eq!(forest.len(), 2);
//! assert!(matches!(&defects[..], [Defect::MissingParent { parent, .. }] if parent.as_str() == "msg_2"));
//!
//! let ids: Vec<_> = forest.thread(&Branch::Latest).iter().map(|node| node.id().as_str()).collect();
//! assert_eq!(ids, ["msg_2", "msg_3"]);
//! ```
//!
//! [`Pager`] and [`TranscriptCursor`] say what to ask a server for next. They end against any server, and a
//! [`Completeness`] says whether all of a conversation was read, or exactly what is missing.
//!
//! [`convert`] takes a conversation from one side to the other and back, and loses nothing on the way that it does not
//! name; [`model`] is one form for both.
//!
//! # Features
//!
//! `schemars`: `schemars::JsonSchema` (1.x) for the model, residues, completeness reports and defects. The constant [`SCHEMA`] has
//! the same schemas without it.
//!
//! The crate does no I/O, and nothing that a server can send makes it panic or recurse.

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::unreachable)
)]

mod completeness;
pub mod convert;
mod cursor;
mod digest;
mod fnv;
mod majority;
pub mod model;
mod open;
#[cfg(feature = "schemars")]
mod schema;
mod thread;
mod transcript;

pub use completeness::{Completeness, Gap, ItemKind, OtherGap, Verdict};
pub use cursor::{
    Accepted, ChatCredentials, Next, NoChat, OtherPagerFault, OtherTranscriptEnd, Page, PageItem, PageRequest, Pager,
    PagerFault, TranscriptCursor, TranscriptEnd,
};
pub use thread::{Branch, Change, Choices, Defect, Forest, Inserted, Node, OtherDefect};
pub use transcript::{OtherTranscriptDefect, Transcript, TranscriptDefect, TranscriptItem};

#[cfg(feature = "schemars")]
pub use schema::schema_bundle;

/// The schemas of the documents that this crate writes and reads: one JSON Schema 2020-12 bundle, each document a member
/// of its `$defs` under the name of its type.
///
/// They are what is written and what is read: neither direction takes anything that the other does not.
pub const SCHEMA: &str = include_str!("../schemas/conversation.schema.json");
