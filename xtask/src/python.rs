//! Virtual environments of Python.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    step::Step,
    workspace::{Error, root},
};

/// The Python of the virtual environment in `folder/venv`, which is made where there is none, and gets what the file of
/// requirements pins.
pub(crate) fn environment(folder: &Path, requirements: &Path) -> Result<PathBuf, Error> {
    let root = root();
    let venv = folder.join("venv");
    let python = venv.join("bin/python");
    // One that was cut short has a Python and no pip.
    if !python.is_file() || Step::new(&root, &python).args(["-m", "pip", "--version"]).run().is_err() {
        if venv.exists() {
            fs::remove_dir_all(&venv).map_err(|error| Error::Other(format!("{}: {error}", venv.display())))?;
        }
        Step::new(&root, Path::new("python3")).args(["-m", "venv"]).arg(&venv).run()?;
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    Step::new(&root, &python).args(pip).arg(requirements).run()?;
    Ok(python)
}
