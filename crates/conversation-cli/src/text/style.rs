//! The few colours there are.

use std::fmt::Display;

use anstyle::{AnsiColor, Style};

/// What the input is, and the days.
pub(super) const HEADING: Style = Style::new().bold();

/// What is seldom read: times, positions, previews, ids.
pub(super) const QUIET: Style = Style::new().dimmed();

/// What is missing or wrong.
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default();

/// The end user, the client.
pub(super) const CUSTOMER: Style = AnsiColor::Cyan.on_default();

/// The agent, of either kind.
pub(super) const AGENT: Style = AnsiColor::Green.on_default();

/// `text` in `style`; where no colour is wanted, the style is taken out again on the way to the terminal.
pub(super) fn paint(style: Style, text: impl Display) -> String {
    match text.to_string() {
        text if text.is_empty() => text,
        text => format!("{style}{text}{style:#}"),
    }
}
