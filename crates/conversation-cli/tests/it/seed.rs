//! The published transcript of Get Messages, and the seven ways in which it is odd.

use crate::run::{fixture, fixture_json, report, run};

fn text() -> String {
    let path = fixture("genesys/get-messages.response.json");
    let run = run(&["thread", path.to_str().unwrap()], "");
    assert_eq!((run.code, &*run.stderr), (Some(0), ""));
    run.stdout
}

fn json() -> serde_json::Value {
    report(&fixture_json("genesys/get-messages.response.json"), &[])
}

#[test]
fn the_published_transcript_reads_as_a_conversation() {
    insta::assert_snapshot!(text());
}

#[test]
fn oddity_1_events_below_the_position_asked_for_are_shown() {
    // The request asks for position 5; the answer has 1 to 15.
    let text = text();
    assert!((1..=15).all(|index| text.lines().any(|line| line.starts_with(&format!("  {index:>2}  ")))), "{text}");
    assert_eq!(json()["completeness"]["gaps"], serde_json::json!([{"kind": "chat_goes_on"}]));
}

#[test]
fn oddity_2_the_renewed_credentials_are_mentioned_and_never_printed() {
    let answer = fixture_json("genesys/get-messages.response.json");
    for output in [text(), json().to_string()] {
        for key in ["secureKey", "userId", "tenantName"] {
            assert!(!output.contains(answer[key].as_str().unwrap()), "{key}");
        }
    }
    assert!(text().contains("the answer holds credentials of the session, which are not shown"));
}

#[test]
fn oddity_3_typing_with_the_text_of_a_message_is_no_message_and_a_join_has_no_text() {
    let text = text();
    assert!(text.contains("nickname (Client): I need help with account\n"));
    assert!(text.contains("nickname (Client) started typing, preview: I need help with account\n"));
    assert!(text.contains("nickname (Client) stopped typing, preview: I need help with account\n"));
    assert!(text.contains("nickname (Client) joined\n"));
    assert!(text.contains("; 9 messages;"), "typing counts as messages:\n{text}");
    assert_eq!(json()["thread"][0].get("text"), None);
}

#[test]
fn oddity_4_a_nickname_and_a_url_are_both_notices_and_nothing_is_guessed() {
    let text = text();
    assert!(text.contains("nickname (Client), notice: nickname\n"));
    assert!(text.contains("nickname (Client), notice: http://push-url\n"));
}

#[test]
fn oddity_5_the_bots_repetitions_are_seven_messages() {
    let text = text();
    assert_eq!(text.matches("system (External): agent will be with you shortly ...").count(), 7);
    // The events 2 and 3 have one time, and keep the order of their indexes.
    assert!(text.contains("   2  22:11:20  system (External) joined\n   3  22:11:20  system (External): agent"));
    assert_eq!(json()["repeated"], 0);
}

#[test]
fn oddity_6_the_jump_of_the_clock_is_visible_and_the_chat_goes_on() {
    let text = text();
    assert!(text.contains("\n2014-07-24 Thursday\n"));
    assert!(text.contains("\n2014-08-07 Thursday, 14 days later\n"));
    assert!(text.contains("; the chat goes on;"));
    assert_eq!(json()["ended"], false);
}

#[test]
fn oddity_7_a_bot_is_external_and_there_is_neither_an_agent_nor_a_chat_id() {
    let text = text();
    assert!(text.contains("  2  system (External)  8 events, 7 messages\n"));
    assert!(!text.contains("Agent"));
    assert!(!text.contains("\nchat "));
    assert_eq!(json()["chat_id"], serde_json::Value::Null);
}

#[test]
fn the_events_come_out_as_they_came() {
    let answer = fixture_json("genesys/get-messages.response.json");
    assert_eq!(json()["thread"], answer["messages"]);
}
