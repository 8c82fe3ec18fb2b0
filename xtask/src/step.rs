//! Commands of other programs, and where they are run.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::workspace::{Error, root};

/// A command, which says what it is when it fails.
pub(crate) struct Step(Command);

impl Step {
    pub(crate) fn new(folder: &Path, program: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(folder).env("PYTHONDONTWRITEBYTECODE", "1");
        Self(command)
    }

    pub(crate) fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.0.arg(argument.into());
        self
    }

    pub(crate) fn args<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.0.args(arguments);
        self
    }

    pub(crate) fn all(mut self, files: Vec<PathBuf>) -> Self {
        self.0.args(files);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.0.env(name, value.into());
        self
    }

    pub(crate) fn run(mut self) -> Result<(), Error> {
        let line = format!("{:?}", self.0).replace('"', "");
        let failed = |what: String| Error::Other(format!("`{line}` {what}"));
        match self.0.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(failed(format!("failed: {status}"))),
            Err(error) => Err(failed(format!("could not be run: {error}"))),
        }
    }
}

/// The cargo that runs this.
pub(crate) fn cargo() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

/// The folder of this name below cargo's target folder, for what is in between.
pub(crate) fn scratch(name: &str) -> Result<PathBuf, Error> {
    let root = root();
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
    let folder = target.join(name);
    fs::create_dir_all(&folder).map_err(|error| Error::Other(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// Whether this is a build server, where what is missing is installed, or an error.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false"))
}
