//! A chain of hundreds of thousands of messages is as good as one of three.

use serde_json::Value;

use crate::{convert::Bench, hostile::Random, make::message, run::run};

const MESSAGES: i64 = 200_000;

/// A chain of messages on lines in a scrambled order.
fn chain() -> Vec<Value> {
    let id = |number: i64| format!("u{number}");
    let parent = |number: i64| (number > 0).then(|| id(number - 1));
    let mut lines: Vec<Value> =
        (0..MESSAGES).map(|number| message(&id(number), parent(number).as_deref(), number, number)).collect();
    let mut random = Random(7);
    for last in (1..lines.len()).rev() {
        lines.swap(last, random.below(last as u64 + 1) as usize);
    }
    lines
}

#[test]
fn a_long_chain_is_shown_checked_converted_and_restored() {
    let lines = chain();
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let bench = Bench::new(&input);
    let shown = run(&["thread", &bench.path("input")], "");
    assert_eq!((shown.code, &*shown.stderr), (Some(0), ""));
    assert!(shown.stdout.contains(&format!("This is u{}.\n", MESSAGES - 1)));
    let checked = run(&["check", &bench.path("input")], "");
    assert_eq!(checked.code, Some(0), "{}", checked.stdout);
    let done = bench.convert("genesys", &[]);
    assert_eq!((done.code, &*done.stderr), (Some(0), ""));
    assert_eq!(done.stdout.lines().count(), 1);
    let back = bench.restore();
    assert_eq!((back.code, &*back.stderr), (Some(0), ""));
    let back: Vec<Value> = back.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(back == lines, "the chain came back as another");
}
