//! What is different between two forests.

use std::collections::BTreeSet;

use proficient_types::MessageId;
use serde::{Deserialize, Serialize};

use super::{Node, forest::Forest};

/// A difference between an older and a newer forest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// The message is in the newer one only.
    Added {
        /// The message.
        message: MessageId,
    },
    /// The message is in both with different bodies.
    Edited {
        /// The message.
        message: MessageId,
    },
    /// The message is below another parent.
    Moved {
        /// The message.
        message: MessageId,
        /// The parent in the older forest; nothing for a root.
        from: Option<MessageId>,
        /// The parent in the newer forest; nothing for a root.
        to: Option<MessageId>,
    },
    /// The message is in the older one only.
    Removed {
        /// The message.
        message: MessageId,
    },
}

pub(super) fn changes(older: &Forest, newer: &Forest) -> Vec<Change> {
    let ids = |forest: &'_ Forest| -> BTreeSet<MessageId> {
        forest.nodes().filter(|node| node.message().is_some()).map(|node| node.id().clone()).collect()
    };
    let parent = |node: Node<'_>| node.parent().map(|parent| parent.id().clone());
    let (before, after) = (ids(older), ids(newer));
    let mut changes = Vec::new();
    for message in before.union(&after).cloned() {
        match (older.get(&message), newer.get(&message)) {
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
