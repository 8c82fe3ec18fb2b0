//! Bad input gives one line on standard error that says what and where, exit code 2, and nothing else; quickly.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{
    make::{answer, event, message, page, with},
    run::{fixture, fixture_json, one_line, refusal, run},
};

/// The error for `input`, without `error: standard input: `.
fn said(input: impl AsRef<[u8]> + Send) -> String {
    let line = refusal(input);
    line.strip_prefix("error: standard input: ").unwrap().to_owned()
}

#[test]
fn what_cannot_be_read_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().to_str().unwrap();
    assert_eq!(one_line(run(&["thread", path], "")), format!("error: {path}: is a directory, expected a file"));
    assert_eq!(one_line(run(&["thread", "no/such.json"], "")), "error: no/such.json: no such file");
    let long = "x/".repeat(2000);
    let line = one_line(run(&["thread", &long], ""));
    assert!(line.len() < 300 && line.contains("…"), "{line}");
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    assert_eq!(said(""), "empty, expected JSON (line 1, column 1)");
    assert_eq!(said(" \n\t\r\n"), "empty, expected JSON (line 1, column 1)");
    assert_eq!(said("\u{feff}"), "empty, expected JSON (line 1, column 1)");
    assert_eq!(said("Hello"), "not JSON (line 1, column 1)");
    assert_eq!(said("\n\n  <html>"), "not JSON (line 3, column 3)");
    assert_eq!(said("é"), "not JSON (line 1, column 1)");
    assert_eq!(said("[package]\nname = 1"), "not JSON: expected value (line 1, column 2)");
    assert_eq!(said("{\n  id: 1}"), "not JSON: key must be a string (line 2, column 3)");
    assert_eq!(said("{"), "not JSON: EOF while parsing an object (line 1, column 1)");
    assert_eq!(said("["), "array of messages: EOF while parsing a list (line 1, column 1)");
    assert_eq!(said("{}}"), "not a conversation: an empty object (line 1, column 1)");
}

