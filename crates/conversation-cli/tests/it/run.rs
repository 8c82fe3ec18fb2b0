//! Runs the binary.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use serde_json::Value;

/// What a run of the binary left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The binary, with no say of the environment in its colours.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_conversation"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command.env("TERM", "xterm-256color").args(arguments);
    command
}

/// Runs the binary on `input` as its standard input.
pub(crate) fn run(arguments: &[&str], input: impl AsRef<[u8]> + Send) -> Run {
    let mut command = command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let output = thread::scope(|scope| {
        // It may stop reading before the end, which is no concern of the test.
        scope.spawn(move || drop(stdin.write_all(input.as_ref())));
        child.wait_with_output().unwrap()
    });
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// `conversation thread - …` on a JSON value, which must succeed: what it prints.
pub(crate) fn thread(input: &Value, arguments: &[&str]) -> String {
    thread_of(&input.to_string(), arguments)
}

/// `conversation thread - …` on a text, which must succeed: what it prints.
pub(crate) fn thread_of(input: &str, arguments: &[&str]) -> String {
    let run = run(&[&["thread", "-"], arguments].concat(), input);
    assert_eq!((run.code, &*run.stderr), (Some(0), ""), "{input:.200}");
    run.stdout
}

/// `conversation thread - --format json …` on a JSON value, which must succeed: the document.
pub(crate) fn report(input: &Value, arguments: &[&str]) -> Value {
    serde_json::from_str(&thread(input, &[&["--format", "json"], arguments].concat())).unwrap()
}

/// `conversation thread -` on an input that must be refused: the line that says why.
pub(crate) fn refusal(input: impl AsRef<[u8]> + Send) -> String {
    one_line(run(&["thread", "-"], input))
}

/// The one line of a run that must have failed over its input.
pub(crate) fn one_line(run: Run) -> String {
    assert_eq!((run.code, &*run.stdout), (Some(2), ""), "{}", run.stderr);
    let line = run.stderr.strip_suffix('\n').unwrap();
    assert!(!line.chars().any(char::is_control), "{line:?}");
    assert!(line.len() <= 1100, "{} bytes", line.len());
    assert!(line.starts_with("error: "), "{line}");
    line.to_owned()
}

/// A file published with the API.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

/// The JSON in a file published with the API.
pub(crate) fn fixture_json(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(fixture(name)).unwrap()).unwrap()
}
