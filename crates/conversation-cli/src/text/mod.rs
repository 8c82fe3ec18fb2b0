//! A conversation for a person: what it is, then who said what when, then what to know about it.

mod chat;
mod clock;
#[cfg(feature = "http")]
mod outline;
mod page;
mod style;
mod tree;

use std::collections::BTreeSet;

pub(crate) use chat::chat;
pub(crate) use clock::span;
#[cfg(feature = "http")]
pub(crate) use outline::outline;
pub(crate) use tree::tree;

use conversation_core::{Completeness, Gap, Verdict};
use conversation_wire::Unreadable;

use crate::{error::listed, escape};

/// `1 event`, `2 events`.
pub(crate) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// Whether all of a conversation is here, for its head.
pub(crate) fn verdict(completeness: &Completeness) -> &'static str {
    match completeness.verdict() {
        Verdict::Complete => "complete",
        Verdict::Incomplete => "incomplete",
        _ => "not known to be complete",
    }
}

/// An item that could not be read.
fn unreadable(item: &Unreadable) -> String {
    format!("⚠ unreadable: {}", escape::line(&item.to_string()))
}

/// The notes on what is missing.
fn gaps(completeness: &Completeness) -> Vec<String> {
    let gaps = completeness.gaps.iter().filter(|gap| gap.is_missing() || matches!(gap, Gap::Surplus { .. }));
    gaps.map(|gap| escape::line(&gap.to_string())).collect()
}

/// How many names one note lists.
const NAMES: usize = 10;

/// The note on fields whose meaning is not known; nothing when there are none.
fn unknown_fields(of: &str, names: &BTreeSet<String>, fate: &str) -> Option<String> {
    let names = names.iter().map(|name| escape::start(&escape::name(name), 40));
    (names.len() > 0).then(|| format!("fields {of} that are not known here, {fate}: {}", listed(names, NAMES)))
}

/// What becomes of unknown fields: values of the answer itself might be secrets, those of its messages are not.
const IN_JSON: &str = "which --format json shows";
const NOT_SHOWN: &str = "which are not shown";
