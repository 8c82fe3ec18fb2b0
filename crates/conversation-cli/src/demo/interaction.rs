//! The interaction: the chat's messages in it, and an agent who is asked twice.

use std::time::Duration;

use conversation_emulator::Emulator;
use proficient_client::{Auth, Client};
use proficient_types::{Interaction, InteractionCreateParams, Message, SentBy, UserExternalId};

use super::failed;
use crate::error::Failure;

/// How long the agent thinks, by the emulator's clock.
const THOUGHT: Duration = Duration::from_secs(4);

/// The customer as a user of Proficient.
pub(super) fn client(emulator: &Emulator) -> Result<Client, Failure> {
    let key = emulator.keys().publishable_key();
    let auth = Auth::publishable(key.expose(), &UserExternalId::new("customer-17")).map_err(failed)?;
    Client::new(&emulator.proficient_url(), auth).map_err(failed)
}

/// Begins an interaction.
pub(super) async fn begin(emulator: &Emulator, client: &Client) -> Result<Interaction, Failure> {
    let params = InteractionCreateParams::new(emulator.agent_id().clone());
    Ok(client.interactions().create(&params).await.map_err(failed)?.interaction)
}

/// Puts the messages in, those of the agent too, which no client can; then asks twice for a reply to the first that the
/// customer wrote, and gives that back.
pub(super) async fn ask_twice(
    emulator: &Emulator,
    client: &Client,
    messages: Vec<Message>,
) -> Result<Message, Failure> {
    let asked = messages.iter().find(|message| message.sent_by == SentBy::User).cloned();
    let asked = asked.ok_or_else(|| failed("the customer said nothing"))?;
    emulator.insert_messages(messages).await.map_err(failed)?;
    for _ in 0..2 {
        emulator.clock().advance(THOUGHT);
        client.messages().ask(&asked.interaction_id, &asked.id).await.map_err(failed)?;
    }
    Ok(asked)
}
