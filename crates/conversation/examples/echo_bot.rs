//! Follows a chat to its end, and answers each message of the other participant.
//!
//! ```text
//! cargo run -p conversation --features clients,emulator --example echo_bot
//! ```

use std::{error::Error, time::Duration};

use conversation::{
    emulator::{Emulator, Script},
    genesys::{ChatEventType, Client, ParticipantType, Polling, RequestChatParams, TenantName},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::builder().script(Script::empty()).start().await?;
    let polling = Polling::every(Duration::from_millis(20));
    let client = Client::new(&emulator.genesys_url())?.with_polling(polling);

    // The API has the customer's seat only: the bot is the participant who requests the chat.
    let mut params = RequestChatParams::new(TenantName::new("Environment"));
    params.nickname = Some("Echo".into());
    let chat = client.request_chat(&params).await?;

    let guest = emulator.join(chat.id(), "Ada", ParticipantType::Agent).await?;
    emulator.say(chat.id(), guest, "Hello?").await?;

    while let Some(update) = chat.next_update().await? {
        let is_own = update.is_own();
        let Some(event) = update.into_event() else { continue }; // unreadable: it costs no other
        println!("{} {}: {}", event.from.nickname, event.type_, event.text.as_deref().unwrap_or_default());
        match (&event.type_, event.text.as_deref()) {
            (ChatEventType::Message, _) if is_own => {}
            (ChatEventType::Message, Some("Bye")) => chat.complete().await?,
            (ChatEventType::Message, Some(text)) => {
                // Sent once, also if the answer is lost. To survive a crash as well: `Chat::prepare` and `carry_out`.
                chat.send(text).await?;
                emulator.say(chat.id(), guest, "Bye").await?;
            }
            _ => {} // joined, left, typing, and types that were added after this release
        }
    }
    println!("{}", chat.completeness().await);
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn Error>> {
    main()
}
