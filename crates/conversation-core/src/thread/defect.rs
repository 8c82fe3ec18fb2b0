//! What can be wrong with a set of messages that should be one interaction's trees.

use std::fmt;

use proficient_types::{InteractionId, MessageId};
use serde::{Deserialize, Serialize};

use super::{forest::Forest, nodes::NONE};
use crate::open::other_kind;

/// Something in the messages that is not as an interaction's messages should be. The forest holds all of them anyway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", expecting = "an object with the fields of its `kind`")]
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
    /// beside it (`Node::others`).
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
    /// Another defect, which a later version wrote.
    #[serde(untagged)]
    Other(OtherDefect),
}

other_kind! {
    /// Another defect, of a kind that this version does not know.
    pub struct OtherDefect: "kind" beside ["missing_parent", "cycle", "conflict", "depth", "foreign_interaction", "older_than_parent"]
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
            Self::Other(other) => write!(f, "something that a later version calls {:?}", other.tag()),
        }
    }
}

/// What is wrong with the messages of a forest, in the order of [`Defect`].
pub(super) fn defects(forest: &Forest) -> Vec<Defect> {
    let nodes = &forest.nodes;
    let mut defects = Vec::new();
    let interaction = forest.interaction();
    for node in nodes.numbers() {
        claims(forest, node, interaction, &mut defects);
    }
    for (node, others) in &nodes.others {
        if let Some(message) = nodes.message(*node) {
            defects.push(Defect::Conflict { message: message.id.clone(), bodies: others.len() + 1 });
        }
    }
    defects.extend(forest.cuts.iter().map(|cut| Defect::Cycle { messages: cycle(forest, *cut) }));
    defects.sort();
    defects
}

/// The members of a cycle, from the one that was made a root.
fn cycle(forest: &Forest, cut: u32) -> Vec<MessageId> {
    let named = forest.nodes.message(cut).and_then(|message| forest.nodes.find(message.parent_id.value()?));
    let mut members = vec![cut];
    let mut member = named.unwrap_or(NONE);
    while member != cut && member != NONE {
        members.push(member);
        member = forest.parent(member);
    }
    members.into_iter().filter_map(|member| forest.nodes.body(member).map(|body| body.id().clone())).collect()
}

/// What a message says of itself that is not so.
fn claims(forest: &Forest, node: u32, interaction: Option<&InteractionId>, defects: &mut Vec<Defect>) {
    let nodes = &forest.nodes;
    let Some(message) = nodes.message(node) else { return };
    let (id, depth) = (&message.id, message.depth);
    if Some(&message.interaction_id) != interaction {
        let interaction = message.interaction_id.clone();
        defects.push(Defect::ForeignInteraction { message: id.clone(), interaction });
    }
    let Some(parent) = message.parent_id.value() else {
        if depth != 0 {
            defects.push(Defect::Depth { message: id.clone(), depth, expected: 0 });
        }
        return;
    };
    let place = match forest.parent(node) {
        // A member of a cycle that was made a root names a parent all the same.
        NONE => nodes.find(parent).unwrap_or(NONE),
        place => place,
    };
    let Some(parent) = nodes.message(place) else {
        // Nothing more can be said of a parent that is missing.
        defects.push(Defect::MissingParent { message: id.clone(), parent: parent.clone() });
        return;
    };
    let expected = parent.depth.saturating_add(1);
    if depth != expected || parent.depth == i64::MAX {
        defects.push(Defect::Depth { message: id.clone(), depth, expected });
    }
    if message.created_at < parent.created_at {
        defects.push(Defect::OlderThanParent { message: id.clone(), parent: parent.id.clone() });
    }
}
