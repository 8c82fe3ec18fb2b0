//! The client: where the server is, who calls, and how.

use std::{fmt, future::Future, sync::Arc};

use conversation_http::{Attempt, BaseUrl, Call, InvalidArgument, RequestPolicy, Retry, http_client};
use conversation_wire::WireType;
use proficient_types::ApiError;
use progenitor_client::{ClientHooks, ClientInfo as _, OperationInfo, ResponseValue};

use crate::{Agents, Auth, Error, Interactions, Messages, Users, generated::Client as Requests};

/// A client of the Proficient API. A clone is the same client, and costs next to nothing.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    base: BaseUrl,
    http: reqwest::Client,
    auth: Auth,
    policy: RequestPolicy,
    settles: bool,
}

impl Client {
    /// A client of the server at `base_url`, such as `https://api.proficientai.com`, with the default [`RequestPolicy`].
    ///
    /// # Errors
    ///
    /// When the URL is invalid, or when the certificates that this machine trusts cannot be read.
    pub fn new(base_url: &str, auth: Auth) -> Result<Self, InvalidArgument> {
        let base = BaseUrl::parse(base_url)?;
        let http = http_client(&base)?;
        Ok(Self(Arc::new(Inner { base, http, auth, policy: RequestPolicy::default(), settles: true })))
    }

    /// The same client with other timeouts and repetitions.
    pub fn with_policy(self, policy: RequestPolicy) -> Self {
        self.change(|inner| inner.policy = policy)
    }

    /// The same client on an HTTP client of your own, for a proxy or for certificates of your own. Let it follow no
    /// redirects: it would take the keys along.
    ///
    /// reqwest is built without cryptography of its own here: give its builder a configuration of rustls
    /// (`tls_backend_preconfigured`), or install a provider for the process, or turn a feature of reqwest on that has one.
    pub fn with_http(self, http: reqwest::Client) -> Self {
        self.change(|inner| inner.http = http)
    }

    /// The same client with the credentials of another user.
    pub fn with_auth(self, auth: Auth) -> Self {
        self.change(|inner| inner.auth = auth)
    }

    /// The same client, which looks at no list when something is to be created: it saves the requests, and when no answer
    /// comes it does not know whether it was.
    pub fn without_settling(self) -> Self {
        self.change(|inner| inner.settles = false)
    }

    /// Interactions of the end user with agents. Client API.
    pub fn interactions(&self) -> Interactions<'_> {
        Interactions(self)
    }

    /// Messages of interactions. Client API.
    pub fn messages(&self) -> Messages<'_> {
        Messages(self)
    }

    /// Agents and their configuration. Admin API; a client can list and read agents.
    pub fn agents(&self) -> Agents<'_> {
        Agents(self)
    }

    /// The end users of a project. Admin API; a client can read and update its own user.
    pub fn users(&self) -> Users<'_> {
        Users(self)
    }

    pub(crate) fn policy(&self) -> &RequestPolicy {
        &self.0.policy
    }

    pub(crate) fn settles(&self) -> bool {
        self.0.settles
    }

    /// One call, repeated where that is safe.
    pub(crate) async fn call<T, S>(&self, repeat: Retry, send: impl Fn(Requests) -> S) -> Result<T, Error>
    where
        T: WireType,
        S: Future<Output = Result<ResponseValue<T>, progenitor_client::Error<ApiError>>>,
    {
        let Inner { base, http, auth, policy, .. } = &*self.0;
        let call = Call { policy, headers: auth.headers().clone(), secrets: auth.secrets().clone(), repeat };
        call.run(|attempt| send(Requests::new_with_client(base.as_str(), http.clone(), attempt)), Ok).await
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
        let Inner { base, auth, policy, settles, .. } = &*self.0;
        let mut shown = f.debug_struct("Client");
        shown.field("base", base).field("auth", auth).field("policy", policy).field("settles", settles);
        shown.finish_non_exhaustive()
    }
}
