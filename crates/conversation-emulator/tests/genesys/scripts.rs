//! Agents and bots that act by themselves.

use std::time::Duration;

use conversation_emulator::{Clock, Emulator, Script, Timestamp};
use genesys_chat_types::UserData;
use serde_json::{Value, json};

use crate::customer::{BEGIN, Customer, emulator, script, shorts};

fn say(who: &str, text: &str, after: u64) -> Value {
    json!({ "do": "say", "who": who, "text": text, "after_ms": after })
}

#[tokio::test]
async fn by_default_a_bot_greets_and_answers_each_message_once() {
    let emulator = emulator(Script::default()).await;
    let mut customer = Customer::new(&emulator);
    assert_eq!(
        shorts(&customer.events())[1..],
        ["2 ParticipantJoined system@0", "3 Message system@0 agent will be with you shortly ..."]
    );
    for number in 1..=5 {
        customer.say("Hello?");
        customer.operate(json!({ "operationName": "SendStartTypingNotification" }));
        assert_eq!(customer.events().len(), 3 + 3 * number, "one answer, and none to itself or to typing");
    }
    let from = customer.events()[4].from.clone();
    assert_eq!(
        serde_json::to_value(from).unwrap(),
        json!({ "nickname": "system", "participantId": 2, "type": "External" })
    );
}

