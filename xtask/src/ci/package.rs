//! The job `package`: what is published is complete, and builds from its packages alone.
//!
//! Cargo's own verification builds every package in a target folder of its own. Here the packages are unpacked into one
//! workspace, in which each depends on the others as unpacked, and checked with the dependencies that are built already.

use std::{fs, path::Path, process::Command};

use super::job::PUBLISHED;
use crate::{
    step::{Step, cargo, scratch},
    workspace::{Error, root},
};

/// What every package contains.
const CONTENTS: &[&str] = &["Cargo.toml", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "src/"];

pub(super) fn run() -> Result<(), Error> {
    let root = root();
    let packages = scratch("package")?;
    let folder = scratch("packaged")?;
    fs::remove_dir_all(&folder).and_then(|()| fs::create_dir_all(&folder)).map_err(|error| io(&folder, &error))?;

    let named = PUBLISHED.iter().flat_map(|name| ["--package", name]);
    Step::new(&root, &cargo()).args(["package", "--no-verify", "--locked", "--allow-dirty"]).args(named).run()?;

    let version = env!("CARGO_PKG_VERSION");
    let mut manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"*-*.*.*\"]\n\n[patch.crates-io]\n".to_owned();
    for name in PUBLISHED {
        let unpacked = format!("{name}-{version}");
        let archive = packages.join(format!("{unpacked}.crate"));
        Step::new(&folder, Path::new("tar")).arg("-xzf").arg(&archive).run()?;
        let missing = CONTENTS.iter().find(|content| !folder.join(&unpacked).join(content).exists());
        if let Some(content) = missing {
            return Err(Error::Other(format!("{name}: the package does not contain {content}")));
        }
        manifest.push_str(&format!("{name} = {{ path = \"{unpacked}\" }}\n"));
    }
    let file = folder.join("Cargo.toml");
    fs::write(&file, manifest).map_err(|error| io(&file, &error))?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map_err(|error| io(&folder, &error))?;
    let status = Command::new(cargo())
        .args(["check", "--workspace", "--all-features", "--lib", "--bins"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", scratch("")?)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Error::Other(format!("the packages do not build: {status}"))),
        Err(error) => Err(Error::Other(format!("cargo check: {error}"))),
    }
}

fn io(path: &Path, error: &std::io::Error) -> Error {
    Error::Other(format!("{}: {error}", path.display()))
}
