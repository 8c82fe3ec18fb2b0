//! Where the input comes from: bytes, read as far as they are needed, with their places.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read as _},
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

/// How much is read at once.
const CHUNK: usize = 256 * 1024;

impl Source {
    /// What errors call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    pub(super) fn open(&self) -> Result<Bytes, Refusal> {
        let (reader, length): (Box<dyn BufRead + Send>, _) = match self {
            Self::Stdin => (Box::new(BufReader::with_capacity(CHUNK, io::stdin())), None),
            Self::File(path) => {
                let file = File::open(path).map_err(Refusal::Unreadable)?;
                let length = file.metadata().ok().filter(|about| about.is_file()).map(|about| about.len());
                (Box::new(BufReader::with_capacity(CHUNK, file)), length)
            }
        };
        let mut bytes = Bytes { reader, place: Place::START, passed: 0, length };
        bytes.begin()?;
        Ok(bytes)
    }
}

/// The bytes of an input from a place on.
pub(super) struct Bytes {
    reader: Box<dyn BufRead + Send>,
    /// The place of the next byte.
    pub(super) place: Place,
    /// How many bytes are behind it.
    pub(super) passed: u64,
    /// How many there are altogether, where that is known.
    pub(super) length: Option<u64>,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Bytes {
    /// Passes over the byte order mark that some editors put at the beginning, and refuses UTF-16.
    fn begin(&mut self) -> Result<(), Refusal> {
        let mut head = Vec::new();
        let longest = BYTE_ORDER_MARK.len() as u64;
        self.reader.by_ref().take(longest).read_to_end(&mut head).map_err(Refusal::Unreadable)?;
        if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
            return Err(Refusal::Utf16);
        }
        if head != BYTE_ORDER_MARK {
            self.unread(head);
        }
        Ok(())
    }

    /// Reads the next few bytes, which are to be put back: the place stays where it is.
    pub(super) fn read_head(&mut self, into: &mut Vec<u8>) -> io::Result<()> {
        self.reader.by_ref().take(8).read_to_end(into).map(drop)
    }

    /// Puts `bytes` before those that are to come. The caller sees to the place.
    pub(super) fn unread(&mut self, bytes: Vec<u8>) {
        let rest = std::mem::replace(&mut self.reader, Box::new(io::empty()));
        self.reader = Box::new(Cursor::new(bytes).chain(rest));
    }

    /// Passes over white space; the byte behind it, which stays where it is.
    pub(super) fn skip_space(&mut self) -> io::Result<Option<u8>> {
        loop {
            let chunk = fill(&mut *self.reader)?;
            let spaces = chunk.iter().position(|byte| !is_space(*byte)).unwrap_or(chunk.len());
            let (before, rest) = chunk.split_at(spaces);
            let next = rest.first().copied();
            let end = chunk.is_empty();
            self.place = self.place.plus(Place::behind(before));
            self.passed += spaces as u64;
            self.reader.consume(spaces);
            if next.is_some() || end {
                return Ok(next);
            }
        }
    }

    /// Reads to the end of the line, and the line break with it.
    pub(super) fn read_line(&mut self, into: &mut Vec<u8>) -> io::Result<()> {
        let read = self.reader.read_until(b'\n', into)?;
        self.pass(into.last() == Some(&b'\n'), read);
        Ok(())
    }

    /// Passes over the rest of the line, however long it is; its first few bytes.
    pub(super) fn skip_line(&mut self) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        let mut read = self.reader.by_ref().take(8).read_until(b'\n', &mut head)?;
        let mut ended = head.last() == Some(&b'\n');
        while !ended {
            let chunk = fill(&mut *self.reader)?;
            if chunk.is_empty() {
                break;
            }
            let end = chunk.iter().position(|byte| *byte == b'\n');
            ended = end.is_some();
            let length = end.map_or(chunk.len(), |end| end + 1);
            read += length;
            self.reader.consume(length);
        }
        self.pass(ended, read);
        Ok(head)
    }

    /// Reads as far as `end` says that something ends in what it is shown, or to the end of the input.
    pub(super) fn read_while(
        &mut self,
        into: &mut Vec<u8>,
        mut end: impl FnMut(&[u8]) -> Option<usize>,
    ) -> io::Result<()> {
        loop {
            let chunk = fill(&mut *self.reader)?;
            let found = end(chunk);
            let length = found.unwrap_or(chunk.len());
            let read = chunk.get(..length).unwrap_or(chunk);
            let over = found.is_some() || chunk.is_empty();
            self.place = self.place.plus(Place::behind(read));
            self.passed += length as u64;
            into.extend_from_slice(read);
            self.reader.consume(length);
            if over {
                return Ok(());
            }
        }
    }

    fn pass(&mut self, line_ended: bool, bytes: usize) {
        self.passed += bytes as u64;
        self.place = match line_ended {
            true => Place { line: self.place.line + 1, column: 1 },
            false => Place { column: self.place.column + bytes, ..self.place },
        };
    }
}

fn fill(reader: &mut dyn BufRead) -> io::Result<&[u8]> {
    // Asked twice, since the borrow of a first answer that was interrupted would last as long as the second.
    while let Err(error) = reader.fill_buf() {
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    reader.fill_buf()
}

/// Why what begins with `bytes`, at `place`, is no JSON object or array; nothing when it may be one.
pub(super) fn no_value(bytes: &[u8], place: Place) -> Option<Refusal> {
    let found = match bytes.first() {
        Some(b'{' | b'[') | None => return None,
        Some(b'"') => "a string",
        Some(b'-' | b'0'..=b'9') => "a number",
        _ if bytes.starts_with(b"true") || bytes.starts_with(b"false") => "a boolean",
        _ if bytes.starts_with(b"null") => "null",
        Some(_) => match std::str::from_utf8(bytes) {
            Err(error) if error.valid_up_to() == 0 => return Some(Refusal::NotUtf8(place)),
            _ => return Some(Refusal::NotJson(place)),
        },
    };
    Some(Refusal::Scalar { found, place })
}

/// Whether JSON allows the byte between its tokens.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
