//! Defects of a conversation as the command reports them: the core's own, as data and in words.

use std::fmt;

use conversation_core::{Defect as TreeDefect, TranscriptDefect};
use proficient_types::MessageId;
use serde::Serialize;

use crate::{escape, text::span};

/// A defect. As JSON it is the core's object with its `kind`.
///
/// What is missing is no defect here: the gaps of the completeness report list it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Defect {
    /// Of a chat's events.
    Chat(TranscriptDefect),
    /// Of an interaction's messages.
    Tree(TreeDefect),
}

impl Defect {
    pub(super) fn of_transcript(defects: Vec<TranscriptDefect>) -> Vec<Self> {
        let own = defects.into_iter().filter(|defect| !matches!(defect, TranscriptDefect::Gap { .. }));
        own.map(Self::Chat).collect()
    }

    pub(super) fn of_forest(defects: Vec<TreeDefect>) -> Vec<Self> {
        let own = defects.into_iter().filter(|defect| !matches!(defect, TreeDefect::MissingParent { .. }));
        own.map(Self::Tree).collect()
    }

    /// The message next to which the defect is shown.
    pub(crate) fn message(&self) -> Option<&MessageId> {
        match self {
            Self::Tree(TreeDefect::Cycle { messages }) => messages.first(),
            Self::Tree(
                TreeDefect::Conflict { message, .. }
                | TreeDefect::Depth { message, .. }
                | TreeDefect::ForeignInteraction { message, .. }
                | TreeDefect::OlderThanParent { message, .. },
            ) => Some(message),
            _ => None,
        }
    }

    /// The defect in words, for the line below its message.
    pub(crate) fn in_place(&self) -> String {
        match self {
            Self::Tree(TreeDefect::Cycle { messages }) => {
                format!("shown as a root: its parents form a cycle of {}", messages.len())
            }
            Self::Tree(TreeDefect::Conflict { bodies, .. }) => {
                format!("one of {bodies} different messages with this id")
            }
            Self::Tree(TreeDefect::Depth { depth, expected, .. }) => format!("depth is {depth}, expected {expected}"),
            Self::Tree(TreeDefect::ForeignInteraction { interaction, .. }) => {
                format!("belongs to another interaction, {}", escape::name(interaction.as_str()))
            }
            Self::Tree(TreeDefect::OlderThanParent { .. }) => "created before its parent".to_owned(),
            _ => self.to_string(),
        }
    }
}

/// In words, for the notes.
impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Chat(TranscriptDefect::ClockBack { index, milliseconds }) => {
                let event =
                    index.map_or_else(|| "an event without an index".to_owned(), |index| format!("event {index}"));
                format!("{event} is {} earlier than the event before it", span(*milliseconds))
            }
            Self::Chat(defect) => defect.to_string(),
            Self::Tree(defect) => defect.to_string(),
        };
        f.write_str(&escape::line(&text))
    }
}
