//! How fast the binary converts and checks JSON Lines, and in how much memory.
//!
//! Run with `cargo bench -p conversation-cli`. Makes an archive of chats and one of interactions, of 1 GB each or as many
//! bytes as `STREAM_BYTES` says, in a temporary folder, and runs the real binary on them. Beside it the plain way that
//! understands nothing: each line into a `serde_json::Value`, and encoded again. Speeds are of the input; the ratio is the
//! point.

use std::{
    fmt::Write as _,
    fs::File,
    hint::black_box,
    io::{BufRead as _, BufReader, BufWriter, Write as _},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

const DEFAULT_BYTES: u64 = 1_000_000_000;
const BUDGET_MEMORY: f64 = 64.0;
const BUDGET_RATIO: f64 = 1.0;

fn main() {
    let bytes = std::env::var("STREAM_BYTES").ok().and_then(|bytes| bytes.parse().ok()).unwrap_or(DEFAULT_BYTES);
    let folder = tempfile::tempdir().expect("a temporary folder");
    println!("{:<14}{:<34}{:>8}{:>10}{:>14}", "archive", "what", "MB/s", "ratio", "memory, MB");
    for (name, to) in [("chats", "proficient"), ("interactions", "genesys")] {
        let line = if name == "chats" { chat } else { interaction };
        let path = folder.path().join(format!("{name}.jsonl"));
        let size = make(&path, bytes, line);
        let plain = plain(&path);
        let speed = |time: Duration| size as f64 / 1e6 / time.as_secs_f64();
        println!("{name:<14}{:<34}{:>8.0}{:>10}{:>14}", "Value, decoded and encoded", speed(plain), "1.00", "");
        let residue = folder.path().join("residue.jsonl");
        let residue = residue.to_str().expect("a plain path");
        let runs: [(&str, Vec<&str>); 4] = [
            ("convert across", vec!["convert", "--to", to]),
            ("convert across, with --residue", vec!["convert", "--to", to, "--residue", residue]),
            ("convert to the model", vec!["convert", "--to", "model"]),
            ("check", vec!["check"]),
        ];
        for (what, arguments) in runs {
            let (time, memory) = run(&arguments, &path);
            let ratio = plain.as_secs_f64() / time.as_secs_f64();
            let memory_verdict = memory.map_or("not known".to_owned(), |memory| {
                format!("{memory:.1}{}", if memory <= BUDGET_MEMORY { "" } else { " OVER" })
            });
            let slow = if ratio >= BUDGET_RATIO { "" } else { " SLOW" };
            println!("{name:<14}{what:<34}{:>8.0}{ratio:>10.2}{memory_verdict:>14}{slow}", speed(time));
        }
        std::fs::remove_file(&path).expect("the archive can be deleted");
    }
}

/// Writes lines until there are `bytes` of them.
fn make(path: &Path, bytes: u64, line: fn(u64) -> String) -> u64 {
    let mut file = BufWriter::new(File::create(path).expect("a file in the temporary folder"));
    let mut written = 0;
    for number in 0.. {
        if written >= bytes {
            break;
        }
        let line = line(number);
        file.write_all(line.as_bytes()).expect("space for the archive");
        written += line.len() as u64;
    }
    file.flush().expect("space for the archive");
    written
}

const TEXTS: [&str; 4] = [
    "I need help with account",
    "agent will be with you shortly ...",
    "It says \\\"payment refused\\\" although the card is good until 2027 and there is enough on it.",
    "Schönen Dank für die Geduld, wir prüfen das gerade – einen Augenblick bitte.",
];

/// An answer of Get Messages with all events of a chat.
fn chat(number: u64) -> String {
    let start = 1_600_000_000_000 + number * 977;
    let mut line = String::from(r#"{"messages":["#);
    let events = 20 + number % 20;
    for index in 1..=events {
        let (nickname, id, kind) = if index % 2 == 1 { ("Ada", 1, "Client") } else { ("system", 2, "External") };
        let time = start + index * 4_000;
        let separator = if index > 1 { "," } else { "" };
        let what = match index {
            1 | 2 => r#""type":"ParticipantJoined""#.to_owned(),
            _ if index % 7 == 0 => r#""type":"TypingStarted""#.to_owned(),
            _ => format!(r#""type":"Message","text":"{}""#, TEXTS[(number + index) as usize % TEXTS.len()]),
        };
        let _ = write!(
            line,
            r#"{separator}{{"from":{{"nickname":"{nickname}","participantId":{id},"type":"{kind}"}},"index":{index},"utcTime":{time},{what}}}"#
        );
    }
    let _ = writeln!(
        line,
        r#"],"chatEnded":true,"statusCode":0,"alias":"117","secureKey":"{number:020x}","userId":"{number:016x}","tenantName":"Resources"}}"#
    );
    line
}

/// A page with all messages of an interaction, of which some were asked for again.
fn interaction(number: u64) -> String {
    let start = 1_600_000_000_000 + number * 977;
    let mut line = String::from(r#"{"data":["#);
    let messages = 20 + number % 20;
    let mut parent = None::<(u64, u64)>;
    for message in 0..messages {
        let sender = if message % 2 == 0 { "user" } else { "agent" };
        let time = start + message * 4_000;
        let separator = if message > 0 { "," } else { "" };
        let depth = parent.map_or(0, |(_, depth)| depth + 1);
        let text = TEXTS[(number + message) as usize % TEXTS.len()];
        let _ = write!(
            line,
            r#"{separator}{{"id":"msg_{number:016x}{message:04}","object":"message","content":"{text}","created_at":{time},"depth":{depth},"interaction_id":"int_{number:024x}","sent_by":"{sender}""#
        );
        if let Some((parent, _)) = parent {
            let _ = write!(line, r#","parent_id":"msg_{number:016x}{parent:04}""#);
        }
        line.push('}');
        if message % 9 != 8 {
            parent = Some((message, depth));
        }
    }
    line.push_str("],\"has_more\":false}\n");
    line
}

/// Each line decoded into a `Value` and encoded again.
fn plain(path: &Path) -> Duration {
    let start = Instant::now();
    let mut file = BufReader::with_capacity(256 * 1024, File::open(path).expect("the archive"));
    let (mut line, mut out) = (Vec::new(), Vec::new());
    loop {
        line.clear();
        if file.read_until(b'\n', &mut line).expect("the archive") == 0 {
            return start.elapsed();
        }
        let value: Value = serde_json::from_slice(&line).expect("JSON");
        out.clear();
        serde_json::to_writer(&mut out, &value).expect("JSON");
        black_box(&out);
    }
}

/// How long the binary takes, and the most memory that it has, in MB.
fn run(arguments: &[&str], path: &Path) -> (Duration, Option<f64>) {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_conversation"));
    let command = command.args(arguments).arg(path).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the binary runs");
    let mut memory = None;
    loop {
        memory = peak(child.id()).or(memory);
        match child.try_wait().expect("the binary ends") {
            Some(status) => {
                assert!(matches!(status.code(), Some(0)), "{arguments:?}: {status}");
                return (start.elapsed(), memory);
            }
            None => thread::sleep(Duration::from_millis(5)),
        }
    }
}

/// The most memory that a process has had so far, in MB; where the system says it.
fn peak(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
