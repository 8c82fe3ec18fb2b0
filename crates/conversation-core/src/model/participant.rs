//! Who takes part in a conversation.

use conversation_wire::Extra;
use genesys_chat_types::{ParticipantId, ParticipantType};
use proficient_types::SentBy;
use serde::{Deserialize, Serialize};

/// Somebody or something that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Participant {
    /// The part that is taken. In an interaction it is all that is known of a participant.
    pub role: Role,
    /// The number that tells participants of a chat apart; absent in an interaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<ParticipantId>,
    /// The name shown in a chat; absent in an interaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Fields of the participant that its side's document does not list.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

/// The part that a participant takes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// The person who is helped: `user` in Proficient, `Client` in Genesys.
    User,
    /// Who helps: the AI agent of Proficient, a person of the contact centre (`Agent`) in Genesys.
    Agent,
    /// A supervisor of the contact centre: `Supervisor` in Genesys.
    Supervisor,
    /// A bot or a system: `External` in Genesys.
    System,
    /// Any other, by the name that the side has for it.
    Other(String),
}

impl From<&SentBy> for Role {
    fn from(sender: &SentBy) -> Self {
        match sender {
            SentBy::User => Self::User,
            SentBy::Agent => Self::Agent,
            other => Self::Other(other.to_string()),
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
            other => Self::Other(other.to_string()),
        }
    }
}

impl Role {
    /// What Proficient calls the role; nothing for one that only Genesys has.
    pub(super) fn sent_by(&self) -> Option<SentBy> {
        match self {
            Self::User => Some(SentBy::User),
            Self::Agent => Some(SentBy::Agent),
            Self::Supervisor | Self::System => None,
            Self::Other(name) => Some(name.as_str().into()),
        }
    }

    /// What Genesys calls the role.
    pub(super) fn participant_type(&self) -> ParticipantType {
        match self {
            Self::User => ParticipantType::Client,
            Self::Agent => ParticipantType::Agent,
            Self::Supervisor => ParticipantType::Supervisor,
            Self::System => ParticipantType::External,
            Self::Other(name) => name.as_str().into(),
        }
    }
}
