//! Decoding at full speed; and again if that failed, item by item, to keep what is valid and to find the place of the rest.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::{DecodeError, Position};
use crate::exact::{disguised, says_more};
use crate::fault::Fault;
use crate::list::List;
use crate::mode;
use crate::path::Path;
use crate::wire_type::WireType;

/// Decodes one JSON document.
///
/// A valid document costs what [`serde_json::from_slice`] costs. An invalid one is read again: each [`List`] then keeps the
/// items that cannot be read, and the document is an error only if something outside of lists is invalid. A document is also
/// read again if an unknown number has more digits than an `f64`: see [`Extra`](crate::Extra). A byte order mark before the
/// document is skipped.
///
/// # Errors
///
/// If `json` is not one complete JSON document (text after it is refused), or the document is not a `T`. The error
/// names `T`, the operation if `T` belongs to exactly one, the path, the line and the column; it quotes no value.
/// [`DecodeError::items`] has the items of the document's list.
pub fn decode<T: WireType>(json: &[u8]) -> Result<T, DecodeError> {
    decode_as(T::NAME, json).map_err(|error| {
        let error = in_only_operation::<T>(error);
        if T::LISTS.is_empty() { error } else { error.with_lists(find_lists(without_mark(json), T::LISTS)) }
    })
}

/// Decodes a JSON document that is already a [`Value`].
///
/// # Errors
///
/// If `value` is not a `T`, as of [`decode`], without line and column.
pub fn decode_value<T: WireType>(value: Value) -> Result<T, DecodeError> {
    // Nothing in a `Value` fails to be written.
    T::deserialize(&value).or_else(|_| decode::<T>(value.to_string().as_bytes()).map_err(DecodeError::without_position))
}

/// Decodes one JSON document into a type that is no [`WireType`], such as `List<Message>`; errors call it `name`.
///
/// # Errors
///
/// As of [`decode`], without an operation and without items.
pub fn decode_as<T: DeserializeOwned>(name: &'static str, json: &[u8]) -> Result<T, DecodeError> {
    let json = without_mark(json);
    mode::begin();
    // Whether it is text is asked once, and not of every string in it.
    let read = match std::str::from_utf8(json) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(json),
    };
    match read {
        Ok(value) if !mode::saw_float() => Ok(value),
        Ok(value) => Ok(exactly(json).unwrap_or(value)),
        Err(error) => read_again(json).ok_or_else(|| find_in_text::<T>(name, json, error)),
    }
}

/// As [`decode_as`], and numbers with more digits than an `f64` are also kept where serde buffers: within a `flatten` or a tagged
/// enum, which a type with serde's `derive` may have. Such numbers are kept in an [`Extra`](crate::Extra) only.
///
/// A `serde_json::Value` anywhere else in `T` would get an object in place of such a number. It is for types that have none, such as
/// the documents of `conversation-core`.
///
/// # Errors
///
/// As of [`decode_as`].
pub fn decode_exactly_as<T: DeserializeOwned>(name: &'static str, json: &[u8]) -> Result<T, DecodeError> {
    let json = without_mark(json);
    mode::begin();
    let value = match std::str::from_utf8(json).map(serde_json::from_str) {
        Ok(Ok(value)) => value,
        _ => return decode_as(name, json),
    };
    if !mode::saw_float() {
        return Ok(value);
    }
    let text = std::str::from_utf8(json).ok().and_then(disguised);
    let read = |text: String| mode::reading_disguised(|| serde_json::from_str(&text).ok());
    Ok(text.and_then(read).or_else(|| exactly(json)).unwrap_or(value))
}

/// Decodes one JSON document in which every item of every list must be valid.
///
/// For one who judges a document rather than uses what is valid of it, such as a server that reads a request.
///
/// # Errors
///
/// As of [`decode`]; and if an item of a [`List`] is invalid.
pub fn decode_strict<T: WireType>(json: &[u8]) -> Result<T, DecodeError> {
    decode_strict_as(T::NAME, json).map_err(in_only_operation::<T>)
}

/// As [`decode_strict`], into a type that is no [`WireType`]; errors call it `name`.
///
/// # Errors
///
/// As of [`decode_strict`], without an operation.
pub fn decode_strict_as<T: DeserializeOwned>(name: &'static str, json: &[u8]) -> Result<T, DecodeError> {
    let json = without_mark(json);
    mode::begin();
    match serde_json::from_slice(json) {
        Ok(value) if !mode::saw_float() => Ok(value),
        Ok(value) => Ok(exactly(json).unwrap_or(value)),
        Err(error) => Err(find_strictly::<T>(name, json, error)),
    }
}

/// Decodes a JSON document that is expected to be valid: the fast part of [`decode`], without an error or a second reading if it
/// is not.
pub fn decode_valid<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    let json = without_mark(json);
    mode::begin();
    let value = serde_json::from_str(std::str::from_utf8(json).ok()?).ok()?;
    if mode::saw_float() { Some(exactly(json).unwrap_or(value)) } else { Some(value) }
}

/// Decodes an item of a list, while the document is read again.
pub(crate) fn decode_again<T: WireType>(json: &str) -> Result<T, DecodeError> {
    let mut text = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut text).map_err(|found| {
        let (path, fault) = place(found.path(), found.inner());
        let position = Position::of(found.inner()).zip(mode::place_of(json));
        DecodeError::new(T::NAME, path, fault, position.map(|(inner, begin)| inner.after(begin)))
    })
}

