//! `check`: everything that is wrong, and nothing else.

use serde_json::{Value, json};

use crate::{
    make::{answer, asked_again, event, message, page, with},
    run::{Run, fixture, fixture_json, one_line, run},
};

fn check(input: &str, arguments: &[&str]) -> Run {
    run(&[&["check", "-"], arguments].concat(), input)
}

fn found(input: &Value) -> (Option<i32>, Value) {
    let run = check(&input.to_string(), &["--format", "json"]);
    assert_eq!(run.stderr, "");
    (run.code, serde_json::from_str(&run.stdout).unwrap())
}

#[test]
fn the_published_transcript_is_good() {
    let path = fixture("genesys/get-messages.response.json");
    let run = run(&["check", path.to_str().unwrap()], "");
    assert_eq!((run.code, &*run.stderr), (Some(0), ""));
    insta::assert_snapshot!(run.stdout);
    let run = check(&fixture_json("genesys/get-messages.response.json").to_string(), &["--format", "json"]);
    insta::assert_snapshot!("the_published_transcript_is_good_json", run.stdout);
}

/// Everything wrong at once.
fn bad_page() -> Value {
    let mut messages = asked_again();
    messages.extend([
        message("u5", None, 0, 5),
        message("a6", Some("gone"), 7, 70),
        message("c1", Some("c2"), 1, 80),
        message("c2", Some("c1"), 2, 81),
        with(message("a3", Some("u1"), 2, 30), json!({"content": "Another text.", "sent_by": "supervisor", "mood": 1})),
        json!({"id": 5, "content": "secret", "depth": "x", "sent_by": null}),
        json!("secret"),
    ]);
    with(page(&messages), json!({"has_more": true, "cursor\u{1b}": "secret"}))
}

#[test]
fn everything_that_is_wrong_is_said() {
    let run = check(&bad_page().to_string(), &[]);
    assert_eq!((run.code, &*run.stderr), (Some(1), ""));
    assert!(!run.stdout.contains("secret"));
    insta::assert_snapshot!(run.stdout);
    let run = check(&bad_page().to_string(), &["--format", "json"]);
    assert!(!run.stdout.contains("secret"));
    insta::assert_snapshot!("everything_that_is_wrong_is_said_json", run.stdout);
    let input = format!("{}\n{}\nHello\n{{\"statusCode\":1}}\n", answer(&[event(1, 0, "Hi")]), bad_page());
    for (name, arguments) in [("text", &[][..]), ("json", &["--format", "json"])] {
        let run = check(&input, arguments);
        assert_eq!((run.code, &*run.stderr), (Some(1), ""));
        assert!(!run.stdout.contains("secret"));
        insta::assert_snapshot!(format!("everything_that_is_wrong_is_said_in_lines_{name}"), run.stdout);
    }
}

#[test]
fn every_violation_of_an_object_is_found() {
    let violations = |input: &Value| -> Vec<String> {
        let (code, found) = found(input);
        assert_eq!(code, Some(1), "{found}");
        found["violations"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned()).collect()
    };
    let event = json!({"from": {"nickname": 1, "participantId": "1"}, "index": "1", "text": 5, "utcTime": 0.5});
    let all = ["from.nickname", "from.participantId", "from.type", "index", "text", "type", "utcTime"];
    let sorted = |mut paths: Vec<String>| {
        paths.sort();
        paths
    };
    assert_eq!(sorted(violations(&event)), all);
    assert_eq!(sorted(violations(&json!([event]))), all.map(|path| format!("[0].{path}")));
    let answer = with(answer(&[event]), json!({"secureKey": 5, "chatEnded": "yes"}));
    let mut expected: Vec<_> = all.map(|path| format!("messages[0].{path}")).into();
    expected.extend(["chatEnded".to_owned(), "secureKey".to_owned()]);
    assert_eq!(sorted(violations(&answer)), sorted(expected));
    let created = json!({"interaction": {"id": "int_1", "object": "interaction"}, "messages": []});
    assert_eq!(violations(&created).len(), 7);
    assert_eq!(violations(&json!({"data": 5, "has_more": false})), ["data"]);
}