#[tokio::test]
async fn what_a_bot_says_is_the_seeds_choice() {
    let mut runs = Vec::new();
    for seed in [1, 1, 2] {
        let clock = Clock::fixed(Timestamp::from_millis(BEGIN));
        let emulator = Emulator::builder().seed(seed).clock(clock).start().await.unwrap();
        let mut customer = Customer::new(&emulator);
        (0..20).for_each(|_| customer.say("Hello?"));
        runs.push(customer.events());
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
    let texts: std::collections::HashSet<_> = runs[0].iter().filter_map(|event| event.text.clone()).collect();
    assert!(texts.len() > 3, "{texts:?}");
}

#[tokio::test]
async fn every_rule_that_a_message_meets_begins_in_the_order_of_the_script() {
    let emulator = emulator(script(json!([
        { "when": "message", "steps": [say("bot", "any", 0)] },
        { "when": "message", "containing": "agent", "steps": [say("bot", "agent", 0)] },
        { "when": "message", "number": 2, "steps": [say("bot", "second", 0)] },
        { "when": "message", "number": 3, "containing": "agent", "steps": [say("bot", "third", 0)] },
    ])))
    .await;
    let mut customer = Customer::new(&emulator);
    for (text, answers) in [
        ("an agent, please", &["any", "agent"][..]),
        ("Agent!", &["any", "second"]),
        ("agents", &["any", "agent", "third"]),
        ("", &["any"]),
    ] {
        let before = customer.events().len();
        customer.say(text);
        let said = customer.events()[before + 1..].to_vec();
        let said: Vec<_> = said.iter().filter(|event| event.type_ == "Message").collect();
        assert_eq!(said.iter().map(|event| event.text.as_deref().unwrap()).collect::<Vec<_>>(), answers, "{text}");
    }
}

#[tokio::test]
async fn steps_happen_at_their_times_whenever_the_chat_is_read() {
    let rules = json!([
        { "when": "request", "steps": [
            { "do": "join", "who": "bot", "after_ms": 1000 },
            { "do": "typing_started", "who": "bot", "after_ms": 1000 },
            { "do": "typing_stopped", "who": "bot", "text": "wel", "after_ms": 1000 },
            say("bot", "welcome", 0),
            { "do": "notice", "who": "bot", "text": "recorded", "user_data": { "notice": "recording" }, "after_ms": 5000 },
            { "do": "push_url", "who": "bot", "text": "http://push-url", "after_ms": 1 },
            { "do": "leave", "who": "bot", "after_ms": 1 },
        ]},
        { "when": "message", "steps": [say("kim", "Kim here", 3000), say("kim", "again", 0)] },
    ]);
    let expected = [
        "1 ParticipantJoined nickname@0",
        "2 ParticipantJoined system@1000",
        "3 TypingStarted system@2000",
        "4 Message nickname@2500 Hello",
        "5 TypingStopped system@3000 wel",
        "6 Message system@3000 welcome",
        "7 ParticipantJoined Kim@5500",
        "8 Message Kim@5500 Kim here",
        "9 Message Kim@5500 again",
        "10 Notice system@8000 recorded",
        "11 Notice system@8001 http://push-url",
        "12 ParticipantLeft system@8002",
    ];
    // Looked at all the time, or at the end only.
    for step in [1, 100, 500, 60_000] {
        let emulator = emulator(script(rules.clone())).await;
        let mut customer = Customer::new(&emulator);
        emulator.clock().advance(Duration::from_millis(2500));
        customer.say("Hello");
        let mut looks = 0;
        while emulator.clock().now().as_millis() < BEGIN + 9000 {
            emulator.clock().advance(Duration::from_millis(step));
            // A look costs a connection: of a thousand, not every one.
            if step > 1 || looks % 97 == 0 {
                customer.events();
            }
            looks += 1;
        }
        let events = customer.events();
        assert_eq!(shorts(&events), expected, "{step}");
        assert_eq!(events[9].user_data, Some(UserData::from_iter([("notice", "recording")])));
    }
}

#[tokio::test]
async fn nothing_happens_before_it_is_due() {
    let emulator = emulator(script(json!([{ "when": "request", "steps": [say("bot", "late", 1000)] }]))).await;
    let mut customer = Customer::new(&emulator);
    emulator.clock().advance(Duration::from_millis(999));
    assert_eq!(customer.events().len(), 1);
    emulator.clock().advance(Duration::from_millis(1));
    assert_eq!(customer.events().len(), 3);
}

#[tokio::test]
async fn a_step_without_end_is_never_due_and_does_no_harm() {
    let emulator = emulator(script(json!([
        { "when": "request", "steps": [say("bot", "never", u64::MAX), say("bot", "never", u64::MAX)] }
    ])))
    .await;
    let mut customer = Customer::new(&emulator);
    customer.say("Hello");
    assert_eq!(customer.events().len(), 2);
}

#[tokio::test]
async fn who_has_left_acts_no_more_until_they_join_again() {
    let emulator = emulator(script(json!([
        { "when": "message", "number": 1, "steps": [
            { "do": "join", "who": "bot" }, { "do": "join", "who": "bot" }, { "do": "leave", "who": "bot" },
            say("bot", "not said", 0), { "do": "leave", "who": "bot" },
            { "do": "join", "who": "bot" }, say("bot", "said", 0),
        ]},
    ])))
    .await;
    let mut customer = Customer::new(&emulator);
    customer.say("Hello");
    let events = customer.events();
    assert_eq!(
        shorts(&events)[2..],
        [
            "3 ParticipantJoined system@0",
            "4 ParticipantLeft system@0",
            "5 ParticipantJoined system@0",
            "6 Message system@0 said",
        ]
    );
    assert_ne!(events[2].from.participant_id, events[4].from.participant_id, "a new part in the chat");
}

#[tokio::test]
async fn a_script_can_end_the_chat_and_has_the_last_word() {
    let emulator = emulator(script(json!([
        { "when": "message", "containing": "bye", "steps": [
            say("kim", "Goodbye", 0),
            { "do": "end", "who": "kim", "after_ms": 1000 },
            say("kim", "not said", 0),
        ]},
        { "when": "end", "steps": [{ "do": "notice", "who": "bot", "text": "closed" }, say("kim", "not said", 0)] },
        { "when": "end", "steps": [{ "do": "leave", "who": "bot" }] },
    ])))
    .await;
    let mut customer = Customer::new(&emulator);
    customer.say("bye");
    emulator.clock().advance(Duration::from_millis(999));
    assert!(!customer.events_from(1).1);
    emulator.clock().advance(Duration::from_millis(1));
    let (events, ended) = customer.events_from(3);
    assert!(ended);
    assert_eq!(
        shorts(&events),
        [
            "3 ParticipantJoined Kim@0",
            "4 Message Kim@0 Goodbye",
            "5 ParticipantLeft Kim@1000",
            "6 ParticipantJoined system@1000",
            "7 Notice system@1000 closed",
            "8 ParticipantLeft system@1000",
            "9 ParticipantLeft nickname@1000",
        ]
    );
    emulator.clock().advance(Duration::from_secs(100));
    assert_eq!(customer.events().len(), 9);
}

#[tokio::test]
async fn the_rules_for_the_end_are_played_when_the_client_ends_it_too() {
    let emulator = emulator(script(json!([
        { "when": "request", "steps": [{ "do": "join", "who": "bot" }, say("bot", "not said", 1)] },
        { "when": "end", "steps": [say("bot", "bye", 0)] },
    ])))
    .await;
    let mut customer = Customer::new(&emulator);
    // Also when it is ended once more, they are played once.
    customer.operate(json!({ "operationName": "Complete" }));
    customer.operate(json!({ "operationName": "Complete" }));
    emulator.clock().advance(Duration::from_secs(1));
    assert_eq!(
        shorts(&customer.events())[2..],
        ["3 ParticipantLeft nickname@0", "4 Message system@0 bye", "5 ParticipantLeft system@0"]
    );
}

#[tokio::test]
async fn a_clock_that_goes_back_makes_the_chat_wait_and_no_time_decreases() {
    let emulator = emulator(script(json!([{ "when": "message", "steps": [say("bot", "answer", 100)] }]))).await;
    let mut customer = Customer::new(&emulator);
    emulator.clock().advance(Duration::from_secs(10));
    customer.say("one");
    emulator.clock().set(Timestamp::from_millis(BEGIN - 1_000_000));
    customer.say("two");
    assert_eq!(
        shorts(&customer.events()),
        ["1 ParticipantJoined nickname@0", "2 Message nickname@10000 one", "3 Message nickname@10000 two"]
    );
    for extreme in [Timestamp::MIN, Timestamp::from_millis(BEGIN + 10_100)] {
        emulator.clock().set(extreme);
        customer.say("three");
    }
    assert!(customer.events().is_sorted_by_key(|event| event.utc_time));
    assert_eq!(shorts(&customer.events())[4..7].last().unwrap(), "7 Message system@10100 answer");
}
