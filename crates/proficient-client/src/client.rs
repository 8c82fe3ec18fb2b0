//! The client: where the server is, who calls, and how.

use std::{fmt, future::Future, sync::Arc};

use conversation_http::{Attempt, BaseUrl, Call, InvalidArgument, RequestPolicy, Retry, ServerClock, http_client};
use conversation_wire::WireType;
use proficient_types::ApiError;
use progenitor_client::{ClientHooks, ClientInfo as _, OperationInfo, ResponseValue};

use crate::{
    Agents, Auth, Error, Interactions, Messages, Reconcile, Users, generated::Client as Requests, recent::Recent,
};

/// A client of the Proficient API. A clone is the same client, and costs next to nothing.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    base: BaseUrl,
    http: reqwest::Client,
    auth: Auth,
    policy: RequestPolicy,
    reconcile: Reconcile,
    /// What is known of the server. Clients that were made from one another share it.
    server: Arc<Server>,
}

#[derive(Default)]
struct Server {
    clock: ServerClock,
    recent: Recent,
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
        let (policy, reconcile, server) = (RequestPolicy::default(), Reconcile::default(), Arc::default());
        Ok(Self(Arc::new(Inner { base, http, auth, policy, reconcile, server })))
    }

    /// The same client with other timeouts and repetitions.
    pub fn with_policy(self, policy: RequestPolicy) -> Self {
        self.change(|inner| inner.policy = policy)
    }

    /// The same client on an HTTP client of your own, for a proxy or for certificates of your own. Let it follow no
    /// redirects: it would take the keys along.
    ///
    /// It must be of the same version of reqwest, which this crate re-exports: [`reqwest`].
    pub fn with_http(self, http: reqwest::Client) -> Self {
        self.change(|inner| inner.http = http)
    }

    /// The same client with the credentials of another user.
    pub fn with_auth(self, auth: Auth) -> Self {
        self.change(|inner| inner.auth = auth)
    }

    /// The same client, which finds out in another way what became of a call that creates something and got no answer. See
    /// [Creating](crate#creating).
    pub fn with_reconcile(self, reconcile: Reconcile) -> Self {
        self.change(|inner| inner.reconcile = reconcile)
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

    pub(crate) fn reconciles(&self) -> Reconcile {
        self.0.reconcile
    }

    pub(crate) fn clock(&self) -> &ServerClock {
        &self.0.server.clock
    }

    pub(crate) fn recent(&self) -> &Recent {
        &self.0.server.recent
    }

    /// One call, repeated where that is safe.
    pub(crate) async fn call<T, S>(&self, repeat: Retry, send: impl Fn(Requests) -> S) -> Result<T, Error>
    where
        T: WireType,
        S: Future<Output = Result<ResponseValue<T>, progenitor_client::Error<ApiError>>>,
    {
        let Inner { base, http, auth, policy, server, .. } = &*self.0;
        let clock = Some(&server.clock);
        let call = Call { policy, headers: auth.headers().clone(), secrets: auth.secrets().clone(), repeat, clock };
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
        let Inner { base, auth, policy, reconcile, .. } = &*self.0;
        let mut shown = f.debug_struct("Client");
        shown.field("base", base).field("auth", auth).field("policy", policy).field("reconcile", reconcile);
        shown.finish_non_exhaustive()
    }
}
