//! Completion scripts and manual pages.

use std::process::{Command, Stdio};

use crate::run::{one_line, run};

const COMMANDS: [&str; 10] =
    ["thread", "check", "convert", "restore", "pull", "emulate", "demo", "schema", "completions", "man"];

#[test]
fn every_shell_has_a_script_that_names_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completions", shell], "");
        assert_eq!((run.code, &*run.stderr), (Some(0), ""), "{shell}");
        for command in COMMANDS {
            assert!(run.stdout.contains(command), "{shell}: {command}");
        }
    }
    assert!(one_line_of_usage(&["completions", "tcsh"]).contains("invalid value 'tcsh'"));
}

fn one_line_of_usage(arguments: &[&str]) -> String {
    let run = run(arguments, "");
    assert_eq!((run.code, &*run.stdout), (Some(2), ""));
    run.stderr
}

#[test]
fn the_script_of_bash_is_valid() {
    let script = run(&["completions", "bash"], "").stdout;
    let bash = Command::new("bash").args(["-n", "-c", &script]).stdin(Stdio::null()).output();
    // A machine without bash has nothing to complete in it.
    if let Ok(checked) = bash {
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let page = run(&["man"], "");
    assert_eq!((page.code, &*page.stderr), (Some(0), ""));
    assert!(page.stdout.contains(".TH conversation 1"), "{}", page.stdout);
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    let written = run(&["man", "--output", pages.to_str().unwrap()], "");
    assert_eq!((written.code, &*written.stdout, &*written.stderr), (Some(0), "", ""));
    for command in COMMANDS {
        let page = std::fs::read_to_string(pages.join(format!("conversation-{command}.1"))).unwrap();
        assert!(page.contains(".TH") && page.contains(command), "{command}: {page}");
    }
    let taken = folder.path().join("file");
    std::fs::write(&taken, "").unwrap();
    let refused = run(&["man", "--output", taken.to_str().unwrap()], "");
    assert_eq!((refused.code, refused.stderr.lines().count()), (Some(1), 1), "{}", refused.stderr);
}

#[cfg(not(feature = "http"))]
#[test]
fn a_build_without_http_says_so() {
    for arguments in [&["pull"][..], &["pull", "proficient", "--all"], &["emulate", "--port", "0"], &["demo", "--help"]]
    {
        let line = one_line(run(arguments, ""));
        assert!(line.contains("is not in this build, which has no HTTP"), "{line}");
    }
}

#[cfg(feature = "http")]
#[test]
fn an_unknown_command_is_an_error() {
    let usage = one_line_of_usage(&["thraed"]);
    assert!(usage.contains("thread"), "a similar command is named: {usage}");
    // One line for a failure that is not about usage.
    assert!(one_line(run(&["thread", "-"], "")).starts_with("error: "));
}
