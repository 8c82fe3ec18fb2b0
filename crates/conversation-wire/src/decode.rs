//! Decoding at full speed, and once more after a failure to find the place.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{DecodeError, Position};
use crate::fault::Fault;
use crate::path::Path;
use crate::value::from_value;
use crate::wire_type::WireType;

/// Decodes one JSON document.
///
/// Costs what [`serde_json::from_slice`] costs. Only a document that fails is read a second time, to find the path.
///
/// # Errors
///
/// When `json` is not one whole JSON document (text after it is refused), or the document is not a `T`. The error
/// names `T`, the operation when `T` belongs to exactly one, the path, the line and the column; it quotes no value.
pub fn decode<T: WireType>(json: &[u8]) -> Result<T, DecodeError> {
    decode_as(T::NAME, json).map_err(in_only_operation::<T>)
}

/// Decodes a JSON document that is already a [`Value`].
///
/// # Errors
///
/// When `value` is not a `T`, as of [`decode`], without line and column.
pub fn decode_value<T: WireType>(value: Value) -> Result<T, DecodeError> {
    from_value(value).map_err(|failure| {
        let (path, fault) = failure.locate();
        in_only_operation::<T>(DecodeError::new(T::NAME, path, fault, None))
    })
}

/// Decodes one JSON document into a type that is no [`WireType`], such as `Vec<Message>`; errors call it `name`.
///
/// # Errors
///
/// As of [`decode`], without an operation.
pub fn decode_as<T: DeserializeOwned>(name: &'static str, json: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_slice(json).map_err(|error| find_in_text::<T>(name, json, error))
}

fn in_only_operation<T: WireType>(error: DecodeError) -> DecodeError {
    match T::OPERATIONS {
        [only] => error.in_operation(only),
        _ => error,
    }
}

#[cold]
#[inline(never)]
fn find_in_text<T: DeserializeOwned>(name: &'static str, json: &[u8], error: serde_json::Error) -> DecodeError {
    let mut text = serde_json::Deserializer::from_slice(json);
    match serde_path_to_error::deserialize::<_, T>(&mut text) {
        Err(found) => at(name, Path::from_tracked(found.path()), found.inner()),
        // The value itself is right: what follows it is not, and that is the document's own fault.
        Ok(_) => at(name, Path::default(), &error),
    }
}

fn at(name: &'static str, mut path: Path, error: &serde_json::Error) -> DecodeError {
    let (inside, fault) = Fault::read(error);
    path.append(inside);
    DecodeError::new(name, path, fault, Position::of(error))
}
