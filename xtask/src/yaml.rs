//! YAML read into a JSON value, with the place of every node by its JSON pointer.
//!
//! Only the part of YAML that a specification needs: one document, no anchors, aliases or tags, no
//! duplicate keys, keys that are strings. Everything else is a violation with its place.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Map, Number, Value};

use crate::place::{Place, Violation, Violations};

/// Deeper than any specification needs, and shallow enough for every recursive reader behind us.
const MAX_DEPTH: usize = 64;

/// A YAML file: its value and where each part of it stands.
#[derive(Clone, Debug)]
pub struct Yaml {
    file: String,
    value: Value,
    places: HashMap<String, Place>,
}

impl Yaml {
    /// Reads `text`; `file` is the name that violations carry.
    pub fn parse(file: &str, text: &str) -> Result<Self, Violations> {
        let mut builder = Builder { file, places: HashMap::new(), open: Vec::new(), root: None, found: Vec::new() };
        for event in Parser::new_from_str(text) {
            match event {
                Ok((event, span)) => {
                    if builder.take(event, span).is_err() {
                        break;
                    }
                }
                Err(error) => {
                    let place = within(text, error.marker().line(), error.marker().col() + 1);
                    builder.report(place, format!("not YAML: {}", error.info()));
                    break;
                }
            }
        }
        let Builder { places, root, found, .. } = builder;
        Violations::none_or(found)?;
        let value = root
            .ok_or_else(|| Violations::one(Violation::new(file, Place { line: 1, column: 1 }, "the file is empty")))?;
        Ok(Self { file: file.into(), value, places })
    }

    /// The file's name as violations print it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The whole document.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The place of the node at `pointer`, or of the nearest node above it that exists.
    pub fn place(&self, pointer: &str) -> Place {
        let mut pointer = pointer;
        loop {
            if let Some(place) = self.places.get(pointer) {
                return *place;
            }
            match pointer.rfind('/') {
                Some(end) => pointer = &pointer[..end],
                None => return Place { line: 1, column: 1 },
            }
        }
    }

    /// A violation at the node at `pointer`.
    pub fn violation(&self, pointer: &str, message: impl Into<String>) -> Violation {
        Violation::new(&self.file, self.place(pointer), &message.into())
    }
}

/// A place of `text`; its end, when the parser missed something in a line behind it.
fn within(text: &str, line: usize, column: usize) -> Place {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    match lines.split('\n').nth(line.saturating_sub(1)) {
        Some(_) => Place { line, column },
        None => Place {
            line: lines.matches('\n').count() + 1,
            column: lines.rsplit('\n').next().unwrap_or_default().chars().count() + 1,
        },
    }
}

/// `base` and one more step, escaped as JSON pointers are.
pub fn join(base: &str, step: &str) -> String {
    format!("{base}/{}", step.replace('~', "~0").replace('/', "~1"))
}

/// A collection whose end has not been read yet.
struct Open {
    pointer: String,
    node: Node,
}

enum Node {
    Sequence(Vec<Value>),
    Mapping(Map<String, Value>, Option<String>),
}

struct Builder<'a> {
    file: &'a str,
    places: HashMap<String, Place>,
    open: Vec<Open>,
    root: Option<Value>,
    found: Vec<Violation>,
}

/// Reading cannot go on.
struct Stop;

