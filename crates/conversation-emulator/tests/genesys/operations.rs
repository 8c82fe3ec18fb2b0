//! What each operation does and answers.

use std::time::Duration;

use conversation_emulator::Script;
use genesys_chat_types::{ChatState, ParticipantType, RequestChatParams, TenantName, UserData};
use serde_json::{Value, json};

use crate::{
    customer::{Customer, emulator, shorts},
    wire::post,
};

#[tokio::test]
async fn request_chat_answers_with_the_chat_its_credentials_and_the_first_event() {
    let emulator = emulator(Script::default()).await;
    let request: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/genesys/request-chat.request.json")).unwrap();
    let published: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/genesys/request-chat.response.json")).unwrap();
    let mut answer = post(&emulator, "/api/v2/chats", &request, None);
    let id = answer["chatId"].as_str().unwrap().to_owned();
    assert_eq!(answer["path"], format!("/api/v2/chats/{id}"));
    for field in ["chatId", "userId", "secureKey", "alias"] {
        let (ours, theirs) = (answer[field].as_str().unwrap(), published[field].as_str().unwrap());
        assert_eq!(ours.len(), theirs.len(), "{field} is as long as published");
        let alike = |of: fn(&char) -> bool| ours.chars().all(|c| of(&c)) == theirs.chars().all(|c| of(&c));
        assert!(alike(char::is_ascii_alphanumeric) && alike(char::is_ascii_digit), "{field}: {ours} {theirs}");
        answer[field] = published[field].clone();
    }
    answer["path"] = published["path"].clone();
    answer["messages"][0]["utcTime"] = published["messages"][0]["utcTime"].clone();
    assert_eq!(answer, published, "beside identifiers and the time, the answer is the published one");
    let chats = emulator.chats().await.unwrap();
    assert_eq!(serde_json::to_value(&chats[0].request).unwrap(), request, "the request is kept whole");
    assert_eq!(serde_json::to_value(&chats[0].user_data).unwrap(), request["userData"]);
}

#[tokio::test]
async fn a_customer_is_called_by_nickname_or_names_or_guest() {
    let emulator = emulator(Script::empty()).await;
    for (body, nickname) in [
        (json!({}), "guest"),
        (json!({ "nickname": "Sam", "firstName": "Samira" }), "Sam"),
        (json!({ "nickname": "" }), ""),
        (json!({ "firstName": "Samira", "lastName": "Example" }), "Samira Example"),
        (json!({ "lastName": "Example" }), "Example"),
    ] {
        let mut body = body;
        body["tenantName"] = json!("Environment");
        let params: RequestChatParams = serde_json::from_value(body).unwrap();
        let (_, answer) = Customer::request(&emulator, &params);
        let first = &answer.messages.as_deref().unwrap()[0];
        assert_eq!(first.from.nickname, nickname);
        assert_eq!(first.from.type_, ParticipantType::Client);
    }
}

#[tokio::test]
async fn no_two_chats_share_an_identifier_and_one_seed_gives_the_same_ones() {
    let (first, second) = (emulator(Script::empty()).await, emulator(Script::empty()).await);
    let params = RequestChatParams::new(TenantName::new("Environment"));
    let mut seen = std::collections::HashSet::new();
    for _ in 0..100 {
        let (one, answer) = Customer::request(&first, &params);
        assert!(seen.insert(one.chat) && seen.insert(answer.user_id.clone().unwrap().as_str().into()));
        assert_eq!(answer, Customer::request(&second, &params).1);
    }
}

