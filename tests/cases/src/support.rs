//! What every case's tests do with its types.

use std::fmt::Debug;

use conversation_wire::{DecodeErrorKind, WireType, decode, decode_strict, decode_value};
use schemars::{JsonSchema, schema_for};
use serde_json::Value;

/// Decodes `json` as a `T` that encodes back equal, with and without its text.
#[track_caller]
pub(crate) fn back<T: WireType + JsonSchema + Debug + PartialEq>(json: Value) -> T {
    let value: T = decode(json.to_string().as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"));
    let text = serde_json::to_string(&value).expect("a wire type encodes");
    assert_eq!(serde_json::from_str::<Value>(&text).expect("what was encoded is JSON"), json, "not what was decoded");
    assert_eq!(decode_value::<T>(json).as_ref(), Ok(&value), "another value without the text");
    assert!(schema_for!(T).get("description").is_some(), "{} has no schema", T::NAME);
    value
}

/// Decodes `json`, which is no `T`: the error has the `path` and the `kind`, and none of the values.
#[track_caller]
pub(crate) fn refused<T: WireType + Debug>(json: Value, path: &str, kind: DecodeErrorKind) {
    let error = decode_strict::<T>(json.to_string().as_bytes()).expect_err("this should be refused");
    assert_eq!((error.path(), error.kind()), (path, kind), "{error}");
    assert_eq!(error.type_name(), T::NAME);
    assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error}");
    // Without its text: the same, unless it is an item of a list, which then costs no other.
    match decode_value::<T>(json.clone()) {
        Err(error) => assert_eq!((error.path(), error.kind()), (path, kind), "{error} (without its text)"),
        Ok(value) => assert_eq!(serde_json::to_value(&value).expect("a wire type encodes"), json),
    }
}
