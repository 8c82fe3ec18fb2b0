//! The trees themselves.

use proficient_types::{InteractionId, Message};

use super::{
    children::Children,
    nodes::{NONE, Nodes},
};
use crate::majority::majority;

/// The trees of an interaction's messages.
///
/// The forest contains every input message exactly once. For a parent that is not among the messages it contains a
/// placeholder: a [`Node`](crate::Node) with an id and without a message. Roots, and the children of one parent, are
/// sorted by `created_at`, then by id; a placeholder has the time of the eldest message below it. In a cycle of parents,
/// the eldest message becomes a root. If several different bodies have the same id, the latest by `created_at` is in the
/// tree, and [`Node::others`](crate::Node::others) lists the rest.
///
/// The result depends neither on the order of the messages nor on how they were added: at once, one by one, or by
/// merging forests. Two forests of the same messages are equal.
#[derive(Clone, Default)]
pub struct Forest {
    pub(super) nodes: Nodes,
    pub(super) parents: Vec<u32>,
    pub(super) children: Vec<Children>,
    pub(super) roots: Children,
    /// The member of each cycle that was made a root.
    pub(super) cuts: Vec<u32>,
}

impl Forest {
    /// The number of messages. Placeholders and other bodies of the same id do not count.
    pub fn len(&self) -> usize {
        self.nodes.messages()
    }

    /// Whether there is no message.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The interaction that most of the messages name; on a tie, the one with the least id. `None` if there is no message.
    pub fn interaction(&self) -> Option<&InteractionId> {
        majority(self.nodes.interactions.iter().map(|(interaction, count)| (interaction, *count)))
    }

    /// Every message in no particular order, including all bodies of a repeated id.
    pub fn into_messages(self) -> impl Iterator<Item = Message> {
        self.nodes.into_messages()
    }

    /// The number of the parent; [`NONE`] for a root.
    pub(super) fn parent(&self, node: u32) -> u32 {
        self.parents.get(node as usize).copied().unwrap_or(NONE)
    }

    /// The children of a node; for [`NONE`], the roots.
    pub(super) fn children_of(&self, node: u32) -> &Children {
        self.children.get(node as usize).unwrap_or(&self.roots)
    }
}