/// Decodes the list of a document that could not be decoded.
pub(crate) fn decode_items<T: WireType>(list: &str) -> Option<List<T>> {
    read_again(list.as_bytes())
}

fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

/// The document once more, if a number of it says more than what was read.
#[cold]
fn exactly<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    let text = std::str::from_utf8(json).ok()?;
    if says_more(text) { read_again(json) } else { None }
}

#[cold]
fn read_again<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    mode::reading_document_again(json, || serde_json::from_slice(json).ok())
}

/// The texts of the arrays at these properties of an object, which need not be valid otherwise.
#[cold]
fn find_lists(json: &[u8], lists: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str, Arc<str>)> {
    let object: BTreeMap<String, &RawValue> = serde_json::from_slice(json).unwrap_or_default();
    let text = |property: &str| object.get(property).map(|value| value.get()).filter(|text| text.starts_with('['));
    lists.iter().filter_map(|(property, items)| Some((*property, *items, text(property)?.into()))).collect()
}

fn in_only_operation<T: WireType>(error: DecodeError) -> DecodeError {
    match T::OPERATIONS {
        [only] => error.in_operation(only),
        _ => error,
    }
}

/// Decodes a text that is part of a document which is read again: once, with the path tracked, since a second look at each of
/// the parts within parts would double the work with every level.
pub(crate) fn from_text<T: DeserializeOwned>(json: &str) -> Result<T, (Path, Fault)> {
    let mut text = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut text).map_err(|found| place(found.path(), found.inner()))
}

#[cold]
#[inline(never)]
fn find_in_text<T: DeserializeOwned>(name: &'static str, json: &[u8], error: serde_json::Error) -> DecodeError {
    let track = || serde_path_to_error::deserialize::<_, T>(&mut serde_json::Deserializer::from_slice(json));
    // What is invalid outside of lists is the reason, whatever their items are.
    if error.is_data()
        && let Err(found) = mode::reading_document_again(json, track)
    {
        let (path, fault) = place(found.path(), found.inner());
        if fault.is_of_the_document() {
            return DecodeError::new(name, path, fault, Position::of(found.inner()));
        }
    }
    find_strictly::<T>(name, json, error)
}

/// The first place at which a document is invalid.
fn find_strictly<T: DeserializeOwned>(name: &'static str, json: &[u8], error: serde_json::Error) -> DecodeError {
    let mut text = serde_json::Deserializer::from_slice(json);
    match serde_path_to_error::deserialize::<_, T>(&mut text) {
        Err(found) => {
            let (path, fault) = place(found.path(), found.inner());
            DecodeError::new(name, path, fault, Position::of(found.inner()))
        }
        // The value itself is valid: what follows it is not, and that is the document's own fault.
        Ok(_) => {
            let (path, fault) = Fault::read(&error);
            DecodeError::new(name, path, fault, Position::of(&error))
        }
    }
}

/// Where a value is invalid, and why.
fn place(tracked: &serde_path_to_error::Path, error: &serde_json::Error) -> (Path, Fault) {
    let mut path = Path::from_tracked(tracked);
    let (inside, fault) = Fault::read(error);
    path.append(inside);
    (path, fault)
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::extra::Extra;

    #[derive(Serialize, Deserialize)]
    struct Outer {
        id: i64,
        inner: Vec<Inner>,
        #[serde(flatten)]
        extra: Extra,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    enum Inner {
        One {
            #[serde(flatten)]
            extra: Extra,
        },
    }

    fn written(json: &str) -> String {
        let value: Outer = decode_exactly_as("Outer", json.as_bytes()).unwrap();
        serde_json::to_string(&value).unwrap()
    }

    #[test]
    fn numbers_are_exact_also_where_serde_buffers() {
        for number in
            ["18446744073709551616", "-0", "123456789012345678901234567", "0.1000000000000000055511151231257827"]
        {
            let value = format!("{{\"a\":[{number},{{\"b\":{number}}}],\"c\":\"{number}\"}}");
            let json = format!(
                "{{\"id\":1,\"inner\":[{{\"kind\":\"one\",\"n\":{number},\"v\":{value}}}],\"n\":{number},\"v\":{value}}}"
            );
            assert_eq!(written(&json), json);
            let rounded: Outer = decode_exactly_as("Outer", json.as_bytes()).unwrap();
            assert!(rounded.extra.get("n").is_none_or(|n| n.is_number()), "{:?}", rounded.extra.as_map());
        }
    }

    #[test]
    fn what_looks_like_a_number_in_disguise_is_what_it_is() {
        let json =
            r#"{"id":1,"inner":[],"v":{"number 0123456789abcdef0123456789abcdef":"5"},"w":18446744073709551616}"#;
        assert_eq!(written(json), json);
    }

    #[test]
    fn a_known_number_is_read_as_ever() {
        let json = r#"{"id":0,"inner":[],"w":18446744073709551616}"#;
        assert!(decode_exactly_as::<Outer>("Outer", json.as_bytes()).is_ok_and(|value| value.id == 0));
        assert!(decode_exactly_as::<Outer>("Outer", br#"{"id":18446744073709551616,"inner":[]}"#).is_err());
    }
}
