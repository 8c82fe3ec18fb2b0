//! A client that is silent.

use std::time::Duration;

use conversation_emulator::{ChatEnd, Clock, Emulator, Script, Timestamp};
use genesys_chat_types::ParticipantType;
use serde_json::json;

use crate::{
    customer::{Customer, emulator, refusal, script, shorts},
    wire::post,
};

const SILENCE: Duration = Duration::from_millis(300_000);

#[tokio::test]
async fn every_call_keeps_the_session_and_silence_ends_it() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    let almost = SILENCE - Duration::from_millis(1);
    emulator.clock().advance(almost);
    customer.events();
    emulator.clock().advance(almost);
    customer.operate(json!({ "operationName": "GetChat" }));
    emulator.clock().advance(almost);
    customer.say("still here");
    emulator.clock().advance(SILENCE);
    let body = customer.with_credentials(json!({}));
    for _ in 0..2 {
        let answer = post(&emulator, &format!("{}/messages", customer.path()), &body, None);
        assert_eq!(refusal(&answer), "session-dropped");
    }
    for name in ["GetChat", "Complete"] {
        let body = customer.with_credentials(json!({ "operationName": name }));
        assert_eq!(refusal(&post(&emulator, &customer.path(), &body, None)), "session-dropped");
    }
}

#[tokio::test]
async fn another_silence_can_be_borne() {
    let clock = Clock::fixed(Timestamp::from_millis(1_700_000_000_000));
    let builder = Emulator::builder().clock(clock).script(Script::empty()).silence(Duration::from_secs(7));
    let emulator = builder.start().await.unwrap();
    let mut customer = Customer::new(&emulator);
    emulator.clock().advance(Duration::from_secs(6));
    customer.events();
    emulator.clock().advance(Duration::from_secs(7));
    let answer = post(&emulator, &format!("{}/messages", customer.path()), &customer.with_credentials(json!({})), None);
    assert_eq!(refusal(&answer), "session-dropped");
}

#[tokio::test]
async fn the_end_is_written_at_the_time_when_it_came() {
    let emulator =
        emulator(script(json!([{ "when": "end", "steps": [{ "do": "say", "who": "bot", "text": "bye" }] }]))).await;
    let customer = Customer::new(&emulator);
    let kim = emulator.join(&customer.chat, "Kim", ParticipantType::Agent).await.unwrap();
    emulator.clock().advance(Duration::from_secs(299));
    // What agents do is no sign of life of the client.
    emulator.say(&customer.chat, kim, "Hello?").await.unwrap();
    emulator.clock().advance(Duration::from_secs(1_000_000));
    let chats = emulator.chats().await.unwrap();
    assert_eq!(chats[0].ended, Some(ChatEnd::Idle));
    assert_eq!(chats[0].participants, []);
    let events = emulator.chat_events(&customer.chat).await.unwrap().unwrap();
    assert_eq!(
        shorts(&events)[3..],
        [
            "4 ParticipantLeft nickname@300000",
            "5 ParticipantJoined system@300000",
            "6 Message system@300000 bye",
            "7 ParticipantLeft Kim@300000",
            "8 ParticipantLeft system@300000",
        ]
    );
    let reason = serde_json::to_value(&events[3].event_attributes).unwrap();
    assert_eq!(reason, json!({ "reason": { "code": 2, "text": "the client has been silent" } }));
    assert_eq!(chats[0].events, 8);
}

#[tokio::test]
async fn calls_that_are_refused_are_no_sign_of_life() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    let mut wrong = customer.with_credentials(json!({}));
    wrong["secureKey"] = json!("wrong");
    emulator.clock().advance(Duration::from_secs(200));
    let path = format!("{}/messages", customer.path());
    assert_eq!(refusal(&post(&emulator, &path, &wrong, None)), "wrong-credentials");
    emulator.clock().advance(Duration::from_secs(100));
    let good = customer.with_credentials(json!({}));
    assert_eq!(refusal(&post(&emulator, &path, &good, None)), "session-dropped");
}

#[tokio::test]
async fn a_step_that_is_due_before_the_silence_is_too_long_happens_and_a_later_one_does_not() {
    let step = |after: u64, text: &str| json!({ "do": "say", "who": "bot", "text": text, "after_ms": after });
    let emulator = emulator(script(json!([
        { "when": "request", "steps": [step(300_000, "in time"), step(1, "too late")] }
    ])))
    .await;
    let customer = Customer::new(&emulator);
    emulator.clock().advance(Duration::from_secs(3_000));
    let events = emulator.chat_events(&customer.chat).await.unwrap().unwrap();
    assert_eq!(
        shorts(&events),
        [
            "1 ParticipantJoined nickname@0",
            "2 ParticipantJoined system@300000",
            "3 Message system@300000 in time",
            "4 ParticipantLeft nickname@300000",
            "5 ParticipantLeft system@300000",
        ]
    );
}

#[tokio::test]
async fn a_script_that_ends_the_chat_in_time_ends_it_normally() {
    let emulator = emulator(script(json!([
        { "when": "request", "steps": [{ "do": "end", "who": "kim", "after_ms": 299_999 }] }
    ])))
    .await;
    let mut customer = Customer::new(&emulator);
    emulator.clock().advance(Duration::from_secs(3_000));
    let (events, ended) = customer.events_from(1);
    assert!(ended);
    assert_eq!(shorts(&events), ["1 ParticipantJoined nickname@0", "2 ParticipantLeft nickname@299999"]);
    assert_eq!(emulator.chats().await.unwrap()[0].ended, Some(ChatEnd::Agent));
}
