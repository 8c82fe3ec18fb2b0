//! A Genesys chat in the order of its events.

use std::collections::{BTreeMap, HashSet};

use conversation_core::{Completeness, Transcript, TranscriptDefect};
use genesys_chat_types::{ChatEvent, ChatEventType, Participant};

use super::Defect;
use crate::input::Chat;

/// A chat, ready to be shown.
pub(crate) struct ChatView<'a> {
    pub(crate) chat: &'a Chat,
    pub(crate) transcript: &'a Transcript,
    pub(crate) parties: Vec<Party<'a>>,
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
        let mut defects = Defect::of_transcript(defects);
        let mut clock_back = BTreeMap::new();
        for (number, defect) in transcript.clock_defects() {
            if let TranscriptDefect::ClockBack { milliseconds, .. } = &defect {
                clock_back.insert(number, *milliseconds);
            }
            defects.push(Defect::Chat(defect));
        }
        let repeated = given - transcript.events().count();
        let parties = parties(chat, transcript);
        let completeness = Completeness::of_transcript(transcript, chat.ended);
        Self { chat, transcript, parties, defects, clock_back, repeated, completeness }
    }

    /// The events in order.
    pub(crate) fn events(&self) -> impl Iterator<Item = &'a ChatEvent> {
        self.transcript.events()
    }
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
