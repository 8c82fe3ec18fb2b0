//! A whole tree at a glance: every message on a line of its own, and lines from each to its replies.

use conversation_core::{Forest, Node};

use super::{
    style::{HEADING, QUIET, WARNING, paint},
    tree::{role, style},
};
use crate::escape;

/// The most bytes of a message that are shown.
const MOST: usize = 100;

/// All messages, roots first, below a title and the lines of a head. As long as one message follows the other they are
/// below one another.
pub(crate) fn outline(title: &str, head: &str, forest: &Forest) -> String {
    let mut out = format!("{}\n{head}\n", paint(HEADING, title));
    let mut open = Vec::new();
    push(&mut open, forest.roots(), "");
    while let Some((node, before, below)) = open.pop() {
        out += &format!("  {}{}\n", paint(QUIET, before), said(node));
        push(&mut open, node.children(), &below);
    }
    out
}

/// A message, what stands before it, and what stands before those below it.
type Open<'a> = (Node<'a>, String, String);

fn push<'a>(open: &mut Vec<Open<'a>>, siblings: impl ExactSizeIterator<Item = Node<'a>>, below: &str) {
    let count = siblings.len();
    let begin = open.len();
    open.extend(siblings.enumerate().map(|(number, node)| match number + 1 {
        _ if count == 1 => (node, below.to_owned(), below.to_owned()),
        last if last == count => (node, format!("{below}└─ "), format!("{below}   ")),
        _ => (node, format!("{below}├─ "), format!("{below}│  ")),
    }));
    // The first is taken first.
    if let Some(siblings) = open.get_mut(begin..) {
        siblings.reverse();
    }
}

fn said(node: Node<'_>) -> String {
    match node.message() {
        Some(message) => {
            let who = paint(style(&message.sent_by), role(&message.sent_by));
            format!("{who}: {}", escape::start(&escape::line(&message.content), MOST))
        }
        None => paint(WARNING, format_args!("… {} is missing", escape::name(node.id().as_str()))),
    }
}
