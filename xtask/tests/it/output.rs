//! What the commands leave alone: everything that a change to a document does not touch.

use std::{fs, path::Path, process::Command, sync::LazyLock};

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::{
    output::Output,
    workspace::{self, Document, read_document},
    yaml::Yaml,
};

/// The schemas of one of the documents.
const SCHEMA: &str = "crates/proficient-types/schemas/proficient.schema.json";

/// The documents of this workspace, as they are.
static REAL: LazyLock<Vec<Document>> =
    LazyLock::new(|| workspace::documents(&workspace::root()).unwrap_or_else(|error| panic!("{error}")));

#[test]
fn a_second_run_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for output in everything(&REAL) {
        let first = output.write(folder.path()).expect("it can be written");
        assert!(first.written > 0 && first.unchanged == 0, "{first:?}");
    }
    for output in everything(&REAL) {
        let again = output.write(folder.path()).expect("it can be written");
        assert!(again.written == 0 && again.deleted == 0 && again.unchanged > 0, "{again:?}");
        assert_eq!(output.diff(folder.path()).expect("it can be read"), None);
    }
}

#[test]
fn a_new_optional_field_changes_one_file_and_one_schema() {
    for (schema, file) in [("Message", "messages"), ("Interaction", "interactions"), ("User", "users")] {
        let changed = proficient(|document, _| {
            let field = json!({"type": "string", "description": "How the writer felt.", "nullable": true});
            document["components"]["schemas"][schema]["properties"]["mood"] = field;
        });
        assert_eq!(changed_files(&changed), [SCHEMA, &format!("crates/proficient-types/src/generated/{file}.rs")]);
    }
}

#[test]
fn a_new_value_of_an_enum_changes_one_file_and_one_schema() {
    let changed = proficient(|document, _| {
        let known = &mut document["components"]["schemas"]["KnownSentBy"];
        known["enum"].as_array_mut().expect("a list").push("supervisor".into());
        known["x-enum-descriptions"]["supervisor"] = "A supervisor wrote it.".into();
    });
    assert_eq!(changed_files(&changed), [SCHEMA, "crates/proficient-types/src/generated/messages.rs"]);
}

#[test]
fn the_file_of_a_schema_goes_with_it_when_it_was_alone_there() {
    let changed = proficient(|document, decisions| {
        let components = &mut document["components"];
        let schemas = components["schemas"].as_object_mut().expect("a mapping");
        schemas.shift_remove("PageLimit").expect("the schema is there");
        let another = components["schemas"]["InteractionId"]["example"].clone();
        components["parameters"]["QueryLimit"]["schema"] = json!({"$ref": "#/components/schemas/InteractionId"});
        components["parameters"]["QueryLimit"]["example"] = another;
        let alone = "pages = [\"PageLimit\"]\n";
        assert!(decisions.contains(alone), "it shares its file: {decisions}");
        *decisions = decisions.replace(alone, "");
    });
    let folder = committed();
    let generated = folder.path().join("crates/proficient-types/src/generated");
    assert!(generated.join("pages.rs").exists());
    let deleted: usize =
        changed.iter().map(|output| output.write(folder.path()).expect("it can be written").deleted).sum();
    assert_eq!(deleted, 1);
    assert!(!generated.join("pages.rs").exists());
    let module = fs::read_to_string(generated.join("mod.rs")).expect("it is there");
    assert!(!module.contains("pages"), "{module}");
}

