//! An emulator under test, and its client.

use conversation_emulator::{Clock, Emulator, Timestamp};
use conversation_http::{BaseUrl, http_client};
use conversation_wire::{WireType, decode};
use proficient_types::{ApiError, Interaction, InteractionCreated, Message};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

/// When the clock of a test stands.
pub(crate) const NOW: i64 = 1_686_000_000_000;

pub(crate) struct Server {
    pub(crate) emulator: Emulator,
    http: reqwest::Client,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Server {
    pub(crate) async fn start() -> Self {
        Self::new(Emulator::builder().clock(Clock::fixed(Timestamp::from_millis(NOW))).start().await.unwrap())
    }

    pub(crate) fn new(emulator: Emulator) -> Self {
        let http = http_client(&BaseUrl::parse(&emulator.proficient_url()).unwrap()).unwrap();
        Self { emulator, http }
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method: Method = method.parse().unwrap();
        self.http.request(method, format!("{}{path}", self.emulator.proficient_url()))
    }

    /// As the end user of this external id.
    pub(crate) fn user(&self, external_id: &str, method: &str, path: &str) -> RequestBuilder {
        self.request(method, path)
            .header("X-PROFICIENT-API-KEY", self.emulator.keys().publishable_key().expose())
            .header("X-PROFICIENT-USER-EXTERNAL-ID", external_id)
    }

    /// As an administrator.
    pub(crate) fn admin(&self, method: &str, path: &str) -> RequestBuilder {
        self.request(method, path).bearer_auth(self.emulator.keys().secret_key().expose())
    }

    pub(crate) async fn interaction(&self, external_id: &str) -> Interaction {
        let body = json!({ "agent_id": self.emulator.agent_id() });
        let created: InteractionCreated = ok(self.user(external_id, "POST", "/interactions").json(&body)).await;
        created.interaction
    }

    pub(crate) async fn say(&self, external_id: &str, interaction: &Interaction, text: &str) -> Message {
        let body = json!({ "interaction_id": interaction.id, "content": text });
        ok(self.user(external_id, "POST", "/messages").json(&body)).await
    }

    pub(crate) async fn say_below(&self, external_id: &str, parent: &Message, text: &str) -> Message {
        let body = json!({ "interaction_id": parent.interaction_id, "content": text, "parent_id": parent.id });
        ok(self.user(external_id, "POST", "/messages").json(&body)).await
    }

    pub(crate) fn asking(&self, external_id: &str, message: &Message) -> RequestBuilder {
        let path = format!("/messages/{}/ask", message.id);
        self.user(external_id, "POST", &path).json(&json!({ "interaction_id": message.interaction_id }))
    }
}

pub(crate) async fn send(request: RequestBuilder) -> Answer {
    let answer = request.send().await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    Answer { status, headers, body: answer.bytes().await.unwrap().to_vec() }
}

/// The body of an answer that is a success.
pub(crate) async fn ok<T: WireType>(request: RequestBuilder) -> T {
    let answer = send(request).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    assert_eq!(answer.headers["content-type"], "application/json");
    decode(&answer.body).unwrap()
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }

    /// That it is an error, with the documented body; its message.
    #[track_caller]
    pub(crate) fn is_error(&self, status: u16, code: &str) -> String {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        assert_eq!(self.headers["content-type"], "application/json");
        let error: ApiError = decode(&self.body).unwrap();
        assert_eq!(error.error.code, code);
        error.error.message
    }
}

pub(crate) async fn refused(request: RequestBuilder, status: u16, code: &str) -> String {
    send(request).await.is_error(status, code)
}
