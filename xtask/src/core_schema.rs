//! The JSON Schema bundle of conversation-core's own documents.
//!
//! It is derived from the crate's types, so the crate prints it itself: the generator depends on nothing that it makes.

use std::process::Command;

use crate::{
    output::Output,
    workspace::{Error, root},
};

const FILE: &str = "crates/conversation-core/schemas/conversation.schema.json";
const COMMAND: &[&str] =
    &["run", "--quiet", "--package", "conversation-core", "--features", "schemars", "--example", "schema"];

/// Lets the crate print its bundle, which has in it what the types crates ship: theirs must be written before. Nothing in a
/// workspace without the crate.
pub fn output() -> Result<Option<Output>, Error> {
    if !root().join("crates/conversation-core/Cargo.toml").is_file() {
        return Ok(None);
    }
    let failed = |message: &str| Error::Other(format!("{FILE}: `cargo {}` {message}", COMMAND.join(" ")));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let printed = Command::new(cargo).args(COMMAND).current_dir(root()).output();
    let printed = printed.map_err(|error| failed(&format!("could not be run: {error}")))?;
    if !printed.status.success() {
        return Err(failed(&format!("failed:\n{}", String::from_utf8_lossy(&printed.stderr))));
    }
    let text = String::from_utf8(printed.stdout).map_err(|_| failed("printed what is no text"))?;
    let mut output = Output::default();
    output.folder("crates/conversation-core/schemas");
    output.file(FILE, text);
    Ok(Some(output))
}
