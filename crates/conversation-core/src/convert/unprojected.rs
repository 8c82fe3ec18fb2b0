//! The entries that stay behind when others go across, and the places of all.

use conversation_wire::Extra;
use serde::{Deserialize, Serialize};

/// The entries of one side that the other has no place for, and where the others were among them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "UnprojectedOf{E}"))]
#[serde(bound(deserialize = "E: Deserialize<'de>"))]
pub(super) struct Unprojected<E> {
    /// The entries that stayed behind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) kept: Vec<UnprojectedEntry<E>>,
    /// The places of the entries that went across, in the order in which they did. Empty when they went in the order in
    /// which they were, as a rule: then they have the places that are left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) order: Vec<usize>,
    #[serde(flatten)]
    unknown: Extra,
}

/// An entry that stayed behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Unprojected{E}"))]
pub(super) struct UnprojectedEntry<E> {
    /// Its place, counted from 0.
    pub(super) at: usize,
    /// The entry.
    pub(super) entry: E,
    #[serde(flatten)]
    unknown: Extra,
}

impl<E: Clone> Unprojected<E> {
    /// Of `entries`, those at the places in `gone` went across, in that order.
    pub(super) fn new(entries: &[E], gone: Vec<usize>) -> Self {
        let mut stays = vec![true; entries.len()];
        for place in &gone {
            if let Some(stays) = stays.get_mut(*place) {
                *stays = false;
            }
        }
        let kept = entries.iter().zip(stays).enumerate().filter(|(_, (_, stays))| *stays);
        let kept =
            kept.map(|(at, (entry, _))| UnprojectedEntry { at, entry: entry.clone(), unknown: Extra::new() }).collect();
        Self { kept, order: if gone.is_sorted() { Vec::new() } else { gone }, unknown: Extra::new() }
    }

    /// All entries in their places; nothing when the places contradict one another.
    pub(super) fn merge(&self, gone: Vec<E>) -> Option<Vec<E>> {
        let places = self.places(gone.len())?;
        let mut all: Vec<Option<E>> = (0..gone.len() + self.kept.len()).map(|_| None).collect();
        for (place, entry) in places.into_iter().zip(gone) {
            *all.get_mut(place)? = Some(entry);
        }
        for kept in &self.kept {
            *all.get_mut(kept.at)? = Some(kept.entry.clone());
        }
        // Two entries for one place leave another empty.
        all.into_iter().collect()
    }
}

impl<E> Unprojected<E> {
    /// Whether a later version says more of it.
    pub(super) fn has_unknown(&self) -> bool {
        !self.unknown.is_empty() || self.kept.iter().any(|kept| !kept.unknown.is_empty())
    }

    /// The place of each of the `gone` entries that went across; nothing when the places contradict one another.
    pub(super) fn places(&self, gone: usize) -> Option<Vec<usize>> {
        if !self.order.is_empty() {
            return (self.order.len() == gone).then(|| self.order.clone());
        }
        let mut free = vec![true; gone + self.kept.len()];
        for kept in &self.kept {
            *free.get_mut(kept.at)? = false;
        }
        let places: Vec<_> = free.iter().enumerate().filter(|(_, free)| **free).map(|(place, _)| place).collect();
        (places.len() == gone).then_some(places)
    }
}
