//! How fast a page of 1,000 messages decodes into wire types, beside what one would write by hand.
//!
//! `cargo bench -p conversation-wire` prints, in one run, megabytes a second for each, the median of interleaved
//! rounds, and the ratio to the hand-written types of the same tolerance. Without `--bench`, as under `cargo test`,
//! it runs each once.

use std::hint::black_box;
use std::time::{Duration, Instant};

use conversation_wire::{WireType, decode, decode_value};
use serde_json::{Value, json};

/// A message made of the parts of this crate.
mod wire {
    use conversation_wire::{Extra, Field, Timestamp, WireType, open_enum, string_id, tagged_union};
    use serde::{Deserialize, Serialize};

    string_id! {
        /// The id of a message.
        pub(crate) struct MessageId;
    }

    string_id! {
        /// The id of an interaction.
        pub(crate) struct InteractionId;
    }

    open_enum! {
        /// Who wrote a message.
        pub(crate) enum SentBy {
            /// The end user.
            User = "user",
            /// The AI agent.
            Agent = "agent",
        }
    }

    open_enum! {
        /// What an object is.
        pub(crate) enum MessageObject {
            /// A message.
            Message = "message",
        }
    }

    #[derive(Serialize, Deserialize)]
    pub(crate) struct Message {
        pub(crate) id: MessageId,
        pub(crate) object: MessageObject,
        pub(crate) interaction_id: InteractionId,
        #[serde(deserialize_with = "Option::deserialize")]
        pub(crate) parent_id: Option<MessageId>,
        pub(crate) sent_by: SentBy,
        pub(crate) content: String,
        pub(crate) depth: i64,
        pub(crate) created_at: Timestamp,
        #[serde(default, skip_serializing_if = "Field::is_absent")]
        pub(crate) edited_at: Field<Timestamp>,
        #[serde(default, deserialize_with = "conversation_wire::non_null", skip_serializing_if = "Option::is_none")]
        pub(crate) nickname: Option<String>,
        #[serde(flatten)]
        pub(crate) extra: Extra,
    }

    #[derive(Serialize, Deserialize)]
    pub(crate) struct MessagesList {
        pub(crate) data: Vec<Message>,
        pub(crate) has_more: bool,
        #[serde(flatten)]
        pub(crate) extra: Extra,
    }

    impl WireType for MessagesList {
        const NAME: &'static str = "MessagesList";
        const OPERATIONS: &'static [&'static str] = &["messages_list"];
    }

    #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub(crate) struct SendMessage {
        pub(crate) operation: String,
        pub(crate) text: String,
        pub(crate) user_id: String,
        pub(crate) at: Timestamp,
        #[serde(flatten)]
        pub(crate) extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub(crate) struct OtherOperation {
        pub(crate) operation: String,
        #[serde(flatten)]
        pub(crate) extra: Extra,
    }

    tagged_union! {
        /// What was asked.
        pub(crate) enum Operation by "operation" {
            /// Says something.
            Send(SendMessage) = "send";
            /// Anything else.
            Other(OtherOperation)
        }
    }
}

/// The same tolerance, as one would write it: a `String` for an id, an enum with a public `Unknown(String)`.
#[allow(dead_code, reason = "decoded, and never read")]
mod by_hand {
    use std::fmt;

    use serde::de::{Error, Visitor};
    use serde::{Deserialize, Deserializer};
    use serde_json::{Map, Value};

    macro_rules! by_hand {
        ($name:ident { $($variant:ident = $text:literal),+ }) => {
            pub(crate) enum $name { $($variant,)+ Unknown(String) }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct ByHand;
                    impl Visitor<'_> for ByHand {
                        type Value = $name;
                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str("a string")
                        }
                        fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                            Ok(match text { $($text => $name::$variant,)+ _ => $name::Unknown(text.to_owned()) })
                        }
                    }
                    deserializer.deserialize_str(ByHand)
                }
            }
        };
    }

    by_hand! { SentBy { User = "user", Agent = "agent" } }
    by_hand! { MessageObject { Message = "message" } }

    #[derive(Deserialize)]
    pub(crate) struct MessageId(pub(crate) String);

    #[derive(Deserialize)]
    pub(crate) struct InteractionId(pub(crate) String);

    #[derive(Deserialize)]
    pub(crate) struct Timestamp(pub(crate) i64);

    #[derive(Deserialize)]
    pub(crate) struct Message {
        pub(crate) id: MessageId,
        pub(crate) object: MessageObject,
        pub(crate) interaction_id: InteractionId,
        #[serde(deserialize_with = "Option::deserialize")]
        pub(crate) parent_id: Option<MessageId>,
        pub(crate) sent_by: SentBy,
        pub(crate) content: String,
        pub(crate) depth: i64,
        pub(crate) created_at: Timestamp,
        #[serde(default, deserialize_with = "some")]
        pub(crate) edited_at: Option<Option<Timestamp>>,
        #[serde(default, deserialize_with = "some")]
        pub(crate) nickname: Option<String>,
        #[serde(flatten)]
        pub(crate) extra: Map<String, Value>,
    }

    fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        T::deserialize(deserializer).map(Some)
    }

    #[derive(Deserialize)]
    pub(crate) struct MessagesList {
        pub(crate) data: Vec<Message>,
        pub(crate) has_more: bool,
        #[serde(flatten)]
        pub(crate) extra: Map<String, Value>,
    }

    #[derive(Deserialize)]
    #[serde(tag = "operation")]
    pub(crate) enum Operation {
        #[serde(rename = "send")]
        Send(SendMessage),
    }

    #[derive(Deserialize)]
    pub(crate) struct SendMessage {
        pub(crate) text: String,
        pub(crate) user_id: String,
        pub(crate) at: i64,
        #[serde(flatten)]
        pub(crate) extra: Map<String, Value>,
    }
}

