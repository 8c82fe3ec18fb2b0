//! The residue file: private to its owner, complete or absent, and never over a file that is read or written.

use serde_json::{Value, json};

use crate::{
    convert::Bench,
    make::{answer, asked_again, event, page, with},
    run::{command, fixture_json, one_line, run},
};

fn page_text() -> String {
    page(&asked_again()).to_string()
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let chat = with(answer(&[event(1, 0, "Hi")]), json!({"secureKey": "s3cret"}));
    let bench = Bench::new(chat.to_string());
    // Also where others could read the one before.
    std::fs::write(bench.path("residue"), "old").unwrap();
    std::fs::set_permissions(bench.path("residue"), std::fs::Permissions::from_mode(0o644)).unwrap();
    let done = bench.convert("proficient", &[]);
    assert_eq!(done.code, Some(0));
    assert_eq!(std::fs::metadata(bench.path("residue")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(std::fs::read_to_string(bench.path("residue")).unwrap().contains("s3cret"), "it is all there");
    assert!(!(done.stdout + &done.stderr).contains("s3cret"), "and nowhere else");
}

#[test]
fn it_never_overwrites_the_input() {
    let bench = Bench::new(page_text());
    let input = bench.path("input");
    let mut names = vec![input.clone(), input.replace("/input", "/./input")];
    std::fs::hard_link(&input, bench.path("hard")).unwrap();
    names.push(bench.path("hard"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&input, bench.path("soft")).unwrap();
        names.push(bench.path("soft"));
    }
    for name in names {
        let line = one_line(run(&["convert", "--to", "model", &input, "--residue", &name], ""));
        assert!(line.ends_with(": is the input, and the residue would overwrite it"), "{line}");
        assert_eq!(std::fs::read_to_string(&input).unwrap(), page_text());
    }
}

#[cfg(unix)]
#[test]
fn it_overwrites_neither_what_standard_input_is_read_from_nor_the_output() {
    let bench = Bench::new(page_text());
    let input = bench.path("input");
    let mut command_ = command(&["convert", "--to", "model", "-", "--residue", &input]);
    let output = command_.stdin(std::fs::File::open(&input).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is the input"));
    let out = bench.path("out");
    let file = std::fs::File::create(&out).unwrap();
    let output = command(&["convert", "--to", "model", &input, "--residue", &out]).stdout(file).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is where the output goes"));
}

#[test]
fn of_a_bad_document_there_is_none_and_the_one_before_stays() {
    let bench = Bench::new("{\"data\":[{}],\"has_more\":false}");
    one_line(bench.convert("model", &[]));
    assert!(!std::path::Path::new(&bench.path("residue")).exists());
    std::fs::write(bench.path("residue"), "old").unwrap();
    one_line(bench.convert("model", &[]));
    assert_eq!(std::fs::read_to_string(bench.path("residue")).unwrap(), "old");
    let left: Vec<_> = std::fs::read_dir(bench.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn where_it_cannot_be_written_is_said() {
    let bench = Bench::new(page_text());
    let input = bench.path("input");
    let line = one_line(run(&["convert", "--to", "model", &input, "--residue", &bench.path("")], ""));
    assert!(line.contains("is a directory"), "{line}");
    let missing = bench.path("no/such/folder");
    let run = run(&["convert", "--to", "model", &input, "--residue", &missing], "");
    assert_eq!((run.code, &*run.stdout), (Some(1), ""));
    assert_eq!(run.stderr, format!("error: {missing}: no such file\n"));
}

/// With any part removed, a residue restores what was converted, or nothing.
#[test]
fn a_damaged_residue_restores_nothing_else() {
    let input = fixture_json("genesys/get-messages.response.json");
    let mut refused = 0;
    for to in ["proficient", "model"] {
        let bench = Bench::new(input.to_string());
        assert_eq!(bench.convert(to, &[]).code, Some(0));
        let kept: Value = serde_json::from_slice(&std::fs::read(bench.path("residue")).unwrap()).unwrap();
        for pointer in places(&kept) {
            // The answer around the messages is kept as it is, and nothing else says what it was.
            if pointer.starts_with("/document") || pointer.is_empty() {
                continue;
            }
            let mut damaged = kept.clone();
            let (above, name) = pointer.rsplit_once('/').unwrap();
            match damaged.pointer_mut(above).unwrap() {
                Value::Object(fields) => drop(fields.remove(name)),
                Value::Array(items) => drop(items.remove(name.parse().unwrap())),
                _ => unreachable!(),
            }
            std::fs::write(bench.path("residue"), damaged.to_string()).unwrap();
            let restored = bench.restore();
            if restored.code == Some(0) {
                assert_eq!(serde_json::from_str::<Value>(&restored.stdout).unwrap(), input, "without {pointer}");
            } else {
                one_line(restored);
                refused += 1;
            }
        }
    }
    assert!(refused > 50, "{refused}");
}

/// The JSON pointer of every part.
fn places(value: &Value) -> Vec<String> {
    let mut places = vec![String::new()];
    let mut next = 0;
    while let Some(place) = places.get(next).cloned() {
        match value.pointer(&place).unwrap() {
            Value::Object(fields) => places.extend(fields.keys().map(|name| format!("{place}/{name}"))),
            Value::Array(items) => places.extend((0..items.len()).map(|index| format!("{place}/{index}"))),
            _ => {}
        }
        next += 1;
    }
    places
}

/// A reader who stops reading has no residue, and is told.
#[test]
fn half_an_output_has_no_residue() {
    use std::process::Stdio;

    let line = fixture_json("genesys/get-messages.response.json").to_string() + "\n";
    let bench = Bench::new(line.repeat(2_000));
    let (input, residue) = (bench.path("input"), bench.path("residue"));
    let mut command = command(&["convert", "--to", "proficient", &input, "--residue", &residue]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("the residue was not written"), "{said}");
    assert!(!std::path::Path::new(&residue).exists());
}

/// The files beside the input, but for those that are to be there.
#[cfg(unix)]
fn unfinished(bench: &Bench) -> Vec<String> {
    let entries = std::fs::read_dir(bench.path("")).unwrap().map(|entry| entry.unwrap().file_name());
    entries.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with(".residue-")).collect()
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_none_behind_and_a_killed_one_is_named() {
    use std::{
        io::{BufRead as _, BufReader, Write as _},
        process::{Command, Stdio},
    };
    let bench = Bench::new(String::new());
    let residue = bench.path("residue");
    let convert = ["convert", "--to", "proficient", "-", "--residue", &residue];
    for signal in ["INT", "TERM", "HUP", "KILL"] {
        let mut child =
            command(&convert).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let chat = answer(&[event(1, 0, "Hi")]);
        writeln!(input, "{chat}\n{chat}").unwrap();
        // What was converted is there while the input goes on: it runs.
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(line.starts_with('{'), "{line}");
        assert_eq!(unfinished(&bench).len(), 1);
        Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
        assert_eq!(child.wait().unwrap().code(), None, "ended by the signal");
        drop(input);
        assert_eq!(unfinished(&bench).len(), usize::from(signal == "KILL"), "{signal}");
        assert!(!std::path::Path::new(&residue).exists());
    }
    let next = run(&convert, answer(&[event(1, 0, "Hi")]).to_string());
    assert_eq!(next.code, Some(0));
    let left = unfinished(&bench).remove(0);
    assert!(next.stderr.contains(&format!("{left} was left by an interrupted run")), "{}", next.stderr);
}

#[cfg(unix)]
#[test]
fn no_command_writes_into_the_file_that_it_reads() {
    for command_ in [&["thread"][..], &["check"], &["convert", "--to", "model"], &["restore"]] {
        for from_stdin in [false, true] {
            let bench = Bench::new(page_text());
            let input = bench.path("input");
            let file = std::fs::File::options().append(true).open(&input).unwrap();
            let mut command_ = command(command_);
            command_.arg(if from_stdin { "-" } else { &input }).stdout(file);
            if command_.get_args().next().is_some_and(|name| name == "restore") {
                command_.arg(bench.path("other"));
            }
            let done = command_.stdin(std::fs::File::open(&input).unwrap()).output().unwrap();
            let said = String::from_utf8(done.stderr).unwrap();
            assert!(said.contains("is the file that standard output goes to"), "{said}");
            assert_eq!(done.status.code(), Some(2));
            assert_eq!(std::fs::read_to_string(&input).unwrap(), page_text());
        }
    }
}
