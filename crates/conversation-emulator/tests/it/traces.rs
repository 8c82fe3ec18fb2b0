//! What is traced, and what never is.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use conversation_emulator::{Emulator, Fault};
use serde_json::json;

use crate::server::{Server, send};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_request_is_an_event_without_a_key_an_id_or_a_text() {
    let lines = Lines::default();
    let writer = lines.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    let server = Server::new(Emulator::builder().seed(77).start().await.unwrap());
    let interaction = server.interaction("canary-user").await;
    let message = server.say("canary-user", &interaction, "canary-text").await;
    send(server.asking("canary-user", &message)).await;
    let bad = server.user("canary-user", "POST", "/messages").json(&json!({ "content": ["canary-bad"] }));
    send(bad.header("x-proficient-user-hmac", server.emulator.sign("canary-user"))).await;
    send(server.admin("GET", "/nothing-canary-path?canary-query")).await;
    server.emulator.faults().next(Fault::DroppedAfter);
    server.user("canary-user", "GET", "/interactions?limit=7").send().await.unwrap_err();

    let lines = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let keys = server.emulator.keys();
    let hmac = server.emulator.sign("canary-user");
    for secret in [
        keys.publishable_key().expose(),
        keys.secret_key().expose(),
        keys.hmac_secret().expose(),
        &hmac,
        "canary",
        interaction.id.as_str(),
        message.id.as_str(),
    ] {
        assert!(!lines.contains(secret), "{secret}");
    }
    for event in [
        r#"answered method=POST path="/messages/{message_id}/ask" operation="messages_ask" status=200"#,
        r#"answered method=POST path="/messages" operation="messages_create" status=400"#,
        r#"answered method=GET path="unknown" status=404"#,
        r#"answered method=GET path="/interactions" operation="interactions_list" fault="dropped_after""#,
    ] {
        assert!(lines.contains(event), "{event} in {lines}");
    }
}
