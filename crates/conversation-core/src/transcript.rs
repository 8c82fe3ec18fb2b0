//! The events of a Genesys chat in their order.

use std::{collections::BTreeMap, fmt};

use conversation_wire::{List, Unreadable, non_null};
use genesys_chat_types::{ChatEvent, Timestamp};
use serde::{Deserialize, Serialize};

use crate::open::{other_kind, tagged_by_text};

/// The events of one chat, in the order of their index.
///
/// Events are told apart by their index and by nothing else: bots repeat themselves to the letter, and two events may
/// have one time. Times do not order a transcript either, since the server's clock may jump. Only an event without an
/// index, which the wire allows, is placed by its time: behind the last indexed event that is not later.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    items: Vec<TranscriptItem>,
}

/// An event in its place, or a run of positions for which there is none.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TranscriptItem {
    /// An event.
    Event(Box<ChatEvent>),
    /// Positions, both ends included, of which no event was given.
    Gap {
        /// The first position that is missing.
        first: i64,
        /// The last position that is missing.
        last: i64,
    },
    /// An event that could not be read.
    Unreadable(Box<Unreadable>),
}

/// Something in the events that is not as a chat's events should be. The transcript holds all of them anyway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(
    remote = "Self",
    tag = "kind",
    rename_all = "snake_case",
    expecting = "an object with the fields of its `kind`"
)]
#[non_exhaustive]
pub enum TranscriptDefect {
    /// No event was given for these positions, both ends included. Positions before the first event count as well: an
    /// answer that starts at a later position always has such a gap.
    #[serde(alias = "hole")]
    Gap {
        /// The first position that is missing.
        first: i64,
        /// The last position that is missing.
        last: i64,
    },
    /// One index came with different events. All of them are in the transcript, side by side.
    Conflict {
        /// The index.
        index: i64,
        /// How many different events came with it, two at least.
        events: usize,
    },
    /// An index below 1, the first position there is.
    BadIndex {
        /// The index.
        index: i64,
    },
    /// Events without an index, placed by their time.
    NoIndex {
        /// How many there are.
        events: usize,
    },
    /// An event is earlier than the one before it. [`Transcript::clock_defects`] finds these.
    ClockBack {
        /// The index of the later one in order, which has the earlier time; absent if it has none.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
        index: Option<i64>,
        /// By how many milliseconds.
        milliseconds: u64,
    },
    /// Another defect, which a later version wrote.
    #[serde(untagged)]
    Other(OtherTranscriptDefect),
}

tagged_by_text! { TranscriptDefect by "kind" }

other_kind! {
    /// Another defect, of a kind that this version does not know.
    pub struct OtherTranscriptDefect: "kind" except ["gap", "conflict", "bad_index", "no_index", "clock_back"] and formerly ["hole"]
}

impl fmt::Display for TranscriptDefect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gap { first, last } if first == last => write!(f, "event {first} is missing"),
            Self::Gap { first, last } => write!(f, "events {first} to {last} are missing"),
            Self::Conflict { index, events } => write!(f, "{events} different events have the index {index}"),
            Self::BadIndex { index } => write!(f, "an event has the index {index}, but the first position is 1"),
            Self::NoIndex { events: 1 } => f.write_str("an event has no index, and is placed by its time"),
            Self::NoIndex { events } => write!(f, "{events} events have no index, and are placed by their times"),
            Self::ClockBack { index: Some(index), milliseconds } => {
                write!(f, "event {index} is {milliseconds} ms earlier than the event before it")
            }
            Self::ClockBack { index: None, milliseconds } => {
                write!(f, "an event without an index is {milliseconds} ms earlier than the event before it")
            }
            Self::Other(other) => write!(f, "unknown defect {:?}, written by a later version", other.tag()),
        }
    }
}

