//! A bot that is killed again and again while its credentials are renewed: no session is lost, and each message of the
//! customer is answered once.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use conversation_emulator::{Emulator, Fault, Script};
use conversation_http::{Error as CallError, RequestPolicy};
use futures_util::{StreamExt as _, stream};
use genesys_chat_client::{Client, OutgoingMessage, Polling, PreparedMessage, ResumePoint};
use genesys_chat_types::{ChatEventType, ParticipantType};
use serde::{Deserialize, Serialize};

use crate::genesys::params;

/// How often a bot is killed.
const KILLS: u64 = 20;

/// How many messages the customer sends.
const MESSAGES: u64 = 12;

/// Says to the process that it is the bot, and where its files are.
const FOLDER: &str = "CONVERSATION_TEST_BOT";

const SLOW: Duration = Duration::from_millis(250);

fn seeds() -> u64 {
    conversation_tests::effort::cases(20, 100)
}

/// What the bot is told.
#[derive(Serialize, Deserialize)]
struct Task {
    url: String,
    /// Whether it gives each message its own label.
    labels: bool,
    /// Whether the server may carry out a request after the bot is gone.
    late: bool,
}

/// What the bot stores.
#[derive(Serialize, Deserialize)]
struct Memory {
    point: ResumePoint,
    /// The reply that is being sent.
    pending: Option<PreparedMessage>,
    /// The replies of which it is unknown whether they were sent.
    unknown: Vec<String>,
}

/// Writes a file so that it is there as a whole or not at all.
fn write(path: &Path, contents: &str) -> std::io::Result<()> {
    let new = path.with_extension("new");
    fs::write(&new, contents)?;
    fs::rename(new, path)
}

/// What the bot stores, in memory as it is in the file.
struct Stored(Mutex<String>);

impl Stored {
    fn change(&self, path: &Path, change: impl FnOnce(&mut Memory)) -> std::io::Result<()> {
        let mut text = self.0.lock().expect("no panic");
        let mut memory: Memory = serde_json::from_str(&text)?;
        change(&mut memory);
        *text = serde_json::to_string(&memory)?;
        write(path, &text)
    }
}

fn policy(task: &Task) -> RequestPolicy {
    // Much longer than the server takes, also on a machine that is busy.
    let longest = if task.late { 6 * SLOW } else { Duration::from_millis(500) };
    RequestPolicy::default()
        .with_timeout(if task.late { SLOW / 2 } else { Duration::from_secs(5) })
        .with_backoff(Duration::from_millis(1), Duration::from_millis(8))
        .with_max_retry_after(Duration::ZERO)
        .with_max_execution_time(longest)
}

