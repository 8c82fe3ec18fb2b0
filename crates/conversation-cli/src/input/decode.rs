//! A value decoded as what it is, so that what is wrong with it is named with its path, line and column.

use conversation_core::model::{Conversation, GenesysConversation, ProficientConversation, Source};
use conversation_wire::{Extra, List, WireType, decode as decode_wire, decode_as, decode_exactly_as, decode_valid};
use genesys_chat_types::{
    ChatError, ChatEvent, ChatId, ChatStatus, GetMessagesAnswer, OperateChatAnswer, RequestChatAnswer,
};
use proficient_types::{ApiError, InteractionCreated, Message, MessagesList};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};
use serde_json::Value;

use super::{
    Content, Given, Refusal,
    frames::Frame,
    outline::{Outline, outline},
    place::Place,
    recognise::{Kind, is_plain, recognise},
    shell::Shell,
};

/// What one value is.
#[derive(Debug)]
pub(super) enum Item {
    /// A whole conversation.
    Conversation(Box<Given>),
    /// One message of an interaction.
    Message(Box<Message>),
    /// One event of a chat.
    Event(Box<ChatEvent>),
}

/// Decodes value after value. As a rule each is what the one before it was, and is not looked at twice.
pub(super) struct Decoder {
    last: Option<Kind>,
    /// Whether the value is the only one of its input.
    pub(super) single: bool,
}

impl Decoder {
    pub(super) fn new(single: bool) -> Self {
        Self { last: None, single }
    }

    /// What the last value was taken for.
    pub(super) fn kind(&self) -> Option<Kind> {
        self.last
    }

    /// Errs also if there are items in it, and none of them could be read.
    pub(super) fn decode(&mut self, frame: Frame<'_>) -> Result<Item, Refusal> {
        let item = self.decode_any(frame)?;
        if let Item::Conversation(given) = &item
            && given.content.is_empty()
            && let Some(first) = given.content.unreadable().first()
        {
            return Err(self.placed(Refusal::Decode { begin: frame.begin, error: first.error().clone() }));
        }
        Ok(item)
    }

    fn decode_any(&mut self, frame: Frame<'_>) -> Result<Item, Refusal> {
        if let Some(item) = self.last.and_then(|kind| again(kind, frame)) {
            return Ok(item);
        }
        let before = self.last.take();
        let text = text(frame)?;
        let outline = outline(text);
        let kind = match (recognise(text, frame, &outline), before) {
            (Ok(kind), _) => kind,
            // Among messages, or events, it is to be one as well: what it lacks says more than what it is not.
            (Err(Refusal::OtherKind { .. }), Some(kind @ (Kind::MessageLines(_) | Kind::EventLines(_)))) => kind,
            (Err(refusal), _) => return Err(refusal),
        };
        self.last = Some(kind);
        check_status(frame, kind, &outline).map_err(|refusal| self.placed(refusal))?;
        self.decode_as(kind, frame).map_err(|refusal| self.placed(refusal))
    }

    fn placed(&self, refusal: Refusal) -> Refusal {
        match refusal {
            Refusal::Decode { begin, error } if !self.single => Refusal::DecodeValue { begin, error },
            refusal => refusal,
        }
    }

    fn decode_as(&self, kind: Kind, frame: Frame<'_>) -> Result<Item, Refusal> {
        let Frame { bytes, begin } = frame;
        fn wire<T: WireType>(frame: Frame<'_>) -> Result<T, Refusal> {
            decode_wire(frame.bytes).map_err(|error| Refusal::Decode { begin: frame.begin, error })
        }
        fn named<T: DeserializeOwned>(name: &'static str, frame: Frame<'_>) -> Result<T, Refusal> {
            decode_exactly_as(name, frame.bytes).map_err(|error| Refusal::Decode { begin: frame.begin, error })
        }
        Ok(match kind {
            Kind::GetMessages => get_messages(wire(frame)?, begin),
            Kind::RequestChat => request_chat(wire(frame)?, begin),
            Kind::OperateChat => operate_chat(wire(frame)?, begin),
            Kind::MessagesPage => page(wire(frame)?, begin),
            Kind::InteractionCreated => created(wire(frame)?, begin),
            Kind::EventArray => events(named("array of events", frame)?, begin),
            Kind::MessageArray => messages(named("array of messages", frame)?, begin),
            Kind::EventLines(_) => Item::Event(Box::new(wire(frame)?)),
            Kind::MessageLines(_) => Item::Message(Box::new(wire(frame)?)),
            Kind::ChatDocument => chat_document(named("GenesysConversation", frame)?, begin),
            Kind::InteractionDocument => interaction_document(named("ProficientConversation", frame)?, begin),
            Kind::Model => {
                let model: Conversation = named("Conversation", frame)?;
                return whole_model(model, bytes, begin);
            }
        })
    }
}

