//! Why the command failed: one line, and an exit code.

use std::{
    fmt::{self, Write as _},
    io::{self, Write as _},
    process::ExitCode,
};

use anstyle::{AnsiColor, Style};

use crate::{
    escape,
    input::{Content, Fault, Layout, Place, Refusal, Source},
};

/// How a command ended that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// Problems were found, or something could not be fetched.
    Wrong,
    /// Done, but some items or lines could not be read, and were reported.
    Partial,
    /// Nothing could be read, and why was reported.
    Bad,
}

impl Outcome {
    /// The outcome of both together. Problems say more than that some of the input could not be read.
    pub(crate) fn and(self, other: Self) -> Self {
        let rank = |outcome: &Self| match outcome {
            Self::Done => 0,
            Self::Partial => 1,
            Self::Bad => 2,
            Self::Wrong => 3,
        };
        if rank(&other) > rank(&self) { other } else { self }
    }

    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Self::Done => ExitCode::SUCCESS,
            Self::Wrong => ExitCode::from(1),
            Self::Bad => ExitCode::from(2),
            Self::Partial => ExitCode::from(3),
        }
    }
}

/// Why the command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The input is invalid, or does not have what was asked for.
    #[error("{name}: {refusal}")]
    Input {
        /// The input, as the user called it.
        name: String,
        refusal: Refusal,
    },
    /// The arguments contradict one another.
    #[error("{0}")]
    Arguments(String),
    /// What was to be written could not be.
    #[error("standard output: {}", io_reason(.0))]
    Output(io::Error),
    /// A file could not be written.
    #[error("{name}: {}", io_reason(reason))]
    File { name: String, reason: io::Error },
    /// A server does not want what was asked of it.
    #[cfg(feature = "http")]
    #[error("{0}")]
    Server(String),
    /// A server could not be reached, or broke off.
    #[cfg(feature = "http")]
    #[error("{0}")]
    Interrupted(String),
    /// The system does not give what the command needs.
    #[cfg(feature = "http")]
    #[error("the system: {}", io_reason(.0))]
    System(io::Error),
}

/// The most bytes of the input's name that are shown: its end, which says most.
const MAX_NAME: usize = 200;

/// The most bytes of the whole line.
const MAX_LINE: usize = 1000;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = Style::new().bold();

impl Failure {
    pub(crate) fn input(name: &str, refusal: Refusal) -> Self {
        Self::Input { name: shown(name), refusal }
    }

    pub(crate) fn file(name: &str, reason: io::Error) -> Self {
        Self::File { name: shown(name), reason }
    }

    /// Reports it on standard error, always on one line, and returns its exit code.
    ///
    /// A reader who stops reading, such as `head`, has what it wants: that is no failure.
    pub(crate) fn report(&self) -> u8 {
        if let Self::Output(error) = self
            && error.kind() == io::ErrorKind::BrokenPipe
        {
            return 0;
        }
        say_error(&self.to_string());
        match self {
            Self::Input { .. } | Self::Arguments(_) => 2,
            Self::Output(_) | Self::File { .. } => 1,
            #[cfg(feature = "http")]
            Self::Server(_) => 2,
            #[cfg(feature = "http")]
            Self::Interrupted(_) | Self::System(_) => 1,
        }
    }
}

/// A name as errors show it.
pub(crate) fn shown(name: &str) -> String {
    escape::end(&escape::line(name), MAX_NAME)
}

/// Says what is wrong, in one line on standard error.
pub(crate) fn say_error(text: &str) {
    let line = escape::start(&escape::line(text), MAX_LINE);
    // If standard error is closed, the error cannot be reported.
    let _ = writeln!(anstream::stderr(), "{ERROR}error:{ERROR:#} {line}");
}

/// Prints a usage error, which has several lines and begins with `error: `.
pub(crate) fn say_usage_error(text: &str) {
    let text = escape::text(text);
    let _ = match text.strip_prefix("error:") {
        Some(text) => write!(anstream::stderr(), "{ERROR}error:{ERROR:#}{text}"),
        None => write!(anstream::stderr(), "{text}"),
    };
}

/// Says something that is worth knowing and no error, on standard error.
pub(crate) fn say_note(text: &str) {
    let line = escape::start(&escape::line(text), MAX_LINE);
    let _ = writeln!(anstream::stderr(), "{NOTE}note:{NOTE:#} {line}");
}

/// Says something in several lines, which are harmless already, on standard error.
#[cfg(feature = "http")]
pub(crate) fn say_lines(lines: impl Iterator<Item = String>) {
    let text = lines.fold(String::new(), |text, line| text + &line + "\n");
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// The invalid values and items of an input. The first ones are reported as they come, the others are counted.
pub(crate) struct Faults {
    name: String,
    count: u64,
    /// Whether anything could be read.
    has_valid: bool,
}

/// How many are reported.
const FAULTS: u64 = 20;

impl Faults {
    pub(crate) fn of(source: &Source) -> Self {
        Self { name: shown(&source.name()), count: 0, has_valid: false }
    }

    /// Notes a conversation, and reports its items that could not be read.
    pub(crate) fn valid(&mut self, begin: Place, content: &Content) {
        self.has_valid = true;
        for item in content.unreadable() {
            self.count += 1;
            if self.count <= FAULTS {
                let text = Refusal::Decode { begin, error: item.error().clone() };
                say_error(&format!("{}: unreadable: {text}", self.name));
            }
        }
    }

    /// Counts an invalid value that is not reported by itself.
    pub(crate) fn count(&mut self) {
        self.count += 1;
    }

    /// Notes a conversation that was restored, in which nothing needs to be readable.
    pub(crate) fn restored(&mut self) {
        self.has_valid = true;
    }

    /// Reports an invalid value, and lets the caller continue; if the input is a single value, this is the failure.
    pub(crate) fn take(&mut self, fault: Fault, layout: Layout) -> Result<(), Failure> {
        if layout == Layout::Single {
            return Err(Failure::Input { name: self.name.clone(), refusal: fault.refusal });
        }
        self.count += 1;
        if self.count <= FAULTS {
            let Fault { refusal, begin, .. } = fault;
            match refusal.says_place() {
                true => say_error(&format!("{}: {refusal}", self.name)),
                false => say_error(&format!("{}: in line {}: {refusal}", self.name, begin.line)),
            }
        }
        Ok(())
    }

    /// Reports how many more there were, and returns the outcome.
    pub(crate) fn end(self) -> Outcome {
        if self.count > FAULTS {
            say_error(&format!("{}: and {} more like these", self.name, self.count - FAULTS));
        }
        match (self.count, self.has_valid) {
            (0, _) => Outcome::Done,
            (_, true) => Outcome::Partial,
            (_, false) => Outcome::Bad,
        }
    }
}

/// What the system says, in plain words and without the number of the error.
pub(crate) fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::IsADirectory => "is a directory, expected a file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or_default();
            let mut characters = text.chars();
            characters.next().into_iter().flat_map(char::to_lowercase).chain(characters).collect()
        }
    }
}

/// A list in words, at most `most` of it: `a, b and 3 more`.
pub(crate) fn listed<T: fmt::Display>(items: impl ExactSizeIterator<Item = T>, most: usize) -> String {
    let count = items.len();
    let mut text = String::new();
    for (number, item) in items.take(most).enumerate() {
        let separator = match number {
            0 => "",
            _ if number + 1 == count => " and ",
            _ => ", ",
        };
        // Writing into a string cannot fail.
        let _ = write!(text, "{separator}{item}");
    }
    if count > most {
        let _ = write!(text, " and {} more", count - most);
    }
    text
}
