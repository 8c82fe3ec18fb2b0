//! The transcript of a chat.

use genesys_chat_types::{ChatEvent, ChatEventType, EventAttributes, Participant, UserData};
use rusqlite::Transaction;

use super::{chat::Chat, json::Json};
use crate::random::{draw, shuffle};

/// What an event has besides who and when.
#[derive(Default)]
pub(super) struct Details {
    pub(super) text: Option<String>,
    pub(super) message_type: Option<String>,
    pub(super) user_data: Option<UserData>,
    pub(super) event_attributes: Option<EventAttributes>,
}

impl Details {
    /// Of an event with a text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::default() }
    }
}

impl Chat<'_> {
    /// Writes an event at the end of the transcript. It has the chat's time, so that no event is before the last.
    pub(super) fn write(
        &mut self,
        from: &Participant,
        type_: ChatEventType,
        details: Details,
    ) -> rusqlite::Result<ChatEvent> {
        let Details { text, message_type, user_data, event_attributes } = details;
        self.events = self.events.saturating_add(1);
        let mut event = ChatEvent::new(from.clone(), type_, self.time);
        event.index = Some(self.events);
        event.text = text;
        event.message_type = message_type;
        event.user_data = user_data;
        event.event_attributes = event_attributes;
        self.tx.prepare_cached("INSERT INTO genesys_event (chat, position, event) VALUES (?, ?, ?)")?.execute((
            self.number,
            self.events,
            Json(&event),
        ))?;
        Ok(event)
    }

    /// The events from `position` on.
    pub(super) fn read(&self, position: i64) -> rusqlite::Result<Vec<ChatEvent>> {
        read(self.tx, self.number, position)
    }

    /// Leaves events out of an answer: some that the seed picks, at least one where that is possible.
    ///
    /// The last event stays, for what is missing behind it is no hole. An event is left out of at most
    /// [`LEFT_OUT_MOST`] answers.
    pub(super) fn leave_out(&mut self, events: &mut Vec<ChatEvent>) -> rusqlite::Result<()> {
        let (Some(first), Some(last)) = (events.first().and_then(|e| e.index), events.last().and_then(|e| e.index))
        else {
            return Ok(());
        };
        let candidates: Vec<i64> = self
            .tx
            .prepare_cached(
                "SELECT position FROM genesys_event
                 WHERE chat = ? AND position >= ? AND position < ? AND left_out < ? ORDER BY position",
            )?
            .query_map((self.number, first, last, LEFT_OUT_MOST), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let key = self.draw();
        let for_certain = key.checked_rem(candidates.len() as u64);
        let chosen: Vec<i64> = (0..)
            .zip(candidates)
            .filter(|(number, _)| Some(*number) == for_certain || draw(&[key, *number]).is_multiple_of(2))
            .map(|(_, position)| position)
            .collect();
        let mut note = self
            .tx
            .prepare_cached("UPDATE genesys_event SET left_out = left_out + 1 WHERE chat = ? AND position = ?")?;
        for position in &chosen {
            note.execute((self.number, position))?;
        }
        events.retain(|event| event.index.is_none_or(|index| chosen.binary_search(&index).is_err()));
        Ok(())
    }

    /// Puts the events of an answer into another order, which the seed picks.
    pub(super) fn reorder(&mut self, events: &mut [ChatEvent]) {
        shuffle(events, self.draw());
    }
}

/// How many answers may leave one event out. A reader who asks for a hole again and again gets it in the end.
pub(super) const LEFT_OUT_MOST: i64 = 2;

/// The events of the chat with this number from `position` on.
pub(super) fn read(tx: &Transaction<'_>, chat: i64, position: i64) -> rusqlite::Result<Vec<ChatEvent>> {
    tx.prepare_cached("SELECT event FROM genesys_event WHERE chat = ? AND position >= ? ORDER BY position")?
        .query_map((chat, position), |row| Ok(row.get::<_, Json<ChatEvent>>(0)?.0))?
        .collect()
}
