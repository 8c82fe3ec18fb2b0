//! A list walked from its first page to its last.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    future::{Future, poll_fn},
    hash::{BuildHasher as _, Hash, RandomState},
    pin::Pin,
    task::{Context, Poll, ready},
};

use conversation_core::{Page, PageItem, PageRequest, Pager, PagerFault};
use conversation_wire::Unreadable;
use futures_core::Stream;
use proficient_types::PageLimit;
use serde::Serialize;

use crate::{Error, PaginationError};

/// A list that comes in pages: [`ListMessages`](crate::ListMessages) or [`ListInteractions`](crate::ListInteractions).
pub trait ListRequest: Clone + Send + Sync + Unpin + 'static {
    /// What is listed.
    type Item: PageItem<Id = Self::Id> + Serialize + Send + Sync + Unpin;
    /// Its id.
    type Id: Clone + Eq + Hash + Send + Sync + Unpin;
    /// One page.
    type Page: Page<Item = Self::Item> + Send;
    /// What a walk keeps of an item to say at its end whether all of it came.
    type Trace: Send + Sync + Unpin;

    /// Fetches one page.
    #[doc(hidden)]
    fn fetch(self, request: PageRequest<Self::Id>) -> impl Future<Output = Result<Self::Page, Error>> + Send;

    /// What to keep of an item.
    #[doc(hidden)]
    fn trace(&self, item: &Self::Item) -> Self::Trace;

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
/// A cut walk ends with [`Error::Cursor`]. After any other error the walk is where it was: `next_page` goes on. As a
/// stream it ends with the error, so that a dead server is not polled forever; [`retry`](Self::retry) makes it go on.
///
/// # Restarts
///
/// Store [`resume_point`](Self::resume_point) beside the items that were handed out, and go on with
/// [`resume`](Self::resume): a crash between the two costs neither an item nor a repetition.
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
    unreadable_digests: HashSet<u64>,
    /// For the digests of what is held: no server can know it, and make two items look alike.
    digests: RandomState,
    fetching: Option<Fetching<L::Page>>,
    /// Whether the fault of the pager was said.
    has_failed: bool,
    /// Whether the stream is over for an error.
    is_stopped: bool,
}

type Fetching<P> = Pin<Box<dyn Future<Output = Result<P, Error>> + Send>>;

/// What is kept of an item that was handed out.
pub(crate) struct Held<T> {
    digest: u64,
    pub(crate) trace: T,
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
            digests: RandomState::new(),
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

    /// Goes on from `point`, which [`resume_point`](Self::resume_point) gave. `held` is what was handed out before, in any
    /// order: it does not come again.
    pub fn resume<'a>(mut self, point: Pager<L::Id>, held: impl IntoIterator<Item = &'a L::Item>) -> Self
    where
        L::Item: 'a,
    {
        (self.before, self.pager) = (point.clone(), point);
        for item in held {
            self.is_new(item);
        }
        self
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

    /// Makes a stream that ended with an error go on from where it was.
    pub fn retry(&mut self) {
        self.is_stopped = false;
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
                self.fetching = Some(Box::pin(self.listing.clone().fetch(request)));
            }
            let Some(fetching) = &mut self.fetching else { continue };
            let fetched = ready!(fetching.as_mut().poll(context));
            self.fetching = None;
            match fetched {
                Ok(page) => self.take_in(page),
                // What to go on behind was deleted. Of the first page it is the list itself that is not there.
                Err(Error::Api(failure)) if failure.status == 404 && self.pager.pages() > 0 => self.pager.not_found(),
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
        Poll::Ready(Ok(()))
    }

    fn take_in(&mut self, page: L::Page) {
        self.before = self.pager.clone();
        let (items, unreadable) = self.pager.accept(page).into_parts();
        for item in items {
            if self.is_new(&item) {
                self.left.push_back(item);
            }
        }
        for item in unreadable {
            self.take_unreadable(item);
        }
    }

    fn take_unreadable(&mut self, item: Unreadable) {
        if self.unreadable_digests.insert(self.digests.hash_one(item.json())) {
            self.unreadable.push(item);
        }
    }

    /// Whether it was not there, or not so; it is from now on.
    fn is_new(&mut self, item: &L::Item) -> bool {
        // Only a map with keys that are no strings cannot be written, and there is none.
        let digest = self.digests.hash_one(serde_json::to_vec(item).unwrap_or_default());
        match self.held.get_mut(item.id()) {
            Some(held) if held.digest == digest => false,
            Some(held) => {
                held.digest = digest;
                true
            }
            None => {
                let trace = self.listing.trace(item);
                self.held.insert(item.id().clone(), Held { digest, trace });
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
