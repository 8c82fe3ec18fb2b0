//! Which lines of a file are of which interaction.

use std::{collections::HashMap, ops::Range};

use conversation_wire::Unreadable;
use proficient_types::{InteractionId, Message};

use super::Archive;
use crate::error::Failure;

/// Which parts of a file are of which interaction.
#[derive(Default)]
pub(super) struct Index {
    parts: HashMap<InteractionId, Vec<Range<u64>>>,
    messages: u64,
}

impl Index {
    /// Of all lines of the file.
    pub(super) fn of(archive: &mut Archive) -> Result<Self, Failure> {
        let whole = archive.whole();
        archive.fold(whole, Self::default(), |mut index, message: Result<Message, Unreadable>, line| {
            let interaction = match message {
                Ok(message) => message.interaction_id,
                // One that does not even say its interaction is of none: when it comes again, it is written again.
                Err(message) => InteractionId::new(message.string("interaction_id").unwrap_or_default()),
            };
            let parts = index.parts.entry(interaction).or_default();
            match parts.last_mut() {
                Some(last) if last.end == line.start => last.end = line.end,
                _ => parts.push(line),
            }
            index.messages += 1;
            index
        })
    }

    /// How many messages are in the file.
    pub(super) fn messages(&self) -> u64 {
        self.messages
    }

    /// Reads what the file has of an interaction, and folds it. Asked again, there is nothing.
    pub(super) fn fold<A>(
        &mut self,
        interaction: &InteractionId,
        archive: &mut Archive,
        folded: A,
        fold: impl Fn(A, Result<Message, Unreadable>) -> A,
    ) -> Result<A, Failure> {
        let mut parts = self.parts.remove(interaction).into_iter().flatten();
        parts.try_fold(folded, |folded, part| archive.fold(part, folded, |folded, message, _| fold(folded, message)))
    }
}
