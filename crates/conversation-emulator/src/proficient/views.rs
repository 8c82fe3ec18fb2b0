//! Interactions and messages as a test sees them, past HTTP and credentials.

use proficient_types::{Interaction, InteractionId, Message};
use rusqlite::{OptionalExtension, Transaction, params};

use super::rows;
use crate::store::StoreError;

/// Every interaction, oldest first.
pub(crate) fn interactions(tx: &Transaction<'_>) -> rusqlite::Result<Vec<Interaction>> {
    let sql = format!("{} ORDER BY i.place", rows::INTERACTION);
    tx.prepare_cached(&sql)?.query_map([], rows::interaction)?.collect()
}

/// Every message of an interaction, oldest first.
pub(crate) fn messages(tx: &Transaction<'_>, interaction: &InteractionId) -> rusqlite::Result<Vec<Message>> {
    let sql = format!("{} WHERE i.id = ? ORDER BY m.place", rows::MESSAGE);
    tx.prepare_cached(&sql)?.query_map([interaction.as_str()], rows::message)?.collect()
}

/// Puts messages in as they are.
pub(crate) fn insert_messages(tx: &Transaction<'_>, messages: &[Message]) -> Result<(), StoreError> {
    let mut find = tx.prepare_cached("SELECT place FROM interactions WHERE id = ?")?;
    let mut count = tx.prepare_cached(
        "UPDATE interactions SET total_message_count = total_message_count + ?2,
             updated_at = max(updated_at, ?3), last_message_at = max(coalesce(last_message_at, ?3), ?3)
         WHERE place = ?1",
    )?;
    for of_one in messages.chunk_by(|left, right| left.interaction_id == right.interaction_id) {
        let (Some(first), Some(newest)) = (of_one.first(), of_one.iter().map(|message| message.created_at).max())
        else {
            continue;
        };
        let place: Option<i64> = find.query_row([first.interaction_id.as_str()], |row| row.get(0)).optional()?;
        let place = place.ok_or_else(|| StoreError::no_interaction(&first.interaction_id))?;
        for message in of_one {
            rows::insert_message(tx, place, message)?;
        }
        count.execute(params![place, of_one.len() as i64, newest.as_millis()])?;
    }
    Ok(())
}
