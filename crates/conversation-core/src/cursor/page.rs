//! What is listed in pages, and what a page is asked for with.

use proficient_types::{Interaction, InteractionId, InteractionsList, Message, MessageId, MessagesList, PageLimit};

/// One page of a list.
pub trait Page {
    /// What is listed.
    type Item: PageItem;

    /// What the page holds, in its order.
    fn items(&self) -> &[Self::Item];

    /// What the page holds, in its order.
    fn into_items(self) -> Vec<Self::Item>;

    /// Whether other items follow, as the server says.
    fn has_more(&self) -> bool;
}

/// Something that is listed in pages.
pub trait PageItem {
    /// What the next page is asked for with, in `starting_after`.
    type Id: Clone + Eq;

    /// The item's id.
    fn id(&self) -> &Self::Id;
}

/// What to ask for a page with: of `messages_list` (`GET /messages`) or `interactions_list` (`GET /interactions`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageRequest<Id> {
    /// How many items the page may hold at most.
    pub limit: PageLimit,
    /// The id of the item behind which the page begins; nothing for the first page.
    pub starting_after: Option<Id>,
}

macro_rules! page {
    ($page:ident of $item:ident by $id:ident) => {
        impl Page for $page {
            type Item = $item;

            fn items(&self) -> &[$item] {
                &self.data
            }

            fn into_items(self) -> Vec<$item> {
                self.data
            }

            fn has_more(&self) -> bool {
                self.has_more
            }
        }

        impl PageItem for $item {
            type Id = $id;

            fn id(&self) -> &$id {
                &self.id
            }
        }
    };
}

page!(MessagesList of Message by MessageId);
page!(InteractionsList of Interaction by InteractionId);
