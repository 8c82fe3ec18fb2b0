//! The nodes of a forest by number: messages, and placeholders for those that are only named.

use std::{
    cmp::Ordering,
    collections::BTreeMap,
    hash::{BuildHasher as _, RandomState},
};

use hashbrown::HashTable;
use proficient_types::{InteractionId, Message, MessageId, Timestamp};

/// The number of no node: a root's parent.
pub(super) const NONE: u32 = u32::MAX;

/// What stands at a place of the tree.
#[derive(Clone, Debug)]
pub(super) enum Body {
    /// A message.
    Message(Message),
    /// A message that others are below and that was not given; with the time of the eldest of them.
    Placeholder(MessageId, Timestamp),
}

impl Body {
    pub(super) fn message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            Self::Placeholder(..) => None,
        }
    }

    pub(super) fn id(&self) -> &MessageId {
        match self {
            Self::Message(message) => &message.id,
            Self::Placeholder(id, _) => id,
        }
    }

    fn time(&self) -> Timestamp {
        match self {
            Self::Message(message) => message.created_at,
            Self::Placeholder(_, eldest) => *eldest,
        }
    }
}

/// Every node, found by number and by id.
#[derive(Clone, Debug, Default)]
pub(super) struct Nodes {
    bodies: Vec<Body>,
    table: HashTable<u32>,
    hasher: RandomState,
    /// Bodies that lost to the one in the tree, by node, latest first.
    pub(super) others: BTreeMap<u32, Vec<Message>>,
    /// How many messages name each interaction.
    pub(super) interactions: BTreeMap<InteractionId, usize>,
    placeholders: usize,
}

impl Nodes {
    /// The messages of `bodies` by number, each id once; and those that came again, with the node of their id.
    pub(super) fn of(bodies: Vec<Body>) -> (Self, Vec<(u32, Message)>) {
        let mut nodes = Self { table: HashTable::with_capacity(bodies.len()), bodies, ..Self::default() };
        // Four billion messages: more cannot be numbered.
        nodes.bodies.truncate(NONE as usize);
        let mut hashes: Vec<u64> = nodes.bodies.iter().map(|body| nodes.hash(body.id())).collect();
        let mut repeated = Vec::new();
        let mut next = 0_u32;
        while let (Some(body), Some(hash)) = (nodes.bodies.get(next as usize), hashes.get(next as usize).copied()) {
            if let Some(known) = nodes.find_hashed(hash, body.id()) {
                // Another one takes its number, and is looked at next.
                hashes.swap_remove(next as usize);
                if let Body::Message(message) = nodes.bodies.swap_remove(next as usize) {
                    repeated.push((known, message));
                }
                continue;
            }
            let again = |node: &u32| hashes.get(*node as usize).copied().unwrap_or_default();
            nodes.table.insert_unique(hash, next, again);
            next += 1;
        }
        nodes.count_all();
        (nodes, repeated)
    }

