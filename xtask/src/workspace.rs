//! The documents of this workspace and what is made of each.

use std::{
    fmt, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    api::Api,
    codegen::{self, config::Config},
    dialect,
    export::{self, For},
    lint,
    output::Output,
    place::{Place, Violation, Violations},
    yaml::Yaml,
};

/// The names of the documents in `openapi/`, without `.yaml`.
pub const DOCUMENTS: &[&str] = &["proficient", "genesys-chat"];

/// A document that has passed every rule, with the generator's decisions about it.
#[derive(Debug)]
pub struct Document {
    /// `proficient`.
    pub name: String,
    /// The YAML, for places.
    pub yaml: Yaml,
    /// What it says.
    pub api: Api,
    /// What the generator decides about it.
    pub config: Config,
    /// The request code that progenitor makes of it: `src/generated/mod.rs` of its client, not yet through rustfmt.
    pub requests: String,
}

/// Why a command of the generator failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The documents have violations.
    Violations(Vec<Violation>),
    /// Committed files are not what the documents make.
    Stale {
        /// The unified diff.
        diff: String,
        /// The command that mends it.
        command: &'static str,
    },
    /// Anything else, said in one line.
    Other(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violations(found) => {
                for violation in found {
                    writeln!(f, "{violation}")?;
                }
                let count = found.len();
                write!(f, "{count} violation{} of the dialect (openapi/README.md)", if count == 1 { "" } else { "s" })
            }
            Self::Stale { diff, command } => {
                write!(f, "{diff}generated files are not up to date: run `{command}` and commit what it writes")
            }
            Self::Other(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}

impl From<Violations> for Error {
    fn from(violations: Violations) -> Self {
        Self::Violations(violations.into_vec())
    }
}

/// The root of the workspace.
pub fn root() -> PathBuf {
    // Cargo says where it runs us, which is not where we were built when workspaces share a target folder.
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let manifest = PathBuf::from(manifest);
    manifest.parent().unwrap_or(&manifest).to_path_buf()
}

/// Every document, or every violation in any of them.
pub fn documents(root: &Path) -> Result<Vec<Document>, Error> {
    let mut documents = Vec::new();
    let mut found = Vec::new();
    for name in DOCUMENTS {
        match document(root, name) {
            Ok(document) => {
                let name = document.config.crate_name();
                if documents.iter().any(|other: &Document| other.config.crate_name() == name) {
                    found
                        .push(document.config.crate_violation(format!("`{name}` holds the types of another document")));
                }
                documents.push(document);
            }
            Err(Error::Violations(violations)) => found.extend(violations),
            Err(error) => return Err(error),
        }
    }
    if found.is_empty() { Ok(documents) } else { Err(Error::Violations(found)) }
}

/// One document of the workspace at `root`.
pub fn document(root: &Path, name: &str) -> Result<Document, Error> {
    let file = format!("openapi/{name}.yaml");
    let decisions = format!("openapi/{name}.codegen.toml");
    let document = read_document(name, (&file, &read(root, &file)?), (&decisions, &read(root, &decisions)?))?;
    let missing = |name: &str| {
        let folder = format!("crates/{name}");
        (!root.join(&folder).join("Cargo.toml").is_file()).then(|| format!("there is no crate in {folder}"))
    };
    if let Some(message) = missing(document.config.crate_name()) {
        return Err(Violations::one(document.config.crate_violation(message)).into());
    }
    if let Some(message) = document.config.client().and_then(missing) {
        return Err(Violations::one(document.config.client_violation(message)).into());
    }
    Ok(document)
}

/// A document from the text of its two files, each with the name that violations carry.
pub fn read_document(name: &str, document: (&str, &str), decisions: (&str, &str)) -> Result<Document, Violations> {
    let said = Yaml::parse(document.0, document.1).and_then(|yaml| Ok((dialect::read(&yaml)?, yaml)));
    let decided = Config::parse(decisions.0, decisions.1);
    let (mut api, yaml, config) = match (said, decided) {
        (Ok((api, yaml)), Ok(config)) => (api, yaml, config),
        (said, decided) => {
            let found = said.err().into_iter().chain(decided.err());
            return Err(Violations::all(found));
        }
    };
    let mut found = lint::examples(&yaml, &api);
    found.extend(config.check(&api, &yaml));
    Violations::none_or(found)?;
    config.widen(&mut api);
    let requests = codegen::client::requests(&yaml, &api, &config).map_err(Violations::one)?;
    let requests = codegen::client::source(&requests, yaml.file());
    Ok(Document { name: name.into(), yaml, api, config, requests })
}

/// `cargo xtask codegen`: the Rust types, and what the tests need to know of them.
pub fn codegen(documents: &[Document]) -> Result<Output, Error> {
    let mut output = Output::default();
    output.folder("tests/src/generated");
    output.folder("tests/fixtures/examples");
    let mut registries = String::new();
    for document in documents {
        let Document { name, yaml, api, config, requests } = document;
        let folder = format!("crates/{}/src/generated", config.crate_name());
        let files = codegen::types(api, config, yaml.file())
            .map_err(|message| Error::from(Violations::one(yaml.violation("/components/schemas", message))))?;
        output.folder(&folder);
        for (file, text) in files {
            output.file(format!("{folder}/{file}"), rustfmt(&text)?);
        }
        if let Some(client) = config.client() {
            let folder = format!("crates/{client}/src/generated");
            output.folder(&folder);
            output.file(format!("{folder}/mod.rs"), rustfmt(requests)?);
        }
        let module = name.replace('-', "_");
        let registry = codegen::registry(api, config, yaml.file());
        output.file(format!("tests/src/generated/{module}.rs"), rustfmt(&registry)?);
        registries.push_str(&format!("pub mod {module};\n"));
        output.file(format!("tests/fixtures/examples/{name}.json"), export::text(&examples(document)));
    }
    let head = format!("// @generated by `{}`. Do not edit.\n\n//! The types of every document.\n\n", codegen::COMMAND);
    output.file("tests/src/generated/mod.rs", rustfmt(&format!("{head}{registries}"))?);
    Ok(output)
}

/// `cargo xtask schema`: the JSON Schema bundles.
pub fn schemas(documents: &[Document]) -> Output {
    let mut output = Output::default();
    for Document { name, api, config, .. } in documents {
        let folder = format!("crates/{}/schemas", config.crate_name());
        output.folder(&folder);
        output.file(format!("{folder}/{name}.schema.json"), export::text(&export::bundle(api, name, For::Readers)));
    }
    output
}

/// Every example of a document, for the tests of the crates.
fn examples(document: &Document) -> Value {
    let one = |example: &crate::api::Example| json!({"name": example.name, "pointer": example.pointer, "schema": example.schema, "value": example.value});
    let examples: Vec<Value> = document.api.examples.iter().map(one).collect();
    json!({"from": document.yaml.file(), "made by": codegen::COMMAND, "examples": examples})
}

fn read(root: &Path, file: &str) -> Result<String, Error> {
    let bytes = fs::read(root.join(file)).map_err(|error| Error::Other(format!("{file}: {error}")))?;
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let place = Place { line, column: 1 };
        Violations::one(Violation::new(file, place, "not UTF-8")).into()
    })
}

/// `text` as rustfmt would have it, by the workspace's own rustfmt.toml.
pub fn rustfmt(text: &str) -> Result<String, Error> {
    let failed =
        |error: &dyn fmt::Display| Error::Other(format!("rustfmt (a component of the Rust toolchain): {error}"));
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--quiet", "--config-path"])
        .arg(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    let mut stdin = child.stdin.take();
    let input = text.to_owned();
    // rustfmt reads all of its input before it writes, but a full pipe must not be able to stop both sides.
    let writer = std::thread::spawn(move || stdin.as_mut().map(|stdin| stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().map_err(|error| failed(&error))?;
    let _ = writer.join();
    if !output.status.success() {
        return Err(failed(&String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| failed(&error))
}
