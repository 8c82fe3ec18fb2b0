//! What agents and bots do in a chat by themselves, as a script says.

mod check;
mod document;
mod object;
mod place;

use std::fmt;

use conversation_wire::decode_as;
use serde::{Deserialize, Deserializer, Serialize};

pub(crate) use document::{Action, Member, Rule, Step, Trigger};

/// Who joins the chats of the emulator by itself, what they do, and what makes them do it.
///
/// It is a JSON document. The participants are named once; each rule says when its steps begin.
///
/// ```
/// use conversation_emulator::Script;
///
/// let script = Script::from_json(
///     r#"{
///       "participants": [
///         { "name": "bot", "nickname": "system", "type": "External" },
///         { "name": "kim", "nickname": "Kim", "type": "Agent" }
///       ],
///       "rules": [
///         { "when": "request", "steps": [
///           { "do": "join", "who": "bot" },
///           { "do": "say", "who": "bot", "text": "agent will be with you shortly ..." }
///         ]},
///         { "when": "message", "number": 1, "steps": [
///           { "do": "join", "who": "kim", "after_ms": 5000 },
///           { "do": "typing_started", "who": "kim", "after_ms": 1000 },
///           { "do": "say", "who": "kim", "text": "Hello, how can I help?", "after_ms": 2000 }
///         ]},
///         { "when": "message", "containing": "goodbye", "steps": [{ "do": "end", "who": "kim" }] }
///       ]
///     }"#,
/// )?;
///
/// let wrong = Script::from_json(r#"{"rules": [{"when": "end", "steps": [{"do": "say", "who": "bto"}]}]}"#);
/// assert_eq!(
///     wrong.unwrap_err().to_string(),
///     "the script is not valid at line 1, column 59, rules[0].steps[0].who: no participant has this name"
/// );
/// # Ok::<(), conversation_emulator::ScriptError>(())
/// ```
///
/// The README of the crate describes every field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Script {
    participants: Vec<Member>,
    rules: Vec<Rule>,
}

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    ///
    /// When the text is not JSON, not a script, or a script that names what it does not have. The error has the line
    /// and the column.
    pub fn from_json(json: &str) -> Result<Self, ScriptError> {
        let object::Object(document) = decode_as("Script", json.as_bytes()).map_err(|error| ScriptError {
            line: error.line().unwrap_or(1),
            column: error.column().unwrap_or(1),
            path: error.path().to_owned(),
            message: error.message().to_owned(),
        })?;
        Self::checked(document).map_err(|flaw| {
            let (line, column) = place::place(json, &flaw.path).unwrap_or((1, 1));
            ScriptError { line, column, path: place::written(&flaw.path), message: flaw.message.to_owned() }
        })
    }

    /// The script of chats that no participant joins automatically.
    pub fn empty() -> Self {
        Self { participants: Vec::new(), rules: Vec::new() }
    }

    fn checked(document: document::Document) -> Result<Self, check::Flaw> {
        let document::Document { participants, rules } = document;
        check::check(&participants, &rules)?;
        Ok(Self { participants, rules })
    }

    /// The participant that steps call `name`.
    pub(crate) fn member(&self, name: &str) -> Option<&Member> {
        self.participants.iter().find(|member| member.name == name)
    }

    /// The rules for when a chat is requested.
    pub(crate) fn on_request(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.when == Trigger::Request)
    }

    /// The rules for the client's message `text`, the chat's `number`th.
    pub(crate) fn on_message(&self, text: &str, number: i64) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| {
            rule.when == Trigger::Message
                && rule.number.is_none_or(|wanted| wanted == number)
                && rule.containing.as_deref().is_none_or(|wanted| text.contains(wanted))
        })
    }

    /// The rules for the end of a chat.
    pub(crate) fn on_end(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.when == Trigger::End)
    }
}

/// A bot, `system`, that joins at once, greets, and answers every message with a text that the seed picks.
impl Default for Script {
    fn default() -> Self {
        let bot = || Some("system".to_owned());
        let step = |action| Step { action, who: bot(), text: None, user_data: None, after_ms: 0 };
        let greeting = Step { text: Some("agent will be with you shortly ...".to_owned()), ..step(Action::Say) };
        let rule = |when, steps| Rule { when, containing: None, number: None, steps };
        Self {
            participants: vec![Member {
                name: "system".to_owned(),
                nickname: "system".to_owned(),
                type_: genesys_chat_types::ParticipantType::External,
            }],
            rules: vec![
                rule(Trigger::Request, vec![step(Action::Join), greeting]),
                rule(Trigger::Message, vec![step(Action::Say)]),
            ],
        }
    }
}

impl<'de> Deserialize<'de> for Script {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = object::Object::deserialize(deserializer)?.0;
        Self::checked(document).map_err(|flaw| {
            serde::de::Error::custom(format_args!("at {}: {}", place::written(&flaw.path), flaw.message))
        })
    }
}

/// Why a text is no script, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptError {
    line: usize,
    column: usize,
    path: String,
    message: String,
}

impl ScriptError {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in bytes, from 1.
    pub fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, path, message } = self;
        write!(f, "the script is not valid at line {line}, column {column}")?;
        if !path.is_empty() {
            write!(f, ", {path}")?;
        }
        write!(f, ": {message}")
    }
}

impl std::error::Error for ScriptError {}

#[cfg(test)]
mod tests;
