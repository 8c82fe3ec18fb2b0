//! Both clients and the emulator, end to end over HTTP.

mod bot;
mod errors;
mod genesys;
mod kill;
mod proficient;
mod reconcile;
mod seeds;
mod server;
mod tls;
mod walks;

use std::time::Duration;

use conversation_emulator::Emulator;
use conversation_http::RequestPolicy;
use proficient_client::{Auth, Client, Reconcile};
use proficient_types::{Interaction, InteractionCreateParams, Message, MessageCreateParams, MessageId, UserExternalId};

/// A policy for tests: as often as by default, but without long waits.
fn quick() -> RequestPolicy {
    RequestPolicy::default()
        .with_backoff(Duration::from_millis(1), Duration::from_millis(4))
        .with_timeout(Duration::from_secs(5))
        .with_max_retry_after(Duration::from_secs(2))
}

/// The client of an end user.
fn customer(emulator: &Emulator) -> Client {
    user(emulator, "customer-1")
}

fn user(emulator: &Emulator, external_id: &str) -> Client {
    let key = emulator.keys().publishable_key().expose();
    let auth = Auth::publishable(key, &UserExternalId::new(external_id)).expect("it can be sent");
    Client::new(&emulator.proficient_url(), auth).expect("the URL is good").with_policy(quick())
}

/// The client of an administrator.
fn admin(emulator: &Emulator) -> Client {
    let auth = Auth::secret(emulator.keys().secret_key().expose()).expect("it can be sent");
    Client::new(&emulator.proficient_url(), auth).expect("the URL is good").with_policy(quick())
}

async fn interaction(client: &Client, emulator: &Emulator) -> Interaction {
    let params = InteractionCreateParams::new(emulator.agent_id().clone());
    client.interactions().create(&params).await.expect("an interaction can be begun").interaction
}

fn text_below(interaction: &Interaction, parent: Option<&MessageId>, text: &str) -> MessageCreateParams {
    let mut params = MessageCreateParams::new(interaction.id.clone(), text);
    if let Some(parent) = parent {
        params.parent_id = parent.clone().into();
    }
    params
}

/// A chain of so many messages of the user.
async fn chain(client: &Client, interaction: &Interaction, length: usize) -> Vec<Message> {
    let mut chain: Vec<Message> = Vec::new();
    for number in 0..length {
        let params = text_below(interaction, chain.last().map(|message| &message.id), &format!("text {number}"));
        chain.push(
            client.clone().with_reconcile(Reconcile::Never).messages().create(&params).await.expect("it can be sent"),
        );
    }
    chain
}
