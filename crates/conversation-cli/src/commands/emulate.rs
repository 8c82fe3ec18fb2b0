//! `conversation emulate`: both APIs on one port, until it is ended.

use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

use conversation_emulator::{ApiKey, Builder, Emulator, Fault, OpenAiResponder, Script, ScriptResponder, StartError};

use crate::{
    error::{Failure, Outcome, io_reason, shown},
    escape,
    exit_codes::exit_codes,
    keys, output, runtime, traces,
};

/// Run a test server that behaves like both APIs
///
/// Serves the Proficient API and the Genesys chat API on one port of this machine, over one store: in
/// memory, or in a file, where every answered change survives a crash. Prints the addresses, the keys
/// that it generated, an agent, and requests to copy; then it serves until Ctrl-C.
///
/// Faults can be injected: each fault affects a share of the requests to which it applies, or the
/// requests that ask for it with the header x-emulator-fault. The same seed and the same requests give
/// the same run.
///
/// Environment:
///   OPENAI_API_KEY  API key for the endpoint of --openai, if it needs one
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(emulate), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Store everything in this file, which is created if it does not exist
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,

    /// Port, or 0 for any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// Seed of keys, ids, texts and faults. A file keeps the keys that it was created with
    #[arg(long, default_value_t = 0)]
    seed: u64,

    #[arg(long, value_name = "NAME=SHARE", help = "Inject this fault into a share of the requests, from 0 to 1; may be repeated", long_help = faults())]
    fault: Vec<Share>,

    /// Duration of the faults `slow` and `late`
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 1000)]
    delay: u64,

    /// Refuse users of the Proficient API without a valid signature
    #[arg(long)]
    require_hmac: bool,

    /// JSON file that describes who joins chats of the Genesys API and what they do
    #[arg(long, value_name = "FILE")]
    script: Option<PathBuf>,

    /// JSON file with the replies of agents of the Proficient API
    #[arg(long, value_name = "FILE", conflicts_with = "openai")]
    replies: Option<PathBuf>,

    /// Address of an endpoint with OpenAI's protocol that replies, such as http://localhost:11434/v1
    #[arg(long, value_name = "URL")]
    openai: Option<String>,

    /// Always ask the endpoint for this model instead of the agent's
    #[arg(long, requires = "openai")]
    model: Option<String>,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation emulate                             Serve both APIs on port 8080, in memory
  conversation emulate --port 0 --data test.db --seed 7
                                                   Use a free port, a file, and other keys and ids
  conversation emulate --fault dropped_after=0.1 --fault holes=0.2
                                                   Inject faults
  conversation emulate --openai http://localhost:11434/v1 --model llama3
                                                   Let a language model reply
  curl -H 'x-emulator-fault: too_many_requests' …  Ask for a fault in one request

",
    exit_codes!(emulate)
);

/// The faults by name, for the help.
fn faults() -> String {
    let mut text =
        "Inject this fault into a share of the requests, from 0 to 1; may be repeated. The faults are:".to_owned();
    for (number, fault) in Fault::ALL.iter().enumerate() {
        // Writing into a string cannot fail.
        let _ = write!(text, "{} {fault}", if number == 0 { "" } else { "," });
    }
    text
}

/// A fault, and the share of the requests that it affects.
#[derive(Clone, Copy, Debug)]
struct Share(Fault, f64);

impl FromStr for Share {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, share) = text.split_once('=').ok_or("expected NAME=SHARE, such as slow=0.1")?;
        let fault = name.parse::<Fault>().map_err(|error| error.to_string())?;
        match share.parse() {
            Ok(share) if (0.0..=1.0).contains(&share) => Ok(Self(fault, share)),
            _ => Err("expected a share from 0 to 1".to_owned()),
        }
    }
}

/// The user of the example requests.
const USER: &str = "customer-17";

/// Starts, prints the greeting, and waits for the end.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let builder = builder(args)?;
    runtime::run(async {
        // From here on a signal waits until it is handled.
        let end = End::new()?;
        traces::show();
        let emulator = builder.start().await.map_err(refusal)?;
        output::write(&greeting(args, &emulator))?;
        end.wait().await;
        emulator.stop().await;
        Ok(Outcome::Done)
    })
}

