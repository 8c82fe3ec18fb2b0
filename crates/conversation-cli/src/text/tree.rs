//! A thread of a Proficient interaction for a person.

use std::collections::{BTreeMap, BTreeSet};

use anstyle::Style;
use conversation_core::Node;
use proficient_types::{Interaction, Message, SentBy};

use super::{
    IN_JSON, NOT_SHOWN, clock, count, gaps,
    page::Page,
    style::{AGENT, CUSTOMER, QUIET, WARNING, paint},
    unknown_fields, unreadable, verdict,
};
use crate::{
    error::listed,
    escape,
    view::{BranchArg, Fork, TreeView, Wanted},
};

/// The thread as text.
pub(crate) fn tree(title: &str, view: &TreeView<'_>, unknown: &BTreeSet<String>) -> String {
    let mut page = Page::new(title, 0);
    head(&mut page, view);
    let defects = view.beside();
    for node in &view.thread {
        match node.message() {
            Some(message) => show(&mut page, message),
            None => {
                let is_unreadable = view.is_unreadable(node.id());
                let what = if is_unreadable { "could not be read" } else { "is missing" };
                page.gap(format_args!("message {} {what}", escape::name(node.id().as_str())));
            }
        }
        for defect in defects.get(node.id()).into_iter().flatten() {
            page.mark(WARNING, format_args!("! {}", defect.in_place()));
        }
        for other in node.others() {
            aside(&mut page, other, node.message());
        }
        if let Some(fork) = Fork::at(*node) {
            page.mark(QUIET, format_args!("↳ {}", in_words(view, &fork, *node)));
        }
    }
    page.notes(notes(view, unknown))
}

fn head(page: &mut Page, view: &TreeView<'_>) {
    match (&view.tree.interaction, view.interaction_id()) {
        (Some(interaction), _) => about(page, interaction),
        (None, Some(id)) => page.head(format_args!("interaction {}", escape::name(id.as_str()))),
        (None, None) => {}
    }
    let messages = view.forest.len();
    if messages == 0 {
        page.head("no messages");
        return;
    }
    let leaves = view.forest.nodes().filter(|node| node.children().len() == 0).count();
    let mut by = BTreeMap::<&str, usize>::new();
    for message in view.forest.nodes().filter_map(Node::message) {
        *by.entry(message.sent_by.as_str()).or_default() += 1;
    }
    let by = listed(by.iter().map(|(sender, count)| format!("{count} by {}", role(&SentBy::from(*sender)))), 5);
    let mut facts = vec![format!("{}, {by}", count(messages, "message"))];
    if view.tree.has_more == Some(true) {
        facts.push("others follow on the next page".to_owned());
    }
    if view.repeated > 0 {
        facts.push(format!("{} came again", view.repeated));
    }
    facts.push(verdict(&view.completeness).to_owned());
    facts.push("times are UTC".to_owned());
    page.head(facts.join("; "));
    if leaves > 1 {
        let which = match view.wanted {
            Wanted::Branch(BranchArg::Latest) => "the one with the newest end".to_owned(),
            Wanted::Branch(BranchArg::First) => "the first".to_owned(),
            Wanted::Branch(BranchArg::Through(id)) => format!("the one through {}", escape::name(id.as_str())),
            Wanted::Chosen(_) => "the one that was chosen".to_owned(),
        };
        let shown = view.thread.iter().filter(|node| node.message().is_some()).count();
        let shown = count(shown, "message");
        page.head(format_args!("{leaves} threads; shown is {which}, {shown} (--branch shows another)"));
    }
}

fn about(page: &mut Page, interaction: &Interaction) {
    let id = escape::name(interaction.id.as_str());
    let name = interaction.name.as_deref().map(|name| format!(", {}", escape::name(name))).unwrap_or_default();
    page.head(format_args!("interaction {id}{name}"));
    let (agent, user) = (escape::name(interaction.agent_id.as_str()), escape::name(interaction.user_id.as_str()));
    let archived = if interaction.archived { "; archived" } else { "" };
    let started = clock::date_and_time(interaction.created_at);
    page.head(format_args!("of user {user} with agent {agent}; started {started}{archived}"));
}

pub(super) fn role(sender: &SentBy) -> String {
    escape::name(sender.as_str())
}

