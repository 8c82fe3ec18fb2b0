//! Who writes the replies of agents.

mod openai;
mod script;
mod seeded;

use std::{fmt, future::Future, pin::Pin};

use proficient_types::{Agent, AgentConfig, Message, User};

pub use openai::{ApiKey, OpenAiResponder};
pub use script::{ResponderScriptError, ScriptResponder};
pub use seeded::SeededResponder;

/// Writes the replies of agents.
///
/// A function of the question that gives a text is one:
///
/// ```
/// use conversation_emulator::{Emulator, Question};
///
/// let emulator = Emulator::builder().responder(|question: &Question| format!("You said: {}", question.asked().content));
/// ```
pub trait Responder: Send + Sync + 'static {
    /// The agent's reply to the question's last message.
    ///
    /// Nothing waits for it but the one who asked. An error is answered with 503 (`unavailable`), with its message.
    fn reply<'a>(&'a self, question: &'a Question) -> Reply<'a>;
}

/// A reply that is being written.
pub type Reply<'a> = Pin<Box<dyn Future<Output = Result<String, ResponderError>> + Send + 'a>>;

/// What an agent is asked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Question {
    /// The messages from the root down to the one that is to be replied to. It is never empty.
    pub thread: Vec<Message>,
    /// How many replies that message has by now.
    pub replies: u64,
    /// The user who asks.
    pub user: User,
    /// The agent that is asked.
    pub agent: Agent,
    /// How the agent talks.
    pub config: AgentConfig,
    /// The instructions of the configuration, rendered.
    pub system_message: Option<String>,
    /// The message that is to be replied to: the thread's last.
    asked: Message,
}

impl Question {
    pub(crate) fn new(
        thread: Vec<Message>,
        asked: Message,
        replies: u64,
        user: User,
        agent: Agent,
        config: AgentConfig,
        system_message: Option<String>,
    ) -> Self {
        Self { thread, replies, user, agent, config, system_message, asked }
    }

    /// The message that is to be replied to.
    pub fn asked(&self) -> &Message {
        &self.asked
    }
}

/// There is no reply. The message is sent to the client, so it must not contain a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponderError(String);

impl ResponderError {
    /// With these words.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for ResponderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ResponderError {}

impl<F: Fn(&Question) -> String + Send + Sync + 'static> Responder for F {
    fn reply<'a>(&'a self, question: &'a Question) -> Reply<'a> {
        Box::pin(std::future::ready(Ok(self(question))))
    }
}
