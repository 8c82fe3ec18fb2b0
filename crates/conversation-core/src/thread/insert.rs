//! One message more.

use proficient_types::{Message, MessageId, Timestamp};

use super::{
    build,
    children::Children,
    forest::Forest,
    nodes::{Body, NONE, rank},
};

/// What became of a message that was put into a forest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Inserted {
    /// Its id is new.
    New,
    /// Others were below it already, and a placeholder stood in its place.
    Filled,
    /// The same body was there.
    Known,
    /// Another body was there, and this one now stands in the tree.
    Replaced,
    /// Another body was there and still stands in the tree; this one is kept beside it.
    Beside,
}

impl Forest {
    /// Puts one message more into the forest, which is then the forest of all messages given so far.
    ///
    /// Takes time logarithmic in the number of siblings. Only a body that takes the place of another takes time linear
    /// in the forest, because its parent may be another one, too.
    pub fn insert(&mut self, message: Message) -> Inserted {
        match self.nodes.find(&message.id) {
            None => {
                let (parent, time) = (message.parent_id.value().cloned(), message.created_at);
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
                    let (parent, time) = (message.parent_id.value().cloned(), message.created_at);
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
        *self = build::forest(std::mem::take(&mut self.nodes).into_messages());
        Inserted::Replaced
    }

    /// Hangs a root node below its parent.
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

    /// `node` and `parent` are of one cycle: hangs it all but its eldest member, which becomes a root.
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

    /// Whether `node` is `below` itself or above it.
    ///
    /// Looks up from the one and down from the other in step, so that it takes no longer than the smaller of the two
    /// trees that are about to become one.
    fn is_above(&self, node: u32, below: u32) -> bool {
        let mut up = below;
        let mut down = vec![self.children_of(node).iter()];
        while up != node {
            up = match up {
                NONE => return false,
                up => self.parent(up),
            };
            let Some(siblings) = down.last_mut() else {
                // The whole tree below `node` was seen, and `below` was not in it.
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
