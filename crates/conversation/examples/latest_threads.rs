//! Lists every interaction of a user, and prints the latest thread of each.
//!
//! ```text
//! cargo run -p conversation --features clients,emulator --example latest_threads
//! ```

use std::error::Error;

use conversation::{
    Branch,
    emulator::Emulator,
    proficient::{Auth, Client, InteractionCreateParams, MessageCreateParams, UserExternalId},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // A server to try it with. For a real one, take the URL and the key of your platform.
    let emulator = Emulator::start().await?;
    let key = emulator.keys().publishable_key();
    let auth = Auth::publishable(key.expose(), &UserExternalId::new("customer-17"))?;
    let client = Client::new(&emulator.proficient_url(), auth)?;
    for question in ["Where is my parcel?", "Can I return it?"] {
        ask_twice(&emulator, &client, question).await?;
    }

    let mut interactions = client.interactions().all(None);
    while let Some(page) = interactions.next_page().await? {
        for interaction in page {
            let tree = client.interaction_tree(&interaction.id).await?;
            println!("{} ({})", interaction.id, tree.completeness);
            // Each reply to the same message is a branch. The latest thread ends at the newest message.
            for node in tree.forest.thread(&Branch::Latest) {
                match node.message() {
                    Some(message) => println!("  {}: {}", message.sent_by, message.content),
                    None => println!("  (message {} is missing)", node.id()),
                }
            }
        }
    }
    println!("{}", interactions.completeness());
    Ok(())
}

/// Sends a message, and asks the agent for two replies to it.
async fn ask_twice(emulator: &Emulator, client: &Client, question: &str) -> Result<(), Box<dyn Error>> {
    let created = client.interactions().create(&InteractionCreateParams::new(emulator.agent_id().clone())).await?;
    let interaction = created.interaction.id;
    let message = client.messages().create(&MessageCreateParams::new(interaction.clone(), question)).await?;
    client.messages().ask(&interaction, &message.id).await?;
    client.messages().ask(&interaction, &message.id).await?;
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn Error>> {
    main()
}
