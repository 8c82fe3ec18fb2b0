//! Which thread of a forest is shown.

use proficient_types::MessageId;

use super::forest::{Forest, Node};

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
}

/// The nodes of the thread, root first.
pub(super) fn thread<'a>(forest: &'a Forest, branch: &Branch) -> Vec<Node<'a>> {
    let leaf = match branch {
        Branch::Latest => forest.latest_leaf(None).and_then(|number| forest.node(number)),
        Branch::First => {
            let mut node = forest.roots().next();
            while let Some(child) = node.and_then(|node| node.children().next()) {
                node = Some(child);
            }
            node
        }
        Branch::Through(id) => {
            forest.get(id).and_then(|top| forest.latest_leaf(Some(top))).and_then(|number| forest.node(number))
        }
    };
    let Some(leaf) = leaf else { return Vec::new() };
    let mut thread: Vec<_> = std::iter::once(leaf).chain(leaf.ancestors()).collect();
    thread.reverse();
    thread
}
