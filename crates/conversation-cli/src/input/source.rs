//! Where the input comes from: bytes, read as far as they are needed, with their places.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read, Seek as _, SeekFrom},
    path::PathBuf,
};

use super::{Refusal, group::Arranged, place::Place};

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

    /// Opens it. `before_read` is called whenever the system is asked for more, which may take as long as it likes.
    pub(super) fn open(&self, before_read: impl FnMut() + Send + 'static) -> Result<Bytes, Refusal> {
        let (reader, file): (Box<dyn Read + Send>, _) = match self {
            Self::Stdin => (Box::new(io::stdin()), None),
            Self::File(path) => {
                let file = File::open(path).map_err(Refusal::Unreadable)?;
                let is_regular = file.metadata().is_ok_and(|about| about.is_file());
                let again = if is_regular { file.try_clone().ok() } else { None };
                (Box::new(file), again)
            }
        };
        let length = file.as_ref().and_then(|file| Some(file.metadata().ok()?.len()));
        let reader = BufReader::with_capacity(CHUNK, Announced { reader, before_read });
        let reader = Reader::InOrder(Box::new(reader));
        let mut bytes = Bytes { reader, place: Place::START, passed: 0, begun: 0, length, file };
        bytes.begin()?;
        Ok(bytes)
    }
}

/// A reader that says when it is going to read.
struct Announced<R, F> {
    reader: R,
    before_read: F,
}

impl<R: Read, F: FnMut()> Read for Announced<R, F> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        (self.before_read)();
        self.reader.read(into)
    }
}

/// Where bytes come from: an input in its order, or arranged.
enum Reader {
    InOrder(Box<dyn BufRead + Send>),
    Arranged(Arranged),
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::InOrder(reader) => reader.read(into),
            Self::Arranged(reader) => reader.read(into),
        }
    }
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self {
            Self::InOrder(reader) => reader.fill_buf(),
            Self::Arranged(reader) => reader.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        match self {
            Self::InOrder(reader) => reader.consume(amount),
            Self::Arranged(reader) => reader.consume(amount),
        }
    }
}

/// The bytes of an input from a place on.
pub(super) struct Bytes {
    reader: Reader,
    /// The place of the next byte.
    pub(super) place: Place,
    /// How many bytes are behind it.
    pub(super) passed: u64,
    /// How many bytes of the input are not counted in `passed`, such as a byte order mark.
    begun: u64,
    /// How many there are altogether, where that is known.
    pub(super) length: Option<u64>,
    /// The input once more, if it can be read twice.
    file: Option<File>,
}

pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How compressed files begin, what that is, and the program that reads them.
const COMPRESSED: [(&[u8], &str, &str); 6] = [
    (b"\x1f\x8b", "gzip", "zcat"),
    (b"\x28\xb5\x2f\xfd", "zstd", "zstdcat"),
    (b"\xfd7zXZ", "xz", "xzcat"),
    (b"BZh", "bzip2", "bzcat"),
    (b"\x04\x22\x4d\x18", "lz4", "lz4cat"),
    (b"PK\x03\x04", "zip", "unzip -p"),
];

/// How many bytes tell all of them.
const MAGIC: u64 = 6;

