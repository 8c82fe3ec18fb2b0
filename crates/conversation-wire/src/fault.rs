//! What serde says was wrong, told again without the value it was wrong about.

use std::fmt;

use serde_json::error::Category;

use crate::error::DecodeErrorKind;
use crate::path::Path;
use crate::text::phrase;

/// The reason a document was refused, free of anything the document contained.
///
/// serde reports reasons only as text, and that text quotes values: customers' words, tokens. Its shapes are known
/// and stable, so the parts that come from source code (what was expected, which field) are taken out of it and the
/// rest is dropped. A text of no known shape is dropped whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not JSON; the text is one of serde_json's own fixed ones.
    Syntax(String),
    /// The document ends too early; the text is one of serde_json's own fixed ones.
    Eof(String),
    /// A required property is not there.
    MissingField(String),
    /// A property is there twice.
    DuplicateField(String),
    /// Another JSON type than the one expected.
    WrongType { found: Found, expected: String },
    /// The JSON type expected, but a value that does not belong to it.
    Refused { found: Found, expected: String },
    /// An array or object of another length.
    Length { expected: String },
    /// A string or key that a closed list does not have; the text lists what it has.
    NotListed { expected: String },
    /// A reason that a hand-written `Deserialize` gave in words of its own.
    Unnamed,
}

/// The most bytes of what was expected that are shown.
const MAX_EXPECTED: usize = 64;

/// How a fault begins that was found in a part of the document that was set aside: by the path to it from there.
const LOCATED: &str = "at ";

impl Fault {
    /// Reads what serde_json reported; with it comes the path inside a value that was set aside, if it was.
    pub(crate) fn read(error: &serde_json::Error) -> (Path, Self) {
        let shown = error.to_string();
        let position = format!(" at line {} column {}", error.line(), error.column());
        let text = shown.strip_suffix(&position).unwrap_or(&shown);
        match error.classify() {
            Category::Data => Self::read_located(text),
            Category::Eof => (Path::default(), Self::Eof(phrase(text, MAX_EXPECTED))),
            Category::Syntax | Category::Io => (Path::default(), Self::Syntax(phrase(text, MAX_EXPECTED))),
        }
    }

    /// The text that carries this fault and its path through the error of any deserializer, for [`Fault::read`].
    pub(crate) fn located(&self, path: &Path) -> String {
        if path.is_empty() { self.to_string() } else { format!("{LOCATED}{path}: {self}") }
    }

    /// Whether a document that was read again has this fault itself: it is none of the way in which texts are kept.
    pub(crate) fn is_of_the_document(&self) -> bool {
        match self {
            Self::Unnamed => false,
            Self::WrongType { expected, .. } => expected != ANY_TEXT,
            _ => true,
        }
    }

    /// What kind of reason it is.
    pub(crate) fn kind(&self) -> DecodeErrorKind {
        match self {
            Self::Syntax(text) if text == NUMBER_OUT_OF_RANGE => DecodeErrorKind::OutOfRange,
            Self::Syntax(text) if text == KEY_NOT_A_NUMBER => DecodeErrorKind::WrongType,
            Self::Syntax(_) => DecodeErrorKind::Syntax,
            Self::Eof(_) => DecodeErrorKind::Eof,
            Self::MissingField(_) => DecodeErrorKind::MissingField,
            Self::DuplicateField(_) => DecodeErrorKind::DuplicateField,
            Self::WrongType { .. } => DecodeErrorKind::WrongType,
            Self::Refused { .. } | Self::Length { .. } | Self::NotListed { .. } => DecodeErrorKind::OutOfRange,
            Self::Unnamed => DecodeErrorKind::Other,
        }
    }

    /// The property that the fault is about, when it is about one of the object at the path.
    pub(crate) fn field(&self) -> Option<&str> {
        match self {
            Self::MissingField(field) | Self::DuplicateField(field) => Some(field),
            _ => None,
        }
    }

