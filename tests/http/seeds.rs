//! Seeds of mixed faults: what is read equals the store, or it is said what is missing; what is created is there once.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    future::Future,
    time::Duration,
};

use conversation_core::Verdict;
use conversation_emulator::{Emulator, Fault};
use conversation_http::{Error as CallError, RequestPolicy};
use futures_util::{StreamExt as _, stream};
use genesys_chat_client::Update;
use genesys_chat_types::{ChatEvent, ChatEventType, ParticipantType};
use proficient_client::{Client, Error};
use proficient_types::{Interaction, InteractionCreateParams, Message, PageLimit};

use crate::{customer, genesys, text_below};

/// How many seeds each law is tried with.
fn seeds() -> u64 {
    conversation_tests::effort::cases(200, 1000)
}

/// How many at a time: they wait for one another's timeouts.
const AT_A_TIME: usize = 16;

const SLOW: Duration = Duration::from_millis(700);

fn policy() -> RequestPolicy {
    RequestPolicy::default()
        .with_timeout(Duration::from_millis(500))
        .with_backoff(Duration::from_millis(1), Duration::from_millis(8))
        .with_max_retry_after(Duration::ZERO)
}

/// Numbers that follow from a seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

/// An emulator with some of the faults, each for up to a tenth of the requests.
async fn emulator(seed: u64, random: &mut Random) -> Emulator {
    let mut builder = Emulator::builder().seed(seed).delay(SLOW);
    for fault in Fault::ALL {
        let most = if matches!(fault, Fault::Slow | Fault::Late) { 10 } else { 100 };
        if random.below(2) == 0 {
            builder = builder.fault(*fault, random.below(most) as f64 / 1000.0);
        }
    }
    builder.start().await.expect("it starts")
}

