//! The participants of a conversation, each of them once.

use std::hash::{BuildHasher as _, RandomState};

use hashbrown::HashTable;

use super::Participant;

/// Gives each participant its place.
pub(super) struct Roster {
    participants: Vec<Participant>,
    places: HashTable<usize>,
    hasher: RandomState,
}

impl Roster {
    pub(super) fn new() -> Self {
        Self { participants: Vec::new(), places: HashTable::new(), hasher: RandomState::new() }
    }

    /// The place of `participant`, who is added when not there yet.
    pub(super) fn place(&mut self, participant: Participant) -> usize {
        let Self { participants, places, hasher } = self;
        let hash = hasher.hash_one(&participant);
        if let Some(place) = places.find(hash, |place| participants.get(*place) == Some(&participant)) {
            return *place;
        }
        let place = participants.len();
        participants.push(participant);
        places.insert_unique(hash, place, |place| hasher.hash_one(participants.get(*place)));
        place
    }

    pub(super) fn into_participants(self) -> Vec<Participant> {
        self.participants
    }
}
