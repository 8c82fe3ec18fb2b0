//! The laws of `TranscriptCursor`.

use std::collections::HashMap;

use conversation_core::{Completeness, Next, NoChat, TranscriptCursor, TranscriptEnd, Verdict};
use conversation_tests::plain::Plain;
use genesys_chat_types::{
    ChatEvent, ChatId, ChatStatus, GetMessagesAnswer, OperateChatAnswer, RequestChatAnswer, SecureKey, TenantName,
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

use super::{
    cases,
    chat_server::{ChatServer, Fault, credentials, event_saying, lies},
    random::Random,
};

fn new_cursor() -> TranscriptCursor {
    TranscriptCursor::new(ChatId::new("chat"), credentials(0))
}

/// Any index, with few values so that they often come again and touch.
fn any_index() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![
        12 => (1..14i64).prop_map(Some),
        1 => select(vec![None, Some(0), Some(-1), Some(i64::MIN), Some(i64::MAX), Some(i64::MAX - 1), Some(1_000_000)]),
    ]
}

fn any_event() -> impl Strategy<Value = ChatEvent> {
    (any_index(), select(vec!["one", "one", "one", "two"])).prop_map(|(index, text)| event_saying(index, text))
}

fn any_answer() -> impl Strategy<Value = GetMessagesAnswer> {
    let status = prop_oneof![8 => Just(0i64), 1 => Just(1), 1 => Just(7)];
    let answer = |(status, events, ended, key): (i64, Option<Vec<ChatEvent>>, Option<bool>, Option<usize>)| {
        let mut answer = GetMessagesAnswer::new(ChatStatus::new(status));
        answer.messages = events.map(Into::into);
        answer.chat_ended = ended;
        if let Some(key) = key {
            let new = credentials(key);
            answer.user_id = Some(new.user_id);
            answer.secure_key = Some(new.secure_key);
        }
        answer
    };
    let ended = prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)];
    let key = prop_oneof![3 => Just(None), 1 => (0..5usize).prop_map(Some)];
    (status, prop::option::weighted(0.9, vec(any_event(), 0..8)), ended, key).prop_map(answer)
}

fn done(events: Vec<ChatEvent>, ended: bool) -> GetMessagesAnswer {
    let mut answer = GetMessagesAnswer::new(ChatStatus::DONE);
    answer.messages = Some(events.into());
    answer.chat_ended = Some(ended);
    answer
}

fn said(index: i64) -> ChatEvent {
    event_saying(Some(index), "one")
}

fn position(cursor: &TranscriptCursor) -> Option<i64> {
    cursor.request().map(|request| request.transcript_position.unwrap().get())
}

