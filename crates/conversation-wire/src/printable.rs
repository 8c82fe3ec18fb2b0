//! Text from outside, made safe to print: the one definition of which characters are not.
//!
//! Some characters are never safe ([`is_hidden`]). Others, such as the joiners and the variation selectors, belong to the
//! character beside them: an emoji or a word of several scripts needs them. Where they stand alone, they are invisible,
//! and a text can be hidden in them: [`characters`] tells one from the other.

use std::fmt;

/// Whether a character is never safe to print as it is: a terminal obeys it, or a reader cannot see it. Its
/// neighbours do not matter.
///
/// These are the control characters, the marks that change the direction of text (such as U+202E), separators of lines,
/// and characters without a width. Of those that are safe in some places [`characters`] decides by the place.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e001f}'
            | '\u{e0080}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Whether a character is safe to print only beside what it belongs to: joiners, variation selectors, the combining
/// grapheme joiner, the fillers of Hangul, the blank of braille, tags.
pub fn is_dependent(character: char) -> bool {
    matches!(character,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{2800}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The characters of a text, each with whether it is safe to print where it stands.
///
/// ```
/// use conversation_wire::printable::characters;
///
/// let is_safe = |text| characters(text).all(|(_, safe)| safe);
/// assert!(is_safe("❤\u{fe0f} 👩\u{200d}👧"));
/// assert!(!is_safe("paid\u{fe0f}") && !is_safe("\u{200d}") && !is_safe("all\u{202e}good"));
/// ```
pub fn characters(text: &str) -> impl Iterator<Item = (char, bool)> {
    Characters { rest: text, state: State::default() }
}

struct Characters<'a> {
    rest: &'a str,
    state: State,
}

impl Iterator for Characters<'_> {
    type Item = (char, bool);

    #[inline]
    fn next(&mut self) -> Option<(char, bool)> {
        let mut characters = self.rest.chars();
        let character = characters.next()?;
        self.rest = characters.as_str();
        Some((character, self.state.is_safe(character, self.rest)))
    }
}

/// What stands before a character.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// The character before it, if that is printed as it is.
    before: Option<char>,
    /// How many tags go on the flag before it.
    tags: usize,
}

impl State {
    /// Whether `character` is safe between what was before and `rest`.
    #[inline]
    fn is_safe(&mut self, character: char, rest: &str) -> bool {
        if character.is_ascii() {
            let is_safe = !character.is_ascii_control();
            *self = Self { before: is_safe.then_some(character), tags: 0 };
            return is_safe;
        }
        self.is_safe_beyond_ascii(character, rest)
    }

