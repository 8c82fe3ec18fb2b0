//! The errors of a call keep apart what went wrong.

use std::time::{Duration, Instant};

use conversation_emulator::{Emulator, Fault};
use conversation_http::Error as CallError;
use genesys_chat_client::Client as GenesysClient;
use proficient_client::{Auth, Client, Error, RequestPolicy};
use proficient_types::{ErrorCode, InteractionId, UserExternalId};

use crate::{customer, genesys, interaction, proficient::status, quick, server::Server};

fn client(url: &str) -> Client {
    let auth = Auth::publishable("pk_1", &UserExternalId::new("ann")).expect("a key");
    Client::new(url, auth).expect("a URL").with_policy(quick().with_attempts(2))
}

async fn get(url: &str) -> Error {
    client(url).interactions().get(&InteractionId::new("int_1")).await.expect_err("no interaction")
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_says_status_path_and_first_bytes() {
    for (head, body, path, begins) in [
        ("200 OK", r#"{"id": "int_1", "object": "interaction", "agent_id": 7}"#, "agent_id", r#"{"id": …"#),
        ("200 OK", "", "", ""),
        ("200 OK", r#"[{"text": "a customer's words"}]"#, "", r#"[{"text": …}]"#),
        ("403 Forbidden", "<html>\n<h1>no</h1>", "", r"<html>\n<h1>no</h1>"),
        ("418 I'm a teapot", r#"{"error": {"message": "x"}}"#, "error.code", r#"{"error": {"message": …}}"#),
    ] {
        let server = Server::answering(head, body).await;
        let error = get(&server.url).await;
        let Error::Decode(answer) = &error else { panic!("{head}: {error:?}") };
        assert_eq!(answer.status.as_u16().to_string(), head[..3]);
        assert_eq!(answer.path(), path, "{error}");
        assert!(answer.begins.starts_with(begins), "{error}");
        assert!(!error.is_retryable() && server.requests() == 1, "{head}");
        let said = error.to_string();
        assert!(said.starts_with("interactions_get: HTTP status ") && said.lines().count() == 1, "{said}");
        assert!(!said.contains("words"), "{said}");
    }
}

#[tokio::test]
async fn nesting_without_end_is_an_error() {
    for body in ["[".repeat(100_000), r#"{"a":"#.repeat(100_000)] {
        let server = Server::answering("200 OK", &body).await;
        assert!(matches!(get(&server.url).await, Error::Decode(_)));
    }
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_its_end() {
    let body = " ".repeat(3 << 20);
    let server = Server::answering("200 OK", &body).await;
    let client = client(&server.url).with_policy(quick().with_max_response_size(1 << 20));
    let error = client.interactions().get(&InteractionId::new("int_1")).await.expect_err("too much");
    let Error::Decode(answer) = &error else { panic!("{error:?}") };
    assert!(answer.error.is_none() && answer.length <= 1 << 20, "{error}");
}

#[tokio::test]
async fn what_may_pass_is_tried_as_often_as_the_policy_says() {
    for (head, retried) in [
        ("500 X", true),
        ("502 X", true),
        ("503 X", true),
        ("504 X", true),
        ("429 X", true),
        ("400 X", false),
        ("404 X", false),
    ] {
        let server = Server::answering(head, r#"{"error": {"code": "unknown", "message": "no"}}"#).await;
        let error = get(&server.url).await;
        assert!(matches!(error, Error::Api(_)), "{error:?}");
        assert_eq!((error.is_retryable(), server.requests()), (retried, if retried { 2 } else { 1 }), "{head}");
    }
    let server = Server::answering("502 Bad Gateway", "<html>").await;
    let error = get(&server.url).await;
    assert!(matches!(error, Error::Decode(_)) && error.is_retryable() && server.requests() == 2);
}

#[tokio::test]
async fn retry_after_is_waited_for_unless_it_is_too_long() {
    let head =
        |wait| format!("HTTP/1.1 429 X\r\nretry-after: {wait}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    let server = Server::raw(head(1)).await;
    let begin = Instant::now();
    get(&server.url).await;
    assert!(begin.elapsed() >= Duration::from_secs(1) && server.requests() == 2);
    let server = Server::raw(head(4_000_000_000_u64)).await;
    let begin = Instant::now();
    get(&server.url).await;
    assert!(begin.elapsed() < Duration::from_secs(1) && server.requests() == 1);
}

#[tokio::test]
async fn no_server_is_a_transport_error_and_nothing_happened() {
    let url = Server::answering("200 OK", "").await.url.clone();
    let error = get(&url).await;
    let Error::Transport(transport) = &error else { panic!("{error:?}") };
    assert!(!transport.was_connected && error.is_retryable() && !error.may_have_happened(), "{error}");
    let broken = Server::raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":").await;
    let error = get(&broken.url).await;
    assert!(matches!(&error, Error::Transport(error) if error.was_connected), "{error:?}");
    assert!(error.may_have_happened());
    let nonsense = Server::raw("SSH-2.0-OpenSSH_9\r\n").await;
    assert!(matches!(get(&nonsense.url).await, Error::Transport(_)));
}

#[tokio::test]
async fn a_redirect_is_not_followed_with_the_keys() {
    let other = Server::answering("200 OK", "{}").await;
    let head = format!("HTTP/1.1 307 X\r\nlocation: {}/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n", other.url);
    let server = Server::raw(head).await;
    let error = get(&server.url).await;
    assert!(matches!(&error, Error::Decode(answer) if answer.status.as_u16() == 307), "{error}");
    let said = error.to_string();
    assert!(
        said.contains(&format!("HTTP status 307: redirected to {}/; redirects are not followed", other.url)),
        "{said}"
    );
    assert_eq!(other.requests(), 0);
    // What was sent may be in the query.
    let server = Server::raw("HTTP/1.1 302 X\r\nlocation: /login?key=CANARY\r\ncontent-length: 0\r\n\r\n").await;
    let said = get(&server.url).await.to_string();
    assert!(said.contains("redirected to /login;") && !said.contains("CANARY"), "{said}");
}

#[tokio::test]
async fn an_error_without_a_body_is_its_status() {
    for status in [204, 403, 404, 502] {
        let server = Server::answering(&format!("{status} X"), "").await;
        let error = get(&server.url).await;
        assert_eq!(error.to_string(), format!("interactions_get: HTTP status {status} with an empty body"));
        assert_eq!((error.status(), error.is_not_found()), (Some(status), status == 404));
    }
    let server = Server::answering("404 X", r#"{"error": {"code": "resource_not_found", "message": "no"}}"#).await;
    let error = get(&server.url).await;
    assert!(error.is_not_found() && error.retry_after().is_none(), "{error}");
}

#[tokio::test]
async fn a_server_that_is_given_up_on_says_how_long_it_asked_to_wait() {
    let body = r#"{"error": {"code": "too_many_requests", "message": "no"}}"#;
    let head =
        format!("HTTP/1.1 429 X\r\nretry-after: 3600\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    let server = Server::raw(head + body).await;
    let error = get(&server.url).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(error.to_string().ends_with("(the server asks to wait 3600 s)"), "{error}");
}

#[tokio::test]
async fn a_deadline_is_for_the_whole_call() {
    let emulator = Emulator::builder().delay(Duration::from_secs(30)).start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    emulator.faults().share(Fault::ServerError, 1.0);
    let policy = RequestPolicy::default()
        .with_attempts(1000)
        .with_backoff(Duration::from_millis(20), Duration::from_millis(20))
        .with_deadline(Duration::from_millis(200));
    let client = client.with_policy(policy);
    let begin = Instant::now();
    client.interactions().get(&begun.id).await.expect_err("it never succeeds");
    // Creating reads the list as well.
    client.messages().create(&crate::text_below(&begun, None, "x")).await.expect_err("it never succeeds");
    emulator.faults().clear();
    emulator.faults().share(Fault::Slow, 1.0);
    let error = client.interactions().get(&begun.id).await.expect_err("too slow");
    assert!(matches!(error, Error::Timeout(_)), "{error}");
    assert!(begin.elapsed() < Duration::from_secs(10), "three calls of 200 ms each");
}

#[tokio::test]
async fn a_time_out_ends_an_attempt() {
    let emulator = Emulator::builder().delay(Duration::from_secs(30)).start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    emulator.faults().next(Fault::Slow);
    let short = client.clone().with_policy(RequestPolicy::once().with_timeout(Duration::from_millis(100)));
    let error = short.interactions().get(&begun.id).await.expect_err("too slow");
    assert!(matches!(error, Error::Timeout(_)) && error.is_retryable() && error.may_have_happened(), "{error}");
    emulator.faults().next(Fault::Slow);
    let twice = client.with_policy(quick().with_timeout(Duration::from_millis(300)));
    twice.interactions().get(&begun.id).await.expect("the second attempt");
}

#[tokio::test]
async fn only_what_was_asked_for_is_sent() {
    let server = Server::answering("404 X", r#"{"error": {"code": "resource_not_found", "message": "no"}}"#).await;
    assert_eq!(
        status(client(&server.url).interactions().get(&InteractionId::new("int/1")).await).1,
        ErrorCode::ResourceNotFound
    );
    let sent = server.received().await.concat().to_ascii_lowercase();
    assert!(sent.starts_with("get /interactions/int%2f1 http/1.1\r\n"), "{sent}");
    assert!(sent.contains("x-proficient-api-key: pk_1\r\n") && sent.contains("x-proficient-user-external-id: ann\r\n"));
    assert!(!sent.contains("api-version") && !sent.contains("referer"), "{sent}");
}

#[tokio::test]
async fn a_chat_answer_that_cannot_be_read_says_so() {
    let server = Server::answering("200 OK", r#"{"statusCode": "0", "secureKey": "CANARY"}"#).await;
    let client = GenesysClient::new(&server.url).expect("a URL").with_policy(quick());
    let error = client.request_chat(&genesys::params("Ann")).await.expect_err("no chat");
    // It may have been opened: nobody knows.
    let CallError::OutcomeUnknown(unknown) = &error else { panic!("{error:?}") };
    let Some(CallError::Decode(answer)) = &unknown.cause else { panic!("{error:?}") };
    assert_eq!((answer.path(), answer.status.as_u16()), ("statusCode", 200));
    assert!(!format!("{error} {error:?}").contains("CANARY"));
}

fn is_send<T: Send>(value: T) -> T {
    value
}

#[tokio::test]
async fn futures_and_streams_can_be_sent_to_another_task() {
    let emulator = Emulator::start().await.expect("it starts");
    let (client, chats) = (customer(&emulator), genesys::client(&emulator));
    let begun = is_send(interaction(&client, &emulator)).await;
    drop(is_send(client.interaction_tree(&begun.id)));
    drop(is_send(client.messages().all(begun.id.clone())));
    drop(is_send(client.interactions().all(None)));
    let chat = is_send(chats.request_chat(&genesys::params("Ann"))).await.expect("a chat");
    drop(is_send(chat.events()));
    drop(is_send(chat.send("text")));
    drop(is_send(chat.complete()));
}
