//! What a script must fulfil beyond its form.

use super::{
    document::{Action, Member, Rule, Step, Trigger},
    place::Part,
};

/// What is wrong, and the value that is.
#[derive(Debug)]
pub(super) struct Flaw {
    pub(super) path: Vec<Part>,
    pub(super) message: &'static str,
}

/// Finds the first flaw.
pub(super) fn check(participants: &[Member], rules: &[Rule]) -> Result<(), Flaw> {
    for (number, member) in participants.iter().enumerate() {
        if participants.iter().take(number).any(|other| other.name == member.name) {
            let path = vec![Part::Name("participants"), Part::Number(number), Part::Name("name")];
            return Err(Flaw { path, message: "a participant above has the same name" });
        }
    }
    for (at, rule) in rules.iter().enumerate() {
        let flaw = |rest: &[Part], message| {
            Err(Flaw { path: [&[Part::Name("rules"), Part::Number(at)], rest].concat(), message })
        };
        if rule.when != Trigger::Message {
            let message = "only a rule for a message can have this";
            if rule.containing.is_some() {
                return flaw(&[Part::Name("containing")], message);
            }
            if rule.number.is_some() {
                return flaw(&[Part::Name("number")], message);
            }
        }
        if rule.number.is_some_and(|number| number < 1) {
            return flaw(&[Part::Name("number")], "messages are counted from 1");
        }
        for (number, step) in rule.steps.iter().enumerate() {
            if let Err((field, message)) = check_step(participants, rule.when, step) {
                let mut rest = vec![Part::Name("steps"), Part::Number(number)];
                rest.extend(field.map(Part::Name));
                return flaw(&rest, message);
            }
        }
    }
    Ok(())
}

/// The field that is wrong; none where one is missing.
fn check_step(participants: &[Member], when: Trigger, step: &Step) -> Result<(), (Option<&'static str>, &'static str)> {
    match &step.who {
        Some(who) if !participants.iter().any(|member| &member.name == who) => {
            return Err((Some("who"), "no participant has this name"));
        }
        None if step.action != Action::End => return Err((None, "a step needs a `who`, the name of a participant")),
        _ => {}
    }
    let (may_have_text, needs_text) = match step.action {
        Action::Join | Action::Leave | Action::End => (false, false),
        Action::Say | Action::TypingStarted | Action::TypingStopped => (true, false),
        Action::Notice | Action::PushUrl => (true, true),
    };
    if step.text.is_some() && !may_have_text {
        return Err((Some("text"), "join, leave and end have no text"));
    }
    if step.text.is_none() && needs_text {
        return Err((None, "notice and push_url need a `text`"));
    }
    if step.user_data.is_some() && step.action != Action::Notice {
        return Err((Some("user_data"), "only a notice can have data"));
    }
    if when == Trigger::End {
        if step.action == Action::End {
            return Err((Some("do"), "the chat is ending already"));
        }
        if step.after_ms > 0 {
            return Err((Some("after_ms"), "a chat ends at once: what happens at its end cannot be later"));
        }
    }
    Ok(())
}
