//! The children of one node, in order.

use std::{
    cmp::Ordering,
    iter::{Chain, Copied, Flatten},
    slice,
};

/// How many nodes a run holds at most. An insert moves at most this many.
const RUN: usize = 1024;

/// How many nodes are kept without an allocation. As many as fit beside a box: 16 bytes a node.
const INLINE: usize = 3;

/// Nodes in order. Nine of ten nodes of a tree that grew at random have at most [`INLINE`].
#[derive(Clone, Debug)]
#[expect(clippy::box_collection, reason = "the many nodes without children must not pay for a vector's three words")]
pub(super) enum Children {
    /// As many of the array as the number says, at most all. The rest of the array means nothing.
    Inline(u8, [u32; INLINE]),
    /// Up to [`RUN`].
    Few(Box<Vec<u32>>),
    /// More: runs of at most [`RUN`], none of them empty.
    Many(Box<Vec<Vec<u32>>>),
}

/// Children in order.
pub(super) type Iter<'a> = Copied<Chain<slice::Iter<'a, u32>, Flatten<slice::Iter<'a, Vec<u32>>>>>;

impl Default for Children {
    fn default() -> Self {
        Self::inline(&[])
    }
}

impl Children {
    /// From nodes that are in order.
    pub(super) fn new(sorted: &[u32]) -> Self {
        match sorted {
            few if few.len() <= INLINE => Self::inline(few),
            few if few.len() <= RUN => Self::Few(Box::new(few.to_vec())),
            // Half full, so that the next inserts need not split every run.
            many => Self::Many(Box::new(many.chunks(RUN / 2).map(<[u32]>::to_vec).collect())),
        }
    }

    /// At most [`INLINE`] nodes.
    fn inline(sorted: &[u32]) -> Self {
        let mut nodes = [0; INLINE];
        let mut count = 0;
        for (place, node) in nodes.iter_mut().zip(sorted) {
            *place = *node;
            count += 1;
        }
        Self::Inline(count, nodes)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Inline(count, _) => (*count).into(),
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
            Self::Inline(count, nodes) => nodes.get(..(*count).into()).unwrap_or_default(),
            Self::Few(few) => few,
            Self::Many(_) => &[],
        }
    }

    /// The nodes in order.
    pub(super) fn iter(&self) -> Iter<'_> {
        self.few().iter().chain(self.runs().iter().flatten()).copied()
    }

    /// Puts `node` where `order` has it.
    pub(super) fn insert(&mut self, node: u32, order: impl Fn(u32, u32) -> Ordering) {
        match self {
            Self::Inline(count, nodes) => {
                let all = nodes.get(..(*count).into()).unwrap_or_default();
                let (before, behind) = all.split_at(all.partition_point(|other| order(*other, node).is_lt()));
                let mut sorted = [0; INLINE + 1];
                let given = before.iter().chain([&node]).chain(behind);
                for (place, node) in sorted.iter_mut().zip(given) {
                    *place = *node;
                }
                *self = Self::new(sorted.get(..all.len() + 1).unwrap_or_default());
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
            Self::Inline(..) => {
                let nodes: Vec<u32> = self.few().iter().copied().filter(|other| *other != node).collect();
                *self = Self::inline(&nodes);
            }
            Self::Few(few) => {
                if let Ok(at) = few.binary_search_by(|other| order(*other, node)) {
                    few.remove(at);
                }
                if few.len() <= INLINE {
                    *self = Self::inline(few);
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
