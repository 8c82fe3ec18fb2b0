//! A pull of the Proficient API gives what the server has, after any interruption and any error of the server.

use std::{collections::BTreeMap, fs, time::Duration};

use conversation_emulator::{Emulator, Fault};
use proficient_types::{Interaction, InteractionId, Message};

use serde_json::{Value, json};

use crate::{
    canned::{serve, serve_as},
    make::message,
    run::{command, one_line, run},
    server::Server,
};

/// Holds the file to the store: each message once, and no other.
fn assert_pulled(server: &Server, name: &str, interactions: &[&InteractionId]) {
    let pulled: Vec<Message> = server.lines(name);
    let stored: Vec<Message> = interactions.iter().flat_map(|id| server.stored(id)).collect();
    assert_eq!(pulled.len(), stored.len());
    let by_id = |messages: Vec<Message>| -> BTreeMap<_, _> {
        messages.into_iter().map(|message| (message.id.clone(), message)).collect()
    };
    assert_eq!(by_id(pulled), by_id(stored));
}

fn is_there(server: &Server, name: &str) -> bool {
    server.path(name).exists()
}

#[test]
fn all_messages_of_an_interaction_are_pulled_and_certified() {
    let server = Server::start(Emulator::builder());
    let id = server.interaction(250);
    let done = server.pull_proficient(id.as_str(), "file").run();
    assert_eq!((done.code, &*done.stdout, &*done.stderr), (Some(0), "", "complete: 250 messages\n"));
    assert_pulled(&server, "file", &[&id]);
    assert!(!is_there(&server, "file.state"), "nothing is to go on");
    let text = fs::read(server.path("file")).unwrap();
    assert!(!text.contains(&0x1b), "nothing in it commands a terminal");
    #[cfg(unix)]
    assert_eq!(crate::server::mode(&server.path("file")), 0o600);

    let again = one_line(server.pull_proficient(id.as_str(), "file").run());
    assert!(again.contains("is there already"), "{again}");
    assert_eq!(fs::read(server.path("file")).unwrap(), text, "nothing was overwritten");

    let path = server.path("file");
    let checked = run(&["check", path.to_str().unwrap()], "");
    assert_eq!(checked.code, Some(0), "{}", checked.stdout);
}

#[test]
fn standard_output_is_an_output_too() {
    let server = Server::start(Emulator::builder());
    let id = server.interaction(3);
    let done = server.pull_proficient(id.as_str(), "-").run();
    assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 3 messages\n"));
    assert_eq!(done.stdout.lines().count(), 3);
    assert!(!done.stdout.contains('\u{1b}'));
}

#[test]
fn a_run_that_is_killed_costs_neither_a_line_nor_a_repetition() {
    let builder = Emulator::builder().delay(Duration::from_millis(60)).fault(Fault::Slow, 1.0);
    let server = Server::start(builder);
    let id = server.interaction(1_500);
    let pull = || server.pull_proficient(id.as_str(), "file");
    let whole: usize = server.stored(&id).iter().map(|message| serde_json::to_vec(message).unwrap().len() + 1).sum();
    let killed = server.kill_at("file", (0..5).map(|part| part * whole as u64 / 6), pull);
    assert_eq!(killed, 5);
    assert!(is_there(&server, "file.state"));
    #[cfg(unix)]
    assert_eq!(crate::server::mode(&server.path("file.state")), 0o600);

    // One was killed while it wrote a line.
    let mut text = fs::read(server.path("file")).unwrap();
    let line = text.split(|byte| *byte == b'\n').next().unwrap().to_owned();
    text.extend(&line[..line.len() / 2]);
    fs::write(server.path("file"), text).unwrap();

    let done = pull().run();
    assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 1500 messages\n"));
    assert_pulled(&server, "file", &[&id]);
    assert!(!is_there(&server, "file.state"));
}

