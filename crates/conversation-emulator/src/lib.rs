//! Both APIs on one port, for tests and demonstrations: Proficient and Genesys chat over one store, with faults on demand.
//!
//! ```
//! use conversation_emulator::{Emulator, Fault};
//! use conversation_http::{BaseUrl, http_client};
//! use serde_json::{Value, json};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let emulator = Emulator::start().await?;
//!
//! // Any HTTP client will do.
//! let http = http_client(&BaseUrl::parse(&emulator.proficient_url())?)?;
//! let post = |path: &str, body: Value| {
//!     http.post(format!("{}{path}", emulator.proficient_url()))
//!         .header("X-PROFICIENT-API-KEY", emulator.keys().publishable_key().expose())
//!         .header("X-PROFICIENT-USER-EXTERNAL-ID", "customer-4711")
//!         .json(&body)
//!         .send()
//! };
//! let created: Value = post("/interactions", json!({ "agent_id": emulator.agent_id() })).await?.json().await?;
//! let interaction = &created["interaction"]["id"];
//!
//! // The connection is cut when the work is done: the client does not know, the store does.
//! emulator.faults().next(Fault::DroppedAfter);
//! let sent = post("/messages", json!({ "interaction_id": interaction, "content": "Hello?" })).await;
//! assert!(sent.is_err());
//! let stored = emulator.messages(&interaction.as_str().unwrap_or_default().into()).await?;
//! assert_eq!(stored[0].content, "Hello?");
//! # Ok(())
//! # }
//! ```
//!
//! The README has the table of faults, the scripts, and what was decided where the documentation of the APIs is silent.
//!
//! # What holds
//!
//! * Every request is answered; an invalid one with the documented error body. Nothing panics.
//! * What was acknowledged is in the store, and with [`Builder::data`] in the file.
//! * The same seed, clock and requests give the same run.
//! * Dropping the [`Emulator`] ends it: its port, its connections and its threads are gone when the drop returns.
//! * No key is in any `Debug`, error or trace. Each request is a `tracing` event at the level `DEBUG`, with method, path
//!   template and status, and without ids, texts and headers.

#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod body;
mod builder;
mod chats;
mod clock;
mod cors;
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

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
