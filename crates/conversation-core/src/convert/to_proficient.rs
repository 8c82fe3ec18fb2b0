//! From a chat to an interaction.

use std::collections::BTreeMap;

use conversation_wire::{DecodeError, Extra};
use genesys_chat_types::{ChatEvent, ChatEventType, ChatId, Participant, ParticipantType, Timestamp};
use proficient_types::{
    AgentId, InitialTurn, Interaction, InteractionId, InteractionObject, InteractionParts, Message, MessageObject,
    MessageParts, SentBy, UserId,
};
use serde::{Deserialize, Serialize};

use super::{
    GenesysResidue, ProjectError, RestoreError, RestoreFault,
    id::{index_of, message_id, timed_message_id},
    sender_map::SenderMap,
};
use crate::model::{GenesysConversation, Key, ProficientConversation, make};

/// How a chat becomes an interaction.
///
/// The `Message` events become a chain in the order of their index: each is below the one before it. All other events
/// stay in the residue, and so does what an event says beside its time, its text and who it is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "GenesysResidueRules"))]
#[non_exhaustive]
pub struct ToProficient {
    /// The chat. The ids of the messages are made of it: `msg_`, this id, `_`, the index.
    pub chat_id: ChatId,
    /// The id of the interaction.
    pub interaction_id: InteractionId,
    /// The agent of the interaction.
    pub agent_id: AgentId,
    /// The user of the interaction.
    pub user_id: UserId,
    /// Who the participants of each type are in the interaction: `Client` is the user, `External`, `Agent` and
    /// `Supervisor` are the agent, unless this is changed. A type that is not in here is sent by its own name.
    pub roles: BTreeMap<ParticipantType, SentBy>,
    /// Whether a `Notice` with a text becomes a message too. It may be a nickname, a pushed URL or words of the system:
    /// nothing tells which. False, unless this is changed.
    pub keep_notices: bool,
    /// Rules of a later version, read from a residue.
    #[serde(flatten)]
    pub(super) unknown: Extra,
}

/// An event that becomes a message.
pub(super) struct Chosen<'a> {
    /// Its place in the list.
    pub(super) at: usize,
    pub(super) index: Option<i64>,
    pub(super) event: &'a ChatEvent,
}

impl ToProficient {
    /// For this chat, into this interaction; roles and notices as their fields say.
    pub fn new(chat_id: ChatId, interaction_id: InteractionId, agent_id: AgentId, user_id: UserId) -> Self {
        let agents = [ParticipantType::External, ParticipantType::Agent, ParticipantType::Supervisor];
        let mut roles: BTreeMap<_, _> = agents.into_iter().map(|kind| (kind, SentBy::Agent)).collect();
        roles.insert(ParticipantType::Client, SentBy::User);
        Self { chat_id, interaction_id, agent_id, user_id, roles, keep_notices: false, unknown: Extra::new() }
    }

    /// The interaction that `chat` is, and what that leaves behind.
    ///
    /// The events may come in any order. Of several with one index the earliest is projected; those without an index are
    /// placed by their times. The interaction begins at the time of the first event, and was last changed at the time of
    /// the last message. Of a chat without events nothing is known that makes an interaction, so there is none beside the
    /// messages, of which there are none either.
    ///
    /// # Errors
    ///
    /// When the chat has another id than [`chat_id`](Self::chat_id).
    pub fn project(
        &self,
        chat: &GenesysConversation,
    ) -> Result<(ProficientConversation, GenesysResidue), ProjectError> {
        if let Some(chat) = chat.chat_id.as_ref().filter(|id| **id != self.chat_id) {
            return Err(ProjectError::OtherChat { chat: chat.clone() });
        }
        let chosen = self.chosen(&chat.events);
        let order = |event: &&ChatEvent| (event.index.is_none(), event.index, event.utc_time);
        let begin = chat.events.iter().min_by_key(order).map(|first| first.utc_time);

        let mut messages: Vec<Message> = Vec::with_capacity(chosen.len());
        let mut timed = (None, 0);
        for (depth, chosen) in (0..).zip(&chosen) {
            let mut parts = MessageParts::default();
            parts.id = Some(match chosen.index {
                Some(index) => message_id(&self.chat_id, index),
                None => {
                    let time = Some(chosen.event.utc_time);
                    timed = if timed.0 == time { (time, timed.1 + 1) } else { (time, 0) };
                    timed_message_id(&self.chat_id, chosen.event.utc_time, timed.1)
                }
            });
            parts.object = Some(MessageObject::Message);
            parts.content = Some(chosen.event.text.clone().unwrap_or_default());
            parts.created_at = Some(chosen.event.utc_time);
            parts.depth = Some(depth);
            parts.interaction_id = Some(self.interaction_id.clone());
            parts.parent_id = messages.last().map(|parent| parent.id.clone().into());
            parts.sent_by = Some(self.sent_by(&chosen.event.from.type_));
            messages.push(Message::from_parts(parts, Extra::new())?);
        }
        let interaction = begin.map(|begin| self.interaction(begin, &messages)).transpose()?;
        let residue = GenesysResidue::new(self, chat, &chosen, &messages)?;
        Ok((ProficientConversation { interaction, messages: messages.into(), extra: Extra::new() }, residue))
    }

