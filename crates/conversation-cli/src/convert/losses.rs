//! What is gone when nothing is kept beside a converted conversation: by name, how often, and where first.

use std::collections::BTreeMap;

use conversation_core::convert::{LossKind, Lost};

use super::Kept;
use crate::{
    error::listed,
    escape,
    input::{Layout, Place, Shell},
};

/// How many kinds, and how many names of fields, are told apart. There are few, except in hostile input.
const KINDS: usize = 50;

/// The losses of all conversations of an input.
#[derive(Debug, Default)]
pub(crate) struct Losses {
    kinds: BTreeMap<LossKind, LostOverall>,
    /// How many losses are of kinds beyond those.
    others: u64,
    /// The fields around the messages, and in how many conversations they were.
    fields: BTreeMap<String, u64>,
    /// Whether a model was not as this version of the command writes one.
    models: u64,
}

#[derive(Debug)]
struct LostOverall {
    count: u64,
    first: String,
}

impl Losses {
    /// Adds those of the conversation that begins at `begin`.
    pub(crate) fn add(&mut self, kept: &Kept<Shell>, layout: Layout, begin: Place) {
        for (kind, Lost { count, first, .. }) in kept.residue.iter().flat_map(|residue| residue.losses_by_kind()) {
            if let Some(lost) = self.kinds.get_mut(&kind) {
                lost.count += count;
            } else if self.kinds.len() < KINDS {
                let first = match layout {
                    Layout::Single => first.to_string(),
                    _ => format!("line {}, {first}", begin.line),
                };
                self.kinds.insert(kind, LostOverall { count, first });
            } else {
                self.others += count;
            }
        }
        match &kept.document {
            None => {}
            Some(Shell::Model(_)) => self.models += 1,
            Some(shell) => {
                for field in shell.fields() {
                    if self.fields.len() < KINDS || self.fields.contains_key(&field) {
                        *self.fields.entry(field).or_default() += 1;
                    }
                }
            }
        }
    }

    /// What is lost, a line for each kind; nothing when nothing is.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines: Vec<_> = self
            .kinds
            .iter()
            .map(|(kind, LostOverall { count, first })| {
                format!("{count} × {}; first: {}", short(&kind.to_string()), short(first))
            })
            .collect();
        if self.others > 0 {
            lines.push(format!("{} × something of another kind", self.others));
        }
        if self.models > 0 {
            lines.push(format!("{} × what of a model the conversation in it does not need", self.models));
        }
        if !self.fields.is_empty() {
            let names = self.fields.keys().map(|name| escape::start(&escape::name(name), 40));
            lines.push(format!("fields around the messages: {}", listed(names, KINDS)));
        }
        lines
    }
}

fn short(text: &str) -> String {
    escape::start(&escape::line(text), 160)
}
