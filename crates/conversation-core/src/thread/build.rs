//! Building a forest from all messages at once.

use proficient_types::Message;

use super::{
    Defect,
    children::Children,
    forest::Forest,
    nodes::{Body, NONE, Nodes, rank},
};

impl Forest {
    /// Builds the trees of `messages`, and lists the defects of the input.
    ///
    /// The messages may come in any order, repeatedly and with gaps. A message that occurs twice with the same body is
    /// contained once. Takes time linear in the number of messages, plus the time to sort siblings; does not recurse.
    pub fn build(messages: impl IntoIterator<Item = Message>) -> (Self, Vec<Defect>) {
        let forest = Self::of(messages);
        let defects = forest.defects();
        (forest, defects)
    }

    /// The forest of the messages of both. The result does not depend on which one is merged into the other.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let (mut large, small) = if self.len() < other.len() { (other, self) } else { (self, other) };
        if small.len() < large.len() / 16 {
            for message in small.nodes.into_messages() {
                large.insert(message);
            }
            return large;
        }
        Self::of(large.nodes.into_messages().chain(small.nodes.into_messages()))
    }

    /// The forest of the messages.
    pub(super) fn of(messages: impl IntoIterator<Item = Message>) -> Self {
        let mut nodes = distinct(messages);
        let mut parents = parents(&mut nodes);
        let cuts = cut_cycles(&nodes, &mut parents);
        let (children, roots) = children(&nodes, &parents);
        Self { nodes, parents, children, roots, cuts }
    }
}

/// Every id once. The body in the tree depends only on the bodies, not on their order.
fn distinct(messages: impl IntoIterator<Item = Message>) -> Nodes {
    // For a vector of messages this reuses its memory.
    let bodies: Vec<Body> = messages.into_iter().map(Body::Message).collect();
    let (mut nodes, repeated) = Nodes::of(bodies);
    for (node, message) in repeated {
        if nodes.message(node) != Some(&message) {
            nodes.others.entry(node).or_default().push(message);
        }
    }
    for (node, mut bodies) in std::mem::take(&mut nodes.others) {
        bodies.extend(nodes.message(node).cloned());
        bodies.sort_by_cached_key(|body| std::cmp::Reverse(rank(body)));
        bodies.dedup();
        nodes.replace(node, bodies.remove(0));
        nodes.others.insert(node, bodies);
    }
    nodes
}

/// The parent of each node. Adds a placeholder for each parent that is not among the messages.
fn parents(nodes: &mut Nodes) -> Vec<u32> {
    let named = |node: u32| Some((nodes.message(node)?.parent()?, nodes.message(node)?.created_at));
    let hashes: Vec<Option<u64>> = nodes.numbers().map(|node| named(node).map(|(id, _)| nodes.hash(id))).collect();
    let candidates = hashes.into_iter().map(|hash| hash.and_then(|hash| nodes.candidate(hash)).unwrap_or(NONE));
    let mut parents: Vec<u32> = candidates.collect();
    for (node, place) in (0_u32..).zip(&mut parents) {
        let named = nodes.message(node).and_then(|message| Some((message.parent()?, message.created_at)));
        let Some((parent, time)) = named else { continue };
        if nodes.body(*place).is_some_and(|body| body.id() == parent) {
            continue;
        }
        *place = match nodes.find(parent) {
            Some(parent) => {
                if nodes.is_older(parent, time) {
                    nodes.age(parent, time);
                }
                parent
            }
            None => {
                let placeholder = Body::Placeholder(parent.clone(), time);
                nodes.add(placeholder).unwrap_or(NONE)
            }
        };
    }
    parents.resize(nodes.len(), NONE);
    parents
}

/// Makes the eldest message of every cycle a root. Returns these messages.
fn cut_cycles(nodes: &Nodes, parents: &mut [u32]) -> Vec<u32> {
    let mut cuts = Vec::new();
    // For each node, the start of the walk that reached it first.
    let mut walks = vec![NONE; parents.len()];
    for begin in nodes.numbers() {
        let mut node = begin;
        while let Some(walk) = walks.get_mut(node as usize).filter(|walk| **walk == NONE) {
            *walk = begin;
            node = parents.get(node as usize).copied().unwrap_or(NONE);
        }
        // The walk reached one of its own nodes: a cycle.
        if walks.get(node as usize) != Some(&begin) {
            continue;
        }
        let mut eldest = node;
        let mut member = parents.get(node as usize).copied().unwrap_or(node);
        while member != node {
            if nodes.order(member, eldest).is_lt() {
                eldest = member;
            }
            member = parents.get(member as usize).copied().unwrap_or(node);
        }
        if let Some(parent) = parents.get_mut(eldest as usize) {
            *parent = NONE;
        }
        cuts.push(eldest);
    }
    cuts
}

/// The children of each node and the roots, in order.
fn children(nodes: &Nodes, parents: &[u32]) -> (Vec<Children>, Children) {
    let count = parents.len();
    // The group of each node's siblings. The last group is the roots.
    let group = |parent: u32| (parent as usize).min(count);
    let mut starts = vec![0_u32; count + 1];
    for parent in parents {
        if let Some(size) = starts.get_mut(group(*parent)) {
            *size += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    // Each start is now the end of its group. Filling a group backwards turns it into the start.
    let mut grouped = vec![NONE; count];
    for (node, parent) in (0_u32..).zip(parents) {
        if let Some(start) = starts.get_mut(group(*parent)) {
            *start -= 1;
            if let Some(place) = grouped.get_mut(*start as usize) {
                *place = node;
            }
        }
    }
    let ends = starts.iter().skip(1).copied().chain([sum]);
    let mut children: Vec<Children> = Vec::with_capacity(count + 1);
    let mut keys = Vec::new();
    for (start, end) in starts.iter().zip(ends) {
        let siblings = grouped.get_mut(*start as usize..end as usize).unwrap_or_default();
        if siblings.len() > 1 {
            nodes.sort(siblings, &mut keys);
        }
        children.push(Children::new(siblings));
    }
    let roots = children.pop().unwrap_or_default();
    (children, roots)
}
