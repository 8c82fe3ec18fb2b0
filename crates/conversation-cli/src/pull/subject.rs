//! What is pulled, as it is written down beside a file, so that no other pull goes on in it.

use std::fmt;

use genesys_chat_types::ChatId;
use proficient_types::{InteractionId, UserExternalId};
use serde::{Deserialize, Serialize};

use crate::escape;

/// What is pulled, and from where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub(crate) enum Subject {
    /// The messages of one interaction.
    Messages { url: String, user: UserExternalId, interaction: InteractionId },
    /// The messages of all interactions of a user.
    AllMessages { url: String, user: UserExternalId },
    /// The interactions of a user.
    Interactions { url: String, user: UserExternalId },
    /// The events of a chat.
    Chat { url: String, chat: ChatId },
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |text: &str| escape::start(&escape::name(text), 100);
        match self {
            Self::Messages { url, user, interaction } => {
                let (interaction, user) = (name(interaction.as_str()), name(user.as_str()));
                write!(f, "messages of {interaction}, of user {user} at {}", escape::line(url))
            }
            Self::AllMessages { url, user } => {
                write!(f, "all messages of user {} at {}", name(user.as_str()), escape::line(url))
            }
            Self::Interactions { url, user } => {
                write!(f, "interactions of user {} at {}", name(user.as_str()), escape::line(url))
            }
            Self::Chat { url, chat } => write!(f, "chat {} at {}", name(chat.as_str()), escape::line(url)),
        }
    }
}
