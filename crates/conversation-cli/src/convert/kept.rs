//! What is kept beside a converted conversation, so that the very input comes back: one line of a residue file.

use conversation_core::convert::{Fingerprint, Residue};
use conversation_wire::Extra;
use serde::{Deserialize, Serialize};

use super::Target;
use crate::input::{Kind, Layout, Refusal, Shell};

/// The version of the residue file. It changes when a field changes its meaning.
const VERSION: u32 = 1;

/// What the input was, and all that the converted conversation does not say of it. `D` is the document around the
/// messages: as it is written, or as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept<D> {
    version: u32,
    /// What the input was recognised as.
    input: String,
    /// How its values followed one another.
    pub(super) layout: Layout,
    /// What it was converted to.
    pub(super) to: Target,
    /// The document around the messages or events, without them.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub(super) document: Option<D>,
    /// What the other side has no place for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) residue: Option<Residue>,
    /// What tells whether the conversation that is restored is the one that was converted.
    #[serde(default, skip_serializing_if = "Option::is_none", alias = "imprint")]
    pub(super) fingerprint: Option<Fingerprint>,
}

impl Kept<Shell> {
    pub(super) fn new(
        kind: Kind,
        layout: Layout,
        to: Target,
        document: Option<Shell>,
        residue: Option<Residue>,
        fingerprint: Option<Fingerprint>,
    ) -> Self {
        Self { version: VERSION, input: kind.id().to_owned(), layout, to, document, residue, fingerprint }
    }
}

impl Kept<Extra> {
    /// What the input was.
    pub(super) fn kind(&self) -> Result<Kind, Refusal> {
        if self.version != VERSION {
            return Err(Refusal::Other("the residue is of another version of this command"));
        }
        Kind::named(&self.input, self.layout).ok_or(Refusal::Other("the residue is of a kind of input not known here"))
    }
}
