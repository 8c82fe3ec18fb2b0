//! What keeps a conversation from being certified as complete.

use std::fmt::{self, Write as _};

use conversation_wire::{non_null, printable::OneLine};
use proficient_types::{InteractionId, MessageId};
use serde::{Deserialize, Serialize};

use crate::{
    PagerFault, TranscriptEnd,
    open::{other_kind, tagged_by_text},
};

/// Something that is missing, or that leaves open whether something is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(
    remote = "Self",
    tag = "kind",
    rename_all = "snake_case",
    expecting = "an object with the fields of its `kind`"
)]
#[non_exhaustive]
pub enum Gap {
    /// A message that others are below is missing.
    Parent {
        /// Its id.
        message: MessageId,
        /// How many messages are right below it.
        children: u64,
    },
    /// A message is not as deep as its place makes it. If it is telling the truth, its parent is another message.
    Depth {
        /// The message.
        message: MessageId,
        /// The depth that it claims.
        depth: i64,
        /// The depth that its parent's claim makes right.
        expected: i64,
    },
    /// There are fewer messages than the interaction counts.
    Short {
        /// How many it counts.
        counted: i64,
        /// How many are missing.
        missing: u64,
    },
    /// There are more messages than the interaction counts, so its count was of another time and proves nothing.
    Surplus {
        /// How many it counts.
        counted: i64,
        /// How many there are.
        #[serde(alias = "held")]
        received: u64,
    },
    /// The number of messages is unknown.
    Uncounted,
    /// Messages were deleted during the walk. Those of them that are there make the interaction's count say less: as many
    /// others may be missing.
    Deleted,
    /// The walk over the messages is not over.
    Unfinished {
        /// The message behind which it goes on; nothing when it has not started.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "MessageId"))]
        after: Option<MessageId>,
    },
    /// The walk over the messages was cut.
    Cut {
        /// Why.
        fault: PagerFault<MessageId>,
    },
    /// The walk over a list of interactions is not over.
    ListUnfinished {
        /// The interaction behind which it goes on; nothing when it has not started.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "InteractionId"))]
        after: Option<InteractionId>,
    },
    /// The walk over a list of interactions was cut.
    ListCut {
        /// Why.
        fault: PagerFault<InteractionId>,
    },
    /// No event was seen at these positions, both ends included.
    Positions {
        /// The first position that is missing.
        first: i64,
        /// The last position that is missing.
        last: i64,
    },
    /// Items were received that could not be read. They are not missing: they are kept as they came.
    Unreadable {
        /// How many.
        items: u64,
    },
    /// The chat goes on.
    ChatGoesOn,
    /// It is not known whether the chat has ended: nothing said so that could be read.
    EndUnknown,
    /// The chat has ended, but no answer has yet confirmed that nothing is behind the events that were seen.
    Unconfirmed,
    /// The transcript cursor was over before the chat was.
    Stopped {
        /// Why.
        end: TranscriptEnd,
    },
    /// Something else that may be missing, which a later version wrote.
    #[serde(untagged)]
    Other(OtherGap),
}

tagged_by_text! { Gap by "kind" }

other_kind! {
    /// Something else that may be missing, of a kind that this version does not know.
    pub struct OtherGap: "kind" except ["parent", "depth", "short", "surplus", "uncounted", "deleted", "unfinished", "cut", "list_unfinished", "list_cut", "positions", "unreadable", "chat_goes_on", "end_unknown", "unconfirmed", "stopped"]
}

impl Gap {
    /// Whether something is missing, for all that is known: it is named and not there, or the server said that there is
    /// more. Otherwise nothing is known to be missing, but something may be.
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Parent { .. }
            | Self::Short { .. }
            | Self::Unfinished { .. }
            | Self::Cut { .. }
            | Self::ListUnfinished { .. }
            | Self::ListCut { .. }
            | Self::Positions { .. }
            // Better one warning too many.
            | Self::Other(_) => true,
            Self::Depth { .. }
            | Self::Surplus { .. }
            | Self::Uncounted
            | Self::Deleted
            | Self::Unreadable { .. }
            | Self::ChatGoesOn
            | Self::EndUnknown
            | Self::Unconfirmed
            | Self::Stopped { .. } => false,
        }
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        match self {
            Self::Parent { message, children: 1 } => write!(f, "{message} is missing (the parent of 1 message)"),
            Self::Parent { message, children } => write!(f, "{message} is missing (the parent of {children} messages)"),
            Self::Depth { message, depth, expected } => {
                write!(f, "{message}: depth is {depth}, expected {expected}")
            }
            Self::Short { counted, missing: 1 } => {
                write!(f, "1 message is missing: the interaction counts {counted}")
            }
            Self::Short { counted, missing } => {
                write!(f, "{missing} messages are missing: the interaction counts {counted}")
            }
            Self::Surplus { counted, received } => write!(
                f,
                "the interaction counts {counted} messages, but {received} were received: fetch the interaction again and compare"
            ),
            Self::Uncounted => f.write_str("the number of messages is unknown: fetch the interaction and compare"),
            Self::Deleted => {
                f.write_str("messages were deleted while they were listed, so the count may be wrong: list them again")
            }
            Self::Unfinished { after: None } => f.write_str("no messages have been fetched yet"),
            Self::Unfinished { after: Some(after) } => write!(f, "the messages after {after} have not been fetched"),
            Self::Cut { fault } => write!(f, "listing the messages stopped: {fault}"),
            Self::ListUnfinished { after: None } => f.write_str("no interactions have been fetched yet"),
            Self::ListUnfinished { after: Some(after) } => {
                write!(f, "the interactions after {after} have not been fetched")
            }
            Self::ListCut { fault } => write!(f, "listing the interactions stopped: {fault}"),
            Self::Positions { first, last } if first == last => write!(f, "event {first} is missing"),
            Self::Positions { first, last } => write!(f, "events {first} to {last} are missing"),
            Self::Unreadable { items: 1 } => f.write_str("1 item could not be read"),
            Self::Unreadable { items } => write!(f, "{items} items could not be read"),
            Self::ChatGoesOn => f.write_str("the chat has not ended"),
            Self::EndUnknown => f.write_str("it is not known whether the chat has ended"),
            Self::Unconfirmed => {
                f.write_str("the chat has ended, but no later answer confirmed that this is the last event")
            }
            Self::Stopped { end } => write!(f, "reading the transcript stopped: {end}"),
            Self::Other(other) => write!(f, "unknown gap {:?}, written by a later version", other.tag()),
        }
    }
}
