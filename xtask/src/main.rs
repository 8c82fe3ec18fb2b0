//! The command behind `cargo xtask`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::{
    ci,
    codegen::COMMAND,
    core_schema,
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
    /// Run everything that must pass, or the jobs named.
    ///
    /// Every job runs even when one before it failed; the end says which did. `cargo xtask ci --list` names them.
    Ci {
        /// The jobs to run; all of them when none is named.
        jobs: Vec<ci::Job>,
        /// List the jobs and what each runs.
        #[arg(long)]
        list: bool,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Codegen { check } => load().and_then(|documents| apply(&workspace::codegen(&documents)?, check, COMMAND)),
        Task::Schema { check } => {
            const COMMAND: &str = "cargo xtask schema";
            // Both are said to be stale when both are.
            let documents = load().and_then(|documents| apply(&workspace::schemas(&documents), check, COMMAND));
            let core = core_schema::output().and_then(|output| apply(&output, check, COMMAND));
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
        Task::Ci { jobs, .. } => ci::run(&jobs),
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
