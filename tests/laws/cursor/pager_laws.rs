//! The laws of `Pager`.

use std::{collections::HashSet, fmt};

use conversation_core::{Completeness, Forest, Page, PageRequest, Pager, PagerFault, Verdict};
use conversation_wire::List;
use proficient_types::{Interaction, InteractionId, InteractionsList, Message, MessageId, MessagesList, PageLimit};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

use super::{
    cases,
    list_server::{Fault, ListServer, message},
    random::Random,
};

/// What a server answers.
#[derive(Clone, Debug)]
enum Answer {
    Page(MessagesList),
    NotFound,
}

/// Any page, with few ids so that they often come again.
fn any_page() -> impl Strategy<Value = MessagesList> {
    let page = |(ids, has_more): (Vec<u8>, bool)| {
        MessagesList::new(
            ids.into_iter().map(|id| message(format!("msg_{id}"), None, 0, 0)).collect::<Vec<_>>(),
            has_more,
        )
    };
    (vec(0..40u8, 0..6), prop::bool::weighted(0.9)).prop_map(page)
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![9 => any_page().prop_map(Answer::Page), 1 => Just(Answer::NotFound)]
}

fn any_limit() -> impl Strategy<Value = PageLimit> {
    (1..=8i64).prop_map(|limit| PageLimit::new(limit).unwrap())
}

/// Some steps of a walk against the answers, over and over.
fn take(pager: &mut Pager<MessageId>, answer: &Answer) {
    match answer {
        Answer::Page(page) => assert_eq!(pager.accept(page.clone()), page.data),
        Answer::NotFound => pager.not_found(),
    }
}

