//! The built binary, from its arguments to its exit code.

mod bad_input;
mod chat;
mod check;
mod convert;
mod deep;
mod hostile;
mod laws;
mod make;
mod recognise;
mod report;
mod residue_file;
mod run;
mod schema;
mod seed;
mod streams;
mod terminal;
mod tree;
