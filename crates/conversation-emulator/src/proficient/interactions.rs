//! The operations on interactions.

use conversation_wire::Field;
use proficient_types::{
    AgentConfig, InitialTurn, Interaction, InteractionCreateParams, InteractionCreated, InteractionId,
    InteractionUpdateParams, InteractionsList, Message, SentBy, User,
};
use rusqlite::{OptionalExtension, params};

use super::{
    agents,
    call::{Call, Work},
    credentials::Client,
    messages::{Draft, append},
    pages::{Page, Part},
    rows,
    template::render,
};
use crate::{failure::Failure, ids::Kind};

pub(super) async fn list(call: Call, client: Client) -> Result<InteractionsList, Failure> {
    let query = call.query(&["agent_id", "limit", "starting_after"])?;
    let limit = query.limit()?;
    let fault = call.fault;
    call.transact(move |work| {
        let user = client.user(work)?;
        let agent = query.get("agent_id");
        if let Some(agent) = agent {
            agents::find(work, agent)?;
        }
        let after = query.get("starting_after").map(|id| {
            let (interaction, place) = find(work, &user, id)?;
            // Of another agent's, the user sees it, but not in this list.
            let listed = agent.is_none_or(|agent| interaction.agent_id == *agent);
            if listed { Ok(place) } else { Err(Failure::NotFound("interaction in this list")) }
        });
        let page = Page { limit, after: after.transpose()?, fault };
        let (data, has_more) = page.read(|part, count| {
            // Newest first: what comes after a place was created before.
            let (bound, place, order) = match part {
                Part::After(place) => ("<", place.unwrap_or(i64::MAX), "DESC"),
                Part::EndingWith(place) => (">=", place, "ASC"),
            };
            let of_agent = if agent.is_some() { "AND i.agent_id = ?4" } else { "AND ?4 IS NULL" };
            let sql = format!(
                "{} WHERE i.user_id = ?1 AND i.place {bound} ?2 {of_agent} ORDER BY i.place {order} LIMIT ?3",
                rows::INTERACTION
            );
            let mut select = work.tx.prepare_cached(&sql)?;
            let found = select.query_map(params![user.id.as_str(), place, count, agent], rows::interaction)?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        })?;
        Ok(InteractionsList::new(data, has_more))
    })
    .await
}

pub(super) async fn create(mut call: Call, client: Client) -> Result<InteractionCreated, Failure> {
    let InteractionCreateParams { agent_id, .. } = call.body().await?;
    let id = agent_id.clone();
    let read = call.transact(move |work| {
        let user = client.user(work)?;
        let agent = agents::find(work, id.as_str())?;
        Ok((user, agent, agents::find_config(work, id.as_str())?))
    });
    let (user, agent, config) = read.await?;
    // Not within a transaction: others use the store meanwhile.
    let greeting = greeting(&config, |template| render(template, &user, &agent));
    call.transact(move |work| {
        let agent = agents::find(work, agent_id.as_str())?;
        if !agent.active {
            return Err(Failure::Forbidden("The agent is not active."));
        }
        let id = work.ids.next(work.tx, Kind::Interaction)?;
        let now = work.now.as_millis();
        work.tx
            .prepare_cached(
                "INSERT INTO interactions
                     (id, user_id, agent_id, archived, created_at, initial_turn, total_message_count, updated_at)
                 VALUES (?1, ?2, ?3, 0, ?4, ?5, 0, ?4)",
            )?
            .execute(params![id, user.id.as_str(), agent.id.as_str(), now, turn(&config).as_str()])?;
        let messages: Vec<Message> = greeting
            .map(|content| {
                let draft = Draft { content, parent_id: Field::Absent, depth: 0, sent_by: SentBy::Agent };
                append(work, &InteractionId::new(id.as_str()), draft)
            })
            .transpose()?
            .into_iter()
            .collect();
        let (interaction, _) = find(work, &user, &id)?;
        Ok(InteractionCreated::new(interaction, messages))
    })
    .await
}

fn greeting(config: &AgentConfig, render: impl Fn(&str) -> Option<String>) -> Option<String> {
    let template = config.greeting_message.as_deref().filter(|template| !template.is_empty())?;
    if turn(config) == InitialTurn::Agent { render(template) } else { None }
}

/// Who has the first turn.
pub(super) fn turn(config: &AgentConfig) -> InitialTurn {
    config.initial_turn.clone().unwrap_or(InitialTurn::User)
}

pub(super) async fn get(call: Call, client: Client) -> Result<Interaction, Failure> {
    let id = call.id.clone();
    call.transact(move |work| {
        let user = client.user(work)?;
        Ok(find(work, &user, &id)?.0)
    })
    .await
}

pub(super) async fn update(mut call: Call, client: Client) -> Result<Interaction, Failure> {
    let InteractionUpdateParams { name, .. } = call.body().await?;
    let id = call.id.clone();
    call.transact(move |work| {
        let user = client.user(work)?;
        let (mut interaction, place) = find(work, &user, &id)?;
        if change(&mut interaction.name, name) {
            interaction.updated_at = interaction.updated_at.max(work.now);
            work.tx
                .prepare_cached("UPDATE interactions SET name = ?, updated_at = ? WHERE place = ?")?
                .execute(params![interaction.name, interaction.updated_at.as_millis(), place])?;
        }
        Ok(interaction)
    })
    .await
}

pub(super) async fn delete(call: Call, client: Client) -> Result<Interaction, Failure> {
    let id = call.id.clone();
    call.transact(move |work| {
        let user = client.user(work)?;
        let (interaction, place) = find(work, &user, &id)?;
        work.tx.prepare_cached("DELETE FROM interactions WHERE place = ?")?.execute([place])?;
        Ok(interaction)
    })
    .await
}

/// An interaction of the user, and its place.
pub(super) fn find(work: &Work<'_>, user: &User, id: &str) -> Result<(Interaction, i64), Failure> {
    let sql = format!("{} WHERE i.id = ?", rows::INTERACTION);
    let found = work.tx.prepare_cached(&sql)?.query_row([id], |row| Ok((rows::interaction(row)?, row.get(9)?)));
    let (interaction, place) = found.optional()?.ok_or(Failure::NotFound("interaction"))?;
    if interaction.user_id != user.id {
        return Err(Failure::Forbidden("The interaction is another user's."));
    }
    Ok((interaction, place))
}

/// Does to a value what an update says, and tells whether it is another one now.
pub(super) fn change<T: PartialEq>(value: &mut Option<T>, update: Field<T>) -> bool {
    // Null means "not given", as absence does. An empty text clears.
    let Field::Value(new) = update else { return false };
    let new = Some(new);
    let changed = *value != new;
    *value = new;
    changed
}
