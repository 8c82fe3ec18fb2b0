//! Residue files that earlier versions wrote are read for ever.

use serde_json::Value;

use crate::run::{fixture, run};

fn path(name: &str) -> String {
    fixture("stored").join(name).to_str().unwrap().to_owned()
}

fn json(path: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn restored(converted: &str, residue: &str) -> Value {
    let done = run(&["restore", converted, residue], "");
    assert_eq!(done.code, Some(0), "{residue}: {}", done.stderr);
    serde_json::from_str(&done.stdout).unwrap()
}

/// What this version converts to is what the first one converted to: its residue restores the input.
#[test]
fn residues_of_the_first_version_restore_what_is_converted_today() {
    let folder = tempfile::tempdir().unwrap();
    let converted = folder.path().join("converted");
    let transcript = fixture("genesys").join("get-messages.response.json").to_str().unwrap().to_owned();
    for (input, to, residue) in [
        (&transcript, "proficient", "residue-file-of-chat.json"),
        (&path("interaction.json"), "genesys", "residue-file-of-interaction.json"),
    ] {
        let done = run(&["convert", "--to", to, input], "");
        std::fs::write(&converted, done.stdout).unwrap();
        // The answer around the events was another one then.
        assert_eq!(restored(converted.to_str().unwrap(), &path(residue))["messages"], json(input)["messages"]);
    }
    for (converted, residue) in [
        ("model-of-chat.json", "residue-file-model-of-chat.json"),
        ("model-of-interaction.json", "residue-file-model-of-interaction.json"),
        ("interaction.json", "residue-file-unchanged.json"),
    ] {
        restored(&path(converted), &path(residue));
    }
}

/// With an item that could not be read, a null, an event without an index, and a number with many digits.
#[test]
fn residues_of_the_second_form_restore_their_input() {
    let input = json(&path("input-2.json"));
    assert_eq!(restored(&path("converted-2.json"), &path("residue-file-2.json")), input);
    assert_eq!(restored(&path("converted-2-model.json"), &path("residue-file-2-model.json")), input);
}
