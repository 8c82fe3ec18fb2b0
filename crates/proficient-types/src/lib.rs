//! Types of the Proficient API: interactions between users and agents, their messages, agents, users.
//!
//! ```
//! use proficient_types::{MessagesList, SentBy, decode};
//!
//! // An answer of `GET /messages`, with a sender and a field that were added after this release.
//! let json = br#"{
//!     "data": [{
//!         "id": "msg_1", "object": "message", "content": "Hello!", "created_at": 1686000000000, "depth": 0,
//!         "interaction_id": "int_1", "sent_by": "supervisor", "mood": "calm"
//!     }],
//!     "has_more": false
//! }"#;
//! let page: MessagesList = decode(json)?;
//!
//! for message in &page.data {
//!     match &message.sent_by {
//!         SentBy::User => println!("the user: {}", message.content),
//!         SentBy::Agent => println!("the agent: {}", message.content),
//!         other => println!("{other}: {}", message.content),
//!     }
//! }
//!
//! // The page is written back equal.
//! assert_eq!(serde_json::to_value(&page)?, serde_json::from_slice::<serde_json::Value>(json)?);
//!
//! // A message that cannot be read costs no other. It is kept as it came, and written back in its place.
//! let page: MessagesList = decode(br#"{"data": [{"id": "msg_1"}], "has_more": false}"#)?;
//! assert_eq!(page.data.unreadable()[0].to_string(), "data[0].object: missing required field");
//!
//! // Another error names the place.
//! let error = decode::<MessagesList>(br#"{"data": [], "has_more": "no"}"#).unwrap_err();
//! assert_eq!((error.path(), error.operation()), ("has_more", Some("messages_list")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Create a request with `new`, which takes the required fields. The optional fields are public:
//!
//! ```
//! use proficient_types::{Field, InteractionId, InteractionUpdateParams, MessageCreateParams, MessageId};
//!
//! let mut message = MessageCreateParams::new(InteractionId::new("int_1"), "I need help with my account");
//! message.parent_id = MessageId::new("msg_1").into();
//!
//! let mut update = InteractionUpdateParams::new();
//! assert_eq!(serde_json::to_string(&update)?, "{}"); // does not change the name
//! update.name = Field::Null;
//! assert_eq!(serde_json::to_string(&update)?, r#"{"name":null}"#); // removes the name
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Properties of every type
//!
//! * Enums are open: an unknown value decodes, can be read with `as_str`, and is written back.
//! * Unknown fields are kept in `extra` and written back. Absent stays absent, null stays null.
//! * An item of a list that cannot be read costs no other: [`List`]. Any other missing required field or wrong type is an
//!   error with its JSON path; no error quotes a value.
//! * Structs are `#[non_exhaustive]`: a field added to the API is not a breaking change.
//!
//! # Features
//!
//! `schemars`: `schemars::JsonSchema` (1.x) for every type, with the schema of the specification document, which is also
//! the constant [`SCHEMA`].

#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod generated;
mod message_ext;

pub use conversation_wire::{
    DecodeError, DecodeErrorKind, Extra, Field, List, Number, Operation, OutOfRange, Unreadable, WireType, decode,
    decode_strict, decode_value,
};
pub use generated::*;

/// The schemas of this crate's types: one JSON Schema 2020-12 bundle, each type a member of its `$defs`.
pub const SCHEMA: &str = include_str!("../schemas/proficient.schema.json");
