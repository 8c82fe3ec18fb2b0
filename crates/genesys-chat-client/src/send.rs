//! The eight operations in a chat.

use conversation_core::ChatCredentials;
use conversation_http::{Error as CallError, Retry, Secrets};
use genesys_chat_types::{
    ChatStatus, CompleteParams, GetChatParams, OperateChatAnswer, OperateChatParams, StartTypingParams,
    StopTypingParams, UpdateUserDataParams, UserData,
};

use crate::{
    Chat, ChatFailure, Error, OutgoingMessage, SentMessage, generated::Client as Requests, prepared::Operation,
    session::Session,
};

impl Chat {
    /// Send Message: sends a message once, and returns what was sent. See [Sending](crate#sending).
    ///
    /// # Errors
    ///
    /// When the server refuses it, or ended the session. `OutcomeUnknown` when no answer came and the transcript cannot tell.
    pub async fn send(&self, message: impl Into<OutgoingMessage>) -> Result<SentMessage, Error> {
        self.prepare_and_carry_out(Operation::Message, message.into()).await
    }

    /// Update nickname: changes the name of this participant. It is sent once, see [Sending](crate#sending).
    ///
    /// # Errors
    ///
    /// As of [`send`](Self::send).
    pub async fn update_nickname(&self, nickname: &str) -> Result<(), Error> {
        self.prepare_and_carry_out(Operation::Nickname, nickname.into()).await.map(drop)
    }

    /// Push URL: shows a page to the other participants. It is sent once, see [Sending](crate#sending).
    ///
    /// # Errors
    ///
    /// As of [`send`](Self::send).
    pub async fn push_url(&self, url: &str) -> Result<(), Error> {
        self.prepare_and_carry_out(Operation::Url, url.into()).await.map(drop)
    }

    /// Get Chat: the state of the chat, and who is there.
    ///
    /// # Errors
    ///
    /// When the server ended the session.
    pub async fn get(&self) -> Result<OperateChatAnswer, Error> {
        let mut session = self.session().await;
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            GetChatParams::new(user_id, secure_key, alias, tenant_name).into()
        };
        self.operate(&mut session, "GetChat", Retry::Idempotent, params).await
    }

    /// Start typing: the client is writing, `preview` so far.
    ///
    /// # Errors
    ///
    /// When the server ended the session, or when no answer came: it is not repeated then.
    pub async fn start_typing(&self, preview: Option<&str>) -> Result<(), Error> {
        let mut session = self.session().await;
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            let mut params = StartTypingParams::new(user_id, secure_key, alias, tenant_name);
            params.text = preview.map(str::to_owned);
            params.into()
        };
        self.operate(&mut session, "SendStartTypingNotification", Retry::NotExecuted, params).await.map(drop)
    }

    /// Stop typing: the client is not writing any more, `preview` so far.
    ///
    /// # Errors
    ///
    /// As of [`start_typing`](Self::start_typing).
    pub async fn stop_typing(&self, preview: Option<&str>) -> Result<(), Error> {
        let mut session = self.session().await;
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            let mut params = StopTypingParams::new(user_id, secure_key, alias, tenant_name);
            params.text = preview.map(str::to_owned);
            params.into()
        };
        self.operate(&mut session, "SendStopTypingNotification", Retry::NotExecuted, params).await.map(drop)
    }

    /// Update attached data: sets the keys given, and leaves the others as they are. Doing it again changes nothing.
    ///
    /// # Errors
    ///
    /// When the server refuses it, or ended the session.
    pub async fn update_user_data(&self, user_data: UserData) -> Result<(), Error> {
        let mut session = self.session().await;
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            UpdateUserDataParams::new(user_id, secure_key, alias, tenant_name, user_data.clone()).into()
        };
        self.operate(&mut session, "UpdateUserData", Retry::Idempotent, params).await.map(drop)
    }

    /// End chat. The rest of the transcript can still be followed. When no answer comes, the transcript says
    /// whether it has ended.
    ///
    /// # Errors
    ///
    /// When the session was over before, or the server does not end it.
    pub async fn complete(&self) -> Result<(), Error> {
        let chat = self.started();
        let mut session = chat.session().await;
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            CompleteParams::new(user_id, secure_key, alias, tenant_name).into()
        };
        let mut number = 1;
        loop {
            let cause = match chat.operate(&mut session, "Complete", Retry::NotExecuted, params).await {
                Ok(_) => return Ok(()),
                // An earlier attempt ended it after all.
                Err(CallError::Api(failure)) if number > 1 && failure.status_code == ChatStatus::OVER => return Ok(()),
                Err(error) if !error.may_have_happened() => return Err(error),
                Err(error) => error,
            };
            chat.poll(&mut session).await?;
            if session.cursor.chat_ended() {
                return Ok(());
            }
            let Some(wait) = chat.client.policy().wait(number, None) else { return Err(cause) };
            tokio::time::sleep(wait).await;
            number += 1;
        }
    }

    async fn prepare_and_carry_out(
        &self,
        operation: Operation,
        message: OutgoingMessage,
    ) -> Result<SentMessage, Error> {
        let chat = self.started();
        let mut session = chat.session().await;
        let mut prepared = chat.prepare_in(&mut session, operation, message);
        chat.carry_out_in(&mut session, &mut prepared).await
    }

    /// One operation, with the credentials as they are, and its answer taken in.
    pub(crate) async fn operate(
        &self,
        session: &mut Session,
        operation: &'static str,
        repeat: Retry,
        params: impl Fn(ChatCredentials) -> OperateChatParams,
    ) -> Result<OperateChatAnswer, Error> {
        self.store(session).await?;
        let credentials = session.cursor.credentials().clone();
        let secrets = Secrets::none().with(credentials.secure_key.expose());
        let (params, chat) = (&params(credentials), &self.id);
        let send = |requests: Requests| async move { requests.operate_chat(chat, params).await };
        let check = |answer: OperateChatAnswer| match answer.status_code {
            ChatStatus::DONE => Ok(answer),
            code => Err(ChatFailure::new(operation, 200, code, answer.errors, &secrets)),
        };
        let answer = self.client.call(repeat, secrets.clone(), send, check).await?;
        session.acknowledge(answer.clone());
        let _ = self.store(session).await; // Before the next request it is tried again, and reported.
        Ok(answer)
    }
}
