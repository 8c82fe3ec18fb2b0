//! What a chat is at this moment: its cursor, and the updates that were not delivered yet.

use std::{collections::VecDeque, time::Duration};

use conversation_core::{Accepted, ChatCredentials, Next, TranscriptCursor, TranscriptEnd};
use conversation_wire::List;
use genesys_chat_types::{
    ChatEvent, ChatEventType, ChatStatus, GetMessagesAnswer, OperateChatAnswer, ParticipantId, ParticipantType,
};
use tokio::time::Instant;

use crate::{Error, Polling, ResumePoint, Update, outgoing::is_own};

/// What a chat is at this moment.
pub(crate) struct Session {
    pub(crate) cursor: TranscriptCursor,
    /// The cursor with the delivered updates alone, while there are others.
    delivered: TranscriptCursor,
    /// The updates that were not delivered yet.
    ready: VecDeque<Update>,
    /// The participant that this client is.
    pub(crate) participant: Option<ParticipantId>,
    /// The texts that were sent and have not been seen yet.
    unseen: Vec<String>,
    /// The texts that were prepared and have no outcome yet.
    open: Vec<String>,
    /// The credentials that were stored last, or that the session began with.
    stored: ChatCredentials,
    /// Polls in a row that brought nothing.
    idle: u32,
    /// When to poll next.
    pub(crate) due: Instant,
    /// Whether the reason was returned why the cursor ended before the chat did.
    has_failed: bool,
}

impl Session {
    pub(crate) fn new(point: ResumePoint) -> Self {
        let ResumePoint { cursor, participant, unseen } = point;
        Self {
            delivered: cursor.clone(),
            stored: cursor.credentials().clone(),
            cursor,
            ready: VecDeque::new(),
            participant,
            unseen,
            open: Vec::new(),
            idle: 0,
            due: Instant::now(),
            has_failed: false,
        }
    }

    /// Where a later run has to go on, so that with what was delivered so far it has everything.
    pub(crate) fn resume_point(&self) -> ResumePoint {
        let cursor = if self.ready.is_empty() {
            self.cursor.clone()
        } else {
            // Its credentials may be used up.
            self.delivered.clone().with_credentials(self.cursor.credentials().clone())
        };
        ResumePoint { cursor, participant: self.participant, unseen: self.unseen.clone() }
    }

    /// Whether the credentials were renewed since they were stored.
    pub(crate) fn is_renewed(&self) -> bool {
        self.stored != *self.cursor.credentials()
    }

    pub(crate) fn mark_stored(&mut self) {
        self.stored = self.cursor.credentials().clone();
    }

    pub(crate) fn pop(&mut self) -> Option<Update> {
        let update = self.ready.pop_front()?;
        if !self.ready.is_empty() {
            let mut delivered = OperateChatAnswer::new(ChatStatus::DONE);
            delivered.messages = Some(match update.clone() {
                Update::New { event, .. } | Update::Changed { event, .. } => List::from(vec![event]),
                Update::Unreadable(unreadable) => List::from_parts(Vec::new(), vec![unreadable]),
            });
            let _ = self.delivered.acknowledge(delivered);
        }
        Some(update)
    }

    pub(crate) fn accept(&mut self, answer: GetMessagesAnswer, polling: &Polling) {
        self.mark();
        let accepted = self.cursor.accept(answer);
        let next = accepted.next;
        let brought = !accepted.new.is_empty() || !accepted.changed.is_empty() || !accepted.unreadable.is_empty();
        self.take_in(accepted);
        self.idle = if brought { 0 } else { self.idle.saturating_add(1) };
        let wait = if next == Next::Now { Duration::ZERO } else { polling.wait(self.idle) };
        self.due = Instant::now() + wait;
    }

    pub(crate) fn acknowledge(&mut self, answer: OperateChatAnswer) {
        self.mark();
        let accepted = self.cursor.acknowledge(answer);
        self.take_in(accepted);
        // Something happens in the chat.
        self.idle = 0;
    }

    pub(crate) fn begin(&mut self, accepted: Accepted) {
        // The events of the answer were not delivered yet.
        self.delivered = TranscriptCursor::new(self.cursor.chat_id().clone(), self.cursor.credentials().clone());
        self.take_in(accepted);
    }

    /// Why the cursor ended, when that was before the chat did, returned once.
    pub(crate) fn fault(&mut self) -> Result<(), Error> {
        match self.cursor.end() {
            None | Some(TranscriptEnd::ChatEnded) => Ok(()),
            Some(_) if self.has_failed => Ok(()),
            Some(end) => {
                self.has_failed = true;
                Err(Error::Cursor(Box::new(end.clone())))
            }
        }
    }

    /// Whether the chat has ended, or the server does not let this client in any more.
    pub(crate) fn has_ended(&self) -> bool {
        self.cursor.chat_ended() || self.cursor.end().is_some()
    }

    /// How many texts like this were sent and not seen yet, and how many were prepared and have no outcome yet.
    pub(crate) fn equal(&self, text: &str) -> (u64, u64) {
        let count = |texts: &[String]| texts.iter().filter(|other| *other == text).count() as u64;
        (count(&self.unseen), count(&self.open))
    }

    /// A text is about to be sent.
    pub(crate) fn open(&mut self, text: &str) {
        self.open.push(text.to_owned());
    }

    /// What became of a text is known, or will not be looked for again.
    pub(crate) fn close(&mut self, text: &str) {
        if let Some(open) = self.open.iter().position(|open| open == text) {
            self.open.swap_remove(open);
        }
    }

    /// A text was acknowledged. Its event comes later.
    pub(crate) fn acknowledged(&mut self, text: &str) {
        self.unseen.push(text.to_owned());
    }

    fn mark(&mut self) {
        if self.ready.is_empty() {
            self.delivered.clone_from(&self.cursor);
        }
    }

    fn take_in(&mut self, accepted: Accepted) {
        for event in &accepted.new {
            // The first event is that of the participant who requested the chat, which is this client.
            if self.participant.is_none()
                && event.index == Some(1)
                && event.type_ == ChatEventType::ParticipantJoined
                && event.from.type_ == ParticipantType::Client
            {
                self.participant = Some(event.from.participant_id);
            }
            let is_said = matches!(event.type_, ChatEventType::Message | ChatEventType::Notice);
            if is_said && is_own(event, self.participant) {
                let seen = self.unseen.iter().position(|text| event.text.as_ref() == Some(text));
                if let Some(seen) = seen {
                    self.unseen.swap_remove(seen);
                }
            }
        }
        let participant = self.participant;
        let is_own = |event: &ChatEvent| is_own(event, participant);
        let new = accepted.new.into_iter().map(|event| Update::New { is_own: is_own(&event), event });
        self.ready.extend(new);
        let changed = accepted.changed.into_iter().map(|event| Update::Changed { is_own: is_own(&event), event });
        self.ready.extend(changed);
        self.ready.extend(accepted.unreadable.into_iter().map(Update::Unreadable));
    }
}
