//! Why a walk over pages was cut.

use std::fmt::{self, Write as _};

use conversation_wire::{non_null, printable::OneLine};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::open::{other_kind, tagged_by_text};

/// Something in a server's pages that makes it pointless or endless to go on. The walk is over with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(
    remote = "Self",
    tag = "kind",
    rename_all = "snake_case",
    expecting = "an object with the fields of its `kind`",
    bound(serialize = "Id: Serialize + fmt::Debug", deserialize = "Id: DeserializeOwned")
)]
#[non_exhaustive]
pub enum PagerFault<Id> {
    /// A page had more items than the `limit` it was asked for with, so the server heeds no `limit`, and perhaps no
    /// `starting_after` either.
    OverLimit {
        /// The limit.
        #[cfg_attr(feature = "schemars", schemars(range(max = 4_294_967_295_u32)))]
        limit: u32,
        /// How many items came.
        #[cfg_attr(feature = "schemars", schemars(range(max = 4_294_967_295_u32)))]
        items: u32,
    },
    /// A page had no items and said that others follow.
    EmptyPage {
        /// The id it was asked for with; nothing for the first page.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "Id"))]
        after: Option<Id>,
    },
    /// The page that ends in `after` came again as the page behind `after`.
    RepeatedPage {
        /// The id it was asked for with.
        after: Id,
    },
    /// The page behind `after` ended in `after`, so the next request would be the same again.
    NoAdvance {
        /// The id it was asked for with.
        after: Id,
    },
    /// A page ended in the id in which an earlier one had ended, so the pages go round.
    Cycle {
        /// The id.
        id: Id,
    },
    /// As many items came as were allowed for, and others follow: the server may be inventing them.
    #[serde(alias = "allowance")]
    MaxItems {
        /// The limit.
        #[serde(alias = "allowance")]
        #[cfg_attr(feature = "schemars", schemars(range(max = 4_294_967_295_u32)))]
        max_items: u32,
    },
    /// The server does not know what it was asked for, as `Pager::not_found` was told.
    NotFound {
        /// The id to go on behind; nothing when not even the first page was found.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "Id"))]
        after: Option<Id>,
    },
    /// No item of a page could be read, not even an id, and others follow.
    Unreadable {
        /// The id it was requested with; absent for the first page.
        #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schemars", schemars(with = "Id"))]
        after: Option<Id>,
        /// How many items the page had.
        #[cfg_attr(feature = "schemars", schemars(range(max = 4_294_967_295_u32)))]
        items: u32,
    },
    /// Another reason, which a later version wrote.
    #[serde(untagged)]
    Other(OtherPagerFault),
}

tagged_by_text! { PagerFault<Id> by "kind" }

other_kind! {
    /// Another reason, of a kind that this version does not know.
    pub struct OtherPagerFault: "kind" except ["over_limit", "empty_page", "unreadable", "repeated_page", "no_advance", "cycle", "max_items", "not_found"] and formerly ["allowance"]
}

impl<Id: fmt::Display> fmt::Display for PagerFault<Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        match self {
            Self::OverLimit { limit, items } => write!(
                f,
                "a page has {items} items, {limit} at most were asked for: the server heeds no `limit`; ask with the \
                 `limit` that it does keep to, and report it"
            ),
            Self::EmptyPage { after: None } => f.write_str(
                "the first page is empty and says that others follow: start again, and report it if it stays",
            ),
            Self::EmptyPage { after: Some(after) } => write!(
                f,
                "the page after {after} is empty and says that others follow: start again, and report it if it stays"
            ),
            Self::Unreadable { after: None, items } => {
                write!(f, "none of the {items} items of the first page could be read, and others follow")
            }
            Self::Unreadable { after: Some(after), items } => {
                write!(f, "none of the {items} items of the page after {after} could be read, and others follow")
            }
            Self::RepeatedPage { after } => write!(
                f,
                "the page after {after} is the page before it once more: start again, and report it if it stays"
            ),
            Self::NoAdvance { after } => {
                write!(f, "the page after {after} ends in {after} again: start again, and report it if it stays")
            }
            Self::Cycle { id } => {
                write!(f, "the pages go round, two of them end in {id}: start again, and report it if it stays")
            }
            Self::MaxItems { max_items } => write!(
                f,
                "reached the limit of {max_items} items and the server lists more: raise the limit if there can be more, \
                 otherwise report it to the operator of the server"
            ),
            Self::NotFound { after: None } => {
                f.write_str("the server does not know what is to be listed: it was deleted, or the id is wrong")
            }
            Self::NotFound { after: Some(after) } => {
                write!(f, "the server does not know {after}, to go on behind it: it was deleted; start again")
            }
            Self::Other(other) => write!(f, "unknown fault {:?}, written by a later version", other.tag()),
        }
    }
}

impl<Id: fmt::Debug + fmt::Display> std::error::Error for PagerFault<Id> {}
