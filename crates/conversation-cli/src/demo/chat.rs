//! The chat: a customer who talks to the emulator over HTTP, a bot who is there, and the client that follows both.

use std::time::Duration;

use conversation_emulator::Emulator;
use genesys_chat_client::{Chat, Client, Polling};
use genesys_chat_types::{
    ChatEvent, ChatEventType, ChatId, ParticipantId, ParticipantType, RequestChatParams, TenantName,
};

use super::failed;
use crate::error::Failure;

/// How often the client polls. No real time passes here.
const INTERVAL: Duration = Duration::from_millis(20);

/// Plays these events in a chat; the chat, and what a client saw that followed it.
pub(super) async fn play_and_follow(
    emulator: &Emulator,
    events: &[ChatEvent],
) -> Result<(ChatId, Vec<ChatEvent>), Failure> {
    let client = Client::new(&emulator.genesys_url()).map_err(failed)?.with_polling(Polling::every(INTERVAL));
    let mut params = RequestChatParams::new(TenantName::new("Environment"));
    params.nickname = events.first().map(|event| event.from.nickname.clone());
    // The participant who requests a chat joins it, which is the first event.
    let chat = client.request_chat(&params).await.map_err(failed)?;
    let rest = events.get(1..).unwrap_or_default();
    let (_, followed) = tokio::try_join!(play(emulator, &chat, rest), follow(&chat))?;
    Ok((chat.id().clone(), followed))
}

/// Everything that happens in the chat, until it has ended.
async fn follow(chat: &Chat) -> Result<Vec<ChatEvent>, Failure> {
    let mut followed = Vec::new();
    while let Some(update) = chat.next_update().await.map_err(failed)? {
        followed.extend(update.into_event());
    }
    Ok(followed)
}

/// Lets everything happen, each at its time.
async fn play(emulator: &Emulator, chat: &Chat, events: &[ChatEvent]) -> Result<(), Failure> {
    let mut bot = None;
    for event in events {
        emulator.clock().set(event.utc_time);
        match event.from.type_ {
            ParticipantType::Client => as_customer(chat, event).await?,
            _ => as_bot(emulator, chat, event, &mut bot).await?,
        }
    }
    chat.complete().await.map_err(failed)
}

async fn as_customer(chat: &Chat, event: &ChatEvent) -> Result<(), Failure> {
    let text = event.text.as_deref();
    let acted = match (&event.type_, text.unwrap_or_default()) {
        (ChatEventType::Message, text) => chat.send(text).await.map(drop),
        (ChatEventType::TypingStarted, _) => chat.start_typing(text).await,
        (ChatEventType::TypingStopped, _) => chat.stop_typing(text).await,
        // Nothing in an event tells a pushed URL from a new nickname; here it can be seen.
        (ChatEventType::Notice, url) if url.starts_with("http://") => chat.push_url(url).await,
        (ChatEventType::Notice, nickname) => chat.update_nickname(nickname).await,
        _ => Ok(()),
    };
    acted.map_err(failed)
}

async fn as_bot(
    emulator: &Emulator,
    chat: &Chat,
    event: &ChatEvent,
    bot: &mut Option<ParticipantId>,
) -> Result<(), Failure> {
    match (&event.type_, *bot) {
        (ChatEventType::ParticipantJoined, None) => {
            let from = &event.from;
            let joined = emulator.join(chat.id(), from.nickname.clone(), from.type_.clone()).await;
            *bot = Some(joined.map_err(failed)?);
        }
        (ChatEventType::Message, Some(bot)) => {
            let text = event.text.clone().unwrap_or_default();
            emulator.say(chat.id(), bot, text).await.map_err(failed)?;
        }
        _ => {}
    }
    Ok(())
}
