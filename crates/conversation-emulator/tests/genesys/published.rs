//! The published example, made anew.

use std::time::Duration;

use conversation_emulator::Timestamp;
use genesys_chat_types::{ChatEvent, RequestChatParams, TenantName};
use serde_json::{Value, json};

use crate::customer::{BEGIN, Customer, emulator, script};

#[tokio::test]
async fn the_published_transcript_can_be_played_event_by_event() {
    let published: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/genesys/get-messages.response.json")).unwrap();
    let expected: Vec<ChatEvent> = serde_json::from_value(published["messages"].clone()).unwrap();
    let says = |after: u64| json!({ "do": "say", "who": "bot", "text": "agent will be with you shortly ...", "after_ms": after });
    let emulator = emulator(script(json!([{ "when": "request", "steps": [
        { "do": "join", "who": "bot", "after_ms": 3000 },
        says(0), says(18_000), says(18_000), says(18_000), says(18_000), says(19_000), says(18_000),
    ]}])))
    .await;
    let mut params = RequestChatParams::new(TenantName::new("Environment"));
    params.nickname = Some("nickname".to_owned());
    let (mut customer, _) = Customer::request(&emulator, &params);
    let typing = |name| json!({ "operationName": name, "text": "I need help with account" });
    for (at, body) in [
        (1_406_239_925_000, json!({ "operationName": "SendMessage", "text": "I need help with account" })),
        (1_406_239_944_000, typing("SendStartTypingNotification")),
        (1_406_239_951_000, typing("SendStopTypingNotification")),
        (1_406_239_965_000, json!({ "operationName": "SendMessage", "text": "text text" })),
        (1_407_445_236_000, json!({ "operationName": "UpdateUserNickname", "nickname": "nickname" })),
        (1_407_445_262_000, json!({ "operationName": "SendUrl", "pushUrl": "http://push-url" })),
    ] {
        let at = Timestamp::from_millis(at);
        // For the two weeks between the bot's last words and the nickname, the client polls.
        while at.as_millis() - emulator.clock().now().as_millis() >= 300_000 {
            emulator.clock().advance(Duration::from_millis(299_999));
            assert_eq!(customer.events_from(14), (vec![], false));
        }
        emulator.clock().set(at);
        customer.operate(body);
    }
    assert_eq!(customer.events_from(1), (expected.clone(), false));
    assert_eq!(customer.events_from(5), (expected[4..].to_vec(), false), "positions are inclusive");
    assert_eq!(expected[0].utc_time.as_millis(), BEGIN);
}
