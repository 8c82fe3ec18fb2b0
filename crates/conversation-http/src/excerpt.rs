//! The first bytes of an answer that could not be read, without values and secrets.

use conversation_wire::printable::is_hidden;

use crate::Secrets;

/// How many bytes of an answer are looked at.
const LONGEST: usize = 200;

/// The first bytes of `body`, on one line: of JSON its keys and its form, of anything else its text.
///
/// In JSON every string that is a value and every number is `…`: values are customers' texts and credentials. Of other
/// text the `secrets` are taken out.
///
/// ```
/// use conversation_http::{Secrets, excerpt};
///
/// let body = br#"{"statusCode": "0", "secureKey": "8b31761b2154884c"}"#;
/// assert_eq!(excerpt(body, &Secrets::none()), r#"{"statusCode": …, "secureKey": …}"#);
/// assert_eq!(excerpt(b"<html>\n502", &Secrets::none()), r"<html>\n502");
/// ```
pub fn excerpt(body: &[u8], secrets: &Secrets) -> String {
    let is_json = matches!(body.trim_ascii_start().first(), Some(b'{' | b'[' | b'"' | b'0'..=b'9' | b'-'));
    // A secret that is cut in two would not be found, so there is something to spare.
    let text = String::from_utf8_lossy(body.get(..8 * LONGEST).unwrap_or(body));
    let shown = if is_json { form(&text) } else { secrets.redact(&text) };
    let mut line = String::new();
    let mut characters = shown.chars();
    for character in characters.by_ref() {
        if line.len() >= LONGEST {
            break;
        }
        match character {
            character if is_hidden(character) => line.extend(character.escape_default()),
            character => line.push(character),
        }
    }
    if characters.next().is_some() || body.len() > 8 * LONGEST {
        line.push('…');
    }
    line
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
            "\n {\"a\" : \"\\\\\\\"CANARY\" , \"b\":1}",
        ] {
            let shown = excerpt(body.as_bytes(), &Secrets::none());
            assert!(!shown.contains(canary), "{shown}");
        }
    }

    #[test]
    fn a_secret_that_was_sent_is_in_no_excerpt() {
        let secrets = Secrets::none().with("pk_1").with("pk_1234");
        assert_eq!(excerpt(b"<h1>bad key pk_1234</h1>", &secrets), "<h1>bad key [redacted]</h1>");
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
