//! The command line: what there is to ask for.

use clap::{Parser, Subcommand, ValueEnum};

#[cfg(feature = "http")]
use crate::commands::{demo, emulate, pull};
use crate::{
    commands::{check, convert, restore, schema, thread},
    error::{Failure, Outcome},
    exit_codes::exit_codes,
};

/// Rebuild conversations from what a chat API answered: fetch, show, convert and check them.
#[derive(Debug, Parser)]
#[command(name = "conversation", version, after_help = exit_codes!(), max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Whether to use colour; `auto` does on a terminal, unless NO_COLOR or CLICOLOR=0 is set
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(crate) color: Color,
}

/// What to do. Each subcommand is a file of `commands`, where its arguments say what it is for.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Thread(thread::Args),
    Convert(convert::Args),
    Restore(restore::Args),
    Check(check::Args),
    Schema(schema::Args),
    #[cfg(feature = "http")]
    Pull(pull::Args),
    #[cfg(feature = "http")]
    Emulate(emulate::Args),
    #[cfg(feature = "http")]
    Demo(demo::Args),
}

impl Command {
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        match self {
            Self::Thread(args) => thread::run(&args),
            Self::Convert(args) => convert::run(&args),
            Self::Restore(args) => restore::run(&args),
            Self::Check(args) => check::run(&args),
            Self::Schema(args) => schema::run(&args),
            #[cfg(feature = "http")]
            Self::Pull(args) => pull::run(&args),
            #[cfg(feature = "http")]
            Self::Emulate(args) => emulate::run(&args),
            #[cfg(feature = "http")]
            Self::Demo(args) => demo::run(&args),
        }
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes it hold for all that is written from here on.
    pub(crate) fn apply(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}
