//! The messages of one interaction put together, wherever they stand in an input: a second pass over a file.
//!
//! A fetch that was interrupted and resumed, or several writers of one file, leave the lines of one interaction in several
//! places. What is kept of the input is where each run of lines of one interaction begins and ends: 64 MB at most.

use std::{
    borrow::Cow,
    collections::HashMap,
    fs::File,
    hash::{BuildHasher as _, RandomState},
    io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom},
    vec,
};

use serde::Deserialize;

use super::place::Place;

/// A part of a file that is read as a whole: values of one interaction, or of none.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// In the order in which each was there first.
    group: u32,
    begin: u64,
    end: u64,
    place: Place,
}

/// How many runs are kept, each of which takes 40 bytes, and its group 18.
const MOST: usize = 500_000;

/// Finds out which values belong together.
pub(super) struct Groups {
    runs: Vec<Run>,
    /// The group of each interaction, by a digest of its id whose key no server knows.
    groups: HashMap<u64, u32>,
    digests: RandomState,
    /// How many groups there are.
    count: u32,
    /// An interaction comes back after another one.
    comes_back: bool,
}

/// What tells to which interaction a value belongs.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow, default)]
    interaction_id: Option<Cow<'a, str>>,
}

impl Groups {
    /// Of what is behind a message of the interaction `first`.
    pub(super) fn behind(first: &str) -> Self {
        let mut groups =
            Self { runs: Vec::new(), groups: HashMap::new(), digests: RandomState::new(), count: 0, comes_back: false };
        groups.of(first);
        groups
    }

    fn of(&mut self, interaction: &str) -> u32 {
        let next = self.count;
        let group = *self.groups.entry(self.digests.hash_one(interaction)).or_insert(next);
        self.count = self.count.max(group.saturating_add(1));
        group
    }

    /// Adds the value in `bytes`, which is from `begin` to `end` and begins at `place`; whether there is room for more.
    pub(super) fn add(&mut self, bytes: &[u8], (begin, end): (u64, u64), place: Place) -> bool {
        let last = self.runs.last().map_or(0, |run| run.group);
        let group = match serde_json::from_slice::<Head<'_>>(bytes) {
            Ok(Head { interaction_id: Some(interaction) }) => self.of(&interaction),
            // Another conversation stays between those that it is between.
            Ok(Head { interaction_id: None }) => {
                self.count = self.count.saturating_add(1);
                self.count - 1
            }
            // What is damaged is among the messages where it stands.
            Err(_) => last,
        };
        self.extend(group, (begin, end), place)
    }

    /// Adds what is no value.
    pub(super) fn skip(&mut self, (begin, end): (u64, u64), place: Place) -> bool {
        let last = self.runs.last().map_or(0, |run| run.group);
        self.extend(last, (begin, end), place)
    }

    fn extend(&mut self, group: u32, (begin, end): (u64, u64), place: Place) -> bool {
        match self.runs.last_mut() {
            Some(run) if run.group == group => run.end = end,
            last => {
                self.comes_back |= last.is_some_and(|last| group < last.group);
                self.runs.push(Run { group, begin, end, place });
            }
        }
        self.runs.len() < MOST && self.groups.len() < MOST
    }

    /// What `file` says, each interaction as a whole where it begins; nothing when it is so already.
    pub(super) fn arranged(mut self, file: File) -> Option<Arranged> {
        if !self.comes_back {
            return None;
        }
        drop(self.groups);
        self.runs.sort_unstable_by_key(|run| (run.group, run.begin));
        Some(Arranged {
            file: BufReader::with_capacity(CHUNK, file),
            runs: self.runs.into_iter(),
            left: 0,
            breaks: false,
            jump: None,
        })
    }
}

/// How much is read at once.
const CHUNK: usize = 64 * 1024;

/// The runs of a file in another order.
pub(super) struct Arranged {
    file: BufReader<File>,
    runs: vec::IntoIter<Run>,
    /// How many bytes of the current run are left.
    left: u64,
    /// The last byte that was read does not end a line.
    breaks: bool,
    /// Where the current run begins, until it is taken.
    jump: Option<Place>,
}

impl Arranged {
    /// Where the next byte stands in the input, if that is not behind the one before it.
    pub(super) fn jump(&mut self) -> Option<Place> {
        self.jump.take()
    }
}

impl Read for Arranged {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let chunk = self.fill_buf()?;
        let length = chunk.len().min(into.len());
        for (to, from) in into.iter_mut().zip(chunk) {
            *to = *from;
        }
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Arranged {
    /// No more than the rest of the run.
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            // The last line of the file may not be the last here.
            if self.breaks {
                return Ok(b"\n");
            }
            let Some(run) = self.runs.next() else { return Ok(&[]) };
            self.file.seek(SeekFrom::Start(run.begin))?;
            self.left = run.end.saturating_sub(run.begin);
            self.jump = Some(run.place);
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        let chunk = self.file.fill_buf()?;
        let chunk = chunk.get(..most).unwrap_or(chunk);
        if chunk.is_empty() {
            // The file has become shorter.
            self.left = 0;
            self.runs = Vec::new().into_iter();
        }
        Ok(chunk)
    }

    fn consume(&mut self, amount: usize) {
        if self.left == 0 {
            self.breaks &= amount == 0;
            return;
        }
        let last = amount.checked_sub(1).and_then(|last| self.file.buffer().get(last).copied());
        if let Some(last) = last {
            self.breaks = last != b'\n';
        }
        self.left = self.left.saturating_sub(amount as u64);
        self.file.consume(amount);
    }
}
