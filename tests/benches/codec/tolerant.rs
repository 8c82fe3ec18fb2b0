//! What one writes by hand with care: an enum keeps what it does not know, unknown fields are kept, null is not absent.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};
use serde_json::{Map, Value};

#[derive(Deserialize, Serialize)]
pub(crate) struct MessagesList {
    data: Vec<Message>,
    has_more: bool,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Deserialize, Serialize)]
struct Message {
    id: String,
    object: Open<Object>,
    content: String,
    created_at: i64,
    depth: i64,
    interaction_id: String,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    parent_id: Option<Option<String>>,
    sent_by: Open<SentBy>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetMessagesAnswer {
    status_code: i64,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    messages: Option<Vec<ChatEvent>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    alias: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    secure_key: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    user_id: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    tenant_name: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    chat_ended: Option<bool>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct ChatEvent {
    from: Participant,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    index: Option<i64>,
    #[serde(rename = "type")]
    kind: Open<ChatEventType>,
    utc_time: i64,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    message_type: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    user_data: Option<BTreeMap<String, String>>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Participant {
    nickname: String,
    participant_id: i64,
    #[serde(rename = "type")]
    kind: Open<ParticipantType>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

enum Open<E> {
    Known(E),
    Unknown(String),
}

trait Known: Copy + 'static {
    const ALL: &'static [(&'static str, Self)];
}

macro_rules! known {
    ($name:ident: $($variant:ident = $text:literal),+) => {
        #[derive(Clone, Copy, PartialEq)]
        enum $name { $($variant),+ }
        impl Known for $name {
            const ALL: &'static [(&'static str, Self)] = &[$(($text, Self::$variant)),+];
        }
    };
}

known!(Object: Message = "message");
known!(SentBy: User = "user", Agent = "agent");
known!(ParticipantType: Client = "Client", External = "External", Agent = "Agent", Supervisor = "Supervisor");
known!(ChatEventType: ParticipantJoined = "ParticipantJoined", ParticipantLeft = "ParticipantLeft", Message = "Message",
    TypingStarted = "TypingStarted", TypingStopped = "TypingStopped", Notice = "Notice");

impl<'de, E: Known> Deserialize<'de> for Open<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<E>(std::marker::PhantomData<E>);
        impl<E: Known> Visitor<'_> for Text<E> {
            type Value = Open<E>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<X: Error>(self, text: &str) -> Result<Open<E>, X> {
                let known = E::ALL.iter().find(|(known, _)| *known == text);
                Ok(known.map_or_else(|| Open::Unknown(text.to_owned()), |(_, value)| Open::Known(*value)))
            }
        }
        deserializer.deserialize_str(Text(std::marker::PhantomData))
    }
}

impl<E: Known + PartialEq> Serialize for Open<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self {
            Self::Unknown(text) => text,
            Self::Known(value) => E::ALL.iter().find(|(_, known)| known == value).map(|(text, _)| *text).unwrap_or(""),
        };
        serializer.serialize_str(text)
    }
}
