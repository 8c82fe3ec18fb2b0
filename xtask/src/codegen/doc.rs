//! A document's descriptions as Rust doc comments that rustdoc has nothing to say against.

/// What opens and closes a block of code.
const FENCES: [&str; 2] = ["```", "~~~"];

/// The lines of a doc comment, each without its `///`.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut fence = None;
    for line in text.trim().lines() {
        let start = line.trim_start();
        match (fence, FENCES.into_iter().find(|fence| start.starts_with(fence))) {
            (None, Some(opening)) => {
                prose(&mut paragraph, &mut out);
                // Without a language rustdoc would take the code for a test in Rust.
                let bare = start.trim_end() == opening;
                out.push(if bare { format!("{}text", line.trim_end()) } else { line.trim_end().to_owned() });
                fence = Some(opening);
            }
            (Some(opening), closing) => {
                out.push(line.trim_end().to_owned());
                fence = fence.filter(|_| closing != Some(opening));
            }
            (None, None) if start.is_empty() => {
                prose(&mut paragraph, &mut out);
                out.push(String::new());
            }
            (None, None) => paragraph.push(line),
        }
    }
    prose(&mut paragraph, &mut out);
    out.extend(fence.map(str::to_owned));
    out
}

/// The doc comment itself, each line indented by `indent` spaces and ended by a line feed.
pub(super) fn comment(lines: &[String], indent: usize) -> String {
    let pad = " ".repeat(indent);
    let line = |line: &String| if line.is_empty() { format!("{pad}///\n") } else { format!("{pad}/// {line}\n") };
    lines.iter().map(line).collect()
}

/// Ends a paragraph.
fn prose(paragraph: &mut Vec<&str>, out: &mut Vec<String>) {
    if let Some(first) = paragraph.first_mut() {
        // Four spaces more would make a block of code of it, which rustdoc takes for a test in Rust.
        let text = first.trim_start();
        *first = &first[(first.len() - text.len()).saturating_sub(3)..];
    }
    let escaped = escape(&paragraph.join("\n"));
    for line in escaped.lines() {
        wrap(line.trim_end(), out);
    }
    paragraph.clear();
}

/// The longest line of a doc comment, without its `///`.
const WIDTH: usize = 112;

/// Breaks a line that is too long at spaces. The rest of an item of a list is indented below its text.
fn wrap(line: &str, out: &mut Vec<String>) {
    let text = line.trim_start();
    let marker =
        if is_marker(text.split(' ').next().unwrap_or_default()) { text.find(' ').map_or(0, |at| at + 1) } else { 0 };
    let hanging = " ".repeat(line.len() - text.len() + marker);
    let mut rest = line;
    let mut indent = String::new();
    // A row of a table must stay on one line.
    while !text.starts_with('|') && indent.len() + rest.chars().count() > WIDTH {
        let begin = rest.len() - rest.trim_start().len() + if indent.is_empty() { marker } else { 0 };
        let space =
            |(at, _): &(usize, &str)| *at > begin && !is_marker(rest[at + 1..].split(' ').next().unwrap_or_default());
        let within = |at: usize| indent.len() + rest[..at].chars().count() <= WIDTH;
        let mut spaces = rest.match_indices(' ').filter(space).map(|(at, _)| at);
        // The last space within the width, or else the first behind it.
        let Some(first) = spaces.next() else { break };
        let at = spaces.take_while(|at| within(*at)).last().unwrap_or(first);
        out.push(format!("{indent}{}", &rest[..at]));
        rest = &rest[at + 1..];
        indent.clone_from(&hanging);
    }
    out.push(format!("{indent}{rest}"));
}

/// Whether a word at the beginning of a line would begin something other than text: an item, a heading, a quotation.
fn is_marker(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    let is_number = number.len() < word.len() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        || (!word.is_empty() && word.bytes().all(|byte| b"-+*#=_~>".contains(&byte)))
        || word.starts_with(['|', '>', '#'])
}

