//! What is refused, and how.

use conversation_emulator::Script;
use serde_json::{Value, json};

use crate::{
    customer::{Customer, emulator, refusal},
    wire::{post, send},
};

const OPERATIONS: [&str; 8] = [
    "SendMessage",
    "GetChat",
    "SendStartTypingNotification",
    "SendStopTypingNotification",
    "UpdateUserNickname",
    "SendUrl",
    "UpdateUserData",
    "Complete",
];

/// A body of the operation that is good but for the credentials.
fn body(operation: &str) -> Value {
    let mut body = json!({ "operationName": operation });
    match operation {
        "SendMessage" => body["text"] = json!("text"),
        "UpdateUserNickname" => body["nickname"] = json!("Sam"),
        "SendUrl" => body["pushUrl"] = json!("http://push-url"),
        "UpdateUserData" => body["userData"] = json!({ "a": "b" }),
        _ => {}
    }
    body
}

#[tokio::test]
async fn each_of_the_four_credentials_is_checked_on_each_call() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    let other = Customer::new(&emulator);
    let messages = format!("{}/messages", customer.path());
    let mut calls: Vec<(String, Value)> = OPERATIONS.iter().map(|name| (customer.path(), body(name))).collect();
    calls.push((messages, json!({})));
    for (path, body) in calls {
        let good = customer.with_credentials(body.clone());
        for field in ["userId", "secureKey", "alias", "tenantName"] {
            let mut wrong = good.clone();
            for value in ["", "0", "Environmen", "b89d1c2714b01389"] {
                wrong[field] = json!(value);
                assert_eq!(refusal(&post(&emulator, &path, &wrong, None)), "wrong-credentials", "{field} {body}");
            }
            let mut number = good.clone();
            number[field] = json!(117);
            assert_eq!(refusal(&post(&emulator, &path, &number, None)), "invalid-request", "{field} {body}");
            let mut missing = good.clone();
            missing.as_object_mut().unwrap().remove(field);
            assert_eq!(refusal(&post(&emulator, &path, &missing, None)), "invalid-request", "{field} {body}");
        }
        let others = other.with_credentials(body);
        assert_eq!(refusal(&post(&emulator, &path, &others, None)), "wrong-credentials", "another chat's");
    }
    let chats = emulator.chats().await.unwrap();
    assert!(chats.iter().all(|chat| chat.events == 1 && chat.ended.is_none()), "nothing was done: {chats:?}");
}

#[tokio::test]
async fn a_chat_that_there_is_not_is_refused() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    for id in ["0000000000000000", "%00", "%FF", "%2F", "'; DROP TABLE genesys_chat; --".replace(' ', "%20").as_str()] {
        for name in OPERATIONS {
            let body = customer.with_credentials(body(name));
            assert_eq!(refusal(&post(&emulator, &format!("/api/v2/chats/{id}"), &body, None)), "unknown-chat");
        }
        let body = customer.with_credentials(json!({}));
        assert_eq!(refusal(&post(&emulator, &format!("/api/v2/chats/{id}/messages"), &body, None)), "unknown-chat");
    }
}

#[tokio::test]
async fn an_operation_that_there_is_not_is_refused() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    for name in ["", "sendMessage", "SendReaction", "SendMessage "] {
        let body = customer.with_credentials(json!({ "operationName": name, "text": "text" }));
        assert_eq!(refusal(&post(&emulator, &customer.path(), &body, None)), "unknown-operation");
    }
    for name in [json!(null), json!(1), json!(["SendMessage"])] {
        let body = customer.with_credentials(json!({ "operationName": name, "text": "text" }));
        assert_eq!(refusal(&post(&emulator, &customer.path(), &body, None)), "invalid-request");
    }
    let body = customer.with_credentials(json!({ "text": "text" }));
    assert_eq!(refusal(&post(&emulator, &customer.path(), &body, None)), "invalid-request");
}

