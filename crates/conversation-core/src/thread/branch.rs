//! The choice of one thread of a forest.

use std::collections::BTreeMap;

use proficient_types::MessageId;
use serde::{Deserialize, Serialize};

use super::{Node, forest::Forest};

/// The choice of one thread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Branch {
    /// The thread that ends in the newest leaf.
    #[default]
    Latest,
    /// The first root, then the first child of each node.
    First,
    /// The thread through this message that ends in the newest leaf below it.
    Through(MessageId),
    /// The chosen child of each node, or its first child if none was chosen.
    Chosen(Choices),
}

/// A choice of one root, and of one child for some of the parents.
///
/// Choices belong to parents, not to depths: switching to another branch and back shows the same thread again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    root: Option<MessageId>,
    below: BTreeMap<MessageId, MessageId>,
}

impl Choices {
    /// No choice: the first child of every node is shown.
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows `node` among its siblings. Nothing above or below it changes.
    pub fn choose(&mut self, node: Node<'_>) {
        let child = node.id().clone();
        match node.parent() {
            Some(parent) => {
                self.below.insert(parent.id().clone(), child);
            }
            None => self.root = Some(child),
        }
    }

    /// Shows the thread that contains `node`: chooses it and each of its ancestors among their siblings.
    pub fn choose_thread(&mut self, node: Node<'_>) {
        self.choose(node);
        for ancestor in node.ancestors() {
            self.choose(ancestor);
        }
    }

    /// The chosen child of `parent`, otherwise its first one. A choice that no longer exists is ignored.
    fn among<'a>(&self, forest: &'a Forest, parent: Option<Node<'a>>) -> Option<Node<'a>> {
        let chosen = match parent {
            Some(parent) => self.below.get(parent.id()),
            None => self.root.as_ref(),
        };
        let chosen = chosen.and_then(|id| forest.get(id)).filter(|node| node.parent() == parent);
        chosen.or_else(|| match parent {
            Some(parent) => parent.children().next(),
            None => forest.roots().next(),
        })
    }
}

impl Forest {
    /// One thread, from a root to a leaf. Empty only if the forest is empty or the branch names an id that is not in it.
    pub fn thread(&self, branch: &Branch) -> Vec<Node<'_>> {
        let leaf = match branch {
            Branch::Latest => self.newest(self.leaves()),
            Branch::Through(id) => self.get(id).and_then(|top| {
                let below = top.descendants().filter(|node| node.is_leaf());
                self.newest(below.chain(top.is_leaf().then_some(top)))
            }),
            Branch::First => return self.descend(&Choices::new()),
            Branch::Chosen(choices) => return self.descend(choices),
        };
        let Some(leaf) = leaf else { return Vec::new() };
        let mut thread: Vec<_> = std::iter::once(leaf).chain(leaf.ancestors()).collect();
        thread.reverse();
        thread
    }

    fn newest<'a>(&self, leaves: impl Iterator<Item = Node<'a>>) -> Option<Node<'a>> {
        leaves.max_by(|a, b| self.nodes.order(a.number, b.number))
    }

    fn descend(&self, choices: &Choices) -> Vec<Node<'_>> {
        let mut thread = Vec::new();
        let mut next = choices.among(self, None);
        while let Some(node) = next {
            thread.push(node);
            next = choices.among(self, Some(node));
        }
        thread
    }
}
