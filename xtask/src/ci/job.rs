//! A job of `cargo xtask ci`, and the commands that it runs.

use std::{fmt, process::Command};

use clap::ValueEnum;

use super::{features, newer, package};
use crate::{
    contract, languages,
    step::{cargo, scratch},
    workspace::root,
};

/// A job, in the order in which `cargo xtask ci` runs them. The tests come last, so that their summary ends the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Job {
    /// Check that the source is formatted by rustfmt.
    Fmt,
    /// Check the documents against the dialect, and their examples against the schemas.
    Lint,
    /// Check that the generated Rust files are up to date.
    Codegen,
    /// Check that the JSON Schema bundles are up to date.
    Schema,
    /// Run clippy with all features.
    Clippy,
    /// Build the documentation without a warning.
    Doc,
    /// Check each published crate without features and with each feature alone.
    Features,
    /// Check the licences and sources of all dependencies with cargo-deny.
    Deny,
    /// Build and test a service that uses the crates as another team does.
    Downstream,
    /// Pack each published crate, and build it from its package.
    Package,
    /// Test that a core which is older than its types loses nothing.
    Newer,
    /// Build the types of the other languages, and try every vector in each.
    Languages,
    /// Send the emulator requests made from the documents, with schemathesis.
    Contract,
    /// Run the unit tests, the laws, the end-to-end tests and the documentation examples.
    Test,
}

/// The crates that are published, in the order of their dependencies.
pub const PUBLISHED: &[&str] = &[
    "conversation-wire",
    "proficient-types",
    "genesys-chat-types",
    "conversation-core",
    "conversation-http",
    "proficient-client",
    "genesys-chat-client",
    "conversation-emulator",
    "conversation",
    "conversation-cli",
];

/// A command of cargo.
pub(super) struct Cargo {
    /// Below the root of the workspace.
    folder: &'static str,
    arguments: Vec<String>,
    /// Whether a workspace of its own shares the target folder, so that no dependency is built twice.
    shares_target: bool,
}

impl Cargo {
    pub(super) fn new(arguments: &str) -> Self {
        let arguments = arguments.split(' ').map(str::to_owned).collect();
        Self { folder: "", arguments, shares_target: false }
    }

    fn within(folder: &'static str, arguments: &str) -> Self {
        Self { folder, shares_target: true, ..Self::new(arguments) }
    }

    pub(super) fn run(&self, deep: Option<&str>) -> bool {
        let mut command = Command::new(cargo());
        command.args(&self.arguments).current_dir(root().join(self.folder)).env("RUSTDOCFLAGS", "--deny warnings");
        if let Some(variable) = deep {
            command.env(variable, "1");
        }
        if self.shares_target
            && let Ok(folder) = scratch("")
        {
            command.env("CARGO_TARGET_DIR", folder);
        }
        match command.status() {
            Ok(status) => status.success(),
            Err(error) => {
                eprintln!("{self}: {error}");
                false
            }
        }
    }
}

impl fmt::Display for Cargo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.folder.is_empty() {
            write!(f, "(in {}) ", self.folder)?;
        }
        write!(f, "cargo {}", self.arguments.join(" "))
    }
}

impl Job {
    /// Whether it runs without being named and without `CI`.
    pub(super) fn is_everyday(self) -> bool {
        !matches!(
            self,
            Self::Features
                | Self::Deny
                | Self::Downstream
                | Self::Package
                | Self::Newer
                | Self::Languages
                | Self::Contract
        )
    }

    /// Its commands, where it runs only commands of cargo.
    pub(super) fn commands(self) -> Vec<Cargo> {
        let xtask = |arguments: &str| vec![Cargo::new(&format!("xtask {arguments}"))];
        match self {
            Self::Fmt => vec![
                Cargo::new("fmt --all --check"),
                Cargo::within("tests/downstream", "fmt --check"),
                Cargo::within("tests/fuzz", "fmt --check"),
            ],
            Self::Lint => xtask("lint"),
            Self::Codegen => xtask("codegen --check"),
            Self::Schema => xtask("schema --check"),
            // One set of packages and features for both, so that no dependency is checked twice.
            Self::Clippy => vec![Cargo::new("clippy --workspace --all-targets --all-features -- --deny warnings")],
            Self::Doc => vec![Cargo::new("doc --workspace --no-deps --all-features")],
            Self::Downstream => vec![
                Cargo::within("tests/downstream", "clippy --locked --all-targets -- --deny warnings"),
                Cargo::within("tests/downstream", "test --locked --quiet"),
            ],
            Self::Deny => vec![Cargo::new(
                "deny --config .cargo/deny.toml --workspace --all-features check licenses bans sources",
            )],
            Self::Features | Self::Package | Self::Newer | Self::Languages | Self::Contract => vec![],
            Self::Test => {
                // The generator has features of serde_json on that no user of the crates has. It is tested by itself, so
                // that the crates are tested as they are used.
                let crates = "--workspace --exclude xtask --all-features";
                let run = if has("nextest") { "nextest run" } else { "test --tests" };
                vec![
                    Cargo::new(&format!("{run} --package xtask --no-fail-fast")),
                    Cargo::new(&format!("test --doc {crates}")),
                    Cargo::new(&format!("{run} {crates} --no-fail-fast")),
                ]
            }
        }
    }

    /// What it runs, where that is more than commands of cargo that are known in advance.
    pub(super) fn more(self) -> Option<&'static str> {
        match self {
            Self::Features => Some("cargo check --package NAME --no-default-features [--features FEATURE], for each"),
            Self::Package => {
                Some("cargo package --no-verify, then cargo check in a workspace of the unpacked packages")
            }
            Self::Newer => Some("cargo test --package conversation-core --test newer, with types of changed documents"),
            Self::Languages => Some("see cargo xtask bindings --help, and bindings/README.md"),
            Self::Contract => Some("see cargo xtask contract --help"),
            _ => None,
        }
    }

    /// Runs it to its end. A command that fails has printed why.
    pub(super) fn run(self, deep: Option<&str>) -> bool {
        let result = match self {
            Self::Languages => languages::ci(),
            Self::Contract => contract::run(contract::Extent::default()),
            Self::Features => features::run(),
            Self::Package => package::run(),
            Self::Newer => newer::run(),
            Self::Deny if !has("deny") => {
                if !crate::step::in_ci() {
                    eprintln!("deny is skipped: cargo-deny is not installed (cargo install --locked cargo-deny)");
                    return true;
                }
                return Cargo::new("install --locked --quiet cargo-deny").run(None) && self.all(deep);
            }
            _ => return self.all(deep),
        };
        result.inspect_err(|error| eprintln!("{error}")).is_ok()
    }

    fn all(self, deep: Option<&str>) -> bool {
        self.commands().iter().all(|command| command.run(deep))
    }

    pub(super) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Whether cargo has this subcommand.
fn has(subcommand: &str) -> bool {
    Command::new(cargo()).args([subcommand, "--version"]).output().is_ok_and(|output| output.status.success())
}