#[tokio::test]
async fn what_an_operation_needs_is_needed_in_its_type() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    for (name, field) in [
        ("SendMessage", "text"),
        ("UpdateUserNickname", "nickname"),
        ("SendUrl", "pushUrl"),
        ("UpdateUserData", "userData"),
    ] {
        let mut wrong = customer.with_credentials(body(name));
        // The names of attached data may have any values.
        let objects = [json!({ "a": 1 }), json!({ "a": null })].into_iter().filter(|_| field != "userData");
        for value in [json!(null), json!(1), json!([])].into_iter().chain(objects) {
            wrong[field] = value;
            assert_eq!(refusal(&post(&emulator, &customer.path(), &wrong, None)), "invalid-request", "{wrong}");
        }
        wrong.as_object_mut().unwrap().remove(field);
        let answer = post(&emulator, &customer.path(), &wrong, None);
        assert_eq!(refusal(&answer), "invalid-request");
        let message = answer["errors"][0]["message"].as_str().unwrap();
        assert!(message.contains(field) && message.contains("operate_chat"), "{message}");
    }
    assert_eq!(emulator.chats().await.unwrap()[0].events, 1);
}

#[tokio::test]
async fn a_position_below_one_or_that_is_no_position_is_refused() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    for position in
        [json!(0), json!(-1), json!(i64::MIN), json!(1.5), json!("5"), json!(null), json!(true), json!(u64::MAX)]
    {
        let body = customer.with_credentials(json!({ "transcriptPosition": position }));
        let answer = post(&emulator, &format!("{}/messages", customer.path()), &body, None);
        assert_eq!(refusal(&answer), "invalid-request", "{position}");
        assert!(answer["errors"][0]["message"].as_str().unwrap().contains("transcriptPosition"));
    }
}

#[tokio::test]
async fn a_chat_is_not_requested_without_a_tenant_or_with_wrong_types() {
    let emulator = emulator(Script::empty()).await;
    for body in [
        json!({}),
        json!([]),
        json!({ "tenantName": null }),
        json!({ "tenantName": 1 }),
        json!({ "tenantName": "t", "nickname": 1 }),
        json!({ "tenantName": "t", "nickname": null }),
        json!({ "tenantName": "t", "userData": [] }),
    ] {
        assert_eq!(refusal(&post(&emulator, "/api/v2/chats", &body, None)), "invalid-request", "{body}");
    }
    assert_eq!(emulator.chats().await.unwrap(), []);
}

#[tokio::test]
async fn after_the_end_nothing_can_be_done_but_read() {
    let emulator = emulator(Script::empty()).await;
    for by_client in [true, false] {
        let mut customer = Customer::new(&emulator);
        if by_client {
            customer.operate(json!({ "operationName": "Complete" }));
        } else {
            emulator.end(&customer.chat).await.unwrap();
        }
        let before = customer.events();
        for name in OPERATIONS.iter().filter(|name| !["GetChat", "Complete"].contains(name)) {
            let body = customer.with_credentials(body(name));
            assert_eq!(refusal(&post(&emulator, &customer.path(), &body, None)), "chat-ended", "{name}");
        }
        assert_eq!(customer.events(), before);
    }
}

#[tokio::test]
async fn another_path_is_404_and_another_method_405_with_the_same_body() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    let chat = customer.path();
    for path in ["", "/api/v2", "/api/v2/chats/", "/api/v2/chats/a/b", "/api/v2/chats/a/messages/"] {
        for method in ["POST", "GET"] {
            let answer = send(&emulator, method, path, b"{}", None);
            assert_eq!(answer.status, 404, "{method} {path}");
            assert!(answer.json().get("statusCode").is_some(), "{method} {path}");
            assert_eq!(refusal(&answer.json()), "unknown-path", "{method} {path}");
        }
    }
    for path in ["/api/v2/chats".to_owned(), chat.clone(), format!("{chat}/messages")] {
        for method in ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "QUERY"] {
            let answer = send(&emulator, method, &path, b"{}", None);
            assert_eq!(answer.status, 405, "{method} {path}");
            assert_eq!(answer.headers.matches("allow:").count(), 1, "{answer:?}");
            assert!(answer.headers.contains("\r\nallow: post"), "{answer:?}");
            if method != "HEAD" {
                assert_eq!(refusal(&answer.json()), "wrong-method");
            }
        }
    }
}
