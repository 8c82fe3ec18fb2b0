//! How fast conversations go from one side to the other and back.
//!
//! Run with `cargo bench -p conversation-tests --bench convert`. Each way is timed beside what a service does that knows no
//! types: the same conversation's text parsed into `serde_json::Value` and written again.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use conversation_core::{
    convert::{Residue, ToGenesys, ToProficient, interaction_id},
    model::{Conversation, GenesysConversation, ProficientConversation},
};
use conversation_wire::Field;
use genesys_chat_types::{ChatEvent, ChatEventType, ChatId, Participant, ParticipantId, ParticipantType, Timestamp};
use proficient_types::{AgentId, InteractionId, Message, MessageId, SentBy, UserId};
use serde_json::Value;

const ENTRIES: i64 = 10_000;
const RUNS: u32 = 15;
const SAID: &str = "agent will be with you shortly, thank you for your patience ...";

fn main() {
    let chat = chat();
    let to_proficient = {
        let id = ChatId::new("00048aDPKC9H0018");
        ToProficient::new(id.clone(), interaction_id(&id), AgentId::new("ag_1"), UserId::new("u_1"))
    };
    let (interaction, residue) = to_proficient.project(&chat).expect("every event has an index");
    let tree = tree();
    let to_genesys = ToGenesys::new(ChatId::new("00048aDPKC9H0018"));
    let (thread, rest) = to_genesys.project(&tree).expect("there are messages");

    println!("{:<44}{:>14}{:>22}", "", "us an entry", "Value, as many times");
    let text = serde_json::to_string(&chat).expect("it can be written");
    let plain = row("chat: parsed into Value and written", None, || {
        black_box(serde_json::to_string(&serde_json::from_str::<Value>(&text).expect("JSON")).expect("JSON"));
    });
    row("chat to model", Some(plain), || {
        black_box(Conversation::from(chat.clone()));
    });
    row("chat to interaction, with its residue", Some(plain), || {
        black_box(to_proficient.project(&chat).expect("as before"));
    });
    row("and back", Some(plain), || {
        black_box(residue.restore(&interaction).expect("as before"));
    });
    let stored = serde_json::to_string(&Residue::from(residue.clone())).expect("it can be written");
    row("the residue: read and written", Some(plain), || {
        black_box(serde_json::to_string(&serde_json::from_str::<Residue>(&stored).expect("a residue")).expect("JSON"));
    });

    let text = serde_json::to_string(&tree).expect("it can be written");
    let plain = row("interaction: parsed into Value and written", None, || {
        black_box(serde_json::to_string(&serde_json::from_str::<Value>(&text).expect("JSON")).expect("JSON"));
    });
    row("interaction to model", Some(plain), || {
        black_box(Conversation::from(tree.clone()));
    });
    row("interaction to chat, with its residue", Some(plain), || {
        black_box(to_genesys.project(&tree).expect("as before"));
    });
    row("and back", Some(plain), || {
        black_box(rest.restore(&thread).expect("as before"));
    });
}

/// Prints the best of a few runs, and how many of them the plain way takes.
fn row(name: &str, plain: Option<Duration>, run: impl Fn()) -> Duration {
    let time = |()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let best = (0..RUNS).map(|_| time(())).min().unwrap_or_default();
    let each = best.as_secs_f64() * 1e6 / ENTRIES as f64;
    let ratio = plain.map(|plain| format!("{:.2} x", plain.as_secs_f64() / best.as_secs_f64())).unwrap_or_default();
    println!("{name:<44}{each:>14.2}{ratio:>22}");
    best
}

/// A chat in which every third event is no message.
fn chat() -> GenesysConversation {
    let from = |number| match number % 2 {
        0 => Participant::new("Ada", ParticipantId::new(1), ParticipantType::Client),
        _ => Participant::new("system", ParticipantId::new(2), ParticipantType::External),
    };
    let events = (1..=ENTRIES).map(|index| {
        let kind = if index % 3 == 0 { ChatEventType::TypingStarted } else { ChatEventType::Message };
        let mut event = ChatEvent::new(from(index), kind, Timestamp::from_millis(1_406_239_877_000 + index * 700));
        event.index = Some(index);
        event.text = (index % 3 != 0).then(|| SAID.to_owned());
        event
    });
    GenesysConversation::new(events.collect::<Vec<_>>())
}

/// An interaction in which every tenth message is a branch that nobody followed.
fn tree() -> ProficientConversation {
    let mut above = Field::Absent;
    let mut depth = 0;
    let messages = (1..=ENTRIES).map(|number| {
        let id = MessageId::new(format!("msg_{number:048}"));
        let sender = if number % 2 == 0 { SentBy::Agent } else { SentBy::User };
        let time = Timestamp::from_millis(1_686_000_000_000 + number * 700);
        let interaction = InteractionId::new("int_53mfKtX0Da6zaJCp5bNnzxDaEg1xptWvQDr2");
        let mut message = Message::new(id.clone(), SAID, time, depth, interaction, sender);
        message.parent_id = above.clone();
        if number % 10 != 0 {
            above = id.into();
            depth += 1;
        }
        message
    });
    ProficientConversation::new(messages.collect::<Vec<_>>())
}
