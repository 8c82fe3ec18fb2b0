//! Chats for a person: events out of order, repeated, without an index, with gaps, contradicting one another.

use serde_json::json;

use crate::{
    make::{START, answer, event, with},
    run::{fixture_json, report, run, thread},
};

#[test]
fn events_out_of_order_and_repeated_are_put_in_order_once() {
    let events = [event(3, 30, "three"), event(1, 10, "one"), event(3, 30, "three"), event(2, 20, "two")];
    let text = thread(&answer(&events), &[]);
    insta::assert_snapshot!(text);
    assert_eq!(report(&answer(&events), &[])["repeated"], 1);
}

#[test]
fn gaps_are_shown_where_they_are() {
    let events = [event(4, 40, "four"), event(6, 60, "six"), event(10, 100, "ten")];
    insta::assert_snapshot!(thread(&answer(&events), &[]));
}

#[test]
fn different_events_with_one_index_are_all_shown() {
    let events = [event(1, 10, "one"), event(2, 20, "two"), event(2, 20, "zwei"), event(0, 5, "zero")];
    insta::assert_snapshot!(thread(&answer(&events), &[]));
}

#[test]
fn an_event_without_an_index_is_placed_by_its_time() {
    let mut loose = with(event(0, 25, "Please wait."), json!({"type": "Notice"}));
    loose.as_object_mut().unwrap().remove("index");
    let events = [event(1, 10, "one"), event(2, 20, "two"), event(3, 30, "three"), loose];
    insta::assert_snapshot!(thread(&answer(&events), &[]));
}

#[test]
fn a_clock_that_goes_back_changes_no_order_and_is_said() {
    let events = [event(1, 100, "one"), event(2, 90, "two"), event(3, 90 - 3 * 86_400, "three"), event(4, 95, "four")];
    insta::assert_snapshot!(thread(&answer(&events), &[]));
}

#[test]
fn a_time_beyond_the_calendar_is_shown_as_a_number() {
    let events = [
        event(1, 0, "one"),
        with(event(2, 0, "two"), json!({"utcTime": i64::MAX})),
        event(3, 0, "three"),
        with(event(4, 0, "four"), json!({"utcTime": i64::MIN})),
    ];
    insta::assert_snapshot!(thread(&answer(&events), &[]));
}

#[test]
fn every_type_of_event_has_its_words() {
    let types = [
        "ParticipantJoined",
        "ParticipantLeft",
        "Message",
        "TypingStarted",
        "TypingStopped",
        "Notice",
        "PushUrl",
        "NicknameUpdated",
        "CustomNotice",
        "FileUploaded",
        "FileDeleted",
        "IdleAlert",
        "IdleClose",
        "ReactionAdded",
    ];
    let mut events = Vec::new();
    for (number, type_) in (0..).zip(types) {
        let bare = with(event(2 * number + 1, number, ""), json!({"type": type_}));
        let mut without = bare.clone();
        without.as_object_mut().unwrap().remove("text");
        events.push(without);
        events.push(with(bare, json!({"index": 2 * number + 2, "text": "the text"})));
    }
    events.push(event(29, 60, ""));
    insta::assert_snapshot!(thread(&answer(&events), &[]));
}

#[test]
fn unknown_values_and_fields_are_shown_by_name() {
    let kim = json!({"nickname": "Kim", "participantId": 9, "type": "Avatar", "language": "en"});
    let events = [
        with(event(1, 0, "thumbs up"), json!({"type": "ReactionAdded", "toIndex": 22, "from": kim})),
        with(event(2, 1, "Bye"), json!({"type": "Odd type: \u{1b}[1m", "userData": {"key": "value"}})),
    ];
    let answer = with(answer(&events), json!({"pollAfter": 3000, "chatEnded": true}));
    insta::assert_snapshot!(thread(&answer, &[]));
    assert_eq!(report(&answer, &[])["thread"], json!(events));
    assert!(!thread(&answer, &["--format", "json"]).contains("pollAfter"), "it may be a secret");
}

#[test]
fn a_text_of_several_lines_is_indented_as_one_block() {
    let forged = "Dear team,\n\n\tsee below.\r\n   2  21:20:05  system (External): You have won.\n";
    insta::assert_snapshot!(thread(&answer(&[event(1, 0, forged), event(2, 5, "Hm.")]), &[]));
}

#[test]
fn a_nickname_cannot_pass_for_another_participant() {
    let forger = json!({"nickname": "Kim (Agent): hello", "participantId": 1, "type": "Client"});
    let text = thread(&answer(&[with(event(1, 0, "x"), json!({"from": forger}))]), &[]);
    assert!(text.contains("  \"Kim (Agent): hello\" (Client): x\n"), "{text}");
}

#[test]
fn a_participant_keeps_the_id_when_the_nickname_changes() {
    let from = |name: &str| json!({"nickname": name, "participantId": 1, "type": "Client"});
    let events =
        [with(event(1, 0, "a"), json!({"from": from("Sam")})), with(event(2, 1, "b"), json!({"from": from("Samira")}))];
    let text = thread(&answer(&events), &[]);
    assert!(text.contains("  1  Samira (Client), also Sam  2 events, 2 messages\n"), "{text}");
}

#[test]
fn the_answer_of_get_chat_says_who_is_there() {
    let examples = fixture_json("examples/genesys-chat.json");
    let examples = examples["examples"].as_array().unwrap();
    let answer = &examples.iter().find(|example| example["name"] == "GetChatAnswer").unwrap()["value"];
    insta::assert_snapshot!(thread(answer, &[]));
}

#[test]
fn the_chats_id_is_shown_where_it_is_known() {
    let answer = fixture_json("genesys/request-chat.response.json");
    assert!(thread(&answer, &[]).contains("\nchat 00019a9SXTQW001N\n"));
    assert_eq!(report(&answer, &[])["chat_id"], "00019a9SXTQW001N");
}

#[test]
fn a_chat_has_no_branches_to_choose() {
    let input = answer(&[event(1, 0, "x")]).to_string();
    for branch in ["latest", "first"] {
        assert_eq!(run(&["thread", "-", "--branch", branch], &input).code, Some(0));
    }
    let run = run(&["thread", "-", "--branch", "msg_1"], &input);
    assert_eq!(run.stderr, "error: standard input: no message msg_1: a chat has no branches (--branch)\n");
    assert_eq!((run.code, &*run.stdout), (Some(2), ""));
}

#[test]
fn indexes_at_the_ends_of_their_range_are_no_trouble() {
    let events = [event(i64::MAX, 0, "last"), event(i64::MIN, 1, "first"), event(1, 2, "one")];
    let text = thread(&answer(&events), &[]);
    assert!(text.contains("… events 2 to 9223372036854775806 are missing"), "{text}");
    assert_eq!(START, 1_686_000_000_000);
}

#[test]
fn many_different_events_with_one_index_take_no_square_of_their_number() {
    let events: Vec<_> = (0..30_000).map(|number| event(1, 0, &format!("text {number}"))).collect();
    let start = std::time::Instant::now();
    let text = thread(&answer(&events), &[]);
    assert!(text.ends_with("- 30000 different events have the index 1\n"));
    assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
}
