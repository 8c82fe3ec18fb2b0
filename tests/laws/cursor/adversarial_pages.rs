//! Walks over the pages of a hundred thousand servers, most of them bad ones.

use std::collections::BTreeSet;

use conversation_core::{Completeness, Forest, Gap, Pager, Verdict};
use proficient_types::{Message, MessageId, PageLimit};

use super::{
    list_server::{FAULTS, Fault, ListServer},
    random::{Random, for_each_seed},
};

fn seeds() -> u64 {
    conversation_tests::effort::cases(10_000, 100_000)
}

/// Reads everything, and holds the walk to the laws that hold at every step.
fn walk(server: &mut ListServer, limit: PageLimit, allowance: u32, restart: bool) -> (Pager<MessageId>, Vec<Message>) {
    let mut pager = Pager::new(limit).with_max_items(allowance);
    let mut messages = Vec::new();
    while let Some(request) = pager.request() {
        // As documented: an item that is allowed for takes two requests at most, and the end takes one.
        assert!(server.requests <= 2 * allowance as usize, "an endless walk: {pager:?}");
        match server.list(&request) {
            Ok(page) => {
                let items = page.data.clone();
                let taken = pager.accept(page);
                assert_eq!(taken, items, "a page is handed back whole");
                messages.extend(taken);
            }
            Err(_) => pager.not_found(),
        }
        if restart {
            pager = serde_json::from_str(&serde_json::to_string(&pager).unwrap()).unwrap();
        }
    }
    (pager, messages)
}

fn faults(random: &mut Random) -> Vec<Fault> {
    // None, one, or some of them.
    let count = random.below(4);
    (0..count).map(|_| FAULTS[random.below(FAULTS.len())]).collect()
}

#[test]
fn no_walk_is_endless_and_no_loss_is_silent() {
    for_each_seed(seeds(), |seed| {
        let mut random = Random::new(seed);
        let faults = faults(&mut random);
        let (messages, limit) = (random.below(25), PageLimit::new(1 + random.below(8) as i64).unwrap());
        let mut server = ListServer::new(messages, &faults, random.clone());
        let (pager, messages) = walk(&mut server, limit, 200, seed % 8 == 0);

        let (forest, _) = Forest::build(messages);
        let completeness = Completeness::of_messages(&pager, &forest, Some(&server.interaction()));
        let lost: BTreeSet<_> = server
            .store
            .iter()
            .map(|message| &message.id)
            .filter(|id| forest.get(id).is_none_or(|node| node.message().is_none()))
            .collect();

        assert!(pager.is_over() && pager.request().is_none());
        // A count tells nothing once messages that are held were deleted: as many others may be missing.
        let kept = forest.len()
            - forest
                .nodes()
                .filter(|node| node.message().is_some_and(|message| !server.store.contains(message)))
                .count();
        if kept == forest.len() {
            let missing = completeness.gaps.iter().find_map(|gap| match gap {
                Gap::Short { missing, .. } => Some(*missing as usize),
                _ => None,
            });
            assert_eq!(missing.unwrap_or(0), lost.len(), "{faults:?} {completeness}");
            assert!(lost.is_empty() || completeness.verdict() == Verdict::Incomplete, "{faults:?} {completeness}");
            if lost.is_empty() && pager.fault().is_none() && !server.deletes() {
                assert_eq!(completeness.verdict(), Verdict::Complete, "{faults:?} {completeness}");
            }
        } else {
            // Only of a deleted cursor does the pager hear.
            let unheard = server.does(Fault::Shrinking);
            assert!(
                lost.is_empty() || unheard || completeness.verdict() != Verdict::Complete,
                "{faults:?} {completeness}"
            );
        }
    });
}

#[test]
fn untidy_servers_are_read_whole() {
    use Fault::*;
    for_each_seed(seeds(), |seed| {
        let mut random = Random::new(seed);
        let untidy = [Short, EmptyLast, Growing, DeletedCursor];
        let faults: Vec<_> = untidy.into_iter().filter(|_| random.once_in(2)).collect();
        let (messages, limit) = (random.below(25), PageLimit::new(2 + random.below(8) as i64).unwrap());
        let mut server = ListServer::new(messages, &faults, random.clone());
        let (pager, messages) = walk(&mut server, limit, 1000, false);
        let held: BTreeSet<_> = messages.iter().map(|message| &message.id).collect();
        let whole = server.store.iter().all(|message| held.contains(&message.id));
        assert!(
            whole || matches!(pager.fault(), Some(conversation_core::PagerFault::NotFound { .. })),
            "{faults:?} {pager:?}"
        );
    });
}
