//! What an error says, kind by kind.

use std::collections::{BTreeMap, HashMap};

use conversation_wire::{DecodeError, DecodeErrorKind, Number, Timestamp, decode, decode_as};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Error as _, Unexpected};

use crate::sample::{Confidence, Message, MessageId, Operation, PageLimit, ParticipantId, SecureKey, SentBy};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Closed {
    One,
    Two,
}

#[derive(Debug)]
struct OwnWords;

impl<'de> Deserialize<'de> for OwnWords {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(D::Error::custom(format_args!("{text} is not one of ours")))
    }
}

#[derive(Debug)]
struct Particular<const LENGTH: usize>;

impl<'de, const LENGTH: usize> Deserialize<'de> for Particular<LENGTH> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(D::Error::invalid_value(Unexpected::Str(&text), &"a date, ".repeat(LENGTH).trim_end_matches(", ")))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[expect(dead_code, reason = "only its name is used")]
    one: Option<i64>,
}

fn of<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> DecodeError {
    decode_as::<T>("T", json.as_bytes()).expect_err("it is wrong")
}

#[test]
fn every_kind_has_its_words() {
    use DecodeErrorKind::*;

    for (error, kind, shown) in [
        (of::<i64>("\"CANARY\""), WrongType, "T: expected an integer, found a string (line 1, column 8)"),
        (of::<i64>("1.5"), WrongType, "T: expected an integer, found a floating-point number (line 1, column 3)"),
        (
            of::<i64>("9223372036854775808"),
            OutOfRange,
            "T: expected an integer, found a number out of range (line 1, column 19)",
        ),
        (of::<String>("null"), WrongType, "T: expected a string, found null (line 1, column 4)"),
        (of::<bool>("[]"), WrongType, "T: expected a boolean, found an array (line 1, column 1)"),
        (of::<SentBy>("{}"), WrongType, "T: expected SentBy (a string), found an object (line 1, column 1)"),
        (of::<MessageId>("true"), WrongType, "T: expected MessageId (a string), found a boolean (line 1, column 4)"),
        (of::<SecureKey>("12"), WrongType, "T: expected SecureKey (a string), found an integer (line 1, column 2)"),
        (
            of::<ParticipantId>("\"1\""),
            WrongType,
            "T: expected ParticipantId (an integer), found a string (line 1, column 3)",
        ),
        (
            of::<Timestamp>("1e3"),
            WrongType,
            "T: expected Timestamp (an integer, in milliseconds), found a floating-point number (line 1, column 3)",
        ),
        (
            of::<PageLimit>("0"),
            OutOfRange,
            "T: expected an integer from 1 to 100, found a number out of range (line 1, column 1)",
        ),
        (
            of::<PageLimit>("18446744073709551615"),
            OutOfRange,
            "T: expected an integer from 1 to 100, found a number out of range (line 1, column 20)",
        ),
        (
            of::<Confidence>("2"),
            OutOfRange,
            "T: expected a number from 0.0 to 1.0, found a number out of range (line 1, column 1)",
        ),
        (of::<Number>("\"1\""), WrongType, "T: expected a number, found a string (line 1, column 3)"),
        (of::<f64>("1e999"), OutOfRange, "T: number out of range (line 1, column 5)"),
        (
            of::<[i64; 2]>("[1]"),
            OutOfRange,
            "T: expected an array of length 2, found another length (line 1, column 3)",
        ),
        (of::<Closed>("\"CANARY\""), OutOfRange, "T: expected `one` or `two`, found none of them (line 1, column 8)"),
        (of::<Strict>("{\"three\":1}"), OutOfRange, "T: three: expected `one`, found none of them (line 1, column 8)"),
        (of::<Vec<OwnWords>>("[\"CANARY\"]"), Other, "T: [0]: not accepted by its type (line 1, column 10)"),
        (of::<Vec<i64>>(""), Eof, "T: EOF while parsing a value (line 1, column 1)"),
        (of::<Vec<i64>>("[1,"), Eof, "T: EOF while parsing a value (line 1, column 3)"),
        (of::<Vec<i64>>("[1] x"), Syntax, "T: trailing characters (line 1, column 5)"),
        (of::<Vec<i64>>("[1,]"), Syntax, "T: trailing comma (line 1, column 4)"),
        (
            of::<HashMap<ParticipantId, i64>>("{\"CANARY\":1}"),
            WrongType,
            "T: expected key to be a number in quotes (line 1, column 2)",
        ),
    ] {
        assert_eq!((error.to_string().as_str(), error.kind()), (shown, kind));
    }
}

#[test]
fn a_duplicate_property_is_an_error_at_its_name() {
    let error = decode::<Operation>(br#"{"operation":"leave","participant":1,"participant":2}"#).expect_err("twice");
    assert_eq!((error.path(), error.kind()), ("participant", DecodeErrorKind::DuplicateField));
    let error = decode::<Operation>(br#"{"operation":"leave","participant":1,"operation":"send"}"#).expect_err("twice");
    assert_eq!((error.path(), error.kind()), ("operation", DecodeErrorKind::DuplicateField));
    let error = decode::<Message>(br#"{"id":"1","id":"2"}"#).expect_err("twice");
    assert_eq!((error.path(), error.kind()), ("id", DecodeErrorKind::DuplicateField));
}

#[test]
fn the_operation_is_named_when_there_is_one() {
    let message = decode::<Message>(b"[]").expect_err("no object");
    assert_eq!((message.type_name(), message.operation()), ("Message", Some("message_get")));
    let operation = decode::<Operation>(b"[]").expect_err("no object");
    assert_eq!((operation.type_name(), operation.operation()), ("Operation", None));
    let operation = operation.in_operation("operation_post");
    assert_eq!(operation.operation(), Some("operation_post"));
    assert!(operation.to_string().starts_with("Operation (operation_post): expected "), "{operation}");
}

#[test]
fn a_position_counts_from_one() {
    let error = decode_as::<BTreeMap<String, i64>>("T", b"{\n  \"a\": 1,\n  \"b\": \"two\"\n}").expect_err("no number");
    assert_eq!((error.path(), error.line(), error.column()), ("b", Some(3), Some(12)));
    let error = decode_as::<i64>("T", b"").expect_err("nothing");
    assert_eq!((error.line(), error.column()), (Some(1), Some(1)));
}

#[test]
fn a_hand_written_type_says_what_it_expects() {
    let error = of::<Vec<Particular<1>>>("[\"CANARY, expected y\"]");
    assert_eq!(error.message(), "expected a date, found a string of another form");
    assert_eq!((error.path(), error.kind()), ("[0]", DecodeErrorKind::OutOfRange));

    let error = of::<Vec<Particular<1000>>>("[\"CANARY\"]");
    assert!(
        error.to_string().len() <= 400 && error.message().ends_with("…, found a string of another form"),
        "{error}"
    );
}

#[test]
fn names_from_source_code_do_not_break_the_bounds_either() {
    let long: &'static str = "A\nLong".repeat(100).leak();
    let error = decode_as::<i64>(long, b"true").expect_err("no number").in_operation(long);
    let shown = error.to_string();
    assert!(shown.len() <= 400 && !shown.contains('\n'), "{shown}");
}

#[test]
fn an_error_is_small_and_crosses_threads() {
    fn check<T: std::error::Error + Clone + PartialEq + Send + Sync + 'static>() {}
    check::<DecodeError>();
    assert_eq!(size_of::<Result<(), DecodeError>>(), size_of::<usize>());
}
