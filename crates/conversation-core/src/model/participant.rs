//! Who takes part in a conversation.

use conversation_wire::{Extra, non_null};
use genesys_chat_types::{ParticipantId, ParticipantType};
use proficient_types::SentBy;
use serde::{Deserialize, Serialize};

use super::foreign;
use crate::open::open_enum;

/// A person or a program that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "ConversationParticipant"))]
#[non_exhaustive]
pub struct Participant {
    /// The part that is taken. In an interaction it is all that is known of a participant.
    pub role: Role,
    /// The number that tells participants of a chat apart; absent in an interaction.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "ParticipantId"))]
    pub number: Option<ParticipantId>,
    /// The name shown in a chat; absent in an interaction.
    #[serde(default, deserialize_with = "non_null", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub nickname: Option<String>,
    /// Fields of the participant that its side's document does not list.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
    /// Fields that this version of the model does not know, kept as they came. The way back to a side refuses them.
    #[serde(flatten)]
    pub unknown: Extra,
}

open_enum! {
    /// The part that a participant takes.
    ///
    /// One that only a side knows is called by the side and its name there: `genesys:Translator`, `proficient:reviewer`.
    pub enum Role as "Role" {
        /// The person who is helped: `user` in Proficient, `Client` in Genesys.
        User = "user",
        /// Who helps: the AI agent of Proficient, a person of the contact centre (`Agent`) in Genesys.
        Agent = "agent",
        /// A supervisor of the contact centre: `Supervisor` in Genesys.
        Supervisor = "supervisor",
        /// A bot or a system: `External` in Genesys.
        System = "system",
    }
}

impl From<&SentBy> for Role {
    fn from(sender: &SentBy) -> Self {
        match sender {
            SentBy::User => Self::User,
            SentBy::Agent => Self::Agent,
            other => foreign::PROFICIENT.name(other.as_str()).into(),
        }
    }
}

impl From<&ParticipantType> for Role {
    fn from(kind: &ParticipantType) -> Self {
        match kind {
            ParticipantType::Client => Self::User,
            ParticipantType::Agent => Self::Agent,
            ParticipantType::Supervisor => Self::Supervisor,
            ParticipantType::External => Self::System,
            other => foreign::GENESYS.name(other.as_str()).into(),
        }
    }
}

impl Role {
    /// What Proficient calls the role; nothing for one that it does not have.
    pub(super) fn sent_by(&self) -> Option<SentBy> {
        match self {
            Self::User => Some(SentBy::User),
            Self::Agent => Some(SentBy::Agent),
            other => Some(foreign::PROFICIENT.own(other.as_str())?.into()),
        }
    }

    /// What Genesys calls the role; nothing for one that it does not have.
    pub(super) fn participant_type(&self) -> Option<ParticipantType> {
        Some(match self {
            Self::User => ParticipantType::Client,
            Self::Agent => ParticipantType::Agent,
            Self::Supervisor => ParticipantType::Supervisor,
            Self::System => ParticipantType::External,
            other => foreign::GENESYS.own(other.as_str())?.into(),
        })
    }
}
