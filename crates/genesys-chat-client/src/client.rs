//! The client: where the server is, and how calls are made.

use std::{fmt, future::Future, sync::Arc};

use conversation_core::TranscriptCursor;
use conversation_http::{
    Attempt, BaseUrl, Call, Error as CallError, InvalidArgument, OutcomeUnknown, RequestPolicy, Retry, Secrets,
    http_client,
};
use conversation_wire::WireType;
use genesys_chat_types::{
    ChatId, GetMessagesAnswer, GetMessagesParams, OperateChatAnswer, OperateChatParams, RequestChatAnswer,
    RequestChatParams,
};
use progenitor_client::{ClientHooks, ClientInfo as _, OperationInfo, ResponseValue};

use crate::{Chat, ChatFailure, Error, Polling, ResumePoint, generated::Client as Requests};

/// A client of the Genesys chat API. A clone is the same client, and costs next to nothing.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    base: BaseUrl,
    http: reqwest::Client,
    policy: RequestPolicy,
    polling: Polling,
}

impl Client {
    /// A client of the server at `base_url`, as a rule `https://host/webapi`, with the default [`RequestPolicy`] and [`Polling`].
    ///
    /// # Errors
    ///
    /// When the URL is invalid, or when the certificates that this machine trusts cannot be read.
    pub fn new(base_url: &str) -> Result<Self, InvalidArgument> {
        let base = BaseUrl::parse(base_url)?;
        let http = http_client(&base)?;
        Ok(Self(Arc::new(Inner { base, http, policy: RequestPolicy::default(), polling: Polling::default() })))
    }

    /// The same client with other timeouts and repetitions.
    pub fn with_policy(self, policy: RequestPolicy) -> Self {
        self.change(|inner| inner.policy = policy)
    }

    /// The same client, whose chats are asked for news as `polling` says.
    pub fn with_polling(self, polling: Polling) -> Self {
        self.change(|inner| inner.polling = polling)
    }

    /// The same client on an HTTP client of your own, for a proxy or for certificates of your own. Let it follow no
    /// redirects: it would take the keys along.
    ///
    /// It must be of the same version of reqwest, which this crate re-exports: [`reqwest`].
    pub fn with_http(self, http: reqwest::Client) -> Self {
        self.change(|inner| inner.http = http)
    }

    /// Opens a chat: `POST /api/v2/chats`.
    ///
    /// # Errors
    ///
    /// When the server opens none. `Unknown` when no answer came: no operation lists chats, so it is unknown whether one was
    /// opened; it ends by itself if it is not followed.
    pub async fn request_chat(&self, params: &RequestChatParams) -> Result<Chat, Error> {
        const OPERATION: &str = "request_chat";
        let send = |requests: Requests| async move { requests.request_chat(params).await };
        let check = |answer: RequestChatAnswer| match answer.status_code {
            genesys_chat_types::ChatStatus::DONE => Ok(answer),
            code => Err(ChatFailure::new(OPERATION, 200, code, answer.errors, &Secrets::none())),
        };
        let answer = self.call(Retry::NotExecuted, Secrets::none(), send, check).await.map_err(|cause| {
            if !cause.may_have_happened() {
                return cause;
            }
            CallError::OutcomeUnknown(Box::new(OutcomeUnknown::new(OPERATION, cause)))
        })?;
        let begun = TranscriptCursor::begin(answer, params.tenant_name.clone());
        let (cursor, accepted) = begun.map_err(|error| InvalidArgument::new(OPERATION, error.to_string()))?;
        Ok(Chat::begin(self.clone(), cursor, accepted))
    }

    /// Goes on with a chat, from where [`Chat::resume_point`] was taken, or from the beginning of one whose credentials are
    /// known.
    pub fn resume(&self, point: ResumePoint) -> Chat {
        Chat::resume(self.clone(), point)
    }

    /// Get Messages as it is: `POST /api/v2/chats/{chatId}/messages`, with any `statusCode`. [`Chat`] is what follows
    /// a chat.
    ///
    /// # Errors
    ///
    /// When no answer of the API came.
    pub async fn get_messages(&self, chat: &ChatId, params: &GetMessagesParams) -> Result<GetMessagesAnswer, Error> {
        let send = |requests: Requests| async move { requests.get_messages(chat, params).await };
        self.call(Retry::Idempotent, Secrets::none().with(params.secure_key.expose()), send, Ok).await
    }

    /// One of the eight operations as it is: `POST /api/v2/chats/{chatId}`, with any `statusCode`. It is not repeated.
    /// [`Chat`] has a function for each.
    ///
    /// # Errors
    ///
    /// When no answer of the API came.
    pub async fn operate(&self, chat: &ChatId, params: &OperateChatParams) -> Result<OperateChatAnswer, Error> {
        let send = |requests: Requests| async move { requests.operate_chat(chat, params).await };
        self.call(Retry::NotExecuted, Secrets::none(), send, Ok).await
    }

    /// The same client, for one call whose deadline begins now.
    pub(crate) fn started(&self) -> Self {
        if self.0.policy.deadline().is_none() {
            return self.clone();
        }
        self.clone().change(|inner| inner.policy = inner.policy.started())
    }

    pub(crate) fn policy(&self) -> &RequestPolicy {
        &self.0.policy
    }

    pub(crate) fn polling(&self) -> &Polling {
        &self.0.polling
    }

    /// One call, repeated where that is safe.
    pub(crate) async fn call<T, S>(
        &self,
        repeat: Retry,
        secrets: Secrets,
        send: impl Fn(Requests) -> S,
        check: impl Fn(T) -> Result<T, ChatFailure>,
    ) -> Result<T, Error>
    where
        T: WireType,
        S: Future<Output = Result<ResponseValue<T>, progenitor_client::Error<()>>>,
    {
        let Inner { base, http, policy, .. } = &*self.0;
        let call = Call { policy, headers: reqwest::header::HeaderMap::new(), secrets, repeat, clock: None };
        call.run(|attempt| send(Requests::new_with_client(base.as_str(), http.clone(), attempt)), check).await
    }

    fn change(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }
}

impl ClientHooks<Attempt> for Requests {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        operation: &OperationInfo,
    ) -> Result<(), progenitor_client::Error<E>> {
        self.inner().prepare(request, operation);
        Ok(())
    }

    async fn exec(&self, request: reqwest::Request, _: &OperationInfo) -> reqwest::Result<reqwest::Response> {
        self.inner().execute(self.client(), request).await
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { base, policy, polling, .. } = &*self.0;
        let mut shown = f.debug_struct("Client");
        shown.field("base", base).field("policy", policy).field("polling", polling).finish_non_exhaustive()
    }
}