/// Decodes a value as the kind that the one before it was; nothing when that fails, or when it may be another kind.
fn again(kind: Kind, frame: Frame<'_>) -> Option<Item> {
    fn read<T: DeserializeOwned>(frame: Frame<'_>) -> Option<T> {
        decode_valid(frame.bytes)
    }
    /// For types in which serde buffers.
    fn exact<T: DeserializeOwned>(frame: Frame<'_>) -> Option<T> {
        decode_exactly_as("document", frame.bytes).ok()
    }
    let begin = frame.begin;
    match kind {
        Kind::GetMessages => {
            let answer: GetMessagesAnswer = read(frame)?;
            (answer.messages.is_some() && answer.status_code.get() == 0 && is_plain(&answer.extra))
                .then(|| get_messages(answer, begin))
        }
        Kind::RequestChat => {
            let answer: RequestChatAnswer = read(frame)?;
            let told = answer.chat_id.is_some() || answer.path.is_some();
            (told && answer.status_code.get() == 0 && is_plain(&answer.extra)).then(|| request_chat(answer, begin))
        }
        Kind::OperateChat => {
            let answer: OperateChatAnswer = read(frame)?;
            let told = answer.state.is_some() || answer.participants.is_some() || answer.messages.is_none();
            (told && answer.status_code.get() == 0 && is_plain(&answer.extra)).then(|| operate_chat(answer, begin))
        }
        Kind::MessagesPage => {
            let list: MessagesList = read(frame)?;
            is_plain(&list.extra).then(|| page(list, begin))
        }
        Kind::InteractionCreated => {
            let answer: InteractionCreated = read(frame)?;
            is_plain(&answer.extra).then(|| created(answer, begin))
        }
        Kind::EventLines(_) => {
            let event: ChatEvent = read(frame)?;
            is_plain(&event.extra).then(|| Item::Event(Box::new(event)))
        }
        Kind::MessageLines(_) => {
            let message: Message = read(frame)?;
            is_plain(&message.extra).then(|| Item::Message(Box::new(message)))
        }
        Kind::EventArray => {
            let list: List<ChatEvent> = read(frame)?;
            list.first().is_some_and(|event| is_plain(&event.extra)).then(|| events(list, begin))
        }
        Kind::MessageArray => {
            let list: List<Message> = read(frame)?;
            list.first().is_some_and(|message| is_plain(&message.extra)).then(|| messages(list, begin))
        }
        Kind::ChatDocument => {
            let document: GenesysConversation = exact(frame)?;
            (!document.events.is_empty() && is_plain(&document.extra)).then(|| chat_document(document, begin))
        }
        Kind::InteractionDocument => {
            let document: ProficientConversation = exact(frame)?;
            (!document.messages.is_empty() && is_plain(&document.extra)).then(|| interaction_document(document, begin))
        }
        // Nothing else has its keys, and it has no others.
        Kind::Model => whole_model(exact(frame)?, frame.bytes, begin).ok(),
    }
}

fn given(kind: Kind, content: Content, shell: Option<Shell>, begin: Place) -> Item {
    Item::Conversation(Box::new(Given { kind, content, shell, unread_lines: Vec::new(), begin }))
}

fn chat(id: Option<ChatId>, events: Option<List<ChatEvent>>, ended: Option<bool>) -> Content {
    let mut chat = GenesysConversation::new(events.unwrap_or_default());
    chat.chat_id = id;
    chat.chat_ended = ended;
    Content::Chat(chat)
}

/// Takes the items out of a list that may be absent, and leaves it empty.
fn take<T>(list: &mut Option<List<T>>) -> Option<List<T>> {
    list.as_mut().map(std::mem::take)
}

/// What some servers say in every answer, and others in one: whether the chat has ended, and its id.
fn ended(extra: &Extra) -> Option<bool> {
    extra.get("chatEnded").and_then(Value::as_bool)
}

fn chat_id(extra: &Extra) -> Option<ChatId> {
    extra.get("chatId").and_then(Value::as_str).map(ChatId::new)
}

fn get_messages(mut answer: GetMessagesAnswer, begin: Place) -> Item {
    let content = chat(chat_id(&answer.extra), take(&mut answer.messages), answer.chat_ended.take());
    given(Kind::GetMessages, content, Some(Shell::GetMessages(Box::new(answer))), begin)
}

fn request_chat(mut answer: RequestChatAnswer, begin: Place) -> Item {
    let content = chat(answer.chat_id.take(), take(&mut answer.messages), ended(&answer.extra));
    given(Kind::RequestChat, content, Some(Shell::RequestChat(Box::new(answer))), begin)
}