fn stored(cursor: &TranscriptCursor) -> TranscriptCursor {
    let again = serde_json::from_str(&serde_json::to_string(cursor).unwrap()).unwrap();
    assert_eq!(*cursor, again);
    again
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn answers_concatenate_to_the_whole_in_no_more_requests_than_needed(events in 0..40usize, size in 1..50usize) {
        let mut cursor = new_cursor();
        let (mut held, mut requests) = (Vec::new(), 0);
        while let Some(position) = position(&cursor) {
            let to = (position + size as i64 - 1).min(events as i64);
            let accepted = cursor.accept(done((position..=to).map(said).collect(), true));
            prop_assert!(accepted.gaps.is_empty() && accepted.changed.is_empty() && accepted.repeated == 0);
            held.extend(accepted.new);
            requests += 1;
            prop_assert!(requests <= events.div_ceil(size) + 1, "{:?}", cursor);
        }
        prop_assert_eq!(held, (1..=events as i64).map(said).collect::<Vec<_>>());
        prop_assert_eq!(Completeness::of_transcript_cursor(&cursor).verdict(), Verdict::Complete);
    }

    #[test]
    fn an_answer_is_taken_in_as_the_plain_way_has_it(answers in vec(vec(any_event(), 0..10), 0..8)) {
        let (mut cursor, mut plain) = (new_cursor(), Plain::default());
        for events in &answers {
            let accepted = cursor.accept(done(events.clone(), false));
            let (new, changed) = plain.take(events);
            prop_assert_eq!(events.len(), new.len() + changed.len() + accepted.repeated);
            prop_assert_eq!(&accepted.new, &new);
            prop_assert_eq!(&accepted.changed, &changed);
            let missing: Vec<_> = accepted.gaps.iter().map(|hole| (*hole.start(), *hole.end())).collect();
            prop_assert_eq!(missing, plain.holes());
            prop_assert_eq!(cursor.highest(), plain.highest());
            prop_assert_eq!(cursor.events(), plain.events());
            // It asks for something that it does not have, if there is any such position.
            let position = position(&cursor).unwrap();
            prop_assert!(position >= 1 && (position == i64::MAX || !plain.holds(position)));
        }
    }

    #[test]
    fn a_walk_along_an_ended_chat_ends_against_any_server(
        answers in vec(any_answer(), 1..12),
        allowance in 1..40u32,
        tries in 0..4u8,
        patience in 0..4u32,
    ) {
        let mut cursor = new_cursor().with_max_items(allowance).with_gap_tries(tries).with_max_failures(patience);
        let _ = cursor.accept(done(Vec::new(), false));
        let bound = (allowance + u32::from(tries) * (2 * allowance + 1) + 1) * patience.max(1);
        // Each time round there is an event that was never there.
        for (round, answer) in answers.iter().cycle().enumerate() {
            if cursor.request().is_none() {
                break;
            }
            prop_assert!(round <= bound as usize, "{:?}", cursor);
            let mut answer = answer.clone();
            answer.chat_ended = Some(true);
            if let Some(events) = &mut answer.messages && round % 2 == 0 {
                events.push(said(100 + round as i64 * 3));
            }
            let _ = cursor.accept(answer);
        }
        // What ended it stays, and what comes all the same is not thrown away.
        let end = cursor.end().cloned();
        prop_assert!(end.is_some());
        let accepted = cursor.accept(done(vec![said(5_000_000)], false));
        prop_assert_eq!((accepted.new.len(), accepted.next), (1, Next::Over));
        prop_assert_eq!(cursor.end().cloned(), end);
    }

    #[test]
    fn resuming_from_a_stored_cursor_at_every_step_is_not_stopping(answers in vec(any_answer(), 0..10)) {
        let (mut one, mut other) = (new_cursor(), stored(&new_cursor()));
        for answer in answers {
            prop_assert_eq!(one.request(), other.request());
            prop_assert_eq!(one.accept(answer.clone()), other.accept(answer));
            other = stored(&other);
            prop_assert_eq!(&one, &other);
        }
    }

    #[test]
    fn a_stored_cursor_keeps_the_laws_whatever_was_made_of_it(
        runs in vec((any_index(), prop_oneof![Just(0u8), any::<u8>()], 0..4usize), 0..4),
        loose in vec((any::<u64>(), any::<u32>()), 0..3),
        numbers in (any::<u32>(), any::<u8>(), any::<u32>(), any::<u32>()),
        chat_ended: bool,
        answers in vec(any_answer(), 0..6),
    ) {
        let (max_items, gap_tries, max_failures, failures) = numbers;
        let mut json = serde_json::to_value(new_cursor()).unwrap();
        let run = |(first, asked, length): &(Option<i64>, u8, usize)| {
            json!({"first": first.unwrap_or(3), "asked": asked, "digests": vec![1; *length]})
        };
        json["seen"] = json!({"runs": runs.iter().map(run).collect::<Value>(), "loose": loose});
        json["max_items"] = max_items.into();
        json["gap_tries"] = gap_tries.into();
        json["max_failures"] = max_failures.into();
        json["failures"] = failures.into();
        json["chat_ended"] = chat_ended.into();
        // What no walk can come to is refused.
        let Ok(mut cursor) = serde_json::from_value::<TranscriptCursor>(json) else { return Ok(()) };
        for answer in answers {
            let missing: Vec<_> = cursor.gaps().collect();
            prop_assert!(missing.iter().all(|hole| *hole.start() >= 1 && hole.start() <= hole.end()));
            prop_assert!(missing.windows(2).all(|pair| *pair[0].end() < *pair[1].start() - 1));
            let before = cursor.events();
            let accepted = cursor.accept(answer);
            prop_assert!(cursor.events() >= before && cursor.events() - before == accepted.new.len() as u64 || loose.len() > 1);
            prop_assert!(position(&cursor).is_none_or(|position| position >= 1));
            stored(&cursor);
        }
        // Nothing new comes any more: each hole uses up its tries, and then it is over.
        for _ in 0..=usize::from(gap_tries) + 1 {
            if cursor.request().is_none() {
                break;
            }
            let _ = cursor.accept(done(vec![], true));
        }
        prop_assert!(cursor.request().is_none(), "{:?}", cursor);
    }

    #[test]
    fn nothing_is_believed_of_an_answer_without_status_0(
        answers in vec(any_answer(), 0..6),
        status in prop_oneof![1..9i64, any::<i64>().prop_filter("not 0", |status| *status != 0)],
    ) {
        let mut cursor = new_cursor().with_max_failures(u32::MAX);
        for answer in answers {
            let _ = cursor.accept(answer);
        }
        let before = cursor.clone();
        let accepted = cursor.accept(lies(ChatStatus::new(status)));
        prop_assert!(accepted.new.is_empty() && accepted.changed.is_empty() && accepted.repeated == 0);
        prop_assert_eq!(cursor.credentials(), before.credentials());
        prop_assert_eq!(cursor.events(), before.events());
        prop_assert_eq!(cursor.chat_ended(), before.chat_ended());
        if before.end().is_some() {
            prop_assert_eq!(cursor.end(), before.end());
        } else if status == 2 {
            let is_over = matches!(cursor.end(), Some(TranscriptEnd::SessionOver { .. }));
            prop_assert!(is_over);
            prop_assert_eq!(accepted.next, Next::Over);
        } else {
            prop_assert_eq!(cursor.request(), before.request());
            prop_assert_eq!(accepted.next, Next::TryAgain);
        }
    }

    #[test]
    fn the_newest_credentials_are_sent_and_never_shown(answers in vec(any_answer(), 0..8)) {
        let mut cursor = new_cursor().with_max_failures(u32::MAX);
        let mut newest = credentials(0);
        for answer in answers {
            if answer.status_code == ChatStatus::DONE {
                newest.user_id = answer.user_id.clone().unwrap_or(newest.user_id);
                newest.secure_key = answer.secure_key.clone().unwrap_or(newest.secure_key);
                newest.alias = answer.alias.clone().unwrap_or(newest.alias);
            }
            let accepted = cursor.accept(answer);
            prop_assert_eq!(cursor.credentials(), &newest);
            if let Some(request) = cursor.request() {
                prop_assert_eq!(&request.secure_key, &newest.secure_key);
                prop_assert_eq!(&request.user_id, &newest.user_id);
                prop_assert_eq!(&request.alias, &newest.alias);
                prop_assert_eq!(&request.tenant_name, &newest.tenant_name);
            }
            let shown = format!("{cursor:?} {:?} {accepted:?} {newest:?}", cursor.request());
            prop_assert!(!shown.contains("key-"));
        }
    }

    #[test]
    fn a_hole_is_asked_for_so_many_times_and_then_named(
        holes in vec(2..12i64, 1..4),
        tries in 1..6u8,
        seed: u64,
    ) {
        let mut cursor = new_cursor().with_gap_tries(tries);
        let there: Vec<_> = (1..=12).filter(|index| !holes.contains(index)).chain([13]).map(said).collect();
        let mut asked: HashMap<i64, u8> = HashMap::new();
        let mut random = Random::new(seed);
        let mut first = true;
        while let Some(position) = position(&cursor) {
            if !first {
                *asked.entry(position).or_default() += 1;
            }
            first = false;
            prop_assert!(asked.values().all(|times| *times <= tries), "{:?}", cursor);
            let mut events: Vec<_> =
                there.iter().filter(|event| event.index.is_some_and(|index| index >= position)).cloned().collect();
            random.shuffle(&mut events);
            let _ = cursor.accept(done(events, true));
        }
        // The lowest is asked for so often, which asks for the others as well; then the end is confirmed.
        let lowest = holes.iter().min().unwrap();
        prop_assert_eq!(asked, HashMap::from([(*lowest, tries), (14, 1)]));
        let missing: Vec<_> = cursor.gaps().flatten().collect();
        let mut expected = holes.clone();
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(missing, expected);
        prop_assert_eq!(Completeness::of_transcript_cursor(&cursor).verdict(), Verdict::Incomplete);
    }
}

