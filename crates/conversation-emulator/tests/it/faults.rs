//! Every fault, as a client sees it.

use std::time::{Duration, Instant};

use conversation_emulator::{Emulator, Fault};
use proficient_types::{Interaction, Message, MessagesList};
use serde_json::json;
use tokio::io::AsyncWriteExt;

use crate::{
    raw,
    server::{Server, ok, refused, send},
};

const SLOW: Duration = Duration::from_millis(300);

async fn server() -> Server {
    Server::new(Emulator::builder().delay(SLOW).start().await.unwrap())
}

/// An interaction with ten messages.
async fn ten(server: &Server) -> (Interaction, Vec<Message>) {
    let interaction = server.interaction("ada").await;
    let mut messages = Vec::new();
    for number in 0..10 {
        messages.push(server.say("ada", &interaction, &number.to_string()).await);
    }
    (interaction, messages)
}

fn numbers(page: &MessagesList) -> Vec<&str> {
    page.data.iter().map(|message| message.content.as_str()).collect()
}

#[tokio::test]
async fn faults_of_a_page_change_that_page_and_no_other() {
    let server = server().await;
    let (interaction, messages) = ten(&server).await;
    let page = async |after: Option<usize>, fault: Option<Fault>| {
        let after = after.map(|after| format!("&starting_after={}", messages[after].id)).unwrap_or_default();
        let path = format!("/messages?interaction_id={}&limit=3{after}", interaction.id);
        let request = server.user("ada", "GET", &path);
        ok::<MessagesList>(match fault {
            Some(fault) => request.header("x-emulator-fault", fault.as_str()),
            None => request,
        })
        .await
    };
    let normal = page(Some(5), None).await;
    assert_eq!((numbers(&normal), normal.has_more), (vec!["6", "7", "8"], true));

    let looping = page(Some(8), Some(Fault::LoopingCursor)).await;
    assert_eq!((numbers(&looping), looping.has_more), (vec!["0", "1", "2"], true));
    let empty = page(Some(5), Some(Fault::EmptyPage)).await;
    assert_eq!((numbers(&empty), empty.has_more), (vec![], true));
    let repeated = page(Some(5), Some(Fault::RepeatedPage)).await;
    assert_eq!((numbers(&repeated), repeated.has_more), (vec!["3", "4", "5"], true));
    let reordered = page(Some(5), Some(Fault::Reordered)).await;
    let mut sorted = numbers(&reordered);
    assert_ne!(sorted, ["6", "7", "8"]);
    sorted.sort_unstable();
    assert_eq!((sorted, reordered.has_more), (vec!["6", "7", "8"], true));

    // On a first page there is nothing to loop or to repeat.
    for fault in [Fault::LoopingCursor, Fault::RepeatedPage] {
        assert_eq!(numbers(&page(None, Some(fault)).await), ["0", "1", "2"]);
    }
    assert_eq!(page(Some(5), None).await, normal);
    let injected = server.emulator.faults().injected();
    assert_eq!(injected.into_values().collect::<Vec<_>>(), [1, 1, 1, 1]);
}

#[tokio::test]
async fn faults_of_a_page_reach_the_list_of_interactions() {
    let server = server().await;
    let mut ids = Vec::new();
    for _ in 0..6 {
        ids.insert(0, server.interaction("ada").await.id);
    }
    for (fault, expected) in
        [(Fault::RepeatedPage, &ids[2..4]), (Fault::LoopingCursor, &ids[0..2]), (Fault::EmptyPage, &ids[0..0])]
    {
        server.emulator.faults().next(fault);
        let path = format!("/interactions?limit=2&starting_after={}", ids[3]);
        let page: proficient_types::InteractionsList = ok(server.user("ada", "GET", &path)).await;
        let listed: Vec<_> = page.data.into_iter().map(|interaction| interaction.id).collect();
        assert_eq!((&listed[..], page.has_more), (expected, true), "{fault}");
    }
}

