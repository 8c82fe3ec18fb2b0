//! What holds for every input.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    make::{answer, asked_again, event, message, page, with},
    run::{report, thread, thread_of},
};

/// A messy set of messages: forks, roots, a missing parent, a cycle, lies, duplicates that agree and that do not.
fn messy_messages() -> Vec<Value> {
    let mut messages = asked_again();
    messages.extend([
        message("u5", None, 0, 5),
        message("a6", Some("gone"), 7, 70),
        message("a7", Some("gone"), 7, 71),
        message("c1", Some("c2"), 1, 80),
        message("c2", Some("c1"), 2, 81),
        message("c3", Some("c2"), 9, 79),
        with(message("a3", Some("u1"), 2, 30), json!({"content": "Another text.", "mood": 1})),
        message("a2", Some("u1"), 2, 20),
        with(message("u8", Some("u5"), 1, 6), json!({"interaction_id": "int_2", "sent_by": "robot"})),
    ]);
    messages
}

/// A messy set of events: repeated, contradicting, without an index, with gaps.
fn messy_events() -> Vec<Value> {
    let mut loose = [event(0, 35, "loose"), event(0, 35, "looser"), event(0, 1, "loosest")];
    for event in &mut loose {
        event.as_object_mut().unwrap().remove("index");
    }
    let mut events = vec![
        event(2, 20, "two"),
        event(3, 30, "three"),
        event(3, 30, "three"),
        event(3, 31, "drei"),
        event(7, 25, "seven"),
        event(8, 90_000, "eight"),
        with(event(9, 40, "nine"), json!({"from": {"nickname": "Kim", "participantId": 3, "type": "Agent"}})),
    ];
    events.extend(loose);
    events
}

/// `items` in another order for each seed.
fn shuffled(items: &[Value], seed: u64) -> Vec<Value> {
    let mut items = items.to_vec();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for last in (1..items.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        items.swap(last, (state >> 33) as usize % (last + 1));
    }
    items
}

#[test]
fn the_order_in_which_messages_come_changes_nothing() {
    for arguments in [&["--format", "text"], &["--format", "json"], &["--branch", "first"], &["--branch", "a4"]] {
        let expected = thread(&page(&messy_messages()), arguments);
        for seed in 1..=12 {
            assert_eq!(thread(&page(&shuffled(&messy_messages(), seed)), arguments), expected, "seed {seed}");
        }
    }
}

#[test]
fn the_order_in_which_events_come_changes_nothing() {
    for format in ["text", "json"] {
        let expected = thread(&answer(&messy_events()), &["--format", format]);
        for seed in 1..=12 {
            let shuffled = answer(&shuffled(&messy_events(), seed));
            assert_eq!(thread(&shuffled, &["--format", format]), expected, "seed {seed}");
        }
    }
}

#[test]
fn every_message_is_in_the_document_exactly_once() {
    let mut given = messy_messages();
    given.sort_by_key(Value::to_string);
    given.dedup();
    for branch in ["latest", "first", "a4", "gone"] {
        let report = report(&page(&messy_messages()), &["--branch", branch]);
        let lists = ["thread", "elsewhere", "other_bodies"];
        let mut found: Vec<_> = lists.iter().flat_map(|list| report[list].as_array().unwrap()).cloned().collect();
        found.sort_by_key(Value::to_string);
        assert_eq!(found, given, "{branch}");

        let mut ids = BTreeMap::<&str, usize>::new();
        for message in ["thread", "elsewhere"].iter().flat_map(|list| report[list].as_array().unwrap()) {
            *ids.entry(message["id"].as_str().unwrap()).or_default() += 1;
        }
        assert!(ids.values().all(|count| *count == 1), "{ids:?}");
    }
}

#[test]
fn every_event_is_in_the_document_exactly_once() {
    let mut given = messy_events();
    given.sort_by_key(Value::to_string);
    given.dedup();
    let report = report(&answer(&messy_events()), &[]);
    let mut found = report["thread"].as_array().unwrap().clone();
    found.sort_by_key(Value::to_string);
    assert_eq!(found, given);
}

#[test]
fn every_text_is_on_the_page_of_some_branch() {
    let mut pages = String::new();
    for branch in ["a2", "a3", "a4", "u5", "a6", "a7", "c1", "c3"] {
        pages += &thread(&page(&messy_messages()), &["--branch", branch]);
    }
    for message in messy_messages() {
        assert!(pages.contains(message["content"].as_str().unwrap()), "{message}");
    }
    let page = thread(&answer(&messy_events()), &[]);
    for event in messy_events() {
        assert!(page.contains(event["text"].as_str().unwrap()), "{event}");
    }
}

#[test]
fn the_form_of_the_input_changes_nothing_but_its_name() {
    let lines = |items: &[Value]| items.iter().map(|item| format!("{item}\n")).collect::<String>();
    let loose = |items: &[Value]| items.iter().map(|item| format!("{item:#}\n")).collect::<String>();
    let below = |text: String| text.split_once('\n').unwrap().1.to_owned();
    // One of them belongs to another interaction: on a line of its own it is another conversation.
    let messages: Vec<_> =
        messy_messages().into_iter().filter(|message| message["interaction_id"] == "int_1").collect();
    let expected = below(thread(&Value::Array(messages.clone()), &[]));
    assert_eq!(below(thread_of(&lines(&messages), &[])), expected);
    assert_eq!(below(thread_of(&loose(&messages), &[])), expected);
    let events = messy_events();
    let expected = below(thread(&Value::Array(events.clone()), &[]));
    assert_eq!(below(thread_of(&lines(&events), &[])), expected);
    assert_eq!(below(thread_of(&loose(&events), &[])), expected);
}
