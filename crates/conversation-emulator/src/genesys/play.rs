//! The script, played in a chat.
//!
//! Nothing waits: a step is stored with its due time, and becomes an event when the chat is next read.

use genesys_chat_types::{ChatEventType, Participant, ParticipantType, UserData};
use rusqlite::{OptionalExtension, named_params};
use serde::{Deserialize, Serialize};

use super::{
    chat::{Chat, ChatEnd, read_participant},
    events::Details,
    json::Json,
    script::{Action, Rule, Script, Step},
};

/// A step as it is stored: with its participant, so that it can be played when the script is another one by then.
#[derive(Serialize, Deserialize)]
struct Due {
    action: Action,
    who: Option<Member>,
    text: Option<String>,
    user_data: Option<UserData>,
}

#[derive(Serialize, Deserialize)]
struct Member {
    name: String,
    nickname: String,
    #[serde(rename = "type")]
    type_: ParticipantType,
}

impl Due {
    fn of(script: &Script, step: &Step) -> Self {
        let who = step.who.as_deref().and_then(|name| script.member(name)).map(|member| Member {
            name: member.name.clone(),
            nickname: member.nickname.clone(),
            type_: member.type_.clone(),
        });
        Self { action: step.action, who, text: step.text.clone(), user_data: step.user_data.clone() }
    }
}

impl Chat<'_> {
    pub(super) fn begin_request_rules(&self) -> rusqlite::Result<()> {
        self.begin(self.world.script.on_request())
    }

    /// Begins the rules for the client's message, which has been counted.
    pub(super) fn begin_message_rules(&self, text: &str) -> rusqlite::Result<()> {
        self.begin(self.world.script.on_message(text, self.client_messages))
    }

    /// What the script does at the end of a chat happens at once.
    pub(super) fn play_end_rules(&mut self) -> rusqlite::Result<()> {
        let world = self.world;
        for step in world.script.on_end().flat_map(|rule| &rule.steps) {
            self.play(Due::of(&world.script, step))?;
        }
        Ok(())
    }

    fn begin<'r>(&self, rules: impl Iterator<Item = &'r Rule>) -> rusqlite::Result<()> {
        let mut insert = self.tx.prepare_cached("INSERT INTO genesys_step (chat, due, step) VALUES (?, ?, ?)")?;
        for rule in rules {
            let mut due = self.time.as_millis();
            for step in &rule.steps {
                due = due.saturating_add(i64::try_from(step.after_ms).unwrap_or(i64::MAX));
                insert.execute((self.number, due, Json(Due::of(&self.world.script, step))))?;
            }
        }
        Ok(())
    }

    /// When the next step is due.
    pub(super) fn next_due(&self) -> rusqlite::Result<Option<i64>> {
        self.tx
            .prepare_cached("SELECT due FROM genesys_step WHERE chat = ? ORDER BY due, number LIMIT 1")?
            .query_row([self.number], |row| row.get(0))
            .optional()
    }

    /// Plays the next step.
    pub(super) fn play_next(&mut self) -> rusqlite::Result<()> {
        let next = self
            .tx
            .prepare_cached("SELECT number, step FROM genesys_step WHERE chat = ? ORDER BY due, number LIMIT 1")?
            .query_row([self.number], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Json<Due>>(1)?.0)))
            .optional()?;
        let Some((number, due)) = next else { return Ok(()) };
        self.tx.prepare_cached("DELETE FROM genesys_step WHERE number = ?")?.execute([number])?;
        self.play(due)
    }

    /// Forgets what was to happen.
    pub(super) fn drop_steps(&self) -> rusqlite::Result<()> {
        self.tx.prepare_cached("DELETE FROM genesys_step WHERE chat = ?")?.execute([self.number])?;
        Ok(())
    }

    fn play(&mut self, due: Due) -> rusqlite::Result<()> {
        let Due { action, who, text, user_data } = due;
        let Some(who) = who else {
            return if action == Action::End { self.end(ChatEnd::Agent, None, Details::default()) } else { Ok(()) };
        };
        let part = self.part(&who.name)?;
        let (from, type_, text) = match (action, part) {
            (Action::Join, Part::Playing(_)) => return Ok(()),
            (Action::Join, Part::Waiting | Part::Left) => {
                self.join(Some(&who.name), who.nickname, who.type_)?;
                return Ok(());
            }
            (Action::Leave, Part::Playing(participant)) => return self.leave(&participant, Details::default()),
            (Action::Leave, Part::Waiting | Part::Left) => return Ok(()),
            (Action::End, part) => return self.end(ChatEnd::Agent, part.playing(), Details::default()),
            (_, Part::Left) => return Ok(()),
            (Action::Say, part) => {
                (part, ChatEventType::Message, Some(text.unwrap_or_else(|| self.new_text().to_owned())))
            }
            (Action::TypingStarted, part) => (part, ChatEventType::TypingStarted, text),
            (Action::TypingStopped, part) => (part, ChatEventType::TypingStopped, text),
            (Action::Notice | Action::PushUrl, part) => (part, ChatEventType::Notice, text),
        };
        let from = match from.playing() {
            Some(participant) => participant,
            None => self.join(Some(&who.name), who.nickname, who.type_)?,
        };
        self.write(&from, type_, Details { text, user_data, ..Details::default() })?;
        Ok(())
    }

    /// The role of a participant of the script in the chat.
    fn part(&self, member: &str) -> rusqlite::Result<Part> {
        self.tx
            .prepare_cached(
                "SELECT * FROM genesys_participant WHERE chat = :chat AND member = :member
                 ORDER BY participant DESC LIMIT 1",
            )?
            .query_row(named_params! { ":chat": self.number, ":member": member }, |row| {
                Ok(if row.get("present")? { Part::Playing(read_participant(row)?) } else { Part::Left })
            })
            .optional()
            .map(|part| part.unwrap_or(Part::Waiting))
    }
}

enum Part {
    /// Has not joined yet.
    Waiting,
    /// Is in the chat.
    Playing(Participant),
    /// Was in the chat.
    Left,
}

impl Part {
    fn playing(self) -> Option<Participant> {
        match self {
            Self::Playing(participant) => Some(participant),
            Self::Waiting | Self::Left => None,
        }
    }
}