fn operate_chat(mut answer: OperateChatAnswer, begin: Place) -> Item {
    let content = chat(chat_id(&answer.extra), take(&mut answer.messages), answer.chat_ended.take());
    given(Kind::OperateChat, content, Some(Shell::OperateChat(Box::new(answer))), begin)
}

fn page(mut list: MessagesList, begin: Place) -> Item {
    let content = Content::Tree(ProficientConversation::new(std::mem::take(&mut list.data)));
    given(Kind::MessagesPage, content, Some(Shell::Page(Box::new(list))), begin)
}

fn created(answer: InteractionCreated, begin: Place) -> Item {
    let mut tree = ProficientConversation::new(answer.messages);
    tree.interaction = Some(answer.interaction);
    given(Kind::InteractionCreated, Content::Tree(tree), extra(answer.extra), begin)
}

fn events(events: List<ChatEvent>, begin: Place) -> Item {
    given(Kind::EventArray, chat(None, Some(events), None), None, begin)
}

fn messages(messages: List<Message>, begin: Place) -> Item {
    given(Kind::MessageArray, Content::Tree(ProficientConversation::new(messages)), None, begin)
}

fn chat_document(mut chat: GenesysConversation, begin: Place) -> Item {
    let unknown = std::mem::take(&mut chat.extra);
    given(Kind::ChatDocument, Content::Chat(chat), extra(unknown), begin)
}

fn interaction_document(mut tree: ProficientConversation, begin: Place) -> Item {
    let unknown = std::mem::take(&mut tree.extra);
    given(Kind::InteractionDocument, Content::Tree(tree), extra(unknown), begin)
}

fn extra(extra: Extra) -> Option<Shell> {
    (!extra.is_empty()).then_some(Shell::Extra(extra))
}

/// The model goes to the side that it came from. Where it would not come back from there as it is, because it was not
/// made there, it is kept as well.
fn whole_model(model: Conversation, json: &[u8], begin: Place) -> Result<Item, Refusal> {
    let content = match model.source {
        Source::Genesys { .. } => Content::Chat(model.try_into().map_err(Refusal::Model)?),
        _ => Content::Tree(model.try_into().map_err(Refusal::Model)?),
    };
    let again = serde_json::to_vec(&content.clone().into_model()).unwrap_or_default();
    let exact = |json: &[u8]| decode_exactly_as::<Extra>("model", json).unwrap_or_default();
    let given_json = exact(json);
    let shell = (exact(&again) != given_json).then(|| Shell::Model(Box::new(given_json)));
    Ok(given(Kind::Model, content, shell, begin))
}

/// Refuses an answer that says that the call did not succeed. Nothing else in it is to be trusted, so nothing else in
/// it is decoded, but for what it says of the errors, if that can be.
fn check_status(frame: Frame<'_>, kind: Kind, outline: &Outline) -> Result<(), Refusal> {
    #[derive(Deserialize)]
    struct Errors {
        errors: Vec<ChatError>,
    }
    let Frame { bytes, begin } = frame;
    let Outline::Object(look) = outline else { return Ok(()) };
    if !matches!(kind, Kind::GetMessages | Kind::RequestChat | Kind::OperateChat) || !look.whole {
        return Ok(());
    }
    match look.value("statusCode").and_then(|status| status.integer) {
        None | Some(0) => Ok(()),
        Some(status) => {
            // A document that is not JSON to its end is told apart first: it may have been another answer.
            decode_as::<IgnoredAny>("answer", bytes).map_err(|error| Refusal::Decode { begin, error })?;
            let errors = serde_json::from_slice(bytes).map_or_else(|_| Vec::new(), |said: Errors| said.errors);
            Err(Refusal::Status { status: ChatStatus::new(status), errors })
        }
    }
}

/// The value as text.
fn text(frame: Frame<'_>) -> Result<&str, Refusal> {
    std::str::from_utf8(frame.bytes).map_err(|error| {
        let place = frame.begin.plus(Place::behind(frame.bytes.get(..error.valid_up_to()).unwrap_or_default()));
        match error.error_len() {
            Some(_) => Refusal::NotUtf8(place),
            None => Refusal::CutCharacter(place),
        }
    })
}

/// The error answer of Proficient that the text is, if it is one.
pub(super) fn api_error(text: &str) -> Option<ApiError> {
    decode_wire(text.as_bytes()).ok()
}

/// Why a value is not JSON.
pub(super) fn syntax(frame: Frame<'_>) -> Refusal {
    match decode_as::<IgnoredAny>("not JSON", frame.bytes) {
        Err(error) => Refusal::Decode { begin: frame.begin, error },
        Ok(_) => Refusal::NotJson(frame.begin),
    }
}
