//! Asking an agent.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use conversation_emulator::{Emulator, Question, Reply, Responder, ResponderError, ScriptResponder};
use conversation_wire::Field;
use proficient_types::Message;
use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream, sync::Notify};

use crate::{
    raw,
    server::{Server, ok, refused, send},
};

#[tokio::test]
async fn a_reply_is_a_child_and_asked_again_it_is_another_beside_it() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let asked = server.say("ada", &interaction, "Where is my invoice?").await;
    let first: Message = ok(server.asking("ada", &asked)).await;
    let second: Message = ok(server.asking("ada", &asked)).await;
    for reply in [&first, &second] {
        assert_eq!((reply.depth, reply.sent_by.as_str()), (1, "agent"));
        assert_eq!(reply.parent_id, Field::Value(asked.id.clone()));
        assert!(!reply.content.is_empty());
    }
    assert_ne!(first.id, second.id);
    assert_ne!(first.content, second.content);
    assert!(second.created_at > first.created_at);
    refused(server.asking("ada", &first), 409, "conflict").await;
    assert_eq!(server.emulator.messages(&interaction.id).await.unwrap().len(), 3);
}

#[tokio::test]
async fn the_seed_and_the_conversation_decide_the_reply() {
    let mut runs = Vec::new();
    for seed in [1, 1, 2] {
        let server = Server::new(Emulator::builder().seed(seed).start().await.unwrap());
        let interaction = server.interaction("ada").await;
        let mut texts = Vec::new();
        for word in ["one", "two", "three", "four"] {
            let asked = server.say("ada", &interaction, word).await;
            texts.push(ok::<Message>(server.asking("ada", &asked)).await.content);
        }
        runs.push(texts);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
}

#[tokio::test]
async fn a_responder_gets_the_thread_and_not_the_other_branches() {
    let seen = Arc::new(Mutex::new(None));
    let keep = Arc::clone(&seen);
    let responder = move |question: &Question| {
        *keep.lock().unwrap() = Some(question.clone());
        format!("re: {}", question.asked().content)
    };
    let server = Server::new(Emulator::builder().responder(responder).start().await.unwrap());
    let path = format!("/agents/{}/config", server.emulator.agent_id());
    let config = json!({ "system_message": "Be kind to {{user.external_id}}." });
    send(server.admin("POST", &path).json(&config)).await;

    let interaction = server.interaction("ada").await;
    let root = server.say("ada", &interaction, "1").await;
    let reply: Message = ok(server.asking("ada", &root)).await;
    let other: Message = ok(server.asking("ada", &root)).await;
    let asked = server.say_below("ada", &reply, "2").await;
    server.say_below("ada", &other, "3").await;
    let last: Message = ok(server.asking("ada", &asked)).await;
    assert_eq!((&*last.content, last.depth), ("re: 2", 3));

    let question = seen.lock().unwrap().clone().unwrap();
    assert_eq!(question.thread, [root, reply, asked]);
    assert_eq!(question.system_message.as_deref(), Some("Be kind to ada."));
    assert_eq!((question.replies, question.user.external_id.as_str()), (0, "ada"));
}

#[tokio::test]
async fn a_script_replies_by_rule_or_in_turn() {
    let script = ScriptResponder::from_json(
        r#"{ "rules": [{ "containing": "invoice", "replies": ["On its way.", "In your inbox."] }],
             "replies": ["Hello!", "I see."] }"#,
    );
    let server = Server::new(Emulator::builder().responder(script.unwrap()).start().await.unwrap());
    let interaction = server.interaction("ada").await;
    let mut last = server.say("ada", &interaction, "Hi").await;
    for (said, times, replies) in [
        ("my name is Ada", 1, vec!["Hello!"]),
        ("and my invoice?", 3, vec!["On its way.", "In your inbox.", "On its way."]),
        ("thanks", 2, vec!["Hello!", "I see."]),
    ] {
        let asked = server.say_below("ada", &last, said).await;
        let mut texts = Vec::new();
        for _ in 0..times {
            let reply: Message = ok(server.asking("ada", &asked)).await;
            texts.push(reply.content.clone());
            last = reply;
        }
        assert_eq!(texts, replies, "{said}");
    }
}

