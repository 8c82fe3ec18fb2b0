//! The subcommands, a file for each: its arguments, and what it does.

pub(crate) mod check;
pub(crate) mod convert;
#[cfg(feature = "http")]
pub(crate) mod demo;
#[cfg(feature = "http")]
pub(crate) mod emulate;
#[cfg(feature = "http")]
pub(crate) mod pull;
pub(crate) mod restore;
pub(crate) mod schema;
pub(crate) mod thread;
