//! What is around the messages or events of a document.

use conversation_wire::{DecodeError, Extra, WireType, decode as decode_wire};
use genesys_chat_types::{ChatState, GetMessagesAnswer, OperateChatAnswer, Participant, RequestChatAnswer};
use proficient_types::MessagesList;
use serde::Serialize;
use serde_json::{Map, Value};

use super::Kind;

/// A document without its messages or events, and without what a conversation says itself: its interaction, the id of
/// its chat, whether that has ended.
///
/// As JSON it is the document, with an empty list where there was one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Shell {
    GetMessages(Box<GetMessagesAnswer>),
    RequestChat(Box<RequestChatAnswer>),
    OperateChat(Box<OperateChatAnswer>),
    Page(Box<MessagesList>),
    /// The fields of another document that its type does not know, as a rule none.
    Extra(Extra),
    /// The model as it came, of which the conversation alone does not make the same again.
    Model(Box<Extra>),
}

impl Shell {
    /// Of a document of this kind, as it was written.
    pub(crate) fn read(kind: Kind, document: Extra) -> Result<Self, DecodeError> {
        fn decode<T: WireType>(document: &Extra) -> Result<Box<T>, DecodeError> {
            // Keys are strings and nothing here fails to serialise.
            decode_wire(&serde_json::to_vec(document).unwrap_or_default()).map(Box::new)
        }
        Ok(match kind {
            Kind::GetMessages => Self::GetMessages(decode(&document)?),
            Kind::RequestChat => Self::RequestChat(decode(&document)?),
            Kind::OperateChat => Self::OperateChat(decode(&document)?),
            Kind::MessagesPage => Self::Page(decode(&document)?),
            Kind::Model => Self::Model(Box::new(document)),
            _ => Self::Extra(document),
        })
    }

    /// The fields that its type does not know.
    pub(crate) fn extra(&self) -> Option<&Extra> {
        match self {
            Self::GetMessages(answer) => Some(&answer.extra),
            Self::RequestChat(answer) => Some(&answer.extra),
            Self::OperateChat(answer) => Some(&answer.extra),
            Self::Page(page) => Some(&page.extra),
            Self::Extra(extra) => Some(extra),
            Self::Model(_) => None,
        }
    }

    /// The fields that are there, known or not, by name; of a list that was taken out, none.
    pub(crate) fn fields(&self) -> Vec<String> {
        let fields = match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        };
        let lists: &[&str] = match self {
            Self::Extra(_) | Self::Model(_) => &[],
            _ => &["messages", "data"],
        };
        let empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
        fields
            .into_iter()
            .filter(|(name, value)| !(lists.contains(&&**name) && empty(value)))
            .map(|(name, _)| name)
            .collect()
    }

    /// Whether it holds credentials of a session.
    pub(crate) fn has_credentials(&self) -> bool {
        match self {
            Self::GetMessages(answer) => {
                answer.user_id.is_some() || answer.secure_key.is_some() || answer.alias.is_some()
            }
            Self::RequestChat(answer) => {
                answer.user_id.is_some() || answer.secure_key.is_some() || answer.alias.is_some()
            }
            Self::OperateChat(answer) => {
                answer.user_id.is_some() || answer.secure_key.is_some() || answer.alias.is_some()
            }
            Self::Page(_) | Self::Extra(_) | Self::Model(_) => false,
        }
    }

    /// How the chat stands, and who is in it, where the answer says so.
    pub(crate) fn state(&self) -> (Option<&ChatState>, &[Participant]) {
        match self {
            Self::OperateChat(answer) => (answer.state.as_ref(), answer.participants.as_deref().unwrap_or_default()),
            _ => (None, &[]),
        }
    }

    /// Whether other messages follow; nothing when it cannot say so.
    pub(crate) fn has_more(&self) -> Option<bool> {
        match self {
            Self::Page(page) => Some(page.has_more),
            _ => None,
        }
    }
}
