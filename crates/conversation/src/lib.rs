//! Chat conversations of two APIs in one typed library: the **Proficient** agent API, where an interaction is a *tree* of
//! messages, and the **Genesys chat** API (eServices 8.5), where a chat is a *numbered list* of events.
//!
//! | task | start with |
//! |---|---|
//! | decode an answer, match enum values that do not exist yet | [`decode`], [`proficient`], [`genesys`] |
//! | rebuild a tree or a transcript from pages in any order | [`Forest`], [`Transcript`] |
//! | see what is missing | [`Completeness`] |
//! | convert a conversation to the other API and back | [`convert`] |
//! | list everything, follow a chat (feature `clients`) | `proficient::Client`, `genesys::Client` |
//! | test against a server (feature `emulator`) | `emulator::Emulator` |
//!
//! # Decode and match
//!
//! A value that was added to the API after this release decodes, matches `other`, and is written back unchanged:
//!
//! ```
//! use conversation::proficient::{MessagesList, SentBy};
//!
//! # let json = br#"{"object":"list","has_more":false,"data":[
//! #     {"object":"message","id":"msg_1","content":"Hello","created_at":1686000000000,"depth":0,
//! #      "interaction_id":"int_1","sent_by":"supervisor","edited_by":"Ada"}]}"#;
//! let page: MessagesList = conversation::decode(json)?;
//! for message in &page.data {
//!     match &message.sent_by {
//!         SentBy::User => println!("user: {}", message.content),
//!         SentBy::Agent => println!("agent: {}", message.content),
//!         other => println!("{other}: {}", message.content),
//!     }
//! }
//! assert_eq!(serde_json::to_value(&page)?, serde_json::from_slice::<serde_json::Value>(json)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # List
//!
#![forbid(unsafe_code)]
#![cfg_attr(feature = "clients", doc = "```no_run")]
#![cfg_attr(not(feature = "clients"), doc = "```ignore")]
//! use conversation::{Branch, proficient::{Auth, Client, UserExternalId}};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let auth = Auth::publishable(&std::env::var("PROFICIENT_API_KEY")?, &UserExternalId::new("customer-17"))?;
//! let client = Client::new("https://api.proficientai.com", auth)?;
//!
//! let mut interactions = client.interactions().all(None);
//! while let Some(page) = interactions.next_page().await? {
//!     for interaction in page {
//!         let tree = client.interaction_tree(&interaction.id).await?;
//!         for node in tree.forest.thread(&Branch::Latest) {
//!             let Some(message) = node.message() else { continue };
//!             println!("{}: {}", message.sent_by, message.content);
//!         }
//!         println!("{}", tree.completeness); // complete: 42 messages
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Follow
//!
#![cfg_attr(feature = "clients", doc = "```no_run")]
#![cfg_attr(not(feature = "clients"), doc = "```ignore")]
//! use conversation::genesys::{Client, RequestChatParams, TenantName};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new("https://contact-centre.example/webapi")?;
//! let mut params = RequestChatParams::new(TenantName::new("Environment"));
//! params.nickname = Some("Ada".into());
//! let chat = client.request_chat(&params).await?;
//! chat.send("I need help with my account").await?;
//!
//! while let Some(update) = chat.next_update().await? { // ends with the chat
//!     let Some(event) = update.event() else { continue }; // unreadable, and kept as it came
//!     println!("{}: {}", event.from.nickname, event.text.as_deref().unwrap_or_default());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Convert
//!
#![cfg_attr(feature = "core", doc = "```")]
#![cfg_attr(not(feature = "core"), doc = "```ignore")]
//! use conversation::{
//!     convert::ToProficient,
//!     genesys::{ChatId, GetMessagesAnswer},
//!     model::GenesysConversation,
//!     proficient::{AgentId, InteractionId, UserId},
//! };
//!
//! # let json = br#"{"statusCode":0,"chatEnded":true,"messages":[
//! #     {"from":{"nickname":"Ada","participantId":1,"type":"Client"},"index":1,"type":"ParticipantJoined","utcTime":1406239877000},
//! #     {"from":{"nickname":"Ada","participantId":1,"type":"Client"},"index":2,"type":"Message","text":"Hello","utcTime":1406239879000}]}"#;
//! let answer: GetMessagesAnswer = conversation::decode(json)?;
//! let (chat, _envelope) = GenesysConversation::from_answer(answer)?;
//! let (chat_id, interaction_id) = (ChatId::new("0004"), InteractionId::new("int_1"));
//! let rules = ToProficient::new(chat_id, interaction_id, AgentId::new("ag_1"), UserId::new("u_1"));
//! let (interaction, residue) = rules.project(&chat)?;
//! assert_eq!(interaction.messages[0].content, "Hello");
//!
//! // The residue keeps what an interaction has no place for. With it, the original comes back, equal.
//! assert_eq!(residue.restore(&interaction)?, chat);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Resume after a restart
//!
//! Every cursor is a value that you store in the same transaction as the items that it returned. See `examples/resume.rs`,
//! [`Pager`] and [`TranscriptCursor`].
//!
//! # Features
//!
//! | feature | adds | default |
//! |---|---|---|
//! | `core` | trees, transcripts, cursors, conversions; no I/O | yes |
//! | `clients` | the clients of both APIs, over reqwest and tokio | |
//! | `emulator` | a server of both APIs for tests; needs Rust 1.89 and a C compiler | |
//! | `schemars` | `schemars::JsonSchema` (1.x) for every type | |
//! | `chrono`, `jiff`, `time` | [`Timestamp`] to and from the types of that library | |
//!
//! The types of both APIs are always there.
//!
//! # The crates behind this one
//!
//! This crate contains no code: everything is a re-export. A library that needs only one part can depend on that part:
//! `proficient-types`, `genesys-chat-types`, `conversation-core`, `proficient-client`, `genesys-chat-client`,
//! `conversation-emulator`.

pub mod genesys;
pub mod proficient;

#[doc(inline)]
pub use conversation_wire::{
    DecodeError, DecodeErrorKind, Extra, Field, List, Number, Operation, OutOfRange, Timestamp, Unreadable, WireType,
    decode, decode_strict, decode_value,
};

#[cfg(feature = "core")]
#[doc(inline)]
pub use conversation_core::*;

#[cfg(feature = "emulator")]
#[doc(inline)]
pub use conversation_emulator as emulator;
