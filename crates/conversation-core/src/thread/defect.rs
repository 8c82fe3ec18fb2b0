//! The defects of the messages of an interaction.

use std::fmt::{self, Write as _};

use conversation_wire::printable::OneLine;
use proficient_types::{InteractionId, MessageId};
use serde::{Deserialize, Serialize};

use super::{forest::Forest, nodes::NONE};
use crate::open::{other_kind, tagged_by_text};

/// A defect of the messages of an interaction. The forest still contains all of them.
///
/// In JSON, `kind` is the name of the variant in snake case: `missing_parent`, `cycle`, `conflict`, `depth`,
/// `foreign_interaction`, `older_than_parent`. `Display` writes what is wrong and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(
    remote = "Self",
    tag = "kind",
    rename_all = "snake_case",
    expecting = "an object with the fields of its `kind`"
)]
#[non_exhaustive]
pub enum Defect {
    /// The parent of a message is missing (`missing_parent`). The forest contains a placeholder for it.
    MissingParent {
        /// The message whose parent is missing.
        message: MessageId,
        /// The id that it names as its parent.
        parent: MessageId,
    },
    /// The parents of messages form a cycle (`cycle`): each message is below the next, and the last is below the first.
    /// The first one, which is the eldest (on a tie, the one with the least id), is made a root.
    Cycle {
        /// The messages, starting with the one that was made a root.
        messages: Vec<MessageId>,
    },
    /// Messages with different bodies have the same id (`conflict`). The latest by `created_at` is in the tree;
    /// `Node::others` lists the rest.
    Conflict {
        /// The id.
        message: MessageId,
        /// The number of different bodies, at least two.
        bodies: usize,
    },
    /// The `depth` of a message is not that of its parent plus 1, or not 0 for a root (`depth`).
    Depth {
        /// The message.
        message: MessageId,
        /// The depth that it states.
        depth: i64,
        /// The depth that follows from its parent's.
        expected: i64,
    },
    /// The message names another interaction than most of the messages (`foreign_interaction`).
    ForeignInteraction {
        /// The message.
        message: MessageId,
        /// The interaction that it names.
        interaction: InteractionId,
    },
    /// The message has an earlier time than its parent (`older_than_parent`).
    OlderThanParent {
        /// The message.
        message: MessageId,
        /// Its parent.
        parent: MessageId,
    },
    /// Another defect, written by a later version of this crate.
    #[serde(untagged)]
    Other(OtherDefect),
}

tagged_by_text! { Defect by "kind" }

other_kind! {
    /// A defect of a kind that this version does not know.
    pub struct OtherDefect: "kind" except ["missing_parent", "cycle", "conflict", "depth", "foreign_interaction", "older_than_parent"]
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        match self {
            Self::MissingParent { message, parent } => write!(f, "{message}: its parent {parent} is missing"),
            Self::Cycle { messages } => {
                f.write_str("the parents form a cycle: ")?;
                for message in messages {
                    write!(f, "{message} is below ")?;
                }
                match messages.first() {
                    Some(first) => write!(f, "{first}"),
                    None => f.write_str("nothing"),
                }
            }
            Self::Conflict { message, bodies } => write!(f, "{message}: {bodies} different messages have this id"),
            Self::Depth { message, depth, expected } => {
                write!(f, "{message}: depth is {depth}, expected {expected}")
            }
            Self::ForeignInteraction { message, interaction } => {
                write!(f, "{message}: belongs to another interaction, {interaction}")
            }
            Self::OlderThanParent { message, parent } => write!(f, "{message}: created before its parent {parent}"),
            Self::Other(other) => write!(f, "unknown defect {:?}, written by a later version", other.tag()),
        }
    }
}

impl Forest {
    /// The defects of the messages, sorted. Takes time linear in the number of messages.
    pub fn defects(&self) -> Vec<Defect> {
        let nodes = &self.nodes;
        let mut defects = Vec::new();
        let interaction = self.interaction();
        for node in nodes.numbers() {
            self.check_claims(node, interaction, &mut defects);
        }
        for (node, others) in &nodes.others {
            if let Some(message) = nodes.message(*node) {
                defects.push(Defect::Conflict { message: message.id.clone(), bodies: others.len() + 1 });
            }
        }
        defects.extend(self.cuts.iter().map(|cut| Defect::Cycle { messages: self.cycle(*cut) }));
        defects.sort();
        defects
    }

    /// The members of a cycle, starting with the one that was made a root.
    fn cycle(&self, cut: u32) -> Vec<MessageId> {
        let named = self.nodes.message(cut).and_then(|message| self.nodes.find(message.parent()?));
        let mut members = vec![cut];
        let mut member = named.unwrap_or(NONE);
        while member != cut && member != NONE {
            members.push(member);
            member = self.parent(member);
        }
        members.into_iter().filter_map(|member| self.nodes.body(member).map(|body| body.id().clone())).collect()
    }

    /// Compares the interaction, depth and time that a message states with those of its parent.
    fn check_claims(&self, node: u32, interaction: Option<&InteractionId>, defects: &mut Vec<Defect>) {
        let nodes = &self.nodes;
        let Some(message) = nodes.message(node) else { return };
        let (id, depth) = (&message.id, message.depth);
        if Some(&message.interaction_id) != interaction {
            let interaction = message.interaction_id.clone();
            defects.push(Defect::ForeignInteraction { message: id.clone(), interaction });
        }
        let Some(parent) = message.parent() else {
            if depth != 0 {
                defects.push(Defect::Depth { message: id.clone(), depth, expected: 0 });
            }
            return;
        };
        let place = match self.parent(node) {
            // A member of a cycle that was made a root still names a parent.
            NONE => nodes.find(parent).unwrap_or(NONE),
            place => place,
        };
        let Some(parent) = nodes.message(place) else {
            // The depth and time of a missing parent are unknown.
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
}
