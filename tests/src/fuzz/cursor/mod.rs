//! Any answers, to the walks over pages and along transcripts.

mod pages;
mod stored;
mod transcript;

use std::fmt::Debug;

use conversation_core::Completeness;
use serde::{Serialize, de::DeserializeOwned};

use super::bytes::Bytes;

pub(super) use transcript::credentials;

/// A line of JSON that was stored as a walk, with answers behind it; or the answers to a new walk. The first byte tells.
pub fn cursor(data: &[u8]) {
    if data.first() == Some(&b'{') {
        let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
        let (json, rest) = data.split_at(end);
        stored::walk(json, &mut Bytes::new(rest.get(1..).unwrap_or_default()));
        return;
    }
    let mut bytes = Bytes::new(data);
    if bytes.once_in(2) { pages::walk(&mut bytes) } else { transcript::walk(&mut bytes) }
}

/// Written and read again, as at a restart, which changes nothing.
fn restarted<T: Serialize + DeserializeOwned + PartialEq + Debug>(walk: &T) -> T {
    let text = serde_json::to_string(walk).expect("a walk encodes");
    let again = serde_json::from_str(&text).unwrap_or_else(|error| panic!("what was stored is read: {error}"));
    assert_eq!(*walk, again);
    again
}

/// What holds of any completeness.
fn completeness_laws(completeness: &Completeness) {
    assert_eq!(completeness.to_string().lines().count(), 1 + completeness.gaps.len(), "a gap is not one line");
    restarted(completeness);
}
