//! A number that tells whether an event is still the same.

use genesys_chat_types::ChatEvent;
use serde_json::Value;

use crate::fnv::{OFFSET, fnv};

/// A digest of everything the event says: 53 bits, so that no JSON tool rounds it off.
///
/// It is stored with a cursor and read by later releases, so what it is made of never changes. It depends on the event
/// as a JSON value, not on the order of its properties. It is no defence against a server that looks for two events
/// with one digest: that server could have sent the other one in the first place.
pub(super) fn digest(event: &ChatEvent) -> u64 {
    let event = serde_json::to_value(event).unwrap_or_default();
    // A sum over the leaves, each with its path: their order does not matter, and nothing recurses.
    let mut sum = 0u64;
    let mut open = vec![(OFFSET, &event)];
    while let Some((path, value)) = open.pop() {
        let leaf = match value {
            Value::Object(members) if !members.is_empty() => {
                open.extend(members.iter().map(|(name, member)| (mix(fnv(path ^ 1, name.as_bytes())), member)));
                continue;
            }
            Value::Array(elements) if !elements.is_empty() => {
                let path = |number: u64| mix(fnv(path ^ 2, &number.to_le_bytes()));
                open.extend((0u64..).map(path).zip(elements));
                continue;
            }
            Value::Object(_) => fnv(path ^ 3, b"{}"),
            Value::Array(_) => fnv(path ^ 4, b"[]"),
            Value::Null => fnv(path ^ 5, b"null"),
            Value::Bool(value) => fnv(path ^ 6, &[u8::from(*value)]),
            Value::Number(number) => fnv(path ^ 7, number.to_string().as_bytes()),
            Value::String(text) => fnv(path ^ 8, text.as_bytes()),
        };
        sum = sum.wrapping_add(mix(leaf));
    }
    mix(sum) >> 11
}

/// The finish of SplitMix64, which spreads every bit over all of them.
fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(json: &str) -> ChatEvent {
        serde_json::from_str(json).unwrap()
    }

    const EVENT: &str = r#"{"from":{"nickname":"a","participantId":1,"type":"Client"},"index":1,"type":"Message",
        "utcTime":5,"text":"hi","x":{"b":[1,{}],"a":null}}"#;

    #[test]
    fn a_digest_does_not_change_from_release_to_release() {
        assert_eq!(digest(&event(EVENT)), 2_351_358_021_638_039);
    }

    #[test]
    fn a_digest_does_not_depend_on_the_order_of_properties() {
        let other = r#"{"x":{"a":null,"b":[1,{}]},"text":"hi","utcTime":5,"type":"Message","index":1,
            "from":{"type":"Client","participantId":1,"nickname":"a"}}"#;
        assert_eq!(digest(&event(EVENT)), digest(&event(other)));
    }

    #[test]
    fn a_digest_changes_with_every_change() {
        let changed = [
            ("\"hi\"", "\"ih\""),
            ("\"nickname\":\"a\"", "\"nickname\":\"b\""),
            ("\"index\":1", "\"index\":2"),
            ("\"utcTime\":5", "\"utcTime\":6"),
            ("[1,{}]", "[{},1]"),
            ("[1,{}]", "[1]"),
            ("[1,{}]", "[\"1\",{}]"),
            ("[1,{}]", "[1,[]]"),
            ("\"a\":null", "\"a\":false"),
            (",\"a\":null", ""),
        ];
        let mut digests: Vec<_> = changed.iter().map(|(from, to)| digest(&event(&EVENT.replace(from, to)))).collect();
        digests.push(digest(&event(EVENT)));
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), changed.len() + 1);
        assert!(digests.iter().all(|digest| *digest < 1 << 53));
    }
}
