//! The built binary, from its arguments to its exit code.

mod bad_input;
mod canned;
mod chat;
mod check;
mod convert;
mod deep;
#[cfg(feature = "http")]
mod demo;
#[cfg(feature = "http")]
mod emulate;
mod field;
mod hostile;
mod integrate;
mod laws;
mod make;
#[cfg(feature = "http")]
mod pull_genesys;
#[cfg(feature = "http")]
mod pull_proficient;
mod recognise;
mod report;
mod residue_file;
mod run;
mod schema;
mod seed;
#[cfg(feature = "http")]
mod server;
mod stored;
mod streams;
mod terminal;
mod tree;
