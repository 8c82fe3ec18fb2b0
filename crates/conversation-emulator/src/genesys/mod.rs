//! The Genesys side: chats, their transcripts, and who takes part in them.

mod answer;
mod catch_up;
mod chat;
mod credentials;
mod events;
mod http;
mod json;
mod operations;
mod play;
mod refusal;
mod script;
mod seeded;
mod tables;
pub(crate) mod views;

pub use chat::ChatEnd;
pub use script::{Script, ScriptError};
pub use views::{ChatView, NoSuchPart};

pub(crate) use chat::World;
pub(crate) use http::{applies, router};
pub(crate) use tables::SCHEMA;
