//! The operations on agents and users.

use std::time::Duration;

use proficient_types::{Agent, AgentConfig, AgentsList, Interaction, User, UsersList};
use serde_json::{Value, json};

use crate::server::{NOW, Server, ok, refused, send};

#[tokio::test]
async fn an_agent_begins_with_what_it_was_given_and_what_is_decided() {
    let server = Server::start().await;
    let minimal = send(server.admin("POST", "/agents").json(&json!({ "model": "someone.new-9" }))).await.json();
    assert_eq!(
        minimal,
        json!({
            "id": minimal["id"], "object": "agent", "active": true, "description": "", "display_description": "",
            "display_name": "", "name": "Untitled agent", "created_at": NOW, "updated_at": NOW
        })
    );
    let path = format!("/agents/{}/config", minimal["id"].as_str().unwrap());
    assert_eq!(
        send(server.admin("GET", &path)).await.json(),
        json!({
            "object": "agent_config", "agent_id": minimal["id"], "anthropic": {}, "openai": {},
            "greeting_message": "", "initial_turn": "user", "model": "someone.new-9", "system_message": ""
        })
    );
    let given = json!({
        "model": "openai.gpt-4", "name": "a", "description": "b", "display_name": "c", "display_description": "d",
        "greeting_message": "Hi", "system_message": "You are {{agent.name}}.", "later": true,
        "openai": { "temperature": 1, "top_p": 0.5, "frequency_penalty": null, "later": 1 }
    });
    let agent: Agent = ok(server.admin("POST", "/agents").json(&given)).await;
    let config: AgentConfig = ok(server.admin("GET", &format!("/agents/{}/config", agent.id))).await;
    assert_eq!(config.initial_turn, Some("user".into()), "unless it is given");
    assert_eq!(
        serde_json::to_value(config.openai).unwrap(),
        json!({ "temperature": 1, "top_p": 0.5, "frequency_penalty": null })
    );

    let list: AgentsList = ok(server.user("ada", "GET", "/agents")).await;
    let ids: Vec<&str> = list.data.iter().map(|agent| agent.id.as_str()).collect();
    let newest_first = [agent.id.as_str(), minimal["id"].as_str().unwrap(), server.emulator.agent_id().as_str()];
    assert_eq!(ids, newest_first);
    assert_eq!(ok::<AgentsList>(server.admin("GET", "/agents")).await, list);
    assert_eq!(ok::<Agent>(server.user("ada", "GET", &format!("/agents/{}", agent.id))).await, agent);
}

#[tokio::test]
async fn an_update_of_an_agent_changes_what_it_names_and_only_that() {
    let server = Server::start().await;
    let given =
        json!({ "model": "m", "name": "a", "description": "b", "display_name": "c", "display_description": "d" });
    let before: Agent = ok(server.admin("POST", "/agents").json(&given)).await;
    let path = format!("/agents/{}", before.id);
    server.emulator.clock().advance(Duration::from_secs(1));
    let update = |body: Value| ok::<Agent>(server.admin("POST", &path).json(&body));
    assert_eq!(update(json!({})).await, before);
    let after = update(json!({ "name": "new", "description": "" })).await;
    assert_eq!(
        (&*after.name, &after.description, &after.display_name),
        ("new", &Some(String::new()), &before.display_name)
    );
    assert_eq!(after.updated_at.as_millis(), NOW + 1_000);
    server.emulator.clock().advance(Duration::from_secs(1));
    assert_eq!(update(json!({ "name": "new" })).await, after);
    let cleared = update(json!({ "display_name": "", "display_description": "" })).await;
    assert_eq!((cleared.display_name.as_deref(), cleared.display_description.as_deref()), (Some(""), Some("")));
    // Null means "not given".
    let same = update(json!({ "name": null, "display_name": null, "description": null })).await;
    assert_eq!(same.name, "new");
    refused(server.admin("POST", &path).json(&json!({ "name": 1 })), 400, "invalid_request").await;
}

#[tokio::test]
async fn activity_is_idempotent() {
    let server = Server::start().await;
    let path = format!("/agents/{}", server.emulator.agent_id());
    for (change, active) in [("deactivate", false), ("activate", true)] {
        server.emulator.clock().advance(Duration::from_secs(1));
        let first: Agent = ok(server.admin("POST", &format!("{path}/{change}"))).await;
        assert_eq!(first.active, active);
        server.emulator.clock().advance(Duration::from_secs(1));
        assert_eq!(ok::<Agent>(server.admin("POST", &format!("{path}/{change}"))).await, first);
        assert_eq!(ok::<Agent>(server.admin("GET", &path)).await, first);
    }
}

