//! An input cut into its values: one document, JSON Lines, or values one after another.
//!
//! Of JSON Lines no more than one line is in memory at a time.

use super::{
    Fault, Layout, Refusal, Source,
    group::Groups,
    outline::{first_end, values},
    place::Place,
    source::{Bytes, is_space, no_value},
};

/// The values of an input, not yet looked into.
pub(crate) struct Frames {
    bytes: Bytes,
    pub(crate) layout: Layout,
    /// The value that was read last, and where it begins.
    value: Vec<u8>,
    begin: Place,
    /// The first value was read already, to see how the others follow.
    ahead: bool,
    /// What is behind the value on its line, and where it begins.
    rest: Option<(Vec<u8>, Place)>,
}

/// The bytes of a value, which may not be JSON at all, and where they begin.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) begin: Place,
}

impl Frames {
    /// Reads the first value of `source`, unless its beginning cannot be that of one: what is no conversation may have
    /// no end, as a device or the output of another command.
    ///
    /// `before_read` is called whenever the system is asked for more.
    pub(crate) fn open(source: &Source, before_read: impl FnMut() + Send + 'static) -> Result<Self, Refusal> {
        let mut bytes = source.open(before_read)?;
        if bytes.skip_space().map_err(Refusal::Unreadable)?.is_none() {
            return Err(Refusal::Empty);
        }
        let begin = bytes.place;
        let mut frames = Self { bytes, layout: Layout::Single, value: Vec::new(), begin, ahead: true, rest: None };
        if frames.begins_with_junk()? {
            frames.layout = Layout::Lines;
            frames.ahead = false;
            return Ok(frames);
        }
        frames.layout = frames.first().map_err(Refusal::Unreadable)?;
        if frames.layout == Layout::Lines {
            frames.trim();
        }
        Ok(frames)
    }

    /// How many bytes were read, and how many there are, where that is known.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        (self.bytes.passed, self.bytes.length)
    }

    /// Where the value that was read last begins.
    pub(crate) fn begin(&self) -> Place {
        self.begin
    }

    /// The next value. After a refusal comes the one behind it.
    pub(crate) fn next(&mut self) -> Option<Result<Frame<'_>, Fault>> {
        if !std::mem::take(&mut self.ahead) {
            match self.read() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(refusal) => return Some(Err(refusal.at(self.begin))),
            }
        }
        Some(Ok(Frame { bytes: &self.value, begin: self.begin }))
    }

    /// Puts the values of one interaction together, wherever they stand from here on; the value that was read last is of the
    /// interaction `first`. Of an input that cannot be read twice, this waits for its end.
    pub(crate) fn group(&mut self, first: &str) -> std::io::Result<()> {
        let (file, begin) = self.bytes.rest_as_file()?;
        let bytes = Bytes::of_file(file.try_clone()?, begin, self.bytes.place)?;
        let mut rest =
            Self { bytes, layout: self.layout, value: Vec::new(), begin: self.begin, ahead: false, rest: None };
        let mut groups = Groups::behind(first);
        loop {
            let (from, place) = (rest.bytes.position(), rest.bytes.place);
            let has_room = match rest.read() {
                Ok(false) => break,
                Ok(true) => groups.add(&rest.value, (from, rest.bytes.position()), place),
                Err(Refusal::Unreadable(error)) => return Err(error),
                Err(_) => groups.skip((from, rest.bytes.position()), place),
            };
            if !has_room {
                return self.bytes.go_on(file, begin);
            }
        }
        match groups.arranged(file.try_clone()?) {
            Some(arranged) => self.bytes.go_on_arranged(arranged),
            None => self.bytes.go_on(file, begin)?,
        }
        Ok(())
    }

    /// The current value, which was read last.
    pub(crate) fn current(&self) -> Frame<'_> {
        Frame { bytes: &self.value, begin: self.begin }
    }

    /// Takes what is behind the value on its line from it, where that is something: then the value is another one now.
    ///
    /// Writers that crash, or do not wait for one another, leave two values on one line; or the beginning of one, and
    /// behind it the whole of the next.
    pub(crate) fn split(&mut self) -> bool {
        if self.layout != Layout::Lines || self.rest.is_some() {
            return false;
        }
        if let Some(end) = first_end(&self.value) {
            self.cut_at(end);
            return true;
        }
        if let Some(whole) = whole_behind(&self.value) {
            self.cut_at(whole);
        }
        false
    }

    fn cut_at(&mut self, end: usize) {
        let rest = self.value.split_off(end);
        let place = self.begin.plus(Place::behind(&self.value));
        self.rest = Some((rest, place));
        self.trim();
    }

    /// Whether something else stands before the first value, as it may in a file that was damaged. Errs when no value is
    /// near either.
    fn begins_with_junk(&mut self) -> Result<bool, Refusal> {
        let mut head = Vec::new();
        self.bytes.read_head(&mut head, SHORT).map_err(Refusal::Unreadable)?;
        let refusal = no_value(&head, self.begin);
        if refusal.is_some() {
            self.bytes.read_head(&mut head, FAR).map_err(Refusal::Unreadable)?;
        }
        let is_near = refusal.is_some() && head.split(|byte| *byte == b'\n').any(is_damaged_line);
        self.bytes.unread(head);
        match refusal {
            None => Ok(false),
            Some(_) if is_near => Ok(true),
            Some(refusal) => Err(refusal),
        }
    }

    /// Reads the first value, and sees from it and from what is behind it how the values follow one another.
    fn first(&mut self) -> std::io::Result<Layout> {
        self.bytes.read_line(&mut self.value)?;
        let line_end = self.bytes.place;
        let Some(next) = self.bytes.skip_space()? else {
            let several = may_be_several(&self.value) && values(&self.value).is_some_and(|values| values > 1);
            return Ok(if several { Layout::Lines } else { Layout::Single });
        };
        if values(&self.value).is_some() {
            return Ok(Layout::Lines);
        }
        let mut scan = Scan::default();
        let end = scan.end(&self.value);
        match scan.state {
            // No value continues here.
            State::Broken => return Ok(Layout::Lines),
            // Within an object no value begins but behind a key: this one is a value of its own.
            State::Open if scan.depth == 1 && self.value.starts_with(b"{") && next == b'{' => return Ok(Layout::Lines),
            _ => {}
        }
        // What was passed over does not matter to a value, but for the places of what is behind it.
        let mut rest = end.map_or_else(Vec::new, |end| self.value.split_off(end));
        let place = self.bytes.place;
        rest.extend(std::iter::repeat_n(b'\n', place.line - line_end.line));
        rest.extend(std::iter::repeat_n(b' ', place.column - 1));
        self.bytes.uncount(rest.len());
        self.bytes.unread(rest);
        self.bytes.place = match end {
            Some(_) => self.begin.plus(Place::behind(&self.value)),
            None => line_end,
        };
        if end.is_none() {
            self.bytes.read_while(&mut self.value, |chunk| scan.end(chunk))?;
        }
        Ok(if self.bytes.skip_space()?.is_none() { Layout::Single } else { Layout::Loose })
    }

    /// Takes the line break off.
    fn trim(&mut self) {
        let end = self.value.iter().rposition(|byte| !is_space(*byte)).map_or(0, |last| last + 1);
        self.value.truncate(end);
    }

    fn read(&mut self) -> Result<bool, Refusal> {
        if let Some((rest, place)) = self.rest.take() {
            let spaces = rest.iter().take_while(|byte| is_space(**byte)).count();
            self.begin = place.plus(Place::behind(rest.get(..spaces).unwrap_or_default()));
            self.value.clear();
            self.value.extend_from_slice(rest.get(spaces..).unwrap_or_default());
            return Ok(true);
        }
        match self.bytes.skip_space().map_err(Refusal::Unreadable)? {
            None => return Ok(false),
            Some(b'{' | b'[') => {}
            Some(_) => {
                self.begin = self.bytes.place;
                self.value.clear();
                return Err(self.bytes.skip_junk().map_err(Refusal::Unreadable)?.refusal());
            }
        }
        self.value.clear();
        self.begin = self.bytes.place;
        self.fill().map_err(Refusal::Unreadable)?;
        Ok(true)
    }

    fn fill(&mut self) -> std::io::Result<()> {
        match self.layout {
            Layout::Lines => {
                self.bytes.read_line(&mut self.value)?;
                self.trim();
            }
            Layout::Single | Layout::Loose => {
                let mut scan = Scan::default();
                self.bytes.read_while(&mut self.value, |chunk| scan.end(chunk))?;
            }
        }
        Ok(())
    }
}