impl Builder<'_> {
    fn report(&mut self, place: Place, message: impl Into<String>) {
        self.found.push(Violation::new(self.file, place, &message.into()));
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let place = Place { line: span.start.line(), column: span.start.col() + 1 };
        let (anchor, tag) = match &event {
            Event::Scalar(_, _, anchor, tag) | Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                (*anchor, tag.is_some())
            }
            _ => (0, false),
        };
        if anchor != 0 || tag {
            self.report(place, "anchors and tags are not part of the dialect: write the value out");
        }
        match event {
            Event::Alias(_) => {
                self.report(place, "aliases are not part of the dialect: write the value out or use `$ref`");
                self.value(Value::Null, place)
            }
            Event::DocumentStart(_) if self.root.is_some() => {
                self.report(place, "a second document in one file");
                Err(Stop)
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, place),
            Event::SequenceStart(..) => self.begin(Node::Sequence(Vec::new()), place),
            Event::MappingStart(..) => self.begin(Node::Mapping(Map::new(), None), place),
            Event::SequenceEnd | Event::MappingEnd => self.end(place),
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: Place) -> Result<(), Stop> {
        if let Some(Open { pointer, node: Node::Mapping(map, key @ None) }) = self.open.last_mut() {
            let here = join(pointer, text);
            let repeated = map.contains_key(text);
            *key = Some(text.to_owned());
            if style == ScalarStyle::Plain && !plain(text).is_string() {
                self.report(place, format!("the key `{text}` is not a string: quote it"));
            }
            if repeated {
                self.report(place, format!("the key `{text}` stands here a second time"));
            } else {
                self.places.insert(here, place);
            }
            return Ok(());
        }
        let value = match style {
            ScalarStyle::Plain => plain(text),
            _ => Value::String(text.to_owned()),
        };
        self.value(value, place)
    }

    /// The pointer of the value that comes next.
    fn next_pointer(&self) -> String {
        match self.open.last() {
            None => String::new(),
            Some(Open { pointer, node: Node::Sequence(items) }) => join(pointer, &items.len().to_string()),
            Some(Open { pointer, node: Node::Mapping(_, key) }) => join(pointer, key.as_deref().unwrap_or_default()),
        }
    }

    fn begin(&mut self, node: Node, place: Place) -> Result<(), Stop> {
        if self.open.len() >= MAX_DEPTH {
            self.report(place, format!("nested deeper than {MAX_DEPTH} levels"));
            return Err(Stop);
        }
        if matches!(self.open.last(), Some(Open { node: Node::Mapping(_, None), .. })) {
            self.report(place, "a key that is not a string");
            return Err(Stop);
        }
        let pointer = self.next_pointer();
        self.places.entry(pointer.clone()).or_insert(place);
        self.open.push(Open { pointer, node });
        Ok(())
    }

    fn end(&mut self, place: Place) -> Result<(), Stop> {
        match self.open.pop() {
            Some(Open { node: Node::Sequence(items), .. }) => self.value(Value::Array(items), place),
            Some(Open { node: Node::Mapping(map, _), .. }) => self.value(Value::Object(map), place),
            None => Err(Stop),
        }
    }

    fn value(&mut self, value: Value, place: Place) -> Result<(), Stop> {
        let pointer = self.next_pointer();
        self.places.entry(pointer).or_insert(place);
        match self.open.last_mut() {
            None => self.root = Some(value),
            Some(Open { node: Node::Sequence(items), .. }) => items.push(value),
            Some(Open { node: Node::Mapping(map, key), .. }) => {
                if let Some(key) = key.take() {
                    map.entry(key).or_insert(value);
                }
            }
        }
        Ok(())
    }
}

/// A plain scalar by YAML's core schema, without octal, hexadecimal, infinity and not-a-number.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let numeric = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    if numeric {
        if let Ok(integer) = text.parse::<i64>() {
            return Value::from(integer);
        }
        if let Some(number) = text.parse::<f64>().ok().and_then(Number::from_f64) {
            return Value::Number(number);
        }
    }
    Value::String(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_has_its_place() {
        let yaml = Yaml::parse("x.yaml", "a: 1\nb:\n  - x\n  - y: {z: 2}\n").unwrap();
        assert_eq!(yaml.value(), &serde_json::json!({"a": 1, "b": ["x", {"y": {"z": 2}}]}));
        assert_eq!(yaml.place("/a"), Place { line: 1, column: 1 });
        assert_eq!(yaml.place("/b/1/y/z"), Place { line: 4, column: 9 });
        assert_eq!(yaml.place("/b/1/y/none/below"), Place { line: 4, column: 5 });
    }

    #[test]
    fn what_is_outside_the_dialect_is_refused_with_its_place() {
        for (text, expected) in [
            ("a: 1\na: 2\n", "x.yaml:2:1: the key `a` stands here a second time"),
            ("a: [1\nb: 2", "x.yaml:2:"),
            ("", "x.yaml:1:1: the file is empty"),
            ("a: &x 1\nb: *x\n", "x.yaml:1:"),
            ("a: !t 1\n", "x.yaml:1:"),
            ("? [a]\n: 1\n", "x.yaml:1:3: a key that is not a string"),
            ("a: 1\n---\nb: 2\n", "x.yaml:2:"),
        ] {
            let error = Yaml::parse("x.yaml", text).expect_err(text).to_string();
            assert!(error.contains(expected), "{text:?} gave {error:?}");
        }
        for depth in [MAX_DEPTH + 1, 100_000] {
            let deep = "[".repeat(depth) + &"]".repeat(depth);
            let error = Yaml::parse("x.yaml", &deep).unwrap_err().to_string();
            assert!(error.starts_with("x.yaml:1:"), "{error}");
        }
    }
}
