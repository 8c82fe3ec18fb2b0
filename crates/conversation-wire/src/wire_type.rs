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

    /// The properties that contain lists of objects, each with the [`NAME`](Self::NAME) of its items. If the document cannot
    /// be decoded, the error keeps them: see [`DecodeError::items`](crate::DecodeError::items).
    const LISTS: &'static [(&'static str, &'static str)] = &[];
}
