//! `kill -9` in the middle of writing: what was acknowledged is there, and what is there is sound.

use std::{
    collections::{HashMap, HashSet},
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use conversation_core::{Completeness, Forest, Verdict};
use conversation_emulator::{Emulator, Script};
use futures_util::future::join_all;
use genesys_chat_types::{ChatEventType, ChatId, ParticipantType, RequestChatParams, TenantName};
use proficient_client::{Auth, Client, Reconcile, RequestPolicy};
use proficient_types::{
    AgentId, Interaction, InteractionCreateParams, Message, MessageCreateParams, SentBy, UserExternalId,
};

/// How often the server is killed.
const ROUNDS: u64 = 50;

/// How much is written at the most before it is.
const WRITES: usize = 200;

/// Who writes at the same time.
const WRITERS: usize = 8;

/// Says to the process that it is the server, and which file is its store.
const STORE: &str = "CONVERSATION_TEST_STORE";

/// The server, when the parent runs this binary once more; nothing otherwise.
#[test]
#[ignore = "it is what the other test kills"]
fn serve() {
    let Some(store) = std::env::var_os(STORE) else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let emulator = start(Path::new(&store)).await;
        let keys = emulator.keys();
        let key = keys.publishable_key().expose();
        println!("SERVING {} {} {}", emulator.proficient_url(), key, emulator.agent_id());
        std::future::pending::<()>().await;
    });
}

async fn start(store: &Path) -> Emulator {
    Emulator::builder().data(store).script(Script::empty()).start().await.expect("the store is good")
}

/// A server in a process of its own.
struct Server {
    process: Child,
    url: String,
    key: String,
    agent: AgentId,
}

impl Server {
    fn start(store: &Path) -> Self {
        let mut process = Command::new(std::env::current_exe().expect("this test"))
            .args(["--ignored", "--exact", "kill::serve", "--nocapture"])
            .env(STORE, store)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it can be run");
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        let line = loop {
            let line = lines.next().expect("it begins").expect("text");
            if let Some((_, said)) = line.split_once("SERVING ") {
                break said.to_owned();
            }
        };
        let mut words = line.split(' ').map(str::to_owned);
        let mut word = || words.next().expect("three words");
        let (url, key, agent) = (word(), word(), AgentId::new(word()));
        Self { process, url, key, agent }
    }

    /// SIGKILL: it has no time for anything.
    fn kill(mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it ends");
    }
}

/// Numbers that follow from a seed.
fn below(state: &mut u64, bound: usize) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    ((mixed ^ (mixed >> 29)) % bound as u64) as usize
}

/// What was acknowledged in one round.
#[derive(Default)]
struct Acknowledged {
    messages: Mutex<Vec<Message>>,
    texts: Mutex<Vec<String>>,
    writes: AtomicUsize,
    is_killed: AtomicBool,
}

/// What one round wrote, with all that was acknowledged of it.
struct Round {
    interaction: Interaction,
    messages: Vec<Message>,
    chat: ChatId,
    texts: Vec<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_kill_9_and_the_trees_are_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store.db");
    let mut rounds: Vec<Round> = Vec::new();
    let mut cut = 0;
    for seed in 0..ROUNDS {
        let (round, was_cut) = write_and_kill(seed, &store).await;
        cut += usize::from(was_cut);
        rounds.push(round);
        // The last round is looked at right away, and all of them at the end.
        let from = if seed + 1 == ROUNDS { 0 } else { rounds.len() - 1 };
        let emulator = start(&store).await;
        for round in &rounds[from..] {
            check(seed, &emulator, round).await;
        }
        emulator.stop().await;
    }
    let ids: HashSet<_> = rounds.iter().flat_map(|round| &round.messages).map(|message| &message.id).collect();
    let all: usize = rounds.iter().map(|round| round.messages.len()).sum();
    assert_eq!(ids.len(), all, "an id came twice");
    println!("{all} messages acknowledged, {cut} of {ROUNDS} rounds cut in the middle of a request");
    assert!(all > ROUNDS as usize * 20 && cut > ROUNDS as usize / 2, "{all} acknowledged, {cut} cut");
}

