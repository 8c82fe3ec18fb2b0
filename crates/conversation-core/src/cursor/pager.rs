//! The walk over a list that comes in pages.

use std::fmt;

use conversation_wire::List;
use proficient_types::{Interaction, PageLimit};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Page, PageItem, PageRequest, PagerFault};

/// A walk over a list paged by `limit`, `starting_after` and `has_more`: not started, with more to come, or over.
///
/// ```
/// use conversation_core::{Completeness, Forest, Pager, Verdict};
/// # use conversation_core::PageRequest;
/// # use proficient_types::{AgentId, InitialTurn, Interaction, InteractionId, Message, MessageId, MessagesList};
/// # use proficient_types::{SentBy, Timestamp, UserId};
/// use proficient_types::PageLimit;
/// # struct Client;
/// # impl Client {
/// #     fn messages_list(&self, request: &PageRequest<MessageId>) -> Result<MessagesList, std::convert::Infallible> {
/// #         let id = |number| MessageId::new(format!("msg_{number}"));
/// #         let message = |number: i64| {
/// #             let time = Timestamp::from_millis(number);
/// #             Message::new(id(number), "…", time, 0, InteractionId::new("int_1"), SentBy::User)
/// #         };
/// #         let begin = (1..=250).find(|number| request.starting_after == Some(id(*number))).unwrap_or(0) + 1;
/// #         let end = 250.min(begin + request.limit.get() - 1);
/// #         Ok(MessagesList::new((begin..=end).map(message).collect::<Vec<_>>(), end < 250))
/// #     }
/// #     fn interactions_get(&self) -> Result<Interaction, std::convert::Infallible> {
/// #         let (id, agent, user) = (InteractionId::new("int_1"), AgentId::new("ag_1"), UserId::new("u_1"));
/// #         let time = Timestamp::from_millis(0);
/// #         let total_message_count = 250;
/// #         let (agent_id, user_id, created_at, updated_at) = (agent, user, time, time);
/// #         let (archived, initial_turn, name) = (false, InitialTurn::User, None);
/// #         Ok(Interaction::new(proficient_types::InteractionFields {
/// #             id, agent_id, archived, created_at, initial_turn, name, total_message_count, updated_at, user_id,
/// #         }))
/// #     }
/// # }
/// # fn save(_: &str) {}
/// # let client = Client;
///
/// let mut pager = Pager::new(PageLimit::MAX);
/// let mut messages = Vec::new();
/// while let Some(request) = pager.request() {
///     // On an error the pager is as it was: ask again, now or after a restart.
///     let page = client.messages_list(&request)?;
///     messages.extend(pager.accept(page));
///     save(&serde_json::to_string(&pager)?);
/// }
///
/// let (forest, _) = Forest::build(messages);
/// let interaction = client.interactions_get()?;
/// let completeness = Completeness::of_messages(&pager, &forest, Some(&interaction));
/// assert_eq!(completeness.verdict(), Verdict::Complete, "{completeness}");
/// # assert_eq!((pager.pages(), pager.items()), (3, 250));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # It ends
///
/// Against any server: every page brings an item or ends the walk, and there is an allowance of items, which an honest
/// server never reaches ([`with_max_items`](Self::with_max_items)). A server that goes round is found out much earlier.
/// What ended it before its time is the [`fault`](Self::fault). Between two answers of "not found" there is a page, so
/// it asks at most twice for an item that is allowed for.
///
/// # Nothing is lost
///
/// Every item of every page is handed back, of a faulty page too, and repeated ones. So are items that could not be read:
/// the walk continues after the last id that can be read. Servers that are only untidy are
/// put up with: a page may be short, may begin with the item it was to begin behind, and the last may be empty.
///
/// It takes the space of three ids, however long the list is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "Unchecked<Id>",
    bound(serialize = "Id: Serialize + fmt::Debug", deserialize = "Id: DeserializeOwned")
)]
pub struct Pager<Id> {
    limit: PageLimit,
    max_items: u32,
    pages: u32,
    items: u32,
    /// Whether the server ever forgot an item that it had listed.
    saw_deletion: bool,
    state: State<Id>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "snake_case",
    bound(serialize = "Id: Serialize + fmt::Debug", deserialize = "Id: DeserializeOwned")
)]
enum State<Id> {
    NotStarted,
    More {
        /// The id to ask behind: the last of the page before, or its first where the server forgot the last.
        after: Id,
        /// The first id of the page before.
        first: Id,
        /// The last id of an earlier page: of the first, second, fourth, eighth … whichever was the latest. A walk that
        /// goes round comes back to it, wherever the round begins (Brent's method).
        mark: Id,
    },
    End,
    Fault(PagerFault<Id>),
}