#[test]
fn a_server_that_errs_costs_neither_a_line_nor_a_repetition() {
    for seed in 0..4 {
        let faults = [
            (Fault::LoopingCursor, 0.1),
            (Fault::EmptyPage, 0.1),
            (Fault::RepeatedPage, 0.1),
            (Fault::Reordered, 0.2),
            (Fault::TruncatedBody, 0.1),
            (Fault::DroppedBefore, 0.05),
            (Fault::DroppedAfter, 0.05),
            (Fault::ServerError, 0.1),
            (Fault::Slow, 1.0),
        ];
        let builder = Emulator::builder().seed(seed).delay(Duration::from_millis(15));
        let server = Server::start(builder);
        let id = server.interaction(620);
        for (fault, share) in faults {
            server.emulator.faults().share(fault, share);
        }
        let pull = || server.pull_proficient(id.as_str(), "file").and(&["--attempts", "2"]);
        server.kill_at("file", [1, 20_000, 60_000], pull);
        let mut runs = 0;
        while is_there(&server, "file.state") {
            runs += 1;
            assert!(runs < 100, "seed {seed}: it comes to no end");
            let done = pull().run();
            let is_whole = done.stderr.starts_with("complete: 620 messages\n");
            assert_eq!(done.code == Some(0), is_whole, "seed {seed}: {}", done.stderr);
            assert!(is_whole || done.stderr.starts_with("incomplete: ") || done.code == Some(1), "{}", done.stderr);
        }
        assert_pulled(&server, "file", &[&id]);
    }
}

#[test]
fn all_interactions_are_pulled_one_after_the_other_across_kills() {
    let builder = Emulator::builder().delay(Duration::from_millis(15)).fault(Fault::Slow, 1.0);
    let server = Server::start(builder);
    let ids: Vec<_> = [120, 0, 350, 1, 90, 210].into_iter().map(|messages| server.interaction(messages)).collect();
    let ids: Vec<_> = ids.iter().collect();
    let pull = || server.pull_proficient("--all", "file");
    let killed = server.kill_at("file", [1, 30_000, 70_000, 110_000], pull);
    assert!(killed >= 3, "{killed}");
    let done = pull().run();
    assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 6 interactions\n"));
    assert_pulled(&server, "file", &ids);
    let path = server.path("file");
    let checked = run(&["check", path.to_str().unwrap()], "");
    assert_eq!(checked.code, Some(0), "an interaction is in one piece: {}", checked.stdout);
}

#[test]
fn the_interactions_themselves_are_pulled() {
    let server = Server::start(Emulator::builder());
    for messages in 0..3 {
        server.interaction(messages);
    }
    let done = server.pull_proficient("--interactions", "file").run();
    assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 3 interactions\n"));
    let mut pulled: Vec<Interaction> = server.lines("file");
    pulled.reverse();
    assert_eq!(pulled, server.runtime.block_on(server.emulator.interactions()).unwrap());
}

/// No request is made again, so that one fault is enough.
const ONCE: &[&str] = &["--attempts", "1"];

#[test]
fn what_is_missing_is_said_and_fetched_by_the_next_run() {
    let server = Server::start(Emulator::builder());
    let id = server.interaction(250);
    server.emulator.faults().next_for("messages_list", Fault::EmptyPage);
    let cut = server.pull_proficient(id.as_str(), "file").and(ONCE).run();
    assert_eq!(cut.code, Some(1));
    assert!(cut.stderr.starts_with("incomplete: "), "{}", cut.stderr);
    assert!(cut.stderr.contains("messages_list") || cut.stderr.contains("is empty"), "{}", cut.stderr);
    assert!(cut.stderr.ends_with("run the same command again: it fetches what is missing\n"), "{}", cut.stderr);
    let before = server.emulator.requests("messages_list");
    let done = server.pull_proficient(id.as_str(), "file").run();
    // Not from the first page on.
    let is_first_empty = server.lines::<Message>("file").len() == 250;
    assert!(is_first_empty && server.emulator.requests("messages_list") - before <= 3);
    assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 250 messages\n"));
    assert_pulled(&server, "file", &[&id]);
}

#[test]
fn a_server_that_is_not_heard_is_asked_again_by_the_next_run() {
    let server = Server::start(Emulator::builder());
    let id = server.interaction(250);
    // The interaction, a page, and the page that does not come.
    let faults = server.emulator.faults();
    faults.next_for("messages_list", Fault::Slow);
    faults.next_for("messages_list", Fault::DroppedBefore);
    let pull = || server.pull_proficient(id.as_str(), "file").and(&["--attempts", "1"]);
    let broken = pull().run();
    assert_eq!(broken.code, Some(1));
    let lines: Vec<_> = broken.stderr.lines().collect();
    assert!(lines[0].starts_with("incomplete: 100 messages"), "{}", broken.stderr);
    let last = lines[lines.len() - 1];
    assert!(last.starts_with("error: messages_list: "), "{last}");
    assert!(last.ends_with("; the same command goes on from here"), "{last}");
    assert_eq!(server.lines::<Message>("file").len(), 100);
    assert_eq!(pull().run().code, Some(0));
    assert_pulled(&server, "file", &[&id]);
}

