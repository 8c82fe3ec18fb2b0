//! How an emulator begins, what it keeps, and how it ends.

use std::{net::TcpStream, time::Duration};

use conversation_emulator::{Clock, Emulator, Fault, StartError, Timestamp};
use proficient_types::Message;
use serde_json::json;

use crate::{
    raw,
    server::{NOW, Server, ok},
};

fn port(emulator: &Emulator) -> String {
    emulator.proficient_url().trim_start_matches("http://").to_owned()
}

#[tokio::test]
async fn dropping_closes_the_port_and_cuts_every_connection() {
    let emulator = Emulator::builder().delay(Duration::from_secs(60)).start().await.unwrap();
    emulator.faults().next(Fault::Slow);
    let address = port(&emulator);
    let mut idle = raw::connect(&emulator);
    let mut waiting = raw::connect(&emulator);
    let request = format!("GET /interactions HTTP/1.1\r\n{}\r\n", raw::client(&emulator));
    std::io::Write::write_all(&mut waiting, request.as_bytes()).unwrap();
    while emulator.faults().injected().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(emulator);
    assert!(TcpStream::connect(&address).is_err());
    assert_eq!(raw::read(&mut idle), b"");
    assert_eq!(raw::read(&mut waiting), b"");
}

#[tokio::test]
async fn stopping_does_what_dropping_does() {
    let emulator = Emulator::start().await.unwrap();
    let address = port(&emulator);
    let mut idle = raw::connect(&emulator);
    emulator.stop().await;
    assert!(TcpStream::connect(&address).is_err());
    assert_eq!(raw::read(&mut idle), b"");
}

#[tokio::test]
async fn two_emulators_know_nothing_of_each_other() {
    let (one, other) = (Server::start().await, Server::start().await);
    one.interaction("ada").await;
    assert_eq!(one.emulator.interactions().await.unwrap().len(), 1);
    assert!(other.emulator.interactions().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error_that_names_it() {
    let emulator = Emulator::start().await.unwrap();
    let taken: u16 = port(&emulator).rsplit_once(':').unwrap().1.parse().unwrap();
    let error = Emulator::builder().port(taken).start().await.unwrap_err();
    assert!(matches!(error, StartError::Port { port, .. } if port == taken), "{error}");
    assert!(error.to_string().starts_with(&format!("cannot listen on port {taken} of 127.0.0.1: ")));
    drop(emulator);
    let again = Emulator::builder().port(taken).start().await.unwrap();
    assert_eq!(again.proficient_url(), format!("http://127.0.0.1:{taken}"));
    assert_eq!(again.genesys_url(), format!("http://127.0.0.1:{taken}/webapi"));
}

#[tokio::test]
async fn a_file_keeps_everything_and_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.db");
    let start = |seed| Emulator::builder().data(&file).seed(seed).start();
    let server = Server::new(start(1).await.unwrap());
    let keys = server.emulator.keys().secret_key().expose().to_owned();
    let agent = server.emulator.agent_id().clone();
    let interaction = server.interaction("ada").await;
    let asked = server.say("ada", &interaction, "x\0ü").await;
    ok::<Message>(server.asking("ada", &asked)).await;
    let before =
        (server.emulator.interactions().await.unwrap(), server.emulator.messages(&interaction.id).await.unwrap());
    server.emulator.stop().await;

    // With another seed, too.
    let server = Server::new(start(2).await.unwrap());
    let after =
        (server.emulator.interactions().await.unwrap(), server.emulator.messages(&interaction.id).await.unwrap());
    assert_eq!(after, before);
    assert_eq!(server.emulator.keys().secret_key().expose(), keys);
    assert_eq!(*server.emulator.agent_id(), agent);
    let new = server.say("ada", &interaction, "more").await;
    assert!(before.1.iter().all(|message| message.id != new.id && message.created_at < new.created_at));
    assert_eq!(server.emulator.messages(&interaction.id).await.unwrap().len(), 3);
}

/// What lies on the disk at a moment is what a killed process leaves there.
#[tokio::test]
async fn what_was_acknowledged_is_in_the_file_at_that_moment() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.db");
    let server = Server::new(Emulator::builder().data(&file).start().await.unwrap());
    let interaction = server.interaction("ada").await;
    for number in 0..20 {
        let message = server.say("ada", &interaction, "x").await;
        let left = folder.path().join(format!("left-{number}.db"));
        for suffix in ["", "-wal"] {
            let of = |path: &std::path::Path| format!("{}{suffix}", path.display());
            std::fs::copy(of(&file), of(&left)).unwrap();
        }
        let after = Emulator::builder().data(&left).start().await.unwrap();
        let messages = after.messages(&interaction.id).await.unwrap();
        assert_eq!((messages.len(), messages.last()), (number + 1, Some(&message)));
    }
}

