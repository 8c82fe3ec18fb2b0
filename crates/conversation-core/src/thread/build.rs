//! From messages in any order to numbered nodes with parents: duplicates, missing parents, cycles, lies.

use std::{
    cmp::Ordering,
    collections::BTreeMap,
    hash::{BuildHasher as _, RandomState},
};

use hashbrown::HashTable;
use proficient_types::{InteractionId, Message, MessageId, Timestamp};

use super::{
    Defect,
    forest::Forest,
    links::{Links, NONE},
};

/// Nodes by id. The number of a message is its place in `messages`; placeholders are numbered behind them.
pub(super) struct Index {
    table: HashTable<u32>,
    hasher: RandomState,
}

impl Index {
    fn new(capacity: usize) -> Self {
        Self { table: HashTable::with_capacity(capacity), hasher: RandomState::new() }
    }

    pub(super) fn get(&self, id: &MessageId, nodes: &Nodes) -> Option<u32> {
        let hash = self.hasher.hash_one(id.as_str());
        self.table.find(hash, |node| nodes.id(*node) == Some(id)).copied()
    }

    fn insert(&mut self, node: u32, nodes: &Nodes) {
        let hash = |node: &u32| self.hasher.hash_one(nodes.id(*node).map(MessageId::as_str).unwrap_or_default());
        self.table.insert_unique(hash(&node), node, hash);
    }
}

/// The messages, and the ids that only children name.
#[derive(Default)]
pub(super) struct Nodes {
    pub(super) messages: Vec<Message>,
    /// The id of each placeholder, and the time of the eldest message below it.
    pub(super) placeholders: Vec<(MessageId, Timestamp)>,
    /// Bodies that lost to the one in the tree, by node, latest first.
    pub(super) others: BTreeMap<u32, Vec<Message>>,
}

impl Nodes {
    pub(super) fn message(&self, node: u32) -> Option<&Message> {
        self.messages.get(node as usize)
    }

    fn placeholder(&self, node: u32) -> Option<&(MessageId, Timestamp)> {
        self.placeholders.get((node as usize).checked_sub(self.messages.len())?)
    }

    pub(super) fn id(&self, node: u32) -> Option<&MessageId> {
        self.message(node).map(|message| &message.id).or_else(|| self.placeholder(node).map(|(id, _)| id))
    }

    fn time(&self, node: u32) -> Option<Timestamp> {
        self.message(node).map(|message| message.created_at).or_else(|| self.placeholder(node).map(|(_, time)| *time))
    }

    /// The order of siblings: by time, then by id.
    pub(super) fn order(&self, a: u32, b: u32) -> Ordering {
        self.time(a).cmp(&self.time(b)).then_with(|| self.id(a).cmp(&self.id(b)))
    }

    fn sort(&self, siblings: &mut [u32]) {
        // The times are fetched once: a comparison would fetch two from all over the memory.
        let mut keyed: Vec<_> = siblings.iter().map(|node| (self.time(*node), *node)).collect();
        keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.id(a.1).cmp(&self.id(b.1))));
        for (place, (_, node)) in siblings.iter_mut().zip(keyed) {
            *place = node;
        }
    }
}

/// The forest of the messages, and what is wrong with them.
pub(super) fn forest(messages: impl IntoIterator<Item = Message>) -> (Forest, Vec<Defect>) {
    let mut defects = Vec::new();
    let (mut nodes, mut index) = distinct(messages, &mut defects);
    let mut parents = parents(&mut nodes, &mut index, &mut defects);
    break_cycles(&nodes, &mut parents, &mut defects);
    let interaction = interaction(&nodes).cloned();
    claims(&nodes, &index, interaction.as_ref(), &mut defects);
    let links = Links::new(parents, |siblings| nodes.sort(siblings));
    defects.sort();
    (Forest::new(nodes, index, links, interaction), defects)
}

/// Every id once. Which body stands for it depends on the bodies alone, not on the order in which they came.
fn distinct(messages: impl IntoIterator<Item = Message>, defects: &mut Vec<Defect>) -> (Nodes, Index) {
    let messages = messages.into_iter();
    let mut nodes = Nodes { messages: Vec::with_capacity(messages.size_hint().0), ..Nodes::default() };
    let mut index = Index::new(messages.size_hint().0);
    for message in messages {
        match index.get(&message.id, &nodes) {
            // Node numbers are 32 bits, the last of them is NONE. Four billion messages do not fit into memory.
            None => match u32::try_from(nodes.messages.len()) {
                Ok(node) if node != NONE => {
                    nodes.messages.push(message);
                    index.insert(node, &nodes);
                }
                _ => break,
            },
            Some(node) => {
                if nodes.message(node) != Some(&message) {
                    nodes.others.entry(node).or_default().push(message);
                }
            }
        }
    }
    let mut others = std::mem::take(&mut nodes.others);
    for (node, bodies) in &mut others {
        if let Some(shown) = nodes.messages.get_mut(*node as usize) {
            bodies.push(shown.clone());
            bodies.sort_by_cached_key(|body| std::cmp::Reverse((body.created_at, text(body))));
            bodies.dedup();
            defects.push(Defect::Conflict { message: shown.id.clone(), bodies: bodies.len() });
            *shown = bodies.remove(0);
        }
    }
    nodes.others = others;
    (nodes, index)
}

