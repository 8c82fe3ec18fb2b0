//! No secret and no text is in anything that can be printed.
//!
//! A process of its own: who traces is decided for all threads of one.

#[path = "../http/server.rs"]
mod server;

use std::{
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use conversation_core::ChatCredentials;
use conversation_http::Error as CallError;
use genesys_chat_client::{Client as GenesysClient, ResumePoint};
use genesys_chat_types::{Alias, ChatId, RequestChatParams, SecureKey, TenantName, UserId};
use proficient_client::{Auth, Client, Reconcile, RequestPolicy};
use proficient_types::{InteractionId, Message, MessageCreateParams, MessageId, SentBy, Timestamp, UserExternalId};
use tracing_subscriber::fmt::MakeWriter;

use server::Server;

const CANARY: &str = "CANARY";

fn quick() -> RequestPolicy {
    RequestPolicy::default().with_attempts(2).with_backoff(Duration::from_millis(1), Duration::from_millis(1))
}

/// Everything that was traced.
#[derive(Clone, Default)]
struct Traced(Arc<Mutex<Vec<u8>>>);

impl io::Write for Traced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Traced {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// What a server may answer that echoes all that it was sent: its secrets stand where `SECRETS` does.
const ANSWERS: &[(&str, &str)] = &[
    ("401 X", r#"{"error": {"code": "invalid_credentials", "message": "not SECRETS"}}"#),
    ("500 X", "<h1>not SECRETS</h1>"),
    ("200 OK", r#"{"id": 1, "secureKey": "CANARY", "content": "CANARY"}"#),
    ("200 OK", r#"{"statusCode": "CANARY", "secureKey": "CANARY", "messages": [{"text": "CANARY"}]}"#),
    ("200 OK", r#"{"statusCode": 2, "secureKey": "CANARY", "errors": [{"code": "x", "message": "not SECRETS"}]}"#),
    ("200 OK", r#"{"statusCode": 0, "secureKey": "CANARY", "messages": "CANARY"}"#),
    ("200 OK", "\"CANARY"),
    ("200 OK", ""),
];

#[tokio::test]
async fn no_secret_and_no_text_is_in_debug_errors_or_traces() {
    let traced = Traced::default();
    let subscriber = tracing_subscriber::fmt().with_writer(traced.clone()).with_max_level(tracing::Level::TRACE);
    let subscriber = subscriber.with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL).finish();
    tracing::subscriber::set_global_default(subscriber).expect("nobody else traces");
    let mut printed = String::new();
    for (head, body) in ANSWERS {
        proficient(head, body, &mut printed).await;
        genesys(head, body, &mut printed).await;
    }
    let traces = String::from_utf8(traced.0.lock().expect("no panic").clone()).expect("text");
    // What libraries below trace at TRACE is theirs to answer for, and off by default: ours are the spans.
    let ours: Vec<_> = traces.lines().filter(|line| line.contains("request{")).collect();
    assert!(
        ours.iter().any(|line| line.contains("operation=\"messages_create\"") && line.contains("status=401")),
        "{traces}"
    );
    assert!(ours.iter().any(|line| line.contains("method=\"POST\"") && line.contains("duration_ms=")), "{traces}");
    for (what, text) in [("printed", printed.as_str()), ("traced", traces.as_str())] {
        if let Some(line) = text.lines().find(|line| line.contains(CANARY)) {
            panic!("{what}: {line}");
        }
    }
}

async fn proficient(head: &str, body: &str, printed: &mut String) {
    let user = UserExternalId::new("CANARY-user");
    let hmac = Auth::publishable("pk_CANARY", &user).and_then(|auth| auth.with_hmac("CANARY-hmac"));
    let signed = Auth::publishable("pk_CANARY", &user).and_then(|auth| auth.signed_with("hsec_CANARY"));
    let auths = [
        (hmac, "pk_CANARY or CANARY-hmac"),
        (signed, "pk_CANARY or hsec_CANARY"),
        (Auth::secret("sk_CANARY"), "Bearer sk_CANARY"),
    ];
    for (auth, secrets) in auths {
        let auth = auth.expect("it can be sent");
        let server = Server::answering(head, &body.replace("SECRETS", secrets)).await;
        let client = Client::new(&server.url, auth.clone()).expect("a URL").with_policy(quick());
        printed.push_str(&format!("{auth:?} {client:?} {:?}\n", client.messages()));
        let unsettled = client.clone().with_reconcile(Reconcile::Never);
        let interaction = InteractionId::new("int_1");
        let params = MessageCreateParams::new(interaction.clone(), "CANARY text");
        let message = Message::new(
            MessageId::new("msg_1"),
            "CANARY text",
            Timestamp::from_millis(0),
            0,
            interaction.clone(),
            SentBy::User,
        );
        let errors = [
            client.messages().create(&params).await.err(),
            unsettled.messages().create(&params).await.err(),
            unsettled.messages().ask(&message.interaction_id, &message.id).await.err(),
            client.interaction_tree(&interaction).await.err(),
            client.interactions().delete(&interaction).await.err(),
        ];
        for error in errors.into_iter().flatten() {
            show(&error, printed);
        }
    }
}

async fn genesys(head: &str, body: &str, printed: &mut String) {
    let server = Server::answering(head, &body.replace("SECRETS", "key-CANARY")).await;
    let client = GenesysClient::new(&server.url).expect("a URL").with_policy(quick());
    let mut params = RequestChatParams::new(TenantName::new("Environment"));
    params.nickname = Some("CANARY nickname".into());
    // It is sent no secret, so none can be echoed.
    if !body.contains("SECRETS")
        && let Err(error) = client.request_chat(&params).await
    {
        show(&error, printed);
    }
    let key = SecureKey::new("key-CANARY");
    let credentials = ChatCredentials::new(UserId::new("user"), key, Alias::new("117"), TenantName::new("Environment"));
    let chat = client.resume(ResumePoint::new(ChatId::new("chat"), credentials));
    printed.push_str(&format!("{client:?} {chat:?} {:?} {:?}\n", chat.events(), chat.resume_point().await));
    let errors = [
        chat.send("CANARY text").await.err(),
        chat.get().await.err(),
        chat.update_nickname("CANARY name").await.err(),
        chat.push_url("http://CANARY").await.err(),
        chat.start_typing(Some("CANARY typing")).await.err(),
        chat.next_update().await.err(),
        chat.complete().await.err(),
    ];
    for error in errors.into_iter().flatten() {
        show(&error, printed);
    }
    printed.push_str(&format!("{:?} {}\n", chat.credentials().await, chat.completeness().await));
}

fn show<F, C>(error: &CallError<F, C>, printed: &mut String)
where
    CallError<F, C>: std::error::Error,
{
    printed.push_str(&format!("{error}\n{error:?}\n{error:#?}\n"));
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        printed.push_str(&format!("{error} {error:?}\n"));
        source = error.source();
    }
}
