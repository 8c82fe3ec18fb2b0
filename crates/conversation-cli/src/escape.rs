//! Text from outside, made safe for a terminal and for its reader.
//!
//! Everything that a server sent (texts, names, ids, even the values of enums) may hold escape sequences that rewrite
//! the screen, marks that reverse the order of what follows, or characters that cannot be seen. Every text that is written
//! passes through here first; the escape shown is Rust's, `\u{1b}`.

use std::{borrow::Cow, fmt::Write as _};

use conversation_wire::printable::{self, characters, is_dependent, is_hidden};

/// The text on one line: line breaks and tabs are escaped like everything else that is hidden.
pub(crate) fn line(text: &str) -> String {
    printable::line(text, usize::MAX)
}

/// The lines of the text. They end where `\n` or `\r\n` stands; a tab becomes four spaces; the rest is escaped, a
/// lone `\r` too. Line breaks at the very end make no lines.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = String> {
    text.trim_end_matches(['\n', '\r']).split('\n').map(|raw| {
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        let mut out = String::with_capacity(raw.len());
        for (character, safe) in characters(raw) {
            match character {
                '\t' => out.push_str("    "),
                _ if safe => out.push(character),
                _ => out.extend(character.escape_unicode()),
            }
        }
        out
    })
}

/// The text with its line breaks; everything else that is hidden is escaped.
pub(crate) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (character, safe) in characters(text) {
        match safe || character == '\n' {
            true => out.push(character),
            false => out.extend(character.escape_unicode()),
        }
    }
    out
}

/// A name or id within a sentence: as it is when it is plain, else in quotes, so that no name passes for more than one.
pub(crate) fn name(text: &str) -> String {
    let plain =
        |character: char| character.is_alphanumeric() || matches!(character, ' ' | '.' | '_' | '-' | '@' | '+' | '\'');
    let spaced = text.starts_with(' ') || text.ends_with(' ') || text.contains("  ");
    if !text.is_empty() && !spaced && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("\"{}\"", line(text).replace('"', "\\\""))
}

/// A JSON text, with hidden characters in its strings as JSON's own escapes. The value stays what it is.
pub(crate) fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (character, safe) in characters(text) {
        // Outside of strings JSON has no hidden character but the line breaks of its layout.
        if safe || character == '\n' {
            out.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing into a string cannot fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

/// As [`json`], of bytes, which are copied only where something in them is hidden.
pub(crate) fn json_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !hides_something(bytes) {
        return Cow::Borrowed(bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Owned(json(text).into_bytes()),
        Err(_) => Cow::Borrowed(bytes),
    }
}

/// How many bytes are looked at at once, as long as they are plain.
const CHUNK: usize = 64;

/// Whether a JSON text in UTF-8 has a character that may be hidden. JSON escapes those of ASCII itself, but for the last.
fn hides_something(bytes: &[u8]) -> bool {
    bytes.chunks(CHUNK).zip((0..).step_by(CHUNK)).any(|(chunk, at)| {
        // Nearly every chunk ends here.
        chunk.iter().fold(0, |most, byte| most.max(*byte)) >= 0x7f
            && chunk.iter().zip(at..).filter(|(byte, _)| matches!(byte, 0x7f | 0xc0..)).any(|(_, at)| {
                bytes.get(at..).and_then(first_character).is_some_and(|found| is_hidden(found) || is_dependent(found))
            })
    })
}

/// The character that the bytes begin with, if they begin with one.
fn first_character(bytes: &[u8]) -> Option<char> {
    let rest = |byte: &u8| u32::from(byte & 0x3f);
    char::from_u32(match bytes {
        [a @ 0..0x80, ..] => u32::from(*a),
        [a @ 0xc0..0xe0, b, ..] => u32::from(a & 0x1f) << 6 | rest(b),
        [a @ 0xe0..0xf0, b, c, ..] => u32::from(a & 0x0f) << 12 | rest(b) << 6 | rest(c),
        [a @ 0xf0..=0xff, b, c, d, ..] => u32::from(a & 0x07) << 18 | rest(b) << 12 | rest(c) << 6 | rest(d),
        _ => return None,
    })
}

/// The start of a text, in at most `limit` bytes.
pub(crate) fn start(text: &str, limit: usize) -> String {
    if text.len() <= limit {
        return text.to_owned();
    }
    let most = limit.saturating_sub(ELLIPSIS.len());
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    format!("{}{ELLIPSIS}", text.get(..end).unwrap_or_default())
}

/// The end of a text, in at most `limit` bytes.
pub(crate) fn end(text: &str, limit: usize) -> String {
    if text.len() <= limit {
        return text.to_owned();
    }
    let least = text.len() - limit.saturating_sub(ELLIPSIS.len());
    let start = (least..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    format!("{ELLIPSIS}{}", text.get(start..).unwrap_or_default())
}

const ELLIPSIS: &str = "…";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_shown_as_an_escape() {
        assert_eq!(line("a\u{1b}[2Jb\u{9b}c\u{7f}\u{202e}d"), r"a\u{1b}[2Jb\u{9b}c\u{7f}\u{202e}d");
        assert_eq!(line("a\nb\tc\rd"), r"a\nb\tc\rd");
    }

    #[test]
    fn lines_end_at_line_feeds_and_at_nothing_else() {
        let lines: Vec<_> = lines("one\r\n\n\ttwo\rthree\u{2028}four\n\n").collect();
        assert_eq!(lines, ["one", "", r"    two\u{d}three\u{2028}four"]);
    }

    #[test]
    fn scripts_and_emoji_stay_whole() {
        for text in ["👩‍👩‍👧", "نمی‌خواهم", "क्षि", "é", "🏳️‍🌈", "日本語"] {
            assert_eq!(line(text), text);
        }
    }

    #[test]
    fn a_name_that_could_pass_for_more_is_quoted() {
        assert_eq!(name("Ada Lovelace"), "Ada Lovelace");
        assert_eq!(name("msg_1"), "msg_1");
        assert_eq!(name("Kim (Agent): \"hello\""), r#""Kim (Agent): \"hello\"""#);
        assert_eq!(name(""), "\"\"");
        assert_eq!(name(" x"), "\" x\"");
    }

    #[test]
    fn escaped_json_is_the_same_value() {
        let text = serde_json::to_string_pretty(&["a\u{202e}\u{9b}\u{e0041}b", "\u{1b}\n"]).unwrap();
        let escaped = json(&text);
        assert!(!escaped.chars().any(|c| c != '\n' && is_hidden(c)), "{escaped}");
        let [first, second]: [String; 2] = serde_json::from_str(&escaped).unwrap();
        assert_eq!((&*first, &*second), ("a\u{202e}\u{9b}\u{e0041}b", "\u{1b}\n"));
    }

    #[test]
    fn bytes_are_escaped_where_a_text_is_and_nowhere_else() {
        // Every hidden character, and every tenth of the others.
        let hidden = |character: char| is_hidden(character) || is_dependent(character);
        let few = |character: &char| hidden(*character) || u32::from(*character).is_multiple_of(10);
        for character in (' '..=char::MAX).filter(few).chain(['\n']) {
            for before in [0, CHUNK - 3, CHUNK - 1, CHUNK] {
                let text = format!("{}{character}é", " ".repeat(before));
                assert_eq!(json_bytes(text.as_bytes()), json(&text).as_bytes(), "{character:?} behind {before}");
            }
        }
    }

    #[test]
    fn cutting_never_splits_a_character() {
        assert_eq!(start("ééééé", 8), "éé…");
        assert_eq!(end("ééééé", 8), "…éé");
        assert_eq!(start("short", 8), "short");
    }
}
