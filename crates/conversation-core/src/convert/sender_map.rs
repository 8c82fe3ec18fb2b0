//! Chat participants for those who speak in an interaction.

use std::collections::{BTreeMap, btree_map::Entry};

use conversation_wire::DecodeError;
use genesys_chat_types::{Participant, ParticipantId};
use proficient_types::SentBy;

/// Who speaks as whom. Participants are numbered from 1 in the order in which they first speak, so a longer conversation
/// renumbers no sender.
#[derive(Default)]
pub(super) struct SenderMap(BTreeMap<SentBy, Participant>);

impl SenderMap {
    /// The participant for `sender`, and whether this is the first time.
    pub(super) fn participant(
        &mut self,
        sender: &SentBy,
        describe: impl FnOnce(ParticipantId) -> Result<Participant, DecodeError>,
    ) -> Result<(&Participant, bool), DecodeError> {
        let number = i64::try_from(self.0.len()).unwrap_or(i64::MAX).saturating_add(1);
        // The key is cloned once for each message; a name that is known has nothing to allocate.
        Ok(match self.0.entry(sender.clone()) {
            Entry::Occupied(known) => (known.into_mut(), false),
            Entry::Vacant(new) => (new.insert(describe(ParticipantId::new(number))?), true),
        })
    }
}