#[test]
fn a_hole_that_changed_is_asked_for_anew() {
    let mut cursor = new_cursor().with_gap_tries(2);
    let _ = cursor.accept(done(vec![said(1), said(9)], false));
    assert_eq!(position(&cursor), Some(2));
    let _ = cursor.accept(done(vec![said(9)], false));
    let _ = cursor.accept(done(vec![said(9), said(5)], false));
    let _ = cursor.accept(done(vec![], false));
    assert_eq!(position(&cursor), Some(2));
    let _ = cursor.accept(done(vec![], false));
    assert_eq!(position(&cursor), Some(10), "2 to 4 and 6 to 8 are given up");
    let _ = cursor.accept(done(vec![said(10)], false));
    assert_eq!(position(&cursor), Some(11), "what is behind them does not change them");
    // They are welcome all the same.
    let accepted = cursor.accept(done(vec![said(6), said(2)], false));
    assert_eq!((accepted.new.len(), accepted.gaps), (2, vec![3..=4, 7..=8]));
    assert_eq!(position(&cursor), Some(3));
}

#[test]
fn a_changed_event_is_reported_once_a_change() {
    let mut cursor = new_cursor();
    let _ = cursor.accept(done(vec![said(1)], false));
    let other = event_saying(Some(1), "two");
    let accepted = cursor.accept(done(vec![other.clone(), other.clone()], false));
    assert_eq!((accepted.changed, accepted.repeated), (vec![other.clone()], 1));
    assert!(cursor.accept(done(vec![other], false)).changed.is_empty());
    assert_eq!(cursor.accept(done(vec![said(1)], false)).changed, [said(1)]);
}

