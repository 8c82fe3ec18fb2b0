//! How fast the generated types decode and encode, beside structs written by hand and `serde_json::Value`.
//!
//! Run with `cargo bench -p conversation-tests --bench codec`. Each round times every subject once, in turn, so that a
//! busy moment of the machine falls on all of them; what is printed is the median of the rounds. The machine's speed
//! cancels out in the ratios, which is what the budget is about.

mod hand_written;
mod tolerant;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

const ITEMS: usize = 1_000;
const ROUNDS: usize = 41;
/// Each timing goes on for at least this long.
const AT_LEAST: Duration = Duration::from_millis(12);

/// A kind of type that can hold the document.
struct Subject {
    name: &'static str,
    decode: fn(&[u8]),
    encode: Box<dyn Fn()>,
}

impl Subject {
    fn of<T: DeserializeOwned + Serialize + 'static>(name: &'static str, document: &[u8]) -> Self {
        let value: T = serde_json::from_slice(document).expect("the document decodes");
        Self {
            name,
            decode: |json| {
                black_box(serde_json::from_slice::<T>(json).expect("the document decodes"));
            },
            encode: Box::new(move || {
                black_box(serde_json::to_vec(&value).expect("the value encodes"));
            }),
        }
    }
}

/// A ratio that the design promises.
struct Budget {
    against: &'static str,
    at_least: f64,
}

const BUDGETS: &[Budget] = &[
    Budget { against: "by hand, as tolerant", at_least: 0.95 },
    Budget { against: "by hand, plain", at_least: 0.85 },
    Budget { against: "serde_json::Value", at_least: 1.8 },
];

fn main() {
    let page = page();
    report(
        "a page of 1,000 messages",
        page.len(),
        &page,
        &[
            Subject::of::<proficient_types::MessagesList>("generated", &page),
            Subject::of::<tolerant::MessagesList>("by hand, as tolerant", &page),
            Subject::of::<hand_written::MessagesList>("by hand, plain", &page),
            Subject::of::<Value>("serde_json::Value", &page),
        ],
        true,
    );
    let transcript = transcript();
    report(
        "a transcript of 1,000 events",
        transcript.len(),
        &transcript,
        &[
            Subject::of::<genesys_chat_types::GetMessagesAnswer>("generated", &transcript),
            Subject::of::<tolerant::GetMessagesAnswer>("by hand, as tolerant", &transcript),
            Subject::of::<hand_written::GetMessagesAnswer>("by hand, plain", &transcript),
            Subject::of::<Value>("serde_json::Value", &transcript),
        ],
        false,
    );
}

fn report(what: &str, bytes: usize, document: &[u8], subjects: &[Subject], budgeted: bool) {
    let decode = medians(subjects, |subject| (subject.decode)(document));
    let encode = medians(subjects, |subject| (subject.encode)());
    println!("\n{what}, {bytes} bytes; median of {ROUNDS} rounds");
    println!("  {:<22}{:>14}{:>14}{:>20}", "", "decode MB/s", "encode MB/s", "generated decodes");
    let speed = |time: f64| bytes as f64 / time / 1e6;
    let (Some(own_decode), Some(_)) = (decode.first(), encode.first()) else { return };
    for ((subject, decode), encode) in subjects.iter().zip(&decode).zip(&encode) {
        let ratio = decode / own_decode;
        let budget = BUDGETS.iter().find(|budget| budget.against == subject.name).filter(|_| budgeted);
        let verdict = match budget {
            Some(budget) if ratio >= budget.at_least => format!("  budget {:.2} kept", budget.at_least),
            Some(budget) => format!("  budget {:.2} MISSED", budget.at_least),
            None => String::new(),
        };
        let times = format!("{ratio:.2} ×");
        println!("  {:<22}{:>14.0}{:>14.0}{:>20}{verdict}", subject.name, speed(*decode), speed(*encode), times);
    }
}

/// Seconds a run of each subject, the median of the rounds.
fn medians(subjects: &[Subject], run: impl Fn(&Subject)) -> Vec<f64> {
    let mut rounds = vec![Vec::with_capacity(ROUNDS); subjects.len()];
    for round in 0..ROUNDS {
        for turn in 0..subjects.len() {
            // Each subject runs behind each other one, so that none always finds the cache warm.
            let index = (turn + round) % subjects.len();
            let start = Instant::now();
            let mut runs = 0_u32;
            while start.elapsed() < AT_LEAST {
                run(&subjects[index]);
                runs += 1;
            }
            rounds[index].push(start.elapsed().as_secs_f64() / f64::from(runs));
        }
    }
    rounds
        .into_iter()
        .map(|mut times| {
            times.sort_by(f64::total_cmp);
            times[times.len() / 2]
        })
        .collect()
}

/// As the API sends it: ids of the documented length, texts of some sentences, children below parents.
fn page() -> Vec<u8> {
    let id = |index: usize| format!("msg_{index:048}");
    let text = "I cannot get into my account any more, and the letter you sent me says that it was closed. ";
    let messages: Vec<Value> = (0..ITEMS)
        .map(|index| {
            let mut message = json!({
                "id": id(index),
                "object": "message",
                "content": text.repeat(1 + index % 3),
                "created_at": 1_686_000_000_000_i64 + 1_000 * index as i64,
                "depth": index,
                "interaction_id": "int_53mfKtX0Da6zaJCp5bNnzxDaEg1xptWvQDr2",
                "sent_by": if index % 2 == 0 { "agent" } else { "user" },
            });
            if index > 0 {
                message["parent_id"] = id(index - 1).into();
            }
            message
        })
        .collect();
    serde_json::to_vec(&json!({"data": messages, "has_more": true})).expect("a page is JSON")
}

/// The published transcript's own events, again and again.
fn transcript() -> Vec<u8> {
    let seed = include_str!("../../fixtures/genesys/get-messages.response.json");
    let mut answer: Value = serde_json::from_str(seed).expect("the fixture is JSON");
    let events = answer["messages"].as_array().expect("a list of events").clone();
    let repeated = events.iter().cycle().take(ITEMS).zip(1_i64..).map(|(event, index)| {
        let mut event = event.clone();
        event["index"] = index.into();
        event
    });
    answer["messages"] = repeated.collect();
    serde_json::to_vec(&answer).expect("a transcript is JSON")
}
