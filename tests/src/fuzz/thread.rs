//! Any messages, as a forest.

use std::collections::{BTreeMap, BTreeSet};

use conversation_core::{Branch, Choices, Completeness, Defect, Forest, Gap, Node};
use proficient_types::{Message, MessageId, Timestamp};

use super::{bytes::Bytes, make};
use crate::reference;

/// More than these are too many for the reference to be quick.
const MOST: usize = 24;

/// The first byte says how many ids there are, the second and third where the messages are cut into parts, the rest is
/// messages.
pub fn thread(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let ids = bytes.pick(&[14, 4, 48, 200]);
    let cuts = [bytes.byte(), bytes.byte()];
    let mut messages = Vec::new();
    while !bytes.is_empty() && messages.len() < MOST {
        messages.push(make::message(&mut bytes, ids));
    }
    let (forest, defects) = Forest::build(messages.iter().cloned());
    every_message_is_there_once(&messages, &forest);
    it_is_the_reference(&messages, &forest, &defects);
    the_order_does_not_show(&messages, cuts[0], &forest, &defects);
    parts_make_the_whole(&messages, cuts, &forest, &defects);
    every_walk_ends(&forest);
    a_certificate_names_every_placeholder(&forest, &messages);
}

fn text(message: &Message) -> String {
    serde_json::to_string(message).expect("a message encodes")
}

fn every_message_is_there_once(messages: &[Message], forest: &Forest) {
    let given: BTreeSet<String> = messages.iter().map(text).collect();
    let bodies = |node: Node<'_>| node.message().into_iter().chain(node.others()).map(text).collect::<Vec<_>>();
    let mut held: Vec<String> = forest.nodes().flat_map(bodies).collect();
    held.sort_unstable();
    assert!(held.iter().eq(&given), "the forest holds other messages than were given, or one twice");
    let mut kept: Vec<String> = forest.clone().into_messages().map(|message| text(&message)).collect();
    kept.sort_unstable();
    assert_eq!(kept, held);
    let ids: BTreeSet<&MessageId> = messages.iter().map(|message| &message.id).collect();
    assert_eq!(forest.len(), ids.len());
    let nodes: BTreeSet<&MessageId> = forest.nodes().map(Node::id).collect();
    assert_eq!(nodes.len(), forest.nodes().count(), "an id is there twice");
    for id in nodes {
        assert_eq!(forest.get(id).map(Node::id), Some(id));
    }
}

/// The reference knows no duplicates: of each id it is given the latest body, of equally late ones the greatest as text.
fn it_is_the_reference(messages: &[Message], forest: &Forest, defects: &[Defect]) {
    let mut bodies: BTreeMap<&MessageId, BTreeMap<_, &Message>> = BTreeMap::new();
    for message in messages {
        bodies.entry(&message.id).or_default().insert(rank(message), message);
    }
    let shown: Vec<Message> =
        bodies.values().filter_map(|bodies| bodies.last_key_value()).map(|(_, message)| (*message).clone()).collect();
    if shown.is_empty() {
        assert!(forest.is_empty() && defects.is_empty());
        return;
    }
    let (shape, mut expected) = reference::forest(&shown);
    let conflicts = bodies.iter().filter(|(_, bodies)| bodies.len() > 1);
    expected.extend(conflicts.map(|(id, bodies)| Defect::Conflict { message: (*id).clone(), bodies: bodies.len() }));
    expected.sort();
    assert_eq!(reference::shape(forest), shape);
    assert_eq!(defects, expected);
}

fn the_order_does_not_show(messages: &[Message], turn: u8, forest: &Forest, defects: &[Defect]) {
    let mut turned = messages.to_vec();
    turned.rotate_left(usize::from(turn) % messages.len().max(1));
    let reversed: Vec<Message> = messages.iter().rev().cloned().collect();
    for other in [turned, reversed] {
        let (again, defects_again) = Forest::build(other.iter().cloned());
        assert_eq!(&again, forest);
        assert_eq!(defects_again, defects);
        let mut one_by_one = Forest::default();
        for message in other {
            one_by_one.insert(message);
        }
        assert_eq!(&one_by_one, forest);
        assert_eq!(one_by_one.defects(), defects);
        assert_eq!(one_by_one.interaction(), forest.interaction());
    }
}