#[test]
fn events_without_an_index_are_passed_on_once_unless_one_answer_has_more() {
    let mut cursor = new_cursor();
    let notice = event_saying(None, "A notice.");
    let mut take = |count: usize| cursor.accept(done(vec![notice.clone(); count], false)).new.len();
    assert_eq!([take(1), take(1), take(2), take(2), take(1), take(3)], [1, 0, 1, 0, 0, 1]);
}

#[test]
fn an_end_is_confirmed_before_it_is_believed() {
    let mut cursor = new_cursor();
    // Cut short: the chat has ended with event 3.
    let accepted = cursor.accept(done(vec![said(1), said(2)], true));
    assert_eq!((accepted.next, position(&cursor)), (Next::Now, Some(3)));
    assert_eq!(Completeness::of_transcript_cursor(&cursor).verdict(), Verdict::Open);
    assert_eq!(cursor.accept(done(vec![said(3)], true)).next, Next::Now);
    // The server forgets the chat that has ended.
    let accepted = cursor.clone().accept(GetMessagesAnswer::new(ChatStatus::OVER));
    assert_eq!(accepted.next, Next::Over);
    // Or confirms it.
    assert_eq!(cursor.accept(done(vec![], false)).next, Next::Over);
    assert_eq!(cursor.end(), Some(&TranscriptEnd::ChatEnded));
    assert_eq!(Completeness::of_transcript_cursor(&cursor).to_string(), "complete: 3 events");
}

#[test]
fn an_answer_after_a_gap_confirms_no_end() {
    let mut cursor = new_cursor().with_gap_tries(1);
    let _ = cursor.accept(done(vec![said(3)], true));
    assert_eq!(position(&cursor), Some(1));
    // Cut short behind event 3, and event 4 is the last of the chat.
    assert_eq!(cursor.accept(done(vec![said(3)], true)).next, Next::Now);
    assert_eq!(position(&cursor), Some(4));
    assert_eq!(cursor.accept(done(vec![said(4)], true)).next, Next::Now);
    assert_eq!(cursor.accept(done(vec![], true)).next, Next::Over);
    let completeness = Completeness::of_transcript_cursor(&cursor).to_string();
    assert_eq!(completeness, "incomplete: 2 events\n- events 1 to 2 are missing");
}

#[test]
fn patience_is_for_failures_in_a_row() {
    let mut cursor = new_cursor().with_max_failures(3);
    for _ in 0..5 {
        assert_eq!(cursor.accept(lies(ChatStatus::TRY_AGAIN)).next, Next::TryAgain);
        assert_eq!(cursor.accept(lies(ChatStatus::new(7))).next, Next::TryAgain);
        assert_eq!(cursor.accept(done(vec![], false)).next, Next::Later);
    }
    for _ in 0..3 {
        let _ = cursor.accept(lies(ChatStatus::new(7)));
    }
    assert_eq!(cursor.end(), Some(&TranscriptEnd::TooManyFailures { status_code: ChatStatus::new(7), failures: 3 }));
}

