//! Types of the Genesys chat API (eServices 8.5 Web API): requests, answers, and the events of a chat.
//!
//! ```
//! use genesys_chat_types::{ChatEventType, ChatStatus, GetMessagesAnswer, decode};
//!
//! // An answer of Get Messages, with a type of event that was added after this release.
//! let json = br#"{
//!     "statusCode": 0,
//!     "messages": [{
//!         "from": {"nickname": "system", "participantId": 2, "type": "External"},
//!         "index": 1, "type": "SentimentChanged", "utcTime": 1406239880000, "text": "better"
//!     }],
//!     "secureKey": "b89d1c2714b01389"
//! }"#;
//! let answer: GetMessagesAnswer = decode(json)?;
//! assert_eq!(answer.status_code, ChatStatus::DONE);
//!
//! for event in answer.messages.iter().flatten() {
//!     let text = event.text.as_deref().unwrap_or_default();
//!     match &event.type_ {
//!         ChatEventType::Message => println!("{}: {text}", event.from.nickname),
//!         ChatEventType::ParticipantJoined => println!("{} joined", event.from.nickname),
//!         other => println!("{} ({other}): {text}", event.from.nickname),
//!     }
//! }
//!
//! // The answer is written back equal; but a key is never printed.
//! assert_eq!(serde_json::to_value(&answer)?, serde_json::from_slice::<serde_json::Value>(json)?);
//! assert!(!format!("{answer:?}").contains("b89d1c2714b01389"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Properties of every type
//!
//! * Enums are open: an unknown value decodes, can be read with `as_str`, and is written back. So is an unknown
//!   operation of [`OperateChatParams`].
//! * Unknown fields are kept in `extra` and written back. Absent stays absent.
//! * An item of a list that cannot be read costs no other: [`List`]. Any other missing required field or wrong type is an
//!   error with its JSON path; no error quotes a value.
//! * An answer requires only `statusCode`: if it is not [`ChatStatus::DONE`], the server may leave out every other field,
//!   and the fields that it sends cannot be trusted.
//! * Structs are `#[non_exhaustive]`: a field added to the API is not a breaking change.
//!
//! # Features
//!
//! `schemars`: `schemars::JsonSchema` (1.x) for every type, with the schema of the specification document, which is also
//! the constant [`SCHEMA`].

#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod credentials_ext;
mod error_ext;
mod generated;
mod status_ext;

pub use conversation_wire::{
    DecodeError, DecodeErrorKind, Extra, Field, List, Number, Operation, OutOfRange, Unreadable, WireType, decode,
    decode_strict, decode_value,
};
pub use credentials_ext::{ChatCredentials, NoChat};
pub use generated::*;

/// The schemas of this crate's types: one JSON Schema 2020-12 bundle, each type a member of its `$defs`.
pub const SCHEMA: &str = include_str!("../schemas/genesys-chat.schema.json");