impl<Id: Clone + Eq> Pager<Id> {
    /// The default limit of items in a walk: a million.
    pub const DEFAULT_MAX_ITEMS: u32 = 1_000_000;

    /// A walk that has not started.
    pub fn new(limit: PageLimit) -> Self {
        let max_items = Self::DEFAULT_MAX_ITEMS;
        Self { limit, max_items, pages: 0, items: 0, saw_deletion: false, state: State::NotStarted }
    }

    /// The same walk with another allowance: once so many items have come and others follow, it is cut.
    ///
    /// Repeated items count. It is there against servers that invent items for ever, so be generous.
    pub fn with_max_items(self, items: u32) -> Self {
        Self { max_items: items, ..self }
    }

    /// The same walk with an allowance for the messages that `interaction` counts, with much to spare: twice as many
    /// and a thousand more.
    pub fn with_max_items_for(self, interaction: &Interaction) -> Self {
        let items = interaction.total_message_count.max(0).saturating_mul(2).saturating_add(1000);
        self.with_max_items(u32::try_from(items).unwrap_or(u32::MAX))
    }

    /// The page to ask for; nothing when the walk is over.
    ///
    /// It is the same until [`accept`](Self::accept) or [`not_found`](Self::not_found) is called.
    pub fn request(&self) -> Option<PageRequest<Id>> {
        let starting_after = match &self.state {
            State::NotStarted => None,
            State::More { after, .. } => Some(after.clone()),
            State::End | State::Fault(_) => return None,
        };
        Some(PageRequest { limit: self.limit, starting_after })
    }

    /// Takes the page in that was asked for, and hands all its items back, also when the page is a
    /// [`fault`](Self::fault).
    #[must_use = "these are the items of the page"]
    pub fn accept<P>(&mut self, page: P) -> List<P::Item>
    where
        P: Page,
        P::Item: PageItem<Id = Id>,
    {
        if !self.is_over() {
            self.pages = self.pages.saturating_add(1);
            self.items = self.items.saturating_add(length(&page));
            self.state = self.after(&page).unwrap_or_else(State::Fault);
        }
        page.into_items()
    }

    /// Takes in that the server answered 404: it does not know the id to go on behind.
    ///
    /// So it is when the item was deleted since the page before. The first such answer makes the pager step back to the
    /// first item of that page, so that some items come again; the second in a row ends the walk with
    /// [`PagerFault::NotFound`].
    pub fn not_found(&mut self) {
        let after = match &mut self.state {
            State::More { after, first, .. } if after != first => {
                after.clone_from(first);
                self.saw_deletion = true;
                return;
            }
            State::More { after, .. } => Some(after.clone()),
            State::NotStarted => None,
            State::End | State::Fault(_) => return,
        };
        self.state = State::Fault(PagerFault::NotFound { after });
    }

    /// Whether there is nothing else to ask for.
    pub fn is_over(&self) -> bool {
        matches!(self.state, State::End | State::Fault(_))
    }

    /// What cut the walk; nothing while it goes on, and when it ended with the last page.
    pub fn fault(&self) -> Option<&PagerFault<Id>> {
        match &self.state {
            State::Fault(fault) => Some(fault),
            State::NotStarted | State::More { .. } | State::End => None,
        }
    }

