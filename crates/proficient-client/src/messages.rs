//! Messages of interactions.

use conversation_core::Pager;
use conversation_http::Retry;
use proficient_types::{
    InteractionId, Message, MessageAskParams, MessageCreateParams, MessageId, MessagesList, PageLimit, SentBy,
};

use serde::{Deserialize, Serialize};

use crate::{
    Client, Error, ListMessages, Paginated, PreparedCall,
    generated::Client as Requests,
    prepared::{Candidates, sealed},
};

/// Messages of interactions. Client API.
#[derive(Clone, Copy, Debug)]
pub struct Messages<'a>(pub(crate) &'a Client);

impl Messages<'_> {
    /// All messages of an interaction, of all branches, in an order that is not documented.
    pub fn all(&self, interaction: InteractionId) -> Paginated<ListMessages> {
        Paginated::new(ListMessages { client: self.0.clone(), interaction }, Pager::new(PageLimit::MAX))
    }

    /// One page: `GET /messages`. [`all`](Self::all) is what walks over the pages.
    ///
    /// # Errors
    ///
    /// 403 when the interaction is another user's, 404 when there is none of this id, or no such message to start after.
    pub async fn list(
        &self,
        interaction: &InteractionId,
        limit: Option<PageLimit>,
        starting_after: Option<&MessageId>,
    ) -> Result<MessagesList, Error> {
        let send = |requests: Requests| async move {
            requests.messages_list(interaction, limit.as_ref(), starting_after).await
        };
        self.0.call(Retry::Idempotent, send).await
    }

    /// Reads a message: `GET /messages/{message_id}`.
    ///
    /// # Errors
    ///
    /// 403 when it is another user's, 404 when there is none of this id.
    pub async fn get(&self, id: &MessageId) -> Result<Message, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.messages_get(id).await }).await
    }

    /// Sends a message of the end user: `POST /messages`. The agent does not answer by itself, see [`ask`](Self::ask).
    ///
    /// It is sent once: see [Creating](crate#creating).
    ///
    /// # Errors
    ///
    /// 403 when the interaction is another user's, 404 when there is none of this id or no such parent in it, 409 when it
    /// cannot take a message now. `OutcomeUnknown` when no answer came and the list cannot tell.
    pub async fn create(&self, params: &MessageCreateParams) -> Result<Message, Error> {
        self.0.carry_out(&mut self.prepare_create(params.clone())).await
    }

    /// The call of [`create`](Self::create) as a value to store before it is made. Nothing is requested.
    pub fn prepare_create(&self, params: MessageCreateParams) -> PreparedCall<MessageCreateParams> {
        self.0.prepare(params)
    }

    /// Asks the agent for a reply to the message `id` of the end user: `POST /messages/{message_id}/ask`. If you ask again,
    /// the agent gives another reply, which becomes a sibling of the first.
    ///
    /// It is asked once: see [Creating](crate#creating).
    ///
    /// # Errors
    ///
    /// 403 when the interaction belongs to another user, 404 when the message does not exist, 409 when the agent cannot
    /// reply to it. `OutcomeUnknown` when no answer came and the list cannot tell.
    pub async fn ask(&self, interaction: &InteractionId, id: &MessageId) -> Result<Message, Error> {
        self.0.carry_out(&mut self.prepare_ask(interaction.clone(), id.clone())).await
    }

    /// The call of [`ask`](Self::ask) as a value to store before it is made. Nothing is requested.
    pub fn prepare_ask(&self, interaction: InteractionId, id: MessageId) -> PreparedCall<AskParams> {
        self.0.prepare(AskParams { interaction_id: interaction, message_id: id })
    }

    /// Fills in the messages of an interaction that `judge` takes for what was to be created, and whether they are all that
    /// was asked for.
    ///
    /// # Errors
    ///
    /// When the list cannot be read to its end: what is not in half a list may still be there.
    async fn candidates(
        &self,
        interaction: &InteractionId,
        into: &mut Candidates<'_, Message>,
        judge: impl Fn(&Message) -> Option<bool> + Sync,
    ) -> Result<(), Error> {
        let mut walk = self.all(interaction.clone());
        while let Some(page) = walk.next_page().await? {
            for message in page {
                if let Some(fits) = judge(&message) {
                    into.add(message, fits);
                }
            }
        }
        into.add_unreadable(walk.unreadable());
        Ok(())
    }
}

/// A message of the end user to reply to: the parameters of [`Messages::ask`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AskParams {
    /// The interaction.
    pub interaction_id: InteractionId,
    /// The message.
    pub message_id: MessageId,
}

impl sealed::CreateCall for MessageCreateParams {
    type Output = Message;

    const OPERATION: &'static str = "messages_create";

    async fn send(&self, client: &Client) -> Result<Message, Error> {
        client.call(Retry::NotExecuted, |requests: Requests| async move { requests.messages_create(self).await }).await
    }

    async fn list(&self, client: &Client, into: &mut Candidates<'_, Message>) -> Result<(), Error> {
        // An empty id is no parent.
        let parent = self.parent_id.value().filter(|parent| !parent.as_str().is_empty());
        let judge = |message: &Message| {
            let is_below = message.parent() == parent;
            (is_below && message.sent_by == SentBy::User).then(|| message.content == self.content)
        };
        client.messages().candidates(&self.interaction_id, into, judge).await
    }
}

impl sealed::CreateCall for AskParams {
    type Output = Message;

    const OPERATION: &'static str = "messages_ask";

    async fn send(&self, client: &Client) -> Result<Message, Error> {
        let params = &MessageAskParams::new(self.interaction_id.clone());
        let send = |requests: Requests| async move { requests.messages_ask(&self.message_id, params).await };
        client.call(Retry::NotExecuted, send).await
    }

    async fn list(&self, client: &Client, into: &mut Candidates<'_, Message>) -> Result<(), Error> {
        let judge = |reply: &Message| {
            (reply.parent() == Some(&self.message_id) && reply.sent_by != SentBy::User).then_some(true)
        };
        client.messages().candidates(&self.interaction_id, into, judge).await
    }
}
