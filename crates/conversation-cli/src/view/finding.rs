//! What is missing from a conversation, and what is wrong in it: as data, and in words on one line.

use std::{collections::BTreeMap, fmt};

use conversation_core::{Defect as TreeDefect, TranscriptDefect};
use proficient_types::{InteractionId, MessageId};
use serde::Serialize;

use crate::{error::listed, escape, text::span};

/// Something that belongs to the conversation and was not in the input. The kinds' names never change.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Hole {
    /// The events of these indexes, both ends included.
    MissingEvents { first: i64, last: i64 },
    /// The message that these are below.
    MissingParent { message: MessageId, children: Vec<MessageId> },
    /// The page says that other messages follow.
    MorePages,
    /// The interaction counts more or fewer messages than there are.
    MessageCount { total_message_count: i64, messages: usize },
}

/// Something that is not as it should be. The kinds' names never change.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Defect {
    /// Different events with one index.
    ConflictingEvents { index: i64, events: usize },
    /// An index below 1.
    BadIndex { index: i64 },
    /// Events without an index.
    NoIndex { events: usize },
    /// An event that is earlier than the one before it.
    ClockBack { index: Option<i64>, milliseconds: u64 },
    /// Each of the messages is below the next, and the last below the first, which is shown as a root.
    Cycle { messages: Vec<MessageId> },
    /// Different messages with one id.
    ConflictingMessages { message: MessageId, bodies: usize },
    /// A depth that is not the parent's plus 1, or not 0 on a root.
    WrongDepth { message: MessageId, depth: i64, expected: i64 },
    /// A message of another interaction than most.
    ForeignInteraction { message: MessageId, interaction: InteractionId },
    /// A message that is older than the one it is below.
    OlderThanParent { message: MessageId, parent: MessageId },
    /// Anything else, in words.
    Other { text: String },
}

impl Hole {
    /// The holes and the defects among what is wrong with a transcript.
    pub(super) fn of_transcript(defects: Vec<TranscriptDefect>) -> (Vec<Self>, Vec<Defect>) {
        let (mut holes, mut others) = (Vec::new(), Vec::new());
        for defect in defects {
            match defect {
                TranscriptDefect::Gap { first, last } => holes.push(Self::MissingEvents { first, last }),
                TranscriptDefect::Conflict { index, events } => {
                    others.push(Defect::ConflictingEvents { index, events });
                }
                TranscriptDefect::BadIndex { index } => others.push(Defect::BadIndex { index }),
                TranscriptDefect::NoIndex { events } => others.push(Defect::NoIndex { events }),
                other => others.push(Defect::Other { text: other.to_string() }),
            }
        }
        (holes, others)
    }

    /// The holes and the defects among what is wrong with a forest. Messages below one missing parent make one hole.
    pub(super) fn of_forest(defects: Vec<TreeDefect>) -> (Vec<Self>, Vec<Defect>) {
        let mut orphans = BTreeMap::<MessageId, Vec<MessageId>>::new();
        let mut others = Vec::new();
        for defect in defects {
            others.push(match defect {
                TreeDefect::MissingParent { message, parent } => {
                    orphans.entry(parent).or_default().push(message);
                    continue;
                }
                TreeDefect::Cycle { messages } => Defect::Cycle { messages },
                TreeDefect::Conflict { message, bodies } => Defect::ConflictingMessages { message, bodies },
                TreeDefect::Depth { message, depth, expected } => Defect::WrongDepth { message, depth, expected },
                TreeDefect::ForeignInteraction { message, interaction } => {
                    Defect::ForeignInteraction { message, interaction }
                }
                TreeDefect::OlderThanParent { message, parent } => Defect::OlderThanParent { message, parent },
                other => Defect::Other { text: other.to_string() },
            });
        }
        let holes = orphans.into_iter().map(|(message, children)| Self::MissingParent { message, children });
        (holes.collect(), others)
    }
}

