//! Models and residues from wherever: refused or consistent.

use conversation_core::{
    convert::Residue,
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use serde::Deserialize;

/// A residue, and a value that it may be of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    residue: Residue,
    chat: Option<GenesysConversation>,
    interaction: Option<ProficientConversation>,
}

/// A model goes back to its side, or is refused with a place that is there.
pub(super) fn model(model: Conversation) {
    assert_eq!(super::through_json(&model), model);
    let count = model.entries.len();
    for error in [GenesysConversation::try_from(model.clone()).err(), ProficientConversation::try_from(model).err()] {
        assert!(error.is_none_or(|error| error.entry.is_none_or(|entry| entry < count)));
    }
}

/// What a residue restores is projected to the value and to that residue.
pub(super) fn residue(stored: Stored) {
    super::through_store(stored.residue.clone());
    match stored.residue {
        Residue::Genesys(residue) => {
            let Some(value) = stored.interaction else { return };
            if let Ok(chat) = residue.restore(&value) {
                assert_eq!(residue.rules().project(&chat), Ok((value, residue)));
            }
        }
        Residue::Proficient(residue) => {
            let Some(value) = stored.chat else { return };
            if let Ok(conversation) = residue.restore(&value) {
                assert_eq!(residue.rules().project(&conversation), Ok((value, residue)));
            }
        }
        _ => {}
    }
}
