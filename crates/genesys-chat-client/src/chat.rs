//! A chat: followed to its end, and acted in.

use std::{error::Error as StdError, fmt, future::Future, sync::Arc};

use conversation_core::{Accepted, ChatCredentials, Completeness, TranscriptCursor};
use genesys_chat_types::{ChatEvent, ChatId, GetMessagesAnswer, ParticipantId};
use tokio::{
    sync::{Mutex, MutexGuard},
    time::{Instant, sleep_until},
};

use crate::{Client, Error, Events, ResumePoint, Update, outgoing::is_own, renewal::OnRenewal, session::Session};

/// A chat: followed to its end, and acted in. A clone is the same chat: each update is returned once, to one of the callers.
#[derive(Clone)]
pub struct Chat {
    pub(crate) client: Client,
    pub(crate) id: ChatId,
    shared: Arc<Shared>,
}

struct Shared {
    session: Mutex<Session>,
    on_renewal: OnRenewal,
}

impl Chat {
    pub(crate) fn begin(client: Client, cursor: TranscriptCursor, accepted: Accepted) -> Self {
        let id = cursor.chat_id().clone();
        let mut session = Session::new(cursor.into());
        session.begin(accepted);
        Self::new(client, id, session)
    }

    pub(crate) fn resume(client: Client, point: ResumePoint) -> Self {
        let id = point.cursor.chat_id().clone();
        Self::new(client, id, Session::new(point))
    }

    fn new(client: Client, id: ChatId, session: Session) -> Self {
        let shared = Shared { session: Mutex::new(session), on_renewal: OnRenewal::default() };
        Self { client, id, shared: Arc::new(shared) }
    }

    /// The same chat, for one call whose deadline begins now.
    pub(crate) fn started(&self) -> Self {
        Self { client: self.client.started(), ..self.clone() }
    }

    /// The same chat, which has `store` store renewed credentials before they are used.
    ///
    /// A server may renew the credentials with any answer, and the first use of renewed ones makes the ones before them
    /// invalid. `store` is given the [resume point](Self::resume_point) after each answer that renews them, and is awaited
    /// before the next request is made. If it fails, no request is made, and the call returns [`Error::NotStored`]; the next
    /// call tries again. So a process that is killed at any moment can go on with what was stored last.
    ///
    /// It applies to all clones of this chat, and replaces the one that was set before.
    ///
    /// ```no_run
    /// # async fn example(client: genesys_chat_client::Client, point: genesys_chat_client::ResumePoint) {
    /// let chat = client.resume(point).on_renewal(async |point| {
    ///     let text = serde_json::to_string(&point)?;
    ///     std::fs::write("chat.json.new", text)?; // with the permissions of a password file
    ///     std::fs::rename("chat.json.new", "chat.json")
    /// });
    /// # }
    /// ```
    pub fn on_renewal<R, E>(self, store: impl Fn(ResumePoint) -> R + Send + Sync + 'static) -> Self
    where
        R: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        self.shared.on_renewal.set(store);
        self
    }

    /// The id of the chat. It never changes.
    pub fn id(&self) -> &ChatId {
        &self.id
    }

    /// The credentials that the next call will be made with. Any call may renew them.
    pub async fn credentials(&self) -> ChatCredentials {
        self.session().await.cursor.credentials().clone()
    }

    /// The participant that this client is, if it is known: the one who requested the chat.
    pub async fn participant(&self) -> Option<ParticipantId> {
        self.session().await.participant
    }

    /// Whether an event is from the participant that this client is. See also [`Update::is_own`].
    pub async fn is_own(&self, event: &ChatEvent) -> bool {
        is_own(event, self.session().await.participant)
    }

    /// Whether the chat has ended, or the server does not accept this client any more: nothing can be sent. There may still
    /// be updates to read.
    pub async fn has_ended(&self) -> bool {
        self.session().await.has_ended()
    }

    /// The next update, each of them once; polls until there is one. `None` when the chat has ended and all of its updates
    /// were returned.
    ///
    /// # Errors
    ///
    /// `Cursor` when the transcript could not be read to the end of the chat: everything that came was returned before. After
    /// any other error the chat is where it was, and the next call goes on. Nothing is lost when the future is dropped.
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

    /// The updates up to now: polls at once, as often as it takes to have everything that the server has, and does not wait
    /// for new ones.
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

    /// Where a later run has to go on: after the updates that were returned so far. Store it together with them. See also
    /// [`on_renewal`](Self::on_renewal).
    pub async fn resume_point(&self) -> ResumePoint {
        self.session().await.resume_point()
    }

    pub(crate) async fn session(&self) -> MutexGuard<'_, Session> {
        self.shared.session.lock().await
    }

    /// Has renewed credentials stored. Before each request, so that none is made with credentials that are not stored.
    pub(crate) async fn store(&self, session: &mut Session) -> Result<(), Error> {
        if session.is_renewed() {
            self.shared.on_renewal.store(|| session.resume_point()).await.map_err(Error::NotStored)?;
            session.mark_stored();
        }
        Ok(())
    }

    /// One poll, whether or not it is due.
    pub(crate) async fn poll(&self, session: &mut Session) -> Result<(), Error> {
        let Some(params) = session.cursor.request() else { return Ok(()) };
        self.store(session).await?;
        let answer: GetMessagesAnswer = self.client.get_messages(&self.id, &params).await?;
        session.accept(answer, self.client.polling());
        let _ = self.store(session).await; // Before the next request it is tried again, and reported.
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
