//! The participants of a conversation, each of them once.

use std::hash::{BuildHasher as _, RandomState};

use hashbrown::HashTable;

use super::Participant;

/// Gives each participant its place.
pub(super) struct Roster {
    participants: Vec<Participant>,
    /// Each participant's hash and place.
    places: HashTable<(u64, usize)>,
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
        if let Some((_, place)) = places.find(hash, |(_, place)| participants.get(*place) == Some(&participant)) {
            return *place;
        }
        let place = participants.len();
        participants.push(participant);
        places.insert_unique(hash, (hash, place), |(hash, _)| *hash);
        place
    }

    pub(super) fn into_participants(self) -> Vec<Participant> {
        self.participants
    }
}
