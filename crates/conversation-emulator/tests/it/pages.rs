//! Pages.

use fastrand::Rng;
use proficient_types::{InteractionsList, MessagesList};
use serde_json::json;

use crate::server::{Server, ok, refused};

#[tokio::test]
async fn walking_gives_every_message_exactly_once_for_any_size_and_limit() {
    let server = Server::start().await;
    let mut rng = Rng::with_seed(4);
    for size in [0, 1, 19, 20, 21, 57, 100, 101] {
        let interaction = server.interaction("ada").await;
        let mut roots = Vec::new();
        for number in 0..size {
            let text = format!("{number}");
            roots.push(match rng.choice(&roots) {
                Some(parent) if rng.bool() => server.say_below("ada", parent, &text).await,
                _ => server.say("ada", &interaction, &text).await,
            });
        }
        for limit in [None, Some(1), Some(2), Some(rng.usize(1..=100)), Some(100)] {
            let (mut walked, mut after) = (Vec::new(), String::new());
            loop {
                let limit_of = limit.map(|limit| format!("&limit={limit}")).unwrap_or_default();
                let path = format!("/messages?interaction_id={}{limit_of}{after}", interaction.id);
                let page: MessagesList = ok(server.user("ada", "GET", &path)).await;
                assert!(page.data.len() <= limit.unwrap_or(20));
                let full = page.data.len() == limit.unwrap_or(20);
                assert!(full || !page.has_more);
                walked.extend(page.data);
                assert_eq!(page.has_more, walked.len() < size, "size {size} limit {limit:?}");
                if !page.has_more {
                    break;
                }
                after = format!("&starting_after={}", walked.last().unwrap().id);
            }
            assert_eq!(walked, roots, "size {size} limit {limit:?}");
        }
    }
}

#[tokio::test]
async fn interactions_are_listed_newest_first_and_each_once() {
    let server = Server::start().await;
    let other = json!({ "model": "m" });
    let other: proficient_types::Agent = ok(server.admin("POST", "/agents").json(&other)).await;
    let mut all = Vec::new();
    for number in 0..45 {
        let agent = if number % 3 == 0 { &other.id } else { server.emulator.agent_id() };
        let body = json!({ "agent_id": agent });
        let created: proficient_types::InteractionCreated =
            ok(server.user("ada", "POST", "/interactions").json(&body)).await;
        all.insert(0, created.interaction);
        server.interaction("eve").await;
    }
    for agent in [None, Some(&other.id)] {
        let expected: Vec<_> =
            all.iter().filter(|interaction| agent.is_none_or(|agent| *agent == interaction.agent_id)).collect();
        for limit in [1, 7, 15, 44, 45, 100] {
            let (mut walked, mut after) = (Vec::new(), String::new());
            loop {
                let of_agent = agent.map(|agent| format!("&agent_id={agent}")).unwrap_or_default();
                let path = format!("/interactions?limit={limit}{of_agent}{after}");
                let page: InteractionsList = ok(server.user("ada", "GET", &path)).await;
                assert!(page.data.len() <= limit);
                walked.extend(page.data);
                assert_eq!(page.has_more, walked.len() < expected.len(), "limit {limit} agent {agent:?}");
                if !page.has_more {
                    break;
                }
                after = format!("&starting_after={}", walked.last().unwrap().id);
            }
            assert_eq!(walked.iter().collect::<Vec<_>>(), expected, "limit {limit} agent {agent:?}");
        }
    }
    // One that the user has, but not with this agent.
    let of_emulated = all.iter().find(|interaction| interaction.agent_id != other.id).unwrap();
    let path = format!("/interactions?agent_id={}&starting_after={}", other.id, of_emulated.id);
    refused(server.user("ada", "GET", &path), 404, "resource_not_found").await;
    refused(server.user("ada", "GET", "/interactions?agent_id=ag_x"), 404, "resource_not_found").await;
    refused(server.user("ada", "GET", "/interactions?starting_after=int_x"), 404, "resource_not_found").await;
}

#[tokio::test]
async fn a_message_that_comes_during_a_walk_is_on_a_later_page() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let first = server.say("ada", &interaction, "1").await;
    server.say("ada", &interaction, "2").await;
    let path = format!("/messages?interaction_id={}&limit=1", interaction.id);
    let page: MessagesList = ok(server.user("ada", "GET", &path)).await;
    assert_eq!(page.data, std::slice::from_ref(&first));
    server.say_below("ada", &first, "3").await;
    let path = format!("/messages?interaction_id={}&starting_after={}", interaction.id, first.id);
    let page: MessagesList = ok(server.user("ada", "GET", &path)).await;
    assert_eq!(page.data.iter().map(|message| &*message.content).collect::<Vec<_>>(), ["2", "3"]);
}
