//! Replies from a server that speaks OpenAI's protocol.

use std::{fmt, time::Duration};

use conversation_http::{BaseUrl, http_client};
use conversation_wire::secret_string;
use proficient_types::{AnthropicConfig, OpenAiConfig, SentBy};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Question, Reply, Responder, ResponderError};

secret_string! {
    /// What the endpoint wants as `Authorization: Bearer …`.
    pub struct ApiKey;
}

/// Asks an OpenAI-compatible endpoint: `POST {url}/chat/completions`.
///
/// It sends the thread, the rendered system message before it, and the settings of the agent for its model. The model's
/// name goes without its provider: `openai.gpt-4` is sent as `gpt-4`.
#[derive(Clone)]
pub struct OpenAiResponder {
    url: BaseUrl,
    client: reqwest::Client,
    api_key: Option<ApiKey>,
    model: Option<String>,
    timeout: Duration,
}

impl OpenAiResponder {
    /// Asks the endpoint at this URL, such as `http://localhost:11434/v1`, for at most a minute a reply.
    ///
    /// # Errors
    ///
    /// When it is no URL, or there can be no TLS.
    pub fn new(url: &str) -> Result<Self, ResponderError> {
        let refused = |error: conversation_http::InvalidArgument| ResponderError::new(error.to_string());
        let url = BaseUrl::parse(url).map_err(refused)?;
        let client = http_client(&url).map_err(refused)?;
        Ok(Self { url, client, api_key: None, model: None, timeout: Duration::from_secs(60) })
    }

    /// Sends this key.
    #[must_use]
    pub fn with_api_key(mut self, key: ApiKey) -> Self {
        self.api_key = Some(key);
        self
    }

    /// Always asks for this model instead of the agent's: a local endpoint may have no other.
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Gives up after this time.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    async fn ask(&self, question: &Question) -> Result<String, ResponderError> {
        let url = format!("{}/chat/completions", self.url.as_str());
        let mut request = self.client.post(url).timeout(self.timeout).json(&self.body(question));
        if let Some(key) = &self.api_key {
            request = request.bearer_auth(key.expose());
        }
        let mut answer = request.send().await.map_err(|error| unreached(&error))?;
        if !answer.status().is_success() {
            return Err(ResponderError::new(format!("the endpoint answers with status {}", answer.status().as_u16())));
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|error| unreached(&error))? {
            body.extend_from_slice(&part);
            if body.len() > MAX_ANSWER {
                return Err(ResponderError::new("the endpoint's answer is too large"));
            }
        }
        let completion: Option<Completion> = serde_json::from_slice(&body).ok();
        let text = completion.and_then(|completion| completion.choices.into_iter().next());
        text.map(|choice| choice.message.content)
            .ok_or_else(|| ResponderError::new("the endpoint's answer has no choices[0].message.content"))
    }

    fn body(&self, question: &Question) -> Value {
        let config = &question.config;
        let (provider, name) = config.model.as_str().split_once('.').unwrap_or(("", config.model.as_str()));
        let system = question.system_message.as_ref().map(|text| json!({ "role": "system", "content": text }));
        let thread = question.thread.iter().map(|message| {
            let role = if message.sent_by == SentBy::Agent { "assistant" } else { "user" };
            json!({ "role": role, "content": message.content })
        });
        let mut body = match provider {
            "anthropic" => config.anthropic.as_ref().map(anthropic_settings),
            _ => config.openai.as_ref().map(openai_settings),
        }
        .unwrap_or_default();
        body.insert("model".to_owned(), self.model.as_deref().unwrap_or(name).into());
        body.insert("messages".to_owned(), system.into_iter().chain(thread).collect());
        Value::Object(body)
    }
}

/// How large an answer may be, in bytes: as large as a message may be that a user sends.
const MAX_ANSWER: usize = crate::body::MAX_BODY;

fn openai_settings(config: &OpenAiConfig) -> Map<String, Value> {
    settings([
        ("frequency_penalty", config.frequency_penalty.value().map(|penalty| penalty.get())),
        ("presence_penalty", config.presence_penalty.value().map(|penalty| penalty.get())),
        ("temperature", config.temperature.value().map(|temperature| temperature.get())),
        ("top_p", config.top_p.value().map(|top_p| top_p.get())),
    ])
}

/// The protocol has no `top_k`, and an Anthropic `top_p` of -1 turns it off.
fn anthropic_settings(config: &AnthropicConfig) -> Map<String, Value> {
    settings([
        ("temperature", config.temperature.value().map(|temperature| temperature.get())),
        ("top_p", config.top_p.value().map(|top_p| top_p.get()).filter(|top_p| *top_p >= 0.0)),
    ])
}

fn settings<const N: usize>(given: [(&str, Option<f64>); N]) -> Map<String, Value> {
    given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.into()))).collect()
}

#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Content,
}

#[derive(Deserialize)]
struct Content {
    content: String,
}

/// In words that hold nothing of the request.
fn unreached(error: &reqwest::Error) -> ResponderError {
    ResponderError::new(if error.is_timeout() {
        "the endpoint does not answer in time"
    } else if error.is_connect() {
        "the endpoint cannot be reached"
    } else {
        "the connection to the endpoint broke off"
    })
}

impl Responder for OpenAiResponder {
    fn reply<'a>(&'a self, question: &'a Question) -> Reply<'a> {
        Box::pin(self.ask(question))
    }
}

impl fmt::Debug for OpenAiResponder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenAiResponder")
            .field("url", &self.url)
            .field("api_key", &self.api_key)
            .field("model", &self.model)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
