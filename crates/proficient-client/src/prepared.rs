//! A call that creates something, as a value to store before it is made.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use conversation_http::{Attempted, ServerClock};
use conversation_wire::Unreadable;
use proficient_types::{Agent, InteractionCreated, Message, User};
use serde::{Deserialize, Deserializer, Serialize, de, de::DeserializeOwned};

use self::sealed::Created;
use crate::{Client, Error};

/// A call that creates something: the parameters of one of the operations that are not idempotent.
///
/// [`InteractionCreateParams`](proficient_types::InteractionCreateParams),
/// [`MessageCreateParams`](proficient_types::MessageCreateParams), [`AskParams`](crate::AskParams),
/// [`UserCreateParams`](proficient_types::UserCreateParams) and
/// [`AgentCreateParams`](proficient_types::AgentCreateParams) are such calls.
pub trait CreateCall: sealed::CreateCall + Serialize + DeserializeOwned + Send + Sync {}

impl<P: sealed::CreateCall + Serialize + DeserializeOwned + Send + Sync> CreateCall for P {}

macro_rules! created {
    ($($of:ty),+) => {
        $(impl sealed::Created for $of {
            fn id(&self) -> &str {
                self.id.as_str()
            }

            fn created_at(&self) -> i64 {
                self.created_at.as_millis()
            }
        })+
    };
}

created!(Agent, Message, User);

impl sealed::Created for InteractionCreated {
    fn id(&self) -> &str {
        self.interaction.id.as_str()
    }

    fn created_at(&self) -> i64 {
        self.interaction.created_at.as_millis()
    }
}

pub(crate) mod sealed {
    use std::future::Future;

    use super::{Candidates, Client, Error};

    /// Something that a call creates.
    pub trait Created: Send {
        fn id(&self) -> &str;

        /// In milliseconds since the Unix epoch.
        fn created_at(&self) -> i64;
    }

    pub trait CreateCall: Sized {
        /// What it creates.
        type Output: Created;

        /// Its `operationId`.
        const OPERATION: &'static str;

        /// Makes the call once. It makes no attempt again that may have been carried out.
        fn send(&self, client: &Client) -> impl Future<Output = Result<Self::Output, Error>> + Send;

        /// Fills in everything in the list that may be what it created and is not older than is looked for.
        fn list(
            &self,
            client: &Client,
            into: &mut Candidates<'_, Self::Output>,
        ) -> impl Future<Output = Result<(), Error>> + Send;

        /// What the answer would have been, for something of the list.
        fn complete(listed: Self::Output, _: &Client) -> impl Future<Output = Result<Self::Output, Error>> + Send {
            std::future::ready(Ok(listed))
        }
    }
}

/// A call that creates something, as a value to store before it is made.
///
/// After a crash, [`Client::carry_out`] with the stored value finds out what became of it, and makes the call only if it was
/// not carried out. It contains the parameters of the call, and no keys.
///
/// The serialised form has a version. Later releases read what earlier ones wrote; a version that is not known is an error.
///
/// It is not `Clone`: the same value carried out twice at the same time would create two objects.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "P: CreateCall"))]
pub struct PreparedCall<P> {
    #[serde(deserialize_with = "known_version")]
    version: u32,
    #[serde(deserialize_with = "operation_of::<P, _>")]
    operation: String,
    params: P,
    /// When it was prepared by the clock of this machine, in milliseconds since the Unix epoch.
    prepared_at: i64,
    /// The earliest time that it can have been by the server's clock, if that was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    not_before: Option<i64>,
    /// The ids of equal objects from before.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) known: BTreeSet<String>,
    /// Whether the list was read before the call, so that `known` has all of them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) was_read: bool,
    /// Whether an earlier process prepared it.
    #[serde(skip, default = "yes")]
    is_restored: bool,
    /// When the first attempt of this process began.
    #[serde(skip)]
    began: Option<Instant>,
    #[serde(skip)]
    pub(crate) attempted: Attempted,
    /// The id of its result.
    #[serde(skip)]
    pub(crate) result: Option<String>,
}

const VERSION: u32 = 1;

fn yes() -> bool {
    true
}

fn known_version<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    conversation_http::known_version(VERSION, "a prepared call", from)
}

fn operation_of<'de, P: CreateCall, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let operation = String::deserialize(deserializer)?;
    if operation == P::OPERATION {
        return Ok(operation);
    }
    let expected = P::OPERATION;
    Err(de::Error::custom(format_args!("a prepared call of another operation, expected {expected}")))
}

