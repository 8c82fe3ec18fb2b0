//! `conversation pull`: conversations from a server into a file.

use std::{path::PathBuf, time::Duration};

use clap::Subcommand;
use genesys_chat_types::ChatId;
use proficient_types::{InteractionId, UserExternalId};

use crate::{
    error::{Failure, Outcome},
    exit_codes::exit_codes,
    pull::{Follow, What, follow, pull},
    runtime,
};

/// Pull conversations from a server into a file, as JSON Lines
///
/// An interruption, of whatever kind, costs nothing: the same command goes on where the last run
/// stopped, and the file has every item once. How far a run has come is in FILE.state beside the
/// file, until all of it is there. At the end it is said on standard error whether that is so, or
/// exactly what is missing. Both files are their owner's alone.
///
/// Keys come from the environment, and never from arguments, which everybody on the machine can see.
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

/// Messages of interactions, or the interactions themselves, of a user
///
/// A message that was changed between two runs is there in both versions.
///
/// Environment:
///   PROFICIENT_API_KEY      the publishable key (pk_…)
///   PROFICIENT_USER_HMAC    what signs the user, where the project asks for it; or
///   PROFICIENT_HMAC_SECRET  the secret to sign the user with (hsec_…)
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(pull), after_long_help = PROFICIENT_HELP)]
struct ProficientArgs {
    #[command(flatten)]
    what: WhatArgs,

    /// Where the API is
    #[arg(long)]
    url: String,

    /// The external id of the user whose interactions they are
    #[arg(long, value_name = "EXTERNAL_ID")]
    user: UserExternalId,

    /// The file to write, which a later run goes on with; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,

    /// How often a request is made before the run ends; 8 take about half a minute
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=100))]
    attempts: u32,
}

/// One of them.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct WhatArgs {
    /// The interaction whose messages are pulled
    interaction: Option<InteractionId>,

    /// Pull the messages of all interactions, one interaction after the other
    #[arg(long)]
    all: bool,

    /// Pull the interactions, and not their messages
    #[arg(long)]
    interactions: bool,
}

const PROFICIENT_HELP: &str = concat!(
    "\
Examples:
  conversation pull proficient int_1 --url https://api.example --user customer-17 -o int_1.jsonl
      One interaction.
  conversation pull proficient --all --url … --user customer-17 -o all.jsonl
      All of them, one after the other. After an interruption: the same again.
  conversation pull proficient int_1 --url … --user customer-17 -o - | conversation thread -
      To look at one.

",
    exit_codes!(pull)
);

/// The events of a chat, until it has ended
///
/// The credentials are those that Request Chat was answered with. Any later answer may renew them:
/// a later run takes them from FILE.state, and needs none in the environment. Following a chat keeps
/// it alive; a server drops a client that is silent for 300 seconds.
///
/// Environment:
///   GENESYS_USER_ID, GENESYS_SECURE_KEY, GENESYS_ALIAS, GENESYS_TENANT_NAME
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(pull), after_long_help = GENESYS_HELP)]
struct GenesysArgs {
    /// The chat
    chat: ChatId,

    /// Where the API is, as a rule below /webapi
    #[arg(long)]
    url: String,

    /// The file to write, which a later run goes on with; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,

    /// How often a request is made before the run ends; 8 take about half a minute
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=100))]
    attempts: u32,

    /// Pull what there is by now, and do not wait for the end of the chat
    #[arg(long)]
    once: bool,

    /// How long to wait between two looks, at most 150 seconds
    #[arg(long, value_name = "SECONDS", default_value = "2.5", value_parser = interval)]
    interval: Duration,
}

const GENESYS_HELP: &str = concat!(
    "\
Examples:
  conversation pull genesys 00048aDPKC9H0018 --url https://chat.example/webapi -o chat.jsonl
      A chat as it goes on, to its end.
  conversation pull genesys 00048aDPKC9H0018 --url … -o chat.jsonl --once
      What was said by now. The same again later adds what was said since.

",
    exit_codes!(pull)
);

/// The longest wait: a server drops a client after twice as long.
const LONGEST: f64 = 150.0;

fn interval(text: &str) -> Result<Duration, String> {
    match text.parse::<f64>() {
        Ok(seconds) if (0.0..=LONGEST).contains(&seconds) => Ok(Duration::from_secs_f64(seconds)),
        _ => Err(format!("expected a number of seconds from 0 to {LONGEST}")),
    }
}

/// Pulls.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    match &args.from {
        From::Proficient(args) => {
            let what = match &args.what.interaction {
                Some(interaction) => What::Messages(interaction.clone()),
                None if args.what.all => What::AllMessages,
                None => What::Interactions,
            };
            runtime::run(pull(&args.url, &args.user, what, args.attempts, &args.output))
        }
        From::Genesys(args) => {
            let how = Follow { once: args.once, interval: args.interval, attempts: args.attempts };
            runtime::run(follow(&args.url, args.chat.clone(), &how, &args.output))
        }
    }
}
