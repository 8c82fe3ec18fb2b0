//! Which of the known kinds an input is.

use conversation_wire::Extra;
use genesys_chat_types::{GetMessagesAnswer, OperateChatAnswer, RequestChatAnswer};
use serde::{Deserialize, Serialize};

use super::{
    Refusal, decode,
    frames::Frame,
    outline::{Item, KEYS, Look, NAMES, Outline},
};

/// The kinds of input that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    GetMessages,
    RequestChat,
    OperateChat,
    EventArray,
    EventLines(Layout),
    MessagesPage,
    InteractionCreated,
    MessageArray,
    MessageLines(Layout),
    /// A chat as this command writes it.
    ChatDocument,
    /// An interaction as this command writes it, without the interaction itself.
    InteractionDocument,
    /// The neutral model of either side.
    Model,
}

/// How values follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Layout {
    /// There is one.
    Single,
    /// One on each line.
    Lines,
    /// Each on any number of lines.
    Loose,
}

impl Kind {
    /// Its name for programs. It never changes.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::GetMessages => "genesys_get_messages_answer",
            Self::RequestChat => "genesys_request_chat_answer",
            Self::OperateChat => "genesys_operation_answer",
            Self::EventArray => "genesys_event_array",
            Self::EventLines(_) => "genesys_event_lines",
            Self::MessagesPage => "proficient_messages_page",
            Self::InteractionCreated => "proficient_interaction_created",
            Self::MessageArray => "proficient_message_array",
            Self::MessageLines(_) => "proficient_message_lines",
            Self::ChatDocument => "genesys_conversation",
            Self::InteractionDocument => "proficient_conversation",
            Self::Model => "conversation_model",
        }
    }

    /// The kind with this name, in this layout.
    pub(crate) fn named(name: &str, layout: Layout) -> Option<Self> {
        let kinds = [
            Self::GetMessages,
            Self::RequestChat,
            Self::OperateChat,
            Self::EventArray,
            Self::EventLines(layout),
            Self::MessagesPage,
            Self::InteractionCreated,
            Self::MessageArray,
            Self::MessageLines(layout),
            Self::ChatDocument,
            Self::InteractionDocument,
            Self::Model,
        ];
        kinds.into_iter().find(|kind| kind.id() == name)
    }

    /// What it is, in words.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::GetMessages => "Genesys chat (an answer of Get Messages)",
            Self::RequestChat => "Genesys chat (an answer of Request Chat)",
            Self::OperateChat => "Genesys chat (an answer of an operation in a chat)",
            Self::EventArray => "Genesys chat (a JSON array of events)",
            Self::EventLines(Layout::Single) => "Genesys chat (a single event)",
            Self::EventLines(Layout::Lines) => "Genesys chat (JSON Lines of events)",
            Self::EventLines(Layout::Loose) => "Genesys chat (events one after another)",
            Self::MessagesPage => "Proficient interaction (a page of messages)",
            Self::InteractionCreated => "Proficient interaction (a new one and its first messages)",
            Self::MessageArray => "Proficient interaction (a JSON array of messages)",
            Self::MessageLines(Layout::Single) => "Proficient interaction (a single message)",
            Self::MessageLines(Layout::Lines) => "Proficient interaction (JSON Lines of messages)",
            Self::MessageLines(Layout::Loose) => "Proficient interaction (messages one after another)",
            Self::ChatDocument => "Genesys chat (a conversation document)",
            Self::InteractionDocument => "Proficient interaction (a conversation document)",
            Self::Model => "conversation (the neutral model)",
        }
    }
}

/// An object that a kind is made of.
#[derive(Clone, Copy)]
enum Object {
    Message,
    Event,
    Answer,
    Page,
    Created,
    ChatDocument,
    InteractionDocument,
    Model,
}

/// For each object the keys that only it has, and those that others have as well. An object is what it has the most
/// keys of, if one of its own is among them: a field that tomorrow adds, named as one of another object, changes
/// nothing, and no single field is needed, so that the error about one that is missing can name it.
const OBJECTS: &[(Object, &[&str], &[&str])] = &[
    (Object::Answer, &["statusCode", "messages", "chatEnded"], ANSWER),
    (Object::Created, &["interaction"], &["messages"]),
    (Object::Page, &["data", "has_more"], &[]),
    (Object::Model, &["source", "entries", "unreadable"], &["participants"]),
    (Object::Message, &["content", "depth", "interaction_id", "parent_id", "sent_by"], &["id", "object", "created_at"]),
    (Object::Event, &["from", "utcTime", "eventAttributes"], &["index", "type", "text", "messageType", "userData"]),
];

const ANSWER: &[&str] =
    &["userId", "secureKey", "alias", "tenantName", "errors", "chatId", "path", "state", "participants"];

