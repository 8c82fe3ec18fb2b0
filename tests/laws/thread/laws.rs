//! The laws of forests, on messages as no honest server sends them.

use std::collections::{BTreeMap, BTreeSet};

use conversation_core::{Branch, Change, Choices, Defect, Forest, Node};
use proficient_types::{Message, MessageId, SentBy};
use proptest::{prelude::*, sample::Index};

use super::{
    reference::{self, shape},
    strategy::messages,
};

fn built(messages: &[Message]) -> Forest {
    Forest::build(messages.iter().cloned()).0
}

/// Every body once, as text.
fn bodies<'a>(messages: impl IntoIterator<Item = &'a Message>) -> BTreeSet<String> {
    messages.into_iter().map(|message| serde_json::to_string(message).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(conversation_tests::effort::cases(1_000, 10_000)))]

    #[test]
    fn the_order_of_arrival_does_not_show(
        (messages, shuffled) in messages().prop_flat_map(|messages| (Just(messages.clone()), Just(messages).prop_shuffle())),
    ) {
        let (forest, defects) = Forest::build(messages);
        let (again, defects_again) = Forest::build(shuffled);
        prop_assert_eq!(forest, again);
        prop_assert_eq!(defects, defects_again);
    }

    #[test]
    fn every_message_is_in_the_forest_exactly_once(messages in messages()) {
        let forest = built(&messages);
        let mut held = Vec::new();
        for node in forest.nodes() {
            held.extend(node.message());
            held.extend(node.others());
        }
        prop_assert_eq!(bodies(held.iter().copied()).len(), held.len(), "a body is there twice");
        prop_assert_eq!(bodies(held), bodies(&messages));
        let ids: BTreeSet<&MessageId> = messages.iter().map(|message| &message.id).collect();
        prop_assert_eq!(forest.len(), ids.len());
        let mut nodes = BTreeSet::new();
        prop_assert!(forest.nodes().all(|node| nodes.insert(node.id())), "an id is there twice");
        let kept: Vec<Message> = forest.clone().into_messages().collect();
        prop_assert_eq!(bodies(&kept), bodies(&messages));
    }

    #[test]
    fn without_duplicates_it_is_the_reference(messages in messages()) {
        let unique: BTreeMap<MessageId, Message> = messages.into_iter().map(|message| (message.id.clone(), message)).collect();
        let unique: Vec<Message> = unique.into_values().collect();
        let (forest, defects) = Forest::build(unique.iter().cloned());
        if !unique.is_empty() {
            let (expected, expected_defects) = reference::forest(&unique);
            prop_assert_eq!(shape(&forest), expected);
            prop_assert_eq!(defects, expected_defects);
        }
    }

    #[test]
    fn inserting_is_building(messages in messages(), at in any::<Index>()) {
        let (first, later) = messages.split_at(at.index(messages.len() + 1));
        let mut forest = built(first);
        for message in later {
            forest.insert(message.clone());
        }
        let (whole, defects) = Forest::build(messages.iter().cloned());
        prop_assert_eq!(forest.defects(), defects);
        prop_assert_eq!(forest, whole);
    }

    #[test]
    fn merging_is_commutative(a in messages(), b in messages()) {
        prop_assert_eq!(built(&a).merge(built(&b)), built(&b).merge(built(&a)));
    }

    #[test]
    fn merging_is_associative(a in messages(), b in messages(), c in messages()) {
        let left = built(&a).merge(built(&b)).merge(built(&c));
        let right = built(&a).merge(built(&b).merge(built(&c)));
        prop_assert_eq!(&left, &right);
        let whole: Vec<Message> = a.into_iter().chain(b).chain(c).collect();
        prop_assert_eq!(left, built(&whole));
    }

    #[test]
    fn merging_is_idempotent(messages in messages()) {
        let forest = built(&messages);
        prop_assert_eq!(forest.clone().merge(forest.clone()), forest.clone());
        prop_assert_eq!(forest.clone().merge(Forest::default()), forest);
    }

    /// A small forest is put into a large one, which is another way through the code than building both anew.
    #[test]
    fn merging_a_few_is_building_all(many in proptest::collection::vec(super::strategy::message(), 40..60), few in super::strategy::message()) {
        let whole: Vec<Message> = many.iter().cloned().chain([few.clone()]).collect();
        prop_assert_eq!(built(&many).merge(built(&[few])), built(&whole));
    }

    #[test]
    fn a_depth_is_a_defect_exactly_when_it_is_not_the_parents_plus_one(messages in messages()) {
        let (forest, defects) = Forest::build(messages);
        for message in forest.nodes().filter_map(Node::message) {
            let parent = message.parent_id.value().and_then(|parent| forest.get(parent));
            let right = match (message.parent_id.value(), parent.and_then(Node::message)) {
                (None, _) => message.depth == 0,
                (Some(_), Some(parent)) => parent.depth.checked_add(1) == Some(message.depth),
                (Some(_), None) => true,
            };
            let found = defects.iter().any(|defect| matches!(defect, Defect::Depth { message: id, .. } if *id == message.id));
            prop_assert_eq!(found, !right);
        }
    }

    #[test]
    fn siblings_are_in_the_order_of_time_and_id(messages in messages()) {
        let forest = built(&messages);
        for node in forest.nodes() {
            let siblings: Vec<_> = node.siblings().filter_map(Node::message).map(|message| (message.created_at, &message.id)).collect();
            prop_assert!(siblings.is_sorted());
            prop_assert_eq!(node.siblings().len(), node.siblings().count());
            prop_assert!(node.siblings().rev().eq(node.siblings().collect::<Vec<_>>().into_iter().rev()));
            prop_assert_eq!(node.siblings().filter(|sibling| *sibling == node).count(), 1);
            prop_assert!(node.children().all(|child| child.parent() == Some(node)));
        }
    }

    #[test]
    fn a_thread_goes_from_a_root_to_a_leaf(messages in messages(), at in any::<Index>()) {
        let forest = built(&messages);
        let mut branches = vec![Branch::Latest, Branch::First, Branch::Chosen(Choices::new())];
        let nodes: Vec<_> = forest.nodes().collect();
        if !nodes.is_empty() {
            branches.push(Branch::Through(at.get(&nodes).id().clone()));
        }
        for branch in branches {
            let thread = forest.thread(&branch);
            prop_assert_eq!(thread.is_empty(), forest.is_empty());
            prop_assert!(thread.first().is_none_or(|root| root.parent().is_none()));
            prop_assert!(thread.last().is_none_or(|leaf| leaf.is_leaf() && leaf.message().is_some()));
            prop_assert!(thread.windows(2).all(|pair| pair[1].parent() == Some(pair[0])));
            if let Branch::Through(id) = &branch {
                prop_assert!(thread.iter().any(|node| node.id() == id));
            }
        }
        let nowhere = Branch::Through(MessageId::new("nowhere"));
        prop_assert!(forest.thread(&nowhere).is_empty());
    }

    #[test]
    fn the_latest_thread_ends_in_the_newest_leaf(messages in messages()) {
        let forest = built(&messages);
        let newest = forest.leaves().filter_map(Node::message).map(|message| (message.created_at, &message.id)).max();
        let latest = forest.thread(&Branch::Latest);
        let shown = latest.last().and_then(|node| node.message()).map(|message| (message.created_at, &message.id));
        prop_assert_eq!(shown, newest);
    }

    /// Switching a branch and back shows what was shown before, since a choice belongs to a parent.
    #[test]
    fn choices_belong_to_parents(messages in messages(), picks in proptest::collection::vec(any::<Index>(), 1..6)) {
        let forest = built(&messages);
        let nodes: Vec<_> = forest.nodes().collect();
        prop_assume!(!nodes.is_empty());
        let mut choices = Choices::new();
        for pick in &picks {
            let node = *pick.get(&nodes);
            choices.choose_thread(node);
            let shown = forest.thread(&Branch::Chosen(choices.clone()));
            prop_assert!(shown.contains(&node));
            let before = choices.clone();
            for sibling in node.siblings() {
                choices.choose(sibling);
                prop_assert!(forest.thread(&Branch::Chosen(choices.clone())).contains(&sibling));
            }
            choices.choose(node);
            prop_assert_eq!(&choices, &before);
            let stored = serde_json::to_string(&choices).unwrap();
            prop_assert_eq!(serde_json::from_str::<Choices>(&stored).unwrap(), before);
        }
    }

    #[test]
    fn walks_agree(messages in messages()) {
        let forest = built(&messages);
        let whole: Vec<_> = forest.nodes().collect();
        let mut by_roots = Vec::new();
        for root in forest.roots() {
            by_roots.push(root);
            by_roots.extend(root.descendants());
        }
        prop_assert_eq!(&by_roots, &whole);
        for node in &whole {
            prop_assert!(node.ancestors().all(|ancestor| ancestor.descendants().any(|below| below == *node)));
            prop_assert_eq!(node.is_leaf(), node.descendants().next().is_none());
        }
        prop_assert!(forest.leaves().eq(whole.iter().copied().filter(|node| node.is_leaf())));
    }

    /// What changed, taken from the older forest and put into it, is the newer one.
    #[test]
    fn changes_are_all_that_is_different(a in messages(), b in messages()) {
        let (older, newer) = (built(&a), built(&b));
        let changes = newer.changes_since(&older);
        let same = |id: &MessageId| !changes.iter().any(|change| match change {
            Change::Added { message } | Change::Edited { message } | Change::Removed { message } => message == id,
            Change::Moved { message, .. } => message == id,
            _ => true,
        });
        let held = |forest: &Forest, id: &MessageId| forest.get(id).and_then(Node::message).cloned();
        let above = |forest: &Forest, id: &MessageId| forest.get(id).and_then(Node::parent).map(|parent| parent.id().clone());
        let ids: BTreeSet<MessageId> = a.iter().chain(&b).map(|message| message.id.clone()).collect();
        for id in &ids {
            let equal = held(&older, id) == held(&newer, id) && above(&older, id) == above(&newer, id);
            prop_assert_eq!(same(id), equal, "{}", id);
        }
        prop_assert!(older.changes_since(&older).is_empty());
    }

    #[test]
    fn only_what_the_user_wrote_can_be_asked(messages in messages()) {
        let forest = built(&messages);
        for node in forest.nodes() {
            let users = node.message().is_some_and(|message| message.sent_by == SentBy::User);
            prop_assert_eq!(node.can_be_asked(), users);
            let replied = node.children().filter_map(Node::message).any(|message| message.sent_by == SentBy::Agent);
            prop_assert_eq!(node.can_be_asked_again(), users && replied);
        }
    }
}
