//! Reading a forest node by node.

use std::fmt;

use proficient_types::MessageId;

use super::{Node, children, forest::Forest, node::Group, nodes::NONE};

impl Forest {
    /// The message or placeholder with this id.
    pub fn get(&self, id: &MessageId) -> Option<Node<'_>> {
        self.node(self.nodes.find(id)?)
    }

    /// The roots of the trees, in order.
    pub fn roots(&self) -> impl ExactSizeIterator<Item = Node<'_>> + DoubleEndedIterator + Clone {
        Group::new(self, NONE)
    }

    /// Every node, parents before their children and siblings in order: the first root, its first child, and so on.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.below(NONE)
    }

    /// The nodes without children, in the order of [`Forest::nodes`].
    pub fn leaves(&self) -> impl Iterator<Item = Node<'_>> {
        self.nodes().filter(|node| node.is_leaf())
    }

    pub(super) fn node(&self, number: u32) -> Option<Node<'_>> {
        (number != NONE).then_some(Node { forest: self, number })
    }

    /// The nodes below a node; for [`NONE`], all nodes.
    pub(super) fn below(&self, node: u32) -> impl Iterator<Item = Node<'_>> {
        DepthFirst { forest: self, open: vec![self.children_of(node).iter()] }
    }
}

/// Depth first, without recursion.
struct DepthFirst<'a> {
    forest: &'a Forest,
    open: Vec<children::Iter<'a>>,
}

impl<'a> Iterator for DepthFirst<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        loop {
            let Some(number) = self.open.last_mut()?.next() else {
                self.open.pop();
                continue;
            };
            let children = self.forest.children_of(number).iter();
            // After the last sibling the iterator is empty. Dropping it now keeps the stack of a long chain small.
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
