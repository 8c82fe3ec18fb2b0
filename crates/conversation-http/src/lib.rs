//! What the clients of both APIs are made of: one request, its repetitions, its errors, its trace.
//!
//! `proficient-client` and `genesys-chat-client` are what a service holds; this crate is what they share, and what
//! their user needs to tune them: a [`RequestPolicy`] of timeouts and repetitions, and the [`Error`] of every call.
//!
//! ```
//! use std::time::Duration;
//!
//! use conversation_http::RequestPolicy;
//!
//! // Three attempts in all, each with five seconds.
//! let policy = RequestPolicy::default().with_attempts(3).with_timeout(Duration::from_secs(5));
//! assert_eq!(policy.attempts(), 3);
//! ```
//!
//! # What holds
//!
//! * A call ends: every attempt has a timeout, there are so many attempts, and no server can make a client wait longer
//!   than the policy says, nor read more than it says.
//! * A request is repeated only where repeating is safe, which each operation says of itself.
//! * Dropping the future of a call cancels it, its waits included.
//! * No key, no signature and no text is in a `Debug`, an [`Error`] or a trace; what a server echoes of a secret that was
//!   sent to it is redacted.
//! * No redirect is followed: a server cannot send the keys elsewhere.
//!
//! # Tracing
//!
//! Each attempt is a `tracing` span `request` at the level `INFO` with `operation`, `method`, `attempt`, `status` and
//! `duration_ms`, and each wait between two an event at the level `DEBUG`.

#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod attempt;
mod attempted;
mod base_url;
mod call;
mod error;
mod excerpt;
mod outcome;
mod path;
mod policy;
mod secrets;
mod server_clock;
mod tls;

pub use attempt::Attempt;
pub use attempted::{Attempted, known_version};
pub use base_url::BaseUrl;
pub use call::{Call, ErrorAnswer, Failure, Retry};
pub use error::{
    Error, InvalidArgument, OutcomeUnknown, ResponseDecodeError, Timeout, TransportError, is_retryable_status,
};
pub use excerpt::excerpt;
pub use outcome::CallOutcome;
pub use path::path_segment;
pub use policy::{RequestPolicy, Waiting};
pub use secrets::Secrets;
pub use server_clock::ServerClock;
pub use tls::http_client;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