fn parts_make_the_whole(messages: &[Message], cuts: [u8; 2], forest: &Forest, defects: &[Defect]) {
    let mut cuts = cuts.map(|cut| usize::from(cut) % (messages.len() + 1));
    cuts.sort_unstable();
    let built = |part: &[Message]| Forest::build(part.iter().cloned()).0;
    let [a, b, c] =
        [&messages[..cuts[0]], &messages[cuts[0]..cuts[1]], &messages[cuts[1]..]].map(|part| || built(part));
    let merged = a().merge(b()).merge(c());
    assert_eq!(&merged, forest);
    assert_eq!(merged.defects(), defects);
    assert_eq!(&a().merge(b().merge(c())), forest);
    assert_eq!(&c().merge(a()).merge(b()), forest);
    assert_eq!(&merged.merge(b()), forest);
    let mut grown = a();
    for message in &messages[cuts[0]..] {
        grown.insert(message.clone());
    }
    assert_eq!(&grown, forest);
    assert!(forest.changes_since(forest).is_empty());
    let changes = forest.changes_since(&a());
    assert!(grown.changes_since(&a()) == changes);
}

fn every_walk_ends(forest: &Forest) {
    let nodes: Vec<Node<'_>> = forest.nodes().collect();
    assert!(forest.leaves().eq(nodes.iter().copied().filter(|node| node.is_leaf())));
    for node in &nodes {
        assert!(node.ancestors().count() < nodes.len());
        assert!(node.children().all(|child| child.parent() == Some(*node)));
        assert_eq!(node.siblings().filter(|sibling| sibling == node).count(), 1);
        is_a_thread(&forest.thread(&Branch::Through(node.id().clone())), Some(*node));
        let mut choices = Choices::new();
        choices.choose_thread(*node);
        is_a_thread(&forest.thread(&Branch::Chosen(choices)), Some(*node));
    }
    for branch in [Branch::Latest, Branch::First] {
        let thread = forest.thread(&branch);
        assert_eq!(thread.is_empty(), forest.is_empty());
        is_a_thread(&thread, None);
    }
}

/// From a root to a leaf, each below the one before.
fn is_a_thread(thread: &[Node<'_>], through: Option<Node<'_>>) {
    assert!(thread.first().is_none_or(|root| root.parent().is_none()));
    assert!(thread.last().is_none_or(|leaf| leaf.is_leaf() && leaf.message().is_some()));
    assert!(thread.windows(2).all(|pair| pair[1].parent() == Some(pair[0])));
    assert!(through.is_none_or(|node| thread.contains(&node)));
}

fn a_certificate_names_every_placeholder(forest: &Forest, messages: &[Message]) {
    let completeness = Completeness::of_forest(forest, None);
    assert_eq!(completeness.received, forest.len() as u64);
    assert_eq!(completeness.to_string().lines().count(), 1 + completeness.gaps.len());
    let given: BTreeSet<&MessageId> = messages.iter().map(|message| &message.id).collect();
    let named = forest.nodes().filter_map(Node::message).filter_map(|message| message.parent());
    let missing: BTreeSet<&MessageId> = named.filter(|parent| !given.contains(parent)).collect();
    let gaps = completeness.gaps.iter().filter_map(|gap| match gap {
        Gap::Parent { message, .. } => Some(message),
        _ => None,
    });
    assert_eq!(gaps.collect::<BTreeSet<_>>(), missing);
}

/// Which of two bodies of one id stands in the tree: the greater.
fn rank(message: &Message) -> (bool, Timestamp, bool, String) {
    let has_parent = message.parent().is_some();
    (has_parent == (message.depth > 0), message.created_at, has_parent, text(message))
}
