//! The place of a message in the tree.

use crate::{Message, MessageId};

impl Message {
    /// The id of the message that this one replies to; `None` for a root.
    ///
    /// A root has no `parent_id`, or it is null or an empty text: servers send all three.
    pub fn parent(&self) -> Option<&MessageId> {
        self.parent_id.value().filter(|parent| !parent.as_str().is_empty())
    }
}
