//! A pull of a Genesys chat gives its transcript, after any interruption and any error of the server.

use std::{collections::BTreeMap, fs, time::Duration};

use conversation_core::ChatCredentials;
use conversation_emulator::{Emulator, Fault, Script};
use genesys_chat_client::{Chat, Client};
use genesys_chat_types::{ChatEvent, ParticipantId, ParticipantType, RequestChatParams, TenantName};

use crate::{
    run::{command, one_line, run},
    server::{Pull, Server},
};

/// A chat with an agent in it, and the credentials that its request was answered with.
struct Bench {
    server: Server,
    chat: Chat,
    agent: ParticipantId,
    given: ChatCredentials,
}

impl Bench {
    fn new(seed: u64) -> Self {
        let server = Server::start(Emulator::builder().seed(seed).script(Script::empty()));
        let client = Client::new(&server.emulator.genesys_url()).unwrap();
        let mut params = RequestChatParams::new(TenantName::new("Environment"));
        params.nickname = Some("Ada".to_owned());
        let chat = server.runtime.block_on(client.request_chat(&params)).unwrap();
        let given = server.runtime.block_on(chat.credentials());
        let joined = server.emulator.join(chat.id(), "Kim", ParticipantType::Agent);
        let agent = server.runtime.block_on(joined).unwrap();
        Self { server, chat, agent, given }
    }

    fn say(&self, times: usize) {
        for time in 0..times {
            let said = self.server.emulator.say(self.chat.id(), self.agent, format!("№ {time}\u{1b}[2J"));
            self.server.runtime.block_on(said).unwrap();
        }
    }

    fn end(&self) {
        self.server.runtime.block_on(self.server.emulator.end(self.chat.id())).unwrap();
    }

    fn pull(&self, arguments: &[&str]) -> Pull {
        let ChatCredentials { user_id, secure_key, alias, tenant_name, .. } = &self.given;
        self.pull_without_credentials(arguments)
            .with("GENESYS_USER_ID", user_id.as_str())
            .with("GENESYS_SECURE_KEY", secure_key.expose())
            .with("GENESYS_ALIAS", alias.as_str())
            .with("GENESYS_TENANT_NAME", tenant_name.as_str())
    }

    fn pull_without_credentials(&self, arguments: &[&str]) -> Pull {
        let (url, path) = (self.server.emulator.genesys_url(), self.server.path("file"));
        let path = path.to_str().unwrap();
        let always = ["pull", "genesys", self.chat.id().as_str(), "--url", &url, "-o", path, "--interval", "0.01"];
        Pull::of(command(&[&always, arguments].concat()))
    }

    /// Holds the file to the store: each event once, and no other.
    fn assert_pulled(&self) {
        let pulled: Vec<ChatEvent> = self.server.lines("file");
        let stored = self.server.emulator.chat_events(self.chat.id());
        let stored = self.server.runtime.block_on(stored).unwrap().unwrap();
        assert_eq!(pulled.len(), stored.len());
        let by_index = |events: Vec<ChatEvent>| -> BTreeMap<_, _> {
            events.into_iter().map(|event| (event.index, event)).collect()
        };
        assert_eq!(by_index(pulled), by_index(stored));
    }

    fn is_there(&self, name: &str) -> bool {
        self.server.path(name).exists()
    }
}

#[test]
fn a_chat_that_has_ended_is_pulled_and_certified() {
    let bench = Bench::new(1);
    bench.say(5);
    bench.end();
    let done = bench.pull(&[]).run();
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert!(done.stderr.starts_with("complete: ") && done.stderr.lines().count() == 1, "{}", done.stderr);
    bench.assert_pulled();
    assert!(!bench.is_there("file.state"));
    assert!(!fs::read(bench.server.path("file")).unwrap().contains(&0x1b));
    #[cfg(unix)]
    assert_eq!(crate::server::mode(&bench.server.path("file")), 0o600);
    assert!(one_line(bench.pull(&[]).run()).contains("is there already"));
    let path = bench.server.path("file");
    assert_eq!(run(&["check", path.to_str().unwrap()], "").code, Some(0));
}

#[test]
fn once_is_what_there_is_by_now_and_the_next_time_the_rest() {
    let bench = Bench::new(2);
    for says in [3, 0, 4] {
        bench.say(says);
        let done = bench.pull(&["--once"]).run();
        assert_eq!(done.code, Some(0), "{}", done.stderr);
        assert!(done.stderr.starts_with("not known to be complete: "), "{}", done.stderr);
        bench.assert_pulled();
    }
    // The state has the credentials.
    let done = bench.pull_without_credentials(&["--once"]).run();
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    bench.end();
    assert_eq!(bench.pull_without_credentials(&[]).run().code, Some(0));
    bench.assert_pulled();
}

