//! What the command says of itself.

use std::process::Command;

use xtask::output::Output;

use crate::committed::assert_committed;

/// The name of the file with its help, and the arguments that ask for it.
const HELP: &[(&str, &[&str])] = &[
    ("xtask.txt", &["--help"]),
    ("codegen.txt", &["codegen", "--help"]),
    ("lint.txt", &["lint", "--help"]),
    ("schema.txt", &["schema", "--help"]),
    ("bindings.txt", &["bindings", "--help"]),
    ("ci.txt", &["ci", "--help"]),
    ("fuzz.txt", &["fuzz", "--help"]),
];

#[test]
fn every_command_explains_itself() {
    let mut output = Output::default();
    output.folder("");
    for (file, arguments) in HELP {
        let (succeeded, text) = xtask(arguments);
        assert!(succeeded, "{arguments:?} failed");
        for part in ["Usage: cargo xtask", "-h, --help"] {
            assert!(text.contains(part), "{arguments:?} does not say {part:?}:\n{text}");
        }
        output.file(*file, text);
    }
    assert_committed("help", &output);
}

#[test]
fn no_command_is_an_error_that_lists_them() {
    let (succeeded, text) = xtask(&[]);
    assert!(!succeeded);
    for command in ["codegen", "lint", "schema", "bindings", "ci", "fuzz"] {
        assert!(text.contains(&format!("\n  {command} ")), "{text}");
    }
}

#[test]
fn ci_lists_its_jobs_with_their_commands() {
    let (succeeded, text) = xtask(&["ci", "--list"]);
    assert!(succeeded);
    for job in ["fmt", "clippy", "lint", "codegen", "schema", "test", "doc", "downstream", "package", "languages"] {
        let line = text.lines().position(|line| line.split(' ').next() == Some(job));
        let line = line.unwrap_or_else(|| panic!("no job {job}:\n{text}"));
        assert!(text.lines().nth(line + 1).is_some_and(|next| next.contains("cargo ")), "{job} runs nothing:\n{text}");
    }
}

/// Whether the command succeeded, and what it printed.
fn xtask(arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.args(arguments).env_remove("COLUMNS").output().expect("the command can be run");
    let text = String::from_utf8([output.stdout, output.stderr].concat()).expect("the command prints UTF-8");
    (output.status.success(), text)
}
