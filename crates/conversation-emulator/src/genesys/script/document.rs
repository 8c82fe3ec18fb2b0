//! A script as it is written.

use genesys_chat_types::{ParticipantType, UserData};
use serde::{Deserialize, Serialize};

use super::object::objects;

/// The document. It becomes a [`Script`](super::Script) once its names were checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    #[serde(default, deserialize_with = "objects")]
    pub(crate) participants: Vec<Member>,
    #[serde(default, deserialize_with = "objects")]
    pub(crate) rules: Vec<Rule>,
}

/// A participant who acts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Member {
    /// What the steps call them.
    pub(crate) name: String,
    /// What the chat calls them.
    pub(crate) nickname: String,
    #[serde(rename = "type")]
    pub(crate) type_: ParticipantType,
}

/// Steps, and what makes them begin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub(crate) when: Trigger,
    /// Only for messages in which this stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) containing: Option<String>,
    /// Only for the client's message of this number in its chat, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<i64>,
    #[serde(deserialize_with = "objects")]
    pub(crate) steps: Vec<Step>,
}

/// What makes the steps of a rule begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Trigger {
    /// The chat was requested.
    Request,
    /// The client sent a message. What others say is no trigger, so that no script answers itself for ever.
    Message,
    /// The chat is ending.
    End,
}

/// One action of a participant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    #[serde(rename = "do")]
    pub(crate) action: Action,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) who: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<UserData>,
    /// Milliseconds after the step before, or after what made the rule begin.
    #[serde(default)]
    pub(crate) after_ms: u64,
}

/// The actions of a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Action {
    /// Joins the chat.
    Join,
    /// Leaves it.
    Leave,
    /// Writes a message; without a text, one that the seed picks.
    Say,
    /// Begins to type, perhaps with a preview.
    TypingStarted,
    /// Stops typing, perhaps with a preview.
    TypingStopped,
    /// Gives notice of something, perhaps with data.
    Notice,
    /// Pushes the URL that is the text.
    PushUrl,
    /// Ends the chat.
    End,
}
