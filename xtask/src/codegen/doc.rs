//! A document's descriptions as Rust doc comments that rustdoc has nothing to say against.

/// The lines of a doc comment, each without its `///`.
pub(super) fn lines(text: &str) -> Vec<String> {
    escape(text.trim()).lines().map(|line| line.trim_end().to_owned()).collect()
}

/// The doc comment itself, each line indented by `indent` spaces and ended by a line feed.
pub(super) fn comment(lines: &[String], indent: usize) -> String {
    let pad = " ".repeat(indent);
    let line = |line: &String| if line.is_empty() { format!("{pad}///\n") } else { format!("{pad}/// {line}\n") };
    lines.iter().map(line).collect()
}

/// Marks addresses as links and brackets as text; code spans stay as they are.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split('`').enumerate() {
        if index > 0 {
            out.push('`');
        }
        if index % 2 == 1 {
            out.push_str(part);
        } else {
            escape_prose(part, &mut out);
        }
    }
    out
}

fn escape_prose(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if rest.starts_with("http://") || rest.starts_with("https://") {
            let end = rest.find(|c: char| c.is_whitespace() || "<>()\"'".contains(c)).unwrap_or(rest.len());
            let address = rest[..end].trim_end_matches(['.', ',', ';', ':']);
            out.push('<');
            out.push_str(address);
            out.push('>');
            rest = &rest[address.len()..];
            continue;
        }
        if matches!(next, '[' | ']' | '<' | '>') {
            out.push('\\');
        }
        out.push(next);
        rest = &rest[next.len_utf8()..];
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn prose_is_escaped_and_code_is_not() {
        let text = "See https://a.b/c. A list [x] of `Vec<[x]>`, 1 < 2.\n\nMore. ";
        let expected = ["See <https://a.b/c>. A list \\[x\\] of `Vec<[x]>`, 1 \\< 2.", "", "More."];
        assert_eq!(lines(text), expected);
    }
}
