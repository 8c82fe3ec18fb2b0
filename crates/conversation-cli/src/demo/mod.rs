//! One conversation on its way through both APIs: played by `chat`, asked about by `interaction`, and told here.

mod chat;
mod interaction;

use std::{collections::BTreeSet, fmt::Display, time::Duration};

use conversation_core::{Transcript, convert::ToProficient, model::GenesysConversation};
use conversation_emulator::{Clock, Emulator, Script, ScriptResponder};
use genesys_chat_types::{ChatEvent, GetMessagesAnswer, Timestamp};

use crate::{error::Failure, escape, input::Chat, text, view::ChatView};

/// An answer of Get Messages, as the documentation of the API has it.
const TRANSCRIPT: &str = include_str!("transcript.json");

/// What the agent replies.
const REPLIES: &str = include_str!("replies.json");

/// Plays it all; what there is to see.
pub(crate) async fn play() -> Result<String, Failure> {
    let events = serde_json::from_str::<GetMessagesAnswer>(TRANSCRIPT).map_err(failed)?.messages.unwrap_or_default();
    let begin = events.first().map_or(Timestamp::MIN, |event| event.utc_time);
    let emulator = Emulator::builder()
        .clock(Clock::fixed(begin))
        .script(Script::empty())
        // In the published transcript the clock jumps by two weeks, and the chat goes on.
        .silence(Duration::MAX)
        .responder(ScriptResponder::from_json(REPLIES).map_err(failed)?);
    let emulator = emulator.start().await.map_err(failed)?;
    let told = tell(&emulator, &events).await;
    emulator.stop().await;
    told
}

async fn tell(emulator: &Emulator, events: &[ChatEvent]) -> Result<String, Failure> {
    let (id, followed) = chat::play_and_follow(emulator, events).await?;
    let chat = Chat {
        events: followed.clone().into(),
        id: Some(id.clone()),
        ended: Some(true),
        state: None,
        participants: Vec::new(),
        credentials: false,
    };
    let (transcript, defects) = Transcript::build(followed.clone());
    let view = ChatView::new(&chat, &transcript, defects, followed.len());
    let as_chat = text::chat("A Genesys chat, played over HTTP and followed by the client", &view, &BTreeSet::new());

    let client = interaction::client(emulator)?;
    let begun = interaction::begin(emulator, &client).await?;
    let mut whole = GenesysConversation::new(followed);
    whole.chat_id = Some(id.clone());
    whole.chat_ended = Some(true);
    let across = ToProficient::new(id, begun.id.clone(), begun.agent_id, begun.user_id);
    let (conversation, residue) = across.project(&whole).map_err(failed)?;
    if residue.restore(&conversation).map_err(failed)? != whole {
        return Err(failed("the residue gives another chat back"));
    }
    let messages = conversation.messages.len();
    let asked = interaction::ask_twice(emulator, &client, conversation.messages.into()).await?;

    let thread = client.interaction_tree(&begun.id).await.map_err(failed)?;
    let head = format!(
        "{messages} of the {} events are messages; the others are kept beside them, and give the very chat back.\nAn agent \
         was asked twice for a reply to \"{}\".\n",
        whole.events.len(),
        escape::line(&asked.content),
    );
    let as_tree = text::outline("The same chat as a Proficient interaction", &head, &thread.forest);
    Ok(format!("{as_chat}\n{as_tree}\n{}\n", thread.completeness))
}

/// The demo does not go on.
fn failed(error: impl Display) -> Failure {
    Failure::Interrupted(format!("the demo broke off: {error}"))
}