#[tokio::test]
async fn a_script_without_a_reply_is_unavailable() {
    let script = ScriptResponder::from_json(r#"{ "rules": [{ "containing": "a", "replies": ["b"] }] }"#).unwrap();
    let server = Server::new(Emulator::builder().responder(script).start().await.unwrap());
    let interaction = server.interaction("ada").await;
    let asked = server.say("ada", &interaction, "x").await;
    let message = refused(server.asking("ada", &asked), 503, "unavailable").await;
    assert_eq!(message, "The agent gives no reply: the script has none for this message.");
    assert_eq!(server.emulator.messages(&interaction.id).await.unwrap().len(), 1);
}

/// Waits until it is told to reply.
struct Slow {
    asked: Arc<Notify>,
    go: Arc<Notify>,
}

impl Responder for Slow {
    fn reply<'a>(&'a self, _: &'a Question) -> Reply<'a> {
        Box::pin(async {
            self.asked.notify_one();
            self.go.notified().await;
            Ok::<_, ResponderError>("at last".to_owned())
        })
    }
}

#[tokio::test]
async fn the_store_is_free_while_a_responder_writes_and_what_is_gone_by_then_is_not_found() {
    for deleted in [false, true] {
        let (asked, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let slow = Slow { asked: Arc::clone(&asked), go: Arc::clone(&go) };
        let server = Server::new(Emulator::builder().responder(slow).start().await.unwrap());
        let interaction = server.interaction("ada").await;
        let message = server.say("ada", &interaction, "x").await;
        let asking = tokio::spawn(server.asking("ada", &message).send());
        asked.notified().await;
        let path = format!("/interactions/{}", interaction.id);
        let method = if deleted { "DELETE" } else { "GET" };
        assert_eq!(send(server.user("ada", method, &path)).await.status, 200);
        go.notify_one();
        let status = asking.await.unwrap().unwrap().status();
        assert_eq!(status, if deleted { 404 } else { 200 });
    }
}

#[tokio::test]
async fn a_question_is_answered_in_the_store_though_the_client_has_gone() {
    let (asked, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let slow = Slow { asked: Arc::clone(&asked), go: Arc::clone(&go) };
    let server = Server::new(Emulator::builder().responder(slow).start().await.unwrap());
    let interaction = server.interaction("ada").await;
    let message = server.say("ada", &interaction, "x").await;
    let body = json!({ "interaction_id": interaction.id }).to_string();
    let (head, length) = (raw::client(&server.emulator), body.len());
    let request = format!("POST /messages/{}/ask HTTP/1.1\r\n{head}content-length: {length}\r\n\r\n{body}", message.id);
    let address = server.emulator.proficient_url();
    let mut stream = TcpStream::connect(address.trim_start_matches("http://")).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    asked.notified().await;
    // Reset, so that the emulator sees it at once.
    stream.set_zero_linger().unwrap();
    drop(stream);
    tokio::time::sleep(Duration::from_millis(50)).await;
    go.notify_one();
    for _ in 0..200 {
        if server.emulator.messages(&interaction.id).await.unwrap().len() == 2 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the reply never came");
}

#[tokio::test]
async fn a_thread_of_thousands_is_asked_for() {
    let count = |question: &Question| question.thread.len().to_string();
    let server = Server::new(Emulator::builder().responder(count).start().await.unwrap());
    let interaction = server.interaction("ada").await;
    let mut messages = Vec::new();
    for depth in 0..10_000 {
        let mut message = Message::new(
            format!("msg_{depth}").into(),
            "x",
            conversation_emulator::Timestamp::from_millis(depth),
            depth,
            interaction.id.clone(),
            "user".into(),
        );
        if depth > 0 {
            message.parent_id = Field::Value(format!("msg_{}", depth - 1).into());
        }
        messages.push(message);
    }
    let last = messages[9_999].clone();
    server.emulator.insert_messages(messages).await.unwrap();
    assert_eq!(ok::<Message>(server.asking("ada", &last)).await.content, "10000");
}
