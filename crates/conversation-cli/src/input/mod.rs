//! From a file to the conversations in it.
//!
//! An input is cut into its values (`frames`). Each is looked at from outside (`outline`), taken for one of the kinds
//! that are known (`recognise`), and decoded as that (`decode`), without what is around its messages (`shell`).
//! `conversations` puts messages and events that came one by one together, and `ahead` does all of this while others
//! work on what was read before. What is wrong is a [`Refusal`].

mod ahead;
mod conversations;
mod decode;
mod frames;
mod group;
mod outline;
mod place;
mod recognise;
mod refusal;
mod shell;
mod source;

use std::collections::BTreeSet;

use conversation_core::model::{Conversation, GenesysConversation, ProficientConversation};
use conversation_wire::{Extra, List, Unreadable, WireType};
use genesys_chat_types::{ChatEvent, ChatId, ChatState, Participant};
use proficient_types::{Interaction, Message, MessageId};

pub(crate) use ahead::ReadAhead;
pub(crate) use conversations::{Conversations, Fault};
pub(crate) use frames::{Frame, Frames};
pub(crate) use place::Place;
pub(crate) use recognise::{Kind, Layout};
pub(crate) use refusal::Refusal;
pub(crate) use shell::Shell;
pub(crate) use source::Source;

/// A conversation as it was given.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) kind: Kind,
    pub(crate) content: Content,
    /// What is around the messages or events, where there is anything.
    pub(crate) shell: Option<Shell>,
    /// The lines among its messages or events that are JSON and could not be read, each with its index. They were reported.
    pub(crate) unread_lines: Vec<(usize, String)>,
    /// Where it begins.
    pub(crate) begin: Place,
}

/// The two forms a conversation has.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Chat(GenesysConversation),
    Tree(ProficientConversation),
}

impl Content {
    /// How many items could be read.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Chat(chat) => chat.events.len(),
            Self::Tree(tree) => tree.messages.len(),
        }
    }

    /// Whether it has no items that could be read.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Chat(chat) => chat.events.is_empty(),
            Self::Tree(tree) => tree.messages.is_empty(),
        }
    }

    /// The items that could not be read.
    pub(crate) fn unreadable(&self) -> &[Unreadable] {
        match self {
            Self::Chat(chat) => chat.events.unreadable(),
            Self::Tree(tree) => tree.messages.unreadable(),
        }
    }

    /// The neutral model of it.
    pub(crate) fn into_model(self) -> Conversation {
        match self {
            Self::Chat(chat) => chat.into(),
            Self::Tree(tree) => tree.into(),
        }
    }
}

/// Events of a Genesys chat, as they came, and what the answer said of the chat. The credentials are not among it.
#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) events: List<ChatEvent>,
    pub(crate) id: Option<ChatId>,
    /// Whether the chat has ended; nothing when the input cannot say it.
    pub(crate) ended: Option<bool>,
    pub(crate) state: Option<ChatState>,
    /// Who is in the chat now, where the answer says it.
    pub(crate) participants: Vec<Participant>,
    /// Whether the answer holds credentials.
    pub(crate) credentials: bool,
}

/// Messages of a Proficient interaction, as they came.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) messages: List<Message>,
    pub(crate) interaction: Option<Interaction>,
    /// Whether other messages follow; nothing when the input cannot say it.
    pub(crate) has_more: Option<bool>,
    /// The last of the messages as they came, behind which the others follow.
    pub(crate) last: Option<MessageId>,
}

impl Given {
    /// The fields of the answer around the messages that its type does not know. Only their names: their values are
    /// never shown, since they may be secrets.
    pub(crate) fn unknown(&self) -> BTreeSet<String> {
        let extra = self.shell.as_ref().and_then(Shell::extra);
        extra.into_iter().flat_map(Extra::iter).map(|(name, _)| name.clone()).collect()
    }

    /// The chat or the tree that it is.
    pub(crate) fn open(self) -> Opened {
        let shell = self.shell.as_ref();
        match self.content {
            Content::Chat(chat) => {
                let (state, participants) = shell.map(Shell::state).unwrap_or_default();
                let events = with_lines(chat.events, self.unread_lines);
                // What could not be read may have said so.
                let is_end_unreadable = events.unreadable().last().is_some_and(|last| last.index() + 1 == all(&events));
                let says_so = self.kind == Kind::GetMessages && shell.is_some() && !is_end_unreadable;
                Opened::Chat(Chat {
                    id: chat.chat_id,
                    // Absent, it has not: the answer would say so.
                    ended: chat.chat_ended.or(says_so.then_some(false)),
                    events,
                    state: state.cloned(),
                    participants: participants.to_vec(),
                    credentials: shell.is_some_and(Shell::has_credentials),
                })
            }
            Content::Tree(tree) => Opened::Tree(Tree {
                last: tree.messages.last().map(|message| message.id.clone()),
                messages: with_lines(tree.messages, self.unread_lines),
                interaction: tree.interaction,
                has_more: shell.and_then(Shell::has_more),
            }),
        }
    }
}

/// How many items a list has, readable or not.
fn all<T>(list: &List<T>) -> usize {
    list.len() + list.unreadable().len()
}

/// A list with the lines that could not be read.
fn with_lines<T: WireType>(list: List<T>, lines: Vec<(usize, String)>) -> List<T> {
    if lines.is_empty() { list } else { List::from_texts(list.into(), lines) }
}

/// A conversation, taken out of what was around it.
#[derive(Debug)]
pub(crate) enum Opened {
    Chat(Chat),
    Tree(Tree),
}