    fn is_safe_beyond_ascii(&mut self, character: char, rest: &str) -> bool {
        let next = || rest.chars().next();
        let is_safe = match character {
            _ if !is_dependent(character) => !is_hidden(character),
            '\u{200c}' | '\u{200d}' => joins(self.before, character, next()),
            '\u{34f}' => self.before.is_some_and(is_mark) && next().is_some_and(is_mark),
            '\u{115f}' => next().is_some_and(is_vowel_jamo),
            '\u{1160}' => {
                self.before.is_some_and(|before| matches!(before, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}'))
            }
            '\u{3164}' => next().is_some_and(|next| matches!(next, '\u{3131}'..='\u{3163}' | '\u{3165}'..='\u{318e}')),
            '\u{ffa0}' => next().is_some_and(|next| matches!(next, '\u{ffa1}'..='\u{ffdc}')),
            '\u{2800}' => {
                [self.before, next()].into_iter().flatten().any(|beside| matches!(beside, '\u{2801}'..='\u{28ff}'))
            }
            '\u{e0020}'..='\u{e007f}' => self.tags > 0,
            selector => self.before.is_some_and(|before| takes(before, selector)),
        };
        self.tags = match character {
            '\u{1f3f4}' => tags(rest),
            _ => self.tags.saturating_sub(1),
        };
        self.before = is_safe.then_some(character);
        is_safe
    }
}

/// The most tags of a flag of a region.
const MAX_TAGS: usize = 8;

/// How many tags make the black flag before `rest` the flag of a region; none when they do not end as such a flag does.
fn tags(rest: &str) -> usize {
    let count = rest.chars().take(MAX_TAGS).take_while(|next| matches!(next, '\u{e0030}'..='\u{e007a}')).count();
    match rest.chars().nth(count) {
        Some('\u{e007f}') if count > 0 => count + 1,
        _ => 0,
    }
}

/// Whether a joiner joins what is beside it. No script in ASCII has any; behind the last letter of a word only the joiner
/// of scripts in which it changes the letter's form means something.
fn joins(before: Option<char>, joiner: char, next: Option<char>) -> bool {
    let joinable = |character: char| !character.is_ascii() && !character.is_whitespace() && !is_hidden(character);
    let Some(before) = before.filter(|before| joinable(*before) && !matches!(before, '\u{200c}' | '\u{200d}')) else {
        return false;
    };
    let is_before_another = next.is_some_and(|next| joinable(next) && !is_dependent(next));
    let changes_its_form = matches!(before, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}');
    is_before_another || (joiner == '\u{200d}' && changes_its_form)
}

/// Whether a variant of `base` is chosen by `selector`.
fn takes(base: char, selector: char) -> bool {
    let ideograph = matches!(base, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    match selector {
        // Text or emoji.
        '\u{fe0e}' | '\u{fe0f}' => {
            matches!(base,
            '0'..='9' | '#' | '*' | '\u{a9}' | '\u{ae}' | '\u{203c}'..='\u{3299}' | '\u{1f000}'..='\u{1faff}')
                && !is_dependent(base)
        }
        '\u{180b}'..='\u{180f}' => matches!(base, '\u{1800}'..='\u{180a}' | '\u{1820}'..='\u{18aa}'),
        '\u{e0100}'..='\u{e01ef}' => ideograph,
        _ => {
            ideograph
                || matches!(base,
            '0' | '\u{1000}'..='\u{109f}' | '\u{2190}'..='\u{23ff}' | '\u{25a0}'..='\u{27ff}' | '\u{2900}'..='\u{2bff}'
            | '\u{3000}'..='\u{303f}' | '\u{a840}'..='\u{a877}' | '\u{aa60}'..='\u{aa7f}' | '\u{ff01}'..='\u{ff60}'
            | '\u{10ac0}'..='\u{10aff}' | '\u{13000}'..='\u{1345f}')
        }
    }
}

/// Whether the character combines with the one before it, in the scripts that order such marks by a joiner.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{34e}' | '\u{350}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_vowel_jamo(character: char) -> bool {
    matches!(character, '\u{1161}'..='\u{11a7}' | '\u{d7b0}'..='\u{d7c6}')
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
    let mut out = String::with_capacity(text.len().min(limit.saturating_mul(4)));
    for (character, safe) in characters(text).take(limit) {
        push(&mut out, character, safe);
    }
    out
}

fn push(out: &mut String, character: char, safe: bool) {
    match safe {
        true => out.push(character),
        false => out.extend(character.escape_default()),
    }
}

/// Writes everything on one line: unsafe characters are escaped as by [`line()`].
///
/// An implementation of [`Display`](fmt::Display) that shows ids or other words of a server writes through it, so that
/// no id can break the line or reverse it.
///
/// ```
/// use std::fmt::Write as _;
///
/// use conversation_wire::printable::OneLine;
///
/// let mut out = String::new();
/// write!(OneLine(&mut out), "{} is missing", "msg_1\ncomplete: 9 messages")?;
/// assert_eq!(out, r"msg_1\ncomplete: 9 messages is missing");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Debug)]
pub struct OneLine<W>(pub W);

impl<W: fmt::Write> fmt::Write for OneLine<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // As a rule all of it is safe, and written at once.
        if characters(text).all(|(_, safe)| safe) {
            return self.0.write_str(text);
        }
        self.0.write_str(&line(text, usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        line(text, usize::MAX)
    }

    #[test]
    fn what_belongs_to_a_visible_character_stays() {
        for text in [
            "👩‍👩‍👧",
            "❤️‍🔥",
            "🏳️‍🌈",
            "1️⃣",
            "™️",
            "Ⓜ️",
            "☎︎",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "👍🏽",
            "🇩🇪",
            "نمی‌خواهم",
            "ه‍",
            "क्‍ष",
            "क्षि",
            "葛\u{e0100}",
            "辻\u{fe00}",
            "ᠠ\u{180b}",
            "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
            "\u{115f}\u{1161}",
            "ᄀ\u{1160}",
            "a\u{301}\u{34f}\u{323}",
            "é",
            "日本語",
            "0\u{fe00}",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn what_stands_alone_is_escaped() {
        let hidden = [
            '\u{34f}',
            '\u{115f}',
            '\u{1160}',
            '\u{180b}',
            '\u{180f}',
            '\u{200c}',
            '\u{200d}',
            '\u{2800}',
            '\u{3164}',
            '\u{fe00}',
            '\u{fe0f}',
            '\u{ffa0}',
            '\u{e0041}',
            '\u{e007f}',
            '\u{e0100}',
            '\u{e01ef}',
            '\u{1bca0}',
            '\u{e0001}',
            '\u{200b}',
            '\u{202e}',
        ];
        for character in hidden {
            for text in [
                format!("{character}"),
                format!("a{character}b"),
                format!(" {character} "),
                format!("日\n{character}x"),
            ] {
                assert!(!shown(&text).contains(character), "{text:?}");
            }
            let twice = format!("❤{character}{character}");
            assert!(shown(&twice).contains("\\u{"), "a run hides a text: {twice:?}");
        }
    }

    #[test]
    fn a_payload_in_selectors_is_seen() {
        let payload: String = "rm -rf".bytes().map(|byte| char::from_u32(0xe0100 + u32::from(byte)).unwrap()).collect();
        assert_eq!(shown(&format!("😀{payload}")).matches("\\u{").count(), 6);
        assert_eq!(shown(&format!("葛{payload}")).matches("\\u{").count(), 5, "one selector belongs to its base");
    }

    #[test]
    fn every_hidden_character_is_escaped_everywhere() {
        for character in (char::MIN..=char::MAX).filter(|character| is_hidden(*character)) {
            assert!(!is_dependent(character));
            assert!(!shown(&format!("é{character}é")).contains(character));
        }
    }
}
