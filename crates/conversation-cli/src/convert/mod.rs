//! Conversions of documents: what `input` read becomes what is written, and comes back.

mod kept;
mod losses;
mod nesting;
mod project;
mod restore;
mod rules;

use serde::Serialize;

pub(crate) use kept::Kept;
pub(crate) use losses::Losses;
pub(crate) use nesting::is_too_deep;
pub(crate) use project::convert;
pub(crate) use restore::restore;
pub(crate) use rules::{RuleArgs, Rules, Target};

use crate::input::Layout;

/// Appends a value: on one line among others, else as people read it.
pub(crate) fn write_json(value: &impl Serialize, layout: Layout, out: &mut Vec<u8>) {
    // Keys are strings and nothing here fails to serialize; and a vector takes everything.
    let _ = match layout {
        Layout::Lines => serde_json::to_writer(&mut *out, value),
        Layout::Single | Layout::Loose => serde_json::to_writer_pretty(&mut *out, value),
    };
    out.push(b'\n');
}
