//! From an interaction to a chat.

use std::collections::{BTreeMap, HashMap};

use conversation_wire::Extra;
use genesys_chat_types::{ChatEvent, ChatEventType, ChatId, ParticipantType};
use proficient_types::{InteractionId, Message, MessageObject, MessageParts, SentBy};

use super::{
    ProficientResidue, ProjectError, RestoreError, RestoreFault,
    id::{interaction_id, interaction_of, message_id},
    sender_map::SenderMap,
};
use crate::{
    Branch, Forest,
    model::{GenesysConversation, Key, ProficientConversation, make},
};

/// How an interaction becomes a chat.
///
/// One thread becomes the events from index 1 on. Everybody joins right before their first message, and is numbered in
/// that order, so a thread that went on begins with the same events. The other branches stay in the residue, and so does
/// what a message says beside its time, its text and its sender.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ToGenesys {
    /// The id of the chat.
    pub chat_id: ChatId,
    /// Which thread: the one with the newest leaf, unless this is changed.
    pub branch: Branch,
    /// What type of participant each sender is: the user is `Client`, the agent `External`, which bots are, unless this
    /// is changed. A sender that is not in here is of the type with its own name.
    pub types: BTreeMap<SentBy, ParticipantType>,
    /// The nickname for each sender. Empty by default. A sender that is not listed is called by the
    /// sender's own name: `user`, `agent`.
    pub nicknames: BTreeMap<SentBy, String>,
}

/// A message that becomes an event.
pub(super) struct Projected<'a> {
    /// Its place in the list.
    pub(super) at: usize,
    pub(super) message: &'a Message,
    /// The event's index.
    pub(super) index: i64,
}

impl ToGenesys {
    /// Into the chat with this id; thread, types and nicknames as their fields say.
    pub fn new(chat_id: ChatId) -> Self {
        let types = [(SentBy::User, ParticipantType::Client), (SentBy::Agent, ParticipantType::External)];
        Self { chat_id, branch: Branch::Latest, types: types.into(), nicknames: BTreeMap::new() }
    }

    /// The chat that one thread of `conversation` is, and what that leaves behind. Without a message it has no events.
    ///
    /// ```
    /// use conversation_core::{
    ///     Branch,
    ///     convert::ToGenesys,
    ///     model::ProficientConversation,
    /// };
    /// use genesys_chat_types::{ChatEventType, ChatId, ParticipantType};
    /// use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};
    ///
    /// let question = Message::new(
    ///     MessageId::new("msg_1"),
    ///     "I need help with account",
    ///     Timestamp::from_millis(1_686_000_000_000),
    ///     0,
    ///     InteractionId::new("int_1"),
    ///     SentBy::User,
    /// );
    /// let conversation = ProficientConversation::new(vec![question]);
    ///
    /// let mut across = ToGenesys::new(ChatId::new("00048aDPKC9H0018"));
    /// across.nicknames.insert(SentBy::User, "Ada".into());
    /// across.branch = Branch::Through(MessageId::new("msg_1"));
    /// let (chat, residue) = across.project(&conversation)?;
    ///
    /// let happened: Vec<_> = chat.events.iter().map(|event| (event.index, &event.type_)).collect();
    /// assert_eq!(happened, [(Some(1), &ChatEventType::ParticipantJoined), (Some(2), &ChatEventType::Message)]);
    /// assert_eq!(chat.events[1].from.nickname, "Ada");
    /// assert_eq!(chat.events[1].from.type_, ParticipantType::Client);
    /// assert_eq!(residue.restore(&chat)?, conversation);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the thread should go through a message that is not there.
    pub fn project(
        &self,
        conversation: &ProficientConversation,
    ) -> Result<(GenesysConversation, ProficientResidue), ProjectError> {
        let messages = &conversation.messages;
        let thread = thread(messages, &self.branch);
        if let (Branch::Through(message), []) = (&self.branch, &*thread) {
            return Err(ProjectError::NoSuchMessage { message: message.clone() });
        }
        let of_chat = interaction_id(&self.chat_id);
        let interaction = interaction_of(conversation).unwrap_or(&of_chat);

        let mut senders = SenderMap::default();
        let mut events = Vec::new();
        let mut projected = Vec::new();
        let mut index = 0;
        for (at, message) in thread {
            let (from, joins) = senders.participant(&message.sent_by, |number| {
                let sender = &message.sent_by;
                let nickname = self.nicknames.get(sender).map_or(sender.as_str(), String::as_str);
                let kind = self.types.get(sender).cloned();
                make::participant(nickname, number, kind.unwrap_or_else(|| sender.as_str().into()), Extra::new())
            })?;
            let mut happens = |kind, text: Option<&str>| {
                index += 1;
                let mut event = make::event(from.clone(), kind, message.created_at, Extra::new())?;
                event.index = Some(index);
                event.text = text.map(str::to_owned);
                events.push(event);
                Ok::<_, ProjectError>(())
            };
            if joins {
                happens(ChatEventType::ParticipantJoined, None)?;
            }
            happens(ChatEventType::Message, Some(&message.content))?;
            projected.push(Projected { at, message, index });
        }
        let chat = GenesysConversation {
            chat_id: Some(self.chat_id.clone()),
            events: events.into(),
            chat_ended: None,
            extra: Extra::new(),
        };
        let residue = ProficientResidue::new(self, conversation, interaction, &projected, &chat);
        Ok((chat, residue))
    }

