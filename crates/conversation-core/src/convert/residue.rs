//! A residue of either side, as it is stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{GenesysResidue, Loss, LossKind, Lost, ProficientResidue};
use crate::open::{other_kind, tagged_by_text};

/// What a projection left behind, of whichever side.
///
/// As JSON it says in `of` which side it is of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(remote = "Self", tag = "of", rename_all = "snake_case", expecting = "a residue with all its fields")]
#[non_exhaustive]
pub enum Residue {
    /// Of a chat that was projected to an interaction.
    Genesys(GenesysResidue),
    /// Of an interaction that was projected to a chat.
    Proficient(ProficientResidue),
    /// Of a side that a later version knows.
    #[serde(untagged)]
    Other(OtherResidue),
}

tagged_by_text! { Residue by "of" }

other_kind! {
    /// What a projection by a later version left behind.
    pub struct OtherResidue: "of" except ["genesys", "proficient"]
}

impl Residue {
    /// What is gone without the residue, by name and place. Of a residue of a later version that cannot be said.
    pub fn losses(&self) -> Vec<Loss> {
        match self {
            Self::Genesys(residue) => residue.losses(),
            Self::Proficient(residue) => residue.losses(),
            Self::Other(_) => Vec::new(),
        }
    }

    /// What is gone without the residue, how often and where first. Costs less than to name every place.
    pub fn losses_by_kind(&self) -> BTreeMap<LossKind, Lost> {
        match self {
            Self::Genesys(residue) => residue.losses_by_kind(),
            Self::Proficient(residue) => residue.losses_by_kind(),
            Self::Other(_) => BTreeMap::new(),
        }
    }
}

impl From<GenesysResidue> for Residue {
    fn from(residue: GenesysResidue) -> Self {
        Self::Genesys(residue)
    }
}

impl From<ProficientResidue> for Residue {
    fn from(residue: ProficientResidue) -> Self {
        Self::Proficient(residue)
    }
}
