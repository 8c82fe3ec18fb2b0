//! A list walked from its first page to its last.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    future::{Future, poll_fn},
    hash::Hash,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use conversation_core::{Page, PageItem, PageRequest, Pager, PagerFault};
use conversation_wire::{List, Unreadable, WireType};
use futures_core::Stream;
use proficient_types::PageLimit;
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

use crate::{Error, PaginationError};

/// A list that comes in pages: [`ListMessages`](crate::ListMessages) or [`ListInteractions`](crate::ListInteractions).
pub trait ListRequest: Clone + Send + Sync + Unpin + 'static {
    /// What is listed.
    type Item: PageItem<Id = Self::Id> + WireType + Serialize + Send + Sync + Unpin;
    /// Its id.
    type Id: Clone + Eq + Hash + Serialize + DeserializeOwned + Send + Sync + Unpin;
    /// One page.
    type Page: Page<Item = Self::Item> + Send;
    /// What a walk keeps of an item to say at its end whether all of it came.
    type Trace: Clone + Serialize + DeserializeOwned + Send + Sync + Unpin;

    /// Fetches one page.
    #[doc(hidden)]
    fn fetch(self, request: PageRequest<Self::Id>) -> impl Future<Output = Result<Self::Page, Error>> + Send;

    /// What to keep of an item.
    #[doc(hidden)]
    fn trace(&self, item: &Self::Item) -> Self::Trace;

    /// How many bytes an item's id and trace take.
    #[doc(hidden)]
    fn size(id: &Self::Id, trace: &Self::Trace) -> usize;

    /// How long to wait before a page that makes no sense is requested again, so many times by now.
    #[doc(hidden)]
    fn wait(&self, tries: u32) -> Option<Duration>;

    /// The fault of a walk over this list.
    #[doc(hidden)]
    fn fault(fault: PagerFault<Self::Id>) -> PaginationError;
}

/// A walk over a list, page by page with [`next_page`](Self::next_page), or as a `Stream` of items.
///
/// Each item comes once. One that comes again from the server is passed over, unless something in it differs: then it
/// comes again. Everything that came is handed out, also what came with a page that cut the walk. An item that cannot be read
/// costs no other: the walk goes on, and [`unreadable`](Self::unreadable) has it as it came.
///
/// # Errors
///
/// A page that makes no sense (not JSON, not a list, empty with others to follow, the page before it once more) is requested
/// again, up to 10 times, with waits between, before it is an error: servers recover. A walk that was cut ends with
/// [`Error::Cursor`]. After any other error the walk is where it was: `next_page` goes on. As a stream it ends with the error,
/// so that a dead server is not polled forever; [`retry`](Self::retry) makes it go on, also a walk that was cut.
///
/// # Restarts
///
/// Store [`resume_point`](Self::resume_point) together with the items that were returned, and go on with
/// [`resume`](Self::resume): a crash between the two costs neither an item nor a repetition. Instead of the items,
/// [`held_items`](Self::held_items) can be stored, which is smaller.
#[must_use = "it fetches nothing until it is asked for a page or an item"]
pub struct Paginated<L: ListRequest> {
    pub(crate) listing: L,
    /// Where the walk is behind the page that is being handed out.
    pub(crate) pager: Pager<L::Id>,
    /// Where it was before that page.
    before: Pager<L::Id>,
    /// What is left of that page.
    left: VecDeque<L::Item>,
    pub(crate) held: HashMap<L::Id, Held<L::Trace>>,
    /// The items that could not be read, each once, and the digests of their texts.
    unreadable: Vec<Unreadable>,
    unreadable_digests: HashSet<ItemDigest>,
    /// How many bytes the ids and traces take, and how many they may take.
    size: usize,
    max_memory: usize,
    /// How often the page that is being fetched made no sense.
    tries: u32,
    /// Where the walk was before it was cut.
    uncut: Option<Pager<L::Id>>,
    fetching: Option<Fetching<L::Page>>,
    /// Whether the fault of the pager was said.
    has_failed: bool,
    /// Whether the stream is over for an error.
    is_stopped: bool,
}

