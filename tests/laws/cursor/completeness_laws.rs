//! The laws of `Completeness`.

use std::collections::{BTreeMap, BTreeSet};

use conversation_core::{Completeness, Forest, Gap, Pager, PagerFault, Transcript, Verdict};
use proficient_types::{
    AgentId, InitialTurn, Interaction, InteractionFields, InteractionId, InteractionsList, MessageId, MessagesList,
    PageLimit, Timestamp, UserId,
};
use proptest::{collection::vec, prelude::*};

use super::{
    cases,
    chat_server::event,
    list_server::{ListServer, message, tree},
    random::Random,
};

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_certificate_names_exactly_the_messages_that_are_missing(
        messages in 0..40usize,
        drop in vec(0..40usize, 0..5),
        foreign in 0..3usize,
        seed: u64,
    ) {
        let mut server = ListServer::new(0, &[], Random::new(0));
        server.store = tree(messages, &mut Random::new(seed));
        let drop: BTreeSet<_> = drop.into_iter().map(|number| MessageId::new(format!("msg_{number}"))).collect();
        let (gone, mut held): (Vec<_>, Vec<_>) =
            server.store.iter().cloned().partition(|message| drop.contains(&message.id));
        // Messages of another interaction make up for none that is missing.
        for number in 0..foreign {
            let mut message = message(format!("foreign_{number}"), None, 0, 0);
            message.interaction_id = InteractionId::new("int_2");
            held.push(message);
        }
        let mut children: BTreeMap<&MessageId, u64> = BTreeMap::new();
        for parent in held.iter().filter_map(|message| message.parent_id.value()) {
            if drop.contains(parent) {
                *children.entry(parent).or_default() += 1;
            }
        }
        let mut expected: Vec<_> =
            children.iter().map(|(id, children)| Gap::Parent { message: (*id).clone(), children: *children }).collect();
        if !gone.is_empty() {
            expected.push(Gap::Short { counted: messages as i64, missing: gone.len() as u64 });
        }
        expected.sort();
        let forest = Forest::build(held.clone()).0;
        let mut completeness = Completeness::of_forest(&forest, Some(&server.interaction()));
        completeness.gaps.sort();
        prop_assert_eq!(&completeness.gaps, &expected);
        prop_assert_eq!(completeness.received, (messages - gone.len()) as u64);
        let verdict = if gone.is_empty() { Verdict::Complete } else { Verdict::Incomplete };
        prop_assert_eq!(completeness.verdict(), verdict);
        prop_assert_eq!(completeness.to_string().lines().count(), 1 + expected.len());
        let again: Completeness = serde_json::from_str(&serde_json::to_string(&completeness).unwrap()).unwrap();
        prop_assert_eq!(completeness, again);

        // A walk that is not over adds that it is not.
        let mut walk = Pager::new(PageLimit::MAX);
        let completeness = Completeness::of_messages(&walk, &forest, Some(&server.interaction()));
        prop_assert_eq!(completeness.gaps.first(), Some(&Gap::Unfinished { after: None }));
        let _ = walk.accept(MessagesList::new(held.clone(), true));
        let completeness = Completeness::of_messages(&walk, &forest, Some(&server.interaction()));
        let first = match held.last() {
            None => Gap::Cut { fault: PagerFault::EmptyPage { after: None } },
            Some(last) => Gap::Unfinished { after: Some(last.id.clone()) },
        };
        prop_assert_eq!(completeness.gaps.first(), Some(&first));
    }

    #[test]
    fn a_certificate_of_interactions_is_complete_when_the_last_page_was_read(
        sizes in vec(1..4usize, 0..5),
        reads in 0..6usize,
        is_cut: bool,
    ) {
        let id = |number: usize| InteractionId::new(format!("int_{number}"));
        let interaction = |number| {
            let (agent, user) = (AgentId::new("ag_1"), UserId::new("u_1"));
            let time = Timestamp::from_millis(0);
            Interaction::new(InteractionFields { id: id(number), agent_id: agent, archived: false, created_at: time, initial_turn: InitialTurn::User, name: None, total_message_count: 0, updated_at: time, user_id: user })
        };
        let mut walk = Pager::new(PageLimit::MAX);
        let mut held = 0;
        for (number, size) in sizes.iter().enumerate().take(reads) {
            let page: Vec<_> = (held..held + size).map(interaction).collect();
            held += walk.accept(InteractionsList::new(page, number + 1 < sizes.len())).len();
        }
        if is_cut && !walk.is_over() {
            let _ = walk.accept(InteractionsList::new(Vec::new(), true));
        }
        let completeness = Completeness::of_interactions(&walk, held as u64);
        let after = held.checked_sub(1).map(id);
        let expected = match (!sizes.is_empty() && reads >= sizes.len(), is_cut) {
            (true, _) => None,
            (false, true) => Some(Gap::ListCut { fault: PagerFault::EmptyPage { after } }),
            (false, false) => Some(Gap::ListUnfinished { after }),
        };
        prop_assert_eq!(completeness.gaps.first(), expected.as_ref());
        let verdict = if expected.is_some() { Verdict::Incomplete } else { Verdict::Complete };
        prop_assert_eq!((completeness.verdict(), completeness.received), (verdict, held as u64));
        let again: Completeness = serde_json::from_str(&serde_json::to_string(&completeness).unwrap()).unwrap();
        prop_assert_eq!(completeness, again);
    }

    #[test]
    fn a_certificate_names_every_depth_that_is_not_so(
        depths in vec(prop_oneof![-1..4i64, Just(i64::MAX), Just(i64::MIN)], 1..5),
    ) {
        let id = |number: usize| MessageId::new(format!("msg_{number}"));
        let parent = |number: usize| number.checked_sub(1).map(id);
        let chain = depths.iter().enumerate();
        let chain = chain.map(|(number, depth)| message(format!("msg_{number}"), parent(number), *depth, 0));
        let completeness = Completeness::of_forest(&Forest::build(chain).0, None);
        let wrong = depths.iter().enumerate().filter(|(number, depth)| {
            let expected = number.checked_sub(1).map_or(Some(0), |parent| depths[parent].checked_add(1));
            expected != Some(**depth)
        });
        let wrong: BTreeSet<_> = wrong.map(|(number, _)| id(number)).collect();
        let named = completeness.gaps.iter().filter_map(|gap| match gap {
            Gap::Depth { message, .. } => Some(message.clone()),
            _ => None,
        });
        prop_assert_eq!(named.collect::<BTreeSet<_>>(), wrong);
    }

    #[test]
    fn a_certificate_names_exactly_the_positions_that_are_missing(
        indexes in vec(1..30i64, 0..20),
        chat_ended: bool,
    ) {
        let transcript = Transcript::build(indexes.iter().map(|index| event(Some(*index))).collect::<Vec<_>>()).0;
        let completeness = Completeness::of_transcript(&transcript, chat_ended);
        let named = completeness.gaps.iter().filter_map(|gap| match gap {
            Gap::Positions { first, last } => Some(*first..=*last),
            _ => None,
        });
        let named: Vec<_> = named.flatten().collect();
        let highest = indexes.iter().max().copied().unwrap_or(0);
        let missing: Vec<_> = (1..=highest).filter(|index| !indexes.contains(index)).collect();
        let verdict = match (missing.is_empty(), chat_ended) {
            (false, _) => Verdict::Incomplete,
            (true, false) => Verdict::Open,
            (true, true) => Verdict::Complete,
        };
        prop_assert_eq!(named, missing);
        prop_assert_eq!(completeness.verdict(), verdict);
    }
}

