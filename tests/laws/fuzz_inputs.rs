//! The bodies of the fuzz targets, on the seeds and on every input that fuzzing ever found.
//!
//! An input that breaks a law is in `tests/fuzz/inputs/TARGET`, where `cargo xtask fuzz` puts it and where it stays.

use std::{fs, path::Path};

use conversation_tests::fuzz::{TARGETS, Target, dictionary};

/// The inputs of a target, each with its name.
fn inputs(target: &Target) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/inputs").join(target.name);
    let mut inputs: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| {
            let path = entry.expect("an entry").path();
            (path.display().to_string(), fs::read(&path).expect("a file"))
        })
        .collect();
    inputs.sort();
    let seeds = (target.seeds)().into_iter().enumerate();
    inputs.extend(seeds.map(|(number, seed)| (format!("seed {number} of {}", target.name), seed)));
    inputs
}

/// Runs the target on each of its inputs, and names the one that breaks a law.
fn replay(name: &str, vary: impl Fn(&[u8]) -> Vec<Vec<u8>>) {
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target");
    for (input, bytes) in inputs(target) {
        for bytes in vary(&bytes) {
            let result = std::panic::catch_unwind(|| (target.run)(&bytes));
            assert!(result.is_ok(), "{input} breaks a law of {name}, see above");
        }
    }
}

/// As every type, since another schema more makes the first byte another choice.
#[test]
fn decode() {
    replay("decode", |bytes| {
        let text = bytes.get(1..).unwrap_or_default();
        (0..=u8::MAX).map(|choice| [&[choice], text].concat()).collect()
    });
}

#[test]
fn convert() {
    replay("convert", |bytes| vec![bytes.to_vec()]);
}

#[test]
fn thread() {
    replay("thread", |bytes| vec![bytes.to_vec()]);
}

#[test]
fn cursor() {
    replay("cursor", |bytes| vec![bytes.to_vec()]);
}

#[test]
fn a_word_of_the_dictionary_is_a_line_in_quotes() {
    let words = dictionary();
    assert!(
        words.contains("\"\\\"created_at\\\":\"\n") && words.contains("\"\\\"ParticipantJoined\\\"\"\n"),
        "{words}"
    );
    assert!(words.lines().all(|line| line.starts_with('"') && line.ends_with('"') && line.is_ascii()));
}