impl Bytes {
    /// Passes over the byte order mark that some editors put at the beginning, and refuses what is no text in UTF-8.
    fn begin(&mut self) -> Result<(), Refusal> {
        let mut head = Vec::new();
        self.read_head(&mut head, MAGIC).map_err(Refusal::Unreadable)?;
        if let Some((_, format, program)) = COMPRESSED.iter().find(|(magic, _, _)| head.starts_with(magic)) {
            return Err(Refusal::Compressed { format, program });
        }
        if matches!(&*head, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..]) {
            return Err(Refusal::Utf16);
        }
        if head.starts_with(BYTE_ORDER_MARK) {
            head.drain(..BYTE_ORDER_MARK.len());
            self.begun = BYTE_ORDER_MARK.len() as u64;
        }
        self.unread(head);
        Ok(())
    }

    /// Reads the next few bytes, which are to be put back: the place stays where it is.
    pub(super) fn read_head(&mut self, into: &mut Vec<u8>, most: u64) -> io::Result<()> {
        self.reader.by_ref().take(most).read_to_end(into).map(drop)
    }

    /// Puts `bytes` before those that are to come. The caller sees to the place.
    pub(super) fn unread(&mut self, bytes: Vec<u8>) {
        let rest = std::mem::replace(&mut self.reader, Reader::InOrder(Box::new(io::empty())));
        self.reader = Reader::InOrder(Box::new(Cursor::new(bytes).chain(rest)));
    }

    /// The rest of the input as a file of its own, and where it begins there. What cannot be read twice is written into a
    /// file without a name, which only its owner can read.
    pub(super) fn rest_as_file(&mut self) -> io::Result<(File, u64)> {
        let place = self.begun + self.passed;
        match self.file.take() {
            Some(file) => Ok((file, place)),
            None => {
                let mut file = tempfile::tempfile()?;
                io::copy(&mut self.reader, &mut file)?;
                Ok((file, 0))
            }
        }
    }

    /// Counts bytes that were put back no more.
    pub(super) fn uncount(&mut self, bytes: usize) {
        self.passed = self.passed.saturating_sub(bytes as u64);
    }

    /// Reads on from `file`, which is at `begin` where this is.
    pub(super) fn go_on(&mut self, mut file: File, begin: u64) -> io::Result<()> {
        file.seek(SeekFrom::Start(begin))?;
        self.reader = Reader::InOrder(Box::new(BufReader::with_capacity(CHUNK, file)));
        Ok(())
    }

    /// Reads on in another order.
    pub(super) fn go_on_arranged(&mut self, rest: Arranged) {
        self.reader = Reader::Arranged(rest);
    }

    /// The bytes of `file` from `begin` on, which are at this place of the input.
    pub(super) fn of_file(mut file: File, begin: u64, place: Place) -> io::Result<Self> {
        file.seek(SeekFrom::Start(begin))?;
        let reader = Reader::InOrder(Box::new(BufReader::with_capacity(CHUNK, file)));
        Ok(Self { reader, place, passed: 0, begun: begin, length: None, file: None })
    }

    /// How far this is in the file.
    pub(super) fn position(&self) -> u64 {
        self.begun + self.passed
    }

    /// Passes over white space; the byte behind it, which stays where it is.
    pub(super) fn skip_space(&mut self) -> io::Result<Option<u8>> {
        loop {
            fill(&mut self.reader)?;
            if let Reader::Arranged(reader) = &mut self.reader
                && let Some(place) = reader.jump()
            {
                self.place = place;
            }
            let chunk = fill(&mut self.reader)?;
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

    /// Passes over what is no JSON value: to where one may begin, or behind the end of the line.
    pub(super) fn skip_junk(&mut self) -> io::Result<Junk> {
        let mut junk = Junk { place: self.place, head: Vec::new(), length: 0, zeros: 0, spaces: 0 };
        loop {
            let chunk = fill(&mut self.reader)?;
            if chunk.is_empty() {
                return Ok(junk);
            }
            let end = chunk.iter().position(|byte| matches!(byte, b'{' | b'[' | b'\n'));
            let line_ended = end.is_some_and(|at| chunk.get(at) == Some(&b'\n'));
            let skipped = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
            let length = skipped.len() + usize::from(line_ended);
            junk.head.extend(skipped.iter().take(HEAD.saturating_sub(junk.head.len())));
            junk.length += skipped.len();
            junk.zeros += skipped.iter().filter(|byte| **byte == 0).count();
            junk.spaces += skipped.iter().filter(|byte| is_space(**byte)).count();
            self.reader.consume(length);
            self.pass(line_ended, length);
            if end.is_some() {
                return Ok(junk);
            }
        }
    }

    /// Reads as far as `end` says that something ends in what it is shown, or to the end of the input.
    pub(super) fn read_while(
        &mut self,
        into: &mut Vec<u8>,
        mut end: impl FnMut(&[u8]) -> Option<usize>,
    ) -> io::Result<()> {
        loop {
            let chunk = fill(&mut self.reader)?;
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

/// What stands where a value should.
pub(super) struct Junk {
    place: Place,
    /// Its first bytes.
    head: Vec<u8>,
    length: usize,
    zeros: usize,
    spaces: usize,
}

/// How many of them.
const HEAD: usize = 8;

impl Junk {
    /// What it is.
    pub(super) fn refusal(self) -> Refusal {
        let Self { place, head, length, zeros, spaces } = self;
        if zeros > 0 && zeros + spaces == length {
            return Refusal::ZeroBytes { count: zeros, place };
        }
        if length == BYTE_ORDER_MARK.len() && head == BYTE_ORDER_MARK {
            return Refusal::ByteOrderMark(place);
        }
        no_value(&head, place).unwrap_or(Refusal::NotJson(place))
    }
}

fn fill(reader: &mut Reader) -> io::Result<&[u8]> {
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
