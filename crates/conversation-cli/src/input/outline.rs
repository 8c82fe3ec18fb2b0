//! A JSON value looked at from outside, to tell what it is before it is decoded.
//!
//! Only keys that are known, and the few values that tell kinds apart, are kept: the look at 50 MB costs no more memory
//! than the look at one line. What was seen before a syntax error remains seen.

use std::{collections::BTreeMap, fmt};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::source::is_space;

/// What the first value of a text looks like.
#[derive(Debug)]
pub(super) enum Outline {
    Object(Look),
    /// An array, by its first item; nothing when it has none.
    Array(Option<Item>),
}

/// The first item of an array.
#[derive(Debug)]
pub(super) enum Item {
    Object(Look),
    /// Anything else that JSON has, in words.
    Other(&'static str),
    /// What JSON has not.
    NotJson,
}

/// What was seen of a value; of an array, what was seen of its first item.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// The value, the first of its text, was read to its end.
    pub(super) whole: bool,
    /// The keys of an object that are known, with what was seen of those values that are worth a look.
    keys: BTreeMap<&'static str, Look>,
    /// The first keys of an object, known or not, for the one who wonders what it is.
    pub(super) names: Vec<String>,
    /// The value is this integer.
    pub(super) integer: Option<i64>,
    /// The value is this string, one of those that are known.
    pub(super) word: Option<&'static str>,
}

/// Every key that helps to tell what an object is.
pub(super) const KEYS: &[&str] = &[
    // A message of Proficient.
    "id",
    "object",
    "content",
    "created_at",
    "depth",
    "interaction_id",
    "parent_id",
    "sent_by",
    // Its pages, a new interaction, an error.
    "data",
    "has_more",
    "interaction",
    "messages",
    "error",
    // An event of Genesys.
    "from",
    "index",
    "type",
    "utcTime",
    "text",
    "messageType",
    "userData",
    "eventAttributes",
    // Its answers.
    "statusCode",
    "userId",
    "secureKey",
    "alias",
    "tenantName",
    "chatEnded",
    "errors",
    "chatId",
    "path",
    "state",
    "participants",
    // The neutral model.
    "source",
    "entries",
    "unreadable",
    // Requests of Genesys.
    "operationName",
    "transcriptPosition",
];

/// The known keys whose values are worth a look.
const LOOKED_INTO: &[&str] = &["object", "data", "messages", "statusCode"];

/// What Proficient writes into `object`.
const WORDS: &[&str] = &["message", "interaction", "agent", "agent_config", "user"];

/// How deep the look goes: an answer, its `data`, the first item, its `object`.
const LEVELS: u8 = 4;

/// How many keys are kept for the one who wonders, and the most bytes of each.
pub(super) const NAMES: usize = 4;
const MAX_NAME: usize = 24;

impl Look {
    /// Whether the object has the key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    /// The known keys that the object has.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.keys.keys().copied()
    }

    /// How many of the keys the object has.
    pub(super) fn count(&self, keys: &[&str]) -> usize {
        keys.iter().filter(|key| self.has(key)).count()
    }

    /// What was seen of the value of the key.
    pub(super) fn value(&self, key: &str) -> Option<&Look> {
        self.keys.get(key)
    }
}

/// Looks at the first value of `text`, which begins with `{` or `[`.
pub(super) fn outline(text: &str) -> Outline {
    let text = text.trim_start_matches(space);
    match text.strip_prefix('[').map(|inside| inside.trim_start_matches(space)) {
        None => Outline::Object(look(text)),
        Some(inside) => Outline::Array(match inside.as_bytes().first() {
            None | Some(b']') => None,
            Some(b'{') => Some(Item::Object(look(inside))),
            Some(b'[') => Some(Item::Other("an array")),
            Some(b'"') => Some(Item::Other("a string")),
            Some(b'-' | b'0'..=b'9') => Some(Item::Other("a number")),
            Some(b't' | b'f') => Some(Item::Other("a boolean")),
            Some(b'n') => Some(Item::Other("null")),
            Some(_) => Some(Item::NotJson),
        }),
    }
}

/// How many JSON values `bytes` are, one behind the other and nothing else; nothing when they are something else.
pub(super) fn values(bytes: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.try_fold(0, |count, value| value.ok().map(|_| count + 1))
}

/// Where the first JSON value of `bytes` ends; nothing when there is none, or nothing is behind it.
pub(super) fn first_end(bytes: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(bytes)
        .or_else(|error| std::str::from_utf8(bytes.get(..error.valid_up_to()).unwrap_or_default()));
    let mut values = serde_json::Deserializer::from_str(text.ok()?).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    let end = values.byte_offset();
    bytes.get(end..)?.iter().any(|byte| !is_space(*byte)).then_some(end)
}

fn space(character: char) -> bool {
    u8::try_from(character).is_ok_and(is_space)
}

fn look(text: &str) -> Look {
    let mut look = Look::default();
    let seed = Looking { into: &mut look, levels: LEVELS };
    // An error is for the decoding to report, which knows the path to it.
    look.whole = seed.deserialize(&mut serde_json::Deserializer::from_str(text)).is_ok();
    look
}

/// Writes down what it sees of a value.
struct Looking<'a> {
    into: &'a mut Look,
    /// How many levels, its own among them, are looked into.
    levels: u8,
}

impl<'de> DeserializeSeed<'de> for Looking<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Looking<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.into.integer = Some(number);
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.into.integer = i64::try_from(number).ok();
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.into.word = WORDS.iter().find(|word| **word == text).copied();
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.levels > 0 && items.next_element_seed(Looking { levels: self.levels - 1, into: self.into })?.is_none() {
            return Ok(());
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        if self.levels == 0 {
            while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        while let Some(key) = entries.next_key_seed(Key { names: &mut self.into.names })? {
            let value = key.map(|key| self.into.keys.entry(key).or_default());
            match value.filter(|_| key.is_some_and(|key| LOOKED_INTO.contains(&key))) {
                Some(value) => entries.next_value_seed(Looking { into: value, levels: self.levels - 1 })?,
                None => drop(entries.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// Reads a key, keeps its beginning among the names, and finds it among the known ones.
struct Key<'a> {
    names: &'a mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        if self.names.len() <= NAMES {
            self.names.push(crate::escape::start(key, MAX_NAME));
        }
        Ok(KEYS.iter().find(|known| **known == key).copied())
    }
}
