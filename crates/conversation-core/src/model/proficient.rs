//! Proficient's side: an interaction and its messages.

use conversation_wire::{Extra, List, WireType, object};
use indexmap::IndexSet;
use proficient_types::{Interaction, Message, MessageParts};

use super::{
    Conversation, Details, Entry, EntryKind, Key, MessageDetails, ModelError, ModelFault, Participant, Source,
    UnreadableItem,
};

/// An interaction with its messages.
///
/// As JSON it has the form of the answer to `POST /interactions`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProficientConversation {
    /// The interaction, if known. `GET /messages` does not have it.
    #[cfg_attr(feature = "schemars", schemars(default, with = "Option<Interaction>"))]
    pub interaction: Option<Interaction>,
    /// The messages of all branches, in any order, as the pages of `GET /messages` gave them.
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Message>"))]
    pub messages: List<Message>,
    /// Fields that this version does not know, kept as they came.
    #[cfg_attr(feature = "schemars", schemars(flatten))]
    pub extra: Extra,
}

object! {
    ProficientConversation as ProficientConversationParts {
        interaction: Option<Interaction> = "interaction" optional,
        messages: List<Message> = "messages" list,
    }
}

impl WireType for ProficientConversation {
    const NAME: &'static str = "ProficientConversation";
    const OPERATIONS: &'static [&'static str] = &[];
    const LISTS: &'static [(&'static str, &'static str)] = &[("messages", "Message")];
}

impl ProficientConversation {
    /// Messages without their interaction, which is a public field.
    pub fn new(messages: impl Into<List<Message>>) -> Self {
        Self { interaction: None, messages: messages.into(), extra: Extra::new() }
    }
}

impl From<ProficientConversation> for Conversation {
    fn from(side: ProficientConversation) -> Self {
        let mut participants = IndexSet::new();
        let (messages, unreadable) = side.messages.into_parts();
        let entries = messages.into_iter().map(|message| entry(message, &mut participants)).collect();
        let source = Source::Proficient {
            interaction: side.interaction.map(Box::new),
            extra: side.extra,
            unknown: Extra::new(),
        };
        Self {
            source,
            participants: participants.into_iter().collect(),
            entries,
            unreadable: unreadable.into_iter().map(UnreadableItem::from).collect(),
            unknown: Extra::new(),
        }
    }
}

/// The fields of a message that the model has places for. All others are carried in `extra`.
pub(crate) const MESSAGE: &[&str] =
    &["id", "object", "content", "created_at", "depth", "interaction_id", "parent_id", "sent_by"];

fn entry(mut message: Message, participants: &mut IndexSet<Participant>) -> Entry {
    let extra = message.take_rest(MESSAGE);
    let author = Participant {
        role: (&message.sent_by).into(),
        number: None,
        nickname: None,
        extra: Extra::new(),
        unknown: Extra::new(),
    };
    let details = MessageDetails {
        interaction_id: message.interaction_id,
        depth: message.depth,
        object: message.object,
        unknown: Extra::new(),
    };
    Entry {
        key: Some(Key::Message(message.id)),
        time: message.created_at,
        author: participants.insert_full(author).0,
        parent: message.parent_id,
        kind: EntryKind::Message,
        text: Some(message.content),
        details: Details::Message(details),
        extra,
        unknown: Extra::new(),
    }
}

impl TryFrom<Conversation> for ProficientConversation {
    type Error = ModelError;

    /// The interaction that `conversation` was.
    ///
    /// # Errors
    ///
    /// When the conversation came from the other side, or an entry was changed to something that is no message.
    fn try_from(conversation: Conversation) -> Result<Self, ModelError> {
        let Source::Proficient { interaction, extra, unknown } = conversation.source else {
            return Err(ModelError::whole(ModelFault::OtherSide));
        };
        if !conversation.unknown.is_empty() || !unknown.is_empty() {
            return Err(ModelError::whole(ModelFault::Unknown));
        }
        let participants = conversation.participants;
        let messages = conversation
            .entries
            .into_iter()
            .enumerate()
            .map(|(place, entry)| message(entry, &participants).map_err(|fault| ModelError::entry(place, fault)));
        Ok(Self {
            interaction: interaction.map(|interaction| *interaction),
            messages: UnreadableItem::put_back(messages.collect::<Result<_, _>>()?, conversation.unreadable),
            extra,
        })
    }
}

fn message(entry: Entry, participants: &[Participant]) -> Result<Message, ModelFault> {
    let author = participants.get(entry.author).ok_or(ModelFault::NoAuthor)?;
    if author.number.is_some() || author.nickname.is_some() || !author.extra.is_empty() {
        return Err(ModelFault::Author);
    }
    if !author.unknown.is_empty() || !entry.unknown.is_empty() {
        return Err(ModelFault::Unknown);
    }
    let sent_by = author.role.sent_by().ok_or(ModelFault::Author)?;
    let Some(Key::Message(id)) = entry.key else { return Err(ModelFault::Key) };
    if entry.kind != EntryKind::Message {
        return Err(ModelFault::Kind);
    }
    let content = entry.text.ok_or(ModelFault::NoText)?;
    let Details::Message(details) = entry.details else { return Err(ModelFault::Details) };
    if !details.unknown.is_empty() {
        return Err(ModelFault::Unknown);
    }
    let mut parts = MessageParts::default();
    parts.id = Some(id);
    parts.object = Some(details.object);
    parts.content = Some(content);
    parts.created_at = Some(entry.time);
    parts.depth = Some(details.depth);
    parts.interaction_id = Some(details.interaction_id);
    parts.parent_id = Some(entry.parent);
    parts.sent_by = Some(sent_by);
    Message::from_parts(parts, entry.extra).map_err(|_| ModelFault::Extra)
}