#[test]
fn what_is_good_of_a_bad_document_is_examined_all_the_same() {
    let bad = page(&[message("u1", None, 3, 0), json!({"id": "a1", "content": 1, "sent_by": "agent"})]);
    let (code, found) = found(&bad);
    assert_eq!(code, Some(1));
    assert_eq!(found["defects"], json!([{"kind": "depth", "message": "u1", "depth": 3, "expected": 0}]));
    assert_eq!(found["completeness"]["received"], 1);
}

#[test]
fn facts_that_cannot_be_determined_are_not_problems() {
    for input in [answer(&[event(1, 0, "Hi")]), page(&asked_again()), json!(asked_again()), json!([event(1, 0, "Hi")])]
    {
        let (code, found) = found(&input);
        assert_eq!(
            (code, &found["completeness"]["verdict"], &found["wrong"]),
            (Some(0), &json!("open"), &json!(false))
        );
    }
    let (code, found) = found(&with(answer(&[event(1, 0, "Hi")]), json!({"chatEnded": true})));
    assert_eq!((code, &found["completeness"]["verdict"]), (Some(0), &json!("complete")));
}

#[test]
fn what_is_known_to_be_missing_is_wrong() {
    for input in [
        answer(&[event(1, 0, "Hi"), event(3, 5, "Hello?")]),
        with(page(&asked_again()), json!({"has_more": true})),
        page(&[message("u1", Some("gone"), 1, 0)]),
    ] {
        let (code, found) = found(&input);
        assert_eq!((code, &found["completeness"]["verdict"]), (Some(1), &json!("incomplete")), "{found}");
        assert_eq!((&found["violations"], &found["defects"]), (&json!([]), &json!([])));
    }
}

#[test]
fn a_new_value_and_a_new_field_are_said_by_name_and_are_not_wrong() {
    let from = json!({"nickname": "x", "participantId": 1, "type": "Robot", "avatar": "secret"});
    let chat = with(
        answer(&[with(event(1, 0, "Hi"), json!({"from": from, "type": "Waved", "tone": "secret"}))]),
        json!({"x": "secret"}),
    );
    let (code, found) = found(&chat);
    assert_eq!(code, Some(0));
    assert_eq!(
        found["unknown"],
        json!({
            "values": [
                {"of": "event type", "value": "Waved", "count": 1}, {"of": "participant type", "value": "Robot", "count": 1},
            ],
            "fields": [
                {"of": "answer", "name": "x", "count": 1}, {"of": "event", "name": "tone", "count": 1},
                {"of": "participant", "name": "avatar", "count": 1},
            ],
        })
    );
    let text = check(&chat.to_string(), &[]).stdout;
    assert!(text.contains("- participant: a field not known here: avatar (1)\n") && !text.contains("secret"), "{text}");
}

#[test]
fn what_is_no_conversation_is_exit_code_2() {
    for input in ["", "Hello", "{}", "[1]", r#"{"error":{"code":"forbidden","message":"No."}}"#, r#"{"data":["#] {
        one_line(check(input, &[]));
    }
    one_line(run(&["check", "no/such.json"], ""));
    let lines = check("{}\n{}\nHello\n", &[]);
    assert_eq!((lines.code, &*lines.stderr), (Some(2), ""));
    assert!(lines.stdout.ends_with("0 conversations: 3 values wrong, with 3 violations and 0 defects\n0 complete, 0 not known to be complete, 0 incomplete\n"), "{}", lines.stdout);
}

#[test]
fn an_answer_that_failed_is_wrong_and_nothing_in_it_is_shown() {
    let (code, found) = found(&json!({"statusCode": 2, "secureKey": "s3cret", "messages": 5}));
    assert_eq!((code, &found["input"]), (Some(1), &json!("genesys_get_messages_answer")));
    assert!(!found.to_string().contains("s3cret"));
}

