//! Which thread of a forest is shown.

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
    /// The first root, and of every node its first child.
    First,
    /// The thread through this message, and below it the one that ends in the newest leaf.
    Through(MessageId),
    /// Of every node the child that was chosen, and the first where none was.
    Chosen(Choices),
}

/// A choice of one child for some parents, and of one root. It belongs to parents and not to depths, so switching one
/// branch and back shows what was shown before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    root: Option<MessageId>,
    below: BTreeMap<MessageId, MessageId>,
}

impl Choices {
    /// Nothing chosen: of every node the first child is shown.
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

    /// Shows the thread that `node` is in: it, and each node above it, among its siblings.
    pub fn choose_thread(&mut self, node: Node<'_>) {
        self.choose(node);
        for ancestor in node.ancestors() {
            self.choose(ancestor);
        }
    }

    /// The chosen one of `siblings`, which are below `parent`; else the first. A choice that is not there any more
    /// counts as none.
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

/// The nodes of the thread, root first.
pub(super) fn thread<'a>(forest: &'a Forest, branch: &Branch) -> Vec<Node<'a>> {
    let leaf = match branch {
        Branch::Latest => newest(forest, forest.leaves()),
        Branch::Through(id) => forest.get(id).and_then(|top| {
            let below = top.descendants().filter(|node| node.is_leaf());
            newest(forest, below.chain(top.is_leaf().then_some(top)))
        }),
        Branch::First => return descend(forest, &Choices::new()),
        Branch::Chosen(choices) => return descend(forest, choices),
    };
    let Some(leaf) = leaf else { return Vec::new() };
    let mut thread: Vec<_> = std::iter::once(leaf).chain(leaf.ancestors()).collect();
    thread.reverse();
    thread
}

fn newest<'a>(forest: &Forest, leaves: impl Iterator<Item = Node<'a>>) -> Option<Node<'a>> {
    leaves.max_by(|a, b| forest.nodes.order(a.number, b.number))
}

fn descend<'a>(forest: &'a Forest, choices: &Choices) -> Vec<Node<'a>> {
    let mut thread = Vec::new();
    let mut next = choices.among(forest, None);
    while let Some(node) = next {
        thread.push(node);
        next = choices.among(forest, Some(node));
    }
    thread
}
