//! The events of a chat since it was last read.

use genesys_chat_types::{EventAttributes, Timestamp};
use serde_json::json;

use super::{
    chat::{CLIENT, Chat, ChatEnd},
    events::Details,
};

impl Chat<'_> {
    /// Lets everything happen that was due by now, in the order of its time: the steps of the script, and the loss of a
    /// client that has been silent.
    ///
    /// It ends: nothing that happens here makes anything else due.
    pub(super) fn catch_up(&mut self) -> rusqlite::Result<()> {
        let now = self.time.max(self.world.now);
        while self.ended.is_none() {
            // A client at the end of time is not dropped any more.
            let silent_at = self.seen.as_millis().checked_add(self.world.silence).map(Timestamp::from_millis);
            let step_at = self.next_due()?.map(Timestamp::from_millis);
            let step_first = match (step_at, silent_at) {
                (Some(step_at), Some(silent_at)) => step_at <= silent_at,
                (step_at, _) => step_at.is_some(),
            };
            match if step_first { step_at } else { silent_at } {
                Some(at) if at <= now => self.time = self.time.max(at),
                _ => break,
            }
            if step_first {
                self.play_next()?;
            } else {
                self.drop_client()?;
            }
        }
        self.time = now;
        self.save()
    }

    fn drop_client(&mut self) -> rusqlite::Result<()> {
        let reason = json!({ "code": 2, "text": "the client has been silent" });
        let details =
            Details { event_attributes: Some(EventAttributes::from_iter([("reason", reason)])), ..Details::default() };
        let client = self.participant(CLIENT)?;
        self.end(ChatEnd::Idle, client, details)
    }
}