#[test]
fn nothing_is_left_behind_where_the_server_does_not_want_it() {
    let server = Server::start(Emulator::builder().require_hmac(true));
    let secret = server.emulator.keys().hmac_secret().expose().to_owned();
    let signed = server.emulator.sign(crate::server::USER);
    let pull = |what: &str| server.pull_proficient(what, "file");
    for refused in [pull("--all"), pull("int_1"), pull("int_1").with("PROFICIENT_HMAC_SECRET", &secret)] {
        let line = one_line(refused.run());
        assert!(line.contains("(HTTP status 40"), "{line}");
        assert!(!is_there(&server, "file") && !is_there(&server, "file.state"));
    }
    for signature in [("PROFICIENT_HMAC_SECRET", &secret), ("PROFICIENT_USER_HMAC", &signed)] {
        let name = signature.0;
        let done = server.pull_proficient("--all", name).with(name, signature.1).run();
        assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 0 interactions\n"));
    }
    let both = pull("--all").with("PROFICIENT_HMAC_SECRET", &secret).with("PROFICIENT_USER_HMAC", &signed);
    assert!(one_line(both.run()).contains("one of them signs the user"));
}

#[test]
fn a_key_is_read_from_the_environment_and_said_nowhere() {
    const CANARY: &str = "CANARY4711";
    let server = Server::start(Emulator::builder().require_hmac(true));
    let key = format!("pk_{CANARY}");
    for (variable, value) in [
        ("PROFICIENT_API_KEY", key.as_str()),
        ("PROFICIENT_API_KEY", "CANARY4711\n"),
        ("PROFICIENT_USER_HMAC", CANARY),
        ("PROFICIENT_USER_HMAC", "CANARY4711\u{7f}"),
        ("PROFICIENT_HMAC_SECRET", CANARY),
    ] {
        let line = one_line(server.pull_proficient("--all", "file").with(variable, value).run());
        assert!(!line.contains("CANARY"), "{line}");
        assert!(!is_there(&server, "file"));
    }
    let without = server.pull_proficient("--all", "file").with("PROFICIENT_API_KEY", "").run();
    assert_eq!(one_line(without), "error: the publishable key is not in the environment: set PROFICIENT_API_KEY");
    for option in ["--api-key", "--key", "--hmac", "--hmac-secret", "--secret"] {
        let refused = server.pull_proficient("--all", "file").and(&[option, CANARY]).run();
        assert_eq!(refused.code, Some(2), "{option} is no option");
    }
    // A URL is shown.
    for url in [format!("http://{CANARY}@127.0.0.1"), format!("http://127.0.0.1?key={CANARY}")] {
        let refused = command(&["pull", "proficient", "--all", "--user", "u", "-o", "-", "--url", &url])
            .env("PROFICIENT_API_KEY", "pk_1")
            .output()
            .unwrap();
        assert_eq!(refused.status.code(), Some(2));
        assert!(!String::from_utf8(refused.stderr).unwrap().contains("CANARY"));
    }
}

#[cfg(unix)]
#[test]
fn a_key_that_is_no_text_is_not_said_either() {
    use std::os::unix::ffi::OsStrExt as _;
    let mut command = command(&["pull", "proficient", "--all", "--user", "u", "-o", "-", "--url", "http://localhost"]);
    command.env("PROFICIENT_API_KEY", std::ffi::OsStr::from_bytes(b"CANARY\xff"));
    let refused = command.output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(String::from_utf8(refused.stderr).unwrap(), "error: PROFICIENT_API_KEY is not UTF-8\n");
}

#[test]
fn a_state_holds_no_key() {
    let server = Server::start(Emulator::builder());
    let id = server.interaction(250);
    server.emulator.faults().next_for("messages_list", Fault::EmptyPage);
    assert_eq!(server.pull_proficient(id.as_str(), "file").and(ONCE).run().code, Some(1));
    let state = fs::read_to_string(server.path("file.state")).unwrap();
    assert!(!state.contains(server.emulator.keys().publishable_key().expose()), "{state}");
}

