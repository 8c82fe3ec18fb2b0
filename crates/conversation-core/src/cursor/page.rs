//! What is listed in pages, and what a page is asked for with.

use conversation_wire::{List, Unreadable};
use proficient_types::{Interaction, InteractionId, InteractionsList, Message, MessageId, MessagesList, PageLimit};

/// One page of a list.
pub trait Page {
    /// What is listed.
    type Item: PageItem;

    /// The items of the page that could be read, in its order.
    fn items(&self) -> &[Self::Item];

    /// The items of the page that could not be read, in its order.
    fn unreadable(&self) -> &[Unreadable];

    /// All items of the page.
    fn into_items(self) -> List<Self::Item>;

    /// The id of the last item, readable or not, as far as an id can be read.
    fn last_id(&self) -> Option<<Self::Item as PageItem>::Id>;

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

            fn unreadable(&self) -> &[Unreadable] {
                self.data.unreadable()
            }

            fn into_items(self) -> List<$item> {
                self.data
            }

            fn last_id(&self) -> Option<$id> {
                let all = self.data.len() + self.data.unreadable().len();
                let at_the_end = self.data.unreadable().iter().rev().zip((0..all).rev());
                let unreadable = at_the_end.take_while(|(item, index)| item.index() == *index);
                let id = unreadable.filter_map(|(item, _)| item.string("id").filter(|id| !id.is_empty())).next();
                id.map($id::new).or_else(|| Some(self.data.last()?.id.clone()))
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
