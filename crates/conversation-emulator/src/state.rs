//! What every handler has at hand.

use std::{ops::Deref, sync::Arc};

use crate::{
    clock::Clock,
    genesys::{Script, World},
    ids::Ids,
    keys::Keys,
    responder::Responder,
    store::Store,
};

/// The emulator, as its handlers see it. Clones are the same one.
#[derive(Clone)]
pub(crate) struct AppState(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    pub(crate) seed: u64,
    pub(crate) keys: Keys,
    pub(crate) require_hmac: bool,
    pub(crate) responder: Box<dyn Responder>,
    pub(crate) script: Arc<Script>,
    /// How long a client of a chat may be silent, in milliseconds.
    pub(crate) silence: i64,
}

impl AppState {
    pub(crate) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// What chats go by.
    pub(crate) fn world(&self) -> World {
        let script = Arc::clone(&self.script);
        World { now: self.clock.now(), seed: self.seed, script, silence: self.silence }
    }
}

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