impl Defect {
    /// The message beside which the defect is shown.
    pub(crate) fn message(&self) -> Option<&MessageId> {
        match self {
            Self::Cycle { messages } => messages.first(),
            Self::ConflictingMessages { message, .. }
            | Self::WrongDepth { message, .. }
            | Self::ForeignInteraction { message, .. }
            | Self::OlderThanParent { message, .. } => Some(message),
            _ => None,
        }
    }

    /// What is wrong, said beside the message.
    pub(crate) fn beside(&self) -> String {
        match self {
            Self::Cycle { messages } => {
                format!("shown as a root: its parents go round in a circle of {}", messages.len())
            }
            Self::ConflictingMessages { bodies, .. } => format!("one of {bodies} different messages with this id"),
            Self::WrongDepth { depth, expected, .. } => wrong_depth(*depth, *expected),
            Self::ForeignInteraction { interaction, .. } => {
                format!("of another interaction, {}", escape::name(interaction.as_str()))
            }
            Self::OlderThanParent { .. } => "older than the message it is below".to_owned(),
            _ => self.to_string(),
        }
    }
}

fn wrong_depth(depth: i64, expected: i64) -> String {
    match expected {
        0 => format!("says depth {depth}, but is a root"),
        _ => format!("says depth {depth}, but its parent's depth makes it {expected}"),
    }
}

/// How many ids one line names.
const IDS: usize = 5;

fn ids(messages: &[MessageId]) -> String {
    listed(messages.iter().map(|message| escape::name(message.as_str())), IDS)
}

/// In words, for the notes.
impl fmt::Display for Hole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingEvents { first: 1, last } if *last > 1 => {
                write!(f, "events 1 to {last} are missing, as they are when an answer starts at {}", last + 1)
            }
            Self::MissingEvents { first, last } if first == last => write!(f, "event {first} is missing"),
            Self::MissingEvents { first, last } => write!(f, "events {first} to {last} are missing"),
            Self::MissingParent { message, children } => {
                let verb = if children.len() == 1 { "is" } else { "are" };
                write!(f, "{} is missing; {} {verb} below it", escape::name(message.as_str()), ids(children))
            }
            Self::MorePages => f.write_str("other messages follow on the next page (has_more)"),
            Self::MessageCount { total_message_count, messages } => {
                write!(f, "by its own count the interaction has {total_message_count} messages; here: {messages}")
            }
        }
    }
}

/// In words, for the notes.
impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConflictingEvents { index, events } => {
                write!(f, "{events} different events have the index {index}; all are shown")
            }
            Self::BadIndex { index } => write!(f, "an event has the index {index}, but the first is 1"),
            Self::NoIndex { events: 1 } => f.write_str("an event has no index, and is placed by its time"),
            Self::NoIndex { events } => write!(f, "{events} events have no index, and are placed by their times"),
            Self::ClockBack { index, milliseconds } => {
                let at = index.map_or_else(|| "an event without an index".to_owned(), |index| format!("event {index}"));
                write!(f, "the clock goes back by {} at {at}", span(*milliseconds))
            }
            Self::Cycle { messages } => {
                write!(f, "a circle of parents, each message below the next and the last below the first: ")?;
                write!(f, "{}; the first is shown as a root", ids(messages))
            }
            Self::ConflictingMessages { message, bodies } => {
                write!(f, "{bodies} different messages have the id {}", escape::name(message.as_str()))
            }
            Self::WrongDepth { message, depth, expected } => {
                write!(f, "{} {}", escape::name(message.as_str()), wrong_depth(*depth, *expected))
            }
            Self::ForeignInteraction { message, interaction } => {
                let (message, interaction) = (escape::name(message.as_str()), escape::name(interaction.as_str()));
                write!(f, "{message} is of another interaction, {interaction}")
            }
            Self::OlderThanParent { message, parent } => {
                let (message, parent) = (escape::name(message.as_str()), escape::name(parent.as_str()));
                write!(f, "{message} is older than {parent}, which it is below")
            }
            Self::Other { text } => f.write_str(&escape::line(text)),
        }
    }
}
