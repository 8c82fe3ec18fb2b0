//! The two lists that come in pages, and the completeness report of each.

use std::time::Duration;

use conversation_core::{Completeness, Forest, PageRequest, PagerFault};
use conversation_http::Retry;
use proficient_types::{
    AgentId, Interaction, InteractionId, InteractionsList, Message, MessageId, MessagesList, SentBy, Timestamp,
};

use serde::{Deserialize, Serialize};

use crate::{Client, Error, ListRequest, Paginated, PaginationError, generated::Client as Requests, paginated::Held};

/// The messages of an interaction, of all branches, in an order that is not documented. See
/// [`Messages::all`](crate::Messages::all).
#[derive(Clone, Debug)]
pub struct ListMessages {
    pub(crate) client: Client,
    pub(crate) interaction: InteractionId,
}

/// The interactions of a user, newest first. See [`Interactions::all`](crate::Interactions::all).
#[derive(Clone, Debug)]
pub struct ListInteractions {
    pub(crate) client: Client,
    pub(crate) agent: Option<AgentId>,
}

/// The place of a message in the tree: all that it takes to say whether the tree is whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<MessageId>,
    depth: i64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_foreign: bool,
}

impl ListRequest for ListMessages {
    type Item = Message;
    type Id = MessageId;
    type Page = MessagesList;
    type Trace = Place;

    async fn fetch(self, request: PageRequest<MessageId>) -> Result<MessagesList, Error> {
        let (interaction, limit, after) = (&self.interaction, &request.limit, request.starting_after.as_ref());
        let send = |requests: Requests| async move { requests.messages_list(interaction, Some(limit), after).await };
        self.client.call(Retry::Idempotent, send).await
    }

    fn trace(&self, item: &Message) -> Place {
        let (parent, is_foreign) = (item.parent().cloned(), item.interaction_id != self.interaction);
        Place { parent, depth: item.depth, is_foreign }
    }

    fn size(id: &MessageId, trace: &Place) -> usize {
        id.as_str().len() + trace.parent.as_ref().map_or(0, |parent| parent.as_str().len())
    }

    fn wait(&self, tries: u32) -> Option<Duration> {
        self.client.policy().wait_for_sense(tries)
    }

    fn fault(fault: PagerFault<MessageId>) -> PaginationError {
        PaginationError::Messages(fault)
    }
}

impl Paginated<ListMessages> {
    /// Says whether all messages came, or exactly what is missing: fetches the interaction, which counts them.
    ///
    /// # Errors
    ///
    /// When the interaction cannot be fetched.
    pub fn fetch_completeness(&self) -> impl Future<Output = Result<Completeness, Error>> + Send + use<> {
        let (pager, forest, unreadable) = (self.resume_point().clone(), self.forest(), self.unreadable().to_vec());
        let ListMessages { client, interaction } = self.listing.clone();
        async move {
            let interaction = client.interactions().get(&interaction).await?;
            Ok(Completeness::of_messages(&pager, &forest, Some(&interaction)).with_unreadable(&unreadable))
        }
    }

    /// Says the same without a request. Fetch `interaction` after the walk.
    pub fn completeness(&self, interaction: Option<&Interaction>) -> Completeness {
        Completeness::of_messages(self.resume_point(), &self.forest(), interaction).with_unreadable(self.unreadable())
    }

    /// The messages in their places, without their texts.
    fn forest(&self) -> Forest {
        let own = &self.listing.interaction;
        // Any other does.
        let foreign = InteractionId::new(format!("not {own}"));
        let message = |(id, held): (&MessageId, &Held<Place>)| {
            let Place { parent, depth, is_foreign } = &held.trace;
            let interaction = if *is_foreign { &foreign } else { own };
            let time = Timestamp::from_millis(0);
            let mut message = Message::new(id.clone(), "", time, *depth, interaction.clone(), SentBy::User);
            if let Some(parent) = parent {
                message.parent_id = parent.clone().into();
            }
            message
        };
        Forest::build(self.held.iter().map(message)).0
    }
}

impl ListRequest for ListInteractions {
    type Item = Interaction;
    type Id = InteractionId;
    type Page = InteractionsList;
    type Trace = ();

    async fn fetch(self, request: PageRequest<InteractionId>) -> Result<InteractionsList, Error> {
        let (agent, limit, after) = (self.agent.as_ref(), &request.limit, request.starting_after.as_ref());
        let send = |requests: Requests| async move { requests.interactions_list(agent, Some(limit), after).await };
        self.client.call(Retry::Idempotent, send).await
    }

    fn trace(&self, _: &Interaction) {}

    fn size(id: &InteractionId, (): &()) -> usize {
        id.as_str().len()
    }

    fn wait(&self, tries: u32) -> Option<Duration> {
        self.client.policy().wait_for_sense(tries)
    }

    fn fault(fault: PagerFault<InteractionId>) -> PaginationError {
        PaginationError::Interactions(fault)
    }
}

impl Paginated<ListInteractions> {
    /// Says whether the walk came to the end of the list, or why not.
    pub fn completeness(&self) -> Completeness {
        Completeness::of_interactions(self.resume_point(), self.held()).with_unreadable(self.unreadable())
    }
}
