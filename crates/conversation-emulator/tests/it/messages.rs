//! The tree of messages.

use conversation_core::Forest;
use conversation_wire::Field;
use proficient_types::{Interaction, Message, MessagesList};
use serde_json::json;

use crate::server::{NOW, Server, ok, refused, send};

#[tokio::test]
async fn a_message_is_one_deeper_than_its_parent_and_later_than_all_before() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let root = server.say("ada", &interaction, "one").await;
    let left = server.say_below("ada", &root, "two").await;
    let right = server.say_below("ada", &root, "two again").await;
    let leaf = server.say_below("ada", &left, "three").await;
    let second_root = server.say("ada", &interaction, "another matter").await;

    let depths: Vec<i64> = [&root, &left, &right, &leaf, &second_root].map(|message| message.depth).to_vec();
    assert_eq!(depths, [0, 1, 1, 2, 0]);
    assert_eq!(leaf.parent_id, Field::Value(left.id.clone()));
    assert!(root.parent_id.is_absent());
    // The clock stands still, but the times increase.
    let times: Vec<i64> =
        [&root, &left, &right, &leaf, &second_root].map(|message| message.created_at.as_millis()).to_vec();
    assert_eq!(times, [NOW, NOW + 1, NOW + 2, NOW + 3, NOW + 4]);

    let path = format!("/interactions/{}", interaction.id);
    let after: Interaction = ok(server.user("ada", "GET", &path)).await;
    assert_eq!((after.total_message_count, after.updated_at), (5, second_root.created_at), "of all branches");

    let path = format!("/messages?interaction_id={}", interaction.id);
    let list: MessagesList = ok(server.user("ada", "GET", &path)).await;
    assert_eq!(list.data, [root, left, right, leaf, second_root]);
    assert!(!list.has_more);
    assert_eq!(server.emulator.messages(&interaction.id).await.unwrap(), list.data);
    let (forest, defects) = Forest::build(list.data);
    assert_eq!((forest.roots().len(), forest.len(), defects), (2, 5, vec![]));
}

#[tokio::test]
async fn a_root_answers_as_it_was_asked_for_absent_or_null() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let body = json!({ "interaction_id": interaction.id, "content": "x", "parent_id": null });
    let null = send(server.user("ada", "POST", "/messages").json(&body)).await.json();
    assert_eq!(null["parent_id"], json!(null));
    assert!(null.as_object().unwrap().contains_key("parent_id"));
    let absent = server.say("ada", &interaction, "x").await;
    assert!(absent.parent_id.is_absent());
    let again: Message = ok(server.user("ada", "GET", &format!("/messages/{}", null["id"].as_str().unwrap()))).await;
    assert!(again.parent_id.is_null());
}

#[tokio::test]
async fn a_parent_of_another_interaction_is_not_found() {
    let server = Server::start().await;
    let (here, there) = (server.interaction("ada").await, server.interaction("ada").await);
    let elsewhere = server.say("ada", &there, "x").await;
    for parent in [elsewhere.id.as_str(), "msg_unknown"] {
        let body = json!({ "interaction_id": here.id, "content": "x", "parent_id": parent });
        refused(server.user("ada", "POST", "/messages").json(&body), 404, "resource_not_found").await;
    }
    let path = format!("/messages?interaction_id={}&starting_after={}", here.id, elsewhere.id);
    refused(server.user("ada", "GET", &path), 404, "resource_not_found").await;
    let path = format!("/messages/{}/ask", elsewhere.id);
    let body = json!({ "interaction_id": here.id });
    refused(server.user("ada", "POST", &path).json(&body), 404, "resource_not_found").await;
    refused(server.user("ada", "GET", "/messages/msg_unknown"), 404, "resource_not_found").await;
    let body = json!({ "interaction_id": "int_unknown", "content": "x" });
    refused(server.user("ada", "POST", "/messages").json(&body), 404, "resource_not_found").await;
}