/// Writes until the server is killed. Whether a request was under way then.
async fn write_and_kill(seed: u64, store: &Path) -> (Round, bool) {
    let server = Server::start(store);
    let auth = Auth::publishable(&server.key, &UserExternalId::new("ann")).expect("a key");
    let policy = RequestPolicy::once().with_timeout(Duration::from_secs(10));
    let client =
        Client::new(&server.url, auth).expect("a URL").with_policy(policy.clone()).with_reconcile(Reconcile::Never);
    let chats = genesys_chat_client::Client::new(&format!("{}/webapi", server.url)).expect("a URL").with_policy(policy);
    let mut params = RequestChatParams::new(TenantName::new("Environment"));
    params.nickname = Some("Ann".into());
    let chat = chats.request_chat(&params).await.expect("a chat");
    let begun = client.interactions().create(&InteractionCreateParams::new(server.agent.clone())).await;
    let interaction = begun.expect("an interaction").interaction;

    let acknowledged = Arc::new(Acknowledged::default());
    let mut random = seed;
    let kill_after = 1 + below(&mut random, WRITES - WRITERS);
    let speaker = {
        let (acknowledged, chat) = (acknowledged.clone(), chat.clone());
        tokio::spawn(async move {
            for number in 0.. {
                let text = format!("text {number}");
                if acknowledged.is_killed.load(Ordering::SeqCst) || chat.send(&text).await.is_err() {
                    return true;
                }
                acknowledged.texts.lock().expect("no panic").push(text);
                acknowledged.writes.fetch_add(1, Ordering::SeqCst);
            }
            false
        })
    };
    let writers = (1..WRITERS as u64).map(|writer| {
        let (acknowledged, client, interaction) = (acknowledged.clone(), client.clone(), interaction.clone());
        tokio::spawn(write(seed * 100 + writer, client, interaction, acknowledged))
    });
    let writers: Vec<_> = writers.collect();
    while acknowledged.writes.load(Ordering::SeqCst) < kill_after {
        tokio::task::yield_now().await;
    }
    server.kill();
    acknowledged.is_killed.store(true, Ordering::SeqCst);
    let failed = join_all(writers).await.into_iter().any(|failed| failed.expect("no panic"));
    let failed = speaker.await.expect("no panic") || failed;
    let messages = std::mem::take(&mut *acknowledged.messages.lock().expect("no panic"));
    let texts = std::mem::take(&mut *acknowledged.texts.lock().expect("no panic"));
    (Round { interaction, messages, chat: chat.id().clone(), texts }, failed)
}

/// Sends below what was acknowledged, and asks for replies to it, until the server is gone.
async fn write(mut random: u64, client: Client, interaction: Interaction, acknowledged: Arc<Acknowledged>) -> bool {
    loop {
        if acknowledged.is_killed.load(Ordering::SeqCst) {
            return false;
        }
        let parent = {
            let known = acknowledged.messages.lock().expect("no panic");
            if known.is_empty() { None } else { Some(known[below(&mut random, known.len())].clone()) }
        };
        let written = match parent {
            Some(question) if question.sent_by == SentBy::User && below(&mut random, 4) == 0 => {
                client.messages().ask(&question.interaction_id, &question.id).await
            }
            parent => {
                let text = format!("text {}", below(&mut random, 1000));
                let mut params = MessageCreateParams::new(interaction.id.clone(), text);
                if let Some(parent) = parent {
                    params.parent_id = parent.id.into();
                }
                client.messages().create(&params).await
            }
        };
        let Ok(message) = written else { return true };
        acknowledged.messages.lock().expect("no panic").push(message);
        acknowledged.writes.fetch_add(1, Ordering::SeqCst);
    }
}

async fn check(seed: u64, emulator: &Emulator, round: &Round) {
    let stored = emulator.messages(&round.interaction.id).await.expect("the store");
    let by_id: HashMap<_, _> = stored.iter().map(|message| (&message.id, message)).collect();
    assert_eq!(by_id.len(), stored.len(), "round {seed}: an id is there twice");
    for message in &round.messages {
        assert_eq!(by_id.get(&message.id), Some(&message), "round {seed}: it was acknowledged");
    }
    let interactions = emulator.interactions().await.expect("the store");
    let interaction = interactions.iter().find(|one| one.id == round.interaction.id).expect("it was acknowledged");
    let (forest, defects) = Forest::build(stored);
    assert!(defects.is_empty(), "round {seed}: {defects:?}");
    let completeness = Completeness::of_forest(&forest, Some(interaction));
    assert_eq!(completeness.verdict(), Verdict::Complete, "round {seed}: {completeness}");

    let events = emulator.chat_events(&round.chat).await.expect("the store").expect("it was acknowledged");
    for (number, event) in events.iter().enumerate() {
        assert_eq!(event.index, Some(number as i64 + 1), "round {seed}");
    }
    let own = events.iter().filter(|event| event.from.type_ == ParticipantType::Client);
    let said = own.filter(|event| event.type_ == ChatEventType::Message).filter_map(|event| event.text.as_ref());
    let said: Vec<_> = said.collect();
    // In their order; the last may have been said without an answer.
    assert!(said.len() <= round.texts.len() + 1 && said.iter().zip(&round.texts).all(|(said, text)| *said == text));
    assert!(said.len() >= round.texts.len(), "round {seed}: it was acknowledged");
}
