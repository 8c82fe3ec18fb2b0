//! Inserting one message.

use proficient_types::{Message, MessageId, Timestamp};

use super::{
    children::Children,
    forest::Forest,
    nodes::{Body, NONE, rank},
};

/// The effect of inserting a message into a forest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Inserted {
    /// The id was not in the forest.
    New,
    /// The message replaced the placeholder of its id.
    Filled,
    /// The forest already contained this message.
    Known,
    /// The id had another body, and this one took its place in the tree.
    Replaced,
    /// The id has another body, which stays in the tree. This one is listed by `Node::others`.
    Beside,
}

impl Forest {
    /// Inserts one message. The result equals the forest built from all messages at once.
    ///
    /// Takes time logarithmic in the number of siblings. Replacing another body takes time linear in the forest, because
    /// the new body may name another parent.
    pub fn insert(&mut self, message: Message) -> Inserted {
        match self.nodes.find(&message.id) {
            None => {
                let (parent, time) = (message.parent().cloned(), message.created_at);
                if let Some(node) = self.nodes.add(Body::Message(message)) {
                    self.parents.push(NONE);
                    self.children.push(Children::default());
                    self.attach(node, parent, time);
                }
                Inserted::New
            }
            Some(node) => match self.nodes.message(node) {
                None => {
                    self.detach(node);
                    let (parent, time) = (message.parent().cloned(), message.created_at);
                    self.nodes.fill(node, message);
                    self.attach(node, parent, time);
                    Inserted::Filled
                }
                Some(shown) if *shown == message => Inserted::Known,
                Some(shown) => {
                    let replaces = rank(&message) > rank(shown);
                    self.compete(node, message, replaces)
                }
            },
        }
    }

    fn compete(&mut self, node: u32, message: Message, replaces: bool) -> Inserted {
        let others = self.nodes.others.entry(node).or_default();
        if !replaces {
            if others.contains(&message) {
                return Inserted::Known;
            }
            let at = others.partition_point(|other| rank(other) > rank(&message));
            others.insert(at, message);
            return Inserted::Beside;
        }
        let old = self.nodes.replace(node, message);
        if let Some(old) = old {
            self.nodes.others.entry(node).or_default().insert(0, old);
        }
        *self = Self::of(std::mem::take(&mut self.nodes).into_messages());
        Inserted::Replaced
    }

    /// Attaches a root node to its parent.
    fn attach(&mut self, node: u32, parent: Option<MessageId>, time: Timestamp) {
        let Some(parent) = parent else { return self.hang(node, NONE) };
        match self.nodes.find(&parent) {
            None => {
                let Some(placeholder) = self.nodes.add(Body::Placeholder(parent, time)) else {
                    return self.hang(node, NONE);
                };
                self.parents.push(NONE);
                self.children.push(Children::default());
                self.hang(placeholder, NONE);
                self.hang(node, placeholder);
            }
            Some(parent) if self.nodes.is_older(parent, time) => {
                self.detach(parent);
                self.nodes.age(parent, time);
                self.hang(parent, NONE);
                self.hang(node, parent);
            }
            Some(parent) if self.is_above(node, parent) => self.close_cycle(node, parent),
            Some(parent) => self.hang(node, parent),
        }
    }

    /// `node` and `parent` are in one cycle. Its eldest member becomes a root, the others are attached.
    fn close_cycle(&mut self, node: u32, parent: u32) {
        let mut eldest = node;
        let mut member = parent;
        while member != node && member != NONE {
            if self.nodes.order(member, eldest).is_lt() {
                eldest = member;
            }
            member = self.parent(member);
        }
        self.cuts.push(eldest);
        if eldest == node {
            return self.hang(node, NONE);
        }
        self.detach(eldest);
        self.hang(eldest, NONE);
        self.hang(node, parent);
    }

    fn hang(&mut self, node: u32, parent: u32) {
        let Self { nodes, parents, children, roots, .. } = self;
        if let Some(place) = parents.get_mut(node as usize) {
            *place = parent;
        }
        let siblings = children.get_mut(parent as usize).unwrap_or(roots);
        siblings.insert(node, |a, b| nodes.order(a, b));
    }

    fn detach(&mut self, node: u32) {
        let parent = self.parent(node);
        let Self { nodes, children, roots, .. } = self;
        let siblings = children.get_mut(parent as usize).unwrap_or(roots);
        siblings.remove(node, |a, b| nodes.order(a, b));
    }

    /// Whether `node` is `below` itself or one of its ancestors.
    ///
    /// Searches upwards from the one and downwards from the other in turn, so that it takes no longer than the smaller of
    /// the two trees that are being joined.
    fn is_above(&self, node: u32, below: u32) -> bool {
        let mut up = below;
        let mut down = vec![self.children_of(node).iter()];
        while up != node {
            up = match up {
                NONE => return false,
                up => self.parent(up),
            };
            let Some(siblings) = down.last_mut() else {
                // The whole tree below `node` was searched, and `below` is not in it.
                return false;
            };
            match siblings.next() {
                Some(next) if next == below => return true,
                Some(next) => down.push(self.children_of(next).iter()),
                None => {
                    down.pop();
                }
            }
        }
        true
    }
}