#[test]
fn a_pull_goes_on_in_its_own_file_alone() {
    let server = Server::start(Emulator::builder());
    let (id, other) = (server.interaction(250), server.interaction(10));
    let cut = |name| {
        server.emulator.faults().next_for("messages_list", Fault::EmptyPage);
        assert_eq!(server.pull_proficient(id.as_str(), name).and(ONCE).run().code, Some(1));
    };
    let refused = |what: &str, name: &str, says: &str| {
        let before = (fs::read(server.path(name)).ok(), fs::read(server.path(&format!("{name}.state"))).ok());
        let line = one_line(server.pull_proficient(what, name).run());
        assert!(line.contains(says), "{line}");
        let after = (fs::read(server.path(name)).ok(), fs::read(server.path(&format!("{name}.state"))).ok());
        assert_eq!(before, after, "nothing was written");
    };
    cut("file");
    for what in [other.as_str(), "--all", "--interactions"] {
        refused(what, "file", "file.state: is of another pull, messages of int_");
    }
    fs::write(server.path("notes"), "mine\n").unwrap();
    refused(id.as_str(), "notes", "is there already, without a state");
    fs::copy(server.path("file.state"), server.path("gone.state")).unwrap();
    refused(id.as_str(), "gone", "is not there, and ");
    fs::create_dir(server.path("folder")).unwrap();
    refused(id.as_str(), "folder", "is a directory");
    for state in ["", "[]", "{\"version\":1}"] {
        fs::write(server.path("file.state"), state).unwrap();
        refused(id.as_str(), "file", "is no state of a pull: give another name, or remove ");
    }
    cut("short");
    let mut state: serde_json::Value = serde_json::from_slice(&fs::read(server.path("short.state")).unwrap()).unwrap();
    state["bytes"] = 100.into();
    fs::write(server.path("short.state"), state.to_string()).unwrap();
    refused(id.as_str(), "short", "is shorter than it was");
    state["version"] = 9.into();
    fs::write(server.path("short.state"), state.to_string()).unwrap();
    refused(id.as_str(), "short", "is of another version");
    // What was put into the file is no line of this pull.
    state["version"] = 1.into();
    state["bytes"] = 0.into();
    state.as_object_mut().unwrap().remove("sha256");
    fs::write(server.path("short.state"), state.to_string()).unwrap();
    fs::write(server.path("short"), "not JSON\n").unwrap();
    refused(id.as_str(), "short", "the line at byte 0 is none that this pull wrote");
    // What was edited, doubled or moved.
    server.emulator.faults().next_for("messages_list", Fault::LoopingCursor);
    assert_eq!(server.pull_proficient(id.as_str(), "edited").and(ONCE).run().code, Some(1));
    let text = fs::read_to_string(server.path("edited")).unwrap();
    let line = text.lines().next().unwrap();
    for (from, to) in [("№ 0", "№ O"), (line, ""), ("\n", "\n\n"), ("msg_", "msg-")] {
        let edited = text.replacen(from, to, 1) + line + "\n";
        fs::write(server.path("edited"), edited).unwrap();
        refused(id.as_str(), "edited", "lines of it were edited since the last run");
    }
    fs::write(server.path("edited"), text).unwrap();
    assert_eq!(server.pull_proficient(id.as_str(), "edited").run().code, Some(0));
}

#[test]
fn two_pulls_do_not_write_one_file() {
    let builder = Emulator::builder().delay(Duration::from_millis(500)).fault(Fault::Slow, 1.0);
    let server = Server::start(builder);
    let id = server.interaction(150);
    let mut first = server.pull_proficient(id.as_str(), "file").spawn();
    while !is_there(&server, "file.state") {
        std::thread::sleep(Duration::from_millis(1));
    }
    let second = one_line(server.pull_proficient(id.as_str(), "file").run());
    assert!(second.contains("another pull is writing it"), "{second}");
    assert!(first.wait().unwrap().success());
    assert_pulled(&server, "file", &[&id]);
}

