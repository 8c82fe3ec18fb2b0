//! What an interaction leaves behind on the way to a chat.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use conversation_wire::{Extra, Field, present};
use genesys_chat_types::{ChatEvent, ChatId, ParticipantType};
use proficient_types::{Interaction, InteractionId, Message, MessageId, MessageObject, SentBy};
use serde::{Deserialize, Serialize};

use super::{
    Loss, LossKind, RestoreError, RestoreFault, ToGenesys,
    aside::Aside,
    id::{interaction_id, message_id},
    seal::{self, Seal},
    to_genesys::{Told, is_told},
};
use crate::{
    Branch,
    model::{GenesysConversation, Key, ProficientConversation},
};

/// Everything of an interaction that a chat has no place for, and how the interaction was projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProficientResidue {
    /// How the interaction was projected.
    rules: Rules,
    /// The interaction itself, where it was given.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Interaction"))]
    interaction: Option<Box<Interaction>>,
    /// Fields of the conversation that are not known here.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
    /// The interaction that the messages are of.
    interaction_id: InteractionId,
    /// The messages of the thread, root first.
    thread: Vec<Rest>,
    /// The other messages.
    messages: Aside<Message>,
}

/// How an interaction was projected. Which thread it was is said by its messages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ProficientResidueRules"))]
#[serde(deny_unknown_fields)]
struct Rules {
    chat_id: ChatId,
    types: BTreeMap<SentBy, ParticipantType>,
    nicknames: BTreeMap<SentBy, String>,
}

/// What an event does not say of the message that it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ProficientResidueEntry"))]
#[serde(deny_unknown_fields)]
struct Rest {
    /// The index of the event.
    index: i64,
    /// Tells whether the event is still the same.
    seal: Seal,
    /// The id of the message.
    id: MessageId,
    /// Who sent it, where the type of the participant does not say.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "SentBy"))]
    sent_by: Option<SentBy>,
    /// The parent, where it is not the message before, or not absent on the first.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Parent"))]
    parent: Option<Parent>,
    /// The depth, where it is not the place in the thread.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    depth: Option<i64>,
    /// The interaction, where it is another than the thread's.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "InteractionId"))]
    interaction_id: Option<InteractionId>,
    /// What the object says that it is, where that is not a message.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "MessageObject"))]
    object: Option<MessageObject>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}

/// A `parent_id` in all of its states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ProficientResidueParent"))]
#[serde(rename_all = "snake_case")]
enum Parent {
    Absent,
    Null,
    Message(MessageId),
}