/// The bot, when the parent runs this binary once more; nothing otherwise.
#[tokio::test]
#[ignore = "it is what the other tests kill"]
async fn answer_every_message() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = Path::new(&folder);
    let task: Task = serde_json::from_slice(&fs::read(folder.join("task.json")).expect("a task")).expect("a task");
    let path = folder.join("memory.json");
    let text = fs::read_to_string(&path).expect("what was stored");
    let Memory { point, pending, .. } = serde_json::from_str(&text).expect("what was stored");
    let stored = Arc::new(Stored(Mutex::new(text)));
    let client = Client::new(&task.url).expect("a URL").with_policy(policy(&task));
    let client = client.with_polling(Polling::every(Duration::from_millis(5)));
    let chat = client.resume(point).on_renewal({
        let (stored, path) = (stored.clone(), path.clone());
        move |point| std::future::ready(stored.change(&path, |memory| memory.point = point))
    });
    let mut pending = pending;
    loop {
        if let Some(reply) = &mut pending {
            let outcome = loop {
                match chat.carry_out(reply).await {
                    Err(error) if error.is_retryable() => {}
                    // It is looked for again, unless what is reported as unknown is under test.
                    Err(CallError::OutcomeUnknown(_)) if !task.late => {}
                    outcome => break outcome,
                }
            };
            let point = chat.resume_point().await;
            let unknown = match outcome {
                Ok(_) => None,
                Err(CallError::OutcomeUnknown(_)) => Some(reply.text().to_owned()),
                Err(error) => panic!("{error}"),
            };
            pending = None;
            stored
                .change(&path, |memory| {
                    (memory.point, memory.pending) = (point, None);
                    memory.unknown.extend(unknown);
                })
                .expect("stored");
        }
        let update = match chat.next_update().await {
            Ok(Some(update)) => update,
            Ok(None) => return,
            Err(error) if error.is_retryable() => continue,
            Err(error) => panic!("{error}"),
        };
        let event = update.event().expect("every event can be read");
        if !update.is_own() && event.type_ == ChatEventType::Message {
            let text = event.text.clone().unwrap_or_default();
            let reply = match (task.labels, event.index) {
                // The texts are equal, and the labels tell them apart.
                (true, Some(index)) => OutgoingMessage::new("I see.").with_label(format!("reply-{index}")),
                _ => OutgoingMessage::new(format!("You say: {text}")),
            };
            pending = Some(chat.prepare(reply).await);
        }
        let point = chat.resume_point().await;
        let value = serde_json::to_value(&pending).expect("it can be stored");
        let prepared = serde_json::from_value(value).expect("it can be read");
        stored.change(&path, |memory| (memory.point, memory.pending) = (point, prepared)).expect("stored");
    }
}

/// A bot, which is gone when the test is, however that ends.
struct Bot(Child);

impl Bot {
    fn kill(mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("gone");
    }