#[test]
fn check_writes_nothing_and_names_the_command() {
    let folder = workspace_of_its_own();
    for (task, stale) in [("codegen", "crates/proficient-types/src/generated/messages.rs"), ("schema", SCHEMA)] {
        let (succeeded, text) = xtask(folder.path(), &[task]);
        assert!(succeeded && !text.contains("0 written"), "{text}");
        let (succeeded, text) = xtask(folder.path(), &[task]);
        assert!(succeeded && text.starts_with("0 written, 0 deleted"), "{text}");
        let (succeeded, text) = xtask(folder.path(), &[task, "--check"]);
        assert!(succeeded && text.contains("up to date"), "{text}");

        let path = folder.path().join(stale);
        let right = fs::read_to_string(&path).expect("it was written");
        let wrong = right.replace("One message of", "A message of");
        assert_ne!(right, wrong);
        fs::write(&path, &wrong).expect("it can be written");
        let (succeeded, text) = xtask(folder.path(), &[task, "--check"]);
        assert!(!succeeded, "{text}");
        let last = text.lines().last().unwrap_or_default();
        assert!(last.contains(&format!("run `cargo xtask {task}`")), "{text}");
        assert!(text.contains(&format!("--- {stale}")) && text.contains("One message of"), "{text}");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), wrong, "--check wrote");

        let (succeeded, text) = xtask(folder.path(), &[task]);
        assert!(succeeded && text.starts_with("1 written, 0 deleted"), "{text}");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), right);
    }
}

#[test]
fn a_file_that_nothing_makes_is_found_and_deleted() {
    let folder = workspace_of_its_own();
    assert!(xtask(folder.path(), &["codegen"]).0);
    let stray = folder.path().join("crates/proficient-types/src/generated/stray.rs");
    fs::write(&stray, "//! Nothing makes this.\n").expect("it can be written");
    let (succeeded, text) = xtask(folder.path(), &["codegen", "--check"]);
    assert!(!succeeded && text.contains("-//! Nothing makes this."), "{text}");
    let (succeeded, text) = xtask(folder.path(), &["codegen"]);
    assert!(succeeded && text.starts_with("0 written, 1 deleted"), "{text}");
    assert!(!stray.exists());
}

#[test]
fn lint_says_everything_of_both_documents_at_once() {
    let folder = workspace_of_its_own();
    let (succeeded, text) = xtask(folder.path(), &["lint"]);
    assert!(succeeded && text.contains("nothing to say"), "{text}");
    edit(folder.path(), "openapi/proficient.yaml", "      additionalProperties: {}\n", "");
    edit(folder.path(), "openapi/genesys-chat.yaml", "openapi: 3.0.3", "openapi: 3.1.0");
    edit(folder.path(), "openapi/genesys-chat.codegen.toml", "[replace]", "[replaced]");
    let (succeeded, text) = xtask(folder.path(), &["lint"]);
    assert!(!succeeded);
    for part in [
        "openapi/proficient.yaml:",
        "openapi/genesys-chat.yaml:1:1: the dialect is OpenAPI 3.0.3",
        "openapi/genesys-chat.codegen.toml:",
        " violations of the dialect",
    ] {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }
}

#[test]
fn a_crate_that_is_not_there_or_not_its_own_is_refused() {
    let folder = workspace_of_its_own();
    edit(folder.path(), "openapi/genesys-chat.codegen.toml", "\"genesys-chat-types\"", "\"genesys-types\"");
    let (succeeded, text) = xtask(folder.path(), &["codegen"]);
    assert!(!succeeded && text.contains("openapi/genesys-chat.codegen.toml:3:9: there is no crate in"), "{text}");
    edit(folder.path(), "openapi/genesys-chat.codegen.toml", "\"genesys-types\"", "\"proficient-types\"");
    let (succeeded, text) = xtask(folder.path(), &["codegen"]);
    assert!(!succeeded && text.contains("openapi/genesys-chat.codegen.toml:3:9: `proficient-types` holds"), "{text}");
    assert!(!folder.path().join("crates/genesys-types").exists());
    edit(folder.path(), "openapi/genesys-chat.codegen.toml", "\"proficient-types\"", "\"genesys-chat-types\"");
    edit(folder.path(), "openapi/genesys-chat.codegen.toml", "\"genesys-chat-client\"", "\"genesys-client\"");
    let (succeeded, text) = xtask(folder.path(), &["codegen"]);
    assert!(!succeeded && text.contains("openapi/genesys-chat.codegen.toml:4:10: there is no crate in"), "{text}");
}