/// How many bytes tell whether a value begins, and how far one is looked for behind something else.
const SHORT: u64 = 8;
const FAR: u64 = 64 * 1024;

/// How many places on a line are tried that may begin a whole value behind one that was cut off.
const PLACES: usize = 16;

/// Whether a line ends with JSON values. Other bytes may precede them.
fn is_damaged_line(line: &[u8]) -> bool {
    let begin = line.iter().position(|byte| matches!(byte, b'{' | b'['));
    begin.and_then(|begin| line.get(begin..)).is_some_and(|rest| values(rest).is_some_and(|values| values > 0))
}

/// Whether a value ends on the line and another begins behind it, as far as that is seen without reading them.
fn may_be_several(line: &[u8]) -> bool {
    let mut ends = line.iter().enumerate().filter(|(_, byte)| matches!(byte, b'}' | b']'));
    ends.any(|(at, _)| {
        let behind = line.get(at + 1..).unwrap_or_default();
        matches!(behind.iter().find(|byte| !is_space(**byte)), Some(b'{' | b'['))
    })
}

/// Where a whole value begins on a line behind one that was cut off: it begins as that one did, and ends with the line.
fn whole_behind(line: &[u8]) -> Option<usize> {
    // The brace and the first key.
    let quote = |from: usize| Some(from + line.get(from..)?.iter().position(|byte| *byte == b'"')? + 1);
    let beginning = line.get(..quote(quote(0)?)?)?;
    let later = (1..line.len()).filter(|at| line.get(*at..).is_some_and(|rest| rest.starts_with(beginning)));
    later.take(PLACES).find(|at| line.get(*at..).is_some_and(|rest| values(rest).is_some()))
}

/// Looks for the end of a value without understanding it: where its last brace closes.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
    state: State,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Open,
    Closed,
    /// A line ends within a string: this is no JSON.
    Broken,
}

impl Scan {
    /// Where in `bytes` the value ends.
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        for (byte, end) in bytes.iter().zip(1..) {
            if self.in_string {
                match byte {
                    b'\n' => {
                        self.state = State::Broken;
                        return Some(end);
                    }
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth <= 1 => {
                    self.state = State::Closed;
                    return Some(end);
                }
                b'}' | b']' => self.depth -= 1,
                _ => {}
            }
        }
        None
    }
}
