//! The command behind `cargo xtask`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::{
    ci,
    codegen::COMMAND,
    contract, core_schema, fuzz, languages,
    output::Output,
    workspace::{self, Error},
};

/// Generates, checks and tests this workspace.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", max_term_width = 100, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Make the Rust types of the types crates from openapi/*.yaml.
    ///
    /// Writes crates/*-types/src/generated, and the lists of types and examples that the tests go through. Files whose
    /// schemas are gone are deleted; nothing is written where nothing changed. Where a schema goes and what its variants
    /// are called is decided in openapi/*.codegen.toml.
    Codegen {
        /// Write nothing; fail with a diff when a committed file is not what the documents make.
        #[arg(long)]
        check: bool,
    },
    /// Check openapi/*.yaml against the dialect, and every example against its schema.
    ///
    /// Prints every violation at once, each with file, line and column.
    Lint,
    /// Make the JSON Schema 2020-12 bundles: of both APIs from openapi/*.yaml, of conversation-core from its types.
    ///
    /// Writes crates/*/schemas, which the crates ship as their constant SCHEMA and their feature `schemars` gives.
    Schema {
        /// Write nothing; fail with a diff when a committed file is not what the documents make.
        #[arg(long)]
        check: bool,
    },
    /// Make the types of bindings/ from the JSON Schema bundles, for all languages or those named.
    ///
    /// Installs the languages' own generators, pinned, below target/ and bindings/typescript/node_modules. A language
    /// whose tools are not here is named and skipped; with the environment variable CI set they are installed, as
    /// Debian's packages, and it is an error when that fails.
    Bindings {
        /// The languages; all of them when none is named.
        #[arg(value_name = "LANGUAGE")]
        languages: Vec<languages::Language>,
        /// Write nothing; fail with a diff when a committed file is not what the bundles make.
        #[arg(long)]
        check: bool,
    },
    /// Hold the emulator to openapi/*.yaml with schemathesis.
    ///
    /// Starts an emulator and sends it requests made of the documents, good and bad ones, one after the other and in
    /// sequences, as a client, with an HMAC and as an administrator. Every check that schemathesis has is on, with some of
    /// our own; how it is set up is in tests/contract. Installs schemathesis, pinned, below target/. Without Python 3.11
    /// it is skipped; with the environment variable CI set, Python is installed, and it is an error when that fails.
    #[command(after_help = "Example: cargo xtask contract --examples 500 --seed 7")]
    Contract(contract::Extent),
    /// Run everything that must pass, or the jobs named.
    ///
    /// Every job runs to its end, even when an earlier one failed. The time of each job is printed at the end. Without names,
    /// the everyday jobs run; where the environment variable CI is set, also those that need other tools, which are
    /// installed.
    Ci {
        /// The jobs to run [default: the everyday jobs; where CI is set, all]
        jobs: Vec<ci::Job>,
        /// Check the heavy laws at full size: 10,000 cases and more each
        #[arg(long)]
        deep: bool,
        /// List the jobs and what each runs.
        #[arg(long)]
        list: bool,
    },
    /// Fuzz decoding, converting, threading and the cursors, or the targets named.
    ///
    /// Runs libFuzzer on the targets of tests/fuzz, which check the laws of the tests with any input. It begins with
    /// the fixtures, the examples and what it found the last time. An input that breaks a law is made smaller and put
    /// into tests/fuzz/inputs, where an ordinary test runs it from then on. It needs a nightly toolchain, and installs
    /// cargo-fuzz where it is not there.
    #[command(after_help = "Example: cargo xtask fuzz --seconds 600 thread cursor")]
    Fuzz {
        /// How long to fuzz, all targets together; each has an equal share.
        #[arg(long, value_name = "N", default_value_t = 60)]
        seconds: u64,
        /// The targets; all of them when none is named.
        #[arg(value_name = "TARGET")]
        targets: Vec<fuzz::Target>,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Codegen { check } => load().and_then(|documents| apply(&workspace::codegen(&documents)?, check, COMMAND)),
        Task::Schema { check } => {
            const COMMAND: &str = "cargo xtask schema";
            // Both are said to be stale when both are.
            let documents = load().and_then(|documents| apply(&workspace::schemas(&documents), check, COMMAND));
            let core =
                core_schema::output().and_then(|output| output.map_or(Ok(()), |output| apply(&output, check, COMMAND)));
            documents.and(core)
        }
        Task::Lint => load().map(|documents| {
            let examples: usize = documents.iter().map(|document| document.api.examples.len()).sum();
            println!("{} documents, {examples} examples: nothing to say", documents.len());
        }),
        Task::Ci { list: true, .. } => {
            ci::list();
            Ok(())
        }
        Task::Ci { jobs, deep, .. } => ci::run(&jobs, deep),
        Task::Contract(extent) => contract::run(extent),
        Task::Bindings { languages, check } => languages::bindings(&languages, check),
        Task::Fuzz { seconds, targets } => fuzz::run(seconds, &targets),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn load() -> Result<Vec<workspace::Document>, Error> {
    workspace::documents(&workspace::root())
}

fn apply(output: &Output, check: bool, command: &'static str) -> Result<(), Error> {
    let root = workspace::root();
    let failed = |error: std::io::Error| Error::Other(format!("generated files: {error}"));
    if check {
        return match output.diff(&root).map_err(failed)? {
            Some(diff) => Err(Error::Stale { diff, command }),
            None => {
                println!("generated files are up to date");
                Ok(())
            }
        };
    }
    let done = output.write(&root).map_err(failed)?;
    println!("{} written, {} deleted, {} unchanged", done.written, done.deleted, done.unchanged);
    Ok(())
}
