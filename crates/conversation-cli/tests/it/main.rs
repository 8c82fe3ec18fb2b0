//! The built binary, from its arguments to its exit code.

mod bad_input;
mod chat;
mod laws;
mod make;
mod recognise;
mod report;
mod run;
mod seed;
mod terminal;
mod tree;