    /// The reason in words, for the one who reads the error.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Syntax(text) | Self::Eof(text) => text.trim_start_matches(INVALID_VALUE).to_owned(),
            Self::MissingField(_) => "missing required field".to_owned(),
            Self::DuplicateField(_) => "duplicate field".to_owned(),
            Self::WrongType { found, expected } => {
                format!("expected {}, found {}", in_words(expected), found.in_words())
            }
            Self::Refused { found: Found::Integer | Found::Float | Found::Number, expected } => {
                format!("expected {}, found a number out of range", in_words(expected))
            }
            Self::Refused { found, expected } => {
                format!("expected {}, found {} of another form", in_words(expected), found.in_words())
            }
            Self::Length { expected } => format!("expected {expected}, found another length"),
            Self::NotListed { expected } => format!("expected {expected}, found none of them"),
            Self::Unnamed => "not accepted by its type".to_owned(),
        }
    }

    /// Reads a fault that [`Fault::located`] may have written.
    fn read_located(text: &str) -> (Path, Self) {
        if let Some(located) = text.strip_prefix(LOCATED) {
            let (path, rest) = Path::read(located);
            if let Some(rest) = rest.strip_prefix(": ").filter(|_| !path.is_empty()) {
                return (path, Self::read_text(rest));
            }
        }
        (Path::default(), Self::read_text(text))
    }

    /// Reads one of serde's shapes. What was expected always ends the text and is source code's: the LAST separator
    /// is the true one however the quoted value looks.
    fn read_text(text: &str) -> Self {
        let expected = || text.rsplit_once(EXPECTED).map(|(_, expected)| phrase(expected, MAX_EXPECTED));
        let quoted = |rest: &str| rest.strip_suffix('`').map(|field| phrase(field, MAX_EXPECTED));
        let read = if let Some(rest) = text.strip_prefix(MISSING_FIELD) {
            quoted(rest).map(Self::MissingField)
        } else if let Some(rest) = text.strip_prefix(DUPLICATE_FIELD) {
            quoted(rest).map(Self::DuplicateField)
        } else if let Some(rest) = text.strip_prefix(INVALID_TYPE) {
            expected().map(|expected| Self::WrongType { found: Found::read(rest), expected })
        } else if let Some(rest) = text.strip_prefix(INVALID_VALUE) {
            expected().map(|expected| Self::Refused { found: Found::read(rest), expected })
        } else if text.starts_with(INVALID_LENGTH) {
            expected().map(|expected| Self::Length { expected })
        } else if text.starts_with(UNKNOWN_VARIANT) || text.starts_with(UNKNOWN_FIELD) {
            // With an empty list the text ends otherwise, and any separator in it is the document's.
            expected()
                .filter(|_| !text.ends_with(NO_VARIANTS) && !text.ends_with(NO_FIELDS))
                .map(|expected| Self::NotListed { expected })
        } else {
            None
        };
        read.unwrap_or(Self::Unnamed)
    }
}

/// The name of a Rust type in the words of JSON, for people who do not know the type.
fn in_words(expected: &str) -> &str {
    match expected {
        "i8" | "i16" | "i32" | "i64" | "isize" | "u8" | "u16" | "u32" | "u64" | "usize" => "an integer",
        "f32" | "f64" => "a number",
        "bool" => "a boolean",
        "a sequence" => "an array",
        "a map" => "an object",
        "unit" => "null",
        other if other.starts_with("struct ") => "an object",
        other => other,
    }
}

/// What serde_json's `RawValue` expects.
const ANY_TEXT: &str = "any valid JSON value";

// serde_json counts these two as syntax.
const NUMBER_OUT_OF_RANGE: &str = "number out of range";
const KEY_NOT_A_NUMBER: &str = "invalid value: expected key to be a number in quotes";

const MISSING_FIELD: &str = "missing field `";
const DUPLICATE_FIELD: &str = "duplicate field `";
const INVALID_TYPE: &str = "invalid type: ";
const INVALID_VALUE: &str = "invalid value: ";
const INVALID_LENGTH: &str = "invalid length ";
const UNKNOWN_VARIANT: &str = "unknown variant ";
const UNKNOWN_FIELD: &str = "unknown field ";
const NO_VARIANTS: &str = ", there are no variants";
const NO_FIELDS: &str = ", there are no fields";
const EXPECTED: &str = ", expected ";

