//! A transcript cursor's memory that is slow and obviously right, to hold the real one against.

use std::collections::BTreeMap;

use conversation_core::{Transcript, TranscriptDefect};
use genesys_chat_types::ChatEvent;

/// What a cursor should make of events, in the plainest way.
#[derive(Default)]
pub struct Plain {
    held: BTreeMap<i64, ChatEvent>,
    loose: Vec<(ChatEvent, usize)>,
}

impl Plain {
    /// Those that are new, and those that differ.
    pub fn take(&mut self, events: &[ChatEvent]) -> (Vec<ChatEvent>, Vec<ChatEvent>) {
        let (mut new, mut changed) = (Vec::new(), Vec::new());
        let mut here: Vec<&ChatEvent> = Vec::new();
        for event in events {
            match event.index {
                Some(index) if index >= 1 => match self.held.insert(index, event.clone()) {
                    None => new.push(event.clone()),
                    Some(before) if before != *event => changed.push(event.clone()),
                    Some(_) => {}
                },
                _ => {
                    here.push(event);
                    let count = here.iter().filter(|other| **other == event).count();
                    match self.loose.iter_mut().find(|(other, _)| other == event) {
                        Some((_, most)) if count <= *most => {}
                        Some((_, most)) => {
                            *most = count;
                            new.push(event.clone());
                        }
                        None => {
                            self.loose.push((event.clone(), 1));
                            new.push(event.clone());
                        }
                    }
                }
            }
        }
        (new, changed)
    }

    /// The holes as a transcript has them.
    pub fn holes(&self) -> Vec<(i64, i64)> {
        let hole = |defect: &TranscriptDefect| match defect {
            TranscriptDefect::Gap { first, last } => Some((*first, *last)),
            _ => None,
        };
        Transcript::build(self.held.values().cloned().collect::<Vec<_>>()).1.iter().filter_map(hole).collect()
    }

    /// The highest position held.
    pub fn highest(&self) -> Option<i64> {
        self.held.keys().next_back().copied()
    }

    /// Whether there is an event at `position`.
    pub fn holds(&self, position: i64) -> bool {
        self.held.contains_key(&position)
    }

    /// How many events are held.
    pub fn events(&self) -> u64 {
        let loose: usize = self.loose.iter().map(|(_, most)| *most).sum();
        (self.held.len() + loose) as u64
    }
}
