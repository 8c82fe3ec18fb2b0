//! The trees themselves.

use std::fmt;

use proficient_types::{InteractionId, Message, MessageId};

use super::{
    Branch, Change, Defect, Node, branch, build, change,
    children::{self, Children},
    defect,
    node::Group,
    nodes::{NONE, Nodes},
};

/// The trees of an interaction's messages.
///
/// Every message that was given is in it exactly once. A parent that was not given is a placeholder: a [`Node`] with an
/// id and without a message. Roots, and the children of one parent, are in the order of `created_at`, then id; a
/// placeholder has the time of the eldest message below it. Of a cycle of parents the eldest message is made a root. Of
/// several bodies with one id the latest by `created_at` stands in the tree, and the others beside it.
///
/// None of this depends on the order in which the messages came, or on how they came: at once, one by one, or from
/// forests that were merged. Two forests of the same messages are equal.
#[derive(Clone, Default)]
pub struct Forest {
    pub(super) nodes: Nodes,
    pub(super) parents: Vec<u32>,
    pub(super) children: Vec<Children>,
    pub(super) roots: Children,
    /// Members of cycles that were made roots, one of each cycle.
    pub(super) cuts: Vec<u32>,
}

impl Forest {
    /// The trees of `messages`, which may come in any order, repeatedly and with holes, and what is wrong with them.
    ///
    /// A message that comes twice with the same body is there once. Takes time linear in the messages, and what sorting
    /// the siblings takes; recurses nowhere.
    pub fn build(messages: impl IntoIterator<Item = Message>) -> (Self, Vec<Defect>) {
        let forest = build::forest(messages);
        let defects = forest.defects();
        (forest, defects)
    }

    /// What is wrong with the messages, in an order of its own. Takes time linear in them.
    pub fn defects(&self) -> Vec<Defect> {
        defect::defects(self)
    }

    /// The forest of the messages of both: whichever is merged into which, and however often.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let (mut large, small) = if self.len() < other.len() { (other, self) } else { (self, other) };
        if small.len() < large.len() / 16 {
            for message in small.nodes.into_messages() {
                large.insert(message);
            }
            return large;
        }
        build::forest(large.nodes.into_messages().chain(small.nodes.into_messages()))
    }

    /// What is different here from an `older` forest, in the order of the ids.
    pub fn changes_since(&self, older: &Self) -> Vec<Change> {
        change::changes(older, self)
    }

    /// How many messages there are; neither placeholders nor other bodies of the same id count.
    pub fn len(&self) -> usize {
        self.nodes.messages()
    }

    /// Whether there is no message.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The interaction that most of the messages name, of equally many the least; nothing when there is no message.
    pub fn interaction(&self) -> Option<&InteractionId> {
        let counts = self.nodes.interactions.iter().rev();
        counts.max_by_key(|(_, count)| **count).map(|(interaction, _)| interaction)
    }

    /// The message or placeholder with this id.
    pub fn get(&self, id: &MessageId) -> Option<Node<'_>> {
        self.node(self.nodes.find(id)?)
    }

    /// The trees' roots in order.
    pub fn roots(&self) -> impl ExactSizeIterator<Item = Node<'_>> + DoubleEndedIterator + Clone {
        Group::new(self, NONE)
    }

    /// Every node, each before those below it, siblings in order: the first root, its first child, and so on.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        Paginated { forest: self, open: vec![self.roots.iter()] }
    }

    /// The nodes without children, in the order of [`Forest::nodes`].
    pub fn leaves(&self) -> impl Iterator<Item = Node<'_>> {
        self.nodes().filter(|node| node.is_leaf())
    }

    /// One thread, from a root to a leaf; empty only when the forest is, or when the branch names an id that is not in
    /// it.
    pub fn thread(&self, branch: &Branch) -> Vec<Node<'_>> {
        branch::thread(self, branch)
    }

    /// Every message, those of one id with different bodies each, in no particular order.
    pub fn into_messages(self) -> impl Iterator<Item = Message> {
        self.nodes.into_messages()
    }

    pub(super) fn node(&self, number: u32) -> Option<Node<'_>> {
        (number != NONE).then_some(Node { forest: self, number })
    }

    pub(super) fn parent(&self, node: u32) -> u32 {
        self.parents.get(node as usize).copied().unwrap_or(NONE)
    }

    /// The children of a node; of [`NONE`], the roots.
    pub(super) fn children_of(&self, node: u32) -> &Children {
        self.children.get(node as usize).unwrap_or(&self.roots)
    }

    pub(super) fn below(&self, node: u32) -> impl Iterator<Item = Node<'_>> {
        Paginated { forest: self, open: vec![self.children_of(node).iter()] }
    }
}

/// Depth first, without recursion.
struct Paginated<'a> {
    forest: &'a Forest,
    open: Vec<children::Iter<'a>>,
}

impl<'a> Iterator for Paginated<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        loop {
            let Some(number) = self.open.last_mut()?.next() else {
                self.open.pop();
                continue;
            };
            let children = self.forest.children_of(number).iter();
            // Nothing comes behind a last sibling: a chain needs no stack as deep as itself.
            if self.open.last().is_some_and(|siblings| siblings.clone().next().is_none()) {
                self.open.pop();
            }
            self.open.push(children);
            return Some(Node { forest: self.forest, number });
        }
    }
}

impl PartialEq for Forest {
    fn eq(&self, other: &Self) -> bool {
        let place = |node: Node<'_>| node.parent().map(|parent| parent.id().clone());
        self.len() == other.len()
            && self
                .nodes()
                .map(|node| (node.id(), node.message(), node.others(), place(node)))
                .eq(other.nodes().map(|node| (node.id(), node.message(), node.others(), place(node))))
    }
}

impl fmt::Debug for Forest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |node: Node<'_>| (node.id().clone(), node.parent().map(|parent| parent.id().clone()));
        f.debug_map().entries(self.nodes().map(place)).finish()
    }
}