#[test]
fn an_item_that_cannot_be_read_is_written_as_it_came_and_costs_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    let odd =
        [json!({"id": "m2", "content": ["a", "list"]}), json!("no object"), json!({"id": "m9", "created_at": 1.5})];
    let pages = [
        json!({"data": [message("m1", None, 0, 0), odd[0]], "has_more": true}),
        // Nothing in it can be read but an id.
        json!({"data": [odd[1], odd[2]], "has_more": true}),
        json!({"data": [message("m3", Some("m2"), 2, 9)], "has_more": false}),
    ];
    let total = pages.iter().map(|page| page["data"].as_array().unwrap().len()).sum::<usize>();
    for is_interaction_readable in [true, false] {
        let pages = pages.clone();
        let url = serve(move |path| {
            let page = match path {
                _ if path.contains("starting_after=m9") => &pages[2],
                _ if path.contains("starting_after=m2") => &pages[1],
                _ if path.contains("starting_after") => panic!("{path}"),
                _ if path.starts_with("/messages") => &pages[0],
                _ if is_interaction_readable => return interaction(total).to_string(),
                _ => return json!({"id": 7}).to_string(),
            };
            page.to_string()
        });
        let arguments = ["pull", "proficient", "int_1", "--url", &url, "--user", "u", "-o", file.to_str().unwrap()];
        let pull = || command(&arguments).env("PROFICIENT_API_KEY", "pk").output().unwrap();
        let done = pull();
        let stderr = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(3), "{stderr}");
        assert_eq!(stderr.matches("error: unreadable: data[").count(), 3, "{stderr}");
        assert!(stderr.contains("- 3 items could not be read") && !stderr.contains("missing ("), "{stderr}");
        let text = fs::read_to_string(&file).unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 5);
        assert!(odd.iter().all(|odd| lines.contains(odd)));

        // A run that goes on with such a file does not write them again.
        let state = json!({"version": 1, "pull": {"of": "messages", "url": url, "user": "u", "interaction": "int_1"}, "bytes": 0, "point": null});
        fs::write(folder.path().join("file.state"), state.to_string()).unwrap();
        let again = pull();
        assert_eq!(again.status.code(), Some(3), "{}", String::from_utf8_lossy(&again.stderr));
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
        fs::remove_file(&file).unwrap();
    }
}

fn interaction(messages: usize) -> Value {
    json!({
        "id": "int_1", "object": "interaction", "agent_id": "ag_1", "archived": false, "created_at": 1, "initial_turn": "user",
        "name": "", "total_message_count": messages, "updated_at": 1, "user_id": "u_1"
    })
}

/// A pull from a server of the test.
fn pull_from(url: &str) -> std::process::Command {
    let mut pull = command(&["pull", "proficient", "int_1", "--url", url, "--user", "u", "--attempts", "1", "-o", "-"]);
    pull.env("PROFICIENT_API_KEY", "pk_secret");
    pull
}

fn stderr(mut pull: std::process::Command) -> (Option<i32>, String) {
    let done = pull.output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn an_answer_that_is_compressed_is_named_as_such() {
    for (status, code) in [("200 OK", "200"), ("403 Forbidden", "403"), ("503 Service Unavailable", "503")] {
        let url = serve_as(status, "content-encoding: br", |_| "\u{1b}[2J{\"error\"".to_owned());
        let (_, said) = stderr(pull_from(&url));
        assert!(said.contains(&format!("HTTP status {code}: the answer is encoded as br")), "{said}");
        assert!(!said.contains("[2J"), "{said}");
    }
}

#[test]
fn a_key_that_cannot_be_one_is_refused_by_the_name_of_its_variable() {
    let server = serve(|path| panic!("nothing is asked: {path}"));
    let genesys = || command(&["pull", "genesys", "c1", "--url", &server, "-o", "-"]);
    let names = ["GENESYS_USER_ID", "GENESYS_SECURE_KEY", "GENESYS_ALIAS", "GENESYS_TENANT_NAME"];
    for bad in ["pk_secret\r", "pk_secret\n", "pk_secret\r\n", " pk_secret", "pk_secret ", "pk_\u{7}secret"] {
        let mut pull = pull_from(&server);
        pull.env("PROFICIENT_API_KEY", bad);
        let mut hmac = pull_from(&server);
        hmac.env("PROFICIENT_HMAC_SECRET", bad);
        let mut pulls = vec![("PROFICIENT_API_KEY", pull), ("PROFICIENT_HMAC_SECRET", hmac)];
        for name in names {
            let mut pull = genesys();
            for other in names {
                pull.env(other, if other == name { bad } else { "good" });
            }
            pulls.push((name, pull));
        }
        for (name, pull) in pulls {
            let (code, said) = stderr(pull);
            assert_eq!(code, Some(2), "{said}");
            assert!(said.starts_with(&format!("error: {name} ")) && !said.contains("secret"), "{said}");
        }
    }
}

#[test]
fn no_proxy_stands_before_a_server_on_this_machine() {
    let url = serve(|path| match path {
        _ if path.starts_with("/messages") => json!({"data": [], "has_more": false}).to_string(),
        _ => interaction(0).to_string(),
    });
    let mut pull = pull_from(&url);
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        pull.env(variable, "http://127.0.0.1:9");
    }
    let (code, said) = stderr(pull);
    assert_eq!(code, Some(0), "{said}");
}

