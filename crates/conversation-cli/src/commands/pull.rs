//! `conversation pull`: conversations from a server into a file.

use std::{path::PathBuf, time::Duration};

use clap::Subcommand;
use genesys_chat_types::ChatId;
use proficient_types::{InteractionId, UserExternalId};

use crate::{
    error::{Failure, Outcome},
    exit_codes::exit_codes,
    pull::{Follow, Limits, What, follow, pull},
    runtime,
};

/// Fetch conversations from a server into a file, as JSON Lines
///
/// After an interruption of any kind, run the same command again: it continues where the last run
/// stopped, and the file contains every item once. Until everything is fetched, the position is kept in
/// FILE.state, next to the file. At the end, standard error reports whether the file is complete, or
/// lists exactly what is missing. Only their owner can read both files.
///
/// Keys are read from the environment and never from arguments, which every user of the machine can
/// see.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(pull))]
pub(crate) struct Args {
    #[command(subcommand)]
    from: From,
}

#[derive(Debug, Subcommand)]
enum From {
    Proficient(ProficientArgs),
    Genesys(GenesysArgs),
}

/// Fetch the messages of interactions, or the interactions, of a user
///
/// A message that was changed between two runs is in the file in both versions.
///
/// Environment:
///   PROFICIENT_API_KEY      publishable key (pk_…)
///   PROFICIENT_USER_HMAC    signature of the user, if the project requires one; or
///   PROFICIENT_HMAC_SECRET  secret to sign the user with (hsec_…)
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(pull), after_long_help = PROFICIENT_HELP)]
struct ProficientArgs {
    #[command(flatten)]
    what: WhatArgs,

    /// Address of the API
    #[arg(long)]
    url: String,

    /// External id of the user who owns the interactions
    #[arg(long, value_name = "EXTERNAL_ID")]
    user: UserExternalId,

    /// File to write, which a later run continues, or `-` for standard output
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,

    /// Number of attempts for each request; the waits between 8 take up to 23 seconds in all
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=100))]
    attempts: u32,

    /// Largest size of the ids of one list in memory, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=65_536))]
    max_memory: u32,
}

/// What to fetch: exactly one of these.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct WhatArgs {
    /// Interaction whose messages are fetched
    interaction: Option<InteractionId>,

    /// Fetch the messages of all interactions, one interaction after the other
    #[arg(long)]
    all: bool,

    /// Fetch the interactions without their messages
    #[arg(long)]
    interactions: bool,
}

const PROFICIENT_HELP: &str = concat!(
    "\
Examples:
  conversation pull proficient int_1 --url https://api.example --user customer-17 -o int_1.jsonl
      Fetch one interaction.
  conversation pull proficient --all --url … --user customer-17 -o all.jsonl
      Fetch all of them, one after the other. After an interruption, run the same command again.
  conversation pull proficient int_1 --url … --user customer-17 -o - | conversation thread -
      Look at one interaction.

",
    exit_codes!(pull)
);

/// Fetch the events of a chat, until it has ended
///
/// The credentials are those of the answer to Request Chat. Any later answer may renew them: a later run
/// reads them from FILE.state and needs none in the environment. Following a chat keeps it alive; a
/// server drops a client that is silent for 300 seconds.
///
/// Environment:
///   GENESYS_USER_ID, GENESYS_SECURE_KEY, GENESYS_ALIAS, GENESYS_TENANT_NAME
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(pull), after_long_help = GENESYS_HELP)]
struct GenesysArgs {
    /// Id of the chat
    chat: ChatId,

    /// Address of the API, usually ending in /webapi
    #[arg(long)]
    url: String,

    /// File to write, which a later run continues, or `-` for standard output
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,

    /// Number of attempts for each request; the waits between 8 take up to 23 seconds in all
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=100))]
    attempts: u32,

    /// Fetch the events so far, and do not wait for the end of the chat
    #[arg(long)]
    once: bool,

    /// Time between two polls, at most 150 seconds
    #[arg(long, value_name = "SECONDS", default_value = "2.5", value_parser = interval)]
    interval: Duration,
}

const GENESYS_HELP: &str = concat!(
    "\
Examples:
  conversation pull genesys 00048aDPKC9H0018 --url https://chat.example/webapi -o chat.jsonl
      Follow a chat to its end.
  conversation pull genesys 00048aDPKC9H0018 --url … -o chat.jsonl --once
      Fetch the events so far. Run it again later to add the new ones.

",
    exit_codes!(pull)
);

/// The longest time between two polls. A server drops a client after twice as long.
const LONGEST: f64 = 150.0;

fn interval(text: &str) -> Result<Duration, String> {
    match text.parse::<f64>() {
        Ok(seconds) if (0.0..=LONGEST).contains(&seconds) => Ok(Duration::from_secs_f64(seconds)),
        _ => Err(format!("expected a number of seconds from 0 to {LONGEST}")),
    }
}

/// Fetches.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    match &args.from {
        From::Proficient(args) => {
            let what = match &args.what.interaction {
                Some(interaction) => What::Messages(interaction.clone()),
                None if args.what.all => What::AllMessages,
                None => What::Interactions,
            };
            let max_memory = usize::try_from(args.max_memory).unwrap_or(usize::MAX).saturating_mul(1 << 20);
            let limits = Limits { attempts: args.attempts, max_memory };
            runtime::run(pull(&args.url, &args.user, what, limits, &args.output))
        }
        From::Genesys(args) => {
            let how = Follow { once: args.once, interval: args.interval, attempts: args.attempts };
            runtime::run(follow(&args.url, args.chat.clone(), &how, &args.output))
        }
    }
}
