//! Lists the messages of an interaction, is interrupted, and continues after a "restart" without a loss or a repetition.
//!
//! ```text
//! cargo run -p conversation --features clients,emulator --example resume
//! ```

use std::error::Error;

use conversation::{
    emulator::Emulator,
    proficient::{Auth, Client, InteractionCreateParams, Message, MessageCreateParams, PageLimit, UserExternalId},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    let key = emulator.keys().publishable_key();
    let auth = Auth::publishable(key.expose(), &UserExternalId::new("customer-17"))?;
    let client = Client::new(&emulator.proficient_url(), auth)?;
    let created = client.interactions().create(&InteractionCreateParams::new(emulator.agent_id().clone())).await?;
    let interaction = created.interaction.id;
    for number in 1..=10 {
        let params = MessageCreateParams::new(interaction.clone(), format!("message {number}"));
        client.messages().create(&params).await?;
    }

    // The first run stores the messages of two pages and the resume point, in one transaction of its database.
    let mut stored: Vec<Message> = Vec::new();
    let mut list = client.messages().all(interaction.clone()).with_limit(PageLimit::new(3)?);
    for _ in 0..2 {
        stored.extend(list.next_page().await?.unwrap_or_default());
    }
    let database = serde_json::to_string(&(&stored, list.resume_point()))?;
    drop(list); // the process ends here

    // The second run continues with what was stored.
    let (mut stored, resume_point): (Vec<Message>, _) = serde_json::from_str(&database)?;
    println!("{} messages before the restart", stored.len());
    let mut list = client.messages().all(interaction).resume(resume_point, &stored);
    while let Some(page) = list.next_page().await? {
        stored.extend(page);
    }
    println!("{}", list.fetch_completeness().await?); // complete: 10 messages
    assert_eq!(stored.len(), 10);
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn Error>> {
    main()
}
