//! How a place in a JSON document is written: `data[3].content`, every step escaped and cut, the whole bounded.

use std::fmt;

use serde_path_to_error::Segment;

use crate::text::push_escaped;

/// The steps from the root of a document to a value in it, each already written out.
///
/// A step is `content`, `[3]` or `["we ird"]`; no step is longer than [`MAX_STEP`] bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Path {
    steps: Vec<String>,
}

/// The most bytes of a key that are shown.
const MAX_KEY: usize = 40;

/// The most bytes of one step: a cut key, its mark, brackets and quotes.
const MAX_STEP: usize = MAX_KEY + ELLIPSIS.len() + 4;

/// The most bytes of a path as [`Path::bounded`] writes it.
pub(crate) const MAX_PATH: usize = 128;

/// Of those, the most for the steps before the cut; what remains is for the last steps, which say most.
const MAX_HEAD: usize = 40;

const ELLIPSIS: &str = "…";

impl Path {
    /// The path that was tracked while decoding.
    pub(crate) fn from_tracked(tracked: &serde_path_to_error::Path) -> Self {
        let mut path = Self::default();
        for segment in tracked {
            match segment {
                Segment::Seq { index } => path.push_index(*index),
                Segment::Map { key } | Segment::Enum { variant: key } => path.push_key(key),
                Segment::Unknown => path.steps.push("[?]".to_owned()),
            }
        }
        // A fault where the next key should stand has no key: the fault is the object's.
        if matches!(tracked.iter().next_back(), Some(Segment::Unknown)) {
            path.steps.pop();
        }
        path
    }

    /// Goes down into the property `key`.
    pub(crate) fn push_key(&mut self, key: &str) {
        self.steps.push(key_step(key));
    }

    /// Goes down into the item `index`, counted from 0.
    pub(crate) fn push_index(&mut self, index: usize) {
        self.steps.push(format!("[{index}]"));
    }

    /// The same steps, the last first.
    pub(crate) fn reversed(mut self) -> Self {
        self.steps.reverse();
        self
    }

    /// Goes down by all steps of `inner`.
    pub(crate) fn append(&mut self, mut inner: Self) {
        self.steps.append(&mut inner.steps);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Reads the path that `text` begins with, as [`Display`](fmt::Display) writes it, and returns the rest.
    pub(crate) fn read(text: &str) -> (Self, &str) {
        let mut path = Self::default();
        let mut rest = text;
        loop {
            let step = match rest.strip_prefix('.') {
                Some(after) if !path.is_empty() => after,
                _ => rest,
            };
            let bare = path.is_empty() || step.len() < rest.len();
            let Some((step, after)) = step_length(step, bare).and_then(|length| step.split_at_checked(length)) else {
                return (path, rest);
            };
            path.steps.push(step.to_owned());
            rest = after;
        }
    }

    /// The path in at most [`MAX_PATH`] bytes: the middle steps of a longer one are left out.
    pub(crate) fn bounded(&self) -> String {
        let whole = self.to_string();
        if whole.len() <= MAX_PATH {
            return whole;
        }
        let head = take_steps(self.steps.iter(), MAX_HEAD);
        let tail = take_steps(self.steps.iter().rev(), MAX_PATH - MAX_HEAD - ELLIPSIS.len());
        let mut cut = String::with_capacity(MAX_PATH);
        for step in self.steps.iter().take(head) {
            push_step(&mut cut, step);
        }
        cut.push_str(ELLIPSIS);
        for step in self.steps.iter().skip(self.steps.len().saturating_sub(tail)) {
            push_step(&mut cut, step);
        }
        cut
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut whole = String::new();
        for step in &self.steps {
            push_step(&mut whole, step);
        }
        f.write_str(&whole)
    }
}

fn push_step(path: &mut String, step: &str) {
    if !path.is_empty() && !step.starts_with('[') {
        path.push('.');
    }
    path.push_str(step);
}

/// How many of the steps fit into `limit` bytes, dots counted.
fn take_steps<'a>(steps: impl Iterator<Item = &'a String>, limit: usize) -> usize {
    let mut used = 0;
    steps
        .take_while(|step| {
            used += step.len() + 1;
            used <= limit
        })
        .count()
}

