//! The commands that a build without the feature `http` does not contain: an error that says where they are.

use std::ffi::OsString;

use crate::error::Failure;

/// Any arguments.
#[derive(Debug, clap::Args)]
#[command(disable_help_flag = true)]
pub(crate) struct NoHttp {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    _arguments: Vec<OsString>,
}

impl NoHttp {
    pub(crate) fn failure(command: &str) -> Failure {
        Failure::Arguments(format!(
            "`{command}` is not in this build, which has no HTTP: install the command with its default features \
             (cargo install conversation-cli), or run `cargo conversation-full {command}` in the repository"
        ))
    }
}
