//! The operations on agents and their configurations.

use conversation_wire::Extra;
use proficient_types::{
    Agent, AgentConfig, AgentConfigFields, AgentConfigUpdateParams, AgentCreateParams, AgentFields, AgentId,
    AgentUpdateParams, AgentsList, AnthropicConfig, InitialTurn, OpenAiConfig,
};
use rusqlite::{OptionalExtension, params};

use super::{
    call::{Call, Work},
    credentials::{Admin, Caller},
    interactions::{change, turn},
    rows, template,
};
use crate::{failure::Failure, ids::Kind};

pub(super) async fn list(call: Call, caller: Caller) -> Result<AgentsList, Failure> {
    call.transact(move |work| {
        caller.come(work)?;
        let sql = format!("{} ORDER BY place DESC", rows::AGENT);
        let mut select = work.tx.prepare_cached(&sql)?;
        let agents = select.query_map([], rows::agent)?.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(AgentsList::new(agents))
    })
    .await
}

pub(super) async fn create(mut call: Call, _: Admin) -> Result<Agent, Failure> {
    let params: AgentCreateParams = call.body().await?;
    check_template("greeting_message", params.greeting_message.as_deref())?;
    check_template("system_message", params.system_message.as_deref())?;
    call.transact(move |work| {
        let AgentCreateParams { model, greeting_message, initial_turn, system_message, openai, .. } = params;
        let agent = Agent::new(AgentFields {
            id: AgentId::new(work.ids.next(work.tx, Kind::Agent)?),
            active: true,
            description: Some(params.description.unwrap_or_default()),
            display_description: Some(params.display_description.unwrap_or_default()),
            display_name: Some(params.display_name.unwrap_or_default()),
            name: params.name.unwrap_or_else(|| "Untitled agent".to_owned()),
            created_at: work.now,
            updated_at: work.now,
        });
        let config = AgentConfig::new(AgentConfigFields {
            agent_id: agent.id.clone(),
            anthropic: Some(AnthropicConfig::default()),
            openai: Some(openai.map(known_openai).unwrap_or_default()),
            greeting_message: Some(greeting_message.unwrap_or_default()),
            initial_turn: initial_turn.unwrap_or(InitialTurn::User),
            model,
            system_message: Some(system_message.unwrap_or_default()),
        });
        insert(work, &agent, &config)?;
        Ok(agent)
    })
    .await
}

pub(super) async fn get(call: Call, caller: Caller) -> Result<Agent, Failure> {
    let id = call.id.clone();
    call.transact(move |work| {
        caller.come(work)?;
        find(work, &id)
    })
    .await
}

pub(super) async fn update(mut call: Call, _: Admin) -> Result<Agent, Failure> {
    let AgentUpdateParams { description, display_description, display_name, name, .. } = call.body().await?;
    change_agent(call, move |agent| {
        let renamed = name.is_some_and(|name| {
            let changed = agent.name != name;
            agent.name = name;
            changed
        });
        change(&mut agent.description, description)
            | change(&mut agent.display_description, display_description)
            | change(&mut agent.display_name, display_name)
            | renamed
    })
    .await
}

pub(super) async fn activate(call: Call, _: Admin) -> Result<Agent, Failure> {
    change_agent(call, |agent| !std::mem::replace(&mut agent.active, true)).await
}

pub(super) async fn deactivate(call: Call, _: Admin) -> Result<Agent, Failure> {
    change_agent(call, |agent| std::mem::replace(&mut agent.active, false)).await
}

/// Changes the agent that the call names; `change` tells whether it did.
async fn change_agent(call: Call, change: impl FnOnce(&mut Agent) -> bool + Send + 'static) -> Result<Agent, Failure> {
    let id = call.id.clone();
    call.transact(move |work| {
        let mut agent = find(work, &id)?;
        if change(&mut agent) {
            agent.updated_at = agent.updated_at.max(work.now);
            save(work, &agent)?;
        }
        Ok(agent)
    })
    .await
}

pub(super) async fn delete(call: Call, _: Admin) -> Result<Agent, Failure> {
    let id = call.id.clone();
    call.transact(move |work| {
        let agent = find(work, &id)?;
        work.tx.prepare_cached("DELETE FROM agents WHERE id = ?")?.execute([agent.id.as_str()])?;
        Ok(agent)
    })
    .await
}