    fn count_all(&mut self) {
        let mut counts: BTreeMap<InteractionId, usize> = BTreeMap::new();
        for message in self.bodies.iter().filter_map(Body::message) {
            match counts.get_mut(&message.interaction_id) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(message.interaction_id.clone(), 1);
                }
            }
        }
        self.interactions = counts;
    }

    /// Lets the node be found by its id.
    fn index(&mut self, node: u32) {
        let Self { bodies, table, hasher, .. } = self;
        let hash = |node: &u32| hasher.hash_one(bodies.get(*node as usize).map_or("", |body| body.id().as_str()));
        table.insert_unique(hash(&node), node, hash);
    }

    /// How many nodes there are, placeholders too.
    pub(super) fn len(&self) -> usize {
        self.bodies.len()
    }

    /// How many of them are messages.
    pub(super) fn messages(&self) -> usize {
        self.bodies.len() - self.placeholders
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        (0..).take(self.bodies.len())
    }

    pub(super) fn body(&self, node: u32) -> Option<&Body> {
        self.bodies.get(node as usize)
    }

    pub(super) fn message(&self, node: u32) -> Option<&Message> {
        self.body(node)?.message()
    }

    pub(super) fn find(&self, id: &MessageId) -> Option<u32> {
        self.find_hashed(self.hash(id), id)
    }

    fn find_hashed(&self, hash: u64, id: &MessageId) -> Option<u32> {
        self.table.find(hash, |node| self.body(*node).map(Body::id) == Some(id)).copied()
    }

    pub(super) fn hash(&self, id: &MessageId) -> u64 {
        self.hasher.hash_one(id.as_str())
    }

    /// A node whose id may have this hash, found without a look at the node.
    ///
    /// A million looks at nodes, each waiting for the one before, is what rebuilding would mostly be. Candidates are
    /// looked up first and checked afterwards, so that the memory is asked for many of them at a time.
    pub(super) fn candidate(&self, hash: u64) -> Option<u32> {
        self.table.find(hash, |_| true).copied()
    }

    /// Adds a node that is not there yet. `None` when there are four billion already.
    pub(super) fn add(&mut self, body: Body) -> Option<u32> {
        let node = u32::try_from(self.bodies.len()).ok().filter(|node| *node != NONE)?;
        self.count(&body);
        self.bodies.push(body);
        self.index(node);
        Some(node)
    }

    fn count(&mut self, body: &Body) {
        match body {
            Body::Placeholder(..) => self.placeholders += 1,
            Body::Message(message) => match self.interactions.get_mut(&message.interaction_id) {
                Some(count) => *count += 1,
                None => {
                    self.interactions.insert(message.interaction_id.clone(), 1);
                }
            },
        }
    }

    /// Puts a message where its placeholder was.
    pub(super) fn fill(&mut self, node: u32, message: Message) {
        let body = Body::Message(message);
        self.count(&body);
        if let Some(place) = self.bodies.get_mut(node as usize) {
            *place = body;
            self.placeholders -= 1;
        }
    }

    /// Puts a message where another of the same id was, and gives that one back.
    pub(super) fn replace(&mut self, node: u32, message: Message) -> Option<Message> {
        let Body::Message(old) = self.bodies.get_mut(node as usize)? else { return None };
        if let Some(count) = self.interactions.get_mut(&old.interaction_id) {
            *count -= 1;
        }
        *self.interactions.entry(message.interaction_id.clone()).or_default() += 1;
        self.interactions.retain(|_, count| *count > 0);
        Some(std::mem::replace(old, message))
    }

    /// Says that a message below the placeholder `node` has this time; whether that makes the placeholder older.
    pub(super) fn is_older(&self, node: u32, time: Timestamp) -> bool {
        matches!(self.body(node), Some(Body::Placeholder(_, eldest)) if time < *eldest)
    }

    /// Makes the placeholder `node` as old as `time`.
    pub(super) fn age(&mut self, node: u32, time: Timestamp) {
        if let Some(Body::Placeholder(_, eldest)) = self.bodies.get_mut(node as usize) {
            *eldest = time;
        }
    }

    /// The order of siblings: by time, then by id.
    pub(super) fn order(&self, a: u32, b: u32) -> Ordering {
        let key = |node| self.body(node).map(|body| (body.time(), body.id()));
        key(a).cmp(&key(b))
    }

    /// Puts siblings in order. `keys` is room that is used again for the next siblings.
    pub(super) fn sort(&self, siblings: &mut [u32], keys: &mut Vec<(Timestamp, u32)>) {
        // The times are fetched once: each comparison would fetch two from all over the memory.
        let time = |node: u32| self.body(node).map_or(Timestamp::from_millis(0), Body::time);
        keys.clear();
        keys.extend(siblings.iter().map(|node| (time(*node), *node)));
        let id = |node: u32| self.body(node).map(Body::id);
        keys.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| id(a.1).cmp(&id(b.1))));
        for (place, (_, node)) in siblings.iter_mut().zip(keys) {
            *place = *node;
        }
    }

    /// Every message, the ones that lost to another body too.
    pub(super) fn into_messages(self) -> impl Iterator<Item = Message> {
        let bodies = self.bodies.into_iter().filter_map(|body| match body {
            Body::Message(message) => Some(message),
            Body::Placeholder(..) => None,
        });
        bodies.chain(self.others.into_values().flatten())
    }
}

/// What decides which of two bodies of one id stands in the tree: one whose depth fits its having a parent; of those the later
/// one; of equally late ones one with a parent; of those the one with the greater JSON text.
///
/// A program that copies messages to a new root often keeps their depths. Such a copy must not tear the tree.
pub(super) fn rank(message: &Message) -> (bool, Timestamp, bool, String) {
    let has_parent = message.parent().is_some();
    let fits = has_parent == (message.depth > 0);
    (fits, message.created_at, has_parent, serde_json::to_string(message).unwrap_or_default())
}
