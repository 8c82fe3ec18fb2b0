//! What a chat leaves behind on the way to an interaction.

use std::collections::BTreeMap;

use conversation_wire::{DecodeError, Extra, non_null};
use genesys_chat_types::{ChatEvent, ChatEventType, EventAttributes, Participant, UserData};
use proficient_types::{Interaction, Message, SentBy};
use serde::{Deserialize, Serialize};

use super::{
    Loss, LossKind, Lost, RestoreError, RestoreFault, ToProficient,
    digest::{self, Digest},
    loss::{self, At},
    sender_map::SenderMap,
    to_proficient::Chosen,
    unprojected::Unprojected,
};
use crate::model::{EVENT, GenesysConversation, Key, ProficientConversation, UnreadableItem};

/// Everything of a chat that an interaction has no place for, and how the chat was projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct GenesysResidue {
    /// How the chat was projected.
    rules: ToProficient,
    /// Whether the chat came without its id.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    no_chat_id: bool,
    /// Whether the chat has ended, where that was said.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "bool"))]
    chat_ended: Option<bool>,
    /// Fields of the chat that are not known here.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
    /// The participant that first spoke for a sender, where that is not the one that anybody would guess.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    participants: BTreeMap<SentBy, Participant>,
    /// The events that became messages, in their order.
    messages: Vec<EventResidue>,
    /// The other events.
    events: Unprojected<ChatEvent>,
    /// The events that could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<UnreadableItem>,
    /// Fields of a later version. They may mean anything, so nothing is restored from a residue that has some.
    #[serde(flatten)]
    unknown: Extra,
}

/// What a message does not say of the event that it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "GenesysResidueEntry"))]
struct EventResidue {
    /// The index, which is in the message's id as well; nothing where the event had none.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    index: Option<i64>,
    /// Tells whether the message is still the same.
    #[serde(alias = "seal")]
    digest: Digest,
    /// The type, where it is not `Message`.
    #[serde(rename = "type", default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "ChatEventType"))]
    type_: Option<ChatEventType>,
    /// Who it is from, where it is not the participant that first spoke for the sender.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Participant"))]
    from: Option<Participant>,
    /// Whether the event has no text; the message has an empty one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    no_text: bool,
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    message_type: Option<String>,
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "UserData"))]
    user_data: Option<UserData>,
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "EventAttributes"))]
    event_attributes: Option<EventAttributes>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
    #[serde(flatten)]
    unknown: Extra,
}