/// What came of all seeds together, so that a law that holds because nothing happens is found out.
#[derive(Default)]
struct Tally(BTreeMap<&'static str, u64>);

impl Tally {
    fn count(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }

    fn add(mut self, other: Self) -> Self {
        for (what, count) in other.0 {
            *self.0.entry(what).or_default() += count;
        }
        self
    }

    fn of(&self, what: &str) -> u64 {
        self.0.get(what).copied().unwrap_or_default()
    }
}

async fn every_seed<F: Future<Output = Tally> + Send + 'static>(law: fn(u64) -> F) -> Tally {
    let seeds = stream::iter(0..self::seeds()).map(|seed| async move {
        let tried = tokio::spawn(tokio::time::timeout(Duration::from_secs(120), law(seed))).await;
        tried.unwrap_or_else(|error| panic!("seed {seed}: {error}")).unwrap_or_else(|_| panic!("seed {seed}: no end"))
    });
    let tally = seeds.buffer_unordered(AT_A_TIME).fold(Tally::default(), |all, one| async { all.add(one) }).await;
    println!("{:?}", tally.0);
    tally
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_created_and_asked_for_is_there_once_or_unknown() {
    let tally = every_seed(created).await;
    assert!(tally.of("created") > 5 * seeds() && tally.of("asked") > seeds(), "{:?}", tally.0);
    assert!(tally.of("unknown") > 0 && tally.of("complete") > seeds() / 2, "{:?}", tally.0);
}

async fn created(seed: u64) -> Tally {
    let mut tally = Tally::default();
    let mut random = Random(seed);
    let emulator = emulator(seed, &mut random).await;
    let client = customer(&emulator).with_policy(policy());
    let Some(begun) = begin(seed, &client, &emulator, &mut tally).await else { return tally };
    let mut known: Vec<Message> = Vec::new();
    let mut unknown = 0;
    for number in 0..10 {
        let parent = (!known.is_empty()).then(|| known[random.below(known.len())].clone());
        let asks = parent.as_ref().filter(|parent| parent.sent_by == "user" && random.below(3) == 0);
        let created = match asks {
            Some(question) => client.messages().ask(&question.interaction_id, &question.id).await,
            None => {
                // Some are equal to others in everything.
                let text = format!("text {}", number / 2);
                client.messages().create(&text_below(&begun, parent.as_ref().map(|parent| &parent.id), &text)).await
            }
        };
        match created {
            Ok(message) => {
                tally.count(if asks.is_some() { "asked" } else { "created" });
                assert!(!known.iter().any(|known| known.id == message.id), "seed {seed}: the same twice");
                assert_eq!(message.parent_id.value(), parent.as_ref().map(|parent| &parent.id), "seed {seed}");
                known.push(message);
            }
            Err(Error::OutcomeUnknown(_)) => {
                tally.count("unknown");
                unknown += 1;
            }
            Err(_) => tally.count("not created"),
        }
    }
    // Those that are late are in the list by then.
    if unknown > 0 {
        tokio::time::sleep(2 * SLOW).await;
    }
    let stored = emulator.messages(&begun.id).await.expect("the store");
    for message in &known {
        assert!(stored.contains(message), "seed {seed}: {} is not in the store", message.id);
    }
    assert!(stored.len() <= known.len() + unknown, "seed {seed}: {} of {} and {unknown}", stored.len(), known.len());
    walked(seed, &client, &begun, &stored, &mut tally).await;
    tally
}

/// An interaction, however often it takes.
async fn begin(seed: u64, client: &Client, emulator: &Emulator, tally: &mut Tally) -> Option<Interaction> {
    let mut unknown = 0;
    for _ in 0..10 {
        match client.interactions().create(&InteractionCreateParams::new(emulator.agent_id().clone())).await {
            Ok(begun) => {
                let stored = emulator.interactions().await.expect("the store");
                assert!(stored.contains(&begun.interaction), "seed {seed}");
                assert!(stored.len() <= 1 + unknown, "seed {seed}: {} interactions", stored.len());
                return Some(begun.interaction);
            }
            Err(Error::OutcomeUnknown(_)) => unknown += 1,
            Err(_) => {}
        }
    }
    tally.count("no interaction");
    None
}

/// Walks to the end, or to what is said to be missing.
async fn walked(seed: u64, client: &Client, begun: &Interaction, stored: &[Message], tally: &mut Tally) {
    let limit = PageLimit::new(1 + (seed % 7) as i64).expect("within 1 and 100");
    let mut walk = client.messages().all(begun.id.clone()).with_limit(limit);
    let mut messages: HashMap<_, Message> = HashMap::new();
    let mut requests = 0;
    let failed = loop {
        requests += 1;
        assert!(requests < 100, "seed {seed}: it does not end");
        match walk.next_page().await {
            Ok(Some(page)) => {
                for message in page {
                    let before = messages.insert(message.id.clone(), message);
                    assert!(before.is_none(), "seed {seed}: a message came twice");
                }
            }
            Ok(None) => break false,
            Err(Error::Cursor(_)) => break true,
            Err(error) => assert!(error.is_retryable(), "seed {seed}: {error}"),
        }
    };
    for message in messages.values() {
        assert!(stored.contains(message), "seed {seed}: what came is not in the store");
    }
    let completeness = loop {
        match walk.fetch_completeness().await {
            Ok(completeness) => break completeness,
            Err(error) => assert!(error.is_retryable(), "seed {seed}: {error}"),
        }
    };
    match completeness.verdict() {
        Verdict::Complete => {
            assert!(!failed && messages.len() == stored.len(), "seed {seed}: complete, but {completeness}");
            tally.count("complete");
        }
        _ => {
            assert!(failed || messages.len() < stored.len(), "seed {seed}: all is there, but {completeness}");
            tally.count("cut");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chat_is_followed_to_its_end_and_hears_each_text_once() {
    let tally = every_seed(followed).await;
    assert!(tally.of("said") > 4 * seeds() && tally.of("complete") > seeds() / 2, "{:?}", tally.0);
    assert!(tally.of("unknown") > 0, "{:?}", tally.0);
}

async fn followed(seed: u64) -> Tally {
    let mut tally = Tally::default();
    let mut random = Random(seed);
    let emulator = emulator(seed, &mut random).await;
    let client = genesys::client(&emulator).with_policy(policy());
    let mut requested = None;
    for _ in 0..10 {
        match client.request_chat(&genesys::params("Ann")).await {
            Ok(chat) => {
                requested = Some(chat);
                break;
            }
            Err(CallError::OutcomeUnknown(_)) => tally.count("unknown chat"),
            Err(error) => assert!(error.is_retryable(), "seed {seed}: {error}"),
        }
    }
    let Some(chat) = requested else { return tally };
    let mut events: Vec<ChatEvent> = Vec::new();
    let mut unknown = HashSet::new();
    let mut said = HashSet::new();
    for number in 0..6 {
        let text = format!("text {number}");
        match chat.send(&text).await {
            Ok(_) => {
                tally.count("said");
                said.insert(text);
            }
            Err(CallError::OutcomeUnknown(_)) => {
                tally.count("unknown");
                unknown.insert(text);
            }
            Err(_) => tally.count("not said"),
        }
        if random.below(3) == 0
            && let Ok(updates) = chat.updates_so_far().await
        {
            take(seed, updates, &mut events);
        }
    }
    let has_ended = end(seed, &emulator, &chat).await;
    if !unknown.is_empty() {
        tokio::time::sleep(2 * SLOW).await;
    }
    let mut tries = 0;
    let failed = loop {
        tries += 1;
        assert!(tries < 1000, "seed {seed}: it does not end");
        match chat.next_update().await {
            Ok(Some(update)) => take(seed, vec![update], &mut events),
            Ok(None) => break false,
            Err(CallError::Cursor(_)) => break true,
            Err(error) => assert!(error.is_retryable(), "seed {seed}: {error}"),
        }
    };
    assert!(has_ended);
    let stored = emulator.chat_events(chat.id()).await.expect("the store").expect("the chat");
    let mut heard: HashMap<&str, u32> = HashMap::new();
    for event in stored.iter().filter(|event| event.from.type_ == ParticipantType::Client) {
        if event.type_ == ChatEventType::Message {
            *heard.entry(event.text.as_deref().unwrap_or_default()).or_default() += 1;
        }
    }
    for (text, count) in &heard {
        assert!(
            *count == 1 && (said.contains(*text) || unknown.contains(*text)),
            "seed {seed}: {text:?} {count} times"
        );
    }
    assert!(said.iter().all(|text| heard.contains_key(text.as_str())), "seed {seed}: {said:?} of {heard:?}");
    let completeness = chat.completeness().await;
    events.sort_by_key(|event| event.index);
    match completeness.verdict() {
        Verdict::Complete => {
            assert!(!failed && events == stored, "seed {seed}: complete, but {} of {}", events.len(), stored.len());
            tally.count("complete");
        }
        _ => {
            assert!(failed || events.len() < stored.len(), "seed {seed}: all is there, but {completeness}");
            tally.count("cut");
        }
    }
    tally
}

fn take(seed: u64, updates: Vec<Update>, events: &mut Vec<ChatEvent>) {
    for update in updates {
        let Update::New { event, .. } = update else { panic!("seed {seed}: an event changed") };
        assert!(!events.contains(&event), "seed {seed}: an event came twice");
        events.push(event);
    }
}

async fn end(seed: u64, emulator: &Emulator, chat: &genesys_chat_client::Chat) -> bool {
    for _ in 0..10 {
        match chat.complete().await {
            Ok(()) => return true,
            Err(error) => assert!(error.is_retryable() || error.may_have_happened(), "seed {seed}: {error}"),
        }
    }
    emulator.end(chat.id()).await.is_ok()
}
