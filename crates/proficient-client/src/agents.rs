//! Agents and their configuration.

use conversation_http::Retry;
use proficient_types::{
    Agent, AgentConfig, AgentConfigUpdateParams, AgentCreateParams, AgentId, AgentUpdateParams, AgentsList,
};

use crate::{
    Client, Error, PreparedCall,
    generated::Client as Requests,
    prepared::{Candidates, sealed},
    reconcile,
};

/// Agents and their configuration. Admin API; a client can list and read agents.
#[derive(Clone, Copy, Debug)]
pub struct Agents<'a>(pub(crate) &'a Client);

impl Agents<'_> {
    /// All agents, newest first, in one answer: `GET /agents`.
    ///
    /// # Errors
    ///
    /// Those of every call.
    pub async fn list(&self) -> Result<AgentsList, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.agents_list().await }).await
    }

    /// Creates an agent: `POST /agents`. It is created once: see [Creating](crate#creating).
    ///
    /// # Errors
    ///
    /// 400 when the parameters are invalid, 403 when the key may not create agents. `OutcomeUnknown` when no answer came and the
    /// list cannot tell.
    pub async fn create(&self, params: &AgentCreateParams) -> Result<Agent, Error> {
        self.0.carry_out(&mut self.prepare_create(params.clone())).await
    }

    /// The call of [`create`](Self::create) as a value to store before it is made. Nothing is requested.
    pub fn prepare_create(&self, params: AgentCreateParams) -> PreparedCall<AgentCreateParams> {
        self.0.prepare(params)
    }

    /// Reads an agent: `GET /agents/{agent_id}`.
    ///
    /// # Errors
    ///
    /// 404 when there is none of this id.
    pub async fn get(&self, id: &AgentId) -> Result<Agent, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.agents_get(id).await }).await
    }

    /// Changes the fields given, and leaves the absent ones as they are: `POST /agents/{agent_id}`.
    ///
    /// # Errors
    ///
    /// 400 when the parameters are invalid, 403 when the key may not change it, 404 when there is none of this id, 503 when
    /// it cannot be done now.
    pub async fn update(&self, id: &AgentId, params: &AgentUpdateParams) -> Result<Agent, Error> {
        let send = |requests: Requests| async move { requests.agents_update(id, params).await };
        self.0.call(Retry::Idempotent, send).await
    }

    /// Deletes an agent and all its interactions: `DELETE /agents/{agent_id}`. Gives it as it was; nothing when the answer
    /// that had it was lost, and it is gone.
    ///
    /// # Errors
    ///
    /// 404 when there is none of this id, 503 when it cannot be done now.
    pub async fn delete(&self, id: &AgentId) -> Result<Option<Agent>, Error> {
        let send =
            || self.0.call(Retry::NotExecuted, |requests: Requests| async move { requests.agents_delete(id).await });
        reconcile::delete(self.0.policy(), send, || self.get(id)).await
    }

    /// Reads the configuration of an agent: `GET /agents/{agent_id}/config`.
    ///
    /// # Errors
    ///
    /// 404 when there is no such agent.
    pub async fn config(&self, id: &AgentId) -> Result<AgentConfig, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.agents_get_config(id).await }).await
    }

    /// Changes the settings given, and leaves the absent ones as they are: `POST /agents/{agent_id}/config`.
    ///
    /// # Errors
    ///
    /// 400 when they are invalid, 404 when there is no such agent, 503 when it cannot be done now.
    pub async fn update_config(&self, id: &AgentId, params: &AgentConfigUpdateParams) -> Result<AgentConfig, Error> {
        let send = |requests: Requests| async move { requests.agents_update_config(id, params).await };
        self.0.call(Retry::Idempotent, send).await
    }

    /// Makes an agent take interactions: `POST /agents/{agent_id}/activate`. Doing it again changes nothing.
    ///
    /// # Errors
    ///
    /// 404 when there is none of this id, 503 when it cannot be done now.
    pub async fn activate(&self, id: &AgentId) -> Result<Agent, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.agents_activate(id).await }).await
    }

    /// Makes an agent take no interactions any more: `POST /agents/{agent_id}/deactivate`. Doing it again changes nothing.
    ///
    /// # Errors
    ///
    /// 404 when there is none of this id, 503 when it cannot be done now.
    pub async fn deactivate(&self, id: &AgentId) -> Result<Agent, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.agents_deactivate(id).await }).await
    }
}

/// Whether an agent has all that it was to be created with, as far as an agent shows it.
fn is_of(agent: &Agent, params: &AgentCreateParams) -> bool {
    let has = |asked: &Option<String>, has: Option<&String>| asked.is_none() || asked.as_ref() == has;
    has(&params.name, Some(&agent.name))
        && has(&params.description, agent.description.as_ref())
        && has(&params.display_name, agent.display_name.as_ref())
        && has(&params.display_description, agent.display_description.as_ref())
}

impl sealed::CreateCall for AgentCreateParams {
    type Output = Agent;

    const OPERATION: &'static str = "agents_create";

    async fn send(&self, client: &Client) -> Result<Agent, Error> {
        client.call(Retry::NotExecuted, |requests: Requests| async move { requests.agents_create(self).await }).await
    }

    async fn list(&self, client: &Client, into: &mut Candidates<'_, Agent>) -> Result<(), Error> {
        let (agents, unreadable) = client.agents().list().await?.data.into_parts();
        for agent in agents {
            if is_of(&agent, self) {
                into.add(agent, true);
            }
        }
        into.add_unreadable(&unreadable);
        Ok(())
    }
}
