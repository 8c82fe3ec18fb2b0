//! Walks along the transcripts of a hundred thousand servers, most of them bad ones.

use std::collections::{BTreeMap, BTreeSet};

use conversation_core::{Completeness, Gap, Next, TranscriptCursor, TranscriptEnd, Verdict};
use genesys_chat_types::{ChatEvent, ChatId};

use super::{
    chat_server::{ChatServer, FAULTS, Fault},
    random::{Random, for_each_seed},
};

fn seeds() -> u64 {
    conversation_tests::effort::cases(10_000, 100_000)
}

const ALLOWANCE: u32 = 40;
const PATIENCE: u32 = 6;
const HOLE_TRIES: u8 = 3;

/// How many answers there may be until the cursor is over or has everything that could be had for now. As documented:
/// every answer brings events, or uses up a try of a hole, of which events make two each at most, or is a failure, or is
/// the last.
const BOUND: usize = (ALLOWANCE as usize + HOLE_TRIES as usize * (2 * ALLOWANCE as usize + 1) + 1) * PATIENCE as usize;

/// Reads everything, and holds the walk to the laws that hold at every step.
fn walk(server: &mut ChatServer, restart: bool) -> (TranscriptCursor, Vec<ChatEvent>) {
    let mut cursor = TranscriptCursor::new(ChatId::new("chat"), server.credentials.clone())
        .with_max_items(ALLOWANCE)
        .with_max_failures(PATIENCE)
        .with_gap_tries(HOLE_TRIES);
    let mut events = Vec::new();
    let mut quiet = 0;
    while let Some(request) = cursor.request() {
        assert!(server.requests <= BOUND, "an endless walk: {cursor:?}");
        let answer = server.get(&request);
        let given = answer.messages.clone().unwrap_or_default();
        let accepted = cursor.accept(answer);
        assert!(accepted.new.iter().chain(&accepted.changed).all(|event| given.contains(event)), "nothing is invented");
        assert_eq!(accepted.gaps, cursor.gaps().collect::<Vec<_>>());
        assert_eq!(accepted.next == Next::Over, cursor.request().is_none());
        // A chat that never ends is left when nothing has happened for long.
        quiet = if accepted.new.is_empty() { quiet + usize::from(accepted.next == Next::Later) } else { 0 };
        events.extend(accepted.new);
        if restart {
            cursor = serde_json::from_str(&serde_json::to_string(&cursor).unwrap()).unwrap();
        }
        if quiet == 10 {
            break;
        }
    }
    (cursor, events)
}

fn faults(random: &mut Random) -> Vec<Fault> {
    // None, one, or some of them.
    let count = random.below(5);
    (0..count).map(|_| FAULTS[random.below(FAULTS.len())]).collect()
}

#[test]
fn no_walk_is_endless_and_no_loss_is_silent() {
    for_each_seed(seeds(), |seed| {
        let mut random = Random::new(seed);
        let faults = faults(&mut random);
        let mut server = ChatServer::new(random.below(14), &faults, random.clone());
        let (cursor, events) = walk(&mut server, seed % 8 == 0);
        let completeness = Completeness::of_transcript_cursor(&cursor);

        let mut held = BTreeMap::new();
        let mut loose = Vec::new();
        for event in &events {
            match event.index {
                Some(index) if index > 0 => {
                    assert!(held.insert(index, event).is_none(), "{index} is new twice: {faults:?}")
                }
                _ => loose.push(event),
            }
        }
        let named = |index: i64| {
            completeness
                .gaps
                .iter()
                .any(|gap| matches!(gap, Gap::Positions { first, last } if (*first..=*last).contains(&index)))
        };
        let highest = held.keys().next_back().copied().unwrap_or(0);
        let lost: BTreeSet<_> = server.store.keys().filter(|index| !held.contains_key(index)).copied().collect();
        for index in &lost {
            let open = completeness
                .gaps
                .iter()
                .any(|gap| matches!(gap, Gap::ChatGoesOn | Gap::Unconfirmed | Gap::Stopped { .. }));
            assert!(
                named(*index) || *index > highest && open,
                "{index} is lost and not named: {faults:?} {completeness}"
            );
        }
        assert!(held.keys().all(|index| server.store.contains_key(index) && !named(*index)));
        assert_eq!(cursor.events(), events.len() as u64);
        if !server.does(Fault::Changes) {
            assert!(held.iter().all(|(index, event)| server.store.get(index) == Some(*event)));
        }
        // None of these is like another.
        loose.sort_by(|a, b| a.text.cmp(&b.text));
        assert!(loose.windows(2).all(|pair| pair[0] != pair[1]), "{faults:?}");

        let goes_on = matches!(cursor.end(), Some(TranscriptEnd::ChatEnded));
        if goes_on && lost.is_empty() && !server.does(Fault::LastPosition) {
            assert_eq!(completeness.verdict(), Verdict::Complete, "{faults:?} {completeness}");
        }
    });
}

#[test]
fn untidy_servers_are_read_whole() {
    use Fault::*;
    for_each_seed(seeds(), |seed| {
        let mut random = Random::new(seed);
        let untidy = [CutShort, Reordered, FromTheBeginning, GoesBack, Twice, Changes, Loose, Renews, Growing];
        let mut faults: Vec<_> = untidy.into_iter().filter(|_| random.once_in(2)).collect();
        // Together they make holes that fill by chance only.
        faults.retain(|fault| *fault != CutShort || seed % 2 == 0);
        faults.retain(|fault| *fault != Reordered || seed % 2 == 1);
        let mut server = ChatServer::new(random.below(14), &faults, random.clone());
        let (cursor, events) = walk(&mut server, false);
        let completeness = Completeness::of_transcript_cursor(&cursor);
        assert_eq!(completeness.verdict(), Verdict::Complete, "{faults:?} {completeness}");
        assert_eq!(events.len(), server.store.len() + server.loose.len(), "{faults:?}");
    });
}