#[test]
fn what_convert_writes_is_good_again() {
    for (name, input, _) in crate::convert::inputs() {
        let before = check(&input, &[]).code;
        for to in ["proficient", "genesys", "model"] {
            let converted = crate::convert::convert(to, &input, &[]);
            let after = check(&converted.stdout, &[]);
            assert!(after.code <= before.max(Some(1)), "{name} to {to}: {}", after.stdout);
            assert!(!after.stdout.contains("missing required field"), "{name} to {to}: {}", after.stdout);
        }
    }
}

#[test]
fn a_property_that_stands_twice_is_a_violation_wherever_it_stands() {
    let twice = |text: &str, name: &str, value: &str| text.replacen('{', &format!("{{\"{name}\":{value},"), 1);
    let message = message("u1", None, 0, 0).to_string();
    let event = event(1, 0, "Hi").to_string();
    let inputs = [
        (twice(&message, "id", "\"u1\""), "id"),
        (format!("{message}\n{}", twice(&message, "id", "\"u1\"")), "id"),
        (format!("[{}]", twice(&message, "id", "\"u1\"")), "[0].id"),
        (format!("{{\"data\":[{}],\"has_more\":false}}", twice(&message, "id", "\"u1\"")), "data[0].id"),
        (format!("{{\"has_more\":true,\"data\":[{message}],\"has_more\":false}}"), "has_more"),
        (format!("{{\"data\":[{}]}}", twice(&message, "id", "\"u1\"")), "data[0].id"),
        (twice(&event, "index", "1"), "index"),
        (format!("{{\"statusCode\":0,\"messages\":[{}]}}", twice(&event, "index", "1")), "messages[0].index"),
        (format!("{{\"statusCode\":0,\"chatEnded\":true,\"messages\":[{event}],\"chatEnded\":true}}"), "chatEnded"),
    ];
    for (input, path) in inputs {
        let checked = run(&["check", "--format", "json", "-"], &input);
        assert_eq!(checked.code, Some(1), "{input}: {}", checked.stderr);
        let values = serde_json::Deserializer::from_str(&checked.stdout).into_iter::<Value>().map(Result::unwrap);
        let found: Vec<_> =
            values.flat_map(|found| found["violations"].as_array().cloned().unwrap_or_default()).collect();
        assert!(found.iter().any(|violation| violation["path"] == path), "{input}: {found:?}");
        // The other commands do not take it either.
        assert_ne!(run(&["thread", "-"], &input).code, Some(0), "{input}");
        assert_ne!(run(&["convert", "--to", "model", "-"], &input).code, Some(0), "{input}");
    }
}

#[test]
fn whether_a_chat_has_ended_is_not_said_where_it_cannot_be_known() {
    let (good, odd) = (event(1, 0, "Hi"), json!({"index": 2, "type": 7}));
    let unknown = [
        // The wrapper is unreadable.
        json!({"statusCode": 0, "messages": [good], "secureKey": 7}),
        json!({"statusCode": 0, "messages": [good], "chatEnded": "yes"}),
        // The last event is.
        json!({"statusCode": 0, "messages": [good, odd]}),
        // Nothing could have said so.
        json!([good]),
    ];
    for input in unknown {
        let found: Value =
            serde_json::from_str(&run(&["check", "--format", "json", "-"], input.to_string()).stdout).unwrap();
        let kinds: Vec<_> = found["completeness"]["gaps"].as_array().unwrap().iter().map(|gap| &gap["kind"]).collect();
        assert!(
            kinds.contains(&&json!("end_unknown")) && !kinds.contains(&&json!("chat_goes_on")),
            "{input}: {kinds:?}"
        );
        let shown = run(&["thread", "-"], input.to_string()).stdout;
        assert!(!shown.contains("the chat goes on") && !shown.contains("has ended;"), "{shown}");
    }
    let goes_on = json!({"statusCode": 0, "messages": [good]});
    assert!(run(&["thread", "-"], goes_on.to_string()).stdout.contains("the chat goes on"));
}
