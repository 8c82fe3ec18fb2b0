//! The differences between two forests.

use std::collections::BTreeSet;

use proficient_types::MessageId;
use serde::{Deserialize, Serialize};

use super::{Node, forest::Forest};

/// A difference between an older and a newer forest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// Only the newer forest contains the message.
    Added {
        /// The message.
        message: MessageId,
    },
    /// Both forests contain the message, with different bodies.
    Edited {
        /// The message.
        message: MessageId,
    },
    /// The message has another parent.
    Moved {
        /// The message.
        message: MessageId,
        /// The parent in the older forest; `None` for a root.
        from: Option<MessageId>,
        /// The parent in the newer forest; `None` for a root.
        to: Option<MessageId>,
    },
    /// Only the older forest contains the message.
    Removed {
        /// The message.
        message: MessageId,
    },
}

impl Forest {
    /// The changes from an `older` forest to this one, in the order of the ids.
    pub fn changes_since(&self, older: &Self) -> Vec<Change> {
        let ids = |forest: &Self| -> BTreeSet<MessageId> {
            forest.nodes().filter(|node| node.message().is_some()).map(|node| node.id().clone()).collect()
        };
        let parent = |node: Node<'_>| node.parent().map(|parent| parent.id().clone());
        let (before, after) = (ids(older), ids(self));
        let mut changes = Vec::new();
        for message in before.union(&after).cloned() {
            match (older.get(&message), self.get(&message)) {
                (Some(old), Some(new)) if before.contains(&message) && after.contains(&message) => {
                    if old.message() != new.message() {
                        changes.push(Change::Edited { message: message.clone() });
                    }
                    let (from, to) = (parent(old), parent(new));
                    if from != to {
                        changes.push(Change::Moved { message, from, to });
                    }
                }
                _ if after.contains(&message) => changes.push(Change::Added { message }),
                _ => changes.push(Change::Removed { message }),
            }
        }
        changes
    }
}
