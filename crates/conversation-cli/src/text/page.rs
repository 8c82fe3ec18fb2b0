//! The page that a conversation is written on: headings, entries with their texts, marks beside them, notes.

use std::fmt::Display;

use anstyle::Style;
use genesys_chat_types::Timestamp;

use super::{
    clock,
    style::{HEADING, QUIET, WARNING, paint},
};
use crate::escape;

/// A page. Everything that is written on it is already harmless, or becomes it here.
pub(super) struct Page {
    out: String,
    /// How wide the column of positions is; without positions there is none.
    positions: usize,
    /// The day that the entries are of.
    day: Option<i64>,
    /// Whether there is anything below the head.
    begun: bool,
}

/// How many notes are written out. Programs get them all.
const NOTES: usize = 100;

impl Page {
    /// A page of which the widest position takes `positions` columns.
    pub(super) fn new(title: &str, positions: usize) -> Self {
        Self { out: format!("{}\n", paint(HEADING, title)), positions, day: None, begun: false }
    }

    /// A line of the head.
    pub(super) fn head(&mut self, line: impl Display) {
        self.line(0, &line.to_string());
    }

    /// Says the day where it is another than before.
    pub(super) fn day(&mut self, time: Timestamp) {
        let day = clock::day(time);
        let before = self.day;
        let Some(date) = clock::date(time) else {
            self.day = None;
            return;
        };
        if before == Some(day) {
            return;
        }
        self.day = Some(day);
        let jump = match before.map(|before| day - before) {
            Some(days) if days > 1 => format!(", {days} days later"),
            Some(-1) => ", a day earlier".to_owned(),
            Some(days) if days < -1 => format!(", {} days earlier", -days),
            _ => String::new(),
        };
        self.begun = true;
        self.line(0, "");
        self.line(0, &paint(HEADING, format_args!("{date}{jump}")));
    }

    /// Sets what has no day above it off from the head.
    fn begin(&mut self) {
        if !self.begun {
            self.begun = true;
            self.line(0, "");
        }
    }

    /// Who did what when, and the text that goes with it.
    pub(super) fn entry(&mut self, position: &str, time: Timestamp, what: &str, text: Option<&str>) {
        self.begin();
        let time = paint(QUIET, format_args!("{:<8}", clock::time_of_day(time)));
        let position = match self.positions {
            0 => String::new(),
            width => format!("{}  ", paint(QUIET, format_args!("{position:>width$}"))),
        };
        self.out.push_str(&format!("  {position}{time}  "));
        self.said(0, what, text);
    }

    /// `what` and the text that goes with it: beside it when it is a single line, else below it.
    fn said(&mut self, indent: usize, what: &str, text: Option<&str>) {
        self.out.push_str(what);
        let mut lines = text.into_iter().flat_map(escape::lines);
        match (lines.next(), lines.next()) {
            (None, _) => self.out.push('\n'),
            (Some(only), None) => self.out.push_str(&format!(": {only}\n")),
            (Some(first), Some(second)) => {
                self.out.push_str(":\n");
                let column = self.column() + indent + 2;
                for line in [first, second].into_iter().chain(lines) {
                    self.line(column, &line);
                }
            }
        }
    }

    /// A line beside an entry.
    pub(super) fn mark(&mut self, style: Style, text: impl Display) {
        let column = self.column();
        self.line(column, &paint(style, text));
    }

    /// Another version of an entry, beside it.
    pub(super) fn aside(&mut self, what: &str, text: Option<&str>) {
        self.out.push_str(&" ".repeat(self.column() + 2));
        self.said(2, what, text);
    }

    /// The place of what is missing.
    pub(super) fn gap(&mut self, text: impl Display) {
        self.begin();
        let column = self.column();
        self.line(column, &paint(WARNING, format_args!("… {text}")));
    }

    /// What to know about the whole, and the page itself.
    pub(super) fn notes(mut self, notes: Vec<String>) -> String {
        if !notes.is_empty() {
            self.line(0, "");
            self.line(0, &paint(HEADING, "Notes"));
            let more = notes.len().saturating_sub(NOTES);
            for note in notes.iter().take(NOTES) {
                self.line(0, &format!("- {note}"));
            }
            if more > 0 {
                self.line(0, &format!("- and {more} more, which --format json shows"));
            }
        }
        self.out
    }

    /// Where the entries begin.
    fn column(&self) -> usize {
        let positions = if self.positions > 0 { self.positions + 2 } else { 0 };
        2 + positions + 8 + 2
    }

    fn line(&mut self, indent: usize, text: &str) {
        if !text.is_empty() {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(text);
        }
        self.out.push('\n');
    }
}