#[test]
fn a_count_of_another_time_proves_nothing() {
    let forest = Forest::build([message("msg_1".into(), None, 0, 0)]).0;
    let mut interaction = ListServer::new(0, &[], Random::new(0)).interaction();
    for counted in [0, -1, i64::MIN] {
        interaction.total_message_count = counted;
        let completeness = Completeness::of_forest(&forest, Some(&interaction));
        assert_eq!(completeness.gaps, [Gap::Surplus { counted, received: 1 }]);
        assert_eq!(completeness.verdict(), Verdict::Open);
    }
    let nothing = Completeness::of_forest(&Forest::build([]).0, Some(&interaction));
    assert_eq!(nothing.verdict(), Verdict::Open, "an interaction cannot have fewer than no messages");
    let uncounted = Completeness::of_forest(&forest, None);
    assert_eq!((uncounted.verdict(), uncounted.gaps), (Verdict::Open, vec![Gap::Uncounted]));
}

#[test]
fn a_count_proves_nothing_once_messages_were_deleted() {
    let mut server = ListServer::new(0, &[], Random::new(0));
    let messages = ["msg_1", "msg_2", "msg_3"].map(|id| message(id.into(), None, 0, 0));
    let mut walk = Pager::new(PageLimit::MAX);
    let mut held = walk.accept(MessagesList::new(messages[..2].to_vec(), true));
    // The second is deleted, and one that nobody has seen takes its place in the count.
    walk.not_found();
    held.extend(walk.accept(MessagesList::new(messages[2..].to_vec(), false)));
    server.store = messages.to_vec();
    let forest = Forest::build(held).0;
    let completeness = Completeness::of_messages(&walk, &forest, Some(&server.interaction()));
    assert_eq!((completeness.verdict(), completeness.gaps), (Verdict::Open, vec![Gap::Deleted]));
}
