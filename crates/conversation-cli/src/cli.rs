//! The command line: the commands and the options of all of them.

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

#[cfg(not(feature = "http"))]
use crate::commands::no_http::NoHttp;
#[cfg(feature = "http")]
use crate::commands::{demo, emulate, pull};
use crate::{
    commands::{check, completions, convert, man, restore, schema, thread},
    error::{Failure, Outcome, say_usage_error},
    exit_codes::exit_codes,
    groups, output,
};

/// Show, check, convert and fetch chat conversations of the Proficient API and the Genesys chat API
#[derive(Debug, Parser)]
#[command(name = "conversation", version, after_help = exit_codes!(), max_term_width = 100, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colour; `auto` uses it on a terminal, unless NO_COLOR or CLICOLOR=0 is set
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(crate) color: Color,
}

impl Cli {
    /// The whole command line, with the commands in groups.
    pub(crate) fn definition() -> clap::Command {
        groups::in_groups(Self::command())
    }

    /// Reads the arguments of this process. Ends it with a usage error, a help text or the version.
    pub(crate) fn read() -> Self {
        let matches = Self::definition().try_get_matches();
        matches.and_then(|matches| Self::from_arg_matches(&matches)).unwrap_or_else(|error| {
            if !error.use_stderr()
                && let Err(closed) = output::check_open()
            {
                std::process::exit(closed.report().into());
            }
            if error.use_stderr() {
                // An argument may have been copied from anywhere.
                say_usage_error(&error.render().to_string());
                std::process::exit(error.exit_code());
            }
            error.exit()
        })
    }
}

/// The commands. The arguments of each are in a file of `commands`, with its help text.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Thread(thread::Args),
    Check(check::Args),
    Convert(convert::Args),
    Restore(restore::Args),
    #[cfg(feature = "http")]
    Pull(pull::Args),
    #[cfg(feature = "http")]
    Emulate(emulate::Args),
    #[cfg(feature = "http")]
    Demo(demo::Args),
    /// Fetch conversations from a server into a file (not in this build)
    #[cfg(not(feature = "http"))]
    Pull(NoHttp),
    /// Run a test server that behaves like both APIs (not in this build)
    #[cfg(not(feature = "http"))]
    Emulate(NoHttp),
    /// Show one conversation on its way through both APIs (not in this build)
    #[cfg(not(feature = "http"))]
    Demo(NoHttp),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        match self {
            Self::Thread(args) => thread::run(&args),
            Self::Check(args) => check::run(&args),
            Self::Convert(args) => convert::run(&args),
            Self::Restore(args) => restore::run(&args),
            #[cfg(feature = "http")]
            Self::Pull(args) => pull::run(&args),
            #[cfg(feature = "http")]
            Self::Emulate(args) => emulate::run(&args),
            #[cfg(feature = "http")]
            Self::Demo(args) => demo::run(&args),
            #[cfg(not(feature = "http"))]
            Self::Pull(_) => Err(NoHttp::failure("pull")),
            #[cfg(not(feature = "http"))]
            Self::Emulate(_) => Err(NoHttp::failure("emulate")),
            #[cfg(not(feature = "http"))]
            Self::Demo(_) => Err(NoHttp::failure("demo")),
            Self::Schema(args) => schema::run(&args),
            Self::Completions(args) => completions::run(&args, Cli::definition()),
            Self::Man(args) => man::run(&args, Cli::definition()),
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
    /// Applies it to everything that is written from here on.
    pub(crate) fn apply(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}