#[tokio::test]
async fn what_the_client_does_becomes_events_in_its_order() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    for body in [
        json!({ "operationName": "SendStartTypingNotification" }),
        json!({ "operationName": "SendStartTypingNotification", "text": "I need" }),
        json!({ "operationName": "SendStopTypingNotification", "text": "I need help" }),
        json!({ "operationName": "SendStopTypingNotification" }),
        json!({ "operationName": "SendMessage", "text": "I need help", "messageType": "text" }),
        json!({ "operationName": "SendMessage", "text": "" }),
        json!({ "operationName": "UpdateUserNickname", "nickname": "Sam" }),
        json!({ "operationName": "SendUrl", "pushUrl": "http://push-url" }),
    ] {
        emulator.clock().advance(Duration::from_millis(10));
        let answer = serde_json::to_value(customer.operate(body)).unwrap();
        let credentials = customer.with_credentials(json!({ "statusCode": 0 }));
        assert_eq!(answer, credentials, "an acknowledgement is the credentials and nothing else");
    }
    let events = customer.events();
    assert_eq!(
        shorts(&events),
        [
            "1 ParticipantJoined nickname@0",
            "2 TypingStarted nickname@10",
            "3 TypingStarted nickname@20 I need",
            "4 TypingStopped nickname@30 I need help",
            "5 TypingStopped nickname@40",
            "6 Message nickname@50 I need help",
            "7 Message nickname@60 ",
            "8 Notice nickname@70 Sam",
            "9 Notice Sam@80 http://push-url",
        ]
    );
    assert_eq!(events[5].message_type.as_deref(), Some("text"));
    assert_eq!(events[6].message_type, None);
    assert!(events.iter().all(|event| event.user_data.is_none() && event.event_attributes.is_none()));
}

#[tokio::test]
async fn get_chat_says_who_is_there() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    let kim = emulator.join(&customer.chat, "Kim", ParticipantType::Agent).await.unwrap();
    emulator.join(&customer.chat, "Robin", ParticipantType::Supervisor).await.unwrap();
    customer.operate(json!({ "operationName": "UpdateUserNickname", "nickname": "Sam" }));
    emulator.leave(&customer.chat, kim).await.unwrap();
    let answer = customer.operate(json!({ "operationName": "GetChat" }));
    assert_eq!(answer.state, Some(ChatState::Chatting));
    assert_eq!(answer.chat_ended, Some(false));
    assert_eq!(
        serde_json::to_value(answer.participants.unwrap()).unwrap(),
        json!([
            { "nickname": "Sam", "participantId": 1, "type": "Client" },
            { "nickname": "Robin", "participantId": 3, "type": "Supervisor" },
        ])
    );
}

#[tokio::test]
async fn attached_data_are_overwritten_by_name_and_a_text_makes_a_notice() {
    let emulator = emulator(Script::empty()).await;
    let mut params = RequestChatParams::new(TenantName::new("Environment"));
    params.user_data = Some(UserData::from_iter([("key1", "value1"), ("key2", "value2")]));
    let (mut customer, _) = Customer::request(&emulator, &params);
    customer.operate(json!({ "operationName": "UpdateUserData", "userData": { "key1": "value3", "new": "" } }));
    assert_eq!(customer.events().len(), 1, "data alone are no event");
    customer.operate(json!({ "operationName": "UpdateUserData", "userData": { "a": "b" }, "text": "noted" }));
    let events = customer.events();
    assert_eq!(shorts(&events)[1], "2 Notice guest@0 noted");
    assert_eq!(events[1].user_data, Some(UserData::from_iter([("a", "b")])));
    let expected = UserData::from_iter([("key1", "value3"), ("key2", "value2"), ("new", ""), ("a", "b")]);
    assert_eq!(emulator.chats().await.unwrap()[0].user_data, expected);
}

#[tokio::test]
async fn an_ended_chat_can_be_read_to_its_end_and_ended_again() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    emulator.join(&customer.chat, "Kim", ParticipantType::Agent).await.unwrap();
    assert!(!customer.events_from(1).1);
    for _ in 0..2 {
        let answer = customer.operate(json!({ "operationName": "Complete" }));
        assert_eq!(serde_json::to_value(answer).unwrap(), json!({ "statusCode": 0 }), "nothing but the statusCode");
    }
    // Also long after a client that goes on would have been dropped.
    emulator.clock().advance(Duration::from_secs(1_000_000));
    let (events, ended) = customer.events_from(2);
    assert!(ended);
    assert_eq!(
        shorts(&events),
        ["2 ParticipantJoined Kim@0", "3 ParticipantLeft nickname@0", "4 ParticipantLeft Kim@0"]
    );
    assert_eq!(customer.events_from(5), (vec![], true));
    let answer = customer.operate(json!({ "operationName": "GetChat" }));
    assert_eq!((answer.chat_ended, answer.state, answer.participants), (Some(true), None, Some([].into())));
}
