//! Where the input comes from, and how it becomes text.

use std::{
    fs::File,
    io::{self, Read},
    path::PathBuf,
};

use super::{Refusal, place::Place};

/// Where the input comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Stdin,
    File(PathBuf),
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }
}

/// How much is read before the beginning is looked at.
const BEGINNING: u64 = 64 * 1024;

impl Source {
    /// What errors call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// All of it, unless its beginning cannot be that of a conversation.
    pub(super) fn read(&self) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Stdin => read(io::stdin().lock()),
            Self::File(path) => read(File::open(path).map_err(Refusal::Unreadable)?),
        }
    }
}

fn read(mut from: impl Read) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    from.by_ref().take(BEGINNING).read_to_end(&mut bytes).map_err(Refusal::Unreadable)?;
    // What is no conversation may have no end, as a device or the output of another command.
    check_beginning(&bytes)?;
    from.read_to_end(&mut bytes).map_err(Refusal::Unreadable)?;
    Ok(bytes)
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The input as text, without the byte order mark that some editors put at its beginning.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = Place::behind(bytes.get(..error.valid_up_to()).unwrap_or_default());
        match error.error_len() {
            Some(_) => Refusal::NotUtf8(place),
            None => Refusal::CutCharacter(place),
        }
    })?;
    if text.trim_ascii_start().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(text)
}

/// Refuses what does not begin as a JSON object or array does.
fn check_beginning(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Refusal::Utf16);
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let Some(at) = bytes.iter().position(|byte| !is_space(*byte)) else { return Ok(()) };
    let (before, rest) = bytes.split_at(at);
    let place = Place::behind(before);
    let found = match rest.first() {
        Some(b'{' | b'[') | None => return Ok(()),
        Some(b'"') => "a string",
        Some(b'-' | b'0'..=b'9') => "a number",
        _ if rest.starts_with(b"true") || rest.starts_with(b"false") => "a boolean",
        _ if rest.starts_with(b"null") => "null",
        Some(byte) if byte.is_ascii() || std::str::from_utf8(rest.get(..4).unwrap_or(rest)).is_ok() => {
            return Err(Refusal::NotJson(place));
        }
        Some(_) => match std::str::from_utf8(rest) {
            Err(error) if error.valid_up_to() == 0 => return Err(Refusal::NotUtf8(place)),
            _ => return Err(Refusal::NotJson(place)),
        },
    };
    Err(Refusal::Scalar { found, place })
}

/// Whether JSON allows the byte between its tokens.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
