//! A client of the Proficient API: every operation, lists walked to their end, interactions as trees.
//!
//! ```no_run
//! use proficient_client::{Auth, Client};
//! use proficient_types::{InteractionCreateParams, AgentId, MessageCreateParams, UserExternalId};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let key = std::env::var("PROFICIENT_API_KEY")?;
//! let auth = Auth::publishable(&key, &UserExternalId::new("customer-17"))?;
//! let client = Client::new("https://api.proficientai.com", auth)?;
//!
//! let begun = client.interactions().create(&InteractionCreateParams::new(AgentId::new("ag_1"))).await?;
//! let interaction = begun.interaction.id;
//! let question = MessageCreateParams::new(interaction.clone(), "I need help with my account");
//! let question = client.messages().create(&question).await?;
//! let answer = client.messages().ask(&question.interaction_id, &question.id).await?;
//! println!("{}", answer.content);
//!
//! // The whole tree, and whether it is whole.
//! let thread = client.interaction_tree(&interaction).await?;
//! println!("{}", thread.completeness);
//! # Ok(())
//! # }
//! ```
//!
//! A list is a stream that ends against any server, goes on after a restart, and says at its end what is missing:
//!
//! ```no_run
//! use futures_core::Stream;
//! use proficient_client::{Client, Error};
//! use proficient_types::InteractionId;
//! # fn save(_: &proficient_types::Message) {}
//!
//! # async fn example(client: Client) -> Result<(), Error> {
//! let mut walk = client.messages().all(InteractionId::new("int_1"));
//! while let Some(page) = walk.next_page().await? {
//!     page.iter().for_each(save); // or take it as a `Stream` of messages
//! }
//! println!("{}", walk.fetch_completeness().await?);
//! # Ok(())
//! # }
//! ```
//!
//! # Creating
//!
//! Creating an object and asking for a reply are not idempotent, and the API has no idempotency keys. A call that is answered
//! is one request. If no answer comes, the client reads the list: a new object that matches the request is its result. A
//! message is matched by its parent, text and sender, an interaction by its agent, a user by its external id, an agent by its
//! settings. New is what is not older than the request by the server's `Date`. An equal object from the minute before leaves
//! it unknown, because the clocks of a server may not be in step. If there is none and the server is not at it
//! any more, the call is made again. [`Error::OutcomeUnknown`] means that the list cannot tell, and has the candidates; any
//! other error means that nothing was created. [`Client::with_reconcile`] has other ways. If two callers create objects with
//! equal parameters at the same moment, the client cannot tell whose is whose.
//!
//! A call can be stored before it is made: [`Messages::prepare_create`] and the like, and after a crash
//! [`Client::carry_out`] with the stored value.
//!
//! # Tracing and licence
//!
//! See [`conversation_http`] for spans, timeouts and repetitions. The generated requests call `progenitor-client`,
//! which is under the MPL-2.0; this crate is MIT or Apache-2.0.

#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod agents;
mod auth;
mod client;
mod error;
#[allow(clippy::all, dead_code, missing_docs, rustdoc::all, unreachable_pub, reason = "progenitor wrote it")]
mod generated;
mod interaction_tree;
mod interactions;
mod list_request;
mod messages;
mod paginated;
mod prepared;
mod recent;
mod reconcile;
mod users;

pub use agents::Agents;
pub use auth::Auth;
pub use client::Client;
pub use conversation_core::{Completeness, Pager, PagerFault};
pub use conversation_http::{CallOutcome, InvalidArgument, OutcomeUnknown, RequestPolicy};
pub use error::{ApiFailure, Error, PaginationError};
pub use interaction_tree::InteractionTree;
pub use interactions::Interactions;
pub use list_request::{ListInteractions, ListMessages};
pub use messages::{AskParams, Messages};
pub use paginated::{HeldItems, ListRequest, Paginated};
pub use prepared::{CreateCall, PreparedCall};
pub use proficient_types as types;
pub use reconcile::Reconcile;
pub use reqwest;
pub use users::Users;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