impl<P: CreateCall> PreparedCall<P> {
    pub(crate) fn new(params: P, clock: &ServerClock) -> Self {
        Self {
            version: VERSION,
            operation: P::OPERATION.to_owned(),
            params,
            prepared_at: now(),
            not_before: clock.earliest(Instant::now()),
            known: BTreeSet::new(),
            was_read: false,
            is_restored: false,
            began: None,
            attempted: Attempted::not_yet(),
            result: None,
        }
    }

    /// The parameters.
    pub fn params(&self) -> &P {
        &self.params
    }

    /// A digest of the parameters, within this process.
    pub(crate) fn digest(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        P::OPERATION.hash(&mut hasher);
        // Only a map with keys that are no strings cannot be written, and there is none.
        serde_json::to_vec(&self.params).unwrap_or_default().hash(&mut hasher);
        hasher.finish()
    }

    /// A request is about to be made, or has just ended without an answer.
    pub(crate) fn attempt(&mut self) {
        self.began.get_or_insert_with(Instant::now);
        self.attempted.now();
    }

    /// The earliest time by the server's clock at which its result can have been created, in milliseconds since the Unix
    /// epoch; `None` if the server does not send its time.
    pub(crate) fn not_before(&self, clock: &ServerClock) -> Option<i64> {
        if !self.is_restored {
            return self.began.and_then(|began| clock.earliest(began));
        }
        // By the clock of this machine, which may have been set meanwhile: the earlier one of both, to miss nothing.
        let since = now().checked_sub(self.prepared_at).filter(|since| *since >= 0);
        let by_this_machine = since.and_then(|since| clock.earliest(Instant::now())?.checked_sub(since));
        match (by_this_machine, self.not_before) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (None, other) => other,
            (some, None) => some,
        }
    }
}

/// The clock of this machine, in milliseconds since the Unix epoch.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// How far the clocks of a server may be apart, in milliseconds: that of its `Date`, and that of `created_at`.
const SKEW: i64 = 60_000;

/// What may be the result of a call.
pub struct Candidates<'a, T> {
    pub(crate) found: Vec<Candidate<T>>,
    not_before: &'a (dyn Fn() -> Option<i64> + Sync),
    is_known: &'a (dyn Fn(&str) -> bool + Sync),
}

/// Something in a list that may be the result of a call.
pub(crate) struct Candidate<T> {
    pub(crate) id: String,
    /// The object, if it is all that was asked for. Otherwise it may still be: with something changed by the server, or with
    /// something that could not be read.
    pub(crate) fits: Option<T>,
}

impl<'a, T: Created> Candidates<'a, T> {
    /// `not_before` is the earliest time of what is looked for, as far as it is known: the list's own answers tell the
    /// server's time.
    pub(crate) fn new(
        not_before: &'a (dyn Fn() -> Option<i64> + Sync),
        is_known: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> Self {
        Self { found: Vec::new(), not_before, is_known }
    }

    /// Whether something that was created then is older than what is looked for.
    pub(crate) fn is_too_old(&self, created_at: i64) -> bool {
        (self.not_before)().is_some_and(|not_before| created_at < not_before)
    }

    /// Whether something that was created then is older by more than the clocks of a server may be apart.
    pub(crate) fn is_long_before(&self, created_at: i64) -> bool {
        self.is_too_old(created_at.saturating_add(SKEW))
    }

    /// Takes an object in. `fits` says whether it is all that was asked for.
    pub(crate) fn add(&mut self, object: T, fits: bool) {
        let (id, created_at) = (object.id().to_owned(), object.created_at());
        if (self.is_known)(&id) {
            return;
        }
        if !self.is_too_old(created_at) {
            self.found.push(Candidate { id, fits: fits.then_some(object) });
        } else if fits && !self.is_long_before(created_at) {
            // An equal one from just before: the clocks of a server may not be in step, so it may still be it.
            self.found.push(Candidate { id, fits: None });
        }
    }

    /// Takes the objects in that could not be read: each may be it, unless what can be read of it says otherwise.
    pub(crate) fn add_unreadable(&mut self, unreadable: &[Unreadable]) {
        for item in unreadable {
            let is_too_old = item.integer("created_at").is_some_and(|created_at| self.is_long_before(created_at));
            let id = item.string("id");
            if !is_too_old && !id.as_deref().is_some_and(self.is_known) {
                let id = id.unwrap_or_else(|| format!("unreadable item {}", item.index()));
                self.found.push(Candidate { id, fits: None });
            }
        }
    }
}