#[test]
fn a_document_that_is_missing_or_not_text_is_one_line() {
    let folder = workspace_of_its_own();
    let path = folder.path().join("openapi/proficient.yaml");
    fs::write(&path, b"openapi: 3.0.3\ninfo: \xff\n").expect("it can be written");
    let (succeeded, text) = xtask(folder.path(), &["lint"]);
    assert!(!succeeded && text.starts_with("openapi/proficient.yaml:2:1: not UTF-8\n"), "{text}");
    fs::remove_file(&path).expect("it is there");
    let (succeeded, text) = xtask(folder.path(), &["lint"]);
    assert!(!succeeded && text.starts_with("openapi/proficient.yaml: ") && text.lines().count() == 1, "{text}");
}

/// All that the documents make.
fn everything(documents: &[Document]) -> [Output; 2] {
    let types = workspace::codegen(documents).unwrap_or_else(|error| panic!("{error}"));
    [types, workspace::schemas(documents)]
}

/// A folder with all that the documents make as they are.
fn committed() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for output in everything(&REAL) {
        output.write(folder.path()).expect("it can be written");
    }
    folder
}

/// All that the documents make when `change` is done to one of them and to the decisions about it.
fn proficient(change: impl FnOnce(&mut Value, &mut String)) -> [Output; 2] {
    let root = workspace::root();
    let [document, decisions] = ["openapi/proficient.yaml", "openapi/proficient.codegen.toml"];
    let read = |file| fs::read_to_string(root.join(file)).expect("the document can be read");
    let mut value = Yaml::parse(document, &read(document)).expect("the document is YAML").value().clone();
    let mut decided = read(decisions);
    change(&mut value, &mut decided);
    // JSON is YAML too.
    let text = serde_json::to_string_pretty(&value).expect("a document is JSON");
    let changed = read_document("proficient", (document, &text), (decisions, &decided));
    let changed = changed.unwrap_or_else(|violations| panic!("{violations}"));
    let other = workspace::document(&root, "genesys-chat").unwrap_or_else(|error| panic!("{error}"));
    everything(&[changed, other])
}

/// The files that are not as the documents make them now, in order.
fn changed_files(outputs: &[Output; 2]) -> Vec<String> {
    static COMMITTED: LazyLock<TempDir> = LazyLock::new(committed);
    let diffs = outputs.iter().filter_map(|output| output.diff(COMMITTED.path()).expect("it can be read"));
    let diffs: String = diffs.collect();
    let mut files: Vec<String> =
        diffs.lines().filter_map(|line| line.strip_prefix("--- ")).map(str::to_owned).collect();
    files.sort();
    files
}

/// A workspace with copies of the documents, and with nothing made of them yet.
fn workspace_of_its_own() -> TempDir {
    let (root, folder) = (workspace::root(), tempfile::tempdir().expect("a folder"));
    let mut files = vec!["rustfmt.toml".to_owned()];
    for name in workspace::DOCUMENTS {
        files.extend([format!("openapi/{name}.yaml"), format!("openapi/{name}.codegen.toml")]);
    }
    for document in REAL.iter() {
        let crates = [Some(document.config.crate_name()), document.config.client()];
        files.extend(crates.into_iter().flatten().map(|name| format!("crates/{name}/Cargo.toml")));
    }
    for file in files {
        let copy = folder.path().join(&file);
        fs::create_dir_all(copy.parent().expect("a file is in a folder")).expect("it can be made");
        fs::copy(root.join(&file), copy).expect("it can be copied");
    }
    folder
}

/// Whether the command succeeded in the workspace at `root`, and what it printed.
fn xtask(root: &Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let command = command.args(arguments).env("CARGO_MANIFEST_DIR", root.join("xtask"));
    let output = command.output().expect("the command can be run");
    let text = String::from_utf8([output.stdout, output.stderr].concat()).expect("the command prints UTF-8");
    (output.status.success(), text)
}

/// Replaces a part of a file, wherever it stands.
fn edit(root: &Path, file: &str, old: &str, new: &str) {
    let text = fs::read_to_string(root.join(file)).expect("it can be read");
    assert!(text.contains(old), "{file} has no {old:?}");
    fs::write(root.join(file), text.replace(old, new)).expect("it can be written");
}