fn key_step(key: &str) -> String {
    if !key.is_empty() && key.len() <= MAX_KEY && key.bytes().all(is_bare) {
        return key.to_owned();
    }
    let mut step = String::with_capacity(MAX_STEP);
    step.push_str("[\"");
    if !push_escaped(&mut step, key, MAX_KEY) {
        step.push_str(ELLIPSIS);
    }
    step.push_str("\"]");
    step
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$' | b'@')
}

/// The bytes of the step that `text` begins with; a bare key counts only where one may stand.
fn step_length(text: &str, bare: bool) -> Option<usize> {
    if let Some(inside) = text.strip_prefix("[\"") {
        let mut escaped = false;
        for (at, byte) in inside.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return inside.get(at..)?.starts_with("\"]").then_some("[\"".len() + at + "\"]".len()),
                _ => {}
            }
        }
        None
    } else if let Some(inside) = text.strip_prefix('[') {
        let end = inside.find(']')?;
        let index = inside.get(..end)?;
        (index == "?" || (!index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit()))).then_some(end + 2)
    } else {
        let length = text.bytes().take_while(|byte| is_bare(*byte)).count();
        (bare && length > 0).then_some(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn path_of(keys: &[&str]) -> Path {
        let mut path = Path::default();
        for key in keys {
            match key.parse::<usize>() {
                Ok(index) => path.push_index(index),
                Err(_) => path.push_key(key),
            }
        }
        path
    }

    #[test]
    fn a_path_reads_like_an_expression() {
        assert_eq!(path_of(&["data", "3", "content"]).to_string(), "data[3].content");
        assert_eq!(path_of(&["3", "content"]).to_string(), "[3].content");
        assert_eq!(path_of(&["a", "b.c", "d\"e", "", "f\ng"]).to_string(), r#"a["b.c"]["d\"e"][""]["f\ng"]"#);
        assert_eq!(path_of(&[]).to_string(), "");
    }

    #[test]
    fn a_long_key_keeps_its_beginning() {
        let path = path_of(&["data", &"key".repeat(1000), "content"]);
        assert_eq!(path.bounded(), format!(r#"data["{}k…"].content"#, "key".repeat(13)));
        let path = path_of(&[&"\u{1F600}".repeat(1000)]);
        assert_eq!(path.bounded(), format!(r#"["{}…"]"#, "\u{1F600}".repeat(10)));
    }

    #[test]
    fn a_long_path_keeps_its_first_and_last_steps() {
        let long: Vec<String> = (0..100).map(|at| format!("step{at}")).collect();
        let keys: Vec<&str> = long.iter().map(String::as_str).collect();
        let bounded = path_of(&keys).bounded();
        assert!(bounded.starts_with("step0.step1.") && bounded.ends_with(".step98.step99"), "{bounded}");
        assert!(bounded.len() <= MAX_PATH);
    }

    proptest! {
        #[test]
        fn a_written_path_reads_back(keys in proptest::collection::vec(prop_oneof![".*", "[a-z]{1,8}", "[0-9]"], 0..8)) {
            let path = path_of(&keys.iter().map(String::as_str).collect::<Vec<_>>());
            let text = format!("{path}: invalid type: null, expected x");
            prop_assert_eq!(Path::read(&text), (path, ": invalid type: null, expected x"));
        }

        #[test]
        fn a_path_is_one_bounded_line(keys in proptest::collection::vec(any::<String>(), 0..40)) {
            let path = path_of(&keys.iter().map(String::as_str).collect::<Vec<_>>());
            let bounded = path.bounded();
            prop_assert!(bounded.len() <= MAX_PATH, "{} bytes", bounded.len());
            prop_assert!(!bounded.chars().any(char::is_control));
            prop_assert!(path.steps.iter().all(|step| step.len() <= MAX_STEP));
        }

        #[test]
        fn reading_any_text_ends(text in ".*") {
            let (path, rest) = Path::read(&text);
            prop_assert!(text.ends_with(rest));
            prop_assert_eq!(path.to_string().len() + rest.len(), text.len());
        }
    }
}
