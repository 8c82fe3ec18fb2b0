//! Documents that the generator refuses, and everything it says about each.
//!
//! `tests/bad/NAME.yaml` and, where the decisions matter, `NAME.codegen.toml`; `NAME.expected` holds what is printed.

use xtask::{
    output::Output,
    place::{Violation, Violations},
    workspace::read_document,
};

use crate::committed::{assert_committed, names, text};

/// The decisions of a document that has none of its own: only for one that is refused before they are looked at.
const NO_DECISIONS: &str = "crate = \"none\"\n[files]\n";

#[test]
fn every_bad_document_is_refused_with_every_place() {
    let mut output = Output::default();
    let mut kept = Vec::new();
    for name in bad() {
        let violations = violations(&name);
        assert!(!violations.is_empty(), "bad/{name}.yaml is accepted");
        let lines: Vec<String> = violations.iter().map(|violation| format!("{violation}\n")).collect();
        output.file(format!("{name}.expected"), lines.concat());
        kept.extend([format!("{name}.yaml"), format!("{name}.codegen.toml"), format!("{name}.expected")]);
    }
    for file in names("bad") {
        assert!(kept.contains(&file), "bad/{file} belongs to no document");
    }
    assert_committed("bad", &output);
}

#[test]
fn every_violation_is_one_line_at_a_place_inside_the_file() {
    for name in bad() {
        for violation in violations(&name) {
            let text = text(&format!("bad/{}", violation.file)).unwrap_or_else(|| panic!("{violation}: no such file"));
            let line = text.lines().nth(violation.place.line - 1).unwrap_or_default();
            let columns = line.chars().count() + 1;
            assert!(violation.place.line <= text.lines().count().max(1), "{violation}: no such line");
            assert!((1..=columns).contains(&violation.place.column), "{violation}: no such column");
            assert!(violation.message.len() < 400, "{violation}: too long");
            assert!(!violation.message.contains(char::is_control), "{violation:?}: more than a line");
        }
    }
}

fn bad() -> Vec<String> {
    let names = names("bad").into_iter();
    names.filter_map(|file| file.strip_suffix(".yaml").map(str::to_owned)).collect()
}

/// What `cargo xtask lint` says of a document.
fn violations(name: &str) -> Vec<Violation> {
    let yaml = text(&format!("bad/{name}.yaml")).expect("the document is there");
    let decisions = text(&format!("bad/{name}.codegen.toml"));
    let decisions = decisions.as_deref().unwrap_or(NO_DECISIONS);
    let (file, toml) = (format!("{name}.yaml"), format!("{name}.codegen.toml"));
    let read = read_document(name, (&file, &yaml), (&toml, decisions));
    read.err().map(Violations::into_vec).unwrap_or_default()
}
