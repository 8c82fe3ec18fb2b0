//! Chats as a test sees them, and what it does in them as an agent.

use genesys_chat_types::{ChatEvent, ChatId, ParticipantId, ParticipantType};
use rusqlite::Transaction;

use crate::{
    emulator::Emulator,
    genesys::{ChatView, NoSuchPart, World, views},
    store::StoreError,
};

/// An agent could not act in a chat.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChatActionError {
    /// There is no such chat or participant, or it has ended.
    #[error(transparent)]
    Part(#[from] NoSuchPart),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Emulator {
    /// Every chat, oldest first, past HTTP and faults.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn chats(&self) -> Result<Vec<ChatView>, StoreError> {
        let world = self.state().world();
        self.state().store.call(move |tx| Ok(views::chats(tx, &world)?)).await
    }

    /// The transcript of a chat, past HTTP and faults; none when there is no such chat.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn chat_events(&self, chat: &ChatId) -> Result<Option<Vec<ChatEvent>>, StoreError> {
        let (world, chat) = (self.state().world(), chat.clone());
        self.state().store.call(move |tx| Ok(views::chat_events(tx, &world, &chat)?)).await
    }

    /// Lets a participant join a chat.
    ///
    /// # Errors
    ///
    /// When there is no such chat or it has ended, or the store fails.
    pub async fn join(
        &self,
        chat: &ChatId,
        nickname: impl Into<String>,
        type_: ParticipantType,
    ) -> Result<ParticipantId, ChatActionError> {
        let nickname = nickname.into();
        self.in_chat(chat, move |tx, world, chat| views::join(tx, world, chat, nickname, type_)).await
    }

    /// Lets a participant who joined say something.
    ///
    /// # Errors
    ///
    /// When there is no such chat or participant or it has ended, or the store fails.
    pub async fn say(
        &self,
        chat: &ChatId,
        participant: ParticipantId,
        text: impl Into<String>,
    ) -> Result<ChatEvent, ChatActionError> {
        let text = text.into();
        self.in_chat(chat, move |tx, world, chat| views::say(tx, world, chat, participant, text)).await
    }

    /// Lets a participant who joined leave.
    ///
    /// # Errors
    ///
    /// When there is no such chat or participant or it has ended, or the store fails.
    pub async fn leave(&self, chat: &ChatId, participant: ParticipantId) -> Result<(), ChatActionError> {
        self.in_chat(chat, move |tx, world, chat| views::leave(tx, world, chat, participant)).await
    }

    /// Ends a chat from the side of the contact centre.
    ///
    /// # Errors
    ///
    /// When there is no such chat or it has ended, or the store fails.
    pub async fn end(&self, chat: &ChatId) -> Result<(), ChatActionError> {
        self.in_chat(chat, views::end).await
    }

    async fn in_chat<T: Send + 'static>(
        &self,
        chat: &ChatId,
        act: impl FnOnce(&Transaction<'_>, &World, &ChatId) -> rusqlite::Result<Result<T, NoSuchPart>> + Send + 'static,
    ) -> Result<T, ChatActionError> {
        let (world, chat) = (self.state().world(), chat.clone());
        let done = self.state().store.call(move |tx| Ok(act(tx, &world, &chat)?)).await?;
        Ok(done?)
    }
}