#[tokio::test]
async fn a_file_in_use_or_of_another_program_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.db");
    let _emulator = Emulator::builder().data(&file).start().await.unwrap();
    let error = Emulator::builder().data(&file).start().await.unwrap_err().to_string();
    assert!(error.contains("store.db: the store is in use by another process"), "{error}");
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "x".repeat(1_000)).unwrap();
    let error = Emulator::builder().data(&text).start().await.unwrap_err().to_string();
    assert!(error.contains("notes.txt: the file is no store of an emulator"), "{error}");
    let error = Emulator::builder().data(folder.path().join("no/such")).start().await.unwrap_err().to_string();
    assert!(error.contains("no/such: the store cannot be made"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let server = Server::new(Emulator::builder().data(folder.path().join("store.db")).start().await.unwrap());
    server.interaction("ada").await;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", entry.file_name());
    }
}

/// The whole run as bytes: every answer, with its status and its headers but the date.
async fn run(seed: u64) -> Vec<String> {
    let clock = Clock::fixed(Timestamp::from_millis(NOW));
    let builder = Emulator::builder().clock(clock).seed(seed).delay(Duration::from_millis(1));
    let builder =
        [Fault::EmptyPage, Fault::Reordered, Fault::ServerError, Fault::TooManyRequests, Fault::TruncatedBody]
            .into_iter()
            .fold(builder, |builder, fault| builder.fault(fault, 0.15))
            .fault(Fault::DroppedBefore, 0.1);
    let server = Server::new(builder.start().await.unwrap());
    let mut answers = Vec::new();
    let mut interactions = vec!["int_x".to_owned()];
    let mut messages = vec!["msg_x".to_owned()];
    for step in 0..120 {
        let interaction = &interactions[step * 7 % interactions.len()];
        let message = &messages[step * 5 % messages.len()];
        let request = match step % 5 {
            0 => server.user("ada", "POST", "/interactions").json(&json!({ "agent_id": server.emulator.agent_id() })),
            1 => server
                .user("ada", "POST", "/messages")
                .json(&json!({ "interaction_id": interaction, "content": format!("step {step}") })),
            2 => server
                .user("ada", "POST", &format!("/messages/{message}/ask"))
                .json(&json!({ "interaction_id": interaction })),
            3 => server.user("ada", "GET", &format!("/messages?interaction_id={interaction}&limit=3")),
            _ => server.user("ada", "GET", "/interactions?limit=4"),
        };
        let answer = match request.send().await {
            Err(_) => "no answer".to_owned(),
            Ok(answer) => {
                let mut headers = answer.headers().clone();
                headers.remove("date");
                let status = answer.status();
                match answer.text().await {
                    Err(_) => format!("{status} {headers:?} cut"),
                    Ok(body) => {
                        let value: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
                        interactions.extend(value["interaction"]["id"].as_str().map(str::to_owned));
                        if value["object"] == "message" {
                            messages.extend(value["id"].as_str().map(str::to_owned));
                        }
                        format!("{status} {headers:?} {body}")
                    }
                }
            }
        };
        answers.push(answer);
    }
    answers.push(format!("{:?}", server.emulator.faults().injected()));
    answers
}

#[tokio::test]
async fn the_same_seed_gives_the_same_run_to_the_byte() {
    let (first, second, other) = (run(11).await, run(11).await, run(12).await);
    assert_eq!(first, second);
    assert_ne!(first, other);
    assert!(first.iter().any(|answer| answer.starts_with("200")));
}

#[tokio::test]
async fn nothing_that_can_be_printed_shows_a_key() {
    let emulator = Emulator::builder().seed(9).start().await.unwrap();
    let keys = emulator.keys();
    let shown = format!("{emulator:?} {keys:?} {:?} {:?}", emulator.faults(), Emulator::builder());
    for key in [keys.publishable_key().expose(), keys.secret_key().expose(), keys.hmac_secret().expose()] {
        assert!(!shown.contains(&key[6..]), "{shown}");
    }
}

#[tokio::test]
async fn headers_that_do_not_come_end_the_connection() {
    let timeout = std::time::Duration::from_millis(100);
    let emulator = Emulator::builder().header_timeout(timeout).start().await.unwrap();
    for sent in ["", "GET /interactions HTTP/1.1\r\nhost: x\r\nx-slow: "] {
        // It ends, long before the client would give up.
        crate::raw::exchange(&emulator, sent.as_bytes());
    }
}
