//! The trees themselves, and how to walk them.

use std::fmt;

use proficient_types::{InteractionId, Message, MessageId};

use super::{
    Branch, Defect, branch, build,
    build::{Index, Nodes},
    links::{Links, NONE},
};

/// The trees of an interaction's messages.
///
/// Every message that was given is in it exactly once. A parent that was not given is a placeholder: a [`Node`] with an
/// id and without a message. Roots, and the children of one parent, are in the order of `created_at`, then id; a
/// placeholder has the time of the eldest message below it. None of this depends on the order in which the messages
/// came.
pub struct Forest {
    nodes: Nodes,
    index: Index,
    links: Links,
    interaction: Option<InteractionId>,
}

impl Forest {
    /// The trees of `messages`, which may come in any order, repeatedly and with holes, and what is wrong with them.
    ///
    /// A message that comes twice with the same body is there once. Takes time linear in the messages, and what sorting
    /// the siblings takes; recurses nowhere.
    pub fn build(messages: impl IntoIterator<Item = Message>) -> (Self, Vec<Defect>) {
        build::forest(messages)
    }

    pub(super) fn new(nodes: Nodes, index: Index, links: Links, interaction: Option<InteractionId>) -> Self {
        Self { nodes, index, links, interaction }
    }

    /// How many messages there are, placeholders not counted.
    pub fn len(&self) -> usize {
        self.nodes.messages.len()
    }

    /// Whether there is no message.
    pub fn is_empty(&self) -> bool {
        self.nodes.messages.is_empty()
    }

    /// The interaction that most of the messages name; nothing when there is no message.
    pub fn interaction(&self) -> Option<&InteractionId> {
        self.interaction.as_ref()
    }

    /// The message or placeholder with this id.
    pub fn get(&self, id: &MessageId) -> Option<Node<'_>> {
        self.node(self.index.get(id, &self.nodes)?)
    }

    /// The trees' roots in order.
    pub fn roots(&self) -> impl ExactSizeIterator<Item = Node<'_>> {
        self.group(NONE)
    }

    /// Every node after its parent: roots first, then level by level.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = Node<'_>> {
        self.links.top_down().into_iter().map(|number| Node { forest: self, number })
    }

    /// The nodes that have no children, in the order of siblings.
    pub fn leaves(&self) -> Vec<Node<'_>> {
        let mut leaves: Vec<_> = self.nodes().filter(|node| node.children().len() == 0).collect();
        leaves.sort_by(|a, b| self.nodes.order(a.number, b.number));
        leaves
    }

    /// One thread, from a root to a leaf; empty only when the forest is, or when the branch names an id that is not in
    /// it.
    pub fn thread(&self, branch: &Branch) -> Vec<Node<'_>> {
        branch::thread(self, branch)
    }

    pub(super) fn latest_leaf(&self, top: Option<Node<'_>>) -> Option<u32> {
        let mut latest: Option<u32> = None;
        let mut open: Vec<u32> = match top {
            Some(top) => vec![top.number],
            None => self.links.children(NONE).to_vec(),
        };
        while let Some(number) = open.pop() {
            let children = self.links.children(number);
            open.extend_from_slice(children);
            if children.is_empty() && latest.is_none_or(|latest| self.nodes.order(latest, number).is_lt()) {
                latest = Some(number);
            }
        }
        latest
    }

    pub(super) fn node(&self, number: u32) -> Option<Node<'_>> {
        (number != NONE).then_some(Node { forest: self, number })
    }

    fn group(&self, parent: u32) -> impl ExactSizeIterator<Item = Node<'_>> {
        self.links.children(parent).iter().map(|number| Node { forest: self, number: *number })
    }
}

impl fmt::Debug for Forest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |node: Node<'_>| (node.id().clone(), node.parent().map(|parent| parent.id().clone()));
        f.debug_map().entries(self.nodes().map(place)).finish()
    }
}

/// A message in its place, or the place of one that is missing.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    forest: &'a Forest,
    number: u32,
}

impl<'a> Node<'a> {
    /// The message; nothing for a placeholder.
    pub fn message(self) -> Option<&'a Message> {
        self.forest.nodes.message(self.number)
    }

    /// The id of the message or of the placeholder.
    pub fn id(self) -> &'a MessageId {
        // Every node has a message or a placeholder, and both have an id; the fallback is never read.
        static NO_ID: std::sync::LazyLock<MessageId> = std::sync::LazyLock::new(|| MessageId::new(""));
        self.forest.nodes.id(self.number).unwrap_or(&NO_ID)
    }

    /// The node above; nothing for a root.
    pub fn parent(self) -> Option<Node<'a>> {
        self.forest.node(self.forest.links.parent(self.number))
    }

    /// The nodes below, in order.
    pub fn children(self) -> impl ExactSizeIterator<Item = Node<'a>> {
        self.forest.group(self.number)
    }

    /// The nodes beside this one, itself among them, in order. A root's are the other roots.
    pub fn siblings(self) -> impl ExactSizeIterator<Item = Node<'a>> {
        self.forest.group(self.forest.links.parent(self.number))
    }

    /// The nodes above this one, the nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Node<'a>> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// Other bodies that came with the same id, latest first. Nearly always none.
    pub fn others(self) -> &'a [Message] {
        self.forest.nodes.others.get(&self.number).map(Vec::as_slice).unwrap_or_default()
    }
}

impl PartialEq for Node<'_> {
    /// Whether both are the same node of the same forest.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.forest, other.forest) && self.number == other.number
    }
}

impl Eq for Node<'_> {}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node").field("id", self.id()).field("message", &self.message()).finish()
    }
}
