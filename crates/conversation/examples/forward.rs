//! A handler that acts on an open enum and forwards the page unchanged, fields and values of a later API included.
//!
//! ```text
//! cargo run -p conversation --features clients,emulator --example forward
//! ```

use std::error::Error;

use conversation::{
    DecodeError,
    emulator::Emulator,
    proficient::{Auth, Client, InteractionCreateParams, MessageCreateParams, MessagesList, SentBy, UserExternalId},
};

/// The body of a web handler: bytes in, bytes out. An error names the JSON path and quotes no text of a customer.
fn forward(body: &[u8]) -> Result<Vec<u8>, DecodeError> {
    let page: MessagesList = conversation::decode(body)?;
    for message in &page.data {
        match &message.sent_by {
            SentBy::User => println!("user: {}", message.content),
            SentBy::Agent => println!("agent: {}", message.content),
            other => println!("{other} (unknown to this release): {}", message.content),
        }
    }
    Ok(serde_json::to_vec(&page).unwrap_or_default()) // a decoded page can always be written
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    let key = emulator.keys().publishable_key();
    let auth = Auth::publishable(key.expose(), &UserExternalId::new("customer-17"))?;
    let client = Client::new(&emulator.proficient_url(), auth)?;
    let created = client.interactions().create(&InteractionCreateParams::new(emulator.agent_id().clone())).await?;
    let interaction = created.interaction.id;
    client.messages().create(&MessageCreateParams::new(interaction.clone(), "Hello?")).await?;

    // The page as a later version of the API could send it: a new sender, a new field.
    let mut page = serde_json::to_value(client.messages().list(&interaction, None, None).await?)?;
    page["data"][0]["sent_by"] = "supervisor".into();
    page["data"][0]["edited_at"] = 1_686_000_000_000_i64.into();

    let forwarded = forward(&serde_json::to_vec(&page)?)?;
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&forwarded)?, page);
    println!("forwarded unchanged");

    // A message that cannot be read is forwarded as it came. What is around the messages must be valid.
    page["data"][0]["content"] = serde_json::Value::Null;
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&forward(&serde_json::to_vec(&page)?)?)?, page);
    page["has_more"] = serde_json::Value::Null;
    println!("{}", forward(&serde_json::to_vec(&page)?).expect_err("`has_more` is required"));
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn Error>> {
    main()
}
