//! Runtime of the generated conversation types: open enums, absent/null/value, typed ids, times, secrets.
//!
//! A type of an API is a struct with serde's derive, made of the parts of this crate. Values and fields that the server adds
//! later still decode and are written back unchanged. An error names the place in the document:
//!
//! ```
//! use conversation_wire::{Extra, Timestamp, WireType, decode, open_enum, string_id};
//! use serde::{Deserialize, Serialize};
//!
//! string_id! {
//!     /// The id of a message.
//!     pub struct MessageId;
//! }
//!
//! open_enum! {
//!     /// Who wrote a message.
//!     pub enum SentBy {
//!         /// The end user.
//!         User = "user",
//!         /// The AI agent.
//!         Agent = "agent",
//!     }
//! }
//!
//! #[derive(Debug, Serialize, Deserialize)]
//! pub struct Message {
//!     pub id: MessageId,
//!     pub sent_by: SentBy,
//!     pub created_at: Timestamp,
//!     #[serde(flatten)]
//!     pub extra: Extra,
//! }
//!
//! #[derive(Debug, Serialize, Deserialize)]
//! pub struct MessagesList {
//!     pub data: Vec<Message>,
//!     #[serde(flatten)]
//!     pub extra: Extra,
//! }
//!
//! impl WireType for MessagesList {
//!     const NAME: &'static str = "MessagesList";
//!     const OPERATIONS: &'static [&'static str] = &["messages_list"];
//! }
//!
//! // A value and a property that were added after this was written:
//! let json = br#"{"data":[{"id":"msg_1","sent_by":"supervisor","created_at":1700000000000,"tone":"warm"}]}"#;
//! let page: MessagesList = decode(json)?;
//! assert_eq!(page.data[0].sent_by.as_str(), "supervisor");
//! assert_eq!(serde_json::to_value(&page)?, serde_json::from_slice::<serde_json::Value>(json)?);
//!
//! // An invalid document:
//! let error = decode::<MessagesList>(br#"{"data":[{"id":"msg_1","sent_by":"user","created_at":"today"}]}"#).unwrap_err();
//! assert_eq!(error.path(), "data[0].created_at");
//! assert_eq!(
//!     error.to_string(),
//!     "MessagesList (messages_list): data[0].created_at: \
//!      expected Timestamp (an integer, in milliseconds), found a string (line 1, column 60)"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The parts
//!
//! | in the API document | here |
//! |---|---|
//! | an enum; every enum is open | [`open_enum!`] |
//! | an id that is a string; an integer | [`string_id!`]; [`integer_id!`] |
//! | a string that is a secret | [`secret_string!`] |
//! | a number with a fraction; a number with bounds | [`Number`]; [`bounded!`] |
//! | a time in milliseconds | [`Timestamp`] |
//! | one of several objects, told apart by a property | [`tagged_union!`] |
//! | a property that is required and nullable | `Option<T>` with `deserialize_with = "Option::deserialize"` |
//! | a property that is optional and not nullable | `Option<T>` with [`non_null`] |
//! | a property that is optional and nullable | [`Field<T>`] |
//! | properties that no type knows | [`Extra`] |
//!
//! # Guarantees
//!
//! * An unknown enum value, an unknown property and an absent optional property decode, and are written back unchanged:
//!   absent stays absent, null stays null, `1` stays `1` and `1.0` stays `1.0`.
//! * A missing required property and a wrong type are errors, with the path, the type and the operation.
//! * No error of [`decode`] quotes a value of the document, and none is longer than 400 bytes or one line. serde_json's own
//!   functions quote invalid values, except for secrets and within a tagged union.
//! * Decoding costs what serde_json costs. Only after a failure, the document is decoded once more to find the path.
//! * No document causes a panic, or a recursion deeper than the 127 levels that serde_json reads.
//!
//! # What serde_json does not read
//!
//! A number beyond the range of `f64` and a string with half a surrogate pair (`"\ud800"`) are errors, also in an unknown
//! property. An integer beyond the range of `u64` is read as the nearest `f64`.
//!
//! # Features
//!
//! `chrono`, `jiff`, `time`: [`Timestamp`] to and from the types of that library.
//!
//! `schemars`: `schemars::JsonSchema` for [`Timestamp`], [`Number`], [`Field`] and [`Extra`], and the macro
//! `json_schema!`, which implements it for other types from the API document's own schemas.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod bounded;
mod decode;
mod error;
mod exact;
mod extra;
mod fault;
mod field;
mod integer_id;
mod list;
mod mode;
mod non_null;
mod number;
#[doc(hidden)]
pub mod object;
mod open_enum;
mod operation;
mod path;
pub mod printable;
mod private;
#[cfg(feature = "schemars")]
mod schema;
mod secret;
mod string_id;
mod tagged_union;
mod text;
mod timestamp;
mod value;
mod wire_type;

#[doc(hidden)]
pub mod __private {
    pub use crate::private::*;
}

pub use bounded::OutOfRange;
pub use decode::{decode, decode_as, decode_exactly_as, decode_strict, decode_strict_as, decode_valid, decode_value};
pub use error::{DecodeError, DecodeErrorKind};
pub use extra::Extra;
pub use field::Field;
pub use list::{List, Unreadable};
pub use non_null::non_null;
pub use number::Number;
pub use operation::Operation;
pub use timestamp::Timestamp;
pub use wire_type::WireType;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
