//! What reaches the terminal: no text of strangers that it would obey, colours only where they are wanted, and a quiet
//! end when the reader stops.

use std::{io::Read as _, process::Stdio};

use serde_json::{Value, json};

use crate::{
    make::{answer, event, page, with},
    run::{command, fixture, run, thread},
};

/// Every character that must not reach a terminal as it is.
const HOSTILE: &str = "\u{0}\u{7}\u{8}\u{b}\u{c}\r\u{1b}]0;x\u{7}\u{1b}[2J\u{7f}\u{80}\u{9b}31m\u{9f}\u{ad}\u{61c}\
    \u{200b}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}\u{fff9}\u{e0041}";

fn assert_harmless(output: &str) {
    let harmful = |character: &char| match character {
        '\n' => false,
        _ => character.is_control() || (!character.is_ascii() && HOSTILE.contains(*character)),
    };
    assert_eq!(output.chars().find(harmful), None, "{output:?}");
}

#[test]
fn no_text_of_a_chat_can_command_the_terminal() {
    let hostile = json!({"nickname": HOSTILE, "participantId": 1, "type": HOSTILE, HOSTILE: 1});
    let events = [
        with(event(1, 0, HOSTILE), json!({"from": hostile, "messageType": HOSTILE, HOSTILE: HOSTILE})),
        with(event(2, 0, HOSTILE), json!({"type": HOSTILE, "userData": {HOSTILE: HOSTILE}})),
        with(
            event(3, 0, &format!("a\n{HOSTILE}\nb")),
            json!({"type": "Notice", "eventAttributes": {HOSTILE: HOSTILE}}),
        ),
    ];
    let chat = json!({
        "statusCode": 0, "messages": events, "chatId": HOSTILE, "path": HOSTILE, "userId": HOSTILE, HOSTILE: 1,
    });
    let state = json!({"statusCode": 0, "state": HOSTILE, "participants": [events[0]["from"]]});
    for input in [&chat, &state] {
        for format in ["text", "json"] {
            assert_harmless(&thread(input, &["--format", format, "--color", "never"]));
        }
    }
}

#[test]
fn no_text_of_a_tree_can_command_the_terminal() {
    let id = |suffix: &str| format!("{HOSTILE}{suffix}");
    let one = json!({
        "id": id("1"), "object": HOSTILE, "content": HOSTILE, "created_at": 5, "depth": 0, "interaction_id": HOSTILE,
        "sent_by": HOSTILE, HOSTILE: 1,
    });
    let messages = [
        one.clone(),
        with(one.clone(), json!({"content": format!("x\n{HOSTILE}")})),
        with(one.clone(), json!({"id": id("2"), "parent_id": id("1"), "depth": 7, "created_at": 1})),
        with(one.clone(), json!({"id": id("3"), "parent_id": id("1"), "interaction_id": id("i")})),
        with(one.clone(), json!({"id": id("4"), "parent_id": id("gone")})),
        with(one, json!({"id": id("5"), "parent_id": id("5")})),
    ];
    let interaction = json!({
        "id": HOSTILE, "object": "interaction", "agent_id": HOSTILE, "archived": false, "created_at": 1,
        "initial_turn": HOSTILE, "name": HOSTILE, "total_message_count": 4, "updated_at": 1, "user_id": HOSTILE,
    });
    for input in [page(&messages), json!({"interaction": interaction, "messages": messages, HOSTILE: 1})] {
        for branch in ["latest", "first", &id("2"), &id("4"), &id("5")] {
            // An argument has no NUL.
            if !branch.contains('\0') {
                assert_harmless(&thread(&input, &["--branch", branch, "--color", "never"]));
            }
        }
        assert_harmless(&thread(&input, &["--format", "json"]));
    }
}

