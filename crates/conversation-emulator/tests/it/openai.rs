//! Replies from an OpenAI-compatible endpoint, which is a few lines here.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
};
use conversation_emulator::{ApiKey, Emulator, OpenAiResponder};
use proficient_types::Message;
use serde_json::{Value, json};

use crate::server::{Server, ok, refused, send};

#[derive(Clone, Default)]
struct Endpoint {
    requests: Arc<Mutex<Vec<Asked>>>,
}

/// The `Authorization` of a request, and its body.
type Asked = (Option<String>, Value);

async fn complete(State(endpoint): State<Endpoint>, headers: HeaderMap, Json(body): Json<Value>) -> Response {
    let key = headers.get("authorization").map(|value| value.to_str().unwrap().to_owned());
    let asked = body["messages"].as_array().unwrap().last().unwrap()["content"].as_str().unwrap().to_owned();
    endpoint.requests.lock().unwrap().push((key, body));
    match &*asked {
        "fail" => (StatusCode::INTERNAL_SERVER_ERROR, "my key is sk-canary").into_response(),
        "nonsense" => "{}".into_response(),
        "empty" => json!({ "choices": [] }).to_string().into_response(),
        "large" => "x".repeat(3 << 20).into_response(),
        "slow" => {
            tokio::time::sleep(Duration::from_secs(30)).await;
            StatusCode::OK.into_response()
        }
        _ => {
            let choice = json!({ "index": 0, "message": { "role": "assistant", "content": format!("re: {asked}") } });
            Json(json!({ "id": "cmpl-1", "choices": [choice] })).into_response()
        }
    }
}

async fn endpoint() -> (Endpoint, String) {
    let endpoint = Endpoint::default();
    let router = Router::new().route("/v1/chat/completions", post(complete)).with_state(endpoint.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let service = hyper_util::service::TowerToHyperService::new(router.clone());
            let io = hyper_util::rt::TokioIo::new(stream);
            tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(io, service));
        }
    });
    (endpoint, url)
}

#[tokio::test]
async fn an_endpoint_is_asked_with_the_thread_the_system_message_and_the_settings() {
    let (endpoint, url) = endpoint().await;
    let responder = OpenAiResponder::new(&url).unwrap().with_api_key(ApiKey::new("sk-canary"));
    let server = Server::new(Emulator::builder().responder(responder).start().await.unwrap());
    let path = format!("/agents/{}/config", server.emulator.agent_id());
    let config = json!({
        "system_message": "Be kind to {{user.external_id}}.", "model": "openai.gpt-3.5-turbo",
        "openai": { "temperature": 0.5, "top_p": null, "presence_penalty": -1 }
    });
    send(server.admin("POST", &path).json(&config)).await;
    let interaction = server.interaction("ada").await;
    let root = server.say("ada", &interaction, "one").await;
    let reply: Message = ok(server.asking("ada", &root)).await;
    assert_eq!(reply.content, "re: one");
    let asked = server.say_below("ada", &reply, "two").await;
    assert_eq!(ok::<Message>(server.asking("ada", &asked)).await.content, "re: two");

    let anthropic =
        json!({ "model": "anthropic.claude-v1", "anthropic": { "top_p": -1, "top_k": 4, "temperature": 1 } });
    send(server.admin("POST", &path).json(&anthropic)).await;
    ok::<Message>(server.asking("ada", &asked)).await;

    let requests = endpoint.requests.lock().unwrap();
    let messages = json!([
        { "role": "system", "content": "Be kind to ada." }, { "role": "user", "content": "one" },
        { "role": "assistant", "content": "re: one" }, { "role": "user", "content": "two" }
    ]);
    assert_eq!(
        requests[1],
        (
            Some("Bearer sk-canary".to_owned()),
            json!({ "model": "gpt-3.5-turbo", "messages": messages, "temperature": 0.5, "presence_penalty": -1.0 })
        )
    );
    assert_eq!(requests[2].1, json!({ "model": "claude-v1", "messages": messages, "temperature": 1.0 }));
}

#[tokio::test]
async fn an_endpoint_that_fails_is_unavailable_and_no_secret_is_said() {
    let (_, url) = endpoint().await;
    let key = ApiKey::new("sk-canary");
    let responder = OpenAiResponder::new(&url).unwrap().with_timeout(Duration::from_millis(500)).with_api_key(key);
    assert!(!format!("{responder:?}").contains("canary"));
    let server = Server::new(Emulator::builder().responder(responder).start().await.unwrap());
    let interaction = server.interaction("ada").await;
    for (text, said) in [
        ("fail", "the endpoint answers with status 500"),
        ("nonsense", "the endpoint's answer has no choices[0].message.content"),
        ("empty", "the endpoint's answer has no choices[0].message.content"),
        ("large", "the endpoint's answer is too large"),
        ("slow", "the endpoint does not answer in time"),
    ] {
        let asked = server.say("ada", &interaction, text).await;
        let began = Instant::now();
        let message = refused(server.asking("ada", &asked), 503, "unavailable").await;
        assert_eq!(message, format!("The agent gives no reply: {said}."));
        assert!(began.elapsed() < Duration::from_secs(10), "{said}");
    }
    assert_eq!(server.emulator.messages(&interaction.id).await.unwrap().len(), 5);

    let unreachable = OpenAiResponder::new("http://127.0.0.1:1/v1").unwrap().with_model("any");
    let server = Server::new(Emulator::builder().responder(unreachable).start().await.unwrap());
    let interaction = server.interaction("ada").await;
    let asked = server.say("ada", &interaction, "x").await;
    let message = refused(server.asking("ada", &asked), 503, "unavailable").await;
    assert_eq!(message, "The agent gives no reply: the endpoint cannot be reached.");
}

#[test]
fn a_url_that_is_none_is_refused_at_once() {
    for url in ["", "localhost", "http://key:secret@localhost/v1"] {
        let error = OpenAiResponder::new(url).unwrap_err().to_string();
        assert!(!error.contains("secret@"), "{error}");
    }
}
