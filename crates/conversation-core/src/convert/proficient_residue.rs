//! What an interaction leaves behind on the way to a chat.

use std::collections::{BTreeMap, HashSet};

use conversation_wire::{Extra, Field, non_null};
use genesys_chat_types::{ChatEvent, ChatId, ParticipantType};
use proficient_types::{Interaction, InteractionId, Message, MessageId, MessageObject, SentBy};
use serde::{Deserialize, Serialize};

use super::{
    Loss, LossKind, Lost, RestoreError, RestoreFault, ToGenesys,
    digest::{self, Digest},
    id::{interaction_id, message_id},
    loss::{self, At},
    to_genesys::{Projected, is_projected},
    unprojected::Unprojected,
};
use crate::{
    Branch,
    model::{GenesysConversation, Key, MESSAGE, ProficientConversation, UnreadableItem},
};

/// Everything of an interaction that a chat has no place for, and how the interaction was projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ProficientResidue {
    /// How the interaction was projected.
    rules: Rules,
    /// The interaction itself, where it was given.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Interaction"))]
    interaction: Option<Box<Interaction>>,
    /// Fields of the conversation that are not known here.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
    /// The interaction that the messages are of.
    interaction_id: InteractionId,
    /// The messages of the thread, root first.
    thread: Vec<MessageResidue>,
    /// The other messages.
    messages: Unprojected<Message>,
    /// The messages that could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<UnreadableItem>,
    /// Fields of a later version. They may mean anything, so nothing is restored from a residue that has some.
    #[serde(flatten)]
    unknown: Extra,
}

/// How an interaction was projected. Its messages determine which thread it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ProficientResidueRules"))]
struct Rules {
    chat_id: ChatId,
    types: BTreeMap<SentBy, ParticipantType>,
    nicknames: BTreeMap<SentBy, String>,
    #[serde(flatten)]
    unknown: Extra,
}

/// What an event does not say of the message that it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ProficientResidueEntry"))]
struct MessageResidue {
    /// The index of the event.
    index: i64,
    /// Tells whether the event is still the same.
    #[serde(alias = "seal")]
    digest: Digest,
    /// The id of the message.
    id: MessageId,
    /// Who sent it, where the type of the participant does not say.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "SentBy"))]
    sent_by: Option<SentBy>,
    /// The parent, where it is not the message before, or not absent on the first.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Parent"))]
    parent: Option<Parent>,
    /// The depth, where it is not the place in the thread.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    depth: Option<i64>,
    /// The interaction, where it is another than the thread's.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "InteractionId"))]
    interaction_id: Option<InteractionId>,
    /// What the object says that it is, where that is not a message.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "MessageObject"))]
    object: Option<MessageObject>,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
    #[serde(flatten)]
    unknown: Extra,
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
        projected: &[Projected<'_>],
        chat: &GenesysConversation,
    ) -> Self {
        let mut above: Field<&MessageId> = Field::Absent;
        let mut thread = Vec::with_capacity(projected.len());
        let events = chat.events.iter().filter(|event| is_projected(event));
        for ((Projected { message, index, .. }, event), depth) in projected.iter().zip(events).zip(0..) {
            let parent = message.parent_id.as_ref();
            thread.push(MessageResidue {
                index: *index,
                digest: Digest::of_event(event),
                id: message.id.clone(),
                sent_by: (rules.sent_by(&event.from.type_) != message.sent_by).then(|| message.sent_by.clone()),
                parent: (parent != above).then(|| parent.into()),
                depth: (message.depth != depth).then_some(message.depth),
                interaction_id: (message.interaction_id != *interaction_id).then(|| message.interaction_id.clone()),
                object: (message.object != MessageObject::Message).then(|| message.object.clone()),
                extra: message.rest(MESSAGE),
                unknown: Extra::new(),
            });
            above = Field::Value(&message.id);
        }
        Self {
            rules: Rules {
                chat_id: rules.chat_id.clone(),
                types: rules.types.clone(),
                nicknames: rules.nicknames.clone(),
                unknown: Extra::new(),
            },
            unknown: Extra::new(),
            interaction: conversation.interaction.clone().map(Box::new),
            extra: conversation.extra.clone(),
            interaction_id: interaction_id.clone(),
            thread,
            unreadable: conversation.messages.unreadable().iter().cloned().map(UnreadableItem::from).collect(),
            messages: Unprojected::new(
                &conversation.messages,
                projected.iter().map(|projected| projected.at).collect(),
            ),
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
        if self.has_unknown() {
            return Err(RestoreError::whole(RestoreFault::LaterResidue));
        }
        let key = |event: &ChatEvent| event.index.map(Key::Index);
        let projected = chat.events.iter().enumerate().filter(|(_, event)| is_projected(event));
        let expected = self.thread.iter().map(|rest| (rest.digest, Some(Key::Message(rest.id.clone()))));
        digest::check(projected, Digest::of_event, key, expected)?;

        let rules = self.rules();
        let rest = |at: usize| self.thread.get(at).map(|rest| rest.extra.clone()).unwrap_or_default();
        let mut conversation = rules.restore_with(chat, rest)?;
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
        }
        let contradiction = || RestoreError::whole(RestoreFault::Residue);
        conversation.interaction = self.interaction.as_deref().cloned();
        conversation.extra = self.extra.clone();
        conversation.messages = self.messages.merge(conversation.messages.into()).ok_or_else(contradiction)?.into();

        // The interaction is the one that was projected if it is projected to the same again.
        let (again, mut residue) = rules.project(&conversation).map_err(|_| contradiction())?;
        digest::compare(&chat.events, &again.events, key)?;
        if (&again.chat_id, again.chat_ended, &again.extra) != (&chat.chat_id, chat.chat_ended, &chat.extra) {
            return Err(RestoreError::whole(RestoreFault::Header));
        }
        residue.unreadable.clone_from(&self.unreadable);
        if residue != *self {
            return Err(contradiction());
        }
        conversation.messages = UnreadableItem::put_back(conversation.messages.into(), self.unreadable.clone());
        Ok(conversation)
    }

    fn has_unknown(&self) -> bool {
        let entries = self.thread.iter().any(|rest| !rest.unknown.is_empty());
        let unreadable = self.unreadable.iter().any(|item| !item.unknown.is_empty());
        entries
            || unreadable
            || !self.unknown.is_empty()
            || !self.rules.unknown.is_empty()
            || self.messages.has_unknown()
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
            (self.interaction.is_some(), LossKind::Interaction),
            (!self.extra.is_empty(), LossKind::Extra),
            (self.interaction_id != interaction_id(&self.rules.chat_id), LossKind::InteractionId),
            (!self.messages.order.is_empty(), LossKind::Order),
        ];
        whole.into_iter().filter(|(lost, _)| *lost).for_each(|(_, kind)| say(At::Conversation, kind));
        self.unreadable.iter().for_each(|item| say(At::Event { at: item.index, index: None }, LossKind::Unreadable));
        if !self.messages.kept.is_empty() {
            let thread: HashSet<_> = self.thread.iter().map(|rest| &rest.id).collect();
            for kept in &self.messages.kept {
                let id = &kept.entry.id;
                let kind = if thread.contains(id) { LossKind::RepeatedId } else { LossKind::OtherBranch };
                say(At::Message { at: kept.at, id }, kind);
            }
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
            let at = At::Message { at, id: &rest.id };
            kinds.into_iter().filter(|(lost, _)| *lost).for_each(|(_, kind)| say(at, kind));
        }
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
