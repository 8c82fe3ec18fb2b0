//! Lists walked to their end, from any point, and whatever the server does.

use conversation_core::{PagerFault, Verdict};
use conversation_emulator::{Emulator, Fault};
use futures_util::{StreamExt as _, TryStreamExt as _};
use proficient_client::{Error, PaginationError, Reconcile};
use proficient_types::{Message, PageLimit};

use crate::{chain, customer, interaction};

fn limit(limit: i64) -> PageLimit {
    PageLimit::new(limit).expect("within 1 and 100")
}

fn sorted(mut messages: Vec<Message>) -> Vec<Message> {
    messages.sort_by(|one, other| one.id.cmp(&other.id));
    messages
}

#[tokio::test]
async fn a_walk_brings_everything_once_with_pages_of_any_size() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let sent = sorted(chain(&client, &begun, 25).await);
    for size in [1, 2, 7, 24, 25, 26, 100] {
        let mut walk = client.messages().all(begun.id.clone()).with_limit(limit(size));
        let mut walked = Vec::new();
        while let Some(message) = walk.try_next().await.expect("a message") {
            walked.push(message);
        }
        assert_eq!(sorted(walked), sent, "pages of {size}");
        let completeness = walk.fetch_completeness().await.expect("the interaction");
        assert_eq!((completeness.verdict(), completeness.received), (Verdict::Complete, 25), "{completeness}");
    }
}

#[tokio::test]
async fn interactions_are_walked_over_to_the_last() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    for _ in 0..7 {
        interaction(&client.clone().with_reconcile(Reconcile::Never), &emulator).await;
    }
    let mut walk = client.interactions().all(None).with_limit(limit(2));
    let mut walked = Vec::new();
    while let Some(page) = walk.next_page().await.expect("a page") {
        walked.extend(page);
        assert_eq!(walk.completeness().verdict() == Verdict::Complete, walked.len() == 7);
    }
    walked.reverse();
    assert_eq!(walked, emulator.interactions().await.expect("the store"));
    assert_eq!(walk.completeness().to_string(), "complete: 7 interactions");
}

#[tokio::test]
async fn a_walk_goes_on_after_a_restart_at_any_item() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let sent = sorted(chain(&client, &begun, 11).await);
    let all = || client.messages().all(begun.id.clone());
    for cut in 0..=sent.len() {
        let mut walk = all().with_limit(limit(3));
        let mut walked = Vec::new();
        for _ in 0..cut {
            walked.push(walk.try_next().await.expect("no error").expect("a message"));
        }
        let stored = serde_json::to_string(&(walk.resume_point(), walk.held_items())).expect("it can be stored");
        assert!(!stored.contains("text "), "no text of a message");
        let (point, held) = serde_json::from_str(&stored).expect("it can be read");
        // With the items, or with what the walk remembers of them.
        for mut rest in [all().resume(walk.resume_point().clone(), &walked), all().resume_held(point, held)] {
            let mut walked = walked.clone();
            while let Some(message) = rest.try_next().await.expect("no error") {
                walked.push(message);
            }
            assert_eq!(sorted(walked), sent, "after {cut}");
            assert_eq!(rest.fetch_completeness().await.expect("the interaction").verdict(), Verdict::Complete);
        }
    }
}

#[tokio::test]
async fn a_server_that_goes_round_is_a_fault_and_what_came_is_kept() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    chain(&client, &begun, 9).await;
    for (fault, is_expected) in [
        (
            Fault::LoopingCursor,
            (|fault: &PagerFault<_>| matches!(fault, PagerFault::RepeatedPage { .. } | PagerFault::Cycle { .. }))
                as fn(&_) -> bool,
        ),
        (Fault::EmptyPage, |fault| matches!(fault, PagerFault::EmptyPage { .. })),
        (Fault::RepeatedPage, |fault| matches!(fault, PagerFault::RepeatedPage { .. })),
    ] {
        let mut walk = client.messages().all(begun.id.clone()).with_limit(limit(3));
        let first = walk.next_page().await.expect("a page").expect("the first");
        emulator.faults().share(fault, 1.0);
        let rest: Vec<_> = (&mut walk).collect().await;
        emulator.faults().clear();
        match rest.as_slice() {
            [Err(Error::Cursor(cut))] => match &**cut {
                PaginationError::Messages(cut) => assert!(is_expected(cut), "{fault}: {cut}"),
                other => panic!("{fault}: {other}"),
            },
            other => panic!("{fault}: {other:?}"),
        }
        let completeness = walk.fetch_completeness().await.expect("the interaction");
        assert_eq!(
            (completeness.received, completeness.verdict()),
            (first.len() as u64, Verdict::Incomplete),
            "{completeness}"
        );
        assert!(walk.next_page().await.expect("said once").is_none());
    }
}