type Fetching<P> = Pin<Box<dyn Future<Output = Result<P, Error>> + Send>>;

/// What is kept of an item that was handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Held<T> {
    digest: ItemDigest,
    /// Whether this walk listed it, and not one before.
    #[serde(skip)]
    was_listed: bool,
    #[serde(flatten)]
    pub(crate) trace: T,
}

/// Tells two versions of an item apart: the first half of the SHA-256 of its JSON, so that no server can make two look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct ItemDigest(u64, u64);

impl ItemDigest {
    fn of(json: &[u8]) -> Self {
        let digest: [u8; 32] = Sha256::digest(json).into();
        let half = |from: usize| {
            let bytes = digest.iter().skip(from).take(8);
            bytes.fold(0, |number: u64, byte| number << 8 | u64::from(*byte))
        };
        Self(half(0), half(8))
    }
}

/// What a walk remembers of the items that it returned, to be stored instead of them: [`Paginated::held_items`].
///
/// For each item it has the id, a digest, and the place in the tree. Its serialised form has a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(
    serialize = "L::Id: Serialize, L::Trace: Serialize",
    deserialize = "L::Id: DeserializeOwned, L::Trace: DeserializeOwned"
))]
pub struct HeldItems<L: ListRequest> {
    #[serde(deserialize_with = "known_version")]
    version: u32,
    items: Vec<HeldItem<L::Id, L::Trace>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<String>,
    #[serde(skip)]
    of: PhantomData<L>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct HeldItem<Id, T> {
    id: Id,
    #[serde(flatten)]
    held: Held<T>,
}

const VERSION: u32 = 1;

fn known_version<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    conversation_http::known_version(VERSION, "held items", from)
}

impl<L: ListRequest> Paginated<L> {
    pub(crate) fn new(listing: L, pager: Pager<L::Id>) -> Self {
        Self {
            listing,
            before: pager.clone(),
            pager,
            left: VecDeque::new(),
            held: HashMap::new(),
            unreadable: Vec::new(),
            unreadable_digests: HashSet::new(),
            size: 0,
            max_memory: Self::DEFAULT_MAX_MEMORY,
            tries: 0,
            uncut: None,
            fetching: None,
            has_failed: false,
            is_stopped: false,
        }
    }

    /// The same walk, which has not begun yet, with pages of another size. The default is the largest.
    pub fn with_limit(mut self, limit: PageLimit) -> Self {
        if self.pager.pages() == 0 && !self.pager.is_over() {
            self.pager = Pager::new(limit);
            self.before = self.pager.clone();
        }
        self
    }

    /// The default limit of what a walk remembers: 64 MiB.
    pub const DEFAULT_MAX_MEMORY: usize = 64 << 20;

    /// The same walk with another limit, in bytes, of the ids and places that it remembers. Beyond it, the walk ends with
    /// [`PaginationError::Memory`].
    pub fn with_max_memory(self, bytes: usize) -> Self {
        Self { max_memory: bytes, ..self }
    }

