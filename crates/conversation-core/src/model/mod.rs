//! One neutral form for the conversations of both sides.
//!
//! A [`Conversation`] has participants with a [`Role`] and entries with a key, a time, an author, a kind and a text: what
//! a report, a search or an archive wants to read without asking where it came from. It also keeps everything else that
//! its side sent, so the way back gives the same value:
//!
//! ```
//! use conversation_core::model::{Conversation, GenesysConversation, EntryKind, Role};
//! use genesys_chat_types::{ChatEvent, ChatEventType, Participant, ParticipantId, ParticipantType, Timestamp};
//!
//! let client = Participant::new("Ada", ParticipantId::new(1), ParticipantType::Client);
//! let mut event = ChatEvent::new(client, ChatEventType::Message, Timestamp::from_millis(1_406_239_925_000));
//! event.index = Some(6);
//! event.text = Some("I need help with account".into());
//! event.extra.insert("mood", "calm"); // a field that was added after this release
//! let chat = GenesysConversation::new(vec![event]);
//!
//! let conversation = Conversation::from(chat.clone());
//! let entry = &conversation.entries[0];
//! assert_eq!((&entry.kind, entry.text.as_deref()), (&EntryKind::Message, Some("I need help with account")));
//! assert_eq!(conversation.author(entry).map(|author| &author.role), Some(&Role::User));
//!
//! assert_eq!(GenesysConversation::try_from(conversation)?, chat);
//! # Ok::<(), conversation_core::model::ModelError>(())
//! ```
//!
//! A conversation goes back to the side that it came from. To the other side it is [projected](crate::convert).

mod conversation;
mod entry;
mod envelope;
mod error;
mod foreign;
mod genesys;
pub(crate) mod make;
mod participant;
mod proficient;
mod unreadable;

pub use conversation::{Conversation, OtherSource, Source};
pub use entry::{Details, Entry, EntryKind, EventDetails, Key, MessageDetails, OtherDetails};
pub use envelope::{AnswerError, ChatEnvelope};
pub use error::{ModelError, ModelFault};
pub(crate) use genesys::EVENT;
pub use genesys::GenesysConversation;
pub use participant::{Participant, Role};
pub(crate) use proficient::MESSAGE;
pub use proficient::ProficientConversation;
pub use unreadable::UnreadableItem;