/// A body as text, to put different ones in an order.
fn text(message: &Message) -> String {
    serde_json::to_string(message).unwrap_or_default()
}

/// The parent of each node; ids that were not given become placeholders.
fn parents(nodes: &mut Nodes, index: &mut Index, defects: &mut Vec<Defect>) -> Vec<u32> {
    let mut parents = Vec::with_capacity(nodes.messages.len());
    for number in 0..nodes.messages.len() {
        let Some(message) = nodes.messages.get(number) else { break };
        let Some(parent) = message.parent_id.value() else {
            parents.push(NONE);
            continue;
        };
        let time = message.created_at;
        let known = index.get(parent, nodes);
        if known.is_none_or(|node| node as usize >= nodes.messages.len()) {
            defects.push(Defect::MissingParent { message: message.id.clone(), parent: parent.clone() });
        }
        let node = match known {
            Some(node) => node,
            None => {
                let parent = parent.clone();
                let node = u32::try_from(nodes.messages.len() + nodes.placeholders.len()).unwrap_or(NONE);
                nodes.placeholders.push((parent, time));
                index.insert(node, nodes);
                node
            }
        };
        let messages = nodes.messages.len();
        if let Some((_, eldest)) = (node as usize).checked_sub(messages).and_then(|at| nodes.placeholders.get_mut(at)) {
            *eldest = time.min(*eldest);
        }
        parents.push(node);
    }
    parents.resize(nodes.messages.len() + nodes.placeholders.len(), NONE);
    parents
}

/// Makes a root of one message of every cycle, the eldest, whichever of them came first.
fn break_cycles(nodes: &Nodes, parents: &mut [u32], defects: &mut Vec<Defect>) {
    // The walk that reached each node first, by the node it began at.
    let mut walks = vec![NONE; parents.len()];
    for begin in (0u32..).take(parents.len()) {
        let mut node = begin;
        while let Some(walk @ &mut NONE) = walks.get_mut(node as usize) {
            *walk = begin;
            node = parents.get(node as usize).copied().unwrap_or(NONE);
        }
        // A node of this very walk again: the walk has met its own tail.
        if walks.get(node as usize) != Some(&begin) {
            continue;
        }
        let Some(cycle) = cycle(parents, node) else { continue };
        let eldest = cycle.iter().copied().min_by(|a, b| nodes.order(*a, *b)).unwrap_or(node);
        let from = cycle.iter().position(|member| *member == eldest).unwrap_or(0);
        let ids = cycle.iter().cycle().skip(from).take(cycle.len()).filter_map(|member| nodes.id(*member).cloned());
        defects.push(Defect::Cycle { messages: ids.collect() });
        if let Some(parent) = parents.get_mut(eldest as usize) {
            *parent = NONE;
        }
    }
}

/// The nodes from `node` up to where the parents come back to it; nothing when they do not.
fn cycle(parents: &[u32], node: u32) -> Option<Vec<u32>> {
    let mut members = vec![node];
    let mut next = *parents.get(node as usize)?;
    while next != node {
        members.push(next);
        next = *parents.get(next as usize)?;
    }
    Some(members)
}

/// The interaction that most of the messages name; of equally many, the least.
fn interaction(nodes: &Nodes) -> Option<&InteractionId> {
    let first = &nodes.messages.first()?.interaction_id;
    if nodes.messages.iter().all(|message| message.interaction_id == *first) {
        return Some(first);
    }
    let mut counts: BTreeMap<&InteractionId, usize> = BTreeMap::new();
    for message in &nodes.messages {
        *counts.entry(&message.interaction_id).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(id, _)| id)
}

/// What the messages say of themselves that is not so.
fn claims(nodes: &Nodes, index: &Index, interaction: Option<&InteractionId>, defects: &mut Vec<Defect>) {
    for message in &nodes.messages {
        let (id, depth) = (&message.id, message.depth);
        if Some(&message.interaction_id) != interaction {
            let interaction = message.interaction_id.clone();
            defects.push(Defect::ForeignInteraction { message: id.clone(), interaction });
        }
        let Some(parent) = message.parent_id.value() else {
            if depth != 0 {
                defects.push(Defect::Depth { message: id.clone(), depth, expected: 0 });
            }
            continue;
        };
        // Nothing can be said of a parent that is missing.
        let Some(parent) = index.get(parent, nodes).and_then(|node| nodes.message(node)) else { continue };
        let expected = parent.depth.saturating_add(1);
        if depth != expected || parent.depth == i64::MAX {
            defects.push(Defect::Depth { message: id.clone(), depth, expected });
        }
        if message.created_at < parent.created_at {
            defects.push(Defect::OlderThanParent { message: id.clone(), parent: parent.id.clone() });
        }
    }
}
