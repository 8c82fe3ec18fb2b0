//! The jobs of `cargo xtask ci`: everything that must pass, the same here and on a build server.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use clap::ValueEnum;

use crate::{
    contract, languages,
    workspace::{Error, root},
};

/// A job, in the order in which `cargo xtask ci` runs them. The tests come last, so that their summary ends the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Job {
    /// The source is as rustfmt has it.
    Fmt,
    /// The documents keep to the dialect and their examples fit.
    Lint,
    /// The generated Rust files are what the documents make.
    Codegen,
    /// The JSON Schema bundles are what the documents make.
    Schema,
    /// Clippy has nothing to say, with and without features.
    Clippy,
    /// The documentation builds without a warning.
    Doc,
    /// A service of another team builds on the crates and passes its tests.
    Downstream,
    /// Every crate that is published can be packaged, and builds from its package.
    Package,
    /// The types of other languages are what the bundles make, compile, and keep every vector, as Rust's do.
    Languages,
    /// The emulator keeps to the documents: schemathesis sends requests made of them, with all of its checks.
    Contract,
    /// Unit tests, laws, end-to-end tests and documentation examples.
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

impl Job {
    /// The commands of the job: arguments of cargo, and the folder below the root they run in.
    fn commands(self) -> Vec<(&'static str, Vec<&'static str>)> {
        let xtask = |arguments: &[&'static str]| {
            let mut all = vec!["run", "--quiet", "--package", "xtask", "--"];
            all.extend(arguments);
            ("", all)
        };
        match self {
            Self::Fmt => vec![
                ("", vec!["fmt", "--all", "--check"]),
                ("tests/downstream", vec!["fmt", "--check"]),
                ("tests/fuzz", vec!["fmt", "--check"]),
            ],
            Self::Lint => vec![xtask(&["lint"])],
            Self::Codegen => vec![xtask(&["codegen", "--check"])],
            Self::Schema => vec![xtask(&["schema", "--check"])],
            Self::Clippy => {
                let clippy = |features: &[&'static str]| {
                    let mut all = vec!["clippy", "--workspace", "--all-targets", "--quiet"];
                    all.extend(features);
                    all.extend(["--", "--deny", "warnings"]);
                    ("", all)
                };
                vec![clippy(&[]), clippy(&["--all-features"])]
            }
            Self::Doc => vec![("", vec!["doc", "--workspace", "--no-deps", "--all-features", "--quiet"])],
            Self::Downstream => vec![
                (
                    "tests/downstream",
                    vec!["clippy", "--locked", "--all-targets", "--quiet", "--", "--deny", "warnings"],
                ),
                ("tests/downstream", vec!["test", "--locked", "--quiet"]),
            ],
            Self::Package => {
                let mut all = vec!["package", "--locked", "--allow-dirty", "--quiet"];
                all.extend(PUBLISHED.iter().flat_map(|name| ["--package", name]));
                vec![("", all)]
            }
            // More than cargo's commands, see `languages::ci` and `contract::run`.
            Self::Languages | Self::Contract => vec![],
            Self::Test => {
                // The generator has features of serde_json that no user of the crates has on. It is tested by itself, so
                // that the crates are tested as they are used.
                let crates = ["--workspace", "--exclude", "xtask", "--all-features"];
                let run = |which: &[&'static str]| {
                    let mut all = if has_nextest() { vec!["nextest", "run"] } else { vec!["test", "--tests"] };
                    all.extend(which);
                    all.push("--no-fail-fast");
                    ("", all)
                };
                let mut doc = vec!["test", "--doc", "--quiet"];
                doc.extend(crates);
                vec![run(&["--package", "xtask"]), ("", doc), run(&crates)]
            }
        }
    }

    /// Runs it to its end; what fails has said why.
    fn run(self) -> bool {
        if self == Self::Languages {
            return languages::ci().inspect_err(|error| eprintln!("{error}")).is_ok();
        }
        if self == Self::Contract {
            return contract::run(contract::Extent::default()).inspect_err(|error| eprintln!("{error}")).is_ok();
        }
        if self == Self::Package {
            forget_packages();
        }
        self.commands().iter().all(|(folder, arguments)| cargo(&root().join(folder), arguments))
    }

    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Prints the jobs and the commands of each.
pub fn list() {
    for job in Job::value_variants() {
        let value = job.to_possible_value();
        let help = value.as_ref().and_then(|value| value.get_help()).map(ToString::to_string).unwrap_or_default();
        println!("{:<11}{help}", job.name());
        if *job == Job::Languages {
            println!("{:<11}  see cargo xtask bindings --help, and bindings/README.md", "");
        }
        if *job == Job::Contract {
            println!("{:<11}  see cargo xtask contract --help", "");
        }
        for (folder, arguments) in job.commands() {
            let folder = if folder.is_empty() { String::new() } else { format!("(in {folder}) ") };
            println!("{:<11}  {folder}cargo {}", "", arguments.join(" "));
        }
    }
}

/// Runs the jobs, all of them when none is named, each to its end.
pub fn run(jobs: &[Job]) -> Result<(), Error> {
    let jobs = if jobs.is_empty() { Job::value_variants() } else { jobs };
    let mut failed = Vec::new();
    for (index, job) in jobs.iter().enumerate() {
        eprintln!("── {} ({} of {})", job.name(), index + 1, jobs.len());
        let start = Instant::now();
        let passed = job.run();
        let seconds = Duration::from_secs(start.elapsed().as_secs());
        eprintln!("── {} {} in {seconds:?}", job.name(), if passed { "passed" } else { "FAILED" });
        if !passed {
            failed.push(job.name());
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Other(format!("failed: {}", failed.join(", ")))) }
}

fn cargo(folder: &Path, arguments: &[&str]) -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status =
        Command::new(cargo).args(arguments).current_dir(folder).env("RUSTDOCFLAGS", "--deny warnings").status();
    match status {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("cargo {}: {error}", arguments.join(" "));
            false
        }
    }
}

/// Deletes what cargo unpacked of our own packages when it verified them the last time.
///
/// It finds packages that depend on one another by way of a registry below `target/package`, and unpacks them where it
/// unpacks every registry's crates. There it takes a crate of the same version for the same crate, so that a package
/// would be verified with what another one was the last time.
fn forget_packages() {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let sources = home.map(|home| home.join("registry/src")).and_then(|sources| fs::read_dir(sources).ok());
    // A registry is called by its host, and one below `target` has none.
    let local = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with('-');
    for registry in sources.into_iter().flatten().flatten().filter(local) {
        for name in PUBLISHED {
            let unpacked = registry.path().join(format!("{name}-{}", env!("CARGO_PKG_VERSION")));
            // As a rule there is nothing.
            let _ = fs::remove_dir_all(unpacked);
        }
    }
}

fn has_nextest() -> bool {
    let output = Command::new("cargo").args(["nextest", "--version"]).output();
    output.is_ok_and(|output| output.status.success())
}