pub(super) async fn get_config(call: Call, _: Admin) -> Result<AgentConfig, Failure> {
    let id = call.id.clone();
    call.transact(move |work| find_config(work, &id)).await
}

pub(super) async fn update_config(mut call: Call, _: Admin) -> Result<AgentConfig, Failure> {
    let params: AgentConfigUpdateParams = call.body().await?;
    check_template("greeting_message", params.greeting_message.value().map(String::as_str))?;
    check_template("system_message", params.system_message.value().map(String::as_str))?;
    let id = call.id.clone();
    call.transact(move |work| {
        let mut config = find_config(work, &id)?;
        let before = config.clone();
        change(&mut config.anthropic, params.anthropic.map(known_anthropic));
        change(&mut config.openai, params.openai.map(known_openai));
        change(&mut config.greeting_message, params.greeting_message);
        change(&mut config.system_message, params.system_message);
        config.initial_turn = params.initial_turn.or(config.initial_turn);
        config.model = params.model.unwrap_or(config.model);
        if config != before {
            save_config(work, &config)?;
            let mut agent = find(work, &id)?;
            agent.updated_at = agent.updated_at.max(work.now);
            save(work, &agent)?;
        }
        Ok(config)
    })
    .await
}

/// An agent by its id.
pub(super) fn find(work: &Work<'_>, id: &str) -> Result<Agent, Failure> {
    let sql = format!("{} WHERE id = ?", rows::AGENT);
    let found = work.tx.prepare_cached(&sql)?.query_row([id], rows::agent).optional()?;
    found.ok_or(Failure::NotFound("agent"))
}

/// An agent's configuration by the agent's id.
pub(super) fn find_config(work: &Work<'_>, id: &str) -> Result<AgentConfig, Failure> {
    let sql = format!("{} WHERE id = ?", rows::CONFIG);
    let found = work.tx.prepare_cached(&sql)?.query_row([id], rows::config).optional()?;
    found.ok_or(Failure::NotFound("agent"))
}

fn insert(work: &Work<'_>, agent: &Agent, config: &AgentConfig) -> Result<(), Failure> {
    work.tx
        .prepare_cached(
            "INSERT INTO agents (id, active, description, display_description, display_name, name, created_at,
                 updated_at, openai, greeting_message, initial_turn, model, system_message)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            agent.id.as_str(),
            agent.active,
            agent.description,
            agent.display_description,
            agent.display_name,
            agent.name,
            agent.created_at.as_millis(),
            agent.updated_at.as_millis(),
            config.openai.as_ref().map(rows::to_json).transpose()?,
            config.greeting_message,
            turn(config).as_str(),
            config.model.as_str(),
            config.system_message,
        ])?;
    Ok(())
}

fn save(work: &Work<'_>, agent: &Agent) -> Result<(), Failure> {
    work.tx
        .prepare_cached(
            "UPDATE agents SET active = ?, description = ?, display_description = ?, display_name = ?, name = ?,
                 updated_at = ?
             WHERE id = ?",
        )?
        .execute(params![
            agent.active,
            agent.description,
            agent.display_description,
            agent.display_name,
            agent.name,
            agent.updated_at.as_millis(),
            agent.id.as_str(),
        ])?;
    Ok(())
}

fn save_config(work: &Work<'_>, config: &AgentConfig) -> Result<(), Failure> {
    work.tx
        .prepare_cached(
            "UPDATE agents SET anthropic = ?, openai = ?, greeting_message = ?, initial_turn = ?, model = ?,
                 system_message = ?
             WHERE id = ?",
        )?
        .execute(params![
            config.anthropic.as_ref().map(rows::to_json).transpose()?,
            config.openai.as_ref().map(rows::to_json).transpose()?,
            config.greeting_message,
            turn(config).as_str(),
            config.model.as_str(),
            config.system_message,
            config.agent_id.as_str(),
        ])?;
    Ok(())
}

fn check_template(field: &str, template: Option<&str>) -> Result<(), Failure> {
    match template.map(template::check) {
        Some(Err(flaw)) => Err(Failure::invalid(format!("{field}: {flaw}."))),
        _ => Ok(()),
    }
}

/// The settings without fields that the document does not list: those are accepted and not kept.
fn known_anthropic(mut settings: AnthropicConfig) -> AnthropicConfig {
    settings.extra = Extra::default();
    settings
}

fn known_openai(mut settings: OpenAiConfig) -> OpenAiConfig {
    settings.extra = Extra::default();
    settings
}
