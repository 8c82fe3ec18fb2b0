//! Names that only one side knows, in the model.

/// A side whose names are marked as its own.
pub(super) struct Side(&'static str);

pub(super) const PROFICIENT: Side = Side("proficient:");
pub(super) const GENESYS: Side = Side("genesys:");

impl Side {
    /// A name of the side as the model has it: no other side's, and none of the model's own.
    pub(super) fn name(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }

    /// What the side calls what the model calls `name`; nothing for a name that is not the side's.
    pub(super) fn own<'a>(&self, name: &'a str) -> Option<&'a str> {
        name.strip_prefix(self.0)
    }
}
