//! A tiny document for each thing that the generator can do, and what it makes of it.
//!
//! `tests/cases/NAME` holds the document, `input.yaml` and `input.codegen.toml`, and what comes of it: the folder
//! `expected` as `src/generated` of a types crate, and `expected.schema.json`. That the expected files compile, and that
//! the types do what they should, is the crate `codegen-cases`.

use std::{collections::BTreeMap, fs};

use xtask::{
    codegen, export,
    output::Output,
    workspace::{Document, read_document, rustfmt},
};

use crate::committed::{assert_committed, names, tests, text};

#[test]
fn every_case_makes_what_is_committed() {
    let mut output = Output::default();
    for name in names("cases") {
        let document = case(&name);
        output.folder(format!("{name}/expected"));
        for (file, text) in generated(&document) {
            output.file(format!("{name}/expected/{file}"), rustfmt(&text).expect("what is made is Rust"));
        }
        let bundle = export::bundle(&document.api, &name, export::For::Readers);
        output.file(format!("{name}/expected.schema.json"), export::text(&bundle));
    }
    assert_committed("cases", &output);
}

#[test]
fn every_case_makes_the_same_twice() {
    for name in names("cases") {
        assert_eq!(generated(&case(&name)), generated(&case(&name)), "{name}");
    }
}

#[test]
fn every_case_has_exactly_its_files() {
    for name in names("cases") {
        assert_eq!(
            names(&format!("cases/{name}")),
            ["expected", "expected.schema.json", "input.codegen.toml", "input.yaml"],
            "cases/{name}"
        );
    }
}

#[test]
fn every_case_is_compiled_and_used() {
    let folder = tests("../../tests/cases/src");
    let library = fs::read_to_string(folder.join("lib.rs")).expect("the crate of the cases can be read");
    for name in names("cases") {
        assert!(library.contains(&format!("pub mod {name};")), "tests/cases/src/lib.rs has no `pub mod {name};`");
        let module = fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap_or_default();
        let included = format!("#[path = \"../../../xtask/tests/cases/{name}/expected/mod.rs\"]");
        assert!(module.contains(&included), "tests/cases/src/{name}.rs does not say {included}");
        assert!(module.contains("#[test]"), "tests/cases/src/{name}.rs has no test");
    }
}

fn generated(document: &Document) -> BTreeMap<String, String> {
    codegen::types(&document.api, &document.config, "input.yaml").expect("the case can be generated")
}

fn case(name: &str) -> Document {
    let file =
        |file: &str| text(&format!("cases/{name}/{file}")).unwrap_or_else(|| panic!("cases/{name} has no {file}"));
    let (yaml, toml) = (file("input.yaml"), file("input.codegen.toml"));
    let document = read_document(name, ("input.yaml", &yaml), ("input.codegen.toml", &toml));
    document.unwrap_or_else(|violations| panic!("cases/{name}:\n{violations}"))
}
