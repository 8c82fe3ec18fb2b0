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
//! chat.send("I need help with my account").await?;
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
//! [`Chat::send`] sends a message once. If no answer comes, the message is looked for in the transcript. If it is not there
//! and the server is not at it any more, it is sent again. The same is true of nicknames and URLs.
//! [`Error::OutcomeUnknown`] means that the transcript cannot tell. A chat that was requested without an answer is always
//! unknown, because no operation lists chats. Typing notifications are not repeated when they may have arrived.
//!
//! A message can be stored before it is sent: [`Chat::prepare`], and after a crash [`Chat::carry_out`] with the stored
//! value. Give each message its own [label](OutgoingMessage::with_label) if you can.
//!
//! # Crashes
//!
//! Store the [`ResumePoint`] together with the updates that you have handled, and renewed credentials before they are used:
//! [`Chat::on_renewal`]. A process that is killed at any moment then goes on without losing an event or the session.
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

mod carry_out;
mod chat;
mod client;
mod error;
mod events;
#[allow(clippy::all, dead_code, missing_docs, rustdoc::all, unreachable_pub, reason = "progenitor wrote it")]
mod generated;
mod outgoing;
mod polling;
mod prepared;
mod renewal;
mod resume_point;
mod send;
mod session;
mod update;

pub use chat::Chat;
pub use client::Client;
pub use conversation_core::{ChatCredentials, Completeness, TranscriptCursor, TranscriptEnd};
pub use conversation_http::{CallOutcome, InvalidArgument, OutcomeUnknown, RequestPolicy};
pub use error::{ChatFailure, Error};
pub use events::Events;
pub use genesys_chat_types as types;
pub use outgoing::{OutgoingMessage, SentMessage};
pub use polling::Polling;
pub use prepared::PreparedMessage;
pub use reqwest;
pub use resume_point::ResumePoint;
pub use update::Update;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
