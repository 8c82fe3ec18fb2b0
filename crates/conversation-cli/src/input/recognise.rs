//! Which of the known kinds an input is.

use super::{
    Refusal, decode,
    outline::{Item, Look, NAMES, Outline, is_one_value},
    place::Place,
    source::is_space,
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
}

/// How values that are no array follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        }
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
}

/// For each object the keys that only it has, and those that others have as well. An object is what it has the most
/// keys of, if one of its own is among them: a field that tomorrow adds, named as one of another object, changes
/// nothing, and no single field is needed, so that the error about one that is missing can name it.
const OBJECTS: &[(Object, &[&str], &[&str])] = &[
    (Object::Answer, &["statusCode", "messages", "chatEnded"], ANSWER),
    (Object::Created, &["interaction"], &["messages"]),
    (Object::Page, &["data", "has_more"], &[]),
    (Object::Message, &["content", "depth", "interaction_id", "parent_id", "sent_by"], &["id", "object", "created_at"]),
    (Object::Event, &["from", "utcTime", "eventAttributes"], &["index", "type", "text", "messageType", "userData"]),
];

const ANSWER: &[&str] =
    &["userId", "secureKey", "alias", "tenantName", "errors", "chatId", "path", "state", "participants"];

/// Which kind the text is, by its outline.
pub(super) fn recognise(text: &str, outline: &Outline) -> Result<Kind, Refusal> {
    let refuse = |found: String| Err(Refusal::OtherKind { found, place: beginning(text) });
    match outline {
        Outline::Object(look) => match object(look) {
            Some(Object::Message) => Ok(Kind::MessageLines(layout(text, look))),
            Some(Object::Event) => Ok(Kind::EventLines(layout(text, look))),
            Some(Object::Answer) => Ok(answer(look)),
            Some(Object::Created) => Ok(Kind::InteractionCreated),
            Some(Object::Page) => match look.value("data").filter(|item| !is_message(item)).and_then(other_object) {
                None => Ok(Kind::MessagesPage),
                Some(item) => refuse(format!("a list of {item}s")),
            },
            None if look.whole => match look.has("error").then(|| decode::api_error(text)).flatten() {
                Some(error) => Err(Refusal::ApiError(Box::new(error))),
                None => refuse(in_words(look)),
            },
            None => Err(decode::syntax(text)),
        },
        Outline::Array(None) => Ok(Kind::MessageArray),
        Outline::Array(Some(Item::Object(look))) => match object(look) {
            Some(Object::Message) => Ok(Kind::MessageArray),
            Some(Object::Event) => Ok(Kind::EventArray),
            _ if look.whole => refuse(format!("an array that begins with {}", in_words(look))),
            _ => Err(decode::syntax(text)),
        },
        Outline::Array(Some(Item::NotJson)) => Err(decode::syntax(text)),
        Outline::Array(Some(Item::Other(found))) => refuse(format!("an array that begins with {found}")),
    }
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
        // With nothing but `messages`, what these are decides.
        Object::Answer if !look.has("statusCode") && look.value("messages").is_some_and(is_message) => {
            Some(Object::Created)
        }
        _ => Some(object),
    }
}

fn is_message(item: &Look) -> bool {
    item.count(&["content", "depth", "interaction_id", "sent_by"]) > 0
}

fn answer(look: &Look) -> Kind {
    if look.has("chatId") || look.has("path") {
        Kind::RequestChat
    } else if look.has("state") || look.has("participants") || !look.has("messages") {
        Kind::OperateChat
    } else {
        Kind::GetMessages
    }
}

/// The object of Proficient that is no message, by what it calls itself.
fn other_object(look: &Look) -> Option<&'static str> {
    look.value("object")?.word.filter(|word| *word != "message")
}

/// How the messages or events follow one another, of which `first` is the first.
fn layout(text: &str, first: &Look) -> Layout {
    if is_one_value(text) {
        return Layout::Single;
    }
    let mut lines = text.lines().filter(|line| !line.bytes().all(is_space));
    if lines.next().is_some_and(is_one_value) {
        return Layout::Lines;
    }
    // The first value has an error, or more than one line. Within an object that is laid out over several lines no
    // line begins with a brace, so another one that does begins a value of its own.
    match lines.next() {
        Some(second) if second.trim_ascii_start().starts_with('{') => Layout::Lines,
        Some(_) if first.whole => Layout::Loose,
        _ => Layout::Single,
    }
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

fn beginning(text: &str) -> Place {
    let before = text.len() - text.trim_ascii_start().len();
    Place::behind(text.as_bytes().get(..before).unwrap_or_default())
}
