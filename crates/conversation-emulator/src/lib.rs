//! Both APIs on one port, for tests and demonstrations: Proficient and Genesys chat over one store, with faults on demand.

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod body;
mod builder;
mod chats;
mod clock;
mod emulator;
mod failure;
mod fault;
mod faults;
mod genesys;
mod ids;
mod keys;
mod operation;
mod percent;
mod proficient;
mod project;
mod random;
mod responder;
mod server;
mod state;
mod store;
mod transport;

pub use builder::Builder;
pub use chats::ChatActionError;
pub use clock::Clock;
pub use conversation_wire::Timestamp;
pub use emulator::Emulator;
pub use fault::{Fault, UnknownFault};
pub use faults::Faults;
pub use genesys::{ChatEnd, ChatView, NoSuchPart, Script, ScriptError};
pub use keys::{HmacSecret, Keys, PublishableKey, SecretKey};
pub use responder::{
    ApiKey, OpenAiResponder, Question, Reply, Responder, ResponderError, ResponderScriptError, ScriptResponder,
    SeededResponder,
};
pub use server::StartError;
pub use store::StoreError;
