//! Replies that a file gives.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use conversation_wire::{DecodeError, decode_as};
use proficient_types::SentBy;
use serde::{Deserialize, Deserializer};

use super::{Question, Reply, Responder, ResponderError};

/// Gives the replies of a script.
///
/// The first rule whose text stands in the asked message replies; where none does, `replies` do.
///
/// ```
/// use conversation_emulator::ScriptResponder;
///
/// let script = ScriptResponder::from_json(
///     r#"{
///       "rules": [{ "containing": "invoice", "replies": ["Your invoice is on its way.", "It is in your inbox."] }],
///       "replies": ["Hello!", "I see.", "Goodbye."]
///     }"#,
/// )?;
///
/// let wrong = ScriptResponder::from_json(r#"{"rules": [{"containing": "invoice", "replies": "Yes."}]}"#);
/// assert_eq!(
///     wrong.unwrap_err().to_string(),
///     "the responder's script is not valid at line 1, column 54, rules[0].replies: \
///      expected an array, found a string"
/// );
/// # Ok::<(), conversation_emulator::ResponderScriptError>(())
/// ```
///
/// Nothing is counted between questions, so the same conversation always gets the same replies: a rule gives its first
/// reply, and the next when the same message is asked again; `replies` give the first as the first reply of a thread,
/// and the next the deeper the thread is and the more often it is asked again. Behind the last comes the first.
#[derive(Clone, Debug)]
pub struct ScriptResponder {
    script: Script,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    #[serde(default)]
    rules: Vec<Rule>,
    #[serde(default)]
    replies: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    containing: String,
    #[serde(deserialize_with = "one_or_more")]
    replies: Vec<String>,
}

/// A script that cannot be used, and where it is wrong.
#[derive(Debug)]
pub struct ResponderScriptError {
    file: Option<PathBuf>,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    Unread(io::Error),
    Invalid(DecodeError),
}

impl ScriptResponder {
    /// Reads a script from a text.
    ///
    /// # Errors
    ///
    /// When the text is no JSON or no script. The error has the line and the column.
    pub fn from_json(json: &str) -> Result<Self, ResponderScriptError> {
        decode(json.as_bytes()).map_err(|cause| ResponderScriptError { file: None, cause })
    }

    /// Reads a script from a file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or is no script. The error has the file, the line and the column.
    pub fn from_file(file: impl AsRef<Path>) -> Result<Self, ResponderScriptError> {
        let file = file.as_ref();
        let script = std::fs::read(file).map_err(Cause::Unread).and_then(|json| decode(&json));
        script.map_err(|cause| ResponderScriptError { file: Some(file.to_owned()), cause })
    }

    fn text(&self, question: &Question) -> Option<&String> {
        let asked = &question.asked().content;
        let rule = self.script.rules.iter().find(|rule| asked.contains(&rule.containing));
        let (replies, before) = match rule {
            Some(rule) => (&rule.replies, 0),
            None => {
                let of_agent = question.thread.iter().filter(|message| message.sent_by == SentBy::Agent);
                (&self.script.replies, of_agent.count() as u64)
            }
        };
        let place = before.wrapping_add(question.replies).checked_rem(replies.len() as u64)?;
        replies.get(place as usize)
    }
}

fn decode(json: &[u8]) -> Result<ScriptResponder, Cause> {
    // serde takes an array of its fields for a struct as well.
    let script = decode_as::<serde_json::Map<String, serde_json::Value>>("the responder's script", json)
        .and_then(|_| decode_as("the responder's script", json));
    Ok(ScriptResponder { script: script.map_err(Cause::Invalid)? })
}

fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let replies = Vec::deserialize(deserializer)?;
    if replies.is_empty() { Err(serde::de::Error::invalid_length(0, &"one reply or more")) } else { Ok(replies) }
}

impl Responder for ScriptResponder {
    fn reply<'a>(&'a self, question: &'a Question) -> Reply<'a> {
        let text = self.text(question).cloned();
        let text = text.ok_or_else(|| ResponderError::new("the script has none for this message"));
        Box::pin(std::future::ready(text))
    }
}

impl fmt::Display for ResponderScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}: ", file.display())?;
        }
        match &self.cause {
            Cause::Unread(error) => write!(f, "the responder's script cannot be read: {error}"),
            Cause::Invalid(error) => {
                f.write_str("the responder's script is not valid")?;
                if let (Some(line), Some(column)) = (error.line(), error.column()) {
                    write!(f, " at line {line}, column {column}")?;
                }
                match error.path() {
                    "" => write!(f, ": {}", error.message()),
                    path => write!(f, ", {path}: {}", error.message()),
                }
            }
        }
    }
}

impl std::error::Error for ResponderScriptError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Unread(error) => Some(error),
            Cause::Invalid(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_script_is_refused_with_line_and_column() {
        for (json, said) in [
            ("", "at line 1, column 1: "),
            ("[]", "at line 1, column 1: expected an object"),
            ("{\n  \"reply\": 1\n}", "at line 2, column 9, reply: "),
            ("{\"replies\": [\n1]}", "at line 2, column 1, replies[0]: expected a string"),
            ("{\"rules\": [{\"containing\": \"a\"}]}", "rules[0].replies: missing required field"),
            ("{\"rules\": [{\"containing\": \"a\", \"replies\": []}]}", "rules[0].replies: expected one reply or more"),
            (&"[".repeat(10_000), "at line 1, column "),
        ] {
            let error = ScriptResponder::from_json(json).expect_err(json).to_string();
            assert!(error.contains(said), "{json}: {error}");
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = ScriptResponder::from_file("no/such/script.json").unwrap_err().to_string();
        assert!(error.starts_with("no/such/script.json: the responder's script cannot be read: "), "{error}");
    }
}
