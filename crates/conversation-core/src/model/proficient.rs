//! Proficient's side: an interaction and its messages.

use conversation_wire::{Extra, non_null};
use indexmap::IndexSet;
use proficient_types::{Interaction, Message};
use serde::{Deserialize, Serialize};

use super::{
    Conversation, Details, Entry, EntryKind, Key, MessageDetails, ModelError, ModelFault, Participant, Source,
};

/// An interaction with its messages.
///
/// As JSON it has the form of the answer to `POST /interactions`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProficientConversation {
    /// The interaction, where it is at hand. `GET /messages` does not have it.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Interaction"))]
    pub interaction: Option<Interaction>,
    /// The messages of all branches, in any order, as the pages of `GET /messages` gave them.
    pub messages: Vec<Message>,
    /// Fields that this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ProficientConversation {
    /// Messages without their interaction, which is a public field.
    pub fn new(messages: Vec<Message>) -> Self {
        Self { interaction: None, messages, extra: Extra::new() }
    }
}

impl From<ProficientConversation> for Conversation {
    fn from(side: ProficientConversation) -> Self {
        let mut participants = IndexSet::new();
        let entries = side.messages.into_iter().map(|message| entry(message, &mut participants)).collect();
        let source = Source::Proficient {
            interaction: side.interaction.map(Box::new),
            extra: side.extra,
            unknown: Extra::new(),
        };
        Self { source, participants: participants.into_iter().collect(), entries, unknown: Extra::new() }
    }
}

fn entry(message: Message, participants: &mut IndexSet<Participant>) -> Entry {
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
        extra: message.extra,
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
            messages: messages.collect::<Result<_, _>>()?,
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
    let mut message = Message::new(id, content, entry.time, details.depth, details.interaction_id, sent_by);
    message.object = details.object;
    message.parent_id = entry.parent;
    message.extra = entry.extra;
    Ok(message)
}
