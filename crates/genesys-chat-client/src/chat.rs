//! A chat: followed to its end, and acted in.

use std::{fmt, sync::Arc};

use conversation_core::{Accepted, ChatCredentials, Completeness, TranscriptCursor};
use genesys_chat_types::{ChatId, GetMessagesAnswer};
use tokio::{
    sync::{Mutex, MutexGuard},
    time::{Instant, sleep_until},
};

use crate::{ChatState, Client, Error, Events, Update, session::Session};

/// A chat: followed to its end, and acted in. A clone is the same chat: each update is returned once, to one of the callers.
#[derive(Clone)]
pub struct Chat {
    pub(crate) client: Client,
    pub(crate) id: ChatId,
    session: Arc<Mutex<Session>>,
}

impl Chat {
    pub(crate) fn begin(client: Client, cursor: TranscriptCursor, accepted: Accepted) -> Self {
        let id = cursor.chat_id().clone();
        let mut session = Session::new(cursor.into());
        session.begin(accepted);
        Self { client, id, session: Arc::new(Mutex::new(session)) }
    }

    pub(crate) fn resume(client: Client, state: ChatState) -> Self {
        let id = state.cursor.chat_id().clone();
        Self { client, id, session: Arc::new(Mutex::new(Session::new(state))) }
    }

    /// The id of the chat. It never changes.
    pub fn id(&self) -> &ChatId {
        &self.id
    }

    /// The credentials that the next call will be made with. Any call may renew them.
    pub async fn credentials(&self) -> ChatCredentials {
        self.session().await.cursor.credentials().clone()
    }

    /// What is new, once each; waits and polls until there is something. Nothing when the chat has ended and all of it was
    /// handed out.
    ///
    /// # Errors
    ///
    /// `Cursor` when the walk was over before the chat was: everything that came was handed out before. After any other
    /// error the chat is where it was, and the next call goes on. Nothing is lost when the future is dropped.
    pub async fn next_update(&self) -> Result<Option<Update>, Error> {
        loop {
            let due = match self.news().await? {
                News::Update(update) => return Ok(Some(*update)),
                News::Over => return Ok(None),
                News::Due(due) => due,
            };
            sleep_until(due).await;
            let mut session = self.session().await;
            // Another caller may have polled meanwhile.
            if session.due <= Instant::now() {
                self.poll(&mut session).await?;
            }
        }
    }

    /// What is new up to now: polls at once, as often as it takes to have everything that can be had, and never waits for
    /// more to happen.
    ///
    /// # Errors
    ///
    /// As of [`next_update`](Self::next_update).
    pub async fn updates_so_far(&self) -> Result<Vec<Update>, Error> {
        let mut session = self.session().await;
        // Of a chat that has ended as many answers as its cursor asks for, which are few; of one that goes on until
        // nothing new comes.
        loop {
            let held = session.cursor.events();
            self.poll(&mut session).await?;
            if session.cursor.end().is_some() || (!session.cursor.chat_ended() && session.cursor.events() == held) {
                break;
            }
            // At once, unless the server asked to try again.
            sleep_until(session.due).await;
        }
        let updates = std::iter::from_fn(|| session.pop()).collect::<Vec<_>>();
        if updates.is_empty() {
            session.fault()?;
        }
        Ok(updates)
    }

    /// The same as [`next_update`](Self::next_update), as a `Stream`. It ends with the chat, or with the first error.
    pub fn events(&self) -> Events {
        Events::new(self.clone())
    }

    /// Whether all of the chat was read, or exactly what is missing.
    pub async fn completeness(&self) -> Completeness {
        Completeness::of_transcript_cursor(&self.session().await.cursor)
    }

    /// Where a later run has to go on, so that with what was handed out so far it has everything: store it beside that.
    pub async fn resume_point(&self) -> ChatState {
        self.session().await.state()
    }

    pub(crate) async fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().await
    }

    /// One poll, whether or not it is due.
    pub(crate) async fn poll(&self, session: &mut Session) -> Result<(), Error> {
        let Some(params) = session.cursor.request() else { return Ok(()) };
        let answer: GetMessagesAnswer = self.client.get_messages(&self.id, &params).await?;
        session.accept(answer, self.client.polling());
        Ok(())
    }

    async fn news(&self) -> Result<News, Error> {
        let mut session = self.session().await;
        if let Some(update) = session.pop() {
            return Ok(News::Update(Box::new(update)));
        }
        if session.cursor.end().is_some() {
            session.fault()?;
            return Ok(News::Over);
        }
        Ok(News::Due(session.due))
    }
}

enum News {
    Update(Box<Update>),
    /// Nothing until then.
    Due(Instant),
    Over,
}

impl fmt::Debug for Chat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chat").field("id", &self.id).finish_non_exhaustive()
    }
}
