//! Messages of interactions.

use conversation_core::Pager;
use conversation_http::Retry;
use proficient_types::{
    InteractionId, Message, MessageAskParams, MessageCreateParams, MessageId, MessagesList, PageLimit, SentBy,
};

use crate::{
    Client, Error, ListMessages, Paginated,
    generated::Client as Requests,
    settle::{self, Candidate},
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
    /// cannot take a message now. `Unknown` when no answer came and the list cannot tell.
    pub async fn create(&self, params: &MessageCreateParams) -> Result<Message, Error> {
        let send = || {
            self.0.call(Retry::NotExecuted, |requests: Requests| async move { requests.messages_create(params).await })
        };
        let parent = params.parent_id.value();
        let list = || {
            self.candidates(&params.interaction_id, move |message: &Message| {
                let is_below = message.parent_id.value() == parent && message.sent_by == SentBy::User;
                is_below.then(|| message.content == params.content)
            })
        };
        settle::create(self.0, "messages_create", send, list).await.map(settle::Created::into_inner)
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
        let params = &MessageAskParams::new(interaction.clone());
        let send = || {
            self.0.call(Retry::NotExecuted, |requests: Requests| async move { requests.messages_ask(id, params).await })
        };
        let list = || {
            self.candidates(interaction, |reply: &Message| {
                (reply.parent_id.value() == Some(id) && reply.sent_by != SentBy::User).then_some(true)
            })
        };
        settle::create(self.0, "messages_ask", send, list).await.map(settle::Created::into_inner)
    }

    /// The messages of an interaction that `judge` takes for what was to be created.
    ///
    /// # Errors
    ///
    /// When the list cannot be read to its end: what is not in half a list may still be there.
    async fn candidates(
        &self,
        interaction: &InteractionId,
        judge: impl Fn(&Message) -> Option<bool>,
    ) -> Result<Vec<Candidate<MessageId, Message>>, Error> {
        let mut walk = self.all(interaction.clone());
        let mut candidates = Vec::new();
        while let Some(page) = walk.next_page().await? {
            candidates.extend(page.into_iter().filter_map(|message| {
                let fits = judge(&message)?;
                Some(Candidate { id: message.id.clone(), fits, value: message })
            }));
        }
        Ok(candidates)
    }
}
