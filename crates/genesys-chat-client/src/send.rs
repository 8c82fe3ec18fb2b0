//! The eight operations in a chat.

use conversation_core::ChatCredentials;
use conversation_http::{Error as CallError, OutcomeUnknown, Retry, Secrets};
use genesys_chat_types::{
    ChatStatus, CompleteParams, GetChatParams, OperateChatAnswer, OperateChatParams, PushUrlParams, SendMessageParams,
    StartTypingParams, StopTypingParams, UpdateNicknameParams, UpdateUserDataParams, UserData,
};

use crate::{Chat, ChatFailure, Error, generated::Client as Requests, session::Session};

impl Chat {
    /// Send Message: says something. It is sent once, see [Sending](crate#sending).
    ///
    /// # Errors
    ///
    /// When the server refuses it, or ended the session. `Unknown` when no answer came and the transcript cannot tell.
    pub async fn send_message(&self, text: &str) -> Result<(), Error> {
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            SendMessageParams::new(user_id, secure_key, alias, tenant_name, text).into()
        };
        self.say("SendMessage", text, params).await
    }

    /// Update nickname: the client is called otherwise from here on. It is sent once, see [Sending](crate#sending).
    ///
    /// # Errors
    ///
    /// As of [`send_message`](Self::send_message).
    pub async fn update_nickname(&self, nickname: &str) -> Result<(), Error> {
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            UpdateNicknameParams::new(user_id, secure_key, alias, tenant_name, nickname).into()
        };
        self.say("UpdateUserNickname", nickname, params).await
    }

    /// Push URL: shows a page to the others. It is sent once, see [Sending](crate#sending).
    ///
    /// # Errors
    ///
    /// As of [`send_message`](Self::send_message).
    pub async fn push_url(&self, url: &str) -> Result<(), Error> {
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            PushUrlParams::new(user_id, secure_key, alias, tenant_name, url).into()
        };
        self.say("SendUrl", url, params).await
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
        let mut session = self.session().await;
        let params = |credentials: ChatCredentials| {
            let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = credentials;
            CompleteParams::new(user_id, secure_key, alias, tenant_name).into()
        };
        let mut number = 1;
        loop {
            let cause = match self.operate(&mut session, "Complete", Retry::NotExecuted, params).await {
                Ok(_) => return Ok(()),
                // An earlier attempt ended it after all.
                Err(CallError::Api(failure)) if number > 1 && failure.status_code == ChatStatus::OVER => return Ok(()),
                Err(error) if !error.may_have_happened() => return Err(error),
                Err(error) => error,
            };
            self.poll(&mut session).await?;
            if session.cursor.chat_ended() {
                return Ok(());
            }
            let Some(wait) = self.client.policy().wait(number, None) else { return Err(cause) };
            tokio::time::sleep(wait).await;
            number += 1;
        }
    }

    /// Says `text` once, in one of the ways that put it into the transcript.
    async fn say(
        &self,
        operation: &'static str,
        text: &str,
        params: impl Fn(ChatCredentials) -> OperateChatParams,
    ) -> Result<(), Error> {
        let mut session = self.session().await;
        let earlier = session.watch(text);
        let said = self.say_once(&mut session, operation, text, earlier, params).await;
        session.end_watch(text, earlier, said.is_ok());
        said
    }

    async fn say_once(
        &self,
        session: &mut Session,
        operation: &'static str,
        text: &str,
        earlier: usize,
        params: impl Fn(ChatCredentials) -> OperateChatParams,
    ) -> Result<(), Error> {
        let policy = self.client.policy();
        let mut number = 1;
        loop {
            let cause = match self.operate(session, operation, Retry::NotExecuted, &params).await {
                Ok(_) => return Ok(()),
                Err(error) if !error.may_have_happened() => return Err(error),
                Err(error) => error,
            };
            // More than once, for the server may still be at it, or leave it out of an answer.
            for look in 1..=policy.attempts() {
                if let Err(error) = self.poll(session).await {
                    return Err(unknown(operation, cause, Some(error)));
                }
                if session.seen(text) > earlier {
                    return Ok(());
                }
                if let Some(wait) = policy.wait(look, None) {
                    tokio::time::sleep(wait).await;
                }
            }
            let is_blind = session.cursor.end().is_some() || session.cursor.gaps().next().is_some();
            if is_blind || matches!(cause, CallError::Timeout(_)) {
                return Err(unknown(operation, cause, None));
            }
            let Some(wait) = policy.wait(number, None) else { return Err(cause) };
            tokio::time::sleep(wait).await;
            number += 1;
        }
    }

    /// One operation, with the credentials as they are, and its answer taken in.
    async fn operate(
        &self,
        session: &mut Session,
        operation: &'static str,
        repeat: Retry,
        params: impl Fn(ChatCredentials) -> OperateChatParams,
    ) -> Result<OperateChatAnswer, Error> {
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
        Ok(answer)
    }
}

fn unknown(operation: &'static str, cause: Error, list: Option<Error>) -> Error {
    let mut unsettled = OutcomeUnknown::new(operation, cause);
    unsettled.list = list;
    CallError::OutcomeUnknown(Box::new(unsettled))
}
