//! The first bytes of an answer that could not be read, without values and secrets.

use conversation_wire::printable;

use crate::Secrets;

/// How many bytes of an answer are looked at.
const LONGEST: usize = 200;

/// The first bytes of `body`, on one line, without what may be a customer's text or a credential.
///
/// Of JSON, wherever it begins, its keys and its form are shown: every string that is a value and every number is `…`. Of
/// other text, such as a page of a proxy, plain words and short numbers are shown; `…` stands for what is quoted, for
/// the values of names, and for anything that may be a key. The `secrets` are in neither.
///
/// ```
/// use conversation_http::{Secrets, excerpt};
///
/// let body = br#"{"statusCode": "0", "secureKey": "8b31761b2154884c"}"#;
/// assert_eq!(excerpt(body, &Secrets::none()), r#"{"statusCode": …, "secureKey": …}"#);
/// assert_eq!(excerpt(b"<html>\n502 Bad Gateway", &Secrets::none()), r"<html>\n502 Bad Gateway");
/// assert_eq!(excerpt(b"token=8b31761b2154884c", &Secrets::none()), "token=…");
/// ```
pub fn excerpt(body: &[u8], secrets: &Secrets) -> String {
    // A secret that is cut in two would not be found, so there is something to spare.
    let text = text(body.get(..8 * LONGEST).unwrap_or(body));
    let json = text.find(['{', '[']).unwrap_or(text.len());
    let (before, json) = text.split_at(json);
    let line = printable::line(&secrets.redact(&(words(before) + &form(json))), usize::MAX);
    let end = (0..=LONGEST.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let (start, rest) = line.split_at(end);
    let is_cut = !rest.is_empty() || body.len() > 8 * LONGEST;
    if is_cut { format!("{start}…") } else { start.to_owned() }
}

/// The bytes as text, in whichever encoding they seem to be.
fn text(bytes: &[u8]) -> String {
    let units = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<_> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xff, 0xfe, ..] | [1..=255, 0, 1..=255, 0, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    text.trim_start_matches(['\u{feff}', '\0']).replace('\0', "")
}

/// The longest word and the longest number that are shown.
const WORD: usize = 24;
const NUMBER: usize = 3;

/// A text that is no JSON, without what may be a value.
fn words(text: &str) -> String {
    let is_part = |character: char| character.is_alphanumeric() || "_-+/.@%~$".contains(character);
    let mut shown = String::new();
    let mut rest = text;
    let mut of_name = false;
    while let Some(character) = rest.chars().next() {
        if matches!(character, '"' | '\'') {
            let end = rest.get(1..).and_then(|inside| inside.find(character)).map_or(rest.len(), |end| end + 2);
            shown.push('…');
            rest = rest.get(end..).unwrap_or_default();
            of_name = false;
            continue;
        }
        let end = rest.find(|character| !is_part(character)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        if word.is_empty() {
            shown.push(character);
            of_name = matches!(character, '=' | ':') || (of_name && character == ' ');
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
            continue;
        }
        let is_tag = shown.ends_with('<');
        // `error: timeout` says what is wrong, and `key:value` or `token: value` may be a secret.
        let is_value = of_name && (!shown.ends_with(' ') || names_a_secret(&shown));
        let is_harmless = !is_value && (is_tag || is_word(word));
        shown.push_str(if is_harmless { word } else { "…" });
        of_name = false;
        rest = behind;
    }
    shown
}

/// Whether it is a word, or a number such as a status.
fn is_word(word: &str) -> bool {
    let bare = word.trim_matches(['.', '-', '/']);
    let all = |is: fn(&u8) -> bool| bare.bytes().all(|byte| is(&byte));
    (bare.len() <= WORD && all(u8::is_ascii_alphabetic)) || (bare.len() <= NUMBER && all(u8::is_ascii_digit))
}

/// Whether what was shown last, before a colon, is the name of something secret.
fn names_a_secret(shown: &str) -> bool {
    let name = shown.trim_end_matches([' ', ':', '=']);
    let name = name.rsplit(|character: char| !character.is_ascii_alphanumeric() && character != '_').next();
    let name = name.unwrap_or_default().to_ascii_lowercase();
    ["key", "token", "secret", "pass", "auth", "user", "alias", "cookie", "session", "bearer", "id"]
        .iter()
        .any(|part| name.contains(part))
}

/// A text that looks like JSON, without its values. It may be cut or broken.
fn form(text: &str) -> String {
    let mut form = String::new();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        match character {
            '"' => {
                let end = string_end(rest);
                let (string, behind) = rest.split_at(end);
                // A string that is cut short may have been a value.
                let is_key = behind.trim_start().starts_with(':') && string.len() <= 64;
                form.push_str(if is_key { string } else { "…" });
                rest = behind;
            }
            '{' | '}' | '[' | ']' | ':' | ',' | ' ' | '\t' | '\r' | '\n' => {
                form.push(character);
                rest = rest.get(1..).unwrap_or_default();
            }
            _ => {
                let end = rest.find(['{', '}', '[', ']', ':', ',', '"', ' ', '\n']).unwrap_or(rest.len());
                let (word, behind) = rest.split_at(end);
                form.push_str(if matches!(word, "true" | "false" | "null") { word } else { "…" });
                rest = behind;
            }
        }
    }
    form
}

/// Where the string that `text` begins with ends, its closing quote included.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_of_json_is_shown_however_broken_it_is() {
        let canary = "CANARY";
        for body in [
            r#"{"secureKey":"CANARY"}"#,
            r#"{"a":["CANARY",{"b":"CANARY\"CANARY"}],"c":CANARY}"#,
            r#"{"secureKey":"CANARY"#,
            r#"["x\\","CANARY"]"#,
            r#""CANARY""#,
            r#"12345CANARY"#,
            ")]}'\n{\"secureKey\":\"CANARY\"}",
            "callback({\"secureKey\":\"CANARY\"})",
            "/**/ typeof callback === 'function' && callback({\"secureKey\":\"CANARY\"});",
            "\u{feff}{\"secureKey\":\"CANARY\"}",
            "\0\0{\"secureKey\":\"CANARY\"}",
            "\0",
            "data: {\"secureKey\":\"CANARY\"}",
            "while(1);[\"CANARY\"]",
            "secureKey=CANARY&userId=CANARY",
            "secureKey: CANARY",
            "<xml secureKey=\"CANARY\" alias='CANARY' id=CANARY>",
            "CANARY8b31761b",
            "\n {\"a\" : \"\\\\\\\"CANARY\" , \"b\":1}",
        ] {
            let shown = excerpt(body.as_bytes(), &Secrets::none());
            assert!(!shown.contains(canary), "{shown}");
            for (mark, unit) in [(0xfeff_u16, u16::to_le_bytes as fn(u16) -> [u8; 2]), (0xfeff, u16::to_be_bytes)] {
                let units = body.encode_utf16();
                let with_mark: Vec<u8> = std::iter::once(mark).chain(units.clone()).flat_map(unit).collect();
                let without: Vec<u8> = units.flat_map(unit).collect();
                for body in [with_mark, without] {
                    let shown = excerpt(&body, &Secrets::none()).replace("\\u{0}", "");
                    assert!(!shown.contains(canary), "{shown}");
                }
            }
        }
    }

    #[test]
    fn a_secret_that_was_sent_is_in_no_excerpt() {
        let secrets = Secrets::none().with("pk_1").with("pk_1234");
        assert_eq!(excerpt(b"<h1>bad key pk_1234</h1>", &secrets), "<h1>bad key …</h1>");
        let far = format!("{}pk_1234", "x".repeat(LONGEST - 3));
        assert!(!excerpt(far.as_bytes(), &secrets).contains("pk_"));
    }

    #[test]
    fn it_is_one_short_line_of_any_bytes() {
        let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let shown = excerpt(&bytes, &Secrets::none());
        assert!(shown.len() < LONGEST + 20, "{}", shown.len());
        assert!(!shown.chars().any(char::is_control));
    }
}