    /// Goes on from `point`, which [`resume_point`](Self::resume_point) gave. `held` is what was handed out before, in any
    /// order: it does not come again.
    pub fn resume<'a>(mut self, point: Pager<L::Id>, held: impl IntoIterator<Item = &'a L::Item>) -> Self
    where
        L::Item: 'a,
    {
        (self.before, self.pager) = (point.clone(), point);
        for item in held {
            // Behind the point, or when the walk begins anew, it is listed again.
            self.is_new(item, false);
        }
        self
    }

    /// Goes on from `point` with what [`held_items`](Self::held_items) gave: those items do not come again, unless they
    /// changed.
    pub fn resume_held(mut self, point: Pager<L::Id>, held: HeldItems<L>) -> Self {
        (self.before, self.pager) = (point.clone(), point);
        for HeldItem { id, held } in held.items {
            self.size += L::size(&id, &held.trace);
            self.held.insert(id, held);
        }
        // What a later release can read is no longer unreadable.
        let texts = held.unreadable.into_iter().enumerate();
        let (items, unreadable) = List::<L::Item>::from_texts(Vec::new(), texts).into_parts();
        for item in &items {
            self.is_new(item, false);
        }
        self.resume_unreadable(unreadable)
    }

    /// What the walk remembers of the items that it returned, to be stored with [`resume_point`](Self::resume_point).
    pub fn held_items(&self) -> HeldItems<L> {
        let returned = |id: &L::Id| !self.left.iter().any(|item| item.id() == id);
        let items = self.held.iter().filter(|(id, _)| returned(id));
        let items = items.map(|(id, held)| HeldItem { id: id.clone(), held: held.clone() }).collect();
        let unreadable = self.unreadable.iter().map(|item| item.json().to_owned()).collect();
        HeldItems { version: VERSION, items, unreadable, of: PhantomData }
    }

    /// Goes on with items that could not be read before, and were kept as they came: they do not come again, and count in
    /// the completeness report.
    pub fn resume_unreadable(mut self, unreadable: impl IntoIterator<Item = Unreadable>) -> Self {
        for item in unreadable {
            self.take_unreadable(item);
        }
        self
    }

    /// The items that came and could not be read, in their order, each once. The walk goes on over them.
    ///
    /// The [`index`](Unreadable::index) of each is its place in its page.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// Where a later walk has to go on, so that with what was handed out so far it has everything.
    pub fn resume_point(&self) -> &Pager<L::Id> {
        if self.left.is_empty() { &self.pager } else { &self.before }
    }

    /// The rest of this page, or else the next one; nothing when the walk is over.
    ///
    /// # Errors
    ///
    /// See [`Paginated`].
    pub async fn next_page(&mut self) -> Result<Option<Vec<L::Item>>, Error> {
        poll_fn(|context| self.poll_page(context)).await?;
        Ok(if self.left.is_empty() { None } else { Some(std::mem::take(&mut self.left).into()) })
    }

    /// Makes a stream that ended with an error, or a walk that was cut, go on from where it was.
    pub fn retry(&mut self) {
        self.is_stopped = false;
        if let Some(uncut) = self.uncut.take() {
            (self.before, self.pager) = (uncut.clone(), uncut);
            (self.tries, self.has_failed) = (0, false);
        }
    }

    /// Where a walk that was cut can go on later, instead of from its beginning. `None` for a walk that was not cut, or that went
    /// round.
    pub fn uncut_point(&self) -> Option<&Pager<L::Id>> {
        self.uncut.as_ref()
    }

    /// How many different items were handed out or are about to be.
    pub fn held(&self) -> u64 {
        self.held.len() as u64
    }

    /// Sees to it that there is something left of a page, unless the walk is over.
    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        while self.left.is_empty() {
            if self.fetching.is_none() {
                let Some(request) = self.pager.request() else { return Poll::Ready(self.fault()) };
                if self.size > self.max_memory {
                    let limit = self.max_memory;
                    return Poll::Ready(Err(Error::Cursor(Box::new(PaginationError::Memory { limit }))));
                }
                let fetching = self.listing.clone().fetch(request);
                let wait = if self.tries == 0 { None } else { self.listing.wait(self.tries) };
                self.fetching = Some(Box::pin(async move {
                    if let Some(wait) = wait {
                        tokio::time::sleep(wait).await;
                    }
                    fetching.await
                }));
            }
            let Some(fetching) = &mut self.fetching else { continue };
            let fetched = ready!(fetching.as_mut().poll(context));
            self.fetching = None;
            match fetched {
                Ok(page) => self.take_in(page),
                // What to go on behind was deleted. Of the first page it is the list itself that is not there.
                Err(Error::Api(failure)) if failure.status == 404 && self.pager.pages() > 0 => self.pager.not_found(),
                // The server did what was asked, and answered something that is no page.
                Err(Error::Decode(answer)) if answer.status.is_success() && self.tries_again() => {}
                Err(error) => {
                    self.tries = 0;
                    return Poll::Ready(Err(error));
                }
            }
        }
        Poll::Ready(Ok(()))
    }

    fn take_in(&mut self, page: L::Page) {
        self.before = self.pager.clone();
        // An earlier page in the place of the next one: to go on behind it would list all of it again.
        let was_listed = |item: &L::Item| self.held.get(item.id()).is_some_and(|held| held.was_listed);
        let is_earlier = page.has_more() && !page.items().is_empty() && page.items().iter().all(was_listed);
        let (items, unreadable) = self.pager.accept(page).into_parts();
        let is_cut = self.pager.fault().is_some_and(is_transient);
        if !is_cut && !is_earlier {
            self.tries = 0;
        } else if self.tries_again() {
            self.pager = self.before.clone();
        } else if is_cut {
            // A walk that went round has to begin anew: it would come to the same id again.
            let went_round = matches!(self.pager.fault(), Some(PagerFault::Cycle { .. }));
            self.uncut = (!went_round).then(|| self.before.clone());
        }
        for item in items {
            if self.is_new(&item, true) {
                self.left.push_back(item);
            }
        }
        for item in unreadable {
            self.take_unreadable(item);
        }
    }

    /// Whether the page that made no sense is to be requested again.
    fn tries_again(&mut self) -> bool {
        self.tries += 1;
        let tries_again = self.listing.wait(self.tries).is_some();
        if !tries_again {
            self.tries = 0;
        }
        tries_again
    }

    fn take_unreadable(&mut self, item: Unreadable) {
        if self.unreadable_digests.insert(ItemDigest::of(item.json().as_bytes())) {
            self.size += item.json().len();
            self.unreadable.push(item);
        }
    }

    /// Whether it was not there, or not so; it is from now on.
    fn is_new(&mut self, item: &L::Item, was_listed: bool) -> bool {
        // Only a map with keys that are no strings cannot be written, and there is none.
        let digest = ItemDigest::of(&serde_json::to_vec(item).unwrap_or_default());
        match self.held.get_mut(item.id()) {
            Some(held) => {
                held.was_listed |= was_listed;
                std::mem::replace(&mut held.digest, digest) != digest
            }
            None => {
                let trace = self.listing.trace(item);
                self.size += L::size(item.id(), &trace);
                self.held.insert(item.id().clone(), Held { digest, was_listed, trace });
                true
            }
        }
    }

    /// The fault that cut the walk, said once.
    fn fault(&mut self) -> Result<(), Error> {
        match self.pager.fault() {
            Some(fault) if !self.has_failed => {
                self.has_failed = true;
                Err(Error::Cursor(Box::new(L::fault(fault.clone()))))
            }
            _ => Ok(()),
        }
    }
}

impl<L: ListRequest> Stream for Paginated<L> {
    type Item = Result<L::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let walk = self.get_mut();
        if walk.is_stopped {
            return Poll::Ready(None);
        }
        Poll::Ready(match ready!(walk.poll_page(context)) {
            Ok(()) => walk.left.pop_front().map(Ok),
            Err(error) => {
                walk.is_stopped = true;
                Some(Err(error))
            }
        })
    }
}

impl<L: ListRequest> std::fmt::Debug for Paginated<L> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (pages, items) = (self.pager.pages(), self.held.len());
        f.debug_struct("Walk").field("pages", &pages).field("items", &items).finish_non_exhaustive()
    }
}

/// Whether a page that comes a moment later may make sense.
fn is_transient<Id>(fault: &PagerFault<Id>) -> bool {
    use PagerFault::{Cycle, EmptyPage, NoAdvance, OverLimit, RepeatedPage};
    matches!(fault, EmptyPage { .. } | RepeatedPage { .. } | NoAdvance { .. } | Cycle { .. } | OverLimit { .. })
}