#[test]
fn no_error_can_command_the_terminal() {
    let errors =
        json!([{"code": HOSTILE, "message": HOSTILE, "advice": HOSTILE}, {"code": {HOSTILE: 1}, "message": ""}]);
    let inputs = [
        json!({"statusCode": 2, "errors": errors}),
        json!({"error": {"code": HOSTILE, "message": HOSTILE}}),
        json!({HOSTILE: 1}),
        json!([{HOSTILE: 1}]),
        json!({"data": [{"id": "x", "content": "y", HOSTILE: HOSTILE}], "has_more": false}),
    ];
    for input in inputs {
        crate::run::refusal(input.to_string());
    }
    let run = run(&["thread", "no/such\u{1b}[2J\u{202e}\n/file"], "");
    assert_eq!(run.stderr, "error: no/such\\u{1b}[2J\\u{202e}\\n/file: no such file\n");
}

fn seed(arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let path = fixture("genesys/get-messages.response.json");
    let mut command = command(&["thread", path.to_str().unwrap()]);
    let output = command.args(arguments).envs(variables.iter().copied()).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask_for_it() {
    let coloured = |text: String| text.contains('\u{1b}');
    assert!(!coloured(seed(&[], &[])), "not on a terminal");
    assert!(coloured(seed(&["--color", "always"], &[])));
    assert!(coloured(seed(&["--color", "always"], &[("NO_COLOR", "1")])), "the argument has the last word");
    assert!(!coloured(seed(&["--color", "never"], &[("CLICOLOR_FORCE", "1")])));
    assert!(coloured(seed(&[], &[("CLICOLOR_FORCE", "1")])));
    assert!(!coloured(seed(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")])));
    assert!(!coloured(seed(&["--format", "json", "--color", "always"], &[])));
}

#[test]
fn colour_changes_nothing_else() {
    let coloured = seed(&["--color", "always"], &[]);
    let mut plain = String::new();
    let mut rest = &*coloured;
    while let Some((text, escape)) = rest.split_once("\u{1b}[") {
        plain += text;
        rest = escape.split_once('m').unwrap().1;
    }
    assert_eq!(plain + rest, seed(&[], &[]));
}

#[test]
fn the_error_is_coloured_like_the_output() {
    let plain = run(&["thread", "nowhere"], "");
    assert_eq!(plain.stderr, "error: nowhere: no such file\n");
    let coloured = run(&["thread", "nowhere", "--color", "always"], "");
    assert!(coloured.stderr.starts_with("\u{1b}["), "{:?}", coloured.stderr);
}

#[test]
fn a_reader_who_stops_reading_ends_it_quietly() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("long.json");
    let events: Vec<Value> = (1..20_000).map(|index| event(index, index, "A line of some length.")).collect();
    std::fs::write(&path, answer(&events).to_string()).unwrap();
    for arguments in [["--format", "text"], ["--format", "json"], ["--color", "always"]] {
        let mut command = command(&["thread", path.to_str().unwrap()]);
        let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 10]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_is_an_error_of_its_own() {
    let path = fixture("genesys/get-messages.response.json");
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = command(&["thread", path.to_str().unwrap()]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "error: standard output: no space left on device\n");
}

#[test]
fn help_has_examples_and_exit_codes() {
    let help = run(&["thread", "--help"], "");
    assert_eq!((help.code, &*help.stderr), (Some(0), ""));
    insta::assert_snapshot!(help.stdout);
    for command in ["convert", "restore", "check", "schema"] {
        let help = run(&[command, "--help"], "");
        assert_eq!((help.code, &*help.stderr), (Some(0), ""));
        insta::assert_snapshot!(format!("help_of_{command}"), help.stdout);
    }
    if cfg!(feature = "http") {
        let commands = [&["pull"][..], &["pull", "proficient"], &["pull", "genesys"], &["emulate"], &["demo"]];
        for command in commands {
            let help = run(&[command, &["--help"]].concat(), "");
            assert_eq!((help.code, &*help.stderr), (Some(0), ""));
            insta::assert_snapshot!(format!("help_of_{}", command.join("_")), help.stdout);
        }
        let help = run(&["--help"], "");
        insta::assert_snapshot!("help", help.stdout);
    }
    let version = run(&["-V"], "");
    assert_eq!(version.stdout, format!("conversation {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_unknown_argument_is_exit_code_2() {
    for arguments in [&["thread"][..], &["thread", "-", "--format", "xml"], &["unravel"], &[]] {
        let run = run(arguments, "");
        assert_eq!((run.code, &*run.stdout), (Some(2), ""), "{arguments:?}");
    }
}
