//! What a chat is at this moment: its cursor, and what came and was not handed out yet.

use std::{collections::VecDeque, time::Duration};

use conversation_core::{Accepted, Next, TranscriptCursor, TranscriptEnd};
use genesys_chat_types::{
    ChatEvent, ChatEventType, GetMessagesAnswer, OperateChatAnswer, ParticipantId, ParticipantType,
};
use tokio::time::Instant;

use crate::{ChatState, Error, Polling, Update};

/// What a chat is at this moment.
pub(crate) struct Session {
    pub(crate) cursor: TranscriptCursor,
    /// The cursor as it was when everything had been handed out.
    before: TranscriptCursor,
    /// What came and was not handed out yet.
    ready: VecDeque<Update>,
    /// The participant that this client is.
    participant: Option<ParticipantId>,
    /// The texts that were sent and have not been seen yet.
    unseen: Vec<String>,
    /// The client's own events that came since it was last watched for them; nothing while it is not.
    watched: Option<Vec<ChatEvent>>,
    /// Polls in a row that brought nothing.
    idle: u32,
    /// When to poll next.
    pub(crate) due: Instant,
    /// Whether it was said what ended the cursor before the chat did.
    has_failed: bool,
}

impl Session {
    pub(crate) fn new(state: ChatState) -> Self {
        let ChatState { cursor, participant, unseen } = state;
        Self {
            before: cursor.clone(),
            cursor,
            ready: VecDeque::new(),
            participant,
            unseen,
            watched: None,
            idle: 0,
            due: Instant::now(),
            has_failed: false,
        }
    }

    /// Where a later run has to go on, so that with what was handed out so far it has everything.
    pub(crate) fn state(&self) -> ChatState {
        let cursor = if self.ready.is_empty() {
            self.cursor.clone()
        } else {
            // Its credentials may be used up.
            self.before.clone().with_credentials(self.cursor.credentials().clone())
        };
        ChatState { cursor, participant: self.participant, unseen: self.unseen.clone() }
    }

    pub(crate) fn pop(&mut self) -> Option<Update> {
        self.ready.pop_front()
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
        let mut joined = accepted.new.iter().filter(|event| event.type_ == ChatEventType::ParticipantJoined);
        self.participant =
            joined.find(|event| event.from.type_ == ParticipantType::Client).map(|event| event.from.participant_id);
        // The events of the answer were not handed out yet.
        self.before = TranscriptCursor::new(self.cursor.chat_id().clone(), self.cursor.credentials().clone());
        self.take_in(accepted);
    }

    /// Why the cursor is over, when that was before the chat was, said once.
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

    /// Begins to watch for a text that is about to be sent. Gives how many like it were sent and have not been seen.
    pub(crate) fn watch(&mut self, text: &str) -> usize {
        self.watched = Some(Vec::new());
        self.unseen.iter().filter(|unseen| *unseen == text).count()
    }

    /// How many texts like this came since.
    pub(crate) fn seen(&self, text: &str) -> usize {
        let own = self.watched.iter().flatten();
        own.filter(|event| event.text.as_deref() == Some(text)).count()
    }

    /// Ends the watch for a text, which was sent, or was not.
    pub(crate) fn end_watch(&mut self, text: &str, earlier: usize, was_sent: bool) {
        if was_sent && self.seen(text) <= earlier {
            self.unseen.push(text.to_owned());
        }
        self.watched = None;
    }

    fn mark(&mut self) {
        if self.ready.is_empty() {
            self.before.clone_from(&self.cursor);
        }
    }

    fn take_in(&mut self, accepted: Accepted) {
        for event in &accepted.new {
            if self.is_own(event) {
                let seen = self.unseen.iter().position(|text| event.text.as_ref() == Some(text));
                if let Some(seen) = seen {
                    self.unseen.swap_remove(seen);
                }
                self.watched.iter_mut().for_each(|watched| watched.push(event.clone()));
            }
        }
        self.ready.extend(accepted.new.into_iter().map(Update::New));
        self.ready.extend(accepted.changed.into_iter().map(Update::Changed));
        self.ready.extend(accepted.unreadable.into_iter().map(Update::Unreadable));
    }

    /// Whether it is something that this client sent with a text to be found again.
    fn is_own(&self, event: &ChatEvent) -> bool {
        let is_from = match self.participant {
            Some(participant) => event.from.participant_id == participant,
            None => event.from.type_ == ParticipantType::Client,
        };
        let is_sent = !matches!(
            event.type_,
            ChatEventType::ParticipantJoined
                | ChatEventType::ParticipantLeft
                | ChatEventType::TypingStarted
                | ChatEventType::TypingStopped
        );
        is_from && is_sent
    }
}
