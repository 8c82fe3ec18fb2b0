//! Chats past HTTP: what a test sees, and what it does as an agent.

use conversation_emulator::{ChatActionError, ChatEnd, NoSuchPart, Script};
use genesys_chat_types::{ChatId, ParticipantId, ParticipantType};

use crate::customer::{Customer, emulator, shorts};

fn why<T: std::fmt::Debug>(done: Result<T, ChatActionError>) -> NoSuchPart {
    match done {
        Err(ChatActionError::Part(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_agent_joins_speaks_and_leaves() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    let chat = customer.chat.clone();
    let kim = emulator.join(&chat, "Kim", ParticipantType::Agent).await.unwrap();
    let sage = emulator.join(&chat, "Sage", ParticipantType::from("Assistant")).await.unwrap();
    let event = emulator.say(&chat, kim, "Hello").await.unwrap();
    emulator.say(&chat, sage, "").await.unwrap();
    emulator.leave(&chat, kim).await.unwrap();
    assert_eq!(customer.events()[3], event);
    assert_eq!(customer.events()[2].from.type_.as_str(), "Assistant");
    emulator.end(&chat).await.unwrap();
    let (events, ended) = customer.events_from(4);
    assert!(ended);
    assert_eq!(
        shorts(&events),
        [
            "4 Message Kim@0 Hello",
            "5 Message Sage@0 ",
            "6 ParticipantLeft Kim@0",
            "7 ParticipantLeft nickname@0",
            "8 ParticipantLeft Sage@0",
        ]
    );
    let chats = emulator.chats().await.unwrap();
    assert_eq!((chats[0].ended, chats[0].events), (Some(ChatEnd::Agent), 8));
    assert_eq!(emulator.chat_events(&chat).await.unwrap().unwrap(), customer.events());
}

#[tokio::test]
async fn only_who_is_there_can_act() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    let (chat, nowhere) = (customer.chat.clone(), ChatId::new("nowhere"));
    let kim = emulator.join(&chat, "Kim", ParticipantType::Agent).await.unwrap();
    for id in [0, 1, 3, -1, i64::MIN, i64::MAX].map(ParticipantId::new) {
        assert_eq!(why(emulator.say(&chat, id, "x").await), NoSuchPart::Participant, "{id:?}");
        assert_eq!(why(emulator.leave(&chat, id).await), NoSuchPart::Participant, "{id:?}");
    }
    emulator.leave(&chat, kim).await.unwrap();
    assert_eq!(why(emulator.say(&chat, kim, "x").await), NoSuchPart::Participant);
    assert_eq!(why(emulator.leave(&chat, kim).await), NoSuchPart::Participant);
    assert_eq!(why(emulator.join(&nowhere, "x", ParticipantType::Agent).await), NoSuchPart::Chat);
    assert_eq!(why(emulator.end(&nowhere).await), NoSuchPart::Chat);
    assert_eq!(emulator.chat_events(&nowhere).await.unwrap(), None);
    emulator.end(&chat).await.unwrap();
    let before = emulator.chat_events(&chat).await.unwrap();
    assert_eq!(why(emulator.join(&chat, "x", ParticipantType::Agent).await), NoSuchPart::Ended);
    assert_eq!(why(emulator.say(&chat, kim, "x").await), NoSuchPart::Ended);
    assert_eq!(why(emulator.end(&chat).await), NoSuchPart::Ended);
    assert_eq!(emulator.chat_events(&chat).await.unwrap(), before);
}

#[tokio::test]
async fn what_ended_a_chat_first_stays_what_ended_it() {
    let script = crate::customer::script(serde_json::json!([
        { "when": "end", "steps": [{ "do": "join", "who": "bot" }] }
    ]));
    let emulator = emulator(script).await;
    let mut customer = Customer::new(&emulator);
    emulator.end(&customer.chat).await.unwrap();
    let before = customer.events();
    customer.operate(serde_json::json!({ "operationName": "Complete" }));
    assert_eq!(emulator.chats().await.unwrap()[0].ended, Some(ChatEnd::Agent));
    assert_eq!(customer.events(), before);
}
