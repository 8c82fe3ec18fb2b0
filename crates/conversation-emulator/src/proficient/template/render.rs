//! From the parts of a template to its text.

use serde_json::Value;

use super::{
    MAX_TEXT,
    parse::{Kind, Node},
};

/// The text of a template.
pub(super) struct Rendered {
    pub(super) text: String,
    /// How many steps it took: parts, and names of their paths.
    pub(super) steps: usize,
}

pub(super) fn render(nodes: &[Node<'_>], root: &Value) -> Rendered {
    let mut rendered = Rendered { text: String::new(), steps: 0 };
    rendered.render(nodes, &mut vec![root]);
    rendered
}

impl Rendered {
    /// Each part is rendered once at most, and none is deeper than a template may be.
    fn render(&mut self, nodes: &[Node<'_>], contexts: &mut Vec<&Value>) {
        for node in nodes {
            self.steps += 1;
            if self.text.len() >= MAX_TEXT {
                return;
            }
            match node {
                Node::Text(text) => self.push(text),
                Node::Field(path) => match path.find(contexts, &mut self.steps) {
                    Some(Value::String(text)) => self.push(text),
                    Some(Value::Null) | None => {}
                    Some(Value::Object(_)) => self.push("[object]"),
                    Some(other) => self.push(&other.to_string()),
                },
                Node::Block { kind, path, then, otherwise } => {
                    let value = path.find(contexts, &mut self.steps);
                    let truth = value.filter(|value| is_true(value));
                    match (kind, truth) {
                        (Kind::If, Some(_)) | (Kind::Unless, None) => self.render(then, contexts),
                        (Kind::With, Some(value)) => {
                            contexts.push(value);
                            self.render(then, contexts);
                            contexts.pop();
                        }
                        _ => self.render(otherwise, contexts),
                    }
                }
            }
        }
    }

    /// Appends what fits.
    fn push(&mut self, text: &str) {
        let left = MAX_TEXT - self.text.len();
        let fits = (0..=left.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
        self.text.push_str(text.get(..fits.unwrap_or(0)).unwrap_or_default());
    }
}

/// Whether a block takes a value for true: neither nothing nor empty nor 0.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64().is_some_and(|number| number != 0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}