/// Which kind the value is, by its outline. Whether it is one of several is not asked here.
pub(super) fn recognise(text: &str, frame: Frame<'_>, outline: &Outline) -> Result<Kind, Refusal> {
    let refuse = |found: String| Err(Refusal::OtherKind { found, place: frame.begin });
    match outline {
        Outline::Object(look) => match object(look) {
            Some(Object::Message) => Ok(Kind::MessageLines(Layout::Single)),
            Some(Object::Event) => Ok(Kind::EventLines(Layout::Single)),
            Some(Object::Answer) => Ok(answer(look)),
            Some(Object::Created) => Ok(Kind::InteractionCreated),
            Some(Object::ChatDocument) => Ok(Kind::ChatDocument),
            Some(Object::InteractionDocument) => Ok(Kind::InteractionDocument),
            Some(Object::Model) => Ok(Kind::Model),
            Some(Object::Page) => match look.value("data").filter(|item| !is_message(item)).and_then(other_object) {
                None => Ok(Kind::MessagesPage),
                Some(item) => refuse(format!("a list of {item}s")),
            },
            None if look.whole => match look.has("error").then(|| decode::api_error(text)).flatten() {
                Some(error) => Err(Refusal::ApiError(Box::new(error))),
                None => refuse(in_words(look)),
            },
            None => Err(decode::syntax(frame)),
        },
        Outline::Array(None) => Ok(Kind::MessageArray),
        Outline::Array(Some(Item::Object(look))) => match object(look) {
            Some(Object::Message) => Ok(Kind::MessageArray),
            Some(Object::Event) => Ok(Kind::EventArray),
            _ if look.whole => refuse(format!("an array that begins with {}", in_words(look))),
            _ => Err(decode::syntax(frame)),
        },
        Outline::Array(Some(Item::NotJson)) => Err(decode::syntax(frame)),
        Outline::Array(Some(Item::Other(found))) => refuse(format!("an array that begins with {found}")),
    }
}

/// Whether none of the fields that a type does not know is one by which kinds are told apart: then a value that was
/// decoded as a kind is of that kind.
pub(super) fn is_plain(extra: &Extra) -> bool {
    extra.is_empty() || extra.iter().all(|(name, _)| !KEYS.contains(&name.as_str()))
}

fn object(look: &Look) -> Option<Object> {
    // `max_by_key` takes the last of equals: reversed, the first of the table.
    let (_, object) = OBJECTS
        .iter()
        .rev()
        .filter(|(_, own, _)| look.count(own) > 0)
        .map(|(object, own, shared)| (look.count(own) + look.count(shared), *object))
        .max_by_key(|(count, _)| *count)?;
    match object {
        // Without its outcome it is no answer of Genesys. What `messages` are decides, and what is there beside them.
        Object::Answer if !look.has("statusCode") => Some(match look.value("messages") {
            Some(item) if is_message(item) => Object::InteractionDocument,
            Some(_) if look.count(ANSWER) == look.count(&["chatId"]) => Object::ChatDocument,
            _ => Object::Answer,
        }),
        _ => Some(object),
    }
}

fn is_message(item: &Look) -> bool {
    item.count(&["content", "depth", "interaction_id", "sent_by"]) > 0
}

/// The answer that leaves the fewest of the fields unknown. Of several that do, what only one of them says decides.
fn answer(look: &Look) -> Kind {
    let likely = if look.has("chatId") || look.has("path") {
        Kind::RequestChat
    } else if look.has("state") || look.has("participants") || !look.has("messages") {
        Kind::OperateChat
    } else {
        Kind::GetMessages
    };
    let answers = [
        (Kind::GetMessages, GetMessagesAnswer::PROPERTIES),
        (Kind::RequestChat, RequestChatAnswer::PROPERTIES),
        (Kind::OperateChat, OperateChatAnswer::PROPERTIES),
    ];
    let unknown = |known: &[&str]| look.keys().filter(|key| !known.contains(key)).count();
    let least = answers.iter().min_by_key(|(kind, known)| (unknown(known), *kind != likely));
    least.map_or(likely, |(kind, _)| *kind)
}

/// The object of Proficient that is no message, by what it calls itself.
fn other_object(look: &Look) -> Option<&'static str> {
    look.value("object")?.word.filter(|word| *word != "message")
}

/// What an object is that is none of those known, as far as one can say.
fn in_words(look: &Look) -> String {
    if let Some(object) = other_object(look) {
        let article = if object.starts_with(['a', 'i']) { "an" } else { "a" };
        return format!("{article} {object}");
    }
    if look.count(&["operationName", "transcriptPosition", "secureKey", "tenantName"]) > 0 {
        return "a request of Genesys, not its answer".to_owned();
    }
    match &*look.names {
        [] => "an empty object".to_owned(),
        names => {
            let names: Vec<_> = names.iter().map(|name| crate::escape::name(name)).collect();
            let keys = if names.len() == 1 { "the key" } else { "the keys" };
            let more = if names.len() > NAMES { ", …" } else { "" };
            let names: Vec<_> = names.into_iter().take(NAMES).collect();
            format!("an object with {keys} {}{more}", names.join(", "))
        }
    }
}
