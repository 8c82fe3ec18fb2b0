//! `conversation man`: the manual pages.

use std::{fs, path::PathBuf};

use crate::{
    error::{Failure, Outcome},
    exit_codes::exit_codes,
    output,
};

/// Print the manual page, or write one for each command
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(output), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Write the pages of all commands into this folder, which is created if it does not exist
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation man | man -l -                      Read the page
  conversation man --output ~/.local/share/man/man1
                                                   Install the pages of all commands

",
    exit_codes!(output)
);

pub(crate) fn run(args: &Args, definition: clap::Command) -> Result<Outcome, Failure> {
    match &args.output {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(definition).render(&mut page).map_err(Failure::Output)?;
            output::write(&String::from_utf8_lossy(&page))?;
        }
        Some(folder) => {
            let failure = |error| Failure::file(&folder.to_string_lossy(), error);
            fs::create_dir_all(folder).map_err(failure)?;
            clap_mangen::generate_to(definition, folder).map_err(failure)?;
        }
    }
    Ok(Outcome::Done)
}
