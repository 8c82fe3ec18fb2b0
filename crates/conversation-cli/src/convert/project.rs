//! A conversation as another side, or the model, has it.

use conversation_core::{
    convert::{Fingerprint, Residue},
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use serde::Serialize;

use super::{Kept, Rules, Target};
use crate::input::{Content, Given, Layout, Refusal, Shell};

/// A conversation converted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Converted {
    Proficient(ProficientConversation),
    Genesys(GenesysConversation),
    Model(Conversation),
}

/// Converts `given`, which came in this layout. What the result does not say is kept beside it; with `fingerprint`, also what
/// tells whether the way back led to the same.
pub(crate) fn convert(
    given: Given,
    layout: Layout,
    to: Target,
    fingerprint: bool,
    rules: &mut Rules,
) -> Result<(Converted, Kept<Shell>), Refusal> {
    let Given { kind, content, shell, .. } = given;
    let fingerprint = fingerprint.then(|| match &content {
        Content::Chat(chat) => Fingerprint::of_chat(chat),
        Content::Tree(tree) => Fingerprint::of_interaction(tree),
    });
    let (converted, residue) = match (content, to) {
        (Content::Chat(chat), Target::Proficient) => {
            let (tree, residue) = rules.for_chat(&chat)?.project(&chat).map_err(Refusal::Project)?;
            (Converted::Proficient(tree), Some(Residue::from(residue)))
        }
        (Content::Tree(tree), Target::Genesys) => {
            let (chat, residue) = rules.for_interaction(&tree)?.project(&tree).map_err(Refusal::Project)?;
            (Converted::Genesys(chat), Some(Residue::from(residue)))
        }
        (content, to) => {
            let converted = match (content, to) {
                (content, Target::Model) => Converted::Model(content.into_model()),
                (Content::Chat(chat), _) => Converted::Genesys(chat),
                (Content::Tree(tree), _) => Converted::Proficient(tree),
            };
            (converted, None)
        }
    };
    Ok((converted, Kept::new(kind, layout, to, shell, residue, fingerprint)))
}