#[tokio::test]
async fn a_configuration_keeps_what_an_update_does_not_name_and_replaces_settings_whole() {
    let server = Server::start().await;
    let path = format!("/agents/{}/config", server.emulator.agent_id());
    let update = async |body: Value| send(server.admin("POST", &path).json(&body)).await.json();
    let all = update(json!({
        "anthropic": { "temperature": 0.5, "top_k": -1, "top_p": 0.25, "later": 1 }, "openai": { "temperature": 2 },
        "greeting_message": "Hi", "system_message": "Be kind.", "initial_turn": "agent", "model": "anthropic.claude-v1"
    }))
    .await;
    assert_eq!(all["anthropic"], json!({ "temperature": 0.5, "top_k": -1, "top_p": 0.25 }), "as it was written");
    assert_eq!(update(json!({})).await, all);
    let replaced = update(json!({ "anthropic": { "top_k": 4 }, "openai": {} })).await;
    assert_eq!((&replaced["anthropic"], &replaced["openai"]), (&json!({ "top_k": 4 }), &json!({})));
    assert_eq!(replaced["greeting_message"], "Hi");
    let cleared = update(json!({ "greeting_message": "", "system_message": "", "anthropic": {} })).await;
    assert_eq!((&cleared["model"], &cleared["initial_turn"]), (&json!("anthropic.claude-v1"), &json!("agent")));
    assert_eq!(cleared["anthropic"], json!({}));
    // Null means "not given".
    let nulls = json!({ "model": null, "initial_turn": null, "anthropic": null, "greeting_message": null });
    assert_eq!(update(nulls).await, cleared);
    assert_eq!(send(server.admin("GET", &path)).await.json(), cleared);
    for bad in [
        json!({ "anthropic": { "temperature": 1.1 } }),
        json!({ "anthropic": { "top_k": -2 } }),
        json!({ "anthropic": { "top_k": 1.5 } }),
        json!({ "openai": { "temperature": 2.5 } }),
        json!({ "openai": { "presence_penalty": -3 } }),
    ] {
        refused(server.admin("POST", &path).json(&bad), 400, "invalid_request").await;
    }
    assert_eq!(send(server.admin("GET", &path)).await.json(), cleared);
}

#[tokio::test]
async fn a_template_that_is_no_good_is_refused_with_its_place() {
    let server = Server::start().await;
    let body = json!({ "model": "m", "greeting_message": "Hello\n  {{#each user}}{{/each}}" });
    let message = refused(server.admin("POST", "/agents").json(&body), 400, "invalid_request").await;
    assert!(message.starts_with("greeting_message: the template is invalid at line 2, column 3: "), "{message}");
    let path = format!("/agents/{}/config", server.emulator.agent_id());
    for template in ["{{> /etc/passwd}}", "{{#if user}}", "{{", &"{{#if user}}".repeat(80_000)] {
        for field in ["greeting_message", "system_message"] {
            refused(server.admin("POST", &path).json(&json!({ field: template })), 400, "invalid_request").await;
        }
    }
    assert_eq!(ok::<AgentsList>(server.admin("GET", "/agents")).await.data.len(), 1);
}

#[tokio::test]
async fn a_user_is_made_once_and_listed_by_mode() {
    let server = Server::start().await;
    let create = |body: Value| server.admin("POST", "/users").json(&body);
    let ada: User = ok(create(json!({ "external_id": "ada", "first_name": "Ada" }))).await;
    let test: User =
        ok(create(json!({ "external_id": "test", "live_mode": false, "last_name": "T", "more": 0 }))).await;
    assert_eq!((ada.live_mode, &ada.first_name, &ada.last_name), (true, &Some("Ada".to_owned()), &Some(String::new())));
    assert!(ada.id.as_str().starts_with("u_"));
    refused(create(json!({ "external_id": "ada" })), 400, "invalid_request").await;
    // The client who comes with the external id is this user.
    assert_eq!(server.interaction("ada").await.user_id, ada.id);
    let list = |query: &str| ok::<UsersList>(server.admin("GET", &format!("/users{query}")));
    assert_eq!(list("").await.data, [test.clone(), ada.clone()], "newest first");
    assert_eq!(list("?live_mode=true").await.data, std::slice::from_ref(&ada));
    assert_eq!(list("?live_mode=false").await.data, std::slice::from_ref(&test));
    assert_eq!(list("?live_mode=perhaps").await.data, [test, ada]);
}

