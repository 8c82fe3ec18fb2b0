//! The subcommands, a file for each: its arguments, and what it does.

pub(crate) mod check;
pub(crate) mod convert;
pub(crate) mod restore;
pub(crate) mod schema;
pub(crate) mod thread;