    /// How many pages have come.
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// How many items have come, repeated ones counted again.
    pub fn items(&self) -> u32 {
        self.items
    }

    /// The state behind this page, whose items are counted already.
    fn after<P>(&self, page: &P) -> Result<State<Id>, PagerFault<Id>>
    where
        P: Page,
        P::Item: PageItem<Id = Id>,
    {
        let items = length(page);
        let limit = u32::try_from(self.limit.get()).unwrap_or(u32::MAX);
        if items > limit {
            return Err(PagerFault::OverLimit { limit, items });
        }
        let before = match &self.state {
            State::More { after, first, mark, .. } => Some((after, first, mark)),
            State::NotStarted | State::End | State::Fault(_) => None,
        };
        let Some(last) = page.last_id() else {
            let after = before.map(|(after, ..)| after.clone());
            return match (page.has_more(), items) {
                (false, _) => Ok(State::End),
                (true, 0) => Err(PagerFault::EmptyPage { after }),
                (true, items) => Err(PagerFault::Unreadable { after, items }),
            };
        };
        let first = page.items().first().map_or_else(|| last.clone(), |first| first.id().clone());
        // Also on a page that says it is the last: the page before said that others follow, and these are no others.
        match before {
            Some((after, before, _)) if last == *after && first == *before => {
                return Err(PagerFault::RepeatedPage { after: last });
            }
            Some((after, ..)) if last == *after => return Err(PagerFault::NoAdvance { after: last }),
            _ if !page.has_more() => return Ok(State::End),
            Some((_, _, mark)) if last == *mark => return Err(PagerFault::Cycle { id: last }),
            _ if self.items >= self.max_items => return Err(PagerFault::MaxItems { max_items: self.max_items }),
            _ => {}
        }
        let mark = match before {
            Some((_, _, mark)) if !self.pages.is_power_of_two() => mark.clone(),
            _ => last.clone(),
        };
        Ok(State::More { after: last, first, mark })
    }
}

impl<Id> Pager<Id> {
    /// Whether items were deleted while the list was walked over.
    pub(crate) fn saw_deletion(&self) -> bool {
        self.saw_deletion
    }

    /// Where the walk would go on: behind this id, or from the beginning; nothing when it is over.
    pub(crate) fn unfinished(&self) -> Option<Option<&Id>> {
        match &self.state {
            State::NotStarted => Some(None),
            State::More { after, .. } => Some(Some(after)),
            State::End | State::Fault(_) => None,
        }
    }
}

/// How many items a page has, readable or not.
fn length(page: &impl Page) -> u32 {
    u32::try_from(page.items().len() + page.unreadable().len()).unwrap_or(u32::MAX)
}

/// A pager as it was stored, by whomever.
#[derive(Deserialize)]
#[serde(bound(deserialize = "Id: DeserializeOwned"))]
struct Unchecked<Id> {
    limit: PageLimit,
    #[serde(alias = "allowance")]
    max_items: u32,
    pages: u32,
    items: u32,
    saw_deletion: bool,
    state: State<Id>,
}

impl<Id> TryFrom<Unchecked<Id>> for Pager<Id> {
    type Error = &'static str;

    fn try_from(stored: Unchecked<Id>) -> Result<Self, Self::Error> {
        let Unchecked { limit, max_items, pages, items, saw_deletion, state } = stored;
        let most = i64::from(pages).saturating_mul(limit.get());
        let sound = match &state {
            State::NotStarted => pages == 0 && items == 0,
            State::More { .. } => pages > 0 && pages <= items && i64::from(items) <= most,
            State::End | State::Fault(_) => true,
        };
        if !sound {
            return Err("no pager has seen as many pages and items as this one says: start the walk anew");
        }
        Ok(Self { limit, max_items, pages, items, saw_deletion, state })
    }
}
