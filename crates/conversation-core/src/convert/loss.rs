//! What a projection leaves behind, by name.

use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
};

use conversation_wire::printable::OneLine;
use genesys_chat_types::ChatEventType;
use proficient_types::{MessageId, SentBy};
use serde::{Deserialize, Serialize};

use crate::model::Key;

/// One thing that the other side has no place for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Loss {
    /// Where it is in the original.
    pub place: LossPlace,
    /// What it is.
    pub kind: LossKind,
}

/// Where in the original something is that is lost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum LossPlace {
    /// The conversation as a whole.
    Conversation,
    /// The participant whose messages are sent by this sender.
    Participant(SentBy),
    /// A message or an event.
    Entry {
        /// Its place in the list, counted from 0.
        at: usize,
        /// Its id or index; absent for an event without an index.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<Key>,
    },
}

/// What is lost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LossKind {
    /// That the chat came without its id, which the messages' ids are made of.
    NoChatId,
    /// Whether the chat has ended.
    ChatEnded,
    /// The order in which the entries were given.
    Order,
    /// The nickname, number and type of the participant, and what else the chat says of it.
    Participant,
    /// The whole event, which is of a type that is no message.
    Event(ChatEventType),
    /// The whole item, which could not be read.
    Unreadable,
    /// The whole event: another one with its index was projected.
    RepeatedIndex,
    /// That the event is not of the type `Message`, though it was kept as one.
    EventType,
    /// Who the message is from, where it is not the participant that first spoke for its sender.
    From,
    /// That the event has no text, where a message has an empty one.
    NoText,
    /// The free label of the message.
    MessageType,
    /// Data attached to the event.
    UserData,
    /// Further details of the event.
    EventAttributes,
    /// Fields that the document does not list.
    Extra,
    /// The interaction itself.
    Interaction,
    /// The id of the interaction; of a message, that it names another interaction.
    InteractionId,
    /// The whole message, which is on another branch.
    OtherBranch,
    /// The whole message: another one with its id was projected.
    RepeatedId,
    /// The id of the message.
    MessageId,
    /// Who sent the message, where its participant's type does not say.
    SentBy,
    /// The parent that the message names, where it is not the message before it.
    Parent,
    /// The depth that the message claims, where it is not its place in the thread.
    Depth,
    /// That the object is not called a message.
    Object,
}

/// How often something of one kind is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Lost {
    /// How many losses there are.
    pub count: u64,
    /// The first place of one.
    pub first: LossPlace,
}

/// The place of a loss. Nothing is copied for it until the caller keeps it.
#[derive(Clone, Copy)]
pub(super) enum At<'a> {
    Conversation,
    Participant(&'a SentBy),
    Event { at: usize, index: Option<i64> },
    Message { at: usize, id: &'a MessageId },
}

impl At<'_> {
    fn place(self) -> LossPlace {
        match self {
            Self::Conversation => LossPlace::Conversation,
            Self::Participant(sender) => LossPlace::Participant(sender.clone()),
            Self::Event { at, index } => LossPlace::Entry { at, key: index.map(Key::Index) },
            Self::Message { at, id } => LossPlace::Entry { at, key: Some(Key::Message(id.clone())) },
        }
    }

    fn is_before(self, place: &LossPlace) -> bool {
        match (self, place) {
            (Self::Conversation, place) => *place != LossPlace::Conversation,
            (_, LossPlace::Conversation) => false,
            (Self::Participant(sender), LossPlace::Participant(other)) => sender < other,
            (Self::Participant(_), LossPlace::Entry { .. }) => true,
            (_, LossPlace::Participant(_)) => false,
            (Self::Event { at, .. } | Self::Message { at, .. }, LossPlace::Entry { at: other, .. }) => at < *other,
        }
    }
}

/// The losses that `each` names, in their order.
pub(super) fn all<'a>(each: impl FnOnce(&mut dyn FnMut(At<'a>, LossKind))) -> Vec<Loss> {
    let mut losses = Vec::new();
    each(&mut |at, kind| losses.push(Loss { place: at.place(), kind }));
    losses.sort();
    losses
}

/// The losses that `each` names, counted by their kinds.
pub(super) fn by_kind<'a>(each: impl FnOnce(&mut dyn FnMut(At<'a>, LossKind))) -> BTreeMap<LossKind, Lost> {
    let mut kinds = BTreeMap::<LossKind, Lost>::new();
    each(&mut |at, kind| match kinds.get_mut(&kind) {
        Some(lost) => {
            lost.count += 1;
            if at.is_before(&lost.first) {
                lost.first = at.place();
            }
        }
        None => {
            kinds.insert(kind, Lost { count: 1, first: at.place() });
        }
    });
    kinds
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

impl fmt::Display for LossPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        match self {
            Self::Conversation => f.write_str("the conversation"),
            Self::Participant(sender) => write!(f, "the participant who speaks as {sender}"),
            Self::Entry { at, key: Some(key) } => write!(f, "messages[{at}] ({key})"),
            Self::Entry { at, key: None } => write!(f, "messages[{at}]"),
        }
    }
}

impl fmt::Display for LossKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        f.write_str(match self {
            Self::NoChatId => "that it came without its id",
            Self::ChatEnded => "whether it has ended",
            Self::Order => "the order of its entries",
            Self::Participant => "nickname, number and type",
            Self::Event(kind) => return write!(f, "the whole event, which is no message but a {kind}"),
            Self::Unreadable => "the whole item, which could not be read",
            Self::RepeatedIndex => "the whole event, which has the index of another",
            Self::EventType => "the type",
            Self::From => "who it is from",
            Self::NoText => "that it has no text",
            Self::MessageType => "the message type",
            Self::UserData => "the user data",
            Self::EventAttributes => "the event attributes",
            Self::Extra => "fields that the document does not list",
            Self::Interaction => "the interaction itself",
            Self::InteractionId => "the id of the interaction",
            Self::OtherBranch => "the whole message, which is on another branch",
            Self::RepeatedId => "the whole message, which has the id of another",
            Self::MessageId => "its id",
            Self::SentBy => "who sent it",
            Self::Parent => "its parent",
            Self::Depth => "its depth",
            Self::Object => "what kind of object it is",
        })
    }
}
