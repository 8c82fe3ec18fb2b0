//! The Handlebars templates of agents: greetings and system messages.
//!
//! A template comes from outside, so only what ends is taken: fields, `#if`, `#unless` and `#with`, each with `else`, and
//! comments. Reading one takes a number of steps that its length bounds, and so does rendering it: nothing in it repeats,
//! recurses, reads a file or calls for more. What it cannot be is reported with its line and column.

mod parse;
mod path;
mod render;
#[cfg(test)]
mod tests;

use std::fmt;

use proficient_types::{Agent, User};
use serde_json::json;

/// How long a template may be, in bytes.
const MAX_TEMPLATE: usize = 64 << 10;

/// Where a rendered text is cut, in bytes: a field may be long and named often.
const MAX_TEXT: usize = 64 << 10;

/// How deep blocks may be within blocks.
const MAX_DEPTH: usize = 32;

/// What is invalid in a template, and where.
#[derive(Debug, PartialEq)]
pub(crate) struct Flaw {
    line: usize,
    column: usize,
    message: &'static str,
}

impl Flaw {
    fn at(template: &str, at: usize, message: &'static str) -> Self {
        let before = template.get(..at).unwrap_or(template);
        let line_begin = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(line_begin..).unwrap_or_default().chars().count() + 1,
            message,
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the template is invalid at line {}, column {}: {}", self.line, self.column, self.message)
    }
}

/// Refuses what [`render`] could not render.
pub(crate) fn check(template: &str) -> Result<(), Flaw> {
    parse::parse(template).map(drop)
}

/// The text of a template for this user and agent, cut where it grows too long.
///
/// A checked template always renders. If one does not, there is no text.
pub(crate) fn render(template: &str, user: &User, agent: &Agent) -> Option<String> {
    let Ok(parsed) = parse::parse(template) else {
        tracing::warn!("a template cannot be rendered");
        return None;
    };
    Some(render::render(&parsed.nodes, &json!({ "user": user, "agent": agent })).text)
}
