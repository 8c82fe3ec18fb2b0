//! Walks that somebody else stored: refused, or as good as any.

use conversation_core::{Completeness, Forest, Pager, TranscriptCursor};
use genesys_chat_types::{ChatStatus, GetMessagesAnswer};
use proficient_types::MessageId;

use super::{completeness_laws, pages, restarted, transcript};
use crate::fuzz::bytes::Bytes;

/// Goes on with the walk in `json`, if it is one.
pub(super) fn walk(json: &[u8], bytes: &mut Bytes<'_>) {
    if let Ok(pager) = serde_json::from_slice::<Pager<MessageId>>(json) {
        over_pages(pager, bytes);
    } else if let Ok(cursor) = serde_json::from_slice::<TranscriptCursor>(json) {
        along_a_transcript(cursor, bytes);
    }
    if let Ok(completeness) = serde_json::from_slice::<Completeness>(json) {
        completeness_laws(&completeness);
    }
}

fn over_pages(pager: Pager<MessageId>, bytes: &mut Bytes<'_>) {
    restarted(&pager);
    let mut pager = pager.with_max_items(40);
    let answers = pages::answers(bytes);
    if answers.is_empty() {
        return;
    }
    let forest = Forest::default();
    for answer in answers.iter().cycle().take(80) {
        completeness_laws(&Completeness::of_messages(&pager, &forest, None));
        match answer {
            pages::Answer::Page(page) => assert_eq!(pager.accept(page.clone()), page.data),
            pages::Answer::NotFound => pager.not_found(),
        }
    }
    assert!(pager.is_over(), "an endless walk: {pager:?}");
    pages::stays_over(&pager, &answers);
}

fn along_a_transcript(cursor: TranscriptCursor, bytes: &mut Bytes<'_>) {
    let mut cursor = restarted(&cursor).with_max_items(40).with_gap_tries(3).with_max_failures(4);
    for answer in transcript::answers(bytes) {
        let missing: Vec<_> = cursor.gaps().collect();
        assert!(missing.iter().all(|hole| *hole.start() >= 1 && hole.start() <= hole.end()));
        assert!(missing.windows(2).all(|pair| *pair[0].end() < *pair[1].start() - 1));
        let (before, position) = (cursor.events(), cursor.request().and_then(|request| request.transcript_position));
        assert!(position.is_none_or(|position| position.get() >= 1));
        let accepted = answer.take(&mut cursor);
        assert_eq!(cursor.events(), before.saturating_add(accepted.new.len() as u64));
        assert_eq!(accepted.gaps, cursor.gaps().collect::<Vec<_>>());
        completeness_laws(&Completeness::of_transcript_cursor(&cursor));
        restarted(&cursor);
    }
    // Nothing new comes any more: each hole uses up its tries, and then it is over.
    let mut nothing = GetMessagesAnswer::new(ChatStatus::DONE);
    nothing.chat_ended = Some(true);
    for _ in 0..5 {
        if cursor.request().is_none() {
            break;
        }
        let _ = cursor.accept(nothing.clone());
    }
    assert!(cursor.request().is_none(), "an endless walk: {cursor:?}");
}
