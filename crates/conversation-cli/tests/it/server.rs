//! An emulator that the command is run against, and what is done in it past the command.

use std::{
    path::PathBuf,
    process::{Child, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use conversation_emulator::{Builder, Emulator};
use conversation_wire::Timestamp;
use proficient_client::{Auth, Client, Reconcile};
use proficient_types::{InteractionCreateParams, InteractionId, Message, MessageId, SentBy, UserExternalId};
use serde::de::DeserializeOwned;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::run::{Run, command};

pub(crate) const USER: &str = "customer-17";

/// An emulator, and a folder for what is pulled from it.
pub(crate) struct Server {
    pub(crate) runtime: Runtime,
    pub(crate) emulator: Emulator,
    folder: TempDir,
}

impl Server {
    pub(crate) fn start(builder: Builder) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let emulator = runtime.block_on(builder.start()).unwrap();
        Self { runtime, emulator, folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn client(&self) -> Client {
        let key = self.emulator.keys().publishable_key();
        let auth = Auth::publishable(key.expose(), &UserExternalId::new(USER)).unwrap();
        Client::new(&self.emulator.proficient_url(), auth).unwrap().with_reconcile(Reconcile::Never)
    }

    /// A new interaction with so many messages: a tree in which each is below one of the ten before it.
    pub(crate) fn interaction(&self, messages: usize) -> InteractionId {
        let params = InteractionCreateParams::new(self.emulator.agent_id().clone());
        let client = self.client();
        let id = self.runtime.block_on(client.interactions().create(&params)).unwrap().interaction.id;
        let name = |number: usize| MessageId::new(format!("msg_{}_{number}", id.as_str()));
        let mut all = Vec::<Message>::new();
        for number in 0..messages {
            let parent = number.checked_sub(1 + number % 10).map(|parent| (name(parent), all[parent].depth));
            let depth = parent.as_ref().map_or(0, |(_, depth)| depth + 1);
            let sender = if number % 2 == 0 { SentBy::User } else { SentBy::Agent };
            let time = Timestamp::from_millis(1_686_000_000_000 + number as i64);
            let mut message =
                Message::new(name(number), format!("№ {number}\u{1b}[2J"), time, depth, id.clone(), sender);
            if let Some((id, _)) = parent {
                message.parent_id = id.into();
            }
            all.push(message);
        }
        self.runtime.block_on(self.emulator.insert_messages(all)).unwrap();
        id
    }

    /// All messages of the interaction, as the store has them.
    pub(crate) fn stored(&self, interaction: &InteractionId) -> Vec<Message> {
        self.runtime.block_on(self.emulator.messages(interaction)).unwrap()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The values of the lines of a file, and whether its last line has an end.
    pub(crate) fn lines<T: DeserializeOwned>(&self, name: &str) -> Vec<T> {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        assert!(text.is_empty() || text.ends_with('\n'));
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// `conversation pull proficient … -o NAME`, with the key.
    pub(crate) fn pull_proficient(&self, what: &str, name: &str) -> Pull {
        let url = self.emulator.proficient_url();
        let path = self.path(name);
        let path = if name == "-" { "-" } else { path.to_str().unwrap() };
        let arguments = ["pull", "proficient", what, "--url", &url, "--user", USER, "-o", path];
        let pull = Pull::of(command(&arguments));
        pull.with("PROFICIENT_API_KEY", self.emulator.keys().publishable_key().expose())
    }

    /// Kills run after run, each when the file has grown to the next of these lengths; how many were killed before they
    /// were done.
    pub(crate) fn kill_at(&self, name: &str, lengths: impl IntoIterator<Item = u64>, pull: impl Fn() -> Pull) -> usize {
        let mut killed = 0;
        for length in lengths {
            let mut child = pull().spawn();
            let begin = Instant::now();
            let ended = loop {
                let grown = std::fs::metadata(self.path(name)).map_or(0, |about| about.len());
                if let Some(status) = child.try_wait().unwrap() {
                    break Some(status);
                }
                if grown >= length {
                    break None;
                }
                assert!(begin.elapsed() < Duration::from_secs(60), "it does not come to {length} bytes");
                sleep(Duration::from_millis(1));
            };
            // On Unix this is kill -9.
            let _ = child.kill();
            child.wait().unwrap();
            match ended {
                None => killed += 1,
                Some(status) if status.success() => break,
                Some(_) => {}
            }
        }
        killed
    }
}

/// A run of `conversation pull` to come.
pub(crate) struct Pull(std::process::Command);

impl Pull {
    pub(crate) fn of(command: std::process::Command) -> Self {
        Self(command)
    }

    pub(crate) fn with(mut self, variable: &str, value: &str) -> Self {
        self.0.env(variable, value);
        self
    }

    pub(crate) fn and(mut self, arguments: &[&str]) -> Self {
        self.0.args(arguments);
        self
    }

    pub(crate) fn spawn(mut self) -> Child {
        self.0.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    pub(crate) fn run(mut self) -> Run {
        let output = self.0.stdin(Stdio::null()).output().unwrap();
        Run {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The permissions of a file, as far as there are any.
#[cfg(unix)]
pub(crate) fn mode(path: &std::path::Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}
