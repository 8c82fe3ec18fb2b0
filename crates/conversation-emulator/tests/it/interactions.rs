//! The operations on interactions.

use std::time::Duration;

use proficient_types::{Agent, Interaction, InteractionCreated, MessagesList};
use serde_json::{Value, json};

use crate::server::{NOW, Server, ok, refused, send};

async fn agent(server: &Server, params: Value) -> Agent {
    ok(server.admin("POST", "/agents").json(&params)).await
}

async fn start(server: &Server, user: &str, agent: &Agent) -> InteractionCreated {
    ok(server.user(user, "POST", "/interactions").json(&json!({ "agent_id": agent.id }))).await
}

#[tokio::test]
async fn a_user_who_has_the_first_turn_begins_with_no_message() {
    let server = Server::start().await;
    let body = json!({ "agent_id": server.emulator.agent_id() });
    let created = send(server.user("ada", "POST", "/interactions").json(&body)).await.json();
    let interaction = &created["interaction"];
    assert!(interaction["id"].as_str().unwrap().starts_with("int_"));
    assert_eq!(
        created,
        json!({
            "interaction": {
                "id": interaction["id"], "object": "interaction", "agent_id": server.emulator.agent_id(),
                "archived": false, "created_at": NOW, "initial_turn": "user", "name": "", "total_message_count": 0,
                "updated_at": NOW, "user_id": interaction["user_id"]
            },
            "messages": []
        })
    );
}

#[tokio::test]
async fn an_agent_who_has_the_first_turn_greets_by_its_template() {
    let server = Server::start().await;
    let agent = agent(
        &server,
        json!({
            "model": "openai.gpt-4", "display_name": "Help", "initial_turn": "agent",
            "greeting_message": "Hello {{#if user.first_name}}{{user.first_name}}{{else}}{{user.external_id}}{{/if}}, \
                                 this is {{agent.display_name}}."
        }),
    )
    .await;
    let created = start(&server, "ada", &agent).await;
    let [greeting] = &created.messages[..] else { panic!("{created:?}") };
    assert_eq!(greeting.content, "Hello ada, this is Help.");
    assert_eq!((greeting.sent_by.as_str(), greeting.depth), ("agent", 0));
    assert!(greeting.parent_id.is_absent());
    assert_eq!(
        (created.interaction.initial_turn.as_ref().unwrap().as_str(), created.interaction.total_message_count),
        ("agent", 1)
    );

    let path = format!("/users/{}", created.interaction.user_id);
    send(server.user("ada", "POST", &path).json(&json!({ "first_name": "Ada" }))).await;
    assert_eq!(start(&server, "ada", &agent).await.messages[0].content, "Hello Ada, this is Help.");

    // A change of the template touches nothing that was sent.
    let config = format!("/agents/{}/config", agent.id);
    send(server.admin("POST", &config).json(&json!({ "greeting_message": "" }))).await;
    assert!(start(&server, "ada", &agent).await.messages.is_empty());
    let path = format!("/messages?interaction_id={}", created.interaction.id);
    let list: MessagesList = ok(server.user("ada", "GET", &path)).await;
    assert_eq!(list.data, created.messages);
}

#[tokio::test]
async fn a_greeting_never_fails_however_long_a_name_is() {
    let server = Server::start().await;
    let template = "{{user.first_name}}".repeat(3_000);
    let agent = agent(&server, json!({ "model": "m", "greeting_message": template, "initial_turn": "agent" })).await;
    let user = json!({ "external_id": "ada", "first_name": "ü".repeat(400_000) });
    assert_eq!(send(server.admin("POST", "/users").json(&user)).await.status, 200);
    let created = start(&server, "ada", &agent).await;
    assert_eq!(created.messages[0].content.len(), 65_536);
}

