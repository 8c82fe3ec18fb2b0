//! One conversation examined.

use conversation_core::{Completeness, Forest, Transcript, Verdict};
use conversation_wire::DecodeError;
use serde::Serialize;

use super::{
    salvage::{salvage, violations_of},
    unknown::Unknown,
};
use crate::{
    input::{Fault, Given, Kind, Layout, Opened, Refusal},
    view::{BranchArg, ChatView, Defect, TreeView, Wanted},
};

/// What was found in one conversation, or in a value that is none.
#[derive(Debug)]
pub(crate) struct Examined {
    /// The line on which it begins.
    pub(crate) line: usize,
    /// What it is; nothing for a value that is no conversation.
    pub(crate) kind: Option<Kind>,
    /// Where its type is broken.
    pub(crate) violations: Vec<Violation>,
    /// What is wrong among its messages or events.
    pub(crate) defects: Vec<Defect>,
    /// Whether all of it is here.
    pub(crate) completeness: Option<Completeness>,
    pub(crate) unknown: Unknown,
}

/// A place where a value is not what its type says.
#[derive(Debug, Serialize)]
pub(crate) struct Violation {
    /// The path from the value's root; empty when it is the value as a whole.
    pub(crate) path: String,
    pub(crate) message: String,
}

impl Violation {
    pub(super) fn at(path: &str, message: &str) -> Self {
        Self { path: path.to_owned(), message: message.to_owned() }
    }

    /// Of a value at `path`, decoded by itself.
    pub(super) fn of(path: &str, error: &DecodeError) -> Self {
        let dot = if path.is_empty() || error.path().is_empty() || error.path().starts_with('[') { "" } else { "." };
        Self { path: format!("{path}{dot}{}", error.path()), message: error.message().to_owned() }
    }
}

impl Examined {
    /// Examines a conversation.
    pub(crate) fn given(given: Given) -> Self {
        let (line, kind) = (given.begin.line, Some(given.kind));
        let mut unknown = Unknown::default();
        unknown.of_shell(&given);
        let violations = violations_of(&given.content);
        let (defects, completeness) = match given.open() {
            Opened::Chat(mut chat) => {
                let events = std::mem::take(&mut chat.events);
                let count = events.len();
                let (transcript, defects) = Transcript::build(events);
                let view = ChatView::new(&chat, &transcript, defects, count);
                unknown.of_chat(&chat, &view);
                (view.defects, view.completeness)
            }
            Opened::Tree(mut tree) => {
                let messages = std::mem::take(tree.messages.as_mut_vec());
                let count = messages.len();
                let (forest, defects) = Forest::build(messages);
                match TreeView::new(&tree, &forest, defects, Wanted::Branch(&BranchArg::First), count) {
                    Ok(view) => {
                        unknown.of_tree(&tree, &view);
                        (view.defects, view.completeness)
                    }
                    // Never so: the first branch is always there.
                    Err(_) => (Vec::new(), Completeness::of_forest(&forest, None)),
                }
            }
        };
        Self { line, kind, violations, defects, completeness: Some(completeness), unknown }
    }

    /// Examines a value that could not be decoded.
    ///
    /// Errs when it is the whole input, and nothing is to be found in it.
    pub(crate) fn fault(fault: Fault, layout: Layout) -> Result<Self, Refusal> {
        let Fault { refusal, begin, value } = fault;
        let decoded = matches!(refusal, Refusal::Decode { .. } | Refusal::DecodeValue { .. });
        let salvaged = value.as_ref().filter(|_| decoded).and_then(|(kind, json)| salvage(*kind, json, begin));
        if let Some((given, mut violations)) = salvaged {
            if let (true, Refusal::Decode { error, .. } | Refusal::DecodeValue { error, .. }) =
                (violations.is_empty(), &refusal)
            {
                violations.push(Violation::at(error.path(), error.message()));
            }
            return Ok(Self { violations, ..Self::given(given) });
        }
        let recognised = value.map(|(kind, _)| kind);
        match &refusal {
            Refusal::Status { .. } | Refusal::Model(_) => {}
            // What is known to be a model was read as one.
            Refusal::Decode { error, .. } if recognised == Some(Kind::Model) && !is_syntax(error) => {}
            _ if layout == Layout::Single => return Err(refusal),
            _ => {}
        }
        Ok(Self {
            line: begin.line,
            kind: recognised.filter(|_| !decoded || recognised == Some(Kind::Model)),
            violations: vec![Violation { path: String::new(), message: refusal.to_string() }],
            defects: Vec::new(),
            completeness: None,
            unknown: Unknown::default(),
        })
    }

    pub(crate) fn is_incomplete(&self) -> bool {
        self.completeness.as_ref().is_some_and(|completeness| completeness.verdict() == Verdict::Incomplete)
    }

    pub(crate) fn is_wrong(&self) -> bool {
        !self.violations.is_empty() || !self.defects.is_empty() || self.is_incomplete()
    }
}

fn is_syntax(error: &DecodeError) -> bool {
    use conversation_wire::DecodeErrorKind::{Eof, Syntax};
    matches!(error.kind(), Syntax | Eof)
}
