//! A Genesys chat for a person.

use std::collections::{BTreeMap, BTreeSet};

use anstyle::Style;
use conversation_core::{TranscriptDefect, TranscriptItem};
use genesys_chat_types::{ChatEvent, ChatEventType, Participant, ParticipantType};
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::{
    IN_JSON, NOT_SHOWN,
    clock::span,
    count, gaps,
    page::Page,
    style::{AGENT, CUSTOMER, QUIET, WARNING, paint},
    unknown_fields, unreadable, verdict,
};
use crate::{
    error::listed,
    escape,
    view::{ChatView, Defect, Party},
};

/// The chat as text.
pub(crate) fn chat(title: &str, view: &ChatView<'_>, unknown: &BTreeSet<String>) -> String {
    let positions = view.events().map(|event| position(event).len()).max();
    let mut page = Page::new(title, positions.unwrap_or(1));
    head(&mut page, view);
    let conflicts = conflicts(view);
    let mut number = 0;
    for entry in view.transcript.items() {
        match entry {
            TranscriptItem::Event(event) => {
                page.day(event.utc_time);
                show(&mut page, event);
                if let Some(events) = event.index.and_then(|index| conflicts.get(&index)) {
                    page.mark(WARNING, format_args!("! one of {events} different events with this index"));
                }
                if event.index.is_none() {
                    page.mark(WARNING, "! without an index, placed by its time");
                }
                if let Some(milliseconds) = view.clock_back.get(&number) {
                    page.mark(WARNING, format_args!("! the clock goes back by {}", span(*milliseconds)));
                }
                number += 1;
            }
            TranscriptItem::Unreadable(event) => page.gap(unreadable(event)),
            TranscriptItem::Gap { first, last } if first == last => page.gap(format_args!("event {first} is missing")),
            TranscriptItem::Gap { first, last } => page.gap(format_args!("events {first} to {last} are missing")),
            _ => {}
        }
    }
    page.notes(notes(view, unknown))
}

/// The position of an event, as far as it has one.
fn position(event: &ChatEvent) -> String {
    event.index.map_or_else(|| "-".to_owned(), |index| index.to_string())
}

fn conflicts(view: &ChatView<'_>) -> BTreeMap<i64, usize> {
    let conflict = |defect: &Defect| match defect {
        Defect::Chat(TranscriptDefect::Conflict { index, events }) => Some((*index, *events)),
        _ => None,
    };
    view.defects.iter().filter_map(conflict).collect()
}

fn head(page: &mut Page, view: &ChatView<'_>) {
    if let Some(id) = &view.chat.id {
        page.head(format_args!("chat {}", escape::name(id.as_str())));
    }
    let (events, messages) = view
        .parties
        .iter()
        .fold((0, 0), |(events, messages), party| (events + party.events, messages + party.messages));
    let mut facts = match events {
        0 => vec!["no messages".to_owned()],
        _ => {
            let participants = count(view.parties.len(), "participant");
            vec![format!("{} by {participants}", count(events, "event")), them(messages)]
        }
    };
    if view.repeated > 0 {
        facts.push(format!("{} came again", view.repeated));
    }
    match view.chat.ended {
        Some(true) => facts.push("the chat has ended".to_owned()),
        Some(false) => facts.push("the chat goes on".to_owned()),
        None => {}
    }
    if let Some(state) = &view.chat.state {
        facts.push(format!("its state is {}", escape::name(state.as_str())));
    }
    if events > 0 {
        facts.push(verdict(&view.completeness).to_owned());
    }
    facts.push("times are UTC".to_owned());
    page.head(facts.join("; "));
    let ids = view.parties.iter().map(|party| party.id.to_string().len()).max().unwrap_or_default();
    let names: Vec<_> = view.parties.iter().map(in_words).collect();
    let width = names.iter().map(|name| name.width()).max().unwrap_or_default().min(WIDEST);
    for (party, name) in view.parties.iter().zip(names).take(PARTIES) {
        let spaces = " ".repeat(width.saturating_sub(name.width()));
        let name = paint(style(party.types.last().copied().unwrap_or_default()), name);
        let did = match party.events {
            0 => "no event".to_owned(),
            events => format!("{}, {}", count(events, "event"), them(party.messages)),
        };
        page.head(format_args!("  {:>ids$}  {name}{spaces}  {did}", party.id));
    }
    if view.parties.len() > PARTIES {
        page.head(format_args!("  and {} more", view.parties.len() - PARTIES));
    }
}

/// How many participants the head lists. Programs get them all.
const PARTIES: usize = 50;

