//! The walk over pages.

use std::collections::BTreeSet;

use conversation_core::{Completeness, Forest, Pager, Verdict};
use proficient_types::{Message, MessageId, MessagesList, PageLimit, Timestamp};

use super::{completeness_laws, restarted};
use crate::fuzz::{bytes::Bytes, make};

/// What a server answers.
pub(super) enum Answer {
    Page(MessagesList),
    NotFound,
}

/// Any answers, with few ids so that they often come again.
pub(super) fn answers(bytes: &mut Bytes<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    while !bytes.is_empty() && answers.len() < 24 {
        let control = bytes.byte();
        if control >= 240 {
            answers.push(Answer::NotFound);
            continue;
        }
        let items: Vec<_> = (0..control % 8).map(|_| item(bytes)).collect();
        answers.push(Answer::Page(MessagesList::new(items, control & 0b11_0000 != 0)));
    }
    answers
}

/// One byte is a message of which only the id matters; every sixteenth is a hostile one.
fn item(bytes: &mut Bytes<'_>) -> Message {
    match bytes.byte() {
        id @ 0..240 => {
            let id = make::message_id(id);
            Message::new(id, "…", Timestamp::from_millis(0), 0, "int_1".into(), "user".into())
        }
        _ => make::message(bytes, 16),
    }
}

/// Reads until it is over, the answers over and over, and holds the walk to the laws at every step.
pub(super) fn walk(bytes: &mut Bytes<'_>) {
    let limit = PageLimit::new(1 + i64::from(bytes.below(8))).expect("a limit");
    let allowance = u32::from(bytes.below(60));
    let mut interaction = make::interaction(bytes);
    let count = bytes.byte();
    let answers = answers(bytes);
    let mut pager = Pager::new(limit).with_max_items(allowance);
    let mut resumed = restarted(&pager);
    let mut held = Vec::new();
    let mut requests = 0;
    let mut said_last = false;
    let mut deleted = false;
    let mut lost_before = false;
    for answer in answers.iter().cycle() {
        let forest = Forest::build(held.iter().cloned()).0;
        let Some(request) = pager.request() else { break };
        let completeness = Completeness::of_messages(&pager, &forest, Some(&interaction));
        assert_eq!(completeness.verdict(), Verdict::Incomplete, "the walk is not over: {completeness}");
        requests += 1;
        assert!(requests <= 2 * allowance.max(1), "an endless walk: {pager:?}");
        assert_eq!(resumed.request().as_ref(), Some(&request));
        match answer {
            Answer::Page(page) => {
                said_last = !page.has_more;
                lost_before = false;
                assert_eq!(pager.accept(page.clone()), page.data, "a page is handed back whole");
                assert_eq!(resumed.accept(page.clone()), page.data);
                held.extend(page.data.iter().cloned());
            }
            Answer::NotFound => {
                said_last = false;
                deleted |= request.starting_after.is_some();
                pager.not_found();
                resumed.not_found();
                assert!(!lost_before || pager.is_over(), "not found twice in a row: {pager:?}");
                lost_before = true;
            }
        }
        resumed = restarted(&resumed);
        assert_eq!(resumed, pager);
    }
    stays_over(&pager, &answers);
    assert_eq!(u64::from(pager.items()), held.len() as u64);

    // Now and then the count is right.
    let forest = Forest::build(held.iter().cloned()).0;
    let counted: BTreeSet<&MessageId> = forest
        .nodes()
        .filter_map(|node| node.message())
        .filter(|message| message.interaction_id == interaction.id)
        .map(|message| &message.id)
        .collect();
    if count & 1 == 0 {
        interaction.total_message_count = counted.len() as i64 + i64::from(count >> 6);
    }
    let completeness = Completeness::of_messages(&pager, &forest, Some(&interaction));
    completeness_laws(&completeness);
    assert_eq!(completeness.received, counted.len() as u64);
    let missing = forest.nodes().any(|node| node.message().is_none());
    let short = interaction.total_message_count > counted.len() as i64;
    let cut = pager.fault().is_some();
    let known = missing || short || cut || !pager.is_over();
    assert_eq!(completeness.verdict() == Verdict::Incomplete, known, "{completeness}");
    if completeness.verdict() == Verdict::Complete {
        assert!(pager.is_over() && said_last && !deleted, "{completeness}");
        assert_eq!(usize::try_from(interaction.total_message_count), Ok(counted.len()));
    }
}

/// Over is over, whatever is answered then; nothing that comes is thrown away.
pub(super) fn stays_over(pager: &Pager<MessageId>, answers: &[Answer]) {
    if !pager.is_over() {
        return;
    }
    let mut again = pager.clone();
    for answer in answers {
        match answer {
            Answer::Page(page) => assert_eq!(again.accept(page.clone()), page.data),
            Answer::NotFound => again.not_found(),
        }
        assert!(again == *pager && again.request().is_none());
    }
    if let Some(fault) = pager.fault() {
        assert!(!fault.to_string().contains(char::is_control), "{fault}");
    }
}