#[tokio::test]
async fn an_error_leaves_the_walk_where_it_was() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let sent = sorted(chain(&client, &begun, 9).await);
    let mut walk = client.messages().all(begun.id.clone()).with_limit(limit(3));
    let mut walked = walk.next_page().await.expect("a page").expect("the first");
    emulator.faults().share(Fault::DroppedBefore, 1.0);
    let rest: Vec<_> = (&mut walk).collect().await;
    assert!(matches!(rest.as_slice(), [Err(Error::Transport(_))]), "{rest:?}");
    emulator.faults().clear();
    assert!(walk.next().await.is_none(), "the stream is over");
    walk.retry();
    while let Some(message) = walk.try_next().await.expect("no error") {
        walked.push(message);
    }
    assert_eq!(sorted(walked), sent);
}

#[tokio::test]
async fn an_interaction_that_is_not_there_is_the_servers_own_error() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let error = client.messages().all("int_none".into()).next_page().await.expect_err("none");
    assert!(matches!(&error, Error::Api(failure) if failure.status == 404), "{error}");
    assert!(client.interaction_tree(&"int_none".into()).await.is_err());
}

#[tokio::test]
async fn a_page_that_makes_no_sense_once_costs_nothing() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let sent = sorted(chain(&client, &begun, 25).await);
    for fault in [Fault::LoopingCursor, Fault::EmptyPage, Fault::RepeatedPage, Fault::TruncatedBody] {
        let mut walk = client.messages().all(begun.id.clone()).with_limit(limit(3));
        let mut walked = walk.next_page().await.expect("a page").expect("the first");
        // Some pages in order, and one that is not.
        emulator.faults().next_for("messages_list", Fault::Slow);
        emulator.faults().next_for("messages_list", Fault::Slow);
        emulator.faults().next_for("messages_list", fault);
        while let Some(page) = walk.next_page().await.unwrap_or_else(|error| panic!("{fault}: {error}")) {
            walked.extend(page);
        }
        emulator.faults().clear();
        assert!(walk.uncut_point().is_none(), "{fault}: it was not cut");
        assert_eq!(sorted(walked), sent, "{fault}");
        assert_eq!(walk.fetch_completeness().await.expect("the interaction").verdict(), Verdict::Complete, "{fault}");
    }
}

#[tokio::test]
async fn a_walk_that_was_cut_goes_on_where_it_was() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    let sent = sorted(chain(&client, &begun, 9).await);
    let mut walk = client.messages().all(begun.id.clone()).with_limit(limit(3));
    let mut walked = walk.next_page().await.expect("a page").expect("the first");
    emulator.faults().share(Fault::EmptyPage, 1.0);
    assert!(matches!(walk.next_page().await, Err(Error::Cursor(_))));
    assert!(walk.uncut_point().is_some_and(|point| point.pages() == 1));
    emulator.faults().clear();
    walk.retry();
    while let Some(page) = walk.next_page().await.expect("no error") {
        walked.extend(page);
    }
    assert_eq!(sorted(walked), sent);
}

#[tokio::test]
async fn ids_beyond_the_limit_of_memory_end_the_walk() {
    let emulator = Emulator::start().await.expect("it starts");
    let client = customer(&emulator);
    let begun = interaction(&client, &emulator).await;
    chain(&client, &begun, 9).await;
    let mut walk = client.messages().all(begun.id.clone()).with_limit(limit(3)).with_max_memory(300);
    let mut walked = 0;
    let error = loop {
        match walk.next_page().await {
            Ok(page) => walked += page.expect("it does not end").len(),
            Err(error) => break error,
        }
    };
    let Error::Cursor(cut) = &error else { panic!("{error}") };
    assert!(matches!(**cut, PaginationError::Memory { limit: 300, .. }), "{error}");
    assert!((3..9).contains(&walked), "{walked}");
    // A list that has come to its end is whole, however much it was.
    let mut walk = client.messages().all(begun.id.clone()).with_max_memory(1);
    assert_eq!(walk.next_page().await.expect("a page").map(|page| page.len()), Some(9));
    assert!(walk.next_page().await.expect("the end").is_none());
}