    /// The interaction's thread as far as `chat`, which was projected by the same rules, tells it without a residue: a
    /// chain of messages, whose ids are [made of](super::message_id) the chat's.
    ///
    /// # Errors
    ///
    /// When an event is neither a message with index and text nor the joining of a participant.
    pub fn restore_lossy(&self, chat: &GenesysConversation) -> Result<ProficientConversation, RestoreError> {
        self.restore_with(chat, |_| Extra::new())
    }

    /// As [`restore_lossy`](Self::restore_lossy), with the rest of each message, by its place in the thread.
    pub(super) fn restore_with(
        &self,
        chat: &GenesysConversation,
        rest: impl Fn(usize) -> Extra,
    ) -> Result<ProficientConversation, RestoreError> {
        let interaction = interaction_id(&self.chat_id);
        let mut messages: Vec<Message> = Vec::new();
        let projected = chat.events.iter().enumerate().filter(|(_, event)| is_projected(event));
        for ((at, event), depth) in projected.zip(0..) {
            let (ChatEventType::Message, Some(index), Some(text)) = (&event.type_, event.index, &event.text) else {
                return Err(RestoreError::entry(at, event.index.map(Key::Index), RestoreFault::Foreign));
            };
            let mut parts = MessageParts::default();
            parts.id = Some(message_id(&self.chat_id, index));
            parts.object = Some(MessageObject::Message);
            parts.content = Some(text.clone());
            parts.created_at = Some(event.utc_time);
            parts.depth = Some(depth);
            parts.interaction_id = Some(interaction.clone());
            parts.parent_id = messages.last().map(|parent| parent.id.clone().into());
            parts.sent_by = Some(self.sent_by(&event.from.type_));
            let message = Message::from_parts(parts, rest(messages.len()));
            messages.push(message.map_err(|_| RestoreError::whole(RestoreFault::Residue))?);
        }
        Ok(ProficientConversation { interaction: None, messages: messages.into(), extra: Extra::new() })
    }

    /// The sender whom a participant of this type stands for when nothing else is known.
    pub(super) fn sent_by(&self, kind: &ParticipantType) -> SentBy {
        let sender = self.types.iter().find(|(_, known)| *known == kind);
        sender.map_or_else(|| kind.as_str().into(), |(sender, _)| sender.clone())
    }
}

/// The messages of a thread, root first, each with its place in the list; of several that are equal, the first.
fn thread<'a>(messages: &'a [Message], branch: &Branch) -> Vec<(usize, &'a Message)> {
    let mut places: HashMap<_, _> = messages.iter().map(|message| message.id.as_str()).zip(0usize..).collect();
    if places.len() == messages.len() {
        // As a rule no id comes twice. Then the tree is made of ids, parents and times, and nothing else is copied.
        let (forest, _) = Forest::build(messages.iter().map(|message| {
            let interaction = InteractionId::new("");
            let mut parts = MessageParts::default();
            parts.id = Some(message.id.clone());
            parts.object = Some(MessageObject::Message);
            parts.content = Some(String::new());
            parts.created_at = Some(message.created_at);
            parts.depth = Some(0);
            parts.interaction_id = Some(interaction);
            parts.parent_id = Some(message.parent_id.clone());
            parts.sent_by = Some(SentBy::User);
            // A later version of the type may require what only the whole message has.
            Message::from_parts(parts, Extra::new()).unwrap_or_else(|_| message.clone())
        }));
        let thread = forest.thread(branch).into_iter().filter_map(|node| node.message());
        let place = |message: &Message| places.get(message.id.as_str()).copied();
        return thread.filter_map(|bare| place(bare).and_then(|at| Some((at, messages.get(at)?)))).collect();
    }
    let (forest, _) = Forest::build(messages.iter().cloned());
    let thread = forest.thread(branch).into_iter().filter_map(|node| node.message());
    let thread: Vec<_> = thread.collect();
    places.clear();
    let mut open: HashMap<_, _> = thread.iter().map(|message| message.id.as_str()).zip(&thread).collect();
    for (at, message) in messages.iter().enumerate() {
        if open.get(message.id.as_str()).is_some_and(|projected| **projected == message) {
            open.remove(message.id.as_str());
            places.insert(message.id.as_str(), at);
        }
    }
    let place = |message: &&Message| places.get(message.id.as_str()).copied();
    thread.iter().filter_map(|projected| place(projected).and_then(|at| Some((at, messages.get(at)?)))).collect()
}

/// Whether the event is told by a message: all are, but joining, which projecting brings along.
pub(super) fn is_projected(event: &ChatEvent) -> bool {
    event.type_ != ChatEventType::ParticipantJoined
}
