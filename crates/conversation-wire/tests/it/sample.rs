//! A type that is made of every part of the crate, at every depth, and documents of it.

use std::collections::BTreeMap;

use conversation_wire::{
    Extra, Field, Number, Timestamp, WireType, bounded, integer_id, open_enum, secret_string, string_id, tagged_union,
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

string_id! {
    /// The id of a message.
    pub(crate) struct MessageId;
}

integer_id! {
    /// The id of a participant.
    pub(crate) struct ParticipantId;
}

secret_string! {
    /// What proves that a chat is ours.
    pub(crate) struct SecureKey;
}

bounded! {
    /// How many messages a page has at most.
    pub(crate) struct PageLimit(i64);
    min 1;
    max 100;
    default 20;
}

bounded! {
    /// How sure the speaker is.
    pub(crate) struct Confidence(f64);
    min 0.0;
    max 1.0;
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

/// One message, the messages below it, and all a property can be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Message {
    pub id: MessageId,
    pub sent_by: SentBy,
    pub created_at: Timestamp,
    pub author: ParticipantId,
    #[serde(deserialize_with = "Option::deserialize")]
    pub edited_at: Option<Timestamp>,
    #[serde(default, deserialize_with = "conversation_wire::non_null", skip_serializing_if = "Option::is_none")]
    pub key: Option<SecureKey>,
    #[serde(default, deserialize_with = "conversation_wire::non_null", skip_serializing_if = "Option::is_none")]
    pub limit: Option<PageLimit>,
    #[serde(default, deserialize_with = "conversation_wire::non_null", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub score: Field<Number>,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub parent: Field<MessageId>,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub reply_to: Field<Box<Message>>,
    pub replies: Vec<Message>,
    pub by_name: BTreeMap<String, Message>,
    pub operations: Vec<Operation>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl WireType for Message {
    const NAME: &'static str = "Message";
    const OPERATIONS: &'static [&'static str] = &["message_get"];
}

/// A member that contains messages, and so unions again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Send {
    pub operation: SendOperation,
    pub message: Message,
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// The operation of a `Send`.
    pub(crate) enum SendOperation {
        /// Says something.
        Send = "send",
    }
}

/// A member with nothing but scalars.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Leave {
    pub operation: String,
    pub participant: ParticipantId,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The member for all else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct OtherOperation {
    pub operation: String,
    #[serde(flatten)]
    pub extra: Extra,
}

tagged_union! {
    /// What was done.
    pub(crate) enum Operation by "operation" {
        /// Says something.
        Send(Send) = "send",
        /// Goes away.
        Leave(Leave) = "leave";
        /// Anything else.
        Other(OtherOperation)
    }
}

impl WireType for Operation {
    const NAME: &'static str = "Operation";
    const OPERATIONS: &'static [&'static str] = &["operation_post", "operation_get"];
}

/// Keys as a map may have them, and how a path shows them.
pub(crate) const KEYS: [(&str, &str); 8] = [
    ("anna", ".anna"),
    ("0", ".0"),
    ("an na", r#"["an na"]"#),
    ("an.na", r#"["an.na"]"#),
    ("an\"na", r#"["an\"na"]"#),
    ("an\nna", r#"["an\nna"]"#),
    ("", r#"[""]"#),
    ("анна", r#"["анна"]"#),
];

/// Any JSON that serde_json reads and writes.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|properties| Value::Object(properties.into_iter().collect())),
        ]
    })
}

/// A document of a [`Message`].
pub(crate) fn message() -> impl Strategy<Value = Value> {
    let leaf = scalars()
        .prop_map(|scalars| with(scalars, [("replies", json!([])), ("by_name", json!({})), ("operations", json!([]))]));
    leaf.prop_recursive(3, 12, 3, |inner| {
        let by_name = proptest::collection::btree_map(
            proptest::sample::select(&KEYS[..]).prop_map(|key| key.0.to_owned()),
            inner.clone(),
            0..3,
        );
        (
            scalars(),
            proptest::collection::vec(inner.clone(), 0..3),
            by_name,
            proptest::collection::vec(operation(inner.clone()), 0..3),
            prop_oneof![Just(None), Just(Some(Value::Null)), inner.prop_map(Some)],
        )
            .prop_map(|(scalars, replies, by_name, operations, reply_to)| {
                let by_name = Value::Object(by_name.into_iter().collect());
                let nested = [("replies", replies.into()), ("by_name", by_name), ("operations", operations.into())];
                with(with(scalars, nested), reply_to.map(|message| ("reply_to", message)))
            })
    })
}

fn scalars() -> impl Strategy<Value = Value> {
    let optional = (
        proptest::option::of(any::<String>().prop_map(Value::from)),
        proptest::option::of((1..=100_i64).prop_map(Value::from)),
        proptest::option::of(prop_oneof![(0.0..=1.0_f64).prop_map(Value::from), (0..=1_i64).prop_map(Value::from)]),
        proptest::option::of(prop_oneof![
            Just(Value::Null),
            any::<f64>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
        ]),
        proptest::option::of(prop_oneof![Just(Value::Null), any::<String>().prop_map(Value::from)]),
    );
    let required = (
        any::<String>(),
        prop_oneof![Just("user".to_owned()), Just("agent".to_owned()), any::<String>()],
        any::<i64>(),
        any::<i64>(),
        any::<Option<i64>>(),
    );
    (required, optional, extra()).prop_map(|(required, optional, extra)| {
        let (id, sent_by, created_at, author, edited_at) = required;
        let (key, limit, confidence, score, parent) = optional;
        let message = json!({
            "id": id, "sent_by": sent_by, "created_at": created_at, "author": author, "edited_at": edited_at,
        });
        let optional =
            [("key", key), ("limit", limit), ("confidence", confidence), ("score", score), ("parent", parent)];
        let optional = optional.into_iter().filter_map(|(name, value)| Some((name, value?)));
        with(with(message, optional), extra.iter().map(|(name, value)| (name.as_str(), value.clone())))
    })
}

fn operation(message: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop_oneof![
        message.prop_map(|message| json!({"operation": "send", "message": message})),
        any::<i64>().prop_map(|participant| json!({"operation": "leave", "participant": participant})),
        ("[a-z]{6,8}", extra()).prop_map(|(operation, extra)| {
            with(json!({"operation": operation}), extra.iter().map(|(name, value)| (name.as_str(), value.clone())))
        }),
    ]
}

/// Properties that no type here knows: their names begin with an x.
fn extra() -> impl Strategy<Value = Map<String, Value>> {
    proptest::collection::btree_map("x.{0,6}", any_json(), 0..3).prop_map(|properties| properties.into_iter().collect())
}

fn with<'a>(mut object: Value, properties: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    for (name, value) in properties {
        object[name] = value;
    }
    object
}

