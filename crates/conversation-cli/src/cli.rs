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
  0  done; also when whoever reads the output stops reading
  1  the output could not be written
  2  the input or an argument is no good; of a bad input one line on standard error says why,
     and nothing is on standard output"
    };
    (lines) => {
        "\
Exit codes:
  0  done; also when whoever reads the output stops reading, unless a residue was to be kept
  1  the output, or the residue, could not be written
  2  the input or an argument is no good. Of a bad document one line on standard error says why,
     and nothing is on standard output. Each bad one of JSON Lines is said so (20 of them, then
     how many more there were), and the others are done all the same."
    };
    (schema) => {
        "\
Exit codes:
  0  done; also when whoever reads the output stops reading
  1  the output could not be written
  2  there is no schema of that name"
    };
    (emulate) => {
        "\
Exit codes:
  0  ended by Ctrl-C or SIGTERM
  1  standard output could not be written, or the system gives no thread
  2  an argument is no good: the port is taken, the data or a script cannot be used"
    };
    (pull) => {
        "\
Exit codes:
  0  all of it is there, or of what goes on nothing is known to be missing; also when whoever reads
     the output stops reading
  1  something is missing: standard error says what, or why the server could not be heard to the
     end, and the same command goes on; or the output could not be written
  2  the server does not want it, or an argument is no good; nothing was overwritten"
    };
    (demo) => {
        "\
Exit codes:
  0  done; also when whoever reads the output stops reading
  1  the emulator could not be started or talked to, or the output could not be written"
    };
    (check) => {
        "\
Exit codes:
  0  nothing is wrong; also when whoever reads the output stops reading
  1  something is wrong: the schema, a defect, something is known to be missing, a statusCode
     other than 0; or the output could not be written
  2  the input cannot be read, or no conversation is in it; or an argument is no good"
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
