//! The job `features`: each published crate without features, and with each of its features alone.

use std::process::Command;

use serde_json::Value;

use super::job::{Cargo, PUBLISHED};
use crate::{step::cargo, workspace::Error, workspace::root};

pub(super) fn run() -> Result<(), Error> {
    let failed = |what: String| Error::Other(format!("cargo metadata: {what}"));
    let output = Command::new(cargo())
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root())
        .output()
        .map_err(|error| failed(error.to_string()))?;
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| failed(error.to_string()))?;
    let mut broken = Vec::new();
    for name in PUBLISHED {
        let package = metadata["packages"].as_array().into_iter().flatten().find(|package| package["name"] == *name);
        let features = package
            .and_then(|package| package["features"].as_object())
            .ok_or_else(|| failed(format!("no package {name}")))?;
        let none = std::iter::once(format!("check --package {name} --no-default-features"));
        let each =
            features.keys().map(|feature| format!("check --package {name} --no-default-features --features {feature}"));
        for command in none.chain(each).map(|arguments| Cargo::new(&arguments)) {
            if !command.run(None) {
                broken.push(command.to_string());
            }
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(Error::Other(format!("does not build:\n{}", broken.join("\n")))) }
}
