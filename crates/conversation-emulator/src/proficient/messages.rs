//! The operations on messages, but for asking.

use conversation_wire::{Field, Timestamp};
use proficient_types::{
    Interaction, InteractionId, Message, MessageCreateParams, MessageId, MessagesList, SentBy, User,
};
use rusqlite::{OptionalExtension, params};

use super::{
    agents,
    call::{Call, Work},
    credentials::Client,
    interactions,
    pages::{Page, Part},
    rows,
};
use crate::{failure::Failure, ids::Kind};

pub(super) async fn list(call: Call, client: Client) -> Result<MessagesList, Failure> {
    let query = call.query(&["interaction_id", "limit", "starting_after"])?;
    let limit = query.limit()?;
    if query.get("interaction_id").is_none() {
        return Err(Failure::invalid("interaction_id is missing."));
    }
    let fault = call.fault;
    call.transact(move |work| {
        let user = client.user(work)?;
        let (_, interaction) = interactions::find(work, &user, query.get("interaction_id").unwrap_or_default())?;
        let after = query.get("starting_after").map(|id| place(work, interaction, id)).transpose()?;
        let (data, has_more) = Page { limit, after, fault }.read(|part, count| {
            let (bound, place, order) = match part {
                Part::After(place) => (">", place.unwrap_or(0), "ASC"),
                Part::EndingWith(place) => ("<=", place, "DESC"),
            };
            let sql = format!(
                "{} WHERE m.interaction = ? AND m.place {bound} ? ORDER BY m.place {order} LIMIT ?",
                rows::MESSAGE
            );
            let mut select = work.tx.prepare_cached(&sql)?;
            let found = select.query_map(params![interaction, place, count], rows::message)?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        })?;
        Ok(MessagesList::new(data, has_more))
    })
    .await
}

pub(super) async fn create(mut call: Call, client: Client) -> Result<Message, Failure> {
    let MessageCreateParams { interaction_id, content, parent_id, .. } = call.body().await?;
    // An empty id is no parent.
    let parent_id = match parent_id {
        Field::Value(parent) if parent.as_str().is_empty() => Field::Absent,
        given => given,
    };
    call.transact(move |work| {
        let user = client.user(work)?;
        let (interaction, _) = interactions::find(work, &user, interaction_id.as_str())?;
        let depth = match &parent_id {
            Field::Value(parent) => find(work, &interaction, parent.as_str())?.depth.saturating_add(1),
            Field::Absent | Field::Null => 0,
        };
        must_be_active(work, &interaction)?;
        append(work, &interaction.id, Draft { content, parent_id, depth, sent_by: SentBy::User })
    })
    .await
}

pub(super) async fn get(call: Call, client: Client) -> Result<Message, Failure> {
    let id = call.id.clone();
    call.transact(move |work| {
        let user = client.user(work)?;
        find_own(work, &user, &id)
    })
    .await
}

/// A message to be written.
pub(super) struct Draft {
    pub(super) content: String,
    pub(super) parent_id: Field<MessageId>,
    pub(super) depth: i64,
    pub(super) sent_by: SentBy,
}

/// Writes a message at the end of its interaction, later than all that are there.
pub(super) fn append(work: &Work<'_>, interaction: &InteractionId, draft: Draft) -> Result<Message, Failure> {
    let (place, last): (i64, Option<i64>) = work
        .tx
        .prepare_cached("SELECT place, last_message_at FROM interactions WHERE id = ?")?
        .query_row([interaction.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let now = work.now.as_millis();
    let created_at = last.map_or(now, |last| now.max(last.saturating_add(1)));
    let Draft { content, parent_id, depth, sent_by } = draft;
    let id = MessageId::new(work.ids.next(work.tx, Kind::Message)?);
    let mut message =
        Message::new(id, content, Timestamp::from_millis(created_at), depth, interaction.clone(), sent_by);
    message.parent_id = parent_id;
    rows::insert_message(work.tx, place, &message)?;
    work.tx
        .prepare_cached(
            "UPDATE interactions SET total_message_count = total_message_count + 1, last_message_at = ?2,
                 updated_at = max(updated_at, ?2)
             WHERE place = ?1",
        )?
        .execute(params![place, created_at])?;
    Ok(message)
}

/// A message of the interaction.
pub(super) fn find(work: &Work<'_>, interaction: &Interaction, id: &str) -> Result<Message, Failure> {
    let message = find_any(work, id)?.filter(|message| message.interaction_id == interaction.id);
    message.ok_or(Failure::NotFound("message in this interaction"))
}

/// Refuses what an inactive agent cannot take part in.
pub(super) fn must_be_active(work: &Work<'_>, interaction: &Interaction) -> Result<(), Failure> {
    if agents::find(work, interaction.agent_id.as_str())?.active {
        Ok(())
    } else {
        Err(Failure::Conflict("The agent of the interaction is not active."))
    }
}

fn find_own(work: &Work<'_>, user: &User, id: &str) -> Result<Message, Failure> {
    let message = find_any(work, id)?.ok_or(Failure::NotFound("message"))?;
    interactions::find(work, user, message.interaction_id.as_str())?;
    Ok(message)
}

fn find_any(work: &Work<'_>, id: &str) -> Result<Option<Message>, Failure> {
    let sql = format!("{} WHERE m.id = ?", rows::MESSAGE);
    Ok(work.tx.prepare_cached(&sql)?.query_row([id], rows::message).optional()?)
}

fn place(work: &Work<'_>, interaction: i64, id: &str) -> Result<i64, Failure> {
    work.tx
        .prepare_cached("SELECT place FROM messages WHERE id = ? AND interaction = ?")?
        .query_row(params![id, interaction], |row| row.get(0))
        .optional()?
        .ok_or(Failure::NotFound("message in this interaction"))
}