    /// The interaction of these messages, which began at `begin`.
    fn interaction(&self, begin: Timestamp, messages: &[Message]) -> Result<Interaction, DecodeError> {
        let initial_turn = match messages.first().map(|message| &message.sent_by) {
            Some(SentBy::Agent) => InitialTurn::Agent,
            _ => InitialTurn::User,
        };
        let mut parts = InteractionParts::default();
        parts.id = Some(self.interaction_id.clone());
        parts.object = Some(InteractionObject::Interaction);
        parts.agent_id = Some(self.agent_id.clone());
        parts.archived = Some(false);
        parts.created_at = Some(begin);
        parts.initial_turn = Some(Some(initial_turn));
        parts.name = Some(Some(String::new()));
        parts.total_message_count = Some(i64::try_from(messages.len()).unwrap_or(i64::MAX));
        parts.updated_at = Some(messages.last().map_or(begin, |message| message.created_at));
        parts.user_id = Some(self.user_id.clone());
        Interaction::from_parts(parts, Extra::new())
    }

    /// The chat as far as `conversation`, which was projected by the same rules, tells it without a residue: its
    /// messages, each from a participant who is called by what the message says of its sender.
    ///
    /// # Errors
    ///
    /// When the id of a message is not made of the chat's.
    pub fn restore_lossy(&self, conversation: &ProficientConversation) -> Result<GenesysConversation, RestoreError> {
        self.restore_with(conversation, |_| Extra::new())
    }

    /// As [`restore_lossy`](Self::restore_lossy), with the rest of each event, by the place of its message.
    pub(super) fn restore_with(
        &self,
        conversation: &ProficientConversation,
        rest: impl Fn(usize) -> Extra,
    ) -> Result<GenesysConversation, RestoreError> {
        let mut senders = SenderMap::default();
        let events = conversation.messages.iter().enumerate().map(|(at, message)| {
            let foreign = || RestoreError::entry(at, Some(Key::Message(message.id.clone())), RestoreFault::Foreign);
            let index = index_of(&self.chat_id, &message.id, message.created_at).ok_or_else(foreign)?;
            let new_field = |_| RestoreError::whole(RestoreFault::Residue);
            let (from, _) = self.alias(&mut senders, &message.sent_by).map_err(new_field)?;
            let event = make::event(from.clone(), ChatEventType::Message, message.created_at, rest(at));
            let mut event = event.map_err(new_field)?;
            event.index = index;
            event.text = Some(message.content.clone());
            Ok(event)
        });
        let events = events.collect::<Result<Vec<_>, _>>()?.into();
        Ok(GenesysConversation { chat_id: Some(self.chat_id.clone()), events, chat_ended: None, extra: Extra::new() })
    }

    /// The participant that a sender stands for when nothing else is known.
    pub(super) fn alias<'a>(
        &self,
        senders: &'a mut SenderMap,
        sender: &SentBy,
    ) -> Result<(&'a Participant, bool), DecodeError> {
        senders.participant(sender, |number| {
            let kind = self.roles.iter().find(|(_, role)| *role == sender).map(|(kind, _)| kind.clone());
            let kind = kind.unwrap_or_else(|| sender.as_str().into());
            make::participant(sender.as_str(), number, kind, Extra::new())
        })
    }

    /// Whether the event becomes a message.
    pub(super) fn is_message(&self, event: &ChatEvent) -> bool {
        match event.type_ {
            ChatEventType::Message => true,
            ChatEventType::Notice => self.keep_notices && event.text.is_some(),
            _ => false,
        }
    }

    fn sent_by(&self, kind: &ParticipantType) -> SentBy {
        self.roles.get(kind).cloned().unwrap_or_else(|| kind.as_str().into())
    }

    /// The events that become messages, in the order of the chain.
    fn chosen<'a>(&self, events: &'a [ChatEvent]) -> Vec<Chosen<'a>> {
        let chosen = events.iter().enumerate().filter(|(_, event)| self.is_message(event));
        let chosen = chosen.map(|(at, event)| Chosen { at, index: event.index, event });
        let (mut chosen, mut loose): (Vec<_>, Vec<_>) = chosen.partition(|chosen| chosen.index.is_some());
        // What else they say decides between events of one index and time, so that the order given never shows.
        let by_place = |a: &Chosen<'_>, b: &Chosen<'_>| {
            let place = |chosen: &Chosen<'_>| (chosen.index, chosen.event.utc_time);
            place(a).cmp(&place(b)).then_with(|| text(a.event).cmp(&text(b.event)))
        };
        chosen.sort_by(by_place);
        chosen.dedup_by_key(|chosen| chosen.index);
        if loose.is_empty() {
            return chosen;
        }
        loose.sort_by(by_place);
        placed_by_time(chosen, loose)
    }
}

/// Puts each event without an index before those from which on no other is as early.
fn placed_by_time<'a>(indexed: Vec<Chosen<'a>>, loose: Vec<Chosen<'a>>) -> Vec<Chosen<'a>> {
    let time = |chosen: &Chosen<'_>| chosen.event.utc_time;
    let mut earliest_from: Vec<Timestamp> = indexed.iter().map(time).collect();
    for at in (1..earliest_from.len()).rev() {
        let behind = earliest_from.get(at).copied();
        if let (Some(before), Some(behind)) = (earliest_from.get_mut(at - 1), behind) {
            *before = behind.min(*before);
        }
    }
    let mut loose = loose.into_iter().peekable();
    let mut placed = Vec::new();
    for (chosen, earliest) in indexed.into_iter().zip(earliest_from) {
        while let Some(event) = loose.next_if(|event| time(event) < earliest) {
            placed.push(event);
        }
        placed.push(chosen);
    }
    placed.extend(loose);
    placed
}

fn text(event: &ChatEvent) -> String {
    serde_json::to_string(event).unwrap_or_default()
}