/// The widest name that others are aligned with.
const WIDEST: usize = 48;

fn them(messages: usize) -> String {
    match messages {
        0 => "no message".to_owned(),
        _ => count(messages, "message"),
    }
}

/// A participant with the latest nickname, and the ones before it.
fn in_words(party: &Party<'_>) -> String {
    let name = escape::name(party.nicknames.last().copied().unwrap_or_default());
    let types = listed(party.types.iter().map(|type_| escape::name(type_)), 5);
    let earlier = party.nicknames.split_last().map(|(_, earlier)| earlier).unwrap_or_default();
    if earlier.is_empty() {
        return format!("{name} ({types})");
    }
    format!("{name} ({types}), also {}", listed(earlier.iter().rev().map(|name| escape::name(name)), 5))
}

fn style(participant_type: &str) -> Style {
    match ParticipantType::from(participant_type) {
        ParticipantType::Client => CUSTOMER,
        ParticipantType::Agent | ParticipantType::Supervisor => AGENT,
        _ => Style::new(),
    }
}

fn show(page: &mut Page, event: &ChatEvent) {
    let Participant { nickname, type_, .. } = &event.from;
    let who = format!("{} ({})", escape::name(nickname), escape::name(type_.as_str()));
    let (did, text) = what(event);
    let what = format!("{}{}", paint(style(type_.as_str()), who), paint(QUIET, did));
    page.entry(&position(event), event.utc_time, &what, text);
    // As a rule it is `text`. Any other value is a label of the sender.
    detail(page, "messageType", event.message_type.as_ref().filter(|label| *label != "text"));
    detail(page, "userData", event.user_data.as_ref());
    detail(page, "eventAttributes", event.event_attributes.as_ref());
}

/// What the participant did, to be read behind the name, and the text that goes with it.
fn what(event: &ChatEvent) -> (String, Option<&str>) {
    let text = event.text.as_deref();
    let did = match &event.type_ {
        ChatEventType::Message => match text {
            Some(text) if text.chars().all(|character| matches!(character, '\n' | '\r')) => {
                return (" sent an empty message".to_owned(), None);
            }
            Some(_) => "",
            None => " sent a message without text",
        },
        ChatEventType::ParticipantJoined => " joined",
        ChatEventType::ParticipantLeft => " left",
        ChatEventType::TypingStarted if text.is_some() => " started typing, preview",
        ChatEventType::TypingStarted => " started typing",
        ChatEventType::TypingStopped if text.is_some() => " stopped typing, preview",
        ChatEventType::TypingStopped => " stopped typing",
        // A new nickname, a pushed URL or a system's words: nothing tells them apart, so nothing is guessed.
        ChatEventType::Notice => ", notice",
        ChatEventType::PushUrl => " pushed a URL",
        ChatEventType::NicknameUpdated => " changed nickname",
        ChatEventType::CustomNotice => ", custom notice",
        ChatEventType::FileUploaded => " uploaded a file",
        ChatEventType::FileDeleted => " deleted a file",
        ChatEventType::IdleAlert => ", idle alert",
        ChatEventType::IdleClose => ", idle close",
        other => return (format!(", {}", escape::name(other.as_str())), text),
    };
    (did.to_owned(), text)
}

/// The most bytes of attached data that are shown.
const MAX_DETAIL: usize = 400;

fn detail(page: &mut Page, name: &str, value: Option<&impl Serialize>) {
    if let Some(Ok(json)) = value.map(serde_json::to_string) {
        page.mark(QUIET, format_args!("{name} {}", escape::start(&escape::line(&json), MAX_DETAIL)));
    }
}

fn notes(view: &ChatView<'_>, unknown: &BTreeSet<String>) -> Vec<String> {
    let mut notes = gaps(&view.completeness);
    notes.extend(view.defects.iter().map(ToString::to_string));
    if view.chat.credentials {
        notes.push("the answer holds credentials of the session, which are not shown".to_owned());
    }
    let (mut of_events, mut of_participants) = (BTreeSet::new(), BTreeSet::new());
    for event in view.events() {
        of_events.extend(event.extra.iter().map(|(name, _)| name.clone()));
        of_participants.extend(event.from.extra.iter().map(|(name, _)| name.clone()));
    }
    notes.extend(unknown_fields("of the participants", &of_participants, IN_JSON));
    notes.extend(unknown_fields("of the events", &of_events, IN_JSON));
    notes.extend(unknown_fields("of the answer", unknown, NOT_SHOWN));
    notes
}
