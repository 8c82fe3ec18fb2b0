//! The children of one node, in order.

use std::{
    cmp::Ordering,
    iter::{Chain, Copied, Flatten},
    slice,
};

/// How many nodes a run holds at most. An insert moves at most this many.
const RUN: usize = 1024;

/// Nodes in order. Most nodes have none or one, so both are kept without an allocation: 16 bytes a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "the many nodes without children must not pay for a vector's three words")]
pub(super) enum Children {
    /// None.
    #[default]
    None,
    /// One.
    One(u32),
    /// Up to [`RUN`].
    Few(Box<Vec<u32>>),
    /// More: runs of at most [`RUN`], none of them empty.
    Many(Box<Vec<Vec<u32>>>),
}

/// Children in order.
pub(super) type Iter<'a> = Copied<Chain<slice::Iter<'a, u32>, Flatten<slice::Iter<'a, Vec<u32>>>>>;

impl Children {
    /// From nodes that are in order.
    pub(super) fn new(sorted: &[u32]) -> Self {
        match sorted {
            [] => Self::None,
            [one] => Self::One(*one),
            few if few.len() <= RUN => Self::Few(Box::new(few.to_vec())),
            // Half full, so that the next inserts need not split every run.
            many => Self::Many(Box::new(many.chunks(RUN / 2).map(<[u32]>::to_vec).collect())),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::None => 0,
            Self::One(_) => 1,
            Self::Few(few) => few.len(),
            Self::Many(runs) => runs.iter().map(Vec::len).sum(),
        }
    }

    fn runs(&self) -> &[Vec<u32>] {
        match self {
            Self::Many(runs) => runs,
            _ => &[],
        }
    }

    fn few(&self) -> &[u32] {
        match self {
            Self::One(one) => slice::from_ref(one),
            Self::Few(few) => few,
            Self::None | Self::Many(_) => &[],
        }
    }

    /// The nodes in order.
    pub(super) fn iter(&self) -> Iter<'_> {
        self.few().iter().chain(self.runs().iter().flatten()).copied()
    }

    /// Puts `node` where `order` has it.
    pub(super) fn insert(&mut self, node: u32, order: impl Fn(u32, u32) -> Ordering) {
        match self {
            Self::None => *self = Self::One(node),
            Self::One(one) => {
                let pair = if order(*one, node).is_lt() { vec![*one, node] } else { vec![node, *one] };
                *self = Self::Few(Box::new(pair));
            }
            Self::Few(few) => {
                let at = few.partition_point(|other| order(*other, node).is_lt());
                few.insert(at, node);
                if few.len() > RUN {
                    let behind = few.split_off(RUN / 2);
                    *self = Self::Many(Box::new(vec![std::mem::take(&mut **few), behind]));
                }
            }
            Self::Many(runs) => {
                let ends_before = |run: &Vec<u32>| run.last().is_some_and(|last| order(*last, node).is_lt());
                let place = runs.partition_point(ends_before).min(runs.len().saturating_sub(1));
                let Some(run) = runs.get_mut(place) else { return };
                let at = run.partition_point(|other| order(*other, node).is_lt());
                run.insert(at, node);
                if run.len() > RUN {
                    let behind = run.split_off(RUN / 2);
                    runs.insert(place + 1, behind);
                }
            }
        }
    }

    /// Takes `node` out; `order` must be the one that it was put in by.
    pub(super) fn remove(&mut self, node: u32, order: impl Fn(u32, u32) -> Ordering) {
        match self {
            Self::None => {}
            Self::One(one) if *one == node => *self = Self::None,
            Self::One(_) => {}
            Self::Few(few) => {
                if let Ok(at) = few.binary_search_by(|other| order(*other, node)) {
                    few.remove(at);
                }
                if let [one] = few[..] {
                    *self = Self::One(one);
                }
            }
            Self::Many(runs) => {
                let ends_before = |run: &Vec<u32>| run.last().is_some_and(|last| order(*last, node).is_lt());
                let place = runs.partition_point(ends_before);
                if let Some(run) = runs.get_mut(place)
                    && let Ok(at) = run.binary_search_by(|other| order(*other, node))
                {
                    run.remove(at);
                    if run.is_empty() {
                        runs.remove(place);
                    }
                }
                if let [few] = &mut runs[..] {
                    *self = Self::Few(Box::new(std::mem::take(few)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Children;

    proptest! {
        /// Against a sorted list, across every size at which the representation changes.
        #[test]
        fn children_are_a_sorted_list(
            start in prop_oneof![0_u32..4, 1000_u32..1050, 3000_u32..3100],
            steps in proptest::collection::vec((any::<bool>(), 0_u32..10_000), 0..200),
        ) {
            let order = |a: u32, b: u32| a.cmp(&b);
            let mut list: Vec<u32> = (0..start).map(|node| node * 3).collect();
            let mut children = Children::new(&list);
            for (add, node) in steps {
                match (add, list.binary_search(&node)) {
                    (true, Err(at)) => {
                        list.insert(at, node);
                        children.insert(node, order);
                    }
                    (false, Ok(at)) => {
                        list.remove(at);
                        children.remove(node, order);
                    }
                    _ => {}
                }
                prop_assert_eq!(children.len(), list.len());
            }
            prop_assert!(children.iter().eq(list.iter().copied()));
            prop_assert!(children.iter().rev().eq(list.iter().rev().copied()));
        }

        /// Down to nothing, through every size at which the representation changes, and up again.
        #[test]
        fn what_was_taken_out_can_be_put_in_again(
            order_out in Just((0_u32..3_000).collect::<Vec<_>>()).prop_shuffle(),
            keep in 0_usize..4,
        ) {
            let order = |a: u32, b: u32| a.cmp(&b);
            let all: Vec<u32> = (0..3_000).collect();
            let mut children = Children::new(&all);
            let out = order_out.get(keep..).unwrap_or_default();
            for node in out {
                children.remove(*node, order);
            }
            prop_assert_eq!(children.len(), keep);
            for node in out {
                children.insert(*node, order);
            }
            prop_assert!(children.iter().eq(all.iter().copied()));
        }
    }
}
