//! The command line: what there is to ask for.

use clap::{Parser, Subcommand, ValueEnum};

use crate::{commands::thread, error::Failure};

/// Rebuild conversations from what a chat API answered, and show them.
#[derive(Debug, Parser)]
#[command(name = "conversation", version, after_help = exit_codes!(), max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Whether to use colour; `auto` does on a terminal, unless NO_COLOR or CLICOLOR=0 is set
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(crate) color: Color,
}

/// What the exit codes mean, for the end of every help.
macro_rules! exit_codes {
    () => {
        "\
Exit codes:
  0  done; also when whoever reads the output stops reading
  1  the output could not be written
  2  the input or an argument is no good; of a bad input one line on standard error says why,
     and nothing is on standard output"
    };
}
pub(crate) use exit_codes;

/// What to do. Each subcommand is a file of `commands`, where its arguments say what it is for.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Thread(thread::Args),
}

impl Command {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Thread(args) => thread::run(&args),
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
