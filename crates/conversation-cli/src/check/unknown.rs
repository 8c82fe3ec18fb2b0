//! Values of enums, and fields, that this version has not heard of. They are no errors: tomorrow's server has them.

use std::collections::BTreeMap;

use conversation_wire::Extra;

use crate::{
    escape,
    input::{Chat, Given, Shell, Tree},
    view::{ChatView, TreeView},
};

/// How many names are told apart. There are few, except in hostile input.
const NAMES: usize = 100;

/// The most bytes of a name that are kept.
const MAX_NAME: usize = 40;

/// Names that are not known here, and how often each was there.
#[derive(Debug, Default)]
pub(crate) struct Unknown {
    /// Values of enums, by the field that has them.
    pub(crate) values: BTreeMap<(&'static str, String), u64>,
    /// Fields, by the object that has them. Their values are never shown.
    pub(crate) fields: BTreeMap<(&'static str, String), u64>,
}

impl Unknown {
    /// Adds what another conversation has.
    pub(crate) fn add(&mut self, other: &Self) {
        for (into, from) in [(&mut self.values, &other.values), (&mut self.fields, &other.fields)] {
            for ((of, name), count) in from {
                note(into, of, name, *count);
            }
        }
    }

    /// Adds what is around the messages.
    pub(super) fn of_shell(&mut self, given: &Given) {
        if let Some(extra) = given.shell.as_ref().and_then(Shell::extra) {
            self.extra("answer", extra);
        }
    }

    pub(super) fn of_chat(&mut self, chat: &Chat, view: &ChatView<'_>) {
        for event in view.events() {
            self.value("event type", event.type_.as_str(), event.type_.is_known());
            self.value("participant type", event.from.type_.as_str(), event.from.type_.is_known());
            self.extra("event", &event.extra);
            self.extra("participant", &event.from.extra);
        }
        for participant in &chat.participants {
            self.value("participant type", participant.type_.as_str(), participant.type_.is_known());
            self.extra("participant", &participant.extra);
        }
        if let Some(state) = &chat.state {
            self.value("state", state.as_str(), state.is_known());
        }
    }

    pub(super) fn of_tree(&mut self, tree: &Tree, view: &TreeView<'_>) {
        let messages = view.forest.nodes().filter_map(|node| node.message()).chain(view.other_bodies());
        for message in messages {
            self.value("sent_by", message.sent_by.as_str(), message.sent_by.is_known());
            self.value("object", message.object.as_str(), message.object.is_known());
            self.extra("message", &message.extra);
        }
        if let Some(interaction) = &tree.interaction {
            self.value("object", interaction.object.as_str(), interaction.object.is_known());
            if let Some(turn) = &interaction.initial_turn {
                self.value("initial_turn", turn.as_str(), turn.is_known());
            }
            self.extra("interaction", &interaction.extra);
        }
    }

    fn value(&mut self, field: &'static str, value: &str, is_known: bool) {
        if !is_known {
            note(&mut self.values, field, value, 1);
        }
    }

    fn extra(&mut self, of: &'static str, extra: &Extra) {
        for (name, _) in extra {
            note(&mut self.fields, of, name, 1);
        }
    }
}

fn note(into: &mut BTreeMap<(&'static str, String), u64>, of: &'static str, name: &str, count: u64) {
    let key = (of, escape::start(name, MAX_NAME));
    if into.len() < NAMES || into.contains_key(&key) {
        *into.entry(key).or_default() += count;
    }
}