#[tokio::test]
async fn a_client_reads_and_changes_its_own_user_only() {
    let server = Server::start().await;
    let (ada, eve) = (server.interaction("ada").await.user_id, server.interaction("eve").await.user_id);
    let (ada_path, eve_path) = (format!("/users/{ada}"), format!("/users/{eve}"));
    assert_eq!(ok::<User>(server.user("ada", "GET", &ada_path)).await.id, ada);
    refused(server.user("ada", "GET", &eve_path), 404, "resource_not_found").await;
    refused(server.user("ada", "GET", "/users/u_x"), 404, "resource_not_found").await;
    let body = json!({ "first_name": "Ada", "last_name": "O" });
    let updated: User = ok(server.user("ada", "POST", &ada_path).json(&body)).await;
    assert_eq!((updated.first_name.as_deref(), updated.last_name.as_deref()), (Some("Ada"), Some("O")));
    refused(server.user("ada", "POST", &eve_path).json(&body), 403, "forbidden").await;
    refused(server.user("ada", "POST", "/users/u_x").json(&body), 404, "resource_not_found").await;
    let cleared: User = ok(server.admin("POST", &ada_path).json(&json!({ "last_name": "" }))).await;
    assert_eq!((cleared.first_name.as_deref(), cleared.last_name.as_deref()), (Some("Ada"), Some("")));
    assert_eq!(ok::<User>(server.admin("GET", &eve_path)).await.first_name.as_deref(), Some(""));
}

#[tokio::test]
async fn a_deletion_of_an_agent_or_a_user_takes_the_interactions_along() {
    let server = Server::start().await;
    let other: Agent = ok(server.admin("POST", "/agents").json(&json!({ "model": "m" }))).await;
    let kept = server.interaction("ada").await;
    let of_eve = server.interaction("eve").await;
    let body = json!({ "agent_id": other.id });
    let created: proficient_types::InteractionCreated =
        ok(server.user("ada", "POST", "/interactions").json(&body)).await;
    for interaction in [&kept, &created.interaction] {
        server.say("ada", interaction, "x").await;
    }
    server.say("eve", &of_eve, "x").await;

    let path = format!("/agents/{}", other.id);
    assert_eq!(ok::<Agent>(server.admin("DELETE", &path)).await, other);
    refused(server.admin("DELETE", &path), 404, "resource_not_found").await;
    let path = format!("/users/{}", of_eve.user_id);
    assert_eq!(ok::<User>(server.admin("DELETE", &path)).await.id, of_eve.user_id);
    refused(server.admin("DELETE", &path), 404, "resource_not_found").await;

    let left: Vec<Interaction> = server.emulator.interactions().await.unwrap();
    assert_eq!(left.iter().map(|interaction| &interaction.id).collect::<Vec<_>>(), [&kept.id]);
    for gone in [&created.interaction.id, &of_eve.id] {
        assert!(server.emulator.messages(gone).await.unwrap().is_empty());
    }
    assert_eq!(server.emulator.messages(&kept.id).await.unwrap().len(), 1);
    // A user who comes back is a new one.
    assert_ne!(server.interaction("eve").await.user_id, of_eve.user_id);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let server = Server::start().await;
    for (method, path, body) in [
        ("GET", "/agents/ag_x", None),
        ("POST", "/agents/ag_x", Some(json!({}))),
        ("DELETE", "/agents/ag_x", None),
        ("GET", "/agents/ag_x/config", None),
        ("POST", "/agents/ag_x/config", Some(json!({}))),
        ("POST", "/agents/ag_x/activate", None),
        ("POST", "/agents/ag_x/deactivate", None),
        ("GET", "/users/u_x", None),
        ("POST", "/users/u_x", Some(json!({}))),
        ("DELETE", "/users/u_x", None),
    ] {
        let request = server.admin(method, path);
        let request = match body {
            Some(body) => request.json(&body),
            None => request,
        };
        refused(request, 404, "resource_not_found").await;
    }
}
