//! What tells whether a value is still the one that was projected.

use genesys_chat_types::ChatEvent;
use proficient_types::Message;
use serde::{Deserialize, Serialize};

use super::{RestoreError, RestoreFault};
use crate::{
    digest::digest,
    fnv::{OFFSET, fnv},
    model::Key,
};

/// A digest of what an entry says: FNV-1a, of which 53 bits are kept, so that no JSON tool rounds them off.
///
/// It is stored with a residue and read by later releases, so what it is made of never changes. It guards against
/// mistakes, not against an attacker who looks for two texts with one digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub(super) struct Digest(u64);

impl Digest {
    pub(super) fn of_message(message: &Message) -> Self {
        let time = message.created_at.as_millis().to_le_bytes();
        Self::of([
            message.id.as_str().as_bytes(),
            message.sent_by.as_str().as_bytes(),
            &time,
            message.content.as_bytes(),
        ])
    }

    pub(super) fn of_event(event: &ChatEvent) -> Self {
        let index = event.index.unwrap_or_default().to_le_bytes();
        let time = event.utc_time.as_millis().to_le_bytes();
        let text = event.text.as_deref().unwrap_or_default();
        Self::of([&index, event.from.type_.as_str().as_bytes(), &time, text.as_bytes()])
    }

    fn of(parts: [&[u8]; 4]) -> Self {
        let mut hash = OFFSET;
        for part in parts {
            // The length first, so that no byte can wander from one part to the next.
            let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
            hash = fnv(fnv(hash, &length.to_le_bytes()), part);
        }
        Self::end(hash)
    }

    /// Of everything that `value` says.
    pub(super) fn of_all(value: &impl Serialize) -> Self {
        Self(digest(value))
    }

    /// As the first release made it, of the JSON text: see [`first_text`](super::first_text).
    pub(super) fn of_text(text: &[u8]) -> Self {
        Self::end(fnv(OFFSET, text))
    }

    fn end(hash: u64) -> Self {
        Self((hash ^ (hash >> 32)) >> 11)
    }
}

/// That `entries` are those that were expected_digests.
pub(super) fn check<'a, E: 'a>(
    entries: impl IntoIterator<Item = (usize, &'a E)>,
    digest: impl Fn(&E) -> Digest,
    key: impl Fn(&E) -> Option<Key>,
    expected_digests: impl IntoIterator<Item = (Digest, Option<Key>)>,
) -> Result<(), RestoreError> {
    let mut expected_digests = expected_digests.into_iter();
    let mut end = 0;
    for (at, entry) in entries {
        end = at + 1;
        let fault = match expected_digests.next() {
            Some((expected, _)) if expected == digest(entry) => continue,
            Some(_) => RestoreFault::Changed,
            None => RestoreFault::Added,
        };
        return Err(RestoreError::entry(at, key(entry), fault));
    }
    match expected_digests.next() {
        Some((_, key)) => Err(RestoreError::entry(end, key, RestoreFault::Missing)),
        None => Ok(()),
    }
}

/// That `entries` are those that were projected.
pub(super) fn compare<E: PartialEq>(
    entries: &[E],
    projected: &[E],
    key: impl Fn(&E) -> Option<Key>,
) -> Result<(), RestoreError> {
    let mut projected = projected.iter();
    for (at, entry) in entries.iter().enumerate() {
        if projected.next() != Some(entry) {
            return Err(RestoreError::entry(at, key(entry), RestoreFault::Changed));
        }
    }
    match projected.next() {
        Some(missing) => Err(RestoreError::entry(entries.len(), key(missing), RestoreFault::Missing)),
        None => Ok(()),
    }
}
