//! What can be wrong with an input.

use std::io;

use conversation_core::{
    convert::{ProjectError, RestoreError},
    model::ModelError,
};
use conversation_wire::DecodeError;
use genesys_chat_types::{ChatError, ChatStatus};
use proficient_types::{ApiError, InteractionId, MessageId};
use serde_json::Value;

use super::{Fault, place::Place};
use crate::{
    error::{io_reason, listed},
    escape,
};

/// Why there is no conversation to show. In words it is a single line, in which what a server said is escaped and cut.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("{}", io_reason(.0))]
    Unreadable(io::Error),
    #[error("empty, expected JSON {}", Place::START)]
    Empty,
    #[error("text in UTF-16, expected UTF-8 {}", Place::START)]
    Utf16,
    #[error("compressed ({format}), expected JSON: pipe it through `{program}`, with `-` as the file")]
    Compressed { format: &'static str, program: &'static str },
    #[error("{count} zero {} {place}", if *count == 1 { "byte" } else { "bytes" })]
    ZeroBytes { count: usize, place: Place },
    #[error("a byte order mark within the input {0}")]
    ByteOrderMark(Place),
    #[error("not UTF-8 {0}")]
    NotUtf8(Place),
    #[error("ends within a UTF-8 character {0}")]
    CutCharacter(Place),
    #[error("not JSON {0}")]
    NotJson(Place),
    /// JSON, as far as its beginning says, but neither an object nor an array.
    #[error("begins with {found}, expected a JSON object or array {place}")]
    Scalar { found: &'static str, place: Place },
    /// JSON, but nothing with messages or events in it.
    #[error("not a conversation: {found} {place}")]
    OtherKind { found: String, place: Place },
    /// The document could not be decoded.
    #[error("{}", document_error(*begin, error))]
    Decode { begin: Place, error: DecodeError },
    /// One of several values could not be decoded, the one that begins at `begin`.
    #[error("{}", value_error(*begin, error))]
    DecodeValue { begin: Place, error: DecodeError },
    /// A model that is not one of its side.
    #[error("{0}")]
    Model(ModelError),
    /// A message of an interaction that was over.
    #[error(
        "interaction {} comes back after another one; sort the lines by interaction {place}",
        interaction_named(interaction)
    )]
    ComesBack { interaction: InteractionId, place: Place },
    /// An event behind something else: events alone are one chat.
    #[error("an event behind another conversation, which cannot be told from the events before {place}")]
    EventsComeBack { place: Place },
    /// Another conversation where there is place for one.
    #[error("a second conversation: split the input, and show one at a time {place}")]
    Several { place: Place },
    #[error("{0}")]
    Project(ProjectError),
    #[error("{0}")]
    Restore(RestoreError),
    /// An option names the one conversation there is to be, and this is the second.
    #[error("a second conversation: with {option}, its ids would be those of the first")]
    OneId { option: &'static str },
    /// Anything else that is wrong with the input.
    #[error("{0}")]
    Other(&'static str),
    /// An answer of Genesys that says that the call did not succeed.
    #[error("statusCode {status}: {}{}", meaning(*status), details(errors))]
    Status { status: ChatStatus, errors: Vec<ChatError> },
    /// An error answer of Proficient.
    #[error("an error answer, {}: {}", short(.0.error.code.as_str()), short(&.0.error.message))]
    ApiError(Box<ApiError>),
    /// The thread that was asked for does not exist.
    #[error("no message {} among the {messages} here ({option})", named(id))]
    NoSuchMessage { id: MessageId, messages: usize, option: &'static str },
    /// A thread was asked for where there is only one.
    #[error("no message {}: a chat has no branches ({option})", named(id))]
    NoBranches { id: MessageId, option: &'static str },
}

/// The error, with the place in the whole input.
fn document_error(begin: Place, error: &DecodeError) -> String {
    if begin == Place::START {
        return error.to_string();
    }
    let operation = error.operation().map(|operation| format!(" ({operation})")).unwrap_or_default();
    let at = if error.path().is_empty() { String::new() } else { format!(": {}", error.path()) };
    format!("{}{operation}{at}: {} {}", error.type_name(), error.message(), place_of(begin, error))
}

fn place_of(begin: Place, error: &DecodeError) -> Place {
    match (error.line(), error.column()) {
        (Some(line), Some(column)) => begin.plus(Place { line, column }),
        _ => begin,
    }
}

fn value_error(begin: Place, error: &DecodeError) -> String {
    let at = if error.path().is_empty() { String::new() } else { format!(": {}", error.path()) };
    let place = place_of(begin, error);
    format!("{} in line {}{at}: {} {place}", error.type_name(), begin.line, error.message())
}

fn meaning(status: ChatStatus) -> &'static str {
    match status.get() {
        1 => "the call failed and may be tried again, or the chat server cannot be reached",
        2 => "the call failed for good, the session is over",
        _ => "not a known code, so nothing in the answer can be trusted",
    }
}

/// What the server says of it.
fn details(errors: &[ChatError]) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let each = errors.iter().map(|error| {
        let code = match &error.code {
            Value::String(code) => short(code),
            code => short(&code.to_string()),
        };
        let advice = error.advice.as_deref().map(|advice| format!(" ({})", short(advice))).unwrap_or_default();
        format!("{code}: {}{advice}", error.message.as_deref().map_or_else(|| "(no message)".to_owned(), short))
    });
    format!("; the server says {}", listed(each, 3))
}

/// The most bytes of one thing that a server said.
const MAX_SAID: usize = 120;

impl Refusal {
    /// That this is what is wrong with the value that begins at `begin`.
    pub(crate) fn at(self, begin: Place) -> Fault {
        Fault { refusal: self, begin, value: None }
    }

    /// Whether it says where in the input it is.
    pub(crate) fn says_place(&self) -> bool {
        !matches!(
            self,
            Self::Unreadable(_)
                | Self::Compressed { .. }
                | Self::Model(_)
                | Self::Project(_)
                | Self::Restore(_)
                | Self::OneId { .. }
                | Self::Other(_)
                | Self::Status { .. }
                | Self::ApiError(_)
                | Self::NoSuchMessage { .. }
                | Self::NoBranches { .. }
        )
    }
}

fn interaction_named(id: &InteractionId) -> String {
    escape::start(&escape::name(id.as_str()), MAX_SAID)
}

fn named(id: &MessageId) -> String {
    escape::start(&escape::name(id.as_str()), MAX_SAID)
}

fn short(text: &str) -> String {
    escape::start(&escape::line(text), MAX_SAID)
}
