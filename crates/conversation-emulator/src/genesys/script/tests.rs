//! The laws of scripts.

use super::{
    Script, ScriptError,
    place::{Part, place},
};

fn refused(json: &str) -> (usize, usize, String) {
    let error = Script::from_json(json).expect_err(json);
    (error.line(), error.column(), error.to_string())
}

const BOT: &str = r#""participants": [{"name": "bot", "nickname": "system", "type": "External"}]"#;

fn with_step(when: &str, step: &str) -> String {
    format!("{{{BOT},\n\"rules\": [{{\"when\": \"{when}\", \"steps\": [\n  {step}\n]}}]}}")
}

#[test]
fn a_script_comes_back_as_it_was_written() {
    for script in [Script::default(), Script::empty()] {
        let json = serde_json::to_string_pretty(&script).unwrap();
        assert_eq!(Script::from_json(&json).unwrap(), script);
        assert_eq!(serde_json::from_str::<Script>(&json).unwrap(), script);
    }
}

#[test]
fn an_empty_object_is_a_script_without_participants() {
    assert_eq!(Script::from_json("{}").unwrap(), Script::empty());
}

#[test]
fn every_action_is_read() {
    for step in [
        r#"{"do": "join", "who": "bot", "after_ms": 18446744073709551615}"#,
        r#"{"do": "leave", "who": "bot"}"#,
        r#"{"do": "say", "who": "bot"}"#,
        r#"{"do": "say", "who": "bot", "text": ""}"#,
        r#"{"do": "typing_started", "who": "bot"}"#,
        r#"{"do": "typing_stopped", "who": "bot", "text": "preview"}"#,
        r#"{"do": "notice", "who": "bot", "text": "recorded", "user_data": {"a": "b"}}"#,
        r#"{"do": "push_url", "who": "bot", "text": "http://push-url"}"#,
        r#"{"do": "end"}"#,
        r#"{"do": "end", "who": "bot"}"#,
    ] {
        Script::from_json(&with_step("message", step)).unwrap_or_else(|error| panic!("{step}: {error}"));
    }
}

#[test]
fn what_no_script_may_say_is_refused_at_its_line_and_column() {
    for (when, step, column, words) in [
        ("message", r#"{"do": "say", "who": "bto"}"#, 24, "no participant has this name"),
        ("message", r#"{"do": "say"}"#, 3, "needs a `who`"),
        ("message", r#"{"do": "notice", "who": "bot"}"#, 3, "need a `text`"),
        ("message", r#"{"do": "join", "text": "x", "who": "bot"}"#, 26, "have no text"),
        ("message", r#"{"do": "say", "who": "bot", "user_data": {}}"#, 44, "only a notice"),
        ("end", r#"{"do": "say", "who": "bot", "after_ms": 1}"#, 43, "ends at once"),
        ("end", r#"{"do": "end"}"#, 10, "ending already"),
    ] {
        let (line, at, message) = refused(&with_step(when, step));
        assert_eq!((line, at), (3, column), "{message}");
        assert!(message.contains(words), "{message}");
        assert!(message.contains("rules[0].steps[0]"), "{message}");
    }
    for (json, place) in [
        (r#"{"rules": [{"when": "request", "number": 1, "steps": []}]}"#, (1, 42)),
        (r#"{"rules": [{"when": "end", "containing": "x", "steps": []}]}"#, (1, 42)),
        (r#"{"rules": [{"when": "message", "number": 0, "steps": []}]}"#, (1, 42)),
    ] {
        let (line, column, message) = refused(json);
        assert_eq!((line, column), place, "{message}");
    }
    let twice = r#"{"participants": [{"name": "a", "nickname": "", "type": "Agent"}, {"name": "a", "nickname": "", "type": "Agent"}]}"#;
    let (line, column, message) = refused(twice);
    assert_eq!((line, column), (1, 76), "{message}");
}

#[test]
fn what_is_no_script_is_refused_with_line_and_column() {
    for json in [
        "",
        "nothing",
        "[]",
        "null",
        "[[], []]",
        r#"{"rules": [["end", null, null, []]]}"#,
        "{\n\"rules\": 5}",
        "{\"rules\": [{\"when\": \"never\", \"steps\": []}]}",
        "{\"rules\": [{\"when\": \"end\"}]}",
        "{\"ruels\": []}",
        "{} {}",
        "{\"rules\": [], \"rules\": []}",
        &with_step("message", r#"{"do": "dance", "who": "bot"}"#),
        &with_step("message", r#"{"do": "say", "who": "bot", "after_ms": -1}"#),
        &with_step("message", r#"{"do": "say", "who": "bot", "after": 1}"#),
    ] {
        let (line, column, message) = refused(json);
        assert!(message.starts_with(&format!("the script is not valid at line {line}, column {column}")), "{message}");
        assert_eq!(
            line,
            1 + usize::from(json.starts_with("{\n")) + 2 * usize::from(json.contains("participants")),
            "{message}"
        );
        assert!(!message.contains('\n'), "one line: {message}");
    }
}

#[test]
fn a_script_of_any_depth_is_refused_and_not_followed() {
    for open in ["[", "{\"rules\":[", "{\"a\":"] {
        let deep = open.repeat(100_000);
        assert!(Script::from_json(&deep).is_err());
    }
}

#[test]
fn a_script_is_checked_also_when_serde_reads_it() {
    let wrong = serde_json::from_str::<Script>(&with_step("message", r#"{"do": "say", "who": "bto"}"#));
    assert!(wrong.unwrap_err().to_string().contains("rules[0].steps[0].who"));
}

#[test]
fn a_place_is_found_behind_any_other_values() {
    let json =
        "{\"a\": {\"x\": [1, {\"b\": \"\\\"}]\"}], \"b\": 0}, \"\\u0062\" :\n [ true , -1.5e3,{},[ ],\n\t\"found\"]}";
    let found = place(json, &[Part::Name("b"), Part::Number(4)]);
    assert_eq!(found, Some((3, 2)));
    assert_eq!(place(json, &[]), Some((1, 1)));
    for missing in [&[Part::Name("c")][..], &[Part::Name("b"), Part::Number(5)], &[Part::Number(0)]] {
        assert_eq!(place(json, missing), None, "{missing:?}");
    }
}

#[test]
fn an_error_is_an_error() {
    let error: Box<dyn std::error::Error> = Box::new(Script::from_json("").unwrap_err());
    assert!(error.downcast::<ScriptError>().is_ok());
}

#[test]
fn the_script_in_the_readme_is_a_script() {
    let readme = include_str!("../../../README.md");
    let section = readme.split("### Scripts").nth(1).unwrap();
    let json = section.split("```json").nth(1).unwrap().split("```").next().unwrap();
    let script = Script::from_json(json).unwrap();
    assert_eq!(script.on_message("my account, bye", 1).count(), 3);
}