/// What cannot be fetched of one interaction costs no other, and is fetched by the next run.
#[test]
fn an_interaction_that_cannot_be_fetched_costs_no_other() {
    let server = Server::start(Emulator::builder());
    let ids: Vec<_> = [3, 120, 2].into_iter().map(|messages| server.interaction(messages)).collect();
    // The newest is listed first: two pages, and an error in the second of the next one.
    let faults = server.emulator.faults();
    faults.next_for("messages_list", Fault::Slow);
    faults.next_for("messages_list", Fault::Slow);
    faults.next_for("messages_list", Fault::ServerError);
    let pull = || server.pull_proficient("--all", "file").and(ONCE);
    let broken = pull().run();
    assert_eq!(broken.code, Some(1), "{}", broken.stderr);
    assert!(broken.stderr.contains("could not be fetched: messages_list: "), "{}", broken.stderr);
    let missing = format!("of 1 interaction something is missing: {}", ids[1]);
    assert!(broken.stderr.contains(&missing), "{}", broken.stderr);
    assert_eq!(server.lines::<Message>("file").len(), 105);
    let before = server.emulator.requests("messages_list");
    let done = pull().run();
    assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 3 interactions\n"));
    assert!(server.emulator.requests("messages_list") - before <= 2, "only what is missing is fetched");
    assert_pulled(&server, "file", &ids.iter().collect::<Vec<_>>());
}

/// At 10 and at 30 % of pages that make no sense, one run is enough.
#[test]
fn pages_that_make_no_sense_cost_no_second_run() {
    for share in [0.1, 0.3] {
        for seed in 0..3 {
            let server = Server::start(Emulator::builder().seed(seed));
            let id = server.interaction(1_050);
            for fault in [Fault::LoopingCursor, Fault::EmptyPage, Fault::RepeatedPage, Fault::TruncatedBody] {
                server.emulator.faults().share(fault, share / 4.0);
            }
            let done = server.pull_proficient(id.as_str(), "file").run();
            assert_eq!(done.code, Some(0), "{share} {seed}: {}", done.stderr);
            assert_pulled(&server, "file", &[&id]);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_taken_away_meanwhile_is_not_complete() {
    let server = Server::start(Emulator::builder().delay(Duration::from_millis(300)).fault(Fault::Slow, 1.0));
    let id = server.interaction(250);
    let pull = server.pull_proficient(id.as_str(), "file");
    let running = std::thread::spawn(move || pull.run());
    while fs::metadata(server.path("file")).map_or(0, |about| about.len()) == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
    fs::rename(server.path("file"), server.path("elsewhere")).unwrap();
    let done = running.join().unwrap();
    let said = done.stderr;
    assert_eq!(done.code, Some(1), "{said}");
    assert!(said.contains("the file was moved or removed while it was being written"), "{said}");
    assert!(!said.contains("complete:"), "{said}");
}

/// Ids that no path can contain, a page that is not JSON, an interaction that is another object: each costs itself alone.
#[test]
fn each_interaction_that_cannot_be_read_is_named_and_the_others_are_fetched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    let with_id = |id: &str| {
        let mut interaction = interaction(1);
        interaction["id"] = id.into();
        interaction
    };
    let long = "x".repeat(20_000);
    let ids = ["int_1", "..", "int_text", &long];
    let list = json!({"data": ids.map(with_id), "has_more": false}).to_string();
    let url = serve(move |path| {
        let of = |id: &str| path.contains(&format!("interaction_id={id}")) || path == format!("/interactions/{id}");
        match path {
            _ if path.starts_with("/interactions?") => list.clone(),
            _ if of("int_text") => "<html>no JSON</html>".to_owned(),
            _ if of("int_1&") => json!({"data": [message("m1", None, 0, 0)], "has_more": false}).to_string(),
            _ if path.starts_with("/messages") => json!({"data": [], "has_more": false}).to_string(),
            _ => interaction(1).to_string(),
        }
    });
    let pull = || {
        let arguments = ["pull", "proficient", "--all", "--url", &url, "--user", "u", "--attempts", "1", "-o"];
        let mut pull = command(&[&arguments[..], &[file.to_str().unwrap()]].concat());
        pull.env("PROFICIENT_API_KEY", "pk_secret");
        stderr(pull)
    };
    for run in 0..2 {
        let (code, said) = pull();
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("error: .. could not be fetched"), "{run}: {said}");
        assert!(said.contains("error: int_text could not be fetched: messages_list: HTTP status 200"), "{run}: {said}");
        assert!(said.contains("of 3 interactions something is missing: .., int_text and xxx"), "{run}: {said}");
        assert!(!said.contains("builder error"), "{said}");
        assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 1, "the message of the other one, once");
    }
}

