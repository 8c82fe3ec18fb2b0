//! Trees for a person: the thread shown, its branches, and everything a set of messages can be wrong in.

use serde_json::{Value, json};

use crate::{
    make::{asked_again, message, page, with},
    run::{one_line, report, run, thread},
};

#[test]
fn the_thread_with_the_newest_end_is_shown_and_its_branches_are_named() {
    insta::assert_snapshot!(thread(&page(&asked_again()), &[]));
}

#[test]
fn the_first_thread_can_be_asked_for() {
    insta::assert_snapshot!(thread(&page(&asked_again()), &["--branch", "first"]));
}

#[test]
fn the_thread_through_a_message_can_be_asked_for() {
    let through = |id: &str| thread(&page(&asked_again()), &["--branch", id]);
    insta::assert_snapshot!(through("a4"));
    assert!(through("u1").contains("This is u2."), "below the message the newest end is taken");
}

#[test]
fn a_thread_through_a_message_that_is_not_there_is_refused() {
    let run = run(&["thread", "-", "--branch", "msg_\u{1b}9"], page(&asked_again()).to_string());
    let line = one_line(run);
    assert_eq!(line, r#"error: standard input: no message "msg_\u{1b}9" among the 6 here (--branch)"#);
}

#[test]
fn several_roots_are_branches_of_nothing() {
    let messages = [message("u1", None, 0, 0), message("a1", Some("u1"), 1, 5), message("u2", None, 0, 60)];
    insta::assert_snapshot!(thread(&page(&messages), &["--branch", "first"]));
}

#[test]
fn a_missing_parent_has_its_place() {
    let messages = [message("a2", Some("u1"), 2, 20), message("a3", Some("u1"), 2, 30), message("u9", None, 0, 1)];
    insta::assert_snapshot!(thread(&page(&messages), &[]));
    assert!(thread(&page(&messages), &["--branch", "u1"]).contains("… message u1 is missing"));
}

#[test]
fn a_page_that_is_not_the_last_says_so() {
    let page = with(page(&[message("u1", None, 0, 0)]), json!({"has_more": true}));
    let text = thread(&page, &[]);
    assert!(text.contains("1 message, 1 by user; others follow on the next page;"), "{text}");
    assert!(text.contains("- the messages after u1 have not been fetched\n"), "{text}");
}

#[test]
fn a_cycle_ends() {
    let messages = [message("u1", Some("u3"), 2, 0), message("u2", Some("u1"), 3, 5), message("u3", Some("u2"), 4, 9)];
    insta::assert_snapshot!(thread(&page(&messages), &[]));
    let itself = [message("u1", Some("u1"), 0, 0)];
    assert!(thread(&page(&itself), &[]).contains("This is u1."));
}

#[test]
fn depths_that_lie_are_said() {
    let messages = [message("u1", None, 3, 0), message("a1", Some("u1"), 9, 5), message("u2", Some("a1"), 10, 9)];
    insta::assert_snapshot!(thread(&page(&messages), &[]));
}

#[test]
fn every_body_of_one_id_is_shown() {
    let one = message("u1", None, 0, 0);
    let two = with(one.clone(), json!({"content": "Or was it this?\nOn two lines?", "sent_by": "agent"}));
    let three = with(one.clone(), json!({"tone": "warm", "created_at": 1_685_999_999_000_i64}));
    let messages = [one.clone(), two, three, one, message("a1", Some("u1"), 1, 5)];
    insta::assert_snapshot!(thread(&page(&messages), &[]));
}

#[test]
fn a_message_of_another_interaction_is_shown_and_said() {
    let messages = [
        message("u1", None, 0, 0),
        with(message("a1", Some("u1"), 1, 5), json!({"interaction_id": "int_2"})),
        message("u2", Some("a1"), 2, 3),
    ];
    insta::assert_snapshot!(thread(&page(&messages), &[]));
}

#[test]
fn unknown_values_and_fields_are_shown_by_name() {
    let messages = [
        with(message("u1", None, 0, 0), json!({"sent_by": "supervisor", "tone": "warm", "object": "message.v2"})),
        with(message("a1", Some("u1"), 1, 1), json!({"sent_by": "a \"tool\"", "tools": [], "\u{1b}[2J": 1})),
    ];
    insta::assert_snapshot!(thread(&with(page(&messages), json!({"next_page": "tok"})), &[]));
}

#[test]
fn a_new_interaction_is_introduced() {
    let interaction = json!({
        "id": "int_1", "object": "interaction", "agent_id": "ag_1", "archived": true, "created_at": 1_685_999_999_000_i64,
        "initial_turn": "agent", "name": "Cannot \u{202e}sign in", "total_message_count": 3,
        "updated_at": 1_686_000_000_000_i64, "user_id": "u_1", "mood": "calm",
    });
    let created = json!({"interaction": interaction, "messages": [message("a1", None, 0, 0)]});
    insta::assert_snapshot!(thread(&created, &[]));
}

#[test]
fn an_empty_message_is_said_to_be_empty() {
    let messages = [with(message("u1", None, 0, 0), json!({"content": ""}))];
    assert!(thread(&page(&messages), &[]).contains("  21:20:00  user sent an empty message\n"));
}

#[test]
fn a_fork_with_many_branches_names_a_few() {
    let mut messages = vec![message("u1", None, 0, 0)];
    messages.extend((1..=40).map(|number| message(&format!("a{number:02}"), Some("u1"), 1, number)));
    let text = thread(&page(&messages), &[]);
    assert!(text.contains("↳ branch 40 of 40, a40; the others are a01, a02, a03, a04, a05 and 34 more\n"), "{text}");
}

#[test]
fn a_thread_of_a_hundred_thousand_messages_is_shown() {
    let id = |number: i64| format!("u{number}");
    let messages: Vec<Value> = (0..100_000)
        .map(|number| message(&id(number), (number > 0).then(|| id(number - 1)).as_deref(), number, number))
        .collect();
    let text = thread(&Value::Array(messages), &[]);
    assert!(text.contains("This is u99999.\n") && text.contains("- a new message goes below u99999\n"));
}

#[test]
fn a_message_can_be_chosen_below_each_parent() {
    let mut messages = asked_again();
    messages.extend([message("a5", Some("u2"), 4, 70), message("a6", Some("u2"), 4, 80)]);
    let chosen = |ids: &[&str]| {
        let arguments: Vec<_> = ids.iter().flat_map(|id| ["--choose", id]).collect();
        report(&page(&messages), &arguments)
    };
    let thread = |report: &Value| -> Vec<String> {
        report["thread"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let shown = chosen(&["a3", "a6"]);
    assert_eq!(thread(&shown), ["a1", "u1", "a3", "u2", "a6"]);
    assert_eq!(shown["branch"], "chosen");
    assert_eq!(shown["new_message_below"], "a6");
    assert_eq!(shown["can_be_asked_again"], json!(["u1", "u2"]));
    // A choice belongs to its parent: where that is not shown, it waits.
    assert_eq!(thread(&chosen(&["a6"])), ["a1", "u1", "a2"]);
    assert_eq!(thread(&chosen(&["a4", "a3", "a5"])), ["a1", "u1", "a3", "u2", "a5"]);
    insta::assert_snapshot!(crate::run::thread(&page(&messages), &["--choose", "a3"]));
    let run = run(&["thread", "-", "--choose", "a9"], page(&messages).to_string());
    assert_eq!(one_line(run), "error: standard input: no message a9 among the 8 here (--choose)");
    let run = crate::run::run(&["thread", "-", "--choose", "a3", "--branch", "first"], page(&messages).to_string());
    assert_eq!(run.code, Some(2));
}
