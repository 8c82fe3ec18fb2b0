//! The command line: what there is to ask for.

use clap::{Parser, Subcommand, ValueEnum};

#[cfg(feature = "http")]
use crate::commands::{demo, emulate, pull};
use crate::{
    commands::{check, convert, restore, schema, thread},
    error::{Failure, Outcome},
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

/// What the exit codes mean, for the end of every help.
macro_rules! exit_codes {
    () => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early)
  1  the output could not be written
  2  invalid input or usage; one line on standard error explains it, and nothing is printed"
    };
    (lines) => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early, unless a residue was to be kept)
  1  the output or the residue could not be written
  2  invalid input or usage. For an invalid document, one line on standard error explains it, and
     nothing is printed. In JSON Lines, invalid lines are reported (the first 20, then a count);
     valid lines are still processed."
    };
    (schema) => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early)
  1  the output could not be written
  2  unknown schema"
    };
    (emulate) => {
        "\
Exit codes:
  0  ended by Ctrl-C or SIGTERM
  1  standard output could not be written, or no thread could be started
  2  invalid usage: the port is in use, or the data file or a script is invalid"
    };
    (pull) => {
        "\
Exit codes:
  0  complete, or still in progress with no known gap (also when the output pipe is closed early)
  1  incomplete: standard error lists what is missing, or why the server could not be reached; run
     the same command again to continue. Or the output could not be written.
  2  the server refused the request, or invalid usage; nothing was overwritten"
    };
    (demo) => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early)
  1  the emulator could not be started or reached, or the output could not be written"
    };
    (check) => {
        "\
Exit codes:
  0  no problems found (also when the output pipe is closed early)
  1  problems found: a violation of the schema, a defect, a known gap, a statusCode other than 0;
     or the output could not be written
  2  invalid usage, or the input contains no conversation"
    };
}
pub(crate) use exit_codes;

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
