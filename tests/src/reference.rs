//! A forest that is slow and obviously right, to hold the real one against.
//!
//! It looks for everything by going through all messages, and shares no code with the real one.

use std::collections::{BTreeMap, BTreeSet};

use conversation_core::{Defect, Forest};
use proficient_types::{InteractionId, Message, MessageId};

/// Each node with its parent, in the order of [`Forest::nodes`].
pub type Shape = Vec<(MessageId, Option<MessageId>)>;

/// The shape of a real forest.
pub fn shape(forest: &Forest) -> Shape {
    forest.nodes().map(|node| (node.id().clone(), node.parent().map(|parent| parent.id().clone()))).collect()
}

/// The shape and the defects that the forest of `messages` must have, which are told apart by their ids.
pub fn forest(messages: &[Message]) -> (Shape, Vec<Defect>) {
    let by_id: BTreeMap<&MessageId, &Message> = messages.iter().map(|message| (&message.id, message)).collect();
    assert_eq!(by_id.len(), messages.len(), "the reference knows no duplicates");
    let mut defects = Vec::new();
    let mut parents: BTreeMap<MessageId, Option<MessageId>> = BTreeMap::new();
    for message in messages {
        let parent = message.parent();
        parents.insert(message.id.clone(), parent.cloned());
        if let Some(parent) = parent.filter(|parent| !by_id.contains_key(parent)) {
            defects.push(Defect::MissingParent { message: message.id.clone(), parent: parent.clone() });
            parents.insert(parent.clone(), None);
        }
    }
    let time = |id: &MessageId| match by_id.get(id) {
        Some(message) => message.created_at,
        None => {
            let below = messages.iter().filter(|message| message.parent() == Some(id));
            below.map(|message| message.created_at).min().expect("a placeholder has children")
        }
    };
    let mut cuts = Vec::new();
    for members in cycles(&parents) {
        let eldest = members.iter().min_by_key(|id| (time(id), (*id).clone())).expect("a member").clone();
        let mut messages = vec![eldest.clone()];
        while let Some(next) = parents[messages.last().expect("a member")].clone().filter(|next| *next != eldest) {
            messages.push(next);
        }
        defects.push(Defect::Cycle { messages });
        cuts.push(eldest);
    }
    for cut in cuts {
        parents.insert(cut, None);
    }
    defects.extend(messages.iter().flat_map(|message| claims(message, &by_id, messages)));
    defects.sort();
    let mut shape = Shape::new();
    walk(&parents, &|id| (time(id), id.clone()), None, &mut shape);
    (shape, defects)
}

/// The members of each cycle: those that come back to themselves.
fn cycles(parents: &BTreeMap<MessageId, Option<MessageId>>) -> BTreeSet<BTreeSet<MessageId>> {
    let above = |id: &MessageId| {
        let mut seen = BTreeSet::new();
        let mut next = parents[id].clone();
        while let Some(parent) = next.filter(|parent| seen.insert(parent.clone())) {
            next = parents[&parent].clone();
        }
        seen
    };
    parents
        .keys()
        .map(above)
        .zip(parents.keys())
        .filter(|(above, id)| above.contains(*id))
        .map(|(above, _)| above)
        .collect()
}

fn walk<K: Ord>(
    parents: &BTreeMap<MessageId, Option<MessageId>>,
    key: &impl Fn(&MessageId) -> K,
    parent: Option<&MessageId>,
    shape: &mut Shape,
) {
    let mut children: Vec<&MessageId> =
        parents.iter().filter(|(_, above)| above.as_ref() == parent).map(|(id, _)| id).collect();
    children.sort_by_key(|id| key(id));
    for child in children {
        shape.push((child.clone(), parent.cloned()));
        walk(parents, key, Some(child), shape);
    }
}

fn claims(message: &Message, by_id: &BTreeMap<&MessageId, &Message>, all: &[Message]) -> Vec<Defect> {
    let mut defects = Vec::new();
    let id = message.id.clone();
    if message.interaction_id != commonest(all) {
        let interaction = message.interaction_id.clone();
        defects.push(Defect::ForeignInteraction { message: id.clone(), interaction });
    }
    match message.parent().map(|parent| by_id.get(parent)) {
        None if message.depth != 0 => {
            defects.push(Defect::Depth { message: id, depth: message.depth, expected: 0 });
        }
        Some(Some(parent)) => {
            let expected = i128::from(parent.depth) + 1;
            if i128::from(message.depth) != expected {
                let expected = i64::try_from(expected).unwrap_or(i64::MAX);
                defects.push(Defect::Depth { message: id.clone(), depth: message.depth, expected });
            }
            if message.created_at < parent.created_at {
                defects.push(Defect::OlderThanParent { message: id, parent: parent.id.clone() });
            }
        }
        None | Some(None) => {}
    }
    defects
}

fn commonest(messages: &[Message]) -> InteractionId {
    let ids: BTreeSet<&InteractionId> = messages.iter().map(|message| &message.interaction_id).collect();
    let count = |id: &InteractionId| messages.iter().filter(|message| message.interaction_id == *id).count();
    let most = ids.iter().map(|id| count(id)).max().expect("a message");
    (*ids.iter().find(|id| count(id) == most).expect("one has the most")).clone()
}
