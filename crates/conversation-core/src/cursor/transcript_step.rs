//! What an answer brought to a transcript cursor, and what to do next.

use std::{fmt, ops::RangeInclusive};

use conversation_wire::Unreadable;
use genesys_chat_types::{ChatEvent, ChatStatus};
use serde::{Deserialize, Serialize};

use crate::open::{other_kind, tagged_by_text};

/// What an answer brought.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[must_use = "it holds the events of the answer"]
pub struct Accepted {
    /// The events that were not there before, in the order of the answer. Where a hole was filled, they belong before
    /// earlier ones: [`Transcript::build`](crate::Transcript::build) puts them in their places.
    pub new: Vec<ChatEvent>,
    /// The events that could not be read and were not there before, in the order of the answer. Where `index` of one can be
    /// read, the event fills its position.
    pub unreadable: Vec<Unreadable>,
    /// The events of which another version was there before: same index, but something differs. Nothing says which
    /// version is right. The cursor compares with this one from now on, so each change is reported once.
    pub changed: Vec<ChatEvent>,
    /// How many events were there before, just the same. They are dropped.
    pub repeated: usize,
    /// The positions below the highest of which there is no event yet, also those that are no longer asked for.
    pub gaps: Vec<RangeInclusive<i64>>,
    /// What to do next.
    pub next: Next,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Next {
    /// Ask again at once: the chat has ended, and the rest of its transcript is being fetched.
    Now,
    /// Everything that could be had for now is there. Ask again after 2 to 3 seconds, which also keeps the session
    /// alive: the server drops a client that was silent for 300 seconds.
    Later,
    /// The call failed and may succeed later: make the same request again, after 2 to 3 seconds.
    TryAgain,
    /// There is nothing else to ask for; [`TranscriptCursor::end`](super::TranscriptCursor::end) says why.
    Over,
}

/// Why a transcript cursor is over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(
    remote = "Self",
    tag = "kind",
    rename_all = "snake_case",
    expecting = "an object with the fields of its `kind`"
)]
#[non_exhaustive]
pub enum TranscriptEnd {
    /// The chat has ended normally, and an answer after that brought nothing new.
    ChatEnded,
    /// The server said that the session is over.
    SessionOver {
        /// The errors that the server gave with it, at most 10, each as `code: message (advice)`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        errors: Vec<String>,
    },
    /// Too many answers in a row had a `statusCode` other than 0.
    #[serde(alias = "out_of_patience")]
    TooManyFailures {
        /// That of the last of them.
        status_code: ChatStatus,
        /// How many they were.
        #[cfg_attr(feature = "schemars", schemars(range(max = 4_294_967_295_u32)))]
        #[serde(alias = "tries")]
        failures: u32,
    },
    /// As many events came as were allowed for: the server may be inventing them.
    #[serde(alias = "allowance")]
    MaxItems {
        /// The limit.
        #[serde(alias = "allowance")]
        #[cfg_attr(feature = "schemars", schemars(range(max = 4_294_967_295_u32)))]
        max_items: u32,
    },
    /// Another reason, which a later version wrote.
    #[serde(untagged)]
    Other(OtherTranscriptEnd),
}

tagged_by_text! { TranscriptEnd by "kind" }

other_kind! {
    /// Another reason, of a kind that this version does not know.
    pub struct OtherTranscriptEnd: "kind" except ["chat_ended", "session_over", "too_many_failures", "max_items"] and formerly ["out_of_patience", "allowance"]
}

impl fmt::Display for TranscriptEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChatEnded => f.write_str("the chat has ended"),
            Self::SessionOver { errors } => {
                f.write_str("the server ended the session (statusCode 2): nothing else can be read")?;
                if errors.is_empty() { Ok(()) } else { write!(f, "; {}", errors.join("; ")) }
            }
            Self::TooManyFailures { status_code, failures } => write!(
                f,
                "{failures} answers in a row had a statusCode other than 0 (the last one {status_code}): check that the \
                 chat server can be reached"
            ),
            Self::MaxItems { max_items } => write!(
                f,
                "reached the limit of {max_items} events: raise it if the chat can have more, otherwise report it to the \
                 operator of the server"
            ),
            Self::Other(other) => write!(f, "unknown reason {:?}, written by a later version", other.tag()),
        }
    }
}
