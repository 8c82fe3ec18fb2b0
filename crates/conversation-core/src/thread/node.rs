//! One place of a forest.

use std::fmt;

use proficient_types::{Message, MessageId, SentBy};

use super::{children, forest::Forest};

/// A message in its place, or the place of one that is missing.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    pub(super) forest: &'a Forest,
    pub(super) number: u32,
}

impl<'a> Node<'a> {
    /// The message; nothing for a placeholder.
    pub fn message(self) -> Option<&'a Message> {
        self.forest.nodes.message(self.number)
    }

    /// The id of the message or of the placeholder.
    pub fn id(self) -> &'a MessageId {
        // A node is only ever made with the number of a body; the fallback is never read.
        static NO_ID: std::sync::LazyLock<MessageId> = std::sync::LazyLock::new(|| MessageId::new(""));
        self.forest.nodes.body(self.number).map_or(&NO_ID, |body| body.id())
    }

    /// The node above; nothing for a root.
    pub fn parent(self) -> Option<Node<'a>> {
        self.forest.node(self.forest.parent(self.number))
    }

    /// The nodes below, in order.
    pub fn children(self) -> impl ExactSizeIterator<Item = Node<'a>> + DoubleEndedIterator + Clone {
        Group::new(self.forest, self.number)
    }

    /// Whether no node is below this one.
    pub fn is_leaf(self) -> bool {
        self.forest.children_of(self.number).len() == 0
    }

    /// The nodes beside this one, itself among them, in order. A root's are the other roots.
    pub fn siblings(self) -> impl ExactSizeIterator<Item = Node<'a>> + DoubleEndedIterator + Clone {
        Group::new(self.forest, self.forest.parent(self.number))
    }

    /// The nodes above this one, the nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Node<'a>> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// The nodes below this one, each before those below it.
    pub fn descendants(self) -> impl Iterator<Item = Node<'a>> {
        self.forest.below(self.number)
    }

    /// Other bodies that came with the same id, latest first. Nearly always none.
    pub fn others(self) -> &'a [Message] {
        self.forest.nodes.others.get(&self.number).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether an agent can be asked for a reply to this message: the user wrote it.
    pub fn can_be_asked(self) -> bool {
        self.message().is_some_and(|message| message.sent_by == SentBy::User)
    }

    /// Whether asking would be asking again: the user wrote it, and an agent's reply is below it.
    pub fn can_be_asked_again(self) -> bool {
        let is_reply = |node: Node<'_>| node.message().is_some_and(|message| message.sent_by == SentBy::Agent);
        self.can_be_asked() && self.children().any(is_reply)
    }
}

/// The children of one node, or the roots.
#[derive(Clone)]
pub(super) struct Group<'a> {
    forest: &'a Forest,
    numbers: children::Iter<'a>,
    left: usize,
}

impl<'a> Group<'a> {
    pub(super) fn new(forest: &'a Forest, parent: u32) -> Self {
        let children = forest.children_of(parent);
        Self { forest, numbers: children.iter(), left: children.len() }
    }
}

impl<'a> Iterator for Group<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        let number = self.numbers.next()?;
        self.left -= 1;
        Some(Node { forest: self.forest, number })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl DoubleEndedIterator for Group<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let number = self.numbers.next_back()?;
        self.left -= 1;
        Some(Node { forest: self.forest, number })
    }
}

impl ExactSizeIterator for Group<'_> {}

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