#[test]
fn a_chat_begins_with_the_answer_that_requested_it() {
    let tenant = || TenantName::new("Environment");
    let mut answer = RequestChatAnswer::new(ChatStatus::DONE);
    answer.chat_id = Some(ChatId::new("chat"));
    answer.user_id = Some(credentials(0).user_id);
    answer.secure_key = Some(credentials(0).secure_key);
    answer.alias = Some(credentials(0).alias);
    answer.messages = Some([said(1)].into());
    let (cursor, accepted) = TranscriptCursor::begin(answer.clone(), tenant()).unwrap();
    assert_eq!((accepted.new, accepted.next), (vec![said(1)], Next::Later));
    assert_eq!((position(&cursor), cursor.credentials()), (Some(2), &credentials(0)));

    answer.alias = None;
    let error = TranscriptCursor::begin(answer.clone(), tenant()).unwrap_err();
    assert_eq!(error, NoChat::Missing { field: "alias" });
    answer.status_code = ChatStatus::TRY_AGAIN;
    let error = TranscriptCursor::begin(answer, tenant()).unwrap_err();
    assert_eq!(error, NoChat::Status { status_code: ChatStatus::TRY_AGAIN });
}

#[test]
fn the_answer_to_another_operation_renews_and_brings_events() {
    let mut cursor = new_cursor();
    let mut answer = OperateChatAnswer::new(ChatStatus::DONE);
    answer.secure_key = Some(SecureKey::new("new"));
    answer.messages = Some([said(4)].into());
    let accepted = cursor.acknowledge(answer);
    assert_eq!((accepted.new, accepted.gaps), (vec![said(4)], vec![1..=3]));
    assert_eq!(cursor.credentials().secure_key.expose(), "new");
    assert_eq!(position(&cursor), Some(1));
}

/// The published example asks for position 5 with one key, and is answered with the events 1 to 15 and another.
#[test]
fn the_published_example_is_read() {
    let answer = include_str!("../../fixtures/genesys/get-messages.response.json");
    let answer: GetMessagesAnswer = serde_json::from_str(answer).unwrap();
    let events = answer.messages.clone().unwrap();
    let mut cursor = new_cursor();
    let _ = cursor.accept(done(events[..4].to_vec(), false));
    assert_eq!(position(&cursor), Some(5));
    let accepted = cursor.accept(answer.clone());
    assert_eq!((accepted.new, accepted.repeated), (events[4..].to_vec(), 4));
    assert_eq!(Some(&cursor.credentials().secure_key), answer.secure_key.as_ref());
    assert_eq!(position(&cursor), Some(16));
    let completeness = Completeness::of_transcript_cursor(&cursor).to_string();
    assert_eq!(completeness, "not known to be complete: 15 events\n- the chat has not ended");
}

/// In the worst of orders, in one answer.
#[test]
fn the_order_of_events_costs_nothing() {
    let mut random = Random::new(1);
    let mut shuffled: Vec<i64> = (1..=20_000).collect();
    random.shuffle(&mut shuffled);
    let evens_first = (1..=10_000).map(|half| half * 2).chain((0..10_000).map(|half| half * 2 + 1)).collect();
    for order in [shuffled, evens_first, (1..=20_000).rev().collect()] {
        let mut cursor = new_cursor();
        let accepted = cursor.accept(done(order.into_iter().map(said).collect(), false));
        assert_eq!((accepted.new.len(), accepted.gaps), (20_000, vec![]));
        assert!(serde_json::to_string(&cursor).unwrap().len() < 20_000 * 18);
    }
}

#[test]
fn an_honest_server_is_asked_twice() {
    let mut server = ChatServer::new(15, &[Fault::Renews], Random::new(3));
    let mut cursor = TranscriptCursor::new(ChatId::new("chat"), server.credentials.clone());
    while let Some(request) = cursor.request() {
        let _ = cursor.accept(server.get(&request));
        assert!(server.requests <= 2, "{cursor:?}");
    }
    assert_eq!(server.requests, 2);
}
