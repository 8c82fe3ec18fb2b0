//! `--format json`, the document for programs.

use serde_json::{Value, json};

use crate::{
    make::{answer, asked_again, event, message, page, with},
    run::{report, thread},
};

#[test]
fn a_tree_is_reported_with_all_its_messages() {
    insta::assert_snapshot!(thread(&page(&asked_again()), &["--format", "json", "--branch", "first"]));
}

#[test]
fn a_chat_is_reported_with_its_gaps_and_defects() {
    let events = [event(2, 20, "two"), event(2, 20, "zwei"), event(5, 10, "five")];
    insta::assert_snapshot!(thread(&answer(&events), &["--format", "json"]));
}

#[test]
fn gaps_and_defects_have_stable_kinds() {
    let kinds = |report: &Value| -> Vec<String> {
        let lists = [&report["completeness"]["gaps"], &report["defects"]];
        let list = lists.iter().flat_map(|list| list.as_array().unwrap());
        let mut kinds: Vec<_> = list.map(|one| one["kind"].as_str().unwrap().to_owned()).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let mut loose = event(0, 300, "loose");
    loose.as_object_mut().unwrap().remove("index");
    let events = [event(0, 9, "a"), event(2, 8, "b"), event(2, 8, "c"), loose];
    let chat = report(&answer(&events), &[]);
    assert_eq!(kinds(&chat), ["bad_index", "chat_goes_on", "clock_back", "conflict", "no_index", "positions"]);

    let messages = [
        message("u1", Some("u2"), 1, 0),
        message("u2", Some("u1"), 2, 1),
        message("a1", Some("gone"), 1, 9),
        message("a2", None, 4, 9),
        with(message("a2", None, 4, 9), json!({"content": "other"})),
        with(message("a3", Some("a2"), 5, 2), json!({"interaction_id": "int_2"})),
    ];
    let tree = report(&with(page(&messages), json!({"has_more": true})), &[]);
    let expected =
        ["conflict", "cycle", "depth", "foreign_interaction", "older_than_parent", "parent", "uncounted", "unfinished"];
    assert_eq!(kinds(&tree), expected);

    let interaction = json!({
        "id": "int_1", "object": "interaction", "agent_id": "ag_1", "archived": false, "created_at": 1,
        "initial_turn": "user", "name": null, "total_message_count": 4, "updated_at": 1, "user_id": "u_1",
    });
    let created = report(&json!({"interaction": interaction, "messages": []}), &[]);
    assert_eq!(created["completeness"]["gaps"], json!([{"kind": "short", "counted": 4, "missing": 4}]));
    assert_eq!(created["interaction"], interaction);
    assert_eq!(created["interaction_id"], "int_1");
}

#[test]
fn a_missing_parent_is_a_gap() {
    let messages = [message("a2", Some("u1"), 2, 20), message("a3", Some("u1"), 2, 30)];
    let report = report(&page(&messages), &[]);
    let gaps = json!([{"kind": "parent", "message": "u1", "children": 2}, {"kind": "uncounted"}]);
    assert_eq!(report["completeness"]["gaps"], gaps);
    assert_eq!(report["defects"], json!([]));
    assert_eq!(report["branches"], json!([{"parent": "u1", "shown": "a3", "siblings": ["a2", "a3"]}]));
}

#[test]
fn numbers_null_and_unknown_fields_come_out_as_they_came() {
    let one = with(
        message("u1", None, 0, 0),
        json!({"parent_id": null, "score": 0.1, "big": u64::MAX, "tiny": 5e-324, "none": null, "deep": {"a": [{}, []]}}),
    );
    assert_eq!(report(&page(std::slice::from_ref(&one)), &[])["thread"], json!([one]));
}

#[test]
fn bodies_that_lost_are_kept() {
    let (one, two) = (message("u1", None, 0, 0), with(message("u1", None, 0, 0), json!({"content": "Or this?"})));
    let report = report(&page(&[one.clone(), two.clone()]), &[]);
    let mut bodies = [report["thread"][0].clone(), report["other_bodies"][0].clone()];
    bodies.sort_by_key(Value::to_string);
    let mut given = [one, two];
    given.sort_by_key(Value::to_string);
    assert_eq!(bodies, given);
}

#[test]
fn what_a_terminal_obeys_is_escaped_and_still_the_same_value() {
    let text = "a\u{1b}[2J\u{9b}2J\u{202e}\u{7f}\r\u{e0041}b";
    let input = page(&[with(message("u1", None, 0, 0), json!({"content": text, "k\u{9b}ey": text}))]);
    let raw = thread(&input, &["--format", "json"]);
    assert!(!raw.chars().any(|character| character != '\n' && character.is_control()), "{raw:?}");
    assert!(!raw.contains(['\u{202e}', '\u{e0041}']));
    assert_eq!(serde_json::from_str::<Value>(&raw).unwrap()["thread"], input["data"]);
}
