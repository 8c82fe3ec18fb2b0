//! Why a conversation cannot go back to a side.

use std::{error::Error, fmt};

/// A conversation that is not one of the side it should go back to, and the place that is not.
///
/// What came from a side goes back to it, always; this is for conversations of the other side, and for those that were
/// changed on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ModelError {
    /// The entry, counted from 0; nothing when it is the conversation as a whole.
    pub entry: Option<usize>,
    /// What is wrong with it.
    pub fault: ModelFault,
}

/// What of a conversation or an entry a side has no place for, or needs and does not find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ModelFault {
    /// The conversation came from the other side. To get it across, project it.
    OtherSide,
    /// The entry's author is not among the participants.
    NoAuthor,
    /// The author has a role, a number or a nickname that the side has no place for, or lacks one that it needs.
    Author,
    /// The key is not of the side's kind, or missing.
    Key,
    /// The side has no parents, and the entry has one.
    Parent,
    /// The side has no entries of this kind.
    Kind,
    /// A message without a text.
    NoText,
    /// The details are those of the other side.
    Details,
    /// A field in `extra` is one that the API describes, and its value is invalid there.
    Extra,
    /// There are fields that this version of the model does not know, so they have no known place in the API.
    Unknown,
}

impl ModelError {
    pub(super) fn whole(fault: ModelFault) -> Self {
        Self { entry: None, fault }
    }

    pub(super) fn entry(entry: usize, fault: ModelFault) -> Self {
        Self { entry: Some(entry), fault }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.entry {
            Some(entry) => write!(f, "entries[{entry}] {}", self.fault),
            None => write!(f, "the conversation {}", self.fault),
        }
    }
}

impl fmt::Display for ModelFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherSide => "came from the other side: project it",
            Self::NoAuthor => "names an author that is not among the participants",
            Self::Author => "has an author who is not as this side has participants",
            Self::Key => "has not the key that this side has",
            Self::Parent => "has a parent, which this side has no place for",
            Self::Kind => "is of a kind that this side has no place for",
            Self::NoText => "is a message without a text",
            Self::Details => "has the details of the other side",
            Self::Extra => "has an invalid value in `extra`",
            Self::Unknown => "has fields that this version does not know: a later one may",
        })
    }
}

impl Error for ModelError {}
