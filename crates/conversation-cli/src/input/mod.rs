//! From a file to the conversation in it.
//!
//! A file is read (`source`), looked at from outside (`outline`), taken for one of the kinds that are known
//! (`recognise`), and decoded as that (`decode`). What is wrong with it is a [`Refusal`].

mod decode;
mod outline;
mod place;
mod recognise;
mod refusal;
mod source;

use std::collections::BTreeSet;

use genesys_chat_types::{ChatEvent, ChatId, ChatState, Participant};
use proficient_types::{Interaction, Message};

pub(crate) use recognise::Kind;
pub(crate) use refusal::Refusal;
pub(crate) use source::Source;

/// What was in a file.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) kind: Kind,
    pub(crate) content: Content,
    /// The fields of the answer around the messages that its type does not know. Only their names: their values are
    /// never shown, since nobody can say that they are no secrets.
    pub(crate) unknown: BTreeSet<String>,
}

/// The two forms a conversation has.
#[derive(Debug)]
pub(crate) enum Content {
    Chat(Box<Chat>),
    Tree(Box<Tree>),
}

/// Events of a Genesys chat, as they came, and what the answer said of the chat. The credentials are not among it.
#[derive(Debug, Default)]
pub(crate) struct Chat {
    pub(crate) events: Vec<ChatEvent>,
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
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) messages: Vec<Message>,
    pub(crate) interaction: Option<Interaction>,
    /// Whether other messages follow; nothing when the input cannot say it.
    pub(crate) has_more: Option<bool>,
}

impl Input {
    /// Reads `source`, recognises what is in it, and decodes it.
    pub(crate) fn read(source: &Source) -> Result<Self, Refusal> {
        let bytes = source.read()?;
        let text = source::text(&bytes)?;
        let outline = outline::outline(text);
        let kind = recognise::recognise(text, &outline)?;
        decode::decode(kind, text, &outline)
    }
}
