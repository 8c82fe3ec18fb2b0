//! How an emulator is set up.

use std::{fmt, path::PathBuf, time::Duration};

use crate::{
    clock::Clock,
    emulator::Emulator,
    fault::Fault,
    faults::Faults,
    genesys::Script,
    responder::{Responder, SeededResponder},
    server::{Server, Settings, StartError},
};

/// Sets an emulator up. Made by [`Emulator::builder`].
#[must_use = "an emulator begins with `start`"]
pub struct Builder {
    data: Option<PathBuf>,
    port: u16,
    seed: u64,
    clock: Clock,
    require_hmac: bool,
    responder: Option<Box<dyn Responder>>,
    script: Option<Script>,
    faults: Vec<(Fault, f64)>,
    delay: Duration,
    silence: Duration,
    header_timeout: Duration,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            data: None,
            port: 0,
            seed: 0,
            clock: Clock::real(),
            require_hmac: false,
            responder: None,
            script: None,
            faults: Vec::new(),
            delay: Duration::from_secs(1),
            silence: Duration::from_secs(300),
            header_timeout: Duration::from_secs(30),
        }
    }

    /// Keeps everything in this file, which is made when there is none. Without one, it is in memory (what is more than 64 MiB
    /// in a temporary file) and gone with the emulator.
    pub fn data(mut self, file: impl Into<PathBuf>) -> Self {
        self.data = Some(file.into());
        self
    }

    /// Listens on this port of 127.0.0.1; 0, or none given, is any that is free.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Decides keys, ids, texts and faults; 0 when none is given.
    ///
    /// A file keeps the keys and the ids of the seed that it was made with.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Takes the time from this clock.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Whether a client must prove its external id by an HMAC. One that is sent is checked in any case.
    pub fn require_hmac(mut self, required: bool) -> Self {
        self.require_hmac = required;
        self
    }

    /// Lets this write the replies of agents. Without one, a [`SeededResponder`] does.
    pub fn responder(mut self, responder: impl Responder) -> Self {
        self.responder = Some(Box::new(responder));
        self
    }

    /// Lets this decide who joins chats and what they do there. Without one, the default script does.
    pub fn script(mut self, script: Script) -> Self {
        self.script = Some(script);
        self
    }

    /// Lets a fault hit a share of the requests, as [`Faults::share`] does.
    pub fn fault(mut self, fault: Fault, share: f64) -> Self {
        self.faults.push((fault, share));
        self
    }

    /// How long [`Fault::Slow`] and [`Fault::Late`] take; a second when nothing is given.
    pub fn delay(mut self, time: Duration) -> Self {
        self.delay = time;
        self
    }

    /// How long the client of a Genesys chat may be silent before it is dropped; 300 seconds when nothing is given.
    pub fn silence(mut self, time: Duration) -> Self {
        self.silence = time;
        self
    }

    /// How long the headers of a request may take, counted from the moment when the connection waits for one; 30 seconds when
    /// nothing is given. Then the connection is closed.
    pub fn header_timeout(mut self, time: Duration) -> Self {
        self.header_timeout = time;
        self
    }

    /// Starts it. When this returns, it answers.
    ///
    /// # Errors
    ///
    /// When the port or the file cannot be had, or the file is none of an emulator.
    pub async fn start(self) -> Result<Emulator, StartError> {
        let Self {
            data,
            port,
            seed,
            clock,
            require_hmac,
            responder,
            script,
            faults: shares,
            delay,
            silence,
            header_timeout,
        } = self;
        let faults = Faults::new(seed);
        for (fault, share) in shares {
            faults.share(fault, share);
        }
        let settings = Settings {
            data,
            port,
            seed,
            clock,
            require_hmac,
            responder: responder.unwrap_or_else(|| Box::new(SeededResponder::new(seed))),
            script: script.unwrap_or_default(),
            faults: faults.clone(),
            delay,
            silence,
            header_timeout,
        };
        Ok(Emulator::new(Server::start(settings).await?, faults))
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("data", &self.data)
            .field("port", &self.port)
            .field("seed", &self.seed)
            .field("require_hmac", &self.require_hmac)
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}
