//! Conversations put in order, as both outputs show them: what to show is decided here, how it looks elsewhere.

mod chat;
mod finding;
mod tree;

pub(crate) use chat::{ChatView, Party};
pub(crate) use finding::Defect;
pub(crate) use tree::{BranchArg, Fork, TreeView, Wanted};
