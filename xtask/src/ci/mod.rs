//! `cargo xtask ci`: everything that must pass, the same here and on a build server.

mod features;
mod job;
mod newer;
mod package;

use std::time::{Duration, Instant};

use clap::ValueEnum as _;

pub use self::job::{Job, PUBLISHED};
use crate::{step::in_ci, workspace::Error};

/// The environment variable that makes the heavy laws run at full size. `tests/src/effort.rs` reads it.
const DEEP: &str = "CONVERSATION_DEEP";

/// Prints the jobs and the commands of each.
pub fn list() {
    for job in Job::value_variants() {
        let value = job.to_possible_value();
        let help = value.as_ref().and_then(|value| value.get_help()).map(ToString::to_string).unwrap_or_default();
        println!(
            "{:<11}{help}{}",
            job.name(),
            if job.is_everyday() { "" } else { " (only where CI is set, or when named)" }
        );
        for command in job.commands() {
            println!("{:<11}  {command}", "");
        }
        if let Some(more) = job.more() {
            println!("{:<11}  {more}", "");
        }
    }
}

/// Runs the jobs, each to its end, also after one failed. Without names: the everyday jobs, and where `CI` is set all of them.
///
/// # Errors
///
/// When a job fails; the error names all that did.
pub fn run(jobs: &[Job], deep: bool) -> Result<(), Error> {
    let all: Vec<_> = Job::value_variants().iter().copied().filter(|job| job.is_everyday() || in_ci()).collect();
    let jobs = if jobs.is_empty() { &all[..] } else { jobs };
    let begin = Instant::now();
    let mut times = Vec::new();
    for (index, job) in jobs.iter().enumerate() {
        eprintln!("── {} ({} of {}, after {:?})", job.name(), index + 1, jobs.len(), seconds(begin));
        let start = Instant::now();
        let passed = job.run(deep.then_some(DEEP));
        times.push((job.name(), passed, seconds(start)));
    }
    eprintln!("── the time of each job");
    for (name, passed, time) in &times {
        eprintln!("   {name:<11}{:>6} s{}", time.as_secs(), if *passed { "" } else { "  FAILED" });
    }
    eprintln!("   {:<11}{:>6} s", "all", seconds(begin).as_secs());
    let failed: Vec<_> = times.into_iter().filter(|(_, passed, _)| !passed).map(|(name, ..)| name).collect();
    if failed.is_empty() { Ok(()) } else { Err(Error::Other(format!("failed: {}", failed.join(", ")))) }
}

fn seconds(since: Instant) -> Duration {
    Duration::from_secs(since.elapsed().as_secs())
}
