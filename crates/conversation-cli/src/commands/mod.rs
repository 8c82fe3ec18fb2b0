//! The subcommands, a file for each: its arguments, and what it does.

pub(crate) mod thread;
