//! The commands, a file for each: its arguments, its help text, and its work.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod convert;
#[cfg(feature = "http")]
pub(crate) mod demo;
#[cfg(feature = "http")]
pub(crate) mod emulate;
pub(crate) mod man;
#[cfg(not(feature = "http"))]
pub(crate) mod no_http;
#[cfg(feature = "http")]
pub(crate) mod pull;
pub(crate) mod restore;
pub(crate) mod schema;
pub(crate) mod thread;
