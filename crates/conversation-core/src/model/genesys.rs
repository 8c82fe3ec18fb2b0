//! Genesys' side: a chat and its events.

use conversation_wire::{Extra, List, WireType, object};
use genesys_chat_types::{ChatEvent, ChatId};
use indexmap::IndexSet;

use super::{
    Conversation, Details, Entry, EventDetails, Key, ModelError, ModelFault, Participant, Source, UnreadableItem, make,
};

/// A chat with its events.
///
/// As JSON it has the members of an answer to Get Messages that are about the chat, and none of those that are about the
/// session: credentials do not belong into a conversation.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GenesysConversation {
    /// The id of the chat, if known. Get Messages has it in the path and not in the answer.
    #[cfg_attr(feature = "schemars", schemars(rename = "chatId", default, with = "Option<ChatId>"))]
    pub chat_id: Option<ChatId>,
    /// The events, in any order, as the answers gave them.
    #[cfg_attr(feature = "schemars", schemars(rename = "messages", with = "Vec<ChatEvent>"))]
    pub events: List<ChatEvent>,
    /// Whether the chat has ended, if an answer said so.
    #[cfg_attr(feature = "schemars", schemars(rename = "chatEnded", default, with = "Option<bool>"))]
    pub chat_ended: Option<bool>,
    /// Fields that this version does not know, kept as they came.
    #[cfg_attr(feature = "schemars", schemars(flatten))]
    pub extra: Extra,
}

object! {
    GenesysConversation as GenesysConversationParts {
        chat_id: Option<ChatId> = "chatId" optional,
        events: List<ChatEvent> = "messages" list,
        chat_ended: Option<bool> = "chatEnded" optional,
    }
}

impl WireType for GenesysConversation {
    const NAME: &'static str = "GenesysConversation";
    const OPERATIONS: &'static [&'static str] = &[];
    const LISTS: &'static [(&'static str, &'static str)] = &[("messages", "ChatEvent")];
}

impl GenesysConversation {
    /// Events without what an answer says beside them, for which there are public fields.
    pub fn new(events: impl Into<List<ChatEvent>>) -> Self {
        Self { chat_id: None, events: events.into(), chat_ended: None, extra: Extra::new() }
    }
}

impl From<GenesysConversation> for Conversation {
    fn from(side: GenesysConversation) -> Self {
        let mut participants = IndexSet::new();
        let (events, unreadable) = side.events.into_parts();
        let entries = events.into_iter().map(|event| entry(event, &mut participants)).collect();
        let source = Source::Genesys {
            chat_id: side.chat_id,
            chat_ended: side.chat_ended,
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

/// The fields of an event that the model has places for. All others are carried in `extra`.
pub(crate) const EVENT: &[&str] =
    &["from", "index", "type", "utcTime", "text", "messageType", "userData", "eventAttributes"];
const PARTICIPANT: &[&str] = &["nickname", "participantId", "type"];

fn entry(mut event: ChatEvent, participants: &mut IndexSet<Participant>) -> Entry {
    let extra = event.take_rest(EVENT);
    let from = event.from.take_rest(PARTICIPANT);
    let author = Participant {
        role: (&event.from.type_).into(),
        number: Some(event.from.participant_id),
        nickname: Some(event.from.nickname),
        extra: from,
        unknown: Extra::new(),
    };
    let details = EventDetails {
        message_type: event.message_type,
        user_data: event.user_data,
        event_attributes: event.event_attributes,
        unknown: Extra::new(),
    };
    Entry {
        key: event.index.map(Key::Index),
        time: event.utc_time,
        author: participants.insert_full(author).0,
        parent: Default::default(),
        kind: (&event.type_).into(),
        text: event.text,
        details: Details::Event(details),
        extra,
        unknown: Extra::new(),
    }
}

impl TryFrom<Conversation> for GenesysConversation {
    type Error = ModelError;

    /// The chat that `conversation` was.
    ///
    /// # Errors
    ///
    /// When the conversation came from the other side, or an entry was changed to something that is no event.
    fn try_from(conversation: Conversation) -> Result<Self, ModelError> {
        let Source::Genesys { chat_id, chat_ended, extra, unknown } = conversation.source else {
            return Err(ModelError::whole(ModelFault::OtherSide));
        };
        if !conversation.unknown.is_empty() || !unknown.is_empty() {
            return Err(ModelError::whole(ModelFault::Unknown));
        }
        let participants = conversation.participants;
        let events = conversation
            .entries
            .into_iter()
            .enumerate()
            .map(|(place, entry)| event(entry, &participants).map_err(|fault| ModelError::entry(place, fault)));
        let events = events.collect::<Result<Vec<_>, _>>()?;
        Ok(Self { chat_id, events: UnreadableItem::put_back(events, conversation.unreadable), chat_ended, extra })
    }
}

fn event(entry: Entry, participants: &[Participant]) -> Result<ChatEvent, ModelFault> {
    let author = participants.get(entry.author).ok_or(ModelFault::NoAuthor)?;
    let (Some(number), Some(nickname)) = (author.number, &author.nickname) else { return Err(ModelFault::Author) };
    if !author.unknown.is_empty() || !entry.unknown.is_empty() {
        return Err(ModelFault::Unknown);
    }
    let role = author.role.participant_type().ok_or(ModelFault::Author)?;
    let from = make::participant(nickname, number, role, author.extra.clone()).map_err(|_| ModelFault::Extra)?;
    let kind = entry.kind.event_type().ok_or(ModelFault::Kind)?;
    let mut event = make::event(from, kind, entry.time, entry.extra).map_err(|_| ModelFault::Extra)?;
    event.index = match entry.key {
        Some(Key::Index(index)) => Some(index),
        None => None,
        Some(Key::Message(_)) => return Err(ModelFault::Key),
    };
    if !entry.parent.is_absent() {
        return Err(ModelFault::Parent);
    }
    let Details::Event(details) = entry.details else { return Err(ModelFault::Details) };
    if !details.unknown.is_empty() {
        return Err(ModelFault::Unknown);
    }
    event.text = entry.text;
    event.message_type = details.message_type;
    event.user_data = details.user_data;
    event.event_attributes = details.event_attributes;
    Ok(event)
}