#[tokio::test]
async fn an_inactive_agent_begins_nothing() {
    let server = Server::start().await;
    let path = format!("/agents/{}/deactivate", server.emulator.agent_id());
    send(server.admin("POST", &path)).await;
    let body = json!({ "agent_id": server.emulator.agent_id() });
    refused(server.user("ada", "POST", "/interactions").json(&body), 403, "forbidden").await;
    let body = json!({ "agent_id": "ag_unknown" });
    refused(server.user("ada", "POST", "/interactions").json(&body), 404, "resource_not_found").await;
}

#[tokio::test]
async fn an_update_changes_what_it_names_and_only_that() {
    let server = Server::start().await;
    let before = server.interaction("ada").await;
    let path = format!("/interactions/{}", before.id);
    server.emulator.clock().advance(Duration::from_secs(1));
    let update = |body: Value| ok::<Interaction>(server.user("ada", "POST", &path).json(&body));

    assert_eq!(update(json!({})).await, before);
    let named = update(json!({ "name": "Invoice", "later": [1] })).await;
    assert_eq!((named.name.as_deref(), named.updated_at.as_millis()), (Some("Invoice"), NOW + 1_000));
    server.emulator.clock().advance(Duration::from_secs(1));
    assert_eq!(update(json!({ "name": "Invoice" })).await, named, "the second time changes nothing more");
    assert_eq!(update(json!({})).await, named);
    assert_eq!(update(json!({ "name": null })).await, named, "null means that it is not given");
    let cleared = update(json!({ "name": "" })).await;
    assert_eq!((cleared.name.as_deref(), cleared.updated_at.as_millis()), (Some(""), NOW + 2_000));
    assert!(cleared.extra.is_empty());
}

#[tokio::test]
async fn a_time_is_never_before_an_earlier_one_though_the_clock_is_set_back() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let first = server.say("ada", &interaction, "one").await;
    server.emulator.clock().set(conversation_emulator::Timestamp::from_millis(5));
    let second = server.say("ada", &interaction, "two").await;
    assert!(second.created_at > first.created_at);
    let path = format!("/interactions/{}", interaction.id);
    let updated: Interaction = ok(server.user("ada", "POST", &path).json(&json!({ "name": "x" }))).await;
    assert_eq!(updated.updated_at, second.created_at);
}

#[tokio::test]
async fn a_deletion_takes_the_messages_along_and_the_second_finds_nothing() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let message = server.say("ada", &interaction, "one").await;
    let path = format!("/interactions/{}", interaction.id);
    let deleted: Interaction = ok(server.user("ada", "DELETE", &path)).await;
    assert_eq!((&deleted.id, deleted.total_message_count), (&interaction.id, 1));
    for request in [
        server.user("ada", "DELETE", &path),
        server.user("ada", "GET", &path),
        server.user("ada", "POST", &path).json(&json!({})),
        server.user("ada", "GET", &format!("/messages?interaction_id={}", interaction.id)),
        server.user("ada", "GET", &format!("/messages/{}", message.id)),
    ] {
        refused(request, 404, "resource_not_found").await;
    }
    assert!(server.emulator.messages(&interaction.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_interaction_of_another_user_is_forbidden() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let message = server.say("ada", &interaction, "secret").await;
    let id = &interaction.id;
    for request in [
        server.user("eve", "GET", &format!("/interactions/{id}")),
        server.user("eve", "POST", &format!("/interactions/{id}")).json(&json!({ "name": "mine" })),
        server.user("eve", "DELETE", &format!("/interactions/{id}")),
        server.user("eve", "GET", &format!("/interactions?starting_after={id}")),
        server.user("eve", "GET", &format!("/messages?interaction_id={id}")),
        server.user("eve", "GET", &format!("/messages/{}", message.id)),
        server.user("eve", "POST", "/messages").json(&json!({ "interaction_id": id, "content": "x" })),
        server.asking("eve", &message),
    ] {
        refused(request, 403, "forbidden").await;
    }
    let after: Interaction = ok(server.user("ada", "GET", &format!("/interactions/{id}"))).await;
    assert_eq!((after.name.as_deref(), after.total_message_count), (Some(""), 1));
}
