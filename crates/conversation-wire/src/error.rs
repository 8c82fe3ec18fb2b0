//! Why a document could not be decoded, and where.

use std::fmt;
use std::sync::Arc;

use crate::decode::decode_items;
use crate::fault::Fault;
use crate::list::List;
use crate::path::Path;
use crate::text::phrase;
use crate::wire_type::WireType;

/// A document that could not be decoded: which type and operation, at which path, and why.
///
/// `Display` is one line of at most 400 bytes, for any document:
///
/// ```text
/// MessagesList (messages_list): data[3].content: missing required field (line 7, column 12)
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
    lists: Lists,
}

/// The texts of the lists in a document that could not be decoded, each with its property and the type of its items. They
/// may contain secrets.
#[derive(Clone, Default, PartialEq, Eq)]
struct Lists(Vec<(&'static str, &'static str, Arc<str>)>);

impl fmt::Debug for Lists {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(property, ..)| property)).finish()
    }
}

/// The place in a text where decoding stopped; both numbers start at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    line: usize,
    column: usize,
}

impl Position {
    /// The place in a text, of a place in a part of it that begins at this line and column.
    pub(crate) fn after(self, (line, column): (usize, usize)) -> Self {
        let first_line = self.line == 1;
        Self { line: self.line + line - 1, column: if first_line { self.column + column - 1 } else { self.column } }
    }

    pub(crate) fn of(error: &serde_json::Error) -> Option<Self> {
        // Line 0 is serde_json's way to say that there is none; column 0 is before the first.
        (error.line() > 0).then(|| Self { line: error.line(), column: error.column().max(1) })
    }
}

/// The kind of reason why a document could not be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The text is not JSON, is nested too deeply (more than 127 levels), or continues after the document.
    Syntax,
    /// The text ends before the document does: an empty body, a connection that broke off.
    Eof,
    /// A required property is missing. The path ends in its name.
    MissingField,
    /// A property of the type appears twice in one object. The path ends in its name.
    DuplicateField,
    /// A value has another JSON type than the API document requires, or is null where null is not allowed.
    WrongType,
    /// A value has the right JSON type but is not allowed, such as a number out of its bounds.
    OutOfRange,
    /// A hand-written `Deserialize` refused the value with its own text, which is not shown because it may quote the value.
    /// An error made with [`invalid_value`](serde::de::Error::invalid_value) is shown: it names what was expected.
    Other,
}

impl DecodeError {
    pub(crate) fn new(type_name: &'static str, mut path: Path, fault: Fault, position: Option<Position>) -> Self {
        if let Some(field) = fault.field() {
            path.push_key(field);
        }
        let (path, kind, message) = (path.bounded(), fault.kind(), fault.message());
        Self(Box::new(Inner { type_name, operation: None, path, kind, message, position, lists: Lists::default() }))
    }

    /// A required property that is in neither of two places.
    pub(crate) fn missing(type_name: &'static str, property: &str) -> Self {
        Self::new(type_name, Path::default(), Fault::MissingField(property.to_owned()), None)
    }

    /// The value of a property that its field does not take.
    pub(crate) fn in_property(type_name: &'static str, property: &str, error: &serde_json::Error) -> Self {
        let (inside, fault) = Fault::read(error);
        let mut path = Path::default();
        path.push_key(property);
        path.append(inside);
        Self::new(type_name, path, fault, None)
    }

    /// The same error of a document that was no text, or only part of one.
    pub(crate) fn without_position(mut self) -> Self {
        self.0.position = None;
        self
    }

    /// The same error, of the item `index` of a list: the path begins there.
    pub(crate) fn in_item(mut self, index: usize) -> Self {
        let dot = if self.path().is_empty() || self.path().starts_with('[') { "" } else { "." };
        self.0.path = format!("[{index}]{dot}{}", self.0.path);
        self
    }

    /// Puts the name of the list before the path.
    pub(crate) fn put_within(&mut self, list: &str) {
        self.0.path.insert_str(0, list);
    }

    /// Keeps the lists of the document.
    pub(crate) fn with_lists(mut self, lists: Vec<(&'static str, &'static str, Arc<str>)>) -> Self {
        self.0.lists = Lists(lists);
        self
    }

    /// The items of type `T` in a document that could not be decoded as a whole, for example because `has_more` is missing.
    /// `None` if the document has no list of them.
    ///
    /// ```text
    /// match decode::<MessagesList>(json) {
    ///     Ok(page) => …,
    ///     Err(error) => for message in error.items::<Message>().unwrap_or_default() { … },
    /// }
    /// ```
    pub fn items<T: WireType>(&self) -> Option<List<T>> {
        let (property, _, list) = self.0.lists.0.iter().find(|(_, items, _)| *items == T::NAME)?;
        let mut list = decode_items(list)?;
        list.within(property);
        Some(list)
    }

    /// Adds the operation, which `Display` shows after the type.
    #[must_use]
    pub fn in_operation(mut self, operation_id: &'static str) -> Self {
        self.0.operation = Some(operation_id);
        self
    }

    /// The path to the invalid value, such as `data[3].content`. Empty for the document itself.
    ///
    /// A key that is not a plain name is written `["we ird"]`, escaped. Long keys and paths are cut with `…`.
    /// If a property is missing, the path ends in its name.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The name of the type that was being decoded, as the API document calls it.
    pub fn type_name(&self) -> &'static str {
        self.0.type_name
    }

    /// The `operationId` of the operation that the document belongs to, if known.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The line of the text where decoding stopped, from 1. None for a document that was not text, or that a hand-written
    /// `Deserialize` refused as a whole.
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|position| position.line)
    }

    /// The column where decoding stopped, in bytes, from 1. None if there is no line.
    ///
    /// This is where the error was noticed: after an invalid value, at the end of an object in which a property is missing,
    /// or at the end of a tagged union that contains the error.
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|position| position.column)
    }

    /// The kind of the reason.
    pub fn kind(&self) -> DecodeErrorKind {
        self.0.kind
    }

    /// The reason in words: `missing required field`, `expected an integer, found a string`.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

/// The most bytes of a type's or an operation's name that are shown.
const MAX_NAME: usize = 48;

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { type_name, operation, path, message, position, kind: _, lists: _ } = &*self.0;
        f.write_str(&phrase(type_name, MAX_NAME))?;
        if let Some(operation) = operation {
            write!(f, " ({})", phrase(operation, MAX_NAME))?;
        }
        if !path.is_empty() {
            write!(f, ": {path}")?;
        }
        write!(f, ": {message}")?;
        if let Some(Position { line, column }) = position {
            write!(f, " (line {line}, column {column})")?;
        }
        Ok(())
    }
}

impl std::error::Error for DecodeError {}
