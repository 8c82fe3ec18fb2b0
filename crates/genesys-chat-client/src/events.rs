//! What is new in a chat, as a stream.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use crate::{Chat, Error, Update};

/// What is new in a chat, as a stream. It ends with the chat, or with the first error: another one, from
/// [`Chat::events`], goes on from there.
#[must_use = "it polls nothing until it is asked for an item"]
pub struct Events {
    chat: Chat,
    waiting: Option<Waiting>,
    is_over: bool,
}

type Waiting = Pin<Box<dyn Future<Output = Result<Option<Update>, Error>> + Send>>;

impl Events {
    pub(crate) fn new(chat: Chat) -> Self {
        Self { chat, waiting: None, is_over: false }
    }
}

impl Stream for Events {
    type Item = Result<Update, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        let chat = self.chat.clone();
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(async move { chat.next_update().await }));
        let update = ready!(waiting.as_mut().poll(context));
        self.waiting = None;
        self.is_over = !matches!(update, Ok(Some(_)));
        Poll::Ready(update.transpose())
    }
}

impl std::fmt::Debug for Events {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Events").field("chat", &self.chat).finish_non_exhaustive()
    }
}