#[tokio::test]
async fn an_inactive_agent_takes_no_message() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let message = server.say("ada", &interaction, "x").await;
    let agent = format!("/agents/{}", interaction.agent_id);
    send(server.admin("POST", &format!("{agent}/deactivate"))).await;
    let body = json!({ "interaction_id": interaction.id, "content": "x" });
    refused(server.user("ada", "POST", "/messages").json(&body), 409, "conflict").await;
    refused(server.asking("ada", &message), 409, "conflict").await;
    // What is there can be read.
    let path = format!("/messages?interaction_id={}", interaction.id);
    assert_eq!(send(server.user("ada", "GET", &path)).await.status, 200);
    send(server.admin("POST", &format!("{agent}/activate"))).await;
    server.say("ada", &interaction, "x").await;
}

#[tokio::test]
async fn a_text_comes_back_as_it_was_sent() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    for text in
        ["", "\0", "a\0b", "\u{10FFFF}\u{FEFF}\u{202E}", "'; DROP TABLE messages; --", "\\\"\n\r\t", "日本語 👩‍👩‍👧"]
    {
        let message = server.say("ada", &interaction, text).await;
        assert_eq!(message.content, text);
        let again: Message = ok(server.user("ada", "GET", &format!("/messages/{}", message.id))).await;
        assert_eq!(again, message);
    }
    let long = "ü".repeat(500_000);
    assert_eq!(server.say("ada", &interaction, &long).await.content, long);
}

#[tokio::test]
async fn messages_that_are_put_in_come_out_as_they_are() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let json = json!([
        { "id": "msg_1", "object": "message", "content": "a", "created_at": 9, "depth": 7,
          "interaction_id": interaction.id, "parent_id": "msg_missing", "sent_by": "supervisor", "mood": { "calm": 1.0 } },
        { "id": "msg_2", "object": "message", "content": "b", "created_at": 9, "depth": 1,
          "interaction_id": interaction.id, "parent_id": "msg_2", "sent_by": "user" }
    ]);
    let messages: Vec<Message> = serde_json::from_value(json.clone()).unwrap();
    server.emulator.insert_messages(messages.clone()).await.unwrap();
    let path = format!("/messages?interaction_id={}", interaction.id);
    assert_eq!(send(server.user("ada", "GET", &path)).await.json()["data"], json);
    // A message that is its own parent can be asked.
    assert_eq!(send(server.asking("ada", &messages[1])).await.status, 200);

    let taken = server.emulator.insert_messages(messages).await;
    assert!(taken.is_err());
    let mut homeless = server.say("ada", &interaction, "x").await;
    homeless.interaction_id = "int_unknown".into();
    let error = server.emulator.insert_messages(vec![homeless]).await.unwrap_err();
    assert_eq!(error.to_string(), "there is no interaction int_unknown");
    assert_eq!(server.emulator.messages(&interaction.id).await.unwrap().len(), 4);
}

#[tokio::test]
async fn messages_of_an_emulator_with_the_same_seed_can_be_put_in() {
    let (one, other) = (Server::start().await, Server::start().await);
    let from = one.interaction("ada").await;
    one.say("ada", &from, "one").await;
    one.say("ada", &from, "two").await;
    let into = other.interaction("ada").await;
    assert_eq!(from.id, into.id);
    other.emulator.insert_messages(one.emulator.messages(&from.id).await.unwrap()).await.unwrap();
    let third = other.say("ada", &into, "three").await;
    let all = other.emulator.messages(&into.id).await.unwrap();
    assert_eq!(all.len(), 3);
    assert!(all[..2].iter().all(|message| message.id != third.id && message.created_at < third.created_at));
}

#[tokio::test]
async fn an_empty_parent_is_none() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let body = json!({ "interaction_id": interaction.id, "content": "x", "parent_id": "" });
    let sent: serde_json::Value =
        server.user("ada", "POST", "/messages").json(&body).send().await.unwrap().json().await.unwrap();
    assert_eq!((&sent["depth"], sent.get("parent_id")), (&json!(0), None));
}