fn creating(server: &Server, interaction: &Interaction) -> reqwest::RequestBuilder {
    let body = json!({ "interaction_id": interaction.id, "content": "x" });
    server.user("ada", "POST", "/messages").json(&body)
}

async fn count(server: &Server, interaction: &Interaction) -> usize {
    server.emulator.messages(&interaction.id).await.unwrap().len()
}

#[tokio::test]
async fn a_dropped_connection_has_done_nothing_before_and_everything_after() {
    let server = server().await;
    let interaction = server.interaction("ada").await;
    for (fault, done) in [(Fault::DroppedBefore, 0), (Fault::DroppedAfter, 1)] {
        server.emulator.faults().next_for("messages_create", fault);
        let error = creating(&server, &interaction).send().await.unwrap_err();
        assert!(!error.is_timeout() && !error.is_connect(), "{error:?}");
        assert_eq!(count(&server, &interaction).await, done, "{fault}");
    }
    // The connection ends without a byte.
    server.emulator.faults().next(Fault::DroppedAfter);
    let request = format!("GET /interactions HTTP/1.1\r\n{}\r\n", raw::client(&server.emulator));
    let emulator = server.emulator;
    let answer = tokio::task::spawn_blocking(move || raw::exchange(&emulator, request.as_bytes())).await.unwrap();
    assert_eq!(answer, b"");
}

#[tokio::test]
async fn a_truncated_body_promises_the_whole_and_has_half() {
    let server = server().await;
    let (interaction, _) = ten(&server).await;
    let path = format!("/messages?interaction_id={}", interaction.id);
    let whole = send(server.user("ada", "GET", &path)).await.body;
    let request =
        format!("GET {path} HTTP/1.1\r\nx-emulator-fault: truncated_body\r\n{}\r\n", raw::client(&server.emulator));
    let answer = tokio::task::spawn_blocking({
        let emulator = server.emulator;
        move || raw::exchange(&emulator, request.as_bytes())
    });
    let answer = answer.await.unwrap();
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&answer[..end]);
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    assert!(head.contains(&format!("content-length: {}", whole.len())), "{head}");
    assert_eq!(&answer[end + 4..], &whole[..whole.len() / 2]);
}

#[tokio::test]
async fn slow_is_done_at_once_and_late_is_not() {
    let server = server().await;
    let interaction = server.interaction("ada").await;
    for (fault, done) in [(Fault::Slow, 1), (Fault::Late, 1)] {
        server.emulator.faults().next_for("messages_create", fault);
        let began = Instant::now();
        let asking = tokio::spawn(creating(&server, &interaction).send());
        tokio::time::sleep(SLOW / 3).await;
        assert_eq!(count(&server, &interaction).await, done, "{fault}");
        assert_eq!(asking.await.unwrap().unwrap().status(), 200);
        assert!(began.elapsed() >= SLOW, "{fault}");
    }
    assert_eq!(count(&server, &interaction).await, 2);
}

#[tokio::test]
async fn late_is_done_though_the_client_has_gone() {
    let server = server().await;
    let interaction = server.interaction("ada").await;
    server.emulator.faults().next_for("messages_create", Fault::Late);
    let error = creating(&server, &interaction).timeout(SLOW / 3).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(count(&server, &interaction).await, 0);
    tokio::time::sleep(SLOW * 2).await;
    assert_eq!(count(&server, &interaction).await, 1);
}