#[test]
fn a_chat_is_followed_across_kills_and_faults_to_its_end() {
    for seed in 0..4 {
        let bench = Bench::new(seed);
        let faults = [
            (Fault::RenewedCredentials, 0.3),
            (Fault::Holes, 0.2),
            (Fault::TryAgain, 0.1),
            (Fault::Reordered, 0.2),
            (Fault::TruncatedBody, 0.1),
            (Fault::DroppedBefore, 0.05),
            (Fault::DroppedAfter, 0.05),
            (Fault::ServerError, 0.1),
        ];
        for (fault, share) in faults {
            bench.server.emulator.faults().share(fault, share);
        }
        for part in 1..6_u64 {
            bench.say(20);
            bench.server.kill_at("file", [part * 2_500], || bench.pull(&["--attempts", "3"]));
        }
        bench.end();
        let mut runs = 0;
        while bench.is_there("file.state") {
            runs += 1;
            assert!(runs < 50, "seed {seed}: it comes to no end");
            let done = bench.pull(&["--attempts", "3"]).run();
            assert_eq!(done.code == Some(0), done.stderr.starts_with("complete: "), "seed {seed}: {}", done.stderr);
        }
        bench.assert_pulled();
    }
}

#[test]
fn a_line_that_the_state_does_not_know_of_is_not_written_again() {
    let bench = Bench::new(3);
    bench.say(5);
    assert_eq!(bench.pull(&["--once"]).run().code, Some(0));
    let state = fs::read(bench.server.path("file.state")).unwrap();
    bench.say(5);
    assert_eq!(bench.pull(&["--once"]).run().code, Some(0));
    // As if the last run was killed between the lines and the state, with half a line.
    fs::write(bench.server.path("file.state"), state).unwrap();
    let mut text = fs::read(bench.server.path("file")).unwrap();
    text.truncate(text.len() - 10);
    fs::write(bench.server.path("file"), text).unwrap();
    bench.end();
    assert_eq!(bench.pull(&[]).run().code, Some(0));
    bench.assert_pulled();
}

#[test]
fn credentials_of_no_chat_leave_nothing_behind_and_are_said_nowhere() {
    let bench = Bench::new(4);
    for variable in ["GENESYS_USER_ID", "GENESYS_SECURE_KEY", "GENESYS_ALIAS", "GENESYS_TENANT_NAME"] {
        let line = one_line(bench.pull(&[]).with(variable, "CANARY4711").run());
        assert!(line.ends_with("check that the credentials are those of this chat"), "{line}");
        assert!(!line.contains("CANARY"), "{line}");
        assert!(!bench.is_there("file") && !bench.is_there("file.state"));
        let line = one_line(bench.pull(&[]).with(variable, "").run());
        assert!(line.ends_with(&format!("set {variable}")), "{line}");
        assert!(!bench.is_there("file"));
    }
    for option in ["--secure-key", "--user-id", "--alias", "--tenant-name", "--key"] {
        assert_eq!(bench.pull(&[option, "x"]).run().code, Some(2), "{option} is no option");
    }
}

#[test]
fn the_secure_key_is_in_the_state_alone() {
    let bench = Bench::new(5);
    bench.say(3);
    let done = bench.pull(&["--once"]).run();
    let key = bench.given.secure_key.expose();
    assert!(!done.stdout.contains(key) && !done.stderr.contains(key));
    assert!(!fs::read_to_string(bench.server.path("file")).unwrap().contains(key));
    assert!(fs::read_to_string(bench.server.path("file.state")).unwrap().contains(key));
    #[cfg(unix)]
    assert_eq!(crate::server::mode(&bench.server.path("file.state")), 0o600);
}

#[test]
fn a_session_that_was_lost_is_said_and_what_came_is_kept() {
    let bench = Bench::new(6);
    bench.say(3);
    assert_eq!(bench.pull(&["--once"]).run().code, Some(0));
    bench.server.emulator.clock().advance(Duration::from_secs(400));
    let lost = bench.pull(&[]).run();
    assert_eq!(lost.code, Some(1), "{}", lost.stderr);
    assert!(lost.stderr.contains(": 5 events\n"), "{}", lost.stderr);
    assert!(lost.stderr.contains("ended the session"), "{}", lost.stderr);
    assert_eq!(bench.server.lines::<ChatEvent>("file").len(), 5);
    assert!(bench.is_there("file.state"));
    assert_eq!(bench.pull(&[]).run().code, Some(1), "it is as it was");
    assert_eq!(bench.server.lines::<ChatEvent>("file").len(), 5);
}
