//! `conversation demo`: one conversation on its way through all of it.

use crate::{
    demo,
    error::{Failure, Outcome},
    exit_codes::exit_codes,
    output, runtime,
};

/// Show one conversation on its way through both APIs
///
/// Starts an emulator of both APIs for this run. A customer and a bot talk in a Genesys chat, as in the
/// example of the API documentation. The client follows them, the chat becomes an interaction of the
/// Proficient API, and an agent is asked twice for a reply to the question of the customer. No other
/// machine is contacted, and the output is the same every time.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(demo))]
pub(crate) struct Args {}

/// Plays it, and shows it.
pub(crate) fn run(_: &Args) -> Result<Outcome, Failure> {
    output::write(&runtime::run(demo::play())?)?;
    Ok(Outcome::Done)
}
