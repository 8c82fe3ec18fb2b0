//! What a template names: `user.first_name`, `../agent.name`, `this`.

use serde_json::Value;

/// A way from the current context, from one around it, or from the root, to a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Path<'a> {
    from_root: bool,
    /// How many contexts up it begins.
    up: usize,
    names: Vec<&'a str>,
}

/// What can be a field, and no path.
const KEYWORDS: [&str; 4] = ["if", "unless", "with", "else"];

impl<'a> Path<'a> {
    /// Reads a path: names with `.` or `/` between them, behind `@root`, `this`, `.` or any number of `../`.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        if KEYWORDS.contains(&text) {
            return None;
        }
        let mut path = Self { from_root: false, up: 0, names: Vec::new() };
        let mut rest = text;
        if rest == "this" || rest == "." {
            return Some(path);
        }
        if let Some(behind) = rest.strip_prefix("@root") {
            path.from_root = true;
            rest = behind.strip_prefix(['.', '/'])?;
        } else {
            while let Some(behind) = rest.strip_prefix("../") {
                path.up += 1;
                rest = behind;
            }
            if rest == ".." {
                path.up += 1;
                return Some(path);
            }
            let own = ["./", "this/", "this."].into_iter().find_map(|own| rest.strip_prefix(own));
            rest = own.unwrap_or(rest);
        }
        for name in rest.split(['.', '/']) {
            let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
            if name.is_empty() || !name.bytes().all(is_name) {
                return None;
            }
            path.names.push(name);
        }
        // A number, or a word that stands for a value, is a value and no field.
        let is_literal = matches!(path.names.first(), Some(&("true" | "false" | "null")));
        let is_number = path.names.first().is_some_and(|name| {
            let digits = name.strip_prefix('-').unwrap_or(name);
            digits.starts_with(|char: char| char.is_ascii_digit())
        });
        (!is_literal && !is_number).then_some(path)
    }

    /// The value, as a template sees it: nothing where there is none. `contexts` are those around, the root first.
    pub(super) fn find<'v>(&self, contexts: &[&'v Value], steps: &mut usize) -> Option<&'v Value> {
        let context = if self.from_root { contexts.first() } else { contexts.iter().rev().nth(self.up) };
        let mut value = *context?;
        for name in &self.names {
            *steps += 1;
            value = value.get(name)?;
        }
        Some(value)
    }
}
