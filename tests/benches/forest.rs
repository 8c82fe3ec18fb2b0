//! How long it takes to rebuild an interaction's tree, and what it costs in memory beyond the messages.
//!
//! Run with `cargo bench -p conversation-tests --bench forest`. Each shape is rebuilt from messages in a scrambled order:
//! one chain, one fan, one random recursive tree. Beside it the naive way, as far as it can go: find the parent, add the
//! message to its children, sort them.

use std::{
    collections::HashMap,
    hint::black_box,
    time::{Duration, Instant},
};

use conversation_core::{Branch, Forest};
use peak_alloc::PeakAlloc;
use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
const BUDGET_BYTES: f64 = 64.0;
const BUDGET_TIME: Duration = Duration::from_secs(1);
const BUDGET_GROWTH: f64 = 3.0;
/// The naive way is not tried beyond what it does in about this time.
const PATIENCE: Duration = Duration::from_secs(3);

/// A way in which messages hang together: the parent of each but the first.
type Shape = (&'static str, fn(u32) -> u32);

const SHAPES: [Shape; 3] = [
    ("chain", |number| number - 1),
    ("fan", |_| 0),
    ("random", |number| (mix(number.into()) % u64::from(number)) as u32),
];

fn main() {
    println!("size of a message: {} bytes, and its texts", size_of::<Message>());
    println!(
        "{:<8}{:>10}{:>12}{:>12}{:>16}{:>14}{:>14}{:>12}",
        "shape", "messages", "build, ms", "ns/message", "bytes/message", "one by one, ms", "naive, ms", "thread, ms"
    );
    for (name, parent) in SHAPES {
        let mut per_message = Vec::new();
        let mut patient = true;
        for size in SIZES {
            let messages = messages(size, parent);
            let (time, bytes) = build(&messages);
            let inserted = one_by_one(&messages);
            let naive = patient.then(|| naive(&messages)).flatten();
            patient = naive.is_some_and(|naive| naive * 15 < PATIENCE);
            let thread = thread(messages);
            let nanoseconds = time.as_nanos() as f64 / f64::from(size);
            per_message.push(nanoseconds);
            let naive = naive.map_or("too long".into(), |naive| format!("{:.1}", naive.as_secs_f64() * 1e3));
            println!(
                "{name:<8}{size:>10}{:>12.1}{nanoseconds:>12.0}{bytes:>16.1}{:>14.1}{naive:>14}{:>12.1}",
                time.as_secs_f64() * 1e3,
                inserted.as_secs_f64() * 1e3,
                thread.as_secs_f64() * 1e3,
            );
            if size == 1_000_000 {
                let growth = nanoseconds / per_message[1];
                println!(
                    "{:<8}time {}, memory {}, ns/message {growth:.2} × that of 10,000 {}",
                    "",
                    verdict(time <= BUDGET_TIME),
                    verdict(bytes <= BUDGET_BYTES),
                    verdict(growth <= BUDGET_GROWTH),
                );
            }
        }
    }
}

fn verdict(kept: bool) -> &'static str {
    if kept { "within budget" } else { "OVER BUDGET" }
}

/// The best of a few runs, and the most memory beyond the messages in any of them.
fn build(messages: &[Message]) -> (Duration, f64) {
    let mut best = Duration::MAX;
    let mut most = 0;
    for _ in 0..5 {
        let messages = messages.to_vec();
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        let (forest, defects) = Forest::build(messages);
        best = best.min(start.elapsed());
        most = most.max(MEMORY.peak_usage() - before);
        assert!(defects.is_empty());
        black_box(forest);
    }
    (best, most as f64 / messages.len() as f64)
}

fn one_by_one(messages: &[Message]) -> Duration {
    let messages = messages.to_vec();
    let start = Instant::now();
    let mut forest = Forest::default();
    for message in messages {
        forest.insert(message);
    }
    let time = start.elapsed();
    black_box(forest);
    time
}

fn thread(messages: Vec<Message>) -> Duration {
    let (forest, _) = Forest::build(messages);
    let start = Instant::now();
    black_box(forest.thread(&Branch::Latest).len());
    start.elapsed()
}

/// What is commonly written: a map of children, sorted at each insert.
fn naive(messages: &[Message]) -> Option<Duration> {
    let start = Instant::now();
    let mut children: HashMap<Option<MessageId>, Vec<(Timestamp, MessageId)>> = HashMap::new();
    for message in messages {
        let siblings = children.entry(message.parent_id.value().cloned()).or_default();
        siblings.push((message.created_at, message.id.clone()));
        siblings.sort();
        if start.elapsed() > PATIENCE {
            return None;
        }
    }
    black_box(children);
    Some(start.elapsed())
}

/// `size` messages of the shape, scrambled.
fn messages(size: u32, parent: fn(u32) -> u32) -> Vec<Message> {
    let id = |number: u32| MessageId::new(format!("msg_{:016x}{number:032}", mix(number.into())));
    let mut depths = vec![0_i64; size as usize];
    for number in 1..size {
        depths[number as usize] = depths[parent(number) as usize] + 1;
    }
    let mut messages: Vec<Message> = (0..size)
        .map(|number| {
            let time = Timestamp::from_millis(1_686_000_000_000 + i64::from(number));
            let interaction = InteractionId::new("int_53mfKtX0Da6zaJCp5bNnzxDaEg1xptWvQDr2");
            let sent_by = if number % 2 == 0 { SentBy::Agent } else { SentBy::User };
            let mut message = Message::new(id(number), "…", time, depths[number as usize], interaction, sent_by);
            if number > 0 {
                message.parent_id = id(parent(number)).into();
            }
            message
        })
        .collect();
    messages.sort_by_cached_key(|message| mix(message.created_at.as_millis() as u64));
    messages
}

/// SplitMix64: numbers that look random and are the same in every run.
fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
