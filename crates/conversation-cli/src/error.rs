//! Why the command ended without doing what it was asked for: one line, and an exit code.

use std::{
    fmt::{self, Write as _},
    io::{self, Write as _},
    process::ExitCode,
};

use anstyle::{AnsiColor, Style};

use crate::{escape, input::Refusal};

/// Why the command ended without doing what it was asked for.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The input, or what was asked of it, is no good.
    #[error("{name}: {refusal}")]
    Input {
        /// The input, as the user called it.
        name: String,
        refusal: Refusal,
    },
    /// What was to be written could not be.
    #[error("standard output: {}", io_reason(.0))]
    Output(io::Error),
}

/// The most bytes of the input's name that are shown: its end, which says most.
const MAX_NAME: usize = 200;

/// The most bytes of the whole line.
const MAX_LINE: usize = 1000;

const ERROR: Style = AnsiColor::Red.on_default().bold();

impl Failure {
    pub(crate) fn input(name: &str, refusal: Refusal) -> Self {
        Self::Input { name: escape::end(&escape::line(name), MAX_NAME), refusal }
    }

    /// Says it on standard error, on one line whatever the input was, and gives the exit code for it.
    pub(crate) fn report(&self) -> ExitCode {
        let line = escape::start(&escape::line(&self.to_string()), MAX_LINE);
        // Where nobody listens any more there is nobody to tell.
        let _ = writeln!(anstream::stderr(), "{ERROR}error:{ERROR:#} {line}");
        match self {
            Self::Input { .. } => ExitCode::from(2),
            Self::Output(_) => ExitCode::from(1),
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
