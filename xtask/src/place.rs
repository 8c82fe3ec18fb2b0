//! Where something stands in a document, and what is wrong there.

use std::fmt;

/// A line and column of a file, both counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One thing that is wrong, with the file and the place to mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// The file, relative to the workspace where it is inside it.
    pub file: String,
    /// The place in it.
    pub place: Place,
    /// What is wrong and what to do.
    pub message: String,
}

/// The most characters of a message.
const MAX_MESSAGE: usize = 300;

impl Violation {
    /// A violation whose message is one line, cut in its middle where it quotes more than anyone reads.
    pub fn new(file: &str, place: Place, message: &str) -> Self {
        let mut letters: Vec<char> =
            message.chars().flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect();
        if letters.len() > MAX_MESSAGE {
            let cut = MAX_MESSAGE / 2..letters.len() - MAX_MESSAGE / 2;
            letters.splice(cut, " … ".chars());
        }
        Self { file: file.into(), place, message: letters.into_iter().collect() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column } = self.place;
        write!(f, "{}:{line}:{column}: {}", self.file, self.message)
    }
}

/// All that is wrong, in the order of the file; never empty.
#[derive(Clone, Debug)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// `Err` with everything found, sorted and without repeats; `Ok` when nothing was.
    pub fn none_or(mut found: Vec<Violation>) -> Result<(), Self> {
        found.sort();
        found.dedup();
        if found.is_empty() { Ok(()) } else { Err(Self(found)) }
    }

    /// Every violation of several readings, at least one.
    pub(crate) fn all(several: impl Iterator<Item = Self>) -> Self {
        let mut found: Vec<Violation> = several.flat_map(Self::into_vec).collect();
        found.sort();
        found.dedup();
        Self(found)
    }

    /// A single violation.
    pub fn one(violation: Violation) -> Self {
        Self(vec![violation])
    }

    /// Every violation, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Violation> {
        self.0.iter()
    }

    /// The violations themselves.
    pub fn into_vec(self) -> Vec<Violation> {
        self.0
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}