pub(super) fn style(sender: &SentBy) -> Style {
    match sender {
        SentBy::User => CUSTOMER,
        SentBy::Agent => AGENT,
        _ => Style::new(),
    }
}

fn show(page: &mut Page, message: &Message) {
    page.day(message.created_at);
    let (who, text) = said(message);
    page.entry("", message.created_at, &who, text);
}

/// Who said it, and what.
fn said(message: &Message) -> (String, Option<&str>) {
    let who = paint(style(&message.sent_by), role(&message.sent_by));
    if message.content.chars().all(|character| matches!(character, '\n' | '\r')) {
        return (format!("{who}{}", paint(QUIET, " sent an empty message")), None);
    }
    (who, Some(&message.content))
}

/// Another body with the same id, and how it differs from the one shown.
fn aside(page: &mut Page, other: &Message, shown: Option<&Message>) {
    let (who, text) = said(other);
    let when = clock::date_and_time(other.created_at);
    page.mark(WARNING, format_args!("! came also {}, {when}", differences(other, shown)));
    page.aside(&who, text);
}

/// In what a body differs from the one shown.
fn differences(other: &Message, shown: Option<&Message>) -> String {
    let Some(shown) = shown else { return "in another form".to_owned() };
    let differences = [
        ("content", other.content != shown.content),
        ("created_at", other.created_at != shown.created_at),
        ("depth", other.depth != shown.depth),
        ("interaction_id", other.interaction_id != shown.interaction_id),
        ("object", other.object != shown.object),
        ("parent_id", other.parent_id != shown.parent_id),
        ("sent_by", other.sent_by != shown.sent_by),
        ("fields that are not known here", other.extra != shown.extra),
    ];
    let names: Vec<_> = differences.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect();
    format!("with another {}", listed(names.into_iter(), 8))
}

/// How many branches one line names.
const BRANCHES: usize = 5;

/// Which of the siblings is shown, and the ids of the others.
fn in_words(view: &TreeView<'_>, fork: &Fork<'_>, node: Node<'_>) -> String {
    let what = if node.parent().is_some() { "branch" } else { "root" };
    let count = fork.siblings.len();
    let others: Vec<_> = fork
        .others()
        .map(|other| {
            let missing = match other.message() {
                Some(_) => "",
                None if view.is_unreadable(other.id()) => " (unreadable)",
                None => " (missing)",
            };
            format!("{}{missing}", escape::name(other.id().as_str()))
        })
        .collect();
    let word = if count == 2 { "the other is" } else { "the others are" };
    let others = listed(others.into_iter(), BRANCHES);
    format!("{what} {} of {count}, {}; {word} {others}", fork.shown + 1, escape::name(node.id().as_str()))
}

fn notes(view: &TreeView<'_>, unknown: &BTreeSet<String>) -> Vec<String> {
    let mut notes: Vec<_> = view.tree.messages.unreadable().iter().map(unreadable).collect();
    notes.extend(gaps(&view.completeness));
    notes.extend(view.defects.iter().map(ToString::to_string));
    notes.extend(view.new_message_below().map(|id| format!("a new message goes below {}", escape::name(id.as_str()))));
    for (again, what) in [(false, "for a reply to"), (true, "again for a reply to")] {
        let asked = view.can_be_asked(again);
        if !asked.is_empty() {
            // The last ones are the most useful to ask for.
            let names = listed(asked.iter().rev().map(|id| escape::name(id.as_str())), BRANCHES);
            notes.push(format!("an agent can be asked {what} {names}"));
        }
    }
    let mut of_messages = BTreeSet::new();
    for message in view.forest.nodes().filter_map(Node::message).chain(view.other_bodies()) {
        of_messages.extend(message.extra.iter().map(|(name, _)| name.clone()));
    }
    let of_interaction = view.tree.interaction.iter().flat_map(|interaction| interaction.extra.iter());
    let of_interaction = of_interaction.map(|(name, _)| name.clone()).collect();
    notes.extend(unknown_fields("of the interaction", &of_interaction, IN_JSON));
    notes.extend(unknown_fields("of the messages", &of_messages, IN_JSON));
    notes.extend(unknown_fields("of the answer", unknown, NOT_SHOWN));
    notes
}
