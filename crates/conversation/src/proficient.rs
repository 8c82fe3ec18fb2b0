//! The Proficient API: its types, and with the feature `clients` its client.
//!
//! An interaction between a user and an agent is a tree of messages: `parent_id` names the message that a message replies to.
//! Lists come in pages (`limit`, `starting_after`, `has_more`).

#[doc(inline)]
pub use proficient_types::*;

#[cfg(feature = "clients")]
#[doc(inline)]
pub use proficient_client::{
    Agents, ApiFailure, AskParams, Auth, CallOutcome, Client, CreateCall, Error, InteractionTree, Interactions,
    InvalidArgument, ListInteractions, ListMessages, ListRequest, Messages, OutcomeUnknown, Paginated, PaginationError,
    PreparedCall, Reconcile, RequestPolicy, Users,
};