/// No tolerance at all: strings, and unknown properties dropped.
#[allow(dead_code, reason = "decoded, and never read")]
mod plain {
    use serde::Deserialize;

    #[derive(Deserialize)]
    pub(crate) struct Message {
        pub(crate) id: String,
        pub(crate) object: String,
        pub(crate) interaction_id: String,
        pub(crate) parent_id: Option<String>,
        pub(crate) sent_by: String,
        pub(crate) content: String,
        pub(crate) depth: i64,
        pub(crate) created_at: i64,
        pub(crate) edited_at: Option<i64>,
        pub(crate) nickname: Option<String>,
    }

    #[derive(Deserialize)]
    pub(crate) struct MessagesList {
        pub(crate) data: Vec<Message>,
        pub(crate) has_more: bool,
    }
}

fn page(unknown: bool) -> Value {
    let messages = (0..1000).map(|at| {
        let mut message = json!({
            "id": format!("msg_{at:024}"),
            "object": "message",
            "interaction_id": "int_000000000000000000000042",
            "parent_id": (at > 0).then(|| format!("msg_{:024}", at - 1)),
            "sent_by": if at % 2 == 0 { "user" } else { "agent" },
            "content": format!("Message {at}: {}", "the quick brown fox jumps over the lazy dog. ".repeat(2)),
            "depth": at,
            "created_at": 1_700_000_000_000_i64 + at * 1000,
            "edited_at": (at % 3 == 0).then_some(1_700_000_000_500_i64 + at * 1000),
        });
        if unknown {
            message["tone"] = json!("warm");
            message["tokens"] = json!({"in": at, "out": at * 2});
        }
        message
    });
    json!({"data": messages.collect::<Vec<_>>(), "has_more": false})
}

struct Round<'a> {
    name: &'static str,
    bytes: usize,
    run: Box<dyn Fn() + 'a>,
    times: Vec<Duration>,
}

fn main() {
    let rounds = if std::env::args().any(|argument| argument == "--bench") { 200 } else { 1 };

    let (known, unknown) = (page(false).to_string(), page(true).to_string());
    for (title, text) in [("page of 1,000 messages", &known), ("the same, two unknown properties each", &unknown)] {
        compare(
            rounds,
            title,
            &mut [
                round("hand-written, same tolerance", text, |text| from::<by_hand::MessagesList>(text).data.len()),
                round("wire types", text, |text| decode::<wire::MessagesList>(text).expect("a page").data.len()),
                round("hand-written, plain", text, |text| from::<plain::MessagesList>(text).data.len()),
                round("serde_json::Value", text, |text| from::<Value>(text)["data"].as_array().map_or(0, Vec::len)),
            ],
        );
    }

    let value = page(true);
    compare(
        rounds,
        "a page that is a Value already",
        &mut [
            round("serde_json::from_value of a copy", &unknown, |_| {
                serde_json::from_value::<wire::MessagesList>(value.clone()).expect("a page").data.len()
            }),
            round("decode_value of a copy", &unknown, |_| {
                decode_value::<wire::MessagesList>(value.clone()).expect("a page").data.len()
            }),
        ],
    );

    let send =
        json!({"operation": "send", "text": "the quick brown fox", "user_id": "u_1", "at": 1_700_000_000_000_i64});
    let sends = Value::from(vec![send; 1000]).to_string();
    compare(
        rounds,
        "1,000 operations of a tagged union",
        &mut [
            round("serde's own, without a last member", &sends, |text| from::<Vec<by_hand::Operation>>(text).len()),
            round("tagged_union!", &sends, |text| from::<Vec<wire::Operation>>(text).len()),
        ],
    );

    let mut wrong = page(false);
    wrong["data"][999]["created_at"] = "today".into();
    let wrong = wrong.to_string();
    compare(
        rounds,
        "a page whose last message is wrong",
        &mut [
            round("serde_json's error", &wrong, |text| {
                usize::from(serde_json::from_slice::<wire::MessagesList>(text).is_err())
            }),
            round("the error with its path", &wrong, |text| {
                decode::<wire::MessagesList>(text).err().map_or(0, |error| error.path().len())
            }),
        ],
    );

    assert_eq!(<wire::MessagesList as WireType>::NAME, "MessagesList");
}

fn from<T: serde::de::DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).expect("a document of the type")
}

fn round<'a>(name: &'static str, text: &'a str, run: impl Fn(&[u8]) -> usize + 'a) -> Round<'a> {
    let run = Box::new(move || {
        black_box(run(black_box(text.as_bytes())));
    });
    Round { name, bytes: text.len(), run, times: Vec::new() }
}

/// Runs all in turn, so that what disturbs the machine disturbs all of them; the first is what the others are
/// compared with.
fn compare(rounds: usize, title: &str, all: &mut [Round<'_>]) {
    let count = all.len();
    for turn in 0..rounds {
        // What ran before leaves its mark on caches and the heap: so the order changes, and a run goes untimed.
        let (behind, ahead) = all.split_at_mut(turn % count);
        for round in ahead.iter_mut().chain(behind) {
            (round.run)();
            let started = Instant::now();
            (round.run)();
            round.times.push(started.elapsed());
        }
    }
    println!("{title}, {} bytes", all.first().map_or(0, |round| round.bytes));
    let mut first = None;
    for round in all {
        round.times.sort_unstable();
        let median = round.times[round.times.len() / 2].as_secs_f64();
        let speed = round.bytes as f64 / median / 1e6;
        let ratio = speed / *first.get_or_insert(speed);
        println!("  {:<38} {speed:>7.1} MB/s  {ratio:>5.2}", round.name);
    }
}