#[test]
fn json_of_another_kind_is_told_with_what_it_is() {
    assert_eq!(said("\"text\""), "begins with a string, expected a JSON object or array (line 1, column 1)");
    assert_eq!(said("-1"), "begins with a number, expected a JSON object or array (line 1, column 1)");
    assert_eq!(said(" true"), "begins with a boolean, expected a JSON object or array (line 1, column 2)");
    assert_eq!(said("null"), "begins with null, expected a JSON object or array (line 1, column 1)");
    assert_eq!(said("\n{}"), "not a conversation: an empty object (line 2, column 1)");
    assert_eq!(said("[1]"), "not a conversation: an array that begins with a number (line 1, column 1)");
    assert_eq!(
        said(r#"{"name":"x","version":1,"a b":2,"d":3,"e":4}"#),
        "not a conversation: an object with the keys name, version, a b, d, … (line 1, column 1)"
    );
    let request = fixture_json("genesys/get-messages.request.json").to_string();
    assert_eq!(said(request), "not a conversation: a request of Genesys, not its answer (line 1, column 1)");
    let list = json!({"data": [{"id": "int_1", "object": "interaction"}], "has_more": false});
    assert_eq!(said(list.to_string()), "not a conversation: a list of interactions (line 1, column 1)");
    let one = json!({"id": "ag_1", "object": "agent", "created_at": 1});
    assert_eq!(said(one.to_string()), "not a conversation: an agent (line 1, column 1)");
    let error = json!({"error": {"code": "forbidden", "message": "The credentials do not allow this."}});
    assert_eq!(said(error.to_string()), "an error answer, forbidden: The credentials do not allow this.");
}

#[test]
fn what_is_missing_or_of_another_type_is_told_with_its_path() {
    let mut page = page(&[message("a1", Some("u1"), 1, 5)]);
    page["data"][0].as_object_mut().unwrap().remove("content");
    let line = said(serde_json::to_string_pretty(&page).unwrap());
    assert_eq!(line, "Message: data[0].content: missing required field (line 11, column 5)");
    page["data"][0]["content"] = 7.into();
    let line = said(page.to_string());
    let start = "Message: data[0].content: expected a string, found an integer (line 1, column ";
    assert!(line.starts_with(start), "{line}");
    assert_eq!(
        said(r#"{"data":[]}"#),
        "MessagesList (messages_list): has_more: missing required field (line 1, column 11)"
    );
    assert!(said(r#"{"messages":[{"content":"x"}]}"#).starts_with("Message: messages[0]."));
    assert!(said(r#"{"interaction":{},"messages":[]}"#).starts_with("InteractionCreated (interactions_create): "));
    assert!(said(r#"{"messages":[{"from":{}}]}"#).starts_with("ChatEvent: messages[0].from"));
    let mut event = event(1, 0, "x");
    event["from"]["participantId"] = "1".into();
    let line = said(json!([event]).to_string());
    assert!(line.starts_with("ChatEvent: [0].from.participantId: expected ParticipantId"), "{line}");
}

#[test]
fn removing_any_required_field_is_told_with_the_path_of_that_field() {
    let cases = [
        (answer(&[event(1, 0, "x")]), &["messages", "0"][..], "messages[0]", &["from", "type", "utcTime"][..]),
        (
            answer(&[event(1, 0, "x")]),
            &["messages", "0", "from"],
            "messages[0].from",
            &["nickname", "participantId", "type"],
        ),
        (with(answer(&[]), json!({"userId": "u"})), &[], "", &["statusCode"]),
        (page(&[message("u1", None, 0, 0)]), &[], "", &["data", "has_more"]),
        (
            page(&[message("u1", None, 0, 0)]),
            &["data", "0"],
            "data[0]",
            &["id", "object", "content", "created_at", "depth", "interaction_id", "sent_by"],
        ),
        (
            json!([message("u1", None, 0, 0)]),
            &["0"],
            "[0]",
            &["id", "object", "content", "created_at", "depth", "interaction_id", "sent_by"],
        ),
    ];
    for (value, steps, path, fields) in cases {
        for field in fields {
            let mut value = value.clone();
            let pointer: String = steps.iter().map(|step| format!("/{step}")).collect();
            value.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(*field);
            let path = if path.is_empty() { (*field).to_owned() } else { format!("{path}.{field}") };
            let line = said(value.to_string());
            assert!(line.contains(&format!(": {path}: missing required field (line 1, column ")), "{line}");
        }
    }
}

#[test]
fn an_invalid_line_is_told_by_its_number_and_the_others_are_shown() {
    let (good, bad) = (message("u1", None, 0, 0).to_string(), r#"{"id":"a1","content":5}"#);
    let said = |input: String| {
        let run = run(&["thread", "-"], input);
        assert_eq!(run.code, Some(3), "{}", run.stderr);
        assert!(run.stdout.contains("This is u1."), "{}", run.stdout);
        let line = run.stderr.strip_prefix("error: standard input: ").and_then(|line| line.strip_suffix('\n'));
        line.unwrap_or(&run.stderr).to_owned()
    };
    let line = said(format!("{good}\n\n{good}\r\n{bad}\n{good}"));
    assert_eq!(line, "Message in line 4: content: expected a string, found an integer (line 4, column 22)");
    let line = said(format!("{good}\n{}", &good[..40]));
    assert_eq!(line, "Message in line 2: EOF while parsing an object (line 2, column 40)");
    let line = said(format!("{}\n{good}", &good[..40]));
    assert_eq!(line, "Message in line 1: EOF while parsing an object (line 1, column 40)");
    let line = said(format!("{good}\nHello\n"));
    assert_eq!(line, "not JSON (line 2, column 1)");
    assert_eq!(
        said(format!("{good}\ntrue\n")),
        "begins with a boolean, expected a JSON object or array (line 2, column 1)"
    );
    let laid_out = format!("{:#}\n{{\n  \"id\": 7\n}}", message("u1", None, 0, 0));
    let line = said(laid_out);
    assert_eq!(line, "Message in line 10: id: expected MessageId (a string), found an integer (line 11, column 9)");
    let line = self::said(format!("{}\n{good}", event(1, 0, "x")));
    assert_eq!(line, "a second conversation: split the input, and show one at a time (line 2, column 1)");
}

#[test]
fn an_item_that_cannot_be_read_is_shown_in_its_place() {
    let mut odd = message("a1", Some("u1"), 1, 5);
    odd["content"] = json!(["a", "list"]);
    let tree = page(&[message("u1", None, 0, 0), odd, message("u2", Some("a1"), 2, 9)]);
    let run = run(&["thread", "-"], tree.to_string());
    assert_eq!(run.code, Some(3));
    assert!(
        run.stderr.starts_with("error: standard input: unreadable: Message: data[1].content: expected a string"),
        "{}",
        run.stderr
    );
    insta::assert_snapshot!("an_unreadable_message", run.stdout);
    let mut odd = event(2, 5, "b");
    odd.as_object_mut().unwrap().remove("utcTime");
    let run = super::run::run(&["thread", "-"], answer(&[event(1, 0, "a"), odd, event(3, 9, "c")]).to_string());
    assert_eq!(run.code, Some(3));
    insta::assert_snapshot!("an_unreadable_event", run.stdout);
}

#[test]
fn a_document_that_is_cut_off_anywhere_is_told_with_its_place() {
    let transcript = std::fs::read(fixture("genesys/get-messages.response.json")).unwrap();
    for end in (1..transcript.len() - 2).step_by(97) {
        let line = said(&transcript[..end]);
        assert!(line.contains("(line "), "{end}: {line}");
    }
    let cut = &transcript[..transcript.len() / 2];
    assert!(said(cut).starts_with("GetMessagesAnswer (get_messages): messages["), "{}", said(cut));
}

#[test]
fn a_document_that_goes_on_is_refused() {
    let line = said(format!("{}\n{}", page(&[]), page(&[])));
    assert_eq!(line, "a second conversation: split the input, and show one at a time (line 2, column 1)");
    let run = run(&["thread", "-"], format!("{:#} {}", page(&[]), "x"));
    assert_eq!((run.code, &*run.stderr), (Some(3), "error: standard input: not JSON (line 4, column 3)\n"));
}

#[test]
fn what_is_not_utf_8_is_told_with_its_place() {
    assert_eq!(said(b"\xff\xfe{\0}\0"), "text in UTF-16, expected UTF-8 (line 1, column 1)");
    assert_eq!(said(b"\x80{}"), "not UTF-8 (line 1, column 1)");
    assert_eq!(said(b"{\"data\":\n [\"\xc3\x28\"]}"), "not UTF-8 (line 2, column 4)");
    assert_eq!(said(b"{\"data\":\n [\"\xf0\x9f\x98"), "ends within a UTF-8 character (line 2, column 4)");
}

#[test]
fn an_answer_that_is_not_to_be_trusted_is_not_shown() {
    let untrusted = |status: i64, rest: Value| {
        let mut answer = answer(&[event(1, 0, "do not show")]);
        answer["statusCode"] = status.into();
        answer.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        said(answer.to_string())
    };
    assert_eq!(
        untrusted(1, json!({})),
        "statusCode 1: the call failed and may be tried again, or the chat server cannot be reached"
    );
    assert_eq!(
        untrusted(2, json!({"errors": [{"code": 12, "message": "Not\nknown.", "advice": "Ask again."}]})),
        r"statusCode 2: the call failed for good, the session is over; the server says 12: Not\nknown. (Ask again.)"
    );
    assert_eq!(untrusted(-7, json!({})), "statusCode -7: not a known code, so nothing in the answer can be trusted");
    // Nothing in it is to be trusted, not even its form.
    let odd = untrusted(1, json!({"messages": 5, "errors": "none", "chatEnded": null}));
    assert_eq!(odd, "statusCode 1: the call failed and may be tried again, or the chat server cannot be reached");
    let long = json!({"code": "c".repeat(9999), "message": "m".repeat(9999)});
    let line = untrusted(1, json!({"errors": vec![long; 50]}));
    assert!(line.len() < 1000 && line.contains("…"), "{line}");
    assert!(said(r#"{"statusCode":"0"}"#).contains(": statusCode: expected ChatStatus"));
}

#[test]
fn a_hundred_levels_too_many_are_refused() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let inputs = [
        nested(200),
        format!("{}1{}", r#"{"a":"#.repeat(200), "}".repeat(200)),
        format!(r#"{{"data":{},"has_more":false}}"#, nested(200)),
        format!(r#"{{"data":[],"has_more":false,"new":{}}}"#, nested(200)),
        format!(r#"{{"statusCode":0,"messages":[],"new":{}}}"#, nested(200)),
        format!(r#"[{{"id":"u1","content":"x","new":{}}}]"#, nested(200)),
    ];
    for input in inputs {
        let line = said(input);
        assert!(line.contains("(line 1, column "), "{line}");
    }
}

#[test]
fn fifty_megabytes_of_anything_are_refused_in_little_time() {
    const SIZE: usize = 50_000_000;
    let repeated = |head: &str, item: &str| format!("{head}{}", item.repeat((SIZE - head.len()) / item.len()));
    let inputs = [
        repeated("", "\0"),
        repeated("\"", "a"),
        repeated("", "["),
        repeated("", r#"{"a":"#),
        repeated(r#"{"data":[{"id":"u1","content":""#, "a"),
        repeated(r#"[{""#, "k"),
        // Each line is an error of its own, of which the first is reported.
        repeated("{\"id\":\"u1\",\"content\":\"x\"}\n", "{\"id\":1}\n").split_at(SIZE / 20 + 18).0.to_owned(),
        repeated("", " "),
    ];
    for input in inputs {
        let head: String = input.chars().take(40).collect();
        let start = Instant::now();
        let line = said(input);
        assert!(line.contains("(line "), "{line}");
        // Without optimisation it takes seconds; what is not linear takes forever.
        assert!(start.elapsed() < Duration::from_secs(60), "{head:?}: {:?}", start.elapsed());
    }
}

#[test]
fn an_input_without_an_end_is_refused_by_its_beginning() {
    if let Ok(zero) = std::fs::File::open("/dev/zero") {
        drop(zero);
        assert_eq!(one_line(run(&["thread", "/dev/zero"], "")), "error: /dev/zero: not JSON (line 1, column 1)");
    }
}

#[test]
fn an_argument_is_escaped_in_a_usage_error() {
    for hostile in ["--\u{1b}[2Jgone", "th\u{202e}read", "a\u{7}b"] {
        let done = run(&[hostile], "");
        assert_eq!(done.code, Some(2));
        assert!(!done.stderr.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{:?}", done.stderr);
        assert!(done.stderr.starts_with("error: "), "{}", done.stderr);
    }
}

/// Whatever number of files the process may open, the command ends with an error and never with a panic.
#[cfg(unix)]
#[test]
fn running_out_of_file_descriptors_is_an_error() {
    for most in 3..24 {
        let script = format!(
            "ulimit -n {most}; exec \"$0\" pull proficient int_1 --attempts 1 --url http://127.0.0.1:1 --user a -o -"
        );
        let mut limited = std::process::Command::new("sh");
        limited.args(["-c", &script]).arg(env!("CARGO_BIN_EXE_conversation")).env("PROFICIENT_API_KEY", "pk_1");
        let output = limited.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!said.contains("panicked"), "{most}: {said}");
        // With too few, the system itself does not load the program.
        assert!(output.status.code().is_some_and(|code| matches!(code, 1 | 2 | 126 | 127)), "{most}: {said}");
    }
}
