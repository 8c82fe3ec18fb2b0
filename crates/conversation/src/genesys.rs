//! The Genesys chat API (eServices 8.5 Web API): its types, and with the feature `clients` its client.
//!
//! A chat is a numbered list of events, polled from a position. The API has the customer's seat only: everything that the
//! client sends comes from the participant who requested the chat.

#[doc(inline)]
pub use genesys_chat_types::*;

/// The whole client crate.
#[cfg(feature = "clients")]
pub use genesys_chat_client as client;

#[cfg(feature = "clients")]
#[doc(inline)]
pub use genesys_chat_client::{
    CallOutcome, Chat, ChatFailure, Client, Error, Events, InvalidArgument, OutcomeUnknown, OutgoingMessage, Polling,
    PreparedMessage, RequestPolicy, ResumePoint, SentMessage, Update,
};
