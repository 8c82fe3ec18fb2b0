//! The emulator's thread: it owns the listener, every connection and the store, and takes them along when it ends.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    thread::JoinHandle,
    time::Duration,
};

use axum::Router;
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use proficient_types::AgentId;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

use crate::{
    clock::Clock,
    cors,
    faults::Faults,
    genesys::{self, Script},
    ids::{self, Ids},
    keys::Keys,
    proficient::{self, ensure_agent},
    project,
    responder::Responder,
    state::{AppState, Shared},
    store::{Store, StoreError},
    transport::Transport,
};

/// What a server is started with.
pub(crate) struct Settings {
    pub(crate) data: Option<PathBuf>,
    pub(crate) port: u16,
    pub(crate) seed: u64,
    pub(crate) clock: Clock,
    pub(crate) require_hmac: bool,
    pub(crate) responder: Box<dyn Responder>,
    pub(crate) script: Script,
    pub(crate) faults: Faults,
    pub(crate) delay: Duration,
    pub(crate) silence: Duration,
    pub(crate) header_timeout: Duration,
}

/// A server that runs. Dropped, it ends: when the drop returns, the port is closed, every connection is cut, and the
/// store's file is closed.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) state: AppState,
    pub(crate) agent_id: AgentId,
    /// Dropping it ends the thread.
    running: Option<oneshot::Sender<()>>,
    ended: Option<oneshot::Receiver<()>>,
    thread: Option<JoinHandle<()>>,
}

/// The emulator did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The port cannot be had.
    #[error("cannot listen on port {port} of 127.0.0.1: {error}")]
    Port {
        /// The port that was asked for; 0 for any.
        port: u16,
        /// Why.
        error: io::Error,
    },
    /// The store cannot be opened.
    #[error("{}{error}", file.as_ref().map(|file| format!("{}: ", file.display())).unwrap_or_default())]
    Store {
        /// The file; none for a store in memory.
        file: Option<PathBuf>,
        /// Why.
        error: StoreError,
    },
    /// The clock is beyond the year 9999, or before 1970: HTTP cannot write such a time.
    #[error("the clock is set to {0} ms since the Unix epoch: set it to a time between the years 1970 and 9999")]
    Clock(i64),
    /// The system gives no thread, or nothing to wait for connections with.
    #[error("cannot start a thread: {0}")]
    Thread(io::Error),
}

struct Ready {
    address: SocketAddr,
    state: AppState,
    agent_id: AgentId,
}

impl Server {
    pub(crate) async fn start(settings: Settings) -> Result<Self, StartError> {
        let (running, stop) = oneshot::channel();
        let (ended_sender, ended) = oneshot::channel();
        let (ready_sender, ready) = oneshot::channel();
        // A thread and a runtime of its own: it goes on while a test's own thread is busy or its time is paused, and
        // it can be waited for where nothing is async.
        let thread = std::thread::Builder::new()
            .name("emulator".to_owned())
            .spawn(move || {
                run(settings, ready_sender, stop);
                let _ = ended_sender.send(());
            })
            .map_err(StartError::Thread)?;
        let broke_off = || Err(StartError::Thread(io::Error::other("it broke off")));
        let Ready { address, state, agent_id } = ready.await.unwrap_or_else(|_| broke_off())?;
        Ok(Self { address, state, agent_id, running: Some(running), ended: Some(ended), thread: Some(thread) })
    }

    pub(crate) async fn stop(mut self) {
        self.running = None;
        if let Some(ended) = self.ended.take() {
            let _ = ended.await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.running = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(settings: Settings, ready: oneshot::Sender<Result<Ready, StartError>>, stop: oneshot::Receiver<()>) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let _ = ready.send(Err(StartError::Thread(error)));
            return;
        }
    };
    let (file, header_timeout) = (settings.data.clone(), settings.header_timeout);
    let opened = Store::open(file.as_deref(), &[project::SCHEMA, ids::SCHEMA, proficient::SCHEMA, genesys::SCHEMA]);
    let (store, thread) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            let _ = ready.send(Err(StartError::Store { file, error }));
            return;
        }
    };
    runtime.block_on(async {
        match begin(settings, store.clone()).await {
            Ok((listener, transport, begun)) => {
                if ready.send(Ok(begun)).is_ok() {
                    tokio::select! {
                        _ = stop => {}
                        () = accept(listener, transport, header_timeout) => {}
                    }
                }
            }
            Err(error) => {
                let _ = ready.send(Err(error));
            }
        }
    });
    // Cuts every connection and drops what is in progress. What the store was told to do, it finishes.
    runtime.shutdown_background();
    store.close(thread);
}

async fn begin(settings: Settings, store: Store) -> Result<(TcpListener, Transport, Ready), StartError> {
    let Settings { data, port, seed, clock, require_hmac, responder, script, faults, delay, silence, .. } = settings;
    let of_store = |error| StartError::Store { file: data, error };
    let now = clock.now();
    if clock.http_date().is_none() {
        return Err(StartError::Clock(now.as_millis()));
    }
    let date_clock = clock.clone();
    let begun = store
        .call(move |tx| {
            let seed = project::seed(tx, seed)?;
            let ids = Ids::new(seed);
            Ok((seed, ids, ensure_agent(tx, ids, now)?))
        })
        .await;
    let (project_seed, ids, agent_id) = begun.map_err(of_store)?;
    let in_port = |error| StartError::Port { port, error };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(in_port)?;
    let address = listener.local_addr().map_err(in_port)?;
    let state = AppState::new(Shared {
        store,
        clock,
        ids,
        seed,
        keys: Keys::new(project_seed),
        require_hmac,
        responder,
        script: Arc::new(script),
        silence: i64::try_from(silence.as_millis()).unwrap_or(i64::MAX),
    });
    let router: Router = proficient::router(state.clone()).nest("/webapi", genesys::router(state.clone()));
    Ok((listener, Transport::new(router, faults, delay, date_clock), Ready { address, state, agent_id }))
}

async fn accept(listener: TcpListener, transport: Transport, header_timeout: Duration) {
    let mut was_told = false;
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                was_told = false;
                tokio::spawn(connection(stream, transport.clone(), header_timeout));
            }
            Err(error) => {
                // Such as too many open files: it passes when connections close.
                if !std::mem::replace(&mut was_told, true) {
                    tracing::warn!("cannot accept a connection: {error}");
                }
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
    }
}

async fn connection(stream: TcpStream, transport: Transport, header_timeout: Duration) {
    let _ = stream.set_nodelay(true);
    let service = tower::service_fn(move |request| transport.clone().answer(request));
    let answer = service_fn(move |request| cors::answer(service.clone(), request));
    let mut http = http1::Builder::new();
    // The timer is for the time that the headers of a request may take.
    http.half_close(true).timer(TokioTimer::new()).header_read_timeout(header_timeout);
    let served = http.serve_connection(TokioIo::new(stream), answer).await;
    if let Err(error) = served {
        tracing::trace!(%error, "a connection ended");
    }
}
