//! The service at work, on answers of today and of tomorrow.

use downstream::{Next, Session, hand_over};
use proficient_types::InteractionId;
use serde_json::{Value, json};

const REQUEST_CHAT: &[u8] = include_bytes!("../../fixtures/genesys/request-chat.response.json");
const GET_MESSAGES: &[u8] = include_bytes!("../../fixtures/genesys/get-messages.response.json");

fn session() -> Session {
    Session::begin(REQUEST_CHAT).unwrap().expect("the chat began")
}

#[test]
fn a_chat_is_followed_and_renewed_credentials_are_adopted() {
    let mut session = session();
    let (lines, next) = session.take(GET_MESSAGES).unwrap();
    // Event 1 was in the answer to Request Chat; four are typing; the seven equal lines of the bot are seven lines.
    assert_eq!(lines.iter().filter(|line| line.starts_with("bot: agent will be with you")).count(), 7);
    assert_eq!(lines.len(), 12);
    let Next::Poll(params) = next else { panic!("{next:?}") };
    let params = serde_json::to_value(&params).unwrap();
    assert_eq!(params["transcriptPosition"], 16);
    assert_eq!(params["secureKey"], "b89d1c2714b01389");
    assert!(!format!("{session:?}").contains("b89d1c2714b01389"));
}

#[test]
fn what_is_said_is_the_operation_send_message() {
    let said = serde_json::to_value(session().say("hello")).unwrap();
    assert_eq!(said["operationName"], "SendMessage");
    assert_eq!(said["text"], "hello");
}

#[test]
fn tomorrows_values_are_not_a_failure() {
    let mut answer: Value = serde_json::from_slice(GET_MESSAGES).unwrap();
    answer["messages"][3]["type"] = "SentimentChanged".into();
    answer["messages"][4]["from"]["type"] = "Copilot".into();
    answer["queue"] = json!({"length": 3});
    let (lines, _) = session().take(answer.to_string().as_bytes()).unwrap();
    assert!(lines.contains(&"bot, SentimentChanged: agent will be with you shortly ...".to_owned()), "{lines:?}");
    assert!(lines.contains(&"Copilot: agent will be with you shortly ...".to_owned()), "{lines:?}");
}

#[test]
fn the_status_decides() {
    for (status, expected) in [(1, Next::Retry), (2, Next::Stop), (7, Next::Stop)] {
        let answer = json!({"statusCode": status, "secureKey": "not to be trusted"});
        let mut taken = session();
        assert_eq!(taken.take(answer.to_string().as_bytes()).unwrap(), (vec![], expected));
        assert_eq!(taken, session());
    }
}

#[test]
fn a_message_is_handed_over_below_the_same_parent() {
    let message = |id: &str, sent_by: &str, time: i64| {
        json!({
            "id": id, "object": "message", "content": id, "created_at": time, "depth": 1, "interaction_id": "int_1",
            "parent_id": "msg_0", "sent_by": sent_by
        })
    };
    let page = json!({
        "data": [message("msg_1", "user", 1), message("msg_3", "user", 3), message("msg_4", "oracle", 4)],
        "has_more": false
    });
    let params = hand_over(InteractionId::new("int_2"), page.to_string().as_bytes()).unwrap().expect("a message");
    let expected = json!({"interaction_id": "int_2", "content": "msg_3", "parent_id": "msg_0"});
    assert_eq!(serde_json::to_value(&params).unwrap(), expected);
}

#[test]
fn an_error_names_the_place_and_the_operation() {
    let page = json!({"data": [], "has_more": "no"}).to_string();
    let error = hand_over(InteractionId::new("int_2"), page.as_bytes()).unwrap_err();
    assert_eq!((error.path(), error.operation()), ("has_more", Some("messages_list")));
}