    fn is_gone(&mut self) -> bool {
        self.0.try_wait().expect("a process").is_some()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(folder: &Path) -> Bot {
    let test = std::env::current_exe().expect("this program");
    let mut bot = Command::new(test);
    bot.args(["--exact", "bot::answer_every_message", "--ignored", "--nocapture"]).env(FOLDER, folder);
    Bot(bot.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts"))
}

fn random(seed: u64, number: u64, below: u64) -> u64 {
    // SplitMix64.
    let mut mixed = (seed << 32 | number).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % below
}

/// What became of one bot.
struct Lived {
    once: u64,
    unknown: u64,
    renewed: u64,
}

async fn live(seed: u64, late: bool) -> Lived {
    let folder = tempfile::tempdir().expect("a folder");
    let emulator = Emulator::builder().seed(seed).script(Script::empty()).delay(SLOW).start().await.expect("it starts");
    let chat = Client::new(&emulator.genesys_url()).expect("a URL").request_chat(&params("Bot")).await.expect("a chat");
    let labels = seed.is_multiple_of(2);
    let task = Task { url: emulator.genesys_url(), labels, late };
    write(&folder.path().join("task.json"), &serde_json::to_string(&task).expect("JSON")).expect("written");
    let memory = Memory { point: chat.resume_point().await, pending: None, unknown: Vec::new() };
    let path = folder.path().join("memory.json");
    write(&path, &serde_json::to_string(&memory).expect("JSON")).expect("written");
    let customer = emulator.join(chat.id(), "Ann", ParticipantType::Agent).await.expect("joined");
    emulator.faults().share(Fault::RenewedCredentials, 0.5);
    for fault in Fault::ALL {
        let share = match fault {
            Fault::RenewedCredentials => continue,
            Fault::Late if late => 0.2,
            Fault::Late => 0.0,
            // It answers when the bot has given up, which is what the other is for.
            Fault::Slow if late => 0.0,
            _ => 0.03,
        };
        emulator.faults().share(*fault, share);
    }
    let mut said = 0;
    for kill in 0..KILLS {
        let bot = start(folder.path());
        if said < MESSAGES && random(seed, kill, 3) < 2 {
            // Some say the same as others.
            let text = format!("text {}", said / 2);
            emulator.say(chat.id(), customer, text).await.expect("said");
            said += 1;
        }
        tokio::time::sleep(Duration::from_millis(20 + random(seed, 100 + kill, if late { 400 } else { 100 }))).await;
        bot.kill();
    }
    emulator.say(chat.id(), customer, "the last text").await.expect("said");
    said += 1;
    let mut bot = start(folder.path());
    let begin = Instant::now();
    let memory = loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let memory: Memory = serde_json::from_slice(&fs::read(&path).expect("stored")).expect("stored");
        let replies = replies(&emulator, &chat).await.values().sum::<u64>();
        let is_done = memory.pending.is_none() && replies + memory.unknown.len() as u64 >= said;
        if is_done || begin.elapsed() > Duration::from_secs(30) || bot.is_gone() {
            break memory;
        }
    };
    // What is late is there by then.
    tokio::time::sleep(if late { 2 * SLOW } else { Duration::ZERO }).await;
    let lived = !bot.is_gone();
    bot.kill();
    assert!(lived, "seed {seed}: the session was lost, or the bot failed");

    let mut replies = replies(&emulator, &chat).await;
    let sent: u64 = replies.values().sum();
    let unknown = memory.unknown.len() as u64;
    if labels {
        assert!(replies.values().all(|count| *count == 1), "seed {seed}: answered twice: {replies:?}");
        assert!(sent <= said && sent + unknown >= said, "seed {seed}: {sent} of {said}, {unknown} unknown");
    } else {
        let mut asked: BTreeMap<String, u64> = BTreeMap::new();
        for number in 0..said - 1 {
            *asked.entry(format!("You say: text {}", number / 2)).or_default() += 1;
        }
        asked.insert("You say: the last text".to_owned(), 1);
        for text in &memory.unknown {
            let (asked, sent) = (asked[text], replies.entry(text.clone()).or_default());
            *sent = (*sent).max(asked.min(*sent + 1));
        }
        if late {
            for (text, count) in &replies {
                assert!(*count <= asked[text], "seed {seed}: answered twice: {replies:?} to {asked:?}");
            }
        } else {
            assert_eq!(replies, asked, "seed {seed}");
        }
    }
    if !late {
        assert_eq!(unknown, 0, "seed {seed}");
    }
    let renewed = emulator.faults().injected().get(&Fault::RenewedCredentials).copied().unwrap_or_default();
    Lived { once: sent, unknown, renewed }
}

/// What the bot said, and how often: by its label, or else by its text.
async fn replies(emulator: &Emulator, chat: &genesys_chat_client::Chat) -> BTreeMap<String, u64> {
    let events = emulator.chat_events(chat.id()).await.expect("the store").expect("the chat");
    let mut replies = BTreeMap::new();
    for event in events {
        if event.type_ == ChatEventType::Message && event.from.type_ == ParticipantType::Client {
            let key = event.message_type.or(event.text).unwrap_or_default();
            *replies.entry(key).or_default() += 1;
        }
    }
    replies
}

async fn live_all(late: bool) -> Lived {
    let seeds = stream::iter(0..seeds()).map(|seed| async move {
        tokio::spawn(live(seed, late)).await.unwrap_or_else(|error| panic!("seed {seed}: {error}"))
    });
    let none = Lived { once: 0, unknown: 0, renewed: 0 };
    let all = seeds.buffer_unordered(8).fold(none, |all, one| async move {
        let (once, unknown) = (all.once + one.once, all.unknown + one.unknown);
        Lived { once, unknown, renewed: all.renewed + one.renewed }
    });
    let all = all.await;
    println!("{} replies, {} unknown, {} renewals", all.once, all.unknown, all.renewed);
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_is_killed_answers_each_message_once() {
    let all = live_all(false).await;
    assert!(all.once > 5 * seeds() && all.renewed > 20 * seeds(), "{} {}", all.once, all.renewed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_whose_server_is_late_answers_none_twice() {
    let all = live_all(true).await;
    assert!(all.once > 3 * seeds(), "{}", all.once);
}