/// A place in a document of a [`Message`], and a way to break it there.
#[derive(Clone, Debug)]
pub(crate) struct Break {
    /// The place as a JSON pointer's steps.
    pub steps: Vec<String>,
    /// The place as an error should show it.
    pub path: String,
    /// What to put there; none to take the property away.
    pub wrong: Option<Value>,
}

impl Break {
    /// The document, broken.
    pub(crate) fn apply(&self, mut document: Value) -> Value {
        let mut at = &mut document;
        let (last, outer) = self.steps.split_last().expect("a break is below the root");
        for step in outer {
            at = match at {
                Value::Array(items) => &mut items[step.parse::<usize>().expect("an index")],
                object => &mut object[step.as_str()],
            };
        }
        match (&self.wrong, at) {
            (Some(wrong), Value::Array(items)) => items[last.parse::<usize>().expect("an index")] = wrong.clone(),
            (Some(wrong), object) => object[last.as_str()] = wrong.clone(),
            (None, object) => drop(object.as_object_mut().expect("an object").remove(last)),
        }
        document
    }
}

/// All places at which a document of a [`Message`] can be broken.
pub(crate) fn breaks(message: &Value) -> Vec<Break> {
    let mut found = Vec::new();
    message_breaks(message, &Place::default(), &mut found);
    found
}

#[derive(Clone, Default)]
struct Place {
    steps: Vec<String>,
    path: String,
}

impl Place {
    fn key(&self, key: &str) -> Self {
        let shown = KEYS.iter().find(|known| known.0 == key).map_or(format!(".{key}"), |known| known.1.to_owned());
        let path = format!("{}{shown}", self.path);
        Self { steps: [&self.steps[..], &[key.to_owned()]].concat(), path: path.trim_start_matches('.').to_owned() }
    }

    fn index(&self, index: usize) -> Self {
        Self { steps: [&self.steps[..], &[index.to_string()]].concat(), path: format!("{}[{index}]", self.path) }
    }

    fn with(&self, wrong: Option<Value>) -> Break {
        Break { steps: self.steps.clone(), path: self.path.clone(), wrong }
    }
}

fn message_breaks(message: &Value, at: &Place, found: &mut Vec<Break>) {
    for name in ["id", "sent_by", "created_at", "author", "edited_at", "replies", "by_name", "operations"] {
        found.push(at.key(name).with(None));
        found.push(at.key(name).with(Some(json!(true))));
    }
    for name in ["id", "sent_by", "created_at", "author", "key", "limit", "confidence", "replies", "by_name"] {
        found.push(at.key(name).with(Some(Value::Null)));
    }
    found.push(at.key("limit").with(Some(json!(101))));
    found.push(at.key("confidence").with(Some(json!(-0.5))));
    found.push(at.key("score").with(Some(json!("1"))));
    found.push(at.key("parent").with(Some(json!({}))));
    found.push(at.key("edited_at").with(Some(json!("today"))));
    found.push(at.key("author").with(Some(json!(u64::MAX))));
    if let Some(reply_to) = message.get("reply_to").filter(|message| !message.is_null()) {
        message_breaks(reply_to, &at.key("reply_to"), found);
    }
    for (index, reply) in message["replies"].as_array().into_iter().flatten().enumerate() {
        found.push(at.key("replies").index(index).with(Some(json!("a reply"))));
        message_breaks(reply, &at.key("replies").index(index), found);
    }
    for (name, named) in message["by_name"].as_object().into_iter().flatten() {
        found.push(at.key("by_name").key(name).with(Some(json!([]))));
        message_breaks(named, &at.key("by_name").key(name), found);
    }
    for (index, operation) in message["operations"].as_array().into_iter().flatten().enumerate() {
        let at = at.key("operations").index(index);
        found.push(at.with(Some(Value::Null)));
        found.push(at.key("operation").with(None));
        found.push(at.key("operation").with(Some(json!(7))));
        match operation["operation"].as_str() {
            Some("send") => {
                found.push(at.key("message").with(None));
                message_breaks(&operation["message"], &at.key("message"), found);
            }
            Some("leave") => {
                found.push(at.key("participant").with(None));
                found.push(at.key("participant").with(Some(json!("2"))));
            }
            _ => {}
        }
    }
}
