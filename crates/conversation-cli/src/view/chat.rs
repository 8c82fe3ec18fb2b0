//! A Genesys chat in the order of its events.

use std::collections::{BTreeMap, HashSet};

use conversation_core::{Completeness, Transcript, TranscriptDefect};
use genesys_chat_types::{ChatEvent, ChatEventType, Participant};

use super::{Defect, Hole};
use crate::input::Chat;

/// A chat, ready to be shown.
pub(crate) struct ChatView<'a> {
    pub(crate) chat: &'a Chat,
    pub(crate) transcript: &'a Transcript,
    pub(crate) parties: Vec<Party<'a>>,
    pub(crate) holes: Vec<Hole>,
    pub(crate) defects: Vec<Defect>,
    /// Where the clock goes back and by how many milliseconds, by the number of the event, counted from 0 in order.
    pub(crate) clock_back: BTreeMap<usize, u64>,
    /// How many events came again, the same with the same index.
    pub(crate) repeated: usize,
    /// Whether all of it is here.
    pub(crate) completeness: Completeness,
}

/// A participant, as the events and the answer describe them.
pub(crate) struct Party<'a> {
    pub(crate) id: i64,
    /// The nicknames in the order in which they were taken.
    pub(crate) nicknames: Vec<&'a str>,
    /// The types in the order in which they were taken.
    pub(crate) types: Vec<&'a str>,
    pub(crate) events: usize,
    pub(crate) messages: usize,
}

impl<'a> ChatView<'a> {
    /// Of the events of `chat`, which `transcript` has in order.
    pub(crate) fn new(
        chat: &'a Chat,
        transcript: &'a Transcript,
        defects: Vec<TranscriptDefect>,
        given: usize,
    ) -> Self {
        let (holes, mut defects) = Hole::of_transcript(defects);
        let clock_back = clock_back(transcript);
        defects.extend(transcript.events().enumerate().filter_map(|(number, event)| {
            let milliseconds = *clock_back.get(&number)?;
            Some(Defect::ClockBack { index: event.index, milliseconds })
        }));
        let repeated = given - transcript.events().count();
        let parties = parties(chat, transcript);
        let completeness = Completeness::of_transcript(transcript, chat.ended == Some(true));
        Self { chat, transcript, parties, holes, defects, clock_back, repeated, completeness }
    }

    /// The events in order.
    pub(crate) fn events(&self) -> impl Iterator<Item = &'a ChatEvent> {
        self.transcript.events()
    }
}

/// Where the clock goes back. Events that share an index are no sequence, and are not compared with one another.
fn clock_back(transcript: &Transcript) -> BTreeMap<usize, u64> {
    let pairs = transcript.events().zip(transcript.events().skip(1));
    pairs
        .zip(1..)
        .filter(|((before, event), _)| event.utc_time < before.utc_time)
        .filter(|((before, event), _)| event.index.is_none() || event.index != before.index)
        .map(|((before, event), number)| (number, before.utc_time.as_millis().abs_diff(event.utc_time.as_millis())))
        .collect()
}

fn parties<'a>(chat: &'a Chat, transcript: &'a Transcript) -> Vec<Party<'a>> {
    #[derive(Default)]
    struct Seen<'a> {
        nicknames: Distinct<'a>,
        types: Distinct<'a>,
        events: usize,
        messages: usize,
    }
    let mut seen = BTreeMap::<i64, Seen<'a>>::new();
    let mut see = |participant: &'a Participant, events: usize, messages: usize| {
        let seen = seen.entry(participant.participant_id.get()).or_default();
        seen.nicknames.push(&participant.nickname);
        seen.types.push(participant.type_.as_str());
        seen.events += events;
        seen.messages += messages;
    };
    for event in transcript.events() {
        see(&event.from, 1, usize::from(event.type_ == ChatEventType::Message));
    }
    // What the answer says of who is in the chat is how it stands after the events.
    for participant in &chat.participants {
        see(participant, 0, 0);
    }
    let parties = seen.into_iter().map(|(id, Seen { nicknames, types, events, messages })| Party {
        id,
        nicknames: nicknames.list,
        types: types.list,
        events,
        messages,
    });
    parties.collect()
}

/// Every text once, in the order in which it came first.
#[derive(Default)]
struct Distinct<'a> {
    list: Vec<&'a str>,
    seen: HashSet<&'a str>,
}

impl<'a> Distinct<'a> {
    fn push(&mut self, text: &'a str) {
        if self.seen.insert(text) {
            self.list.push(text);
        }
    }
}