/// serde's own shape, without the value: reading it gives the same fault again.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(text) | Self::Eof(text) => f.write_str(text),
            Self::MissingField(field) => write!(f, "{MISSING_FIELD}{field}`"),
            Self::DuplicateField(field) => write!(f, "{DUPLICATE_FIELD}{field}`"),
            Self::WrongType { found, expected } => write!(f, "{INVALID_TYPE}{}{EXPECTED}{expected}", found.in_serde()),
            Self::Refused { found, expected } => write!(f, "{INVALID_VALUE}{}{EXPECTED}{expected}", found.in_serde()),
            Self::Length { expected } => write!(f, "{INVALID_LENGTH}{EXPECTED}{expected}"),
            Self::NotListed { expected } => write!(f, "{UNKNOWN_VARIANT}{EXPECTED}{expected}"),
            Self::Unnamed => f.write_str("not accepted by its type"),
        }
    }
}

/// The JSON type that was found, in place of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Null,
    Boolean,
    Integer,
    Float,
    Number,
    String,
    Array,
    Object,
    Other,
}

impl Found {
    const ALL: [Self; 9] = [
        Self::Null,
        Self::Boolean,
        Self::Integer,
        Self::Float,
        Self::Number,
        Self::String,
        Self::Array,
        Self::Object,
        Self::Other,
    ];

    fn read(text: &str) -> Self {
        Self::ALL.into_iter().find(|found| text.starts_with(found.in_serde())).unwrap_or(Self::Other)
    }

    /// How serde begins to describe it.
    pub(crate) fn in_serde(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Float => "floating point",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "sequence",
            Self::Object => "map",
            Self::Other => "another value",
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Float => "a floating-point number",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::Other => "another value",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (Path, Fault) {
        Fault::read_located(text)
    }

    fn wrong_type(found: Found, expected: &str) -> Fault {
        Fault::WrongType { found, expected: expected.to_owned() }
    }

    #[test]
    fn what_was_expected_is_behind_the_last_separator() {
        for quoted in ["", "x", "x, expected y", "\", expected y", "\\\", expected y", "`, expected", ": , expected "] {
            let text = format!("invalid type: string {quoted:?}, expected i64");
            assert_eq!(read(&text).1, wrong_type(Found::String, "i64"), "{text}");
        }
    }

    #[test]
    fn an_empty_list_shows_nothing() {
        for text in [
            "unknown variant `x, expected y`, there are no variants",
            "unknown field `x, expected y`, there are no fields",
        ] {
            assert_eq!(read(text).1, Fault::Unnamed);
        }
    }

    #[test]
    fn a_located_fault_needs_a_path() {
        let fault = wrong_type(Found::Null, "i64");
        let (path, read_fault) = read("at a.b[3]: invalid type: null, expected i64");
        assert_eq!((path.to_string().as_str(), &read_fault), ("a.b[3]", &fault));
        for text in ["at : invalid type: null, expected i64", "at a b: invalid type: null, expected i64", "at a"] {
            assert_eq!(read(text), (Path::default(), Fault::Unnamed), "{text}");
        }
    }

    fn any_fault() -> impl Strategy<Value = Fault> {
        let expected = || "[a-z` (),]{1,60}";
        let found = || proptest::sample::select(&Found::ALL[..]);
        prop_oneof![
            "[a-z_$.]{1,60}".prop_map(Fault::MissingField),
            "[a-z_$.]{1,60}".prop_map(Fault::DuplicateField),
            (found(), expected()).prop_map(|(found, expected)| Fault::WrongType { found, expected }),
            (found(), expected()).prop_map(|(found, expected)| Fault::Refused { found, expected }),
            expected().prop_map(|expected| Fault::Length { expected }),
            expected().prop_map(|expected| Fault::NotListed { expected }),
            Just(Fault::Unnamed),
        ]
    }

    proptest! {
        #[test]
        fn a_fault_carried_as_text_arrives_whole(fault in any_fault(), keys in proptest::collection::vec(any::<String>(), 0..5)) {
            let mut path = Path::default();
            keys.iter().for_each(|key| path.push_key(key));
            let carried = <serde_json::Error as serde::de::Error>::custom(fault.located(&path));
            prop_assert_eq!(Fault::read(&carried), (path, fault));
        }

        #[test]
        fn any_text_is_read(text in ".*") {
            let (_, fault) = read(&text);
            prop_assert!(fault.message().len() <= 130);
        }
    }
}
