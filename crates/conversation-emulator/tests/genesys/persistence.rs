//! What outlives the emulator in a file.

use std::{path::Path, time::Duration};

use conversation_core::ChatCredentials;
use conversation_emulator::{Clock, Emulator, Fault, Script, Timestamp};
use genesys_chat_types::ChatId;
use serde_json::json;

use crate::customer::{BEGIN, Customer, script, shorts};

async fn start(file: &Path, script: Script, at: i64) -> Emulator {
    let clock = Clock::fixed(Timestamp::from_millis(at));
    Emulator::builder().data(file).clock(clock).script(script).start().await.unwrap()
}

fn again(emulator: &Emulator, (chat, credentials): (ChatId, ChatCredentials)) -> Customer<'_> {
    Customer { emulator, chat, credentials }
}

#[tokio::test]
async fn what_is_due_later_happens_after_a_restart_with_another_script_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chats.db");
    let rules = json!([
        { "when": "request", "steps": [
            { "do": "join", "who": "bot", "after_ms": 1000 },
            { "do": "say", "who": "bot", "text": "welcome", "after_ms": 1000 },
        ]},
        { "when": "message", "steps": [{ "do": "say", "who": "kim", "text": "Kim here", "after_ms": 5000 }] },
    ]);
    let emulator = start(&file, script(rules), BEGIN).await;
    let mut customer = Customer::new(&emulator);
    emulator.clock().advance(Duration::from_millis(1500));
    customer.say("Hello");
    let before = customer.events();
    let held = (customer.chat, customer.credentials);
    emulator.stop().await;

    let emulator = start(&file, Script::empty(), BEGIN + 10_000).await;
    let mut customer = again(&emulator, held);
    assert_eq!(
        shorts(&customer.events()),
        [
            "1 ParticipantJoined nickname@0",
            "2 ParticipantJoined system@1000",
            "3 Message nickname@1500 Hello",
            "4 Message system@2000 welcome",
            "5 ParticipantJoined Kim@6500",
            "6 Message Kim@6500 Kim here",
        ]
    );
    assert_eq!(customer.events()[..3], before);
}

#[tokio::test]
async fn credentials_ends_data_and_names_outlive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chats.db");
    let emulator = start(&file, Script::default(), BEGIN).await;
    let mut going_on = Customer::new(&emulator);
    going_on.operate(json!({ "operationName": "UpdateUserNickname", "nickname": "Sam" }));
    going_on.operate(json!({ "operationName": "UpdateUserData", "userData": { "a": "b" } }));
    let old = going_on.credentials.clone();
    going_on.ask(json!({}), Some(Fault::RenewedCredentials));
    let mut ended = Customer::new(&emulator);
    ended.operate(json!({ "operationName": "Complete" }));
    let chats = emulator.chats().await.unwrap();
    let going_on = (going_on.chat, going_on.credentials);
    let ended = (ended.chat, ended.credentials);
    emulator.stop().await;

    let emulator = start(&file, Script::default(), BEGIN + 1000).await;
    assert_eq!(emulator.chats().await.unwrap(), chats);
    let mut customer = again(&emulator, (going_on.0.clone(), old));
    assert_eq!(customer.operate(json!({ "operationName": "GetChat" })).participants.unwrap()[0].nickname, "Sam");
    assert_eq!(customer.credentials, going_on.1, "the unused renewal is still there");
    customer.say("Hello");
    assert_eq!(customer.events().last().unwrap().from.nickname, "system", "the script goes on");
    assert!(again(&emulator, ended).events_from(1).1);
    let new = Customer::new(&emulator);
    assert!(chats.iter().all(|chat| chat.id != new.chat));
}

#[tokio::test]
async fn a_client_that_was_silent_through_a_restart_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chats.db");
    let emulator = start(&file, Script::empty(), BEGIN).await;
    let id = Customer::new(&emulator).chat;
    emulator.stop().await;
    let emulator = start(&file, Script::empty(), BEGIN + 1_000_000).await;
    let events = emulator.chat_events(&id).await.unwrap().unwrap();
    assert_eq!(shorts(&events)[1..], ["2 ParticipantLeft nickname@300000"]);
}
