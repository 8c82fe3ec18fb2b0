//! Parents and ordered children of numbered nodes, in three flat arrays.

/// The number of no node: a root's parent.
pub(super) const NONE: u32 = u32::MAX;

/// Who is below whom. Twelve bytes a node, however the tree is shaped.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// The parent of each node.
    parents: Vec<u32>,
    /// Every node, grouped by parent; the roots are the last group.
    children: Vec<u32>,
    /// Where the children of each node begin in `children`. One entry more than nodes: the roots' group.
    starts: Vec<u32>,
}

impl Links {
    /// From the parent of each node; the children of one parent are in the order that `sort` gives them.
    pub(super) fn new(parents: Vec<u32>, mut sort: impl FnMut(&mut [u32])) -> Self {
        let count = parents.len();
        let group = |parent: u32| usize::try_from(parent).unwrap_or(count).min(count);
        let mut starts = vec![0u32; count + 1];
        for parent in &parents {
            if let Some(size) = starts.get_mut(group(*parent)) {
                *size += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // Each start is now its group's end; filling a group from its end leaves the start.
        let mut children = vec![NONE; count];
        for (node, parent) in (0u32..).zip(&parents) {
            if let Some(start) = starts.get_mut(group(*parent)) {
                *start -= 1;
                if let Some(place) = children.get_mut(*start as usize) {
                    *place = node;
                }
            }
        }
        let mut links = Self { parents, children, starts };
        for node in 0..=count {
            let range = links.range(node);
            if let Some(group) = links.children.get_mut(range)
                && group.len() > 1
            {
                sort(group);
            }
        }
        links
    }

    fn range(&self, node: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(node).map_or(0, |start| *start as usize);
        let end = self.starts.get(node + 1).map_or(self.children.len(), |end| *end as usize);
        start..end
    }

    /// The node's parent, [`NONE`] for a root.
    pub(super) fn parent(&self, node: u32) -> u32 {
        self.parents.get(node as usize).copied().unwrap_or(NONE)
    }

    /// The node's children in order; for [`NONE`], the roots.
    pub(super) fn children(&self, node: u32) -> &[u32] {
        let node = if node == NONE { self.parents.len() } else { node as usize };
        self.children.get(self.range(node)).unwrap_or_default()
    }

    /// Every node after its parent, siblings in order: roots first, then level by level.
    pub(super) fn top_down(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.parents.len());
        order.extend_from_slice(self.children(NONE));
        let mut next = 0;
        while let Some(node) = order.get(next).copied() {
            order.extend_from_slice(self.children(node));
            next += 1;
        }
        order
    }
}
