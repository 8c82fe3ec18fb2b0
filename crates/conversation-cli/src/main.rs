//! The command `conversation`: shows, checks, converts and fetches conversations of both APIs.
//!
//! `cli` lists the commands, `commands` has a file for each. A command reads with `input`, rebuilds with
//! `conversation_core`, and writes with `text` (for people) or `report` (for programs) into a string, which `output`
//! writes at once: a command that fails has written nothing.
//!
//! With the feature `http`, `pull` fetches conversations with the clients of both APIs, `emulate` runs an emulator of
//! both, and `demo` shows one conversation on its way through all of them.

#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::unreachable)
)]

mod check;
mod cli;
mod commands;
mod convert;
#[cfg(feature = "http")]
mod demo;
mod error;
mod escape;
mod exit_codes;
mod groups;
mod input;
#[cfg(feature = "http")]
mod keys;
mod output;
mod progress;
#[cfg(feature = "http")]
mod pull;
mod report;
mod residue_file;
#[cfg(feature = "http")]
mod runtime;
mod same_file;
mod text;
#[cfg(feature = "http")]
mod traces;
mod view;

use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = cli::Cli::read();
    cli.color.apply();
    match cli.command.run() {
        Ok(outcome) => outcome.exit_code(),
        Err(failure) => failure.report().into(),
    }
}
