//! Fetches the transcript of a chat, converts it to a Proficient interaction, and restores the chat from it.
//!
//! ```text
//! cargo run -p conversation --features clients,emulator --example there_and_back
//! ```

use std::error::Error;

use conversation::{
    ChatCredentials,
    convert::ToProficient,
    emulator::Emulator,
    genesys::{Client, GetMessagesParams, RequestChatParams, TenantName},
    model::GenesysConversation,
    proficient::{AgentId, InteractionId, UserId},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    let client = Client::new(&emulator.genesys_url())?;
    let chat = client.request_chat(&RequestChatParams::new(TenantName::new("Environment"))).await?;
    chat.send("I need help with my account").await?;
    chat.complete().await?;

    let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = chat.credentials().await;
    let params = GetMessagesParams::new(user_id, secure_key, alias, tenant_name);
    let answer = client.get_messages(chat.id(), &params).await?;

    // An answer with a `statusCode` other than 0 is an error here, with the errors of the server.
    let (conversation, _envelope) = GenesysConversation::from_answer(answer)?;

    let (agent, user) = (AgentId::new("ag_1"), UserId::new("u_1"));
    let rules = ToProficient::new(chat.id().clone(), InteractionId::new("int_1"), agent, user);
    let (interaction, residue) = rules.project(&conversation)?;
    for message in &interaction.messages {
        println!("{}: {}", message.sent_by, message.content);
    }

    // What an interaction has no place for. Store the residue to keep it, or accept these losses.
    for loss in residue.losses() {
        println!("without the residue: {loss}");
    }
    assert_eq!(residue.restore(&interaction)?, conversation);
    println!("restored: equal to the original");
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn Error>> {
    main()
}
