//! A client of the Genesys chat API (eServices 8.5 Web API): chats requested, followed to their end, and acted in.
//!
//! ```no_run
//! use genesys_chat_client::Client;
//! use genesys_chat_types::{RequestChatParams, TenantName};
//!
//! # async fn example() -> Result<(), genesys_chat_client::Error> {
//! let client = Client::new("https://contact-centre.example/webapi")?;
//! let mut params = RequestChatParams::new(TenantName::new("Environment"));
//! params.nickname = Some("Ann".into());
//! let chat = client.request_chat(&params).await?;
//! chat.send_message("I need help with my account").await?;
//!
//! // Polls, fills holes, renews the credentials, and ends when the chat does. `events()` is the same as a `Stream`.
//! while let Some(update) = chat.next_update().await? {
//!     let Some(event) = update.event() else { continue }; // unreadable, and kept as it came
//!     println!("{}: {}", event.from.nickname, event.text.as_deref().unwrap_or_default());
//! }
//! println!("{}", chat.completeness().await);
//! # Ok(())
//! # }
//! ```
//!
//! # The customer's seat
//!
//! The API has the customer's seat only: everything that this client sends comes from the participant who requested the chat.
//!
//! # One call at a time
//!
//! Any answer may renew the credentials of a chat, so a [`Chat`] makes one call after the other, in whichever tasks they
//! were asked for. Between two polls it makes none.
//!
//! # Sending
//!
//! A message that got no answer is looked for in the transcript; where it is not, and the server surely is not at it any
//! more, it is sent again. So are nicknames and URLs. [`Error::OutcomeUnknown`] means that the transcript cannot tell. A chat
//! that was requested without an answer is always unknown, since nothing lists chats. Typing notifications are not
//! repeated when they may have arrived.
//!
//! # Keep-alive
//!
//! The server drops a client that was silent for 300 seconds; following the chat keeps it alive. See [`Polling`].
//!
//! # Tracing and licence
//!
//! See [`conversation_http`] for spans, timeouts and repetitions. The generated requests call `progenitor-client`,
//! which is under the MPL-2.0; this crate is MIT or Apache-2.0.

#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod chat;
mod client;
mod error;
mod events;
#[allow(clippy::all, dead_code, missing_docs, rustdoc::all, unreachable_pub, reason = "progenitor wrote it")]
mod generated;
mod polling;
mod send;
mod session;
mod state;
mod update;

pub use chat::Chat;
pub use client::Client;
pub use conversation_http::{InvalidArgument, RequestPolicy};
pub use error::{ChatFailure, Error};
pub use events::Events;
pub use polling::Polling;
pub use state::ChatState;
pub use update::Update;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
