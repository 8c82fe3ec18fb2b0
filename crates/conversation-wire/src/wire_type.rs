//! The trait every schema of a document has in Rust: what it is called there, and where it is used.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A type that stands for one named schema of an API document.
///
/// The names make a [`DecodeError`](crate::DecodeError) say which schema and which operation was being read.
pub trait WireType: Serialize + DeserializeOwned {
    /// The schema's name in the document, for example `MessagesList`.
    const NAME: &'static str;

    /// The `operationId`s whose request body or answer this is; empty for a schema that is only part of others.
    const OPERATIONS: &'static [&'static str];

    /// The property that contains the list, for an answer that is a list and what is said about it. A document that cannot be
    /// decoded keeps its items: see [`DecodeError::items`](crate::DecodeError::items).
    const LIST: Option<&'static str> = None;
}
