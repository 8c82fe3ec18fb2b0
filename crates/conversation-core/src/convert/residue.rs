//! A residue of either side, as it is stored.

use serde::{Deserialize, Serialize};

use super::{GenesysResidue, Loss, ProficientResidue};

/// What a projection left behind, of whichever side.
///
/// As JSON it says in `of` which side it is of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Residue {
    /// Of a chat that was projected to an interaction.
    Genesys(GenesysResidue),
    /// Of an interaction that was projected to a chat.
    Proficient(ProficientResidue),
}

impl Residue {
    /// What is gone without the residue, by name and place.
    pub fn losses(&self) -> Vec<Loss> {
        match self {
            Self::Genesys(residue) => residue.losses(),
            Self::Proficient(residue) => residue.losses(),
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
