//! Items of a list that could not be read, as they are stored.

use conversation_wire::{Extra, List, Unreadable, WireType};
use serde::{Deserialize, Serialize};

/// A message or an event that could not be read, as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UnreadableItem {
    /// Its index in the list, counted from 0 over all items.
    pub index: usize,
    /// The item: the text of a JSON value. It is a text, so that no reader rounds its numbers.
    pub json: String,
    /// Fields that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Extra,
}

impl From<Unreadable> for UnreadableItem {
    fn from(item: Unreadable) -> Self {
        Self { index: item.index(), json: item.json().to_owned(), unknown: Extra::new() }
    }
}

impl UnreadableItem {
    /// The list of valid items and these. One that this version can read takes its place among the valid ones.
    pub(crate) fn put_back<T: WireType>(valid: Vec<T>, unreadable: Vec<Self>) -> List<T> {
        List::from_texts(valid, unreadable.into_iter().map(|item| (item.index, item.json)))
    }
}
