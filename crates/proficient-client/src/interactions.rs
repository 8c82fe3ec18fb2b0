//! Interactions of the end user with agents.

use conversation_core::Pager;
use conversation_http::Retry;
use proficient_types::{
    AgentId, Interaction, InteractionCreateParams, InteractionCreated, InteractionId, InteractionUpdateParams,
    InteractionsList, Message, PageLimit,
};

use crate::{
    Client, Error, ListInteractions, Paginated, PreparedCall,
    generated::Client as Requests,
    prepared::{Candidates, sealed},
    reconcile,
};

/// Interactions of the end user with agents. Client API.
#[derive(Clone, Copy, Debug)]
pub struct Interactions<'a>(pub(crate) &'a Client);

impl Interactions<'_> {
    /// All interactions of the user, newest first, or only those with one agent.
    pub fn all(&self, agent: Option<AgentId>) -> Paginated<ListInteractions> {
        Paginated::new(ListInteractions { client: self.0.clone(), agent }, Pager::new(PageLimit::MAX))
    }

    /// One page, newest first: `GET /interactions`. [`all`](Self::all) is what walks over the pages.
    ///
    /// # Errors
    ///
    /// 403 when `agent` or `starting_after` is not for this user, 404 when it does not exist.
    pub async fn list(
        &self,
        agent: Option<&AgentId>,
        limit: Option<PageLimit>,
        starting_after: Option<&InteractionId>,
    ) -> Result<InteractionsList, Error> {
        let send =
            |requests: Requests| async move { requests.interactions_list(agent, limit.as_ref(), starting_after).await };
        self.0.call(Retry::Idempotent, send).await
    }

    /// Starts an interaction with an agent: `POST /interactions`. When the agent has the first turn, the answer contains its
    /// greeting.
    ///
    /// It is started once: see [Creating](crate#creating).
    ///
    /// # Errors
    ///
    /// 403 when the user may not talk to the agent, 404 when there is no such agent. `OutcomeUnknown` when no answer came and
    /// the list cannot tell.
    pub async fn create(&self, params: &InteractionCreateParams) -> Result<InteractionCreated, Error> {
        self.0.carry_out(&mut self.prepare_create(params.clone())).await
    }

    /// The call of [`create`](Self::create) as a value to store before it is made. Nothing is requested.
    pub fn prepare_create(&self, params: InteractionCreateParams) -> PreparedCall<InteractionCreateParams> {
        self.0.prepare(params)
    }

    /// The messages of an interaction that was begun just now.
    async fn greeting(&self, interaction: &InteractionId) -> Result<Vec<Message>, Error> {
        let mut walk = self.0.messages().all(interaction.clone());
        let mut messages = Vec::new();
        while let Some(page) = walk.next_page().await? {
            messages.extend(page);
        }
        Ok(messages)
    }

    /// Reads an interaction: `GET /interactions/{interaction_id}`.
    ///
    /// # Errors
    ///
    /// 403 when it is another user's, 404 when there is none of this id.
    pub async fn get(&self, id: &InteractionId) -> Result<Interaction, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.interactions_get(id).await }).await
    }

    /// Changes the fields given, and leaves the absent ones as they are: `POST /interactions/{interaction_id}`.
    ///
    /// # Errors
    ///
    /// 403 when it is another user's, 404 when there is none of this id.
    pub async fn update(&self, id: &InteractionId, params: &InteractionUpdateParams) -> Result<Interaction, Error> {
        let send = |requests: Requests| async move { requests.interactions_update(id, params).await };
        self.0.call(Retry::Idempotent, send).await
    }

    /// Deletes an interaction and all its messages: `DELETE /interactions/{interaction_id}`. Gives it as it was; nothing
    /// when the answer that had it was lost, and it is gone.
    ///
    /// # Errors
    ///
    /// 403 when it is another user's, 404 when there is none of this id, 503 when it cannot be done now.
    pub async fn delete(&self, id: &InteractionId) -> Result<Option<Interaction>, Error> {
        let send = || {
            self.0.call(Retry::NotExecuted, |requests: Requests| async move { requests.interactions_delete(id).await })
        };
        reconcile::delete(self.0.policy(), send, || self.get(id)).await
    }
}

impl sealed::CreateCall for InteractionCreateParams {
    type Output = InteractionCreated;

    const OPERATION: &'static str = "interactions_create";

    async fn send(&self, client: &Client) -> Result<InteractionCreated, Error> {
        let send = |requests: Requests| async move { requests.interactions_create(self).await };
        client.call(Retry::NotExecuted, send).await
    }

    async fn list(&self, client: &Client, into: &mut Candidates<'_, InteractionCreated>) -> Result<(), Error> {
        // Newest first: behind a page that ends with an older one there are only older ones.
        let mut walk = client.interactions().all(Some(self.agent_id.clone()));
        while let Some(page) = walk.next_page().await? {
            let is_last = page.last().is_some_and(|last| into.is_long_before(last.created_at.as_millis()));
            for interaction in page {
                into.add(InteractionCreated::new(interaction, Vec::new()), true);
            }
            if is_last {
                break;
            }
        }
        into.add_unreadable(walk.unreadable());
        Ok(())
    }

    async fn complete(listed: InteractionCreated, client: &Client) -> Result<InteractionCreated, Error> {
        let messages = client.interactions().greeting(&listed.interaction.id).await?;
        Ok(InteractionCreated::new(listed.interaction, messages))
    }
}