impl Transcript {
    /// Puts `events` in order, and says what is wrong with them.
    ///
    /// They may come in any order, and indexed ones repeatedly: the same event with the same index is there once.
    /// Events without an index are never taken for one another.
    ///
    /// Events that could not be read keep their places.
    pub fn build(events: impl Into<List<ChatEvent>>) -> (Self, Vec<TranscriptDefect>) {
        let (events, unreadable) = events.into().into_parts();
        let unreadable = positions(&events, unreadable);
        let mut indexed: BTreeMap<i64, Vec<ChatEvent>> = BTreeMap::new();
        let mut loose: Vec<ChatEvent> = Vec::new();
        for event in events {
            match event.index {
                Some(index) => indexed.entry(index).or_default().push(event),
                None => loose.push(event),
            }
        }
        let mut defects = Vec::new();
        for (index, same) in &mut indexed {
            if *index < 1 {
                defects.push(TranscriptDefect::BadIndex { index: *index });
            }
            if same.len() > 1 {
                // Sorted first, since looking for each among those before it would take the square of their number.
                same.sort_by_cached_key(key);
                same.dedup();
            }
            if same.len() > 1 {
                defects.push(TranscriptDefect::Conflict { index: *index, events: same.len() });
            }
        }
        if !loose.is_empty() {
            loose.sort_by_cached_key(key);
            defects.push(TranscriptDefect::NoIndex { events: loose.len() });
        }
        let gaps = gaps(&indexed);
        let mut transcript = Self { items: items(indexed, loose, &gaps) };
        transcript.place_unreadable(unreadable);
        defects.extend(transcript.items.iter().filter_map(|item| match item {
            TranscriptItem::Gap { first, last } => Some(TranscriptDefect::Gap { first: *first, last: *last }),
            _ => None,
        }));
        defects.sort();
        (transcript, defects)
    }

    /// Puts the events that could not be read at their positions. They fill gaps, and nothing else moves.
    fn place_unreadable(&mut self, unreadable: Vec<(i64, Unreadable)>) {
        if unreadable.is_empty() {
            return;
        }
        let mut waiting = unreadable.into_iter().peekable();
        let mut items = Vec::with_capacity(self.items.len());
        for item in std::mem::take(&mut self.items) {
            let first = match &item {
                TranscriptItem::Event(event) => event.index,
                TranscriptItem::Gap { first, .. } => Some(*first),
                TranscriptItem::Unreadable(_) => None,
            };
            while let Some((_, event)) = waiting.next_if(|(position, _)| first.is_some_and(|first| *position < first)) {
                items.push(TranscriptItem::Unreadable(Box::new(event)));
            }
            let TranscriptItem::Gap { mut first, last } = item else {
                items.push(item);
                continue;
            };
            while let Some((position, event)) = waiting.next_if(|(position, _)| *position <= last) {
                if first < position {
                    items.push(TranscriptItem::Gap { first, last: position - 1 });
                }
                items.push(TranscriptItem::Unreadable(Box::new(event)));
                first = first.max(position.saturating_add(1));
            }
            if first <= last {
                items.push(TranscriptItem::Gap { first, last });
            }
        }
        items.extend(waiting.map(|(_, event)| TranscriptItem::Unreadable(Box::new(event))));
        self.items = items;
    }

    /// The events that could not be read, in order.
    pub fn unreadable(&self) -> impl Iterator<Item = &Unreadable> {
        self.items.iter().filter_map(|item| match item {
            TranscriptItem::Unreadable(event) => Some(&**event),
            _ => None,
        })
    }

    /// The events that are earlier than the one before them, each with its number, counted from 0 in the order of
    /// [`events`](Self::events).
    ///
    /// The server's clock may be set back, so [`build`](Self::build) does not report these. Events that share an index
    /// have no order, and are not compared with one another.
    pub fn clock_defects(&self) -> impl Iterator<Item = (usize, TranscriptDefect)> {
        let pairs = self.events().zip(self.events().skip(1)).zip(1..);
        pairs.filter_map(|((before, event), number)| {
            let is_earlier = event.utc_time < before.utc_time && (event.index.is_none() || event.index != before.index);
            let milliseconds = before.utc_time.as_millis().abs_diff(event.utc_time.as_millis());
            is_earlier.then_some((number, TranscriptDefect::ClockBack { index: event.index, milliseconds }))
        })
    }

