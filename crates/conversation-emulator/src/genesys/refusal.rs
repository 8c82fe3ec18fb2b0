//! Why a call is refused, and its error text.

use conversation_wire::DecodeError;
use genesys_chat_types::ChatError;

use crate::body::MAX_BODY;

/// Why a call is refused. All of these are `statusCode` 2.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Refusal {
    /// The body is not what the operation takes.
    Body(DecodeError),
    /// A property that may be absent is null.
    Null(&'static str),
    /// The body is larger than is read.
    Size,
    /// The body broke off.
    BrokenOff,
    /// There is no such chat.
    Chat,
    /// The credentials are not those of the chat.
    Credentials,
    /// The operation is none of the eight.
    Operation,
    /// The chat has ended.
    Ended,
    /// The client was dropped.
    Dropped,
    /// There is nothing at this path.
    Path,
    /// Only POST is answered.
    Method,
}

impl Refusal {
    /// What the answer says of it. It quotes nothing that the client sent.
    pub(super) fn error(&self) -> ChatError {
        let (code, message, advice) = match self {
            Self::Body(error) => ("invalid-request", error.to_string(), "Send a JSON object as documented."),
            Self::Null(name) => {
                ("invalid-request", format!("{name}: expected a value, found null."), "Leave it out, or send a value.")
            }
            Self::Size => {
                ("invalid-request", format!("The body is larger than {MAX_BODY} bytes."), "Send a smaller one.")
            }
            Self::BrokenOff => ("invalid-request", "The body broke off.".to_owned(), "Send all of it."),
            Self::Chat => ("unknown-chat", "There is no chat with this chatId.".to_owned(), "Request a new chat."),
            Self::Credentials => (
                "wrong-credentials",
                "userId, secureKey, alias and tenantName are not those of the chat.".to_owned(),
                "Send those of the last answer with statusCode 0.",
            ),
            Self::Operation => (
                "unknown-operation",
                "There is no operation with this operationName.".to_owned(),
                "Send one of SendMessage, GetChat, SendStartTypingNotification, SendStopTypingNotification, \
                 UpdateUserNickname, SendUrl, UpdateUserData and Complete.",
            ),
            Self::Ended => ("chat-ended", "The chat has ended.".to_owned(), "Request a new chat."),
            Self::Dropped => (
                "session-dropped",
                "The client was silent for too long and has been dropped.".to_owned(),
                "Request a new chat, and ask for messages every 2 to 3 seconds.",
            ),
            Self::Path => (
                "unknown-path",
                "There is nothing at this path.".to_owned(),
                "Send to /api/v2/chats, /api/v2/chats/{chatId} or /api/v2/chats/{chatId}/messages.",
            ),
            Self::Method => ("wrong-method", "Only POST is answered here.".to_owned(), "Send a POST."),
        };
        let mut error = ChatError::new(code.into());
        error.message = Some(message);
        error.advice = Some(advice.to_owned());
        error
    }
}