impl ProficientResidue {
    pub(super) fn new(
        rules: &ToGenesys,
        conversation: &ProficientConversation,
        interaction_id: &InteractionId,
        told: &[Told<'_>],
        chat: &GenesysConversation,
    ) -> Self {
        let mut above: Field<&MessageId> = Field::Absent;
        let mut thread = Vec::with_capacity(told.len());
        let events = chat.events.iter().filter(|event| is_told(event));
        for ((Told { message, index }, event), depth) in told.iter().zip(events).zip(0..) {
            let parent = message.parent_id.as_ref();
            thread.push(Rest {
                index: *index,
                seal: Seal::of_event(event),
                id: message.id.clone(),
                sent_by: (rules.sent_by(&event.from.type_) != message.sent_by).then(|| message.sent_by.clone()),
                parent: (parent != above).then(|| parent.into()),
                depth: (message.depth != depth).then_some(message.depth),
                interaction_id: (message.interaction_id != *interaction_id).then(|| message.interaction_id.clone()),
                object: (message.object != MessageObject::Message).then(|| message.object.clone()),
                extra: message.extra.clone(),
            });
            above = Field::Value(&message.id);
        }
        Self {
            rules: Rules {
                chat_id: rules.chat_id.clone(),
                types: rules.types.clone(),
                nicknames: rules.nicknames.clone(),
            },
            interaction: conversation.interaction.clone().map(Box::new),
            extra: conversation.extra.clone(),
            interaction_id: interaction_id.clone(),
            thread,
            messages: Aside::new(&conversation.messages, places(&conversation.messages, told)),
        }
    }

    /// How the interaction was projected; the branch is the one through the last message of the thread.
    pub fn rules(&self) -> ToGenesys {
        let mut rules = ToGenesys::new(self.rules.chat_id.clone());
        rules.types = self.rules.types.clone();
        rules.nicknames = self.rules.nicknames.clone();
        if let Some(last) = self.thread.last() {
            rules.branch = Branch::Through(last.id.clone());
        }
        rules
    }

    /// The interaction that was projected to `chat`, equal to what it was.
    ///
    /// # Errors
    ///
    /// When `chat` is not what the projection made: an event was edited or added or is missing, or the residue is
    /// another interaction's. A chat that went on is projected itself, by [`ToProficient`](super::ToProficient).
    pub fn restore(&self, chat: &GenesysConversation) -> Result<ProficientConversation, RestoreError> {
        let key = |event: &ChatEvent| event.index.map(Key::Index);
        let told = chat.events.iter().enumerate().filter(|(_, event)| is_told(event));
        let sealed = self.thread.iter().map(|rest| (rest.seal, Key::Message(rest.id.clone())));
        seal::check(told, Seal::of_event, key, sealed)?;

        let rules = self.rules();
        let mut conversation = rules.guess(chat)?;
        let mut above: Field<&MessageId> = Field::Absent;
        for (message, rest) in conversation.messages.iter_mut().zip(&self.thread) {
            message.id = rest.id.clone();
            message.parent_id = match &rest.parent {
                None => above.map(MessageId::clone),
                Some(Parent::Absent) => Field::Absent,
                Some(Parent::Null) => Field::Null,
                Some(Parent::Message(parent)) => Field::Value(parent.clone()),
            };
            above = Field::Value(&rest.id);
            message.interaction_id = rest.interaction_id.as_ref().unwrap_or(&self.interaction_id).clone();
            if let Some(sent_by) = &rest.sent_by {
                message.sent_by = sent_by.clone();
            }
            if let Some(depth) = rest.depth {
                message.depth = depth;
            }
            if let Some(object) = &rest.object {
                message.object = object.clone();
            }
            message.extra = rest.extra.clone();
        }
        let contradiction = || RestoreError::whole(RestoreFault::Residue);
        conversation.interaction = self.interaction.as_deref().cloned();
        conversation.extra = self.extra.clone();
        conversation.messages = self.messages.merge(conversation.messages).ok_or_else(contradiction)?;

        // The interaction is the one that was projected if it is projected to the same again.
        let (again, residue) = rules.project(&conversation).map_err(|_| contradiction())?;
        seal::compare(&chat.events, &again.events, key)?;
        if (&again.chat_id, again.chat_ended, &again.extra) != (&chat.chat_id, chat.chat_ended, &chat.extra) {
            return Err(RestoreError::whole(RestoreFault::Header));
        }
        if residue != *self { Err(contradiction()) } else { Ok(conversation) }
    }

    /// What is gone without the residue, by name and place.
    pub fn losses(&self) -> Vec<Loss> {
        let whole = [
            (self.interaction.is_some(), LossKind::Interaction),
            (!self.extra.is_empty(), LossKind::Extra),
            (self.interaction_id != interaction_id(&self.rules.chat_id), LossKind::InteractionId),
            (!self.messages.order.is_empty(), LossKind::Order),
        ];
        let mut losses: Vec<_> =
            whole.into_iter().filter(|(lost, _)| *lost).map(|(_, kind)| Loss::whole(kind)).collect();
        let thread: BTreeSet<_> = self.thread.iter().map(|rest| &rest.id).collect();
        for kept in &self.messages.kept {
            let id = &kept.entry.id;
            let kind = if thread.contains(id) { LossKind::RepeatedId } else { LossKind::OtherBranch };
            losses.push(Loss::entry(kept.at, Some(Key::Message(id.clone())), kind));
        }
        for (at, rest) in self.messages.places(self.thread.len()).into_iter().flatten().zip(&self.thread) {
            let kinds = [
                (rest.id != message_id(&self.rules.chat_id, rest.index), LossKind::MessageId),
                (rest.sent_by.is_some(), LossKind::SentBy),
                (rest.parent.is_some(), LossKind::Parent),
                (rest.depth.is_some(), LossKind::Depth),
                (rest.interaction_id.is_some(), LossKind::InteractionId),
                (rest.object.is_some(), LossKind::Object),
                (!rest.extra.is_empty(), LossKind::Extra),
            ];
            let lost = kinds.into_iter().filter(|(lost, _)| *lost);
            losses.extend(lost.map(|(_, kind)| Loss::entry(at, Some(Key::Message(rest.id.clone())), kind)));
        }
        losses.sort();
        losses
    }
}

impl From<Field<&MessageId>> for Parent {
    fn from(parent: Field<&MessageId>) -> Self {
        match parent {
            Field::Absent => Self::Absent,
            Field::Null => Self::Null,
            Field::Value(id) => Self::Message(id.clone()),
        }
    }
}

/// The place of each message of the thread: the first in the list that is equal to it.
fn places(messages: &[Message], told: &[Told<'_>]) -> Vec<usize> {
    let ids = told.iter().map(|told| told.message.id.as_str());
    let mut open: HashMap<_, _> = ids.zip(told.iter().zip(0usize..)).collect();
    let mut places = Vec::with_capacity(told.len());
    for (at, message) in messages.iter().enumerate() {
        if let Some((told, number)) = open.get(message.id.as_str())
            && told.message == message
        {
            places.push((*number, at));
            open.remove(message.id.as_str());
        }
    }
    places.sort_unstable();
    places.into_iter().map(|(_, at)| at).collect()
}
