//! What can be wrong with a set of messages that should be one interaction's trees.

use std::fmt;

use proficient_types::{InteractionId, MessageId};

/// Something in the messages that is not as an interaction's messages should be. The forest holds all of them anyway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Defect {
    /// No message `parent` was given, though `message` is below it. A placeholder stands in its place.
    MissingParent {
        /// The message whose parent is missing.
        message: MessageId,
        /// The id that it names as its parent.
        parent: MessageId,
    },
    /// Each of the messages is below the next, and the last below the first. The first, which is the eldest of them
    /// (then the one with the least id), is made a root.
    Cycle {
        /// The messages, from the one that was made a root up to the one below it.
        messages: Vec<MessageId>,
    },
    /// One id came with different bodies. One of them is in the tree, the latest by `created_at`; the others are kept
    /// beside it ([`Node::others`](super::Node::others)).
    Conflict {
        /// The id.
        message: MessageId,
        /// How many different bodies came with it, two at least.
        bodies: usize,
    },
    /// The message's `depth` is not its parent's plus 1, or not 0 on a root.
    Depth {
        /// The message.
        message: MessageId,
        /// The depth that it claims.
        depth: i64,
        /// The depth that its parent's claim makes right.
        expected: i64,
    },
    /// The message is of another interaction than most of the messages.
    ForeignInteraction {
        /// The message.
        message: MessageId,
        /// The interaction that it names.
        interaction: InteractionId,
    },
    /// The message was written before its parent, if the times are true.
    OlderThanParent {
        /// The message.
        message: MessageId,
        /// Its parent.
        parent: MessageId,
    },
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingParent { message, parent } => write!(f, "{message} is below {parent}, which is missing"),
            Self::Cycle { messages } => {
                f.write_str("a cycle of parents: ")?;
                for message in messages {
                    write!(f, "{message} is below ")?;
                }
                match messages.first() {
                    Some(first) => write!(f, "{first}"),
                    None => f.write_str("nothing"),
                }
            }
            Self::Conflict { message, bodies } => write!(f, "{message} came with {bodies} different bodies"),
            Self::Depth { message, depth, expected } => {
                write!(f, "{message} claims depth {depth}, but its place makes it {expected}")
            }
            Self::ForeignInteraction { message, interaction } => {
                write!(f, "{message} is of another interaction, {interaction}")
            }
            Self::OlderThanParent { message, parent } => write!(f, "{message} is older than its parent {parent}"),
        }
    }
}