/// A run that is killed, or ends with an error, while it fetches what is missing forgets none of it.
#[test]
fn what_is_missing_is_not_forgotten_by_a_run_that_ends_early() {
    let server = Server::start(Emulator::builder().delay(Duration::from_millis(200)));
    let ids: Vec<_> = [3, 2, 4].into_iter().map(|messages| server.interaction(messages)).collect();
    let faults = server.emulator.faults();
    let pull = || server.pull_proficient("--all", "file").and(ONCE);
    faults.share(Fault::ServerError, 1.0);
    faults.next_for("interactions_list", Fault::Slow);
    let broken = pull().run();
    assert!(broken.stderr.contains("of 3 interactions something is missing: "), "{}", broken.stderr);
    faults.clear();
    // The first one is fetched, and the connection breaks off in the second.
    faults.next_for("messages_list", Fault::Slow);
    faults.next_for("messages_list", Fault::DroppedBefore);
    assert_eq!(pull().run().code, Some(1));
    faults.clear();
    // Killed within the first request.
    faults.share(Fault::Slow, 1.0);
    let mut killed = pull().spawn();
    std::thread::sleep(Duration::from_millis(100));
    killed.kill().unwrap();
    killed.wait().unwrap();
    faults.clear();
    // One of them fails again, and the others do not make up for it.
    faults.next_for("messages_list", Fault::Slow);
    faults.next_for("messages_list", Fault::ServerError);
    let broken = pull().run();
    assert_eq!(broken.code, Some(1), "{}", broken.stderr);
    assert!(broken.stderr.contains(&format!("of 1 interaction something is missing: {}", ids[1])), "{}", broken.stderr);
    let done = pull().run();
    assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 3 interactions\n"));
    assert_pulled(&server, "file", &ids.iter().collect::<Vec<_>>());
}

/// Lists that go round are walked over again from their first page by the next run.
#[test]
fn a_list_of_interactions_that_goes_round_is_walked_over_again() {
    let server = Server::start(Emulator::builder().delay(Duration::ZERO));
    let ids: Vec<_> = (0..210).map(|_| server.interaction(1)).collect();
    for fault in [Fault::LoopingCursor, Fault::RepeatedPage, Fault::EmptyPage] {
        // Of the third page: the first one comes again, and behind it the second one.
        for fault in [Fault::Slow, Fault::Slow, fault] {
            server.emulator.faults().next_for("interactions_list", fault);
        }
        let pull = || server.pull_proficient("--all", fault.as_str()).and(ONCE);
        let cut = pull().run();
        assert_eq!(cut.code, Some(1), "{fault}: {}", cut.stderr);
        let done = pull().run();
        assert_eq!((done.code, &*done.stderr), (Some(0), "complete: 210 interactions\n"), "{fault}");
        assert_pulled(&server, fault.as_str(), &ids.iter().collect::<Vec<_>>());
    }
}
