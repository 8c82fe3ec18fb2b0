//! Why a document could not be decoded, and where.

use std::fmt;

use crate::fault::Fault;
use crate::path::Path;
use crate::text::phrase;

/// A document that could not be decoded: which type and operation, at which path, and why.
///
/// Shown on one line of at most 400 bytes, whatever the document was:
///
/// ```text
/// MessagesList (messages_list) at data[3].content: missing field (line 7 column 12)
/// ```
///
/// Neither `Display` nor `Debug` nor any accessor quotes a value of the document: values are customers' texts and
/// secrets. Keys do appear in the path, escaped and cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError(Box<Inner>);

// Boxed, so that a `Result` that is nearly always `Ok` is no larger than what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    type_name: &'static str,
    operation: Option<&'static str>,
    path: String,
    kind: DecodeErrorKind,
    message: String,
    position: Option<Position>,
}

/// Where in a text decoding stopped, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    line: usize,
    column: usize,
}

impl Position {
    pub(crate) fn of(error: &serde_json::Error) -> Option<Self> {
        // Line 0 is serde_json's way to say that there is none; column 0 is before the first.
        (error.line() > 0).then(|| Self { line: error.line(), column: error.column().max(1) })
    }
}

/// What was wrong with a document that could not be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The text is not JSON, is nested too deeply (more than 127 levels), or goes on after the document.
    Syntax,
    /// The text ends before the document does: an empty body, a connection that broke off.
    Eof,
    /// A required property is absent; the path ends in its name.
    MissingField,
    /// A property of the type appears twice in one object; the path ends in its name.
    DuplicateField,
    /// A value has another JSON type than the document says, or is null where null is not allowed.
    WrongType,
    /// A value has the right JSON type but is none of those allowed, such as a number beyond its bounds.
    OutOfRange,
    /// A hand-written `Deserialize` refused the value with a text of its own, which is not shown: it may quote the
    /// value. [`invalid_value`](serde::de::Error::invalid_value) says what was expected, and that is shown.
    Other,
}

impl DecodeError {
    pub(crate) fn new(type_name: &'static str, mut path: Path, fault: Fault, position: Option<Position>) -> Self {
        if let Some(field) = fault.field() {
            path.push_key(field);
        }
        let (path, kind, message) = (path.bounded(), fault.kind(), fault.message());
        Self(Box::new(Inner { type_name, operation: None, path, kind, message, position }))
    }

    /// The same error, said to be of the operation `operation_id`.
    #[must_use]
    pub fn in_operation(mut self, operation_id: &'static str) -> Self {
        self.0.operation = Some(operation_id);
        self
    }

    /// The path to the value that was wrong, such as `data[3].content`; empty for the document itself.
    ///
    /// Keys other than plain names are written `["we ird"]`, escaped; keys and paths that are long are cut with `…`.
    /// Where a property is missing, the path ends in the property's name.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The name of the type that was being decoded, as the API document calls it.
    pub fn type_name(&self) -> &'static str {
        self.0.type_name
    }

    /// The `operationId` of the operation whose body it was, where known.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The line of the text at which decoding stopped, from 1; none for a document that was no text, or that a
    /// hand-written `Deserialize` refused as a whole.
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|position| position.line)
    }

    /// The column at which decoding stopped, in bytes, from 1; none where there is no line.
    ///
    /// That is where the fault was noticed: behind a value that was refused, at the end of an object that lacks a
    /// property, at the end of a tagged union with a fault inside.
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|position| position.column)
    }

    /// What was wrong.
    pub fn kind(&self) -> DecodeErrorKind {
        self.0.kind
    }

    /// What was wrong, in words: `missing field`, `expected i64, found a string`.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

/// The most bytes of a type's or an operation's name that are shown.
const MAX_NAME: usize = 48;

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { type_name, operation, path, message, position, kind: _ } = &*self.0;
        f.write_str(&phrase(type_name, MAX_NAME))?;
        if let Some(operation) = operation {
            write!(f, " ({})", phrase(operation, MAX_NAME))?;
        }
        if !path.is_empty() {
            write!(f, " at {path}")?;
        }
        write!(f, ": {message}")?;
        if let Some(Position { line, column }) = position {
            write!(f, " (line {line} column {column})")?;
        }
        Ok(())
    }
}

impl std::error::Error for DecodeError {}
