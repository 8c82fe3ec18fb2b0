//! Shapes that overflow a stack or go quadratic elsewhere.

use conversation_core::{Branch, Defect, Forest, Node};
use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};

fn message(number: u32, parent: Option<u32>) -> Message {
    let id = |number: u32| MessageId::new(format!("msg_{number}"));
    let (time, depth) = (Timestamp::from_millis(number.into()), parent.map_or(0, |parent| i64::from(parent) + 1));
    let mut message = Message::new(id(number), "…", time, depth, InteractionId::new("int_1"), SentBy::User);
    message.parent_id = parent.map(id).map(conversation_wire::Field::Value).unwrap_or_default();
    message
}

/// Neither order is the one in which parents come first.
fn scrambled(count: u32) -> impl Iterator<Item = u32> {
    // 1_000_003 is a prime, so each number comes once.
    (0..count).map(move |index| ((u64::from(index) * 1_000_003 + 17) % u64::from(count)) as u32)
}

#[test]
fn a_chain_of_a_million_is_built_walked_and_dropped_without_recursion() {
    let count = 1_000_000;
    let chain = scrambled(count).map(|number| message(number, number.checked_sub(1)));
    let (forest, defects) = Forest::build(chain);
    assert_eq!(defects, []);
    assert_eq!(forest.nodes().count(), count as usize);
    let thread = forest.thread(&Branch::Latest);
    assert_eq!(thread.len(), count as usize);
    assert_eq!(thread.last().map(|leaf| leaf.ancestors().count()), Some(count as usize - 1));
    assert_eq!(forest.thread(&Branch::First), thread);
    let copy = forest.clone();
    assert!(copy == forest);
    assert_eq!(copy.merge(Forest::default()).len(), count as usize);
}

#[test]
fn a_chain_is_inserted_one_by_one_in_any_order() {
    let count = 100_000;
    let mut forest = Forest::default();
    for number in scrambled(count) {
        forest.insert(message(number, number.checked_sub(1)));
    }
    assert_eq!(forest.defects(), []);
    assert_eq!(forest.thread(&Branch::Latest).len(), count as usize);
}

#[test]
fn a_fan_is_inserted_one_by_one_in_any_order() {
    let count = 100_000;
    let mut forest = Forest::default();
    for number in scrambled(count) {
        let mut leaf = message(number + 1, Some(0));
        leaf.depth = 1;
        forest.insert(leaf);
    }
    forest.insert(message(0, None));
    assert_eq!(forest.defects(), []);
    let root = forest.roots().next().expect("a root");
    assert_eq!(root.children().len(), count as usize);
    let times: Vec<_> = root.children().filter_map(Node::message).map(|message| message.created_at).collect();
    assert!(times.is_sorted());
}

#[test]
fn a_cycle_of_a_hundred_thousand_is_cut_once() {
    let count = 100_000;
    let ring = || scrambled(count).map(|number| message(number, Some((number + count - 1) % count)));
    let (forest, defects) = Forest::build(ring());
    let cycles = defects.iter().filter_map(|defect| match defect {
        Defect::Cycle { messages } => Some(messages.len()),
        _ => None,
    });
    assert_eq!(cycles.collect::<Vec<_>>(), [count as usize]);
    assert_eq!(forest.roots().next().map(|root| root.id().as_str().to_owned()), Some("msg_0".into()));
    let mut one_by_one = Forest::default();
    for message in ring() {
        one_by_one.insert(message);
    }
    assert!(one_by_one == forest);
}
