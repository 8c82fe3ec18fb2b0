//! How far a long input was read, for a user at a terminal.

use std::{
    io::{self, IsTerminal as _},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// How much has to be read before anybody wonders.
const LONG: u64 = 16 * 1024 * 1024;

/// How much is read between two looks.
const STEP: u64 = 1024 * 1024;

/// A bar on standard error; nothing when that is no terminal, or the input is short.
pub(crate) struct Progress {
    wanted: bool,
    bar: Option<ProgressBar>,
    next: u64,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { wanted: io::stderr().is_terminal(), bar: None, next: LONG }
    }

    /// Shows how many bytes were read, of how many if that is known.
    pub(crate) fn show(&mut self, (passed, length): (u64, Option<u64>)) {
        if !self.wanted || passed < self.next {
            return;
        }
        self.next = passed.saturating_add(STEP);
        let bar = self.bar.get_or_insert_with(|| bar(length));
        bar.set_position(passed);
    }

    /// Says something on standard error, above the bar.
    pub(crate) fn beside<T>(&self, say: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// How much came from a server, for a user at a terminal: a bar on standard error, and nothing where that is
/// no terminal.
#[cfg(feature = "http")]
pub(crate) struct Count(Option<ProgressBar>);

#[cfg(feature = "http")]
impl Count {
    /// Of `what`, such as `messages`, of which there are `total` if that is known.
    pub(crate) fn new(what: &'static str, total: Option<u64>) -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let (bar, template) = match total {
            Some(total) => {
                (ProgressBar::new(total), "{bar:30} {human_pos} of {human_len} {msg}, {per_sec}, {eta} left")
            }
            None => (ProgressBar::new_spinner(), "{spinner} {human_pos} {msg}"),
        };
        bar.enable_steady_tick(Duration::from_millis(200));
        let bar = match ProgressStyle::with_template(template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        Self(Some(bar.with_message(what)))
    }

    /// So many more are there.
    pub(crate) fn add(&self, items: u64) {
        if let Some(bar) = &self.0 {
            bar.inc(items);
        }
    }

    /// Says something on standard error, above the bar.
    pub(crate) fn beside<T>(&self, say: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

#[cfg(feature = "http")]
impl Drop for Count {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

fn bar(length: Option<u64>) -> ProgressBar {
    let (bar, template) = match length {
        Some(length) => (ProgressBar::new(length), "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes}, {bytes_per_sec}"),
    };
    bar.enable_steady_tick(Duration::from_millis(200));
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