impl GenesysResidue {
    pub(super) fn new(
        rules: &ToProficient,
        chat: &GenesysConversation,
        chosen: &[Chosen<'_>],
        messages: &[Message],
    ) -> Result<Self, DecodeError> {
        let mut senders = SenderMap::default();
        let mut speakers: BTreeMap<&SentBy, &Participant> = BTreeMap::new();
        let mut participants = BTreeMap::new();
        let mut entries = Vec::with_capacity(messages.len());
        for (Chosen { index, event, .. }, message) in chosen.iter().zip(messages) {
            let speaker = speakers.entry(&message.sent_by).or_insert(&event.from);
            let (alias, first) = rules.alias(&mut senders, &message.sent_by)?;
            if first && alias != *speaker {
                participants.insert(message.sent_by.clone(), event.from.clone());
            }
            entries.push(EventResidue {
                index: *index,
                digest: Digest::of_message(message),
                type_: (event.type_ != ChatEventType::Message).then(|| event.type_.clone()),
                from: (event.from != **speaker).then(|| event.from.clone()),
                no_text: event.text.is_none(),
                message_type: event.message_type.clone(),
                user_data: event.user_data.clone(),
                event_attributes: event.event_attributes.clone(),
                extra: event.rest(EVENT),
                unknown: Extra::new(),
            });
        }
        Ok(Self {
            rules: rules.clone(),
            unknown: Extra::new(),
            no_chat_id: chat.chat_id.is_none(),
            chat_ended: chat.chat_ended,
            extra: chat.extra.clone(),
            participants,
            messages: entries,
            unreadable: chat.events.unreadable().iter().cloned().map(UnreadableItem::from).collect(),
            events: Unprojected::new(&chat.events, chosen.iter().map(|chosen| chosen.at).collect()),
        })
    }

    /// How the chat was projected.
    pub fn rules(&self) -> &ToProficient {
        &self.rules
    }

    /// The chat that was projected to `conversation`, equal to what it was.
    ///
    /// # Errors
    ///
    /// When `conversation` is not what the projection made: a message was edited or added or is missing, the interaction
    /// was changed, or the residue is another chat's. A conversation that went on is projected anew, from the chat that
    /// went on.
    pub fn restore(&self, conversation: &ProficientConversation) -> Result<GenesysConversation, RestoreError> {
        if self.has_unknown() {
            return Err(RestoreError::whole(RestoreFault::LaterResidue));
        }
        let key = |message: &Message| Some(Key::Message(message.id.clone()));
        let expected = self.messages.iter().map(|rest| (rest.digest, rest.index.map(Key::Index)));
        digest::check(conversation.messages.iter().enumerate(), Digest::of_message, key, expected)?;

        let rest = |at: usize| self.messages.get(at).map(|rest| rest.extra.clone()).unwrap_or_default();
        let mut chat = self.rules.restore_with(conversation, rest)?;
        for ((event, message), rest) in chat.events.iter_mut().zip(&conversation.messages).zip(&self.messages) {
            if let Some(from) = rest.from.as_ref().or_else(|| self.participants.get(&message.sent_by)) {
                event.from = from.clone();
            }
            if let Some(type_) = &rest.type_ {
                event.type_ = type_.clone();
            }
            if rest.no_text {
                event.text = None;
            }
            event.message_type = rest.message_type.clone();
            event.user_data = rest.user_data.clone();
            event.event_attributes = rest.event_attributes.clone();
        }
        if self.no_chat_id {
            chat.chat_id = None;
        }
        chat.chat_ended = self.chat_ended;
        chat.extra = self.extra.clone();
        let contradiction = || RestoreError::whole(RestoreFault::Residue);
        chat.events = self.events.merge(chat.events.into()).ok_or_else(contradiction)?.into();

        // The chat is the one that was projected if it is projected to the same again.
        let (again, mut residue) = self.rules.project(&chat).map_err(|_| contradiction())?;
        digest::compare(&conversation.messages, &again.messages, key)?;
        // Earlier versions wrote null for the name.
        let name = |interaction: &Interaction| interaction.name.is_none();
        let mut again = again;
        if let (Some(again), true) = (&mut again.interaction, conversation.interaction.as_ref().is_some_and(name)) {
            again.name = None;
        }
        if (&again.interaction, &again.extra) != (&conversation.interaction, &conversation.extra) {
            return Err(RestoreError::whole(RestoreFault::Header));
        }
        residue.unreadable.clone_from(&self.unreadable);
        if residue != *self {
            return Err(contradiction());
        }
        chat.events = UnreadableItem::put_back(chat.events.into(), self.unreadable.clone());
        Ok(chat)
    }

    fn has_unknown(&self) -> bool {
        let entries = self.messages.iter().any(|rest| !rest.unknown.is_empty());
        let unreadable = self.unreadable.iter().any(|item| !item.unknown.is_empty());
        entries || unreadable || !self.unknown.is_empty() || !self.rules.unknown.is_empty() || self.events.has_unknown()
    }

    /// What is gone without the residue, by name and place.
    pub fn losses(&self) -> Vec<Loss> {
        loss::all(|say| self.each_loss(say))
    }

    /// What is gone without the residue, how often and where first. Costs less than to name every place.
    pub fn losses_by_kind(&self) -> BTreeMap<LossKind, Lost> {
        loss::by_kind(|say| self.each_loss(say))
    }

    fn each_loss<'a>(&'a self, say: &mut dyn FnMut(At<'a>, LossKind)) {
        let whole = [
            (self.no_chat_id, LossKind::NoChatId),
            (self.chat_ended.is_some(), LossKind::ChatEnded),
            (!self.extra.is_empty(), LossKind::Extra),
            (!self.events.order.is_empty(), LossKind::Order),
        ];
        whole.into_iter().filter(|(lost, _)| *lost).for_each(|(_, kind)| say(At::Conversation, kind));
        self.participants.keys().for_each(|sender| say(At::Participant(sender), LossKind::Participant));
        self.unreadable.iter().for_each(|item| say(At::Event { at: item.index, index: None }, LossKind::Unreadable));
        for kept in &self.events.kept {
            let event = &kept.entry;
            let kind = match self.rules.is_message(event) {
                true => LossKind::RepeatedIndex,
                false => LossKind::Event(event.type_.clone()),
            };
            say(At::Event { at: kept.at, index: event.index }, kind);
        }
        for (at, rest) in self.events.places(self.messages.len()).into_iter().flatten().zip(&self.messages) {
            let kinds = [
                (rest.type_.is_some(), LossKind::EventType),
                (rest.from.is_some(), LossKind::From),
                (rest.no_text, LossKind::NoText),
                (rest.message_type.is_some(), LossKind::MessageType),
                (rest.user_data.is_some(), LossKind::UserData),
                (rest.event_attributes.is_some(), LossKind::EventAttributes),
                (!rest.extra.is_empty(), LossKind::Extra),
            ];
            let at = At::Event { at, index: rest.index };
            kinds.into_iter().filter(|(lost, _)| *lost).for_each(|(_, kind)| say(at, kind));
        }
    }
}
