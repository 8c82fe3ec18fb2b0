//! Text from outside, made safe to print: the one definition of which characters are not.

/// Whether a character is not safe to print as it is: a terminal obeys it, or a reader cannot see it.
///
/// These are the control characters, the marks that change the direction of text (such as U+202E), separators of lines,
/// and characters without a width. The joiners U+200C and U+200D and the variation selectors are not among them:
/// several scripts and many emoji need them.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}'
            | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

/// The first `limit` characters of a text, on one line: unsafe characters are escaped as in Rust (`\n`, `\u{202e}`).
///
/// ```
/// use conversation_wire::printable;
///
/// assert_eq!(printable::line("all\u{202e}good\n", 500), r"all\u{202e}good\n");
/// assert_eq!(printable::line("naïve ❤️", 5), "naïve");
/// ```
pub fn line(text: &str, limit: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars().take(limit) {
        if is_hidden(character) {
            out.extend(character.escape_default());
        } else {
            out.push(character);
        }
    }
    out
}