fn stored<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + fmt::Debug>(value: &T) -> T {
    let again = serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap();
    assert_eq!(*value, again);
    again
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn pages_concatenate_to_the_whole_in_no_more_requests_than_needed(
        messages in 0..120usize,
        limit in prop_oneof![1..=10i64, 1..=100i64],
        empty_last: bool,
        seed: u64,
    ) {
        let faults: &[_] = if empty_last { &[Fault::EmptyLast] } else { &[] };
        let mut server = ListServer::new(messages, faults, Random::new(seed));
        let mut pager = Pager::new(PageLimit::new(limit).unwrap()).with_max_items_for(&server.interaction());
        let mut held = Vec::new();
        while let Some(request) = pager.request() {
            held.extend(pager.accept(server.list(&request).unwrap()));
            prop_assert!(server.requests <= messages.div_ceil(limit as usize) + 1, "{:?}", pager);
        }
        prop_assert_eq!(&held, &server.store);
        prop_assert_eq!(pager.fault(), None);
        prop_assert!(empty_last || server.requests == messages.div_ceil(limit as usize).max(1));
        prop_assert_eq!((pager.items() as usize, pager.pages() as usize), (messages, server.requests));
        let forest = Forest::build(held).0;
        let completeness = Completeness::of_messages(&pager, &forest, Some(&server.interaction()));
        prop_assert_eq!(completeness.verdict(), Verdict::Complete);
    }

    #[test]
    fn a_walk_ends_against_any_server_and_stays_over(
        answers in vec(any_answer(), 1..12),
        limit in any_limit(),
        allowance in 0..60u32,
    ) {
        let mut pager = Pager::new(limit).with_max_items(allowance);
        let mut requests = 0;
        for answer in answers.iter().cycle() {
            if pager.request().is_none() {
                break;
            }
            requests += 1;
            prop_assert!(requests <= 2 * allowance.max(1), "{:?}", pager);
            take(&mut pager, answer);
        }
        let over = pager.clone();
        for answer in &answers {
            take(&mut pager, answer);
            prop_assert_eq!(&pager, &over);
            prop_assert!(pager.is_over() && pager.request().is_none());
        }
    }

    #[test]
    fn resuming_from_a_stored_pager_at_every_step_is_not_stopping(
        answers in vec(any_answer(), 0..12),
        limit in any_limit(),
    ) {
        let (mut one, mut other) = (Pager::new(limit), stored(&Pager::new(limit)));
        for answer in &answers {
            prop_assert_eq!(one.request(), other.request());
            take(&mut one, answer);
            take(&mut other, answer);
            other = stored(&other);
            prop_assert_eq!(&one, &other);
        }
    }

    #[test]
    fn a_stored_pager_ends_whatever_was_made_of_it(
        pages in prop_oneof![0..5u64, Just(u64::from(u32::MAX)), any::<u64>()],
        items in prop_oneof![0..20u64, Just(u64::from(u32::MAX)), any::<u64>()],
        limit in prop_oneof![1..=100i64, any::<i64>()],
        allowance in 0..60u32,
        ids in vec(select(vec!["msg_1", "msg_2", "", "msg_3"]), 3),
        state in 0..5usize,
        saw_deletion: bool,
        answers in vec(any_answer(), 1..12),
    ) {
        let more = json!({"more": {"after": ids[0], "first": ids[1], "mark": ids[2]}});
        let fault = json!({"fault": {"cycle": {"id": ids[0]}}});
        let state = [json!("not_started"), more, json!("end"), fault, Value::Null][state].clone();
        let json = json!({
            "limit": limit, "max_items": allowance, "pages": pages, "items": items, "saw_deletion": saw_deletion, "state": state
        });
        // What no walk can come to is refused.
        let Ok(mut pager) = serde_json::from_value::<Pager<MessageId>>(json) else { return Ok(()) };
        stored(&pager);
        for answer in answers.iter().cycle().take(2 * allowance.max(1) as usize) {
            take(&mut pager, answer);
        }
        prop_assert!(pager.is_over(), "{:?}", pager);
    }

    #[test]
    fn pages_that_go_round_are_found_out_within_three_times_their_number(
        lead in 0..40usize,
        round in 1..40usize,
        size in 1..=4usize,
    ) {
        // Each page has a place; behind the last comes the one at `lead` again.
        let page = |place: usize| -> MessagesList {
            let ids = (0..size).map(|item| message(format!("msg_{place}_{item}"), None, 0, 0));
            MessagesList::new(ids.collect::<Vec<_>>(), true)
        };
        let next = |place: usize| if place + 1 == lead + round { lead } else { place + 1 };
        let mut pager = Pager::new(PageLimit::MAX);
        let mut place = 0;
        let mut pages = 0;
        while pager.request().is_some() {
            let _ = pager.accept(page(place));
            place = next(place);
            pages += 1;
            prop_assert!(pages <= 3 * (lead + round), "{} pages for {} and {}", pages, lead, round);
        }
        let went_round = match pager.fault() {
            Some(PagerFault::Cycle { .. }) => round > 1,
            Some(PagerFault::RepeatedPage { .. }) => round == 1,
            _ => false,
        };
        prop_assert!(went_round, "{:?}", pager);
        // Not too early: everything was there once.
        prop_assert!(pages > lead + round - 1);
    }

    #[test]
    fn a_deleted_cursor_costs_no_other_message(
        messages in 0..40usize,
        limit in 2..=10i64,
        seed: u64,
        restart: bool,
    ) {
        let mut server = ListServer::new(messages, &[Fault::DeletedCursor], Random::new(seed));
        let mut pager = Pager::new(PageLimit::new(limit).unwrap());
        let mut held = HashSet::new();
        let mut first = None;
        while let Some(request) = pager.request() {
            match server.list(&request) {
                Ok(page) => {
                    first = page.data.first().map(|message| message.id.clone());
                    held.extend(pager.accept(page).into_iter().map(|message| message.id));
                }
                Err(_) => pager.not_found(),
            }
            prop_assert!(server.requests <= 200, "{:?}", pager);
            if restart {
                pager = stored(&pager);
            }
        }
        match pager.fault() {
            // The first item of the page was deleted too, so there was nothing to step back to.
            Some(PagerFault::NotFound { .. }) => {
                prop_assert!(server.store.iter().all(|message| Some(&message.id) != first.as_ref()));
            }
            fault => {
                prop_assert_eq!(fault, None);
                prop_assert!(server.store.iter().all(|message| held.contains(&message.id)));
            }
        }
    }
}

/// One walk: what came of it, and after how many pages.
fn walk(limit: i64, pages: &[MessagesList]) -> (Option<PagerFault<MessageId>>, u32) {
    let mut pager = Pager::new(PageLimit::new(limit).unwrap());
    for page in pages {
        assert_eq!(pager.accept(page.clone()), page.data, "of a faulty page too, every item is handed back");
    }
    (pager.fault().cloned(), pager.pages())
}

fn page(ids: &[&str], has_more: bool) -> MessagesList {
    MessagesList::new(ids.iter().map(|id| message((*id).to_owned(), None, 0, 0)).collect::<Vec<_>>(), has_more)
}

