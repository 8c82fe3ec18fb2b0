//! A whole interaction.

use conversation_core::{Completeness, Defect, Forest};
use conversation_wire::Unreadable;
use proficient_types::{Interaction, InteractionId};

use crate::{Client, Error};

/// A whole interaction: its messages as a tree, and whether they are all there.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct InteractionTree {
    /// The interaction, as it was after its messages were fetched.
    pub interaction: Interaction,
    /// Every message that came, in its place.
    pub forest: Forest,
    /// What contradicts itself in them.
    pub defects: Vec<Defect>,
    /// The messages that could not be read, as they came.
    pub unreadable: Vec<Unreadable>,
    /// Whether all messages came, or exactly what is missing, also when the walk was cut.
    pub completeness: Completeness,
}

impl Client {
    /// Fetches all messages of an interaction, and the interaction itself.
    ///
    /// A walk that was cut is no error: what came is in the forest, and the completeness says what cut it.
    ///
    /// # Errors
    ///
    /// 403 when the interaction is another user's, 404 when there is none of this id.
    pub async fn interaction_tree(&self, interaction: &InteractionId) -> Result<InteractionTree, Error> {
        let mut walk = self.messages().all(interaction.clone());
        let mut messages = Vec::new();
        loop {
            match walk.next_page().await {
                Ok(Some(page)) => messages.extend(page),
                Ok(None) => break,
                Err(Error::Cursor(_)) => break,
                Err(error) => return Err(error),
            }
        }
        let interaction = self.interactions().get(interaction).await?;
        let (forest, defects) = Forest::build(messages);
        let unreadable = walk.unreadable().to_vec();
        let completeness = Completeness::of_messages(walk.resume_point(), &forest, Some(&interaction));
        let completeness = completeness.with_unreadable(&unreadable);
        Ok(InteractionTree { interaction, forest, defects, unreadable, completeness })
    }
}