/// Marks addresses as links, and brackets and lone backticks as text; code spans and links stay as they are.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some(length) = code_span(rest).or_else(|| autolink(rest)) {
            out.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if let Some((label, address)) = link(rest) {
            out.push_str(&format!("[{}]({address})", escape(label)));
            rest = &rest[label.len() + address.len() + 4..];
        } else if let Some(address) = address(rest) {
            out.push_str(&format!("<{address}>"));
            rest = &rest[address.len()..];
        } else {
            if matches!(next, '[' | ']' | '<' | '>' | '`') {
                out.push('\\');
            }
            out.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    out
}

/// The length of the code span that `text` begins with: as many backticks at its end as at its beginning.
fn code_span(text: &str) -> Option<usize> {
    let ticks = |text: &str| text.len() - text.trim_start_matches('`').len();
    let opening = Some(ticks(text)).filter(|ticks| *ticks > 0)?;
    let mut at = opening;
    loop {
        at += text[at..].find('`')?;
        let closing = ticks(&text[at..]);
        at += closing;
        if closing == opening {
            return Some(at);
        }
    }
}

/// The length of the `<https://…>` that `text` begins with.
fn autolink(text: &str) -> Option<usize> {
    let address = address(text.strip_prefix('<')?)?;
    text[1 + address.len()..].starts_with('>').then_some(address.len() + 2)
}

/// The label and the address of the `[label](https://…)` that `text` begins with.
fn link(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.strip_prefix('[')?.split_once("](")?;
    let address = address(rest)?;
    (!label.contains(['[', ']']) && rest[address.len()..].starts_with(')')).then_some((label, address))
}

/// The address that `text` begins with, without the punctuation after it.
fn address(text: &str) -> Option<&str> {
    let begins = text.starts_with("http://") || text.starts_with("https://");
    let end = text.find(|c: char| c.is_whitespace() || "<>()[]\"'`".contains(c)).unwrap_or(text.len());
    begins.then(|| text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']))
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

    #[test]
    fn links_stay_links() {
        assert_eq!(
            lines("[the <b> page](https://a.b/c), <https://a.b>"),
            ["[the \\<b\\> page](https://a.b/c), <https://a.b>"]
        );
        assert_eq!(lines("[see https://a.b], [no](link)"), ["\\[see <https://a.b>\\], \\[no\\](link)"]);
    }

    #[test]
    fn a_lone_backtick_opens_nothing() {
        assert_eq!(lines("a ` b [c]"), ["a \\` b \\[c\\]"]);
        assert_eq!(lines("``a ` [b]`` [c]"), ["``a ` [b]`` \\[c\\]"]);
        assert_eq!(lines("a `b\n\nc` [d]"), ["a \\`b", "", "c\\` \\[d\\]"]);
    }

    #[test]
    fn a_long_line_is_broken_and_an_item_stays_an_item() {
        let words = |count: usize| vec!["word"; count].join(" ");
        assert_eq!(lines(&words(22)), [words(22)]);
        assert_eq!(lines(&words(23)), [words(22), words(1)]);
        assert_eq!(lines(&format!("- {}", words(23))), [format!("- {}", words(22)), format!("  {}", words(1))]);
        // The hyphen at the end of the text would begin an item on a line of its own.
        assert_eq!(lines(&format!("{} - word", words(22))), [format!("{} -", words(22)), "word".to_owned()]);
        let address = format!("https://{}", "a".repeat(200));
        assert_eq!(
            lines(&format!("See {address}. More.")),
            ["See".to_owned(), format!("<{address}>."), "More.".to_owned()]
        );
        assert_eq!(lines(&format!("| {} |", words(40))), [format!("| {} |", words(40))]);
    }

    #[test]
    fn no_code_is_taken_for_a_test() {
        assert_eq!(lines("```\n[a]\n\n[b]\n```\n[c]"), ["```text", "[a]", "", "[b]", "```", "\\[c\\]"]);
        assert_eq!(lines("```json\n[a]\n```"), ["```json", "[a]", "```"]);
        assert_eq!(lines("a\n\n      b\n      c"), ["a", "", "   b", "      c"]);
        assert_eq!(lines("~~~\nnever closed"), ["~~~text", "never closed", "~~~"]);
    }
}
