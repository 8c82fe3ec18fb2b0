//! Text from outside on one line and within bounds, as every error here shows it.

use crate::printable::characters;

/// Appends `text`, escaped, by at most `limit` bytes; false when it had to be cut.
///
/// Characters that could break the line, or hide or reorder the text after them (controls, quotes, bidirectional marks),
/// are escaped.
pub(crate) fn push_escaped(out: &mut String, text: &str, limit: usize) -> bool {
    let end = out.len() + limit;
    for (c, safe) in characters(text) {
        let before = out.len();
        match safe {
            true => out.extend(c.escape_debug()),
            false => out.extend(c.escape_default()),
        }
        if out.len() > end {
            out.truncate(before);
            return false;
        }
    }
    true
}

/// `text` within `limit` bytes, for names and phrases that come from source code and are short as a rule.
pub(crate) fn phrase(text: &str, limit: usize) -> String {
    let mut out = String::new();
    let end = limit.saturating_sub("…".len());
    for (c, safe) in characters(text) {
        let c = if safe { c } else { ' ' };
        if out.len() + c.len_utf8() > end && text.len() > limit {
            out.push('…');
            break;
        }
        out.push(c);
    }
    out
}