fn builder(args: &Args) -> Result<Builder, Failure> {
    let mut builder = Emulator::builder()
        .port(args.port)
        .seed(args.seed)
        .require_hmac(args.require_hmac)
        .delay(Duration::from_millis(args.delay));
    if let Some(file) = &args.data {
        builder = builder.data(file);
    }
    for Share(fault, share) in &args.fault {
        builder = builder.fault(*fault, *share);
    }
    if let Some(path) = &args.script {
        let script = Script::from_json(&read(path)?).map_err(|error| bad(path, error))?;
        builder = builder.script(script);
    }
    if let Some(path) = &args.replies {
        builder = builder.responder(ScriptResponder::from_json(&read(path)?).map_err(|error| bad(path, error))?);
    }
    if let Some(url) = &args.openai {
        let refused = |error| Failure::Arguments(format!("--openai: {error}"));
        let mut responder = OpenAiResponder::new(url).map_err(refused)?;
        if let Some(key) = keys::optional("OPENAI_API_KEY")? {
            responder = responder.with_api_key(ApiKey::new(key.expose()));
        }
        if let Some(model) = &args.model {
            responder = responder.with_model(model);
        }
        builder = builder.responder(responder);
    }
    Ok(builder)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| bad(path, io_reason(&error)))
}

fn bad(path: &Path, what: impl std::fmt::Display) -> Failure {
    Failure::Arguments(format!("{}: {what}", shown(&path.to_string_lossy())))
}

fn refusal(error: StartError) -> Failure {
    match error {
        StartError::Port { port, error } if error.kind() == io::ErrorKind::AddrInUse => {
            Failure::Arguments(format!("port {port} is in use: choose another with --port, or 0 for any free one"))
        }
        StartError::Thread(error) => Failure::System(error),
        error => Failure::Arguments(error.to_string()),
    }
}

/// The addresses, the keys, and requests to try.
fn greeting(args: &Args, emulator: &Emulator) -> String {
    let (proficient, genesys, keys) = (emulator.proficient_url(), emulator.genesys_url(), emulator.keys());
    let store = args
        .data
        .as_ref()
        .map_or_else(|| "in memory".to_owned(), |path| format!("in {}", escape::line(&path.to_string_lossy())));
    let signed = match args.require_hmac {
        true => format!(" \\\n  -H 'X-PROFICIENT-USER-HMAC: {}'", emulator.sign(USER)),
        false => String::new(),
    };
    let (publishable, secret, hmac) = (keys.publishable_key(), keys.secret_key(), keys.hmac_secret());
    let (publishable, secret, hmac) = (publishable.expose(), secret.expose(), hmac.expose());
    format!(
        "\
An emulator of both APIs, {store}; Ctrl-C ends it

  Proficient       {proficient}
  Genesys chat     {genesys}
  agent            {agent}
  publishable key  {publishable}
  secret key       {secret}
  HMAC secret      {hmac}

This test server generated the keys for itself. They are valid nowhere else.

Start an interaction:
curl {proficient}/interactions -H 'Content-Type: application/json' \\
  -H 'X-PROFICIENT-API-KEY: {publishable}' \\
  -H 'X-PROFICIENT-USER-EXTERNAL-ID: {USER}'{signed} \\
  -d '{{\"agent_id\": \"{agent}\"}}'

Request a chat:
curl {genesys}/api/v2/chats -H 'Content-Type: application/json' \\
  -d '{{\"tenantName\": \"Environment\", \"nickname\": \"Ada\"}}'
",
        agent = emulator.agent_id(),
    )
}

/// The requests to end: Ctrl-C, and on Unix also SIGTERM.
struct End {
    #[cfg(unix)]
    signals: [tokio::signal::unix::Signal; 2],
}

#[cfg(unix)]
impl End {
    fn new() -> Result<Self, Failure> {
        use tokio::signal::unix::{SignalKind, signal};
        let listen = |kind| signal(kind).map_err(Failure::System);
        Ok(Self { signals: [listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?] })
    }

    async fn wait(self) {
        let [mut interrupt, mut terminate] = self.signals;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
impl End {
    fn new() -> Result<Self, Failure> {
        Ok(Self {})
    }

    async fn wait(self) {
        // Without Ctrl-C there is no request to end.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
