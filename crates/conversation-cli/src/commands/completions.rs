//! `conversation completions`: completion scripts for shells.

use clap_complete::Shell;

use crate::{
    error::{Failure, Outcome},
    exit_codes::exit_codes,
    output,
};

/// Print the completion script for a shell
///
/// Load the script in the start file of the shell, or store it where the shell looks for completions.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(output), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Shell to print the script for
    shell: Shell,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  source <(conversation completions bash)          Complete in this bash
  conversation completions fish > ~/.config/fish/completions/conversation.fish
                                                   Complete in every fish

",
    exit_codes!(output)
);

pub(crate) fn run(args: &Args, mut definition: clap::Command) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut definition, "conversation", &mut script);
    output::write(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