    /// The events and gaps in order.
    pub fn items(&self) -> &[TranscriptItem] {
        &self.items
    }

    /// The events in order.
    pub fn events(&self) -> impl Iterator<Item = &ChatEvent> {
        self.items.iter().filter_map(|item| match item {
            TranscriptItem::Event(event) => Some(&**event),
            TranscriptItem::Gap { .. } | TranscriptItem::Unreadable(_) => None,
        })
    }
}

/// The place of events that nothing else tells apart: by time, then by what they say.
fn key(event: &ChatEvent) -> (Timestamp, String) {
    (event.utc_time, serde_json::to_string(event).unwrap_or_default())
}

/// The events that could not be read, each with its position: its index if that can be read, else the position after the
/// event that came before it.
fn positions(events: &[ChatEvent], unreadable: Vec<Unreadable>) -> Vec<(i64, Unreadable)> {
    let mut last = (0, 0);
    let position = |(earlier, event): (usize, Unreadable)| {
        let passed = event.index().saturating_sub(earlier);
        let before = passed.checked_sub(1).and_then(|at| events.get(at)?.index).unwrap_or(0);
        last = if last.0 == passed { (passed, last.1 + 1) } else { (passed, 1) };
        let index = event.integer("index").filter(|index| *index >= 1);
        (index.unwrap_or_else(|| before.saturating_add(last.1)), event)
    };
    let mut placed: Vec<_> = (0usize..).zip(unreadable).map(position).collect();
    placed.sort_by_key(|(position, _)| *position);
    placed
}

/// The missing positions, each run by the index of the event behind it.
fn gaps(indexed: &BTreeMap<i64, Vec<ChatEvent>>) -> BTreeMap<i64, (i64, i64)> {
    let mut gaps = BTreeMap::new();
    let mut expected = 1;
    for index in indexed.keys().copied().filter(|index| *index >= 1) {
        if index > expected {
            gaps.insert(index, (expected, index - 1));
        }
        expected = index.saturating_add(1);
    }
    gaps
}

fn items(
    indexed: BTreeMap<i64, Vec<ChatEvent>>,
    loose: Vec<ChatEvent>,
    gaps: &BTreeMap<i64, (i64, i64)>,
) -> Vec<TranscriptItem> {
    // Behind which indexed event, counted from the end of the list, each loose one goes: the last that is not later.
    let groups: Vec<(i64, Vec<ChatEvent>)> = indexed.into_iter().collect();
    let mut earliest_behind = Vec::with_capacity(groups.len());
    let mut earliest: Option<Timestamp> = None;
    for (_, events) in groups.iter().rev() {
        let time = events.iter().map(|event| event.utc_time).min();
        earliest = match (earliest, time) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        earliest_behind.push(earliest);
    }
    earliest_behind.reverse();
    let mut loose = loose.into_iter().peekable();
    let mut items = Vec::new();
    for ((index, events), earliest) in groups.into_iter().zip(earliest_behind) {
        // No event from here on is as early as this loose one: it goes before them all.
        while let Some(event) = loose.next_if(|event| earliest.is_some_and(|earliest| event.utc_time < earliest)) {
            items.push(TranscriptItem::Event(Box::new(event)));
        }
        if let Some((first, last)) = gaps.get(&index) {
            items.push(TranscriptItem::Gap { first: *first, last: *last });
        }
        items.extend(events.into_iter().map(|event| TranscriptItem::Event(Box::new(event))));
    }
    items.extend(loose.map(|event| TranscriptItem::Event(Box::new(event))));
    items
}