/// The connection is reset, so what was sent and not yet read is lost.
#[tokio::test]
async fn late_has_read_the_body_before_it_waits() {
    let server = server().await;
    let interaction = server.interaction("ada").await;
    let body = json!({ "interaction_id": interaction.id, "content": "x".repeat(500_000) }).to_string();
    let head = raw::client(&server.emulator);
    let length = body.len();
    let request =
        format!("POST /messages HTTP/1.1\r\nx-emulator-fault: late\r\n{head}content-length: {length}\r\n\r\n{body}");
    let address = server.emulator.proficient_url();
    let mut stream = tokio::net::TcpStream::connect(address.trim_start_matches("http://")).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    tokio::time::sleep(SLOW / 2).await;
    stream.set_zero_linger().unwrap();
    drop(stream);
    tokio::time::sleep(SLOW * 2).await;
    assert_eq!(count(&server, &interaction).await, 1);
}

#[tokio::test]
async fn late_refuses_what_would_have_been_refused() {
    let server = server().await;
    let late = |request: reqwest::RequestBuilder| request.header("x-emulator-fault", "late");
    refused(late(server.user("ada", "POST", "/messages").body(vec![b'x'; 3 << 20])), 413, "invalid_request").await;
    refused(late(server.user("ada", "POST", "/messages").body("{")), 400, "invalid_request").await;
    refused(late(server.request("POST", "/messages").body("{}")), 401, "invalid_credentials").await;
}

#[tokio::test]
async fn a_server_error_is_any_of_the_four_with_the_work_done_or_not() {
    let server = server().await;
    let interaction = server.interaction("ada").await;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..100 {
        let before = count(&server, &interaction).await;
        server.emulator.faults().next(Fault::ServerError);
        let answer = send(creating(&server, &interaction)).await;
        let status = answer.status.as_u16();
        match status {
            500 => drop(answer.is_error(500, "unknown")),
            503 => drop(answer.is_error(503, "unavailable")),
            502 | 504 => assert!(answer.body.starts_with(b"<html>")),
            _ => panic!("{answer:?}"),
        }
        seen.insert((status, count(&server, &interaction).await - before));
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
}

#[tokio::test]
async fn too_many_requests_says_when_to_come_again_and_does_nothing() {
    let server = server().await;
    let interaction = server.interaction("ada").await;
    let mut waits = std::collections::BTreeSet::new();
    for _ in 0..30 {
        server.emulator.faults().next(Fault::TooManyRequests);
        let answer = send(creating(&server, &interaction)).await;
        answer.is_error(429, "too_many_requests");
        waits.insert(answer.headers["retry-after"].to_str().unwrap().to_owned());
    }
    assert_eq!(waits.into_iter().collect::<Vec<_>>(), ["0", "1"]);
    assert_eq!(count(&server, &interaction).await, 0);
}

#[tokio::test]
async fn a_share_of_the_requests_is_hit_and_clearing_ends_it() {
    let server = Server::new(Emulator::builder().seed(3).fault(Fault::TooManyRequests, 0.25).start().await.unwrap());
    let hits = async || {
        let mut hits = 0;
        for _ in 0..200 {
            hits += u32::from(send(server.user("ada", "GET", "/interactions")).await.status == 429);
        }
        hits
    };
    let quarter = hits().await;
    assert!((25..80).contains(&quarter), "{quarter}");
    assert_eq!(server.emulator.faults().injected()[&Fault::TooManyRequests], u64::from(quarter));
    server.emulator.faults().clear();
    assert_eq!(hits().await, 0);
}

#[tokio::test]
async fn a_fault_that_is_none_is_refused_with_the_names_there_are() {
    let server = server().await;
    let request = server.user("ada", "GET", "/interactions").header("x-emulator-fault", "earthquake");
    let message = refused(request, 400, "invalid_request").await;
    assert!(message.contains("looping_cursor"), "{message}");
}

#[tokio::test]
async fn a_fault_of_the_other_side_is_passed_over() {
    let server = server().await;
    for fault in [Fault::Holes, Fault::TryAgain, Fault::RenewedCredentials] {
        let request = server.user("ada", "GET", "/interactions").header("x-emulator-fault", fault.as_str());
        assert_eq!(send(request).await.status, 200);
    }
    assert!(server.emulator.faults().injected().is_empty());
}
