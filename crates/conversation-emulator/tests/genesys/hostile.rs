//! Requests that no client should send, and unexpected texts.

use conversation_emulator::{Emulator, Script};
use genesys_chat_types::{RequestChatParams, TenantName, UserData};
use serde_json::json;

use crate::{
    customer::{Customer, emulator, refusal},
    wire::send,
};

fn paths(customer: &Customer<'_>) -> [String; 3] {
    ["/api/v2/chats".to_owned(), customer.path(), format!("{}/messages", customer.path())]
}

fn assert_refused(emulator: &Emulator, path: &str, body: &[u8]) {
    let answer = send(emulator, "POST", path, body, None);
    assert_eq!(answer.status, 200, "{path}");
    assert_eq!(refusal(&answer.json()), "invalid-request", "{path}");
    assert!(answer.body.len() < 1000, "an error is short");
}

#[tokio::test]
async fn what_is_no_json_object_is_refused_on_every_path() {
    let emulator = emulator(Script::empty()).await;
    let customer = Customer::new(&emulator);
    let deep = |open: &str| open.repeat(10_000).into_bytes();
    let closed = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)).into_bytes();
    let within = format!(r#"{{"tenantName":"t","x":{}1{}}}"#, "[".repeat(10_000), "]".repeat(10_000)).into_bytes();
    for path in paths(&customer) {
        for body in [
            &b""[..],
            b" ",
            b"nothing",
            b"null",
            b"[]",
            b"1",
            b"\"\"",
            b"{",
            b"{}",
            b"{}{}",
            b"\xff\xfe\x00",
            b"{\"tenantName\":\"\xff\"}",
            b"{\"tenantName\":\"\\ud800\"}",
            b"{\"tenantName\":\"a\",\"tenantName\":\"b\"}",
            b"userId=007553863DC30029&alias=117",
            &deep("["),
            &deep("{\"a\":"),
            &closed,
            &within,
        ] {
            assert_refused(&emulator, &path, body);
        }
    }
    assert_eq!(emulator.chats().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_body_of_50_megabytes_is_refused_and_the_answer_arrives() {
    let emulator = emulator(Script::empty()).await;
    let mut customer = Customer::new(&emulator);
    let large = json!({ "tenantName": "t", "subject": "x".repeat(50 << 20) }).to_string();
    for path in paths(&customer) {
        assert_refused(&emulator, &path, large.as_bytes());
    }
    customer.say("still there");
}

#[tokio::test]
async fn any_text_comes_back_unchanged() {
    let emulator = emulator(Script::empty()).await;
    let every: String = (0..0x11_0000).step_by(7).filter_map(char::from_u32).collect();
    let long = "ä\u{0}\n\"\\".repeat(60_000);
    for text in ["", "\u{0}", "\u{0}a\u{0}", "\u{FEFF}\u{202E}\u{FFFF}\u{10FFFF}", "'; --", every.as_str(), &long] {
        let mut params = RequestChatParams::new(TenantName::new("Environment"));
        if text.len() < 100 {
            params.nickname = Some(text.to_owned());
            params.user_data = Some(UserData::from_iter([(text, text)]));
        }
        let (mut customer, _) = Customer::request(&emulator, &params);
        customer.operate(json!({ "operationName": "SendMessage", "text": text, "messageType": "m" }));
        customer.operate(json!({ "operationName": "SendStartTypingNotification", "text": text }));
        customer.operate(json!({ "operationName": "SendUrl", "pushUrl": text }));
        customer.operate(json!({ "operationName": "UpdateUserNickname", "nickname": text }));
        // Within the megabyte that a body may have, a long text has room once.
        if text.len() < 100 {
            customer.operate(json!({ "operationName": "UpdateUserData", "userData": { text: text }, "text": text }));
        }
        customer.say(text);
        let events = customer.events();
        assert!(events[1..].iter().all(|event| event.text.as_deref() == Some(text)));
        assert_eq!(events.last().unwrap().from.nickname, text);
        let chat = emulator.chats().await.unwrap().pop().unwrap();
        assert_eq!(chat.request, params);
        assert!(
            text.len() >= 100 || chat.user_data.get(text).map(|value| value.as_str().unwrap_or_default()) == Some(text)
        );
    }
}

#[tokio::test]
async fn a_script_looks_for_its_text_in_any_text() {
    let script = crate::customer::script(json!([
        { "when": "message", "containing": "\u{0}é", "steps": [{ "do": "say", "who": "bot", "text": "\u{0}" }] }
    ]));
    let emulator = emulator(script).await;
    let mut customer = Customer::new(&emulator);
    customer.say("a\u{0}éb");
    assert_eq!(customer.events().last().unwrap().text.as_deref(), Some("\u{0}"));
}