#[test]
fn every_fault_has_its_name() {
    let after = || MessageId::new("b");
    let first = page(&["a", "b"], true);
    let fault = |pages: &[MessagesList]| walk(2, pages).0;
    assert_eq!(fault(&[page(&["a", "b", "c"], true)]), Some(PagerFault::OverLimit { limit: 2, items: 3 }));
    assert_eq!(fault(&[page(&["a", "b", "c"], false)]), Some(PagerFault::OverLimit { limit: 2, items: 3 }));
    assert_eq!(fault(&[page(&[], true)]), Some(PagerFault::EmptyPage { after: None }));
    assert_eq!(fault(&[first.clone(), page(&[], true)]), Some(PagerFault::EmptyPage { after: Some(after()) }));
    assert_eq!(fault(&[first.clone(), first.clone()]), Some(PagerFault::RepeatedPage { after: after() }));
    assert_eq!(fault(&[first.clone(), page(&["a", "b"], false)]), Some(PagerFault::RepeatedPage { after: after() }));
    assert_eq!(fault(&[first.clone(), page(&["c", "b"], true)]), Some(PagerFault::NoAdvance { after: after() }));
    assert_eq!(fault(&[first.clone(), page(&["b"], false)]), Some(PagerFault::NoAdvance { after: after() }));
    let round = [first.clone(), page(&["c", "d"], true), page(&["a", "b"], true), page(&["c", "d"], true)];
    assert_eq!(walk(2, &round), (Some(PagerFault::Cycle { id: MessageId::new("d") }), 4));

    // And what is none: an empty last page, a page that begins with the item it should begin behind.
    assert_eq!(fault(&[page(&[], false)]), None);
    assert_eq!(fault(&[first.clone(), page(&[], false)]), None);
    assert_eq!(fault(&[first.clone(), page(&["b", "c"], true), page(&["c", "d"], false)]), None);
}

#[test]
fn a_pager_steps_back_once_and_says_what_was_not_found() {
    let ask = |pager: &Pager<MessageId>| pager.request().and_then(|request: PageRequest<_>| request.starting_after);
    let mut pager = Pager::new(PageLimit::new(3).unwrap());
    let _ = pager.accept(page(&["a", "b", "c"], true));
    pager.not_found();
    assert_eq!(ask(&pager), Some(MessageId::new("a")));
    let _ = pager.accept(page(&["b", "d", "e"], true));
    assert_eq!(ask(&pager), Some(MessageId::new("e")));
    pager.not_found();
    assert_eq!(ask(&pager), Some(MessageId::new("b")));
    pager.not_found();
    assert_eq!(pager.fault(), Some(&PagerFault::NotFound { after: Some(MessageId::new("b")) }));

    let mut pager: Pager<MessageId> = Pager::new(PageLimit::default());
    pager.not_found();
    assert_eq!(pager.fault(), Some(&PagerFault::NotFound { after: None }));
}

#[test]
fn a_stored_pager_that_no_walk_can_come_to_is_refused() {
    let more = json!({"more": {"after": "b", "first": "a", "mark": "b"}});
    let read = |pages: u32, items: u32, state: &Value| {
        let json = json!({
            "limit": 2, "max_items": 10, "pages": pages, "items": items, "saw_deletion": false, "state": state
        });
        serde_json::from_value::<Pager<MessageId>>(json).is_ok()
    };
    assert!(read(0, 0, &json!("not_started")) && read(1, 2, &more) && read(2, 3, &more));
    assert!(!read(1, 2, &json!("not_started")), "a page came, and it has not started");
    assert!(!read(0, 0, &more), "more is to come, and there was no page");
    assert!(!read(2, 1, &more), "a page without an item is the last");
    assert!(!read(1, 3, &more), "a page over the limit is the last");
}

#[test]
fn interactions_are_listed_the_same_way() {
    let server = ListServer::new(0, &[], Random::new(0));
    let interaction = |id: &str| {
        let mut interaction = server.interaction();
        interaction.id = InteractionId::new(id);
        interaction
    };
    let mut pager = Pager::new(PageLimit::default());
    let first: List<Interaction> =
        pager.accept(InteractionsList::new(vec![interaction("int_2"), interaction("int_1")], true));
    assert_eq!(first.len(), 2);
    assert_eq!(pager.request().unwrap().starting_after, Some(InteractionId::new("int_1")));
    assert!(InteractionsList::new(Vec::new(), false).into_items().is_empty());
}

#[test]
fn what_is_stored_is_small_however_long_the_walk() {
    let mut pager = Pager::new(PageLimit::new(1).unwrap());
    let mut sizes = HashSet::new();
    for number in 1000..9000 {
        let _: List<Message> = pager.accept(page(&[&format!("msg_{number}")], true));
        sizes.insert(serde_json::to_string(&pager).unwrap().len() / 10);
    }
    assert!(sizes.iter().all(|size| *size < 20), "{sizes:?}");
}
