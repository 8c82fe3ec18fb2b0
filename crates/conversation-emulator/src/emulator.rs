//! The emulator, as a test holds it.

use std::fmt;

use proficient_types::{AgentId, Interaction, InteractionId, Message};

use crate::{
    builder::Builder,
    clock::Clock,
    faults::Faults,
    keys::Keys,
    proficient::views,
    server::{Server, StartError},
    state::AppState,
    store::StoreError,
};

/// Both APIs on one port of 127.0.0.1. Dropped, it ends: the port is closed, every connection is cut, the threads have
/// ended and the file is closed when the drop returns.
pub struct Emulator {
    server: Server,
    faults: Faults,
}

impl Emulator {
    pub(crate) fn new(server: Server, faults: Faults) -> Self {
        Self { server, faults }
    }

    /// Starts one with nothing set: in memory, on a port of its own, with seed 0, without faults.
    ///
    /// # Errors
    ///
    /// When the system has no port or no thread to give.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Sets one up.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// The base URL of the Proficient API.
    pub fn proficient_url(&self) -> String {
        format!("http://{}", self.server.address)
    }

    /// The base URL of the Genesys chat API.
    pub fn genesys_url(&self) -> String {
        format!("http://{}/webapi", self.server.address)
    }

    /// The keys of the project.
    pub fn keys(&self) -> &Keys {
        &self.state().keys
    }

    /// The HMAC that proves an external id: what a client sends as `X-PROFICIENT-USER-HMAC`.
    pub fn sign(&self, external_id: &str) -> String {
        self.keys().sign(external_id)
    }

    /// The agent that was made when the store was empty; in a file, the oldest that was active at the start.
    pub fn agent_id(&self) -> &AgentId {
        &self.server.agent_id
    }

    /// Its clock.
    pub fn clock(&self) -> &Clock {
        &self.state().clock
    }

    /// Its faults.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// How many requests came for an operation, such as `messages_ask`, those included that a fault hit.
    pub fn requests(&self, operation_id: &str) -> u64 {
        self.faults.requests(operation_id)
    }

    /// Ends it, as dropping it does, without keeping the thread waiting.
    pub async fn stop(self) {
        self.server.stop().await;
    }

    /// Every interaction of every user, oldest first, past HTTP and faults.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn interactions(&self) -> Result<Vec<Interaction>, StoreError> {
        self.state().store.call(|tx| Ok(views::interactions(tx)?)).await
    }

    /// Every message of an interaction, oldest first, past HTTP and faults. Of an interaction that there is not, none.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn messages(&self, interaction: &InteractionId) -> Result<Vec<Message>, StoreError> {
        let interaction = interaction.clone();
        self.state().store.call(move |tx| Ok(views::messages(tx, &interaction)?)).await
    }

    /// Puts messages into their interactions as they are, in this order and in one transaction.
    ///
    /// Nothing about them is checked but that their ids are new and their interactions there: parents may be missing,
    /// depths wrong and times the same, as a server that errs could send them.
    ///
    /// # Errors
    ///
    /// When an id is taken or an interaction is not there, or the store fails. Then none of them is put in.
    pub async fn insert_messages(&self, messages: Vec<Message>) -> Result<(), StoreError> {
        self.state().store.call(move |tx| views::insert_messages(tx, &messages)).await
    }

    pub(crate) fn state(&self) -> &AppState {
        &self.server.state
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator").field("address", &self.server.address).finish_non_exhaustive()
    }
}
