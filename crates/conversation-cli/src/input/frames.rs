//! An input cut into its values: one document, JSON Lines, or values one after another.
//!
//! Of JSON Lines no more than one line is in memory at a time.

use super::{
    Fault, Layout, Refusal, Source,
    outline::is_one_value,
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
    pub(crate) fn open(source: &Source) -> Result<Self, Refusal> {
        let mut bytes = source.open()?;
        if bytes.skip_space().map_err(Refusal::Unreadable)?.is_none() {
            return Err(Refusal::Empty);
        }
        let begin = bytes.place;
        let mut frames = Self { bytes, layout: Layout::Single, value: Vec::new(), begin, ahead: true };
        frames.check_beginning()?;
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

    fn check_beginning(&mut self) -> Result<(), Refusal> {
        let mut head = Vec::new();
        self.bytes.read_head(&mut head).map_err(Refusal::Unreadable)?;
        let refusal = no_value(&head, self.begin);
        self.bytes.unread(head);
        refusal.map_or(Ok(()), Err)
    }

    /// Reads the first value, and sees from it and from what is behind it how the values follow one another.
    fn first(&mut self) -> std::io::Result<Layout> {
        self.bytes.read_line(&mut self.value)?;
        let line_end = self.bytes.place;
        let Some(next) = self.bytes.skip_space()? else { return Ok(Layout::Single) };
        if std::str::from_utf8(&self.value).is_ok_and(is_one_value) {
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
        if self.bytes.skip_space().map_err(Refusal::Unreadable)?.is_none() {
            return Ok(false);
        }
        self.value.clear();
        self.begin = self.bytes.place;
        self.fill().map_err(Refusal::Unreadable)?;
        match no_value(&self.value, self.begin) {
            None => Ok(true),
            Some(refusal) => Err(refusal),
        }
    }

    fn fill(&mut self) -> std::io::Result<()> {
        if !matches!(self.bytes.skip_space()?, Some(b'{' | b'[')) {
            self.value = self.bytes.skip_line()?;
            return Ok(());
        }
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
