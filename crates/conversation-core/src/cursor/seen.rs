//! Which events a cursor has seen: their positions, and 8 bytes of each.

use std::{
    collections::{BTreeMap, VecDeque},
    ops::RangeInclusive,
};

use conversation_wire::Unreadable;
use genesys_chat_types::ChatEvent;
use serde::{Deserialize, Serialize};

use crate::{
    digest::digest,
    fnv::{OFFSET, fnv},
};

/// The events that were seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Stored", try_from = "Stored")]
pub(super) struct SeenEvents {
    /// Events of successive indexes by the first of these. Indexes are 1 or more; between two runs there is a gap.
    runs: BTreeMap<i64, Run>,
    /// Of the events without a position, by digest, how many equal ones were in one answer at most.
    loose: BTreeMap<u64, u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    /// One for each event.
    digests: VecDeque<u64>,
    /// How often the gap below was asked for since it last changed.
    asked: u8,
}

/// What an event is to those that were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    New,
    Again,
    Changed,
}

/// The events without a position of one answer, by digest.
pub(super) type Loose = BTreeMap<u64, u32>;

impl Run {
    /// The index behind the last event. There is none behind `i64::MAX`, which then stands for itself.
    fn behind(&self, first: i64) -> i64 {
        i64::try_from(self.digests.len()).map_or(i64::MAX, |length| first.saturating_add(length))
    }
}

impl SeenEvents {
    /// Takes an event in; `answer` is what was seen of the answer it is in.
    pub(super) fn see(&mut self, event: &ChatEvent, answer: &mut Loose) -> Seen {
        self.see_digest(event.index, digest(event), answer)
    }

    /// Takes in an event that could not be read. Its index may be readable.
    pub(super) fn see_unreadable(&mut self, event: &Unreadable, answer: &mut Loose) -> Seen {
        self.see_digest(event.integer("index"), fnv(OFFSET, event.json().as_bytes()) >> 11, answer)
    }

    fn see_digest(&mut self, index: Option<i64>, digest: u64, answer: &mut Loose) -> Seen {
        match index {
            Some(index) if index >= 1 => self.see_at(index, digest),
            // There is no position below 1.
            _ => {
                let here = answer.entry(digest).or_default();
                *here = here.saturating_add(1);
                let most = self.loose.entry(digest).or_default();
                if *here <= *most {
                    return Seen::Again;
                }
                *most = *here;
                Seen::New
            }
        }
    }

    fn see_at(&mut self, index: i64, digest: u64) -> Seen {
        if let Some((first, run)) = self.runs.range_mut(..=index).next_back()
            && let Some(known) = usize::try_from(index - first).ok().and_then(|place| run.digests.get_mut(place))
        {
            let seen = if *known == digest { Seen::Again } else { Seen::Changed };
            *known = digest;
            return seen;
        }
        // A run of its own at first, joined with the runs that it touches. The shorter goes to the longer, so that
        // events in any order cost next to nothing.
        let mut first = index;
        let mut run = Run { digests: VecDeque::from([digest]), asked: 0 };
        if let Some(mut above) = index.checked_add(1).and_then(|next| self.runs.remove(&next)) {
            above.digests.push_front(digest);
            run.digests = above.digests;
        } else if let Some((_, above)) = index.checked_add(1).and_then(|next| self.runs.range_mut(next..).next()) {
            above.asked = 0;
        }
        let below = self.runs.range(..index).next_back().filter(|(first, below)| below.behind(**first) == index);
        if let Some(mut below) = below.map(|(first, _)| *first).and_then(|at| {
            first = at;
            self.runs.remove(&at)
        }) {
            run.asked = below.asked;
            if below.digests.len() >= run.digests.len() {
                below.digests.append(&mut run.digests);
                run.digests = below.digests;
            } else {
                for digest in below.digests.into_iter().rev() {
                    run.digests.push_front(digest);
                }
            }
        }
        self.runs.insert(first, run);
        Seen::New
    }

    /// The first position that is missing, gaps that were asked for `tries` times passed over.
    pub(super) fn position(&self, tries: u8) -> i64 {
        self.gap(tries).map_or_else(|| self.behind(), |gap| *gap.start())
    }

    /// The first gap that was not asked for `tries` times.
    pub(super) fn gap(&self, tries: u8) -> Option<RangeInclusive<i64>> {
        self.gaps_with_asked().find(|(_, asked)| *asked < tries).map(|(gap, _)| gap)
    }

    /// The positions below the highest of which no event was seen.
    pub(super) fn gaps(&self) -> impl Iterator<Item = RangeInclusive<i64>> {
        self.gaps_with_asked().map(|(gap, _)| gap)
    }

    fn gaps_with_asked(&self) -> impl Iterator<Item = (RangeInclusive<i64>, u8)> {
        let mut expected = 1;
        self.runs.iter().filter_map(move |(first, run)| {
            let gap = expected..=first.saturating_sub(1);
            expected = run.behind(*first);
            (!gap.is_empty()).then_some((gap, run.asked))
        })
    }

    /// Notes that everything from `position` on is asked for.
    pub(super) fn asked_from(&mut self, position: i64) {
        for (_, run) in self.runs.range_mut(position..) {
            run.asked = run.asked.saturating_add(1);
        }
    }

    /// The position behind all that were seen.
    fn behind(&self) -> i64 {
        self.runs.last_key_value().map_or(1, |(first, run)| run.behind(*first))
    }

    /// The highest index that was seen.
    pub(super) fn highest(&self) -> Option<i64> {
        let (first, run) = self.runs.last_key_value()?;
        let more = i64::try_from(run.digests.len().saturating_sub(1)).unwrap_or(i64::MAX);
        Some(first.saturating_add(more))
    }

    /// How many events were seen.
    pub(super) fn len(&self) -> u64 {
        let indexed = self.runs.values().map(|run| run.digests.len() as u64).fold(0, u64::saturating_add);
        self.loose.values().map(|count| u64::from(*count)).fold(indexed, u64::saturating_add)
    }
}

/// What is written of it: lists only, which every format has.
#[derive(Serialize, Deserialize)]
struct Stored {
    runs: Vec<StoredRun>,
    loose: Vec<(u64, u32)>,
}

#[derive(Serialize, Deserialize)]
struct StoredRun {
    first: i64,
    asked: u8,
    digests: VecDeque<u64>,
}

impl From<SeenEvents> for Stored {
    fn from(seen: SeenEvents) -> Self {
        let run = |(first, Run { digests, asked })| StoredRun { first, asked, digests };
        Self { runs: seen.runs.into_iter().map(run).collect(), loose: seen.loose.into_iter().collect() }
    }
}

impl TryFrom<Stored> for SeenEvents {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let mut seen = Self::default();
        for StoredRun { first, asked, digests } in stored.runs {
            let run = Run { digests, asked };
            // The last of the run is an index too.
            let last = i64::try_from(run.digests.len()).ok().and_then(|length| first.checked_add(length - 1));
            let apart = first >= 1 && (seen.runs.is_empty() || first > seen.behind());
            if run.digests.is_empty() || last.is_none() || !apart {
                return Err("the positions of a transcript cursor are out of order: begin the transcript anew");
            }
            seen.runs.insert(first, run);
        }
        seen.loose = stored.loose.into_iter().collect();
        Ok(seen)
    }
}
