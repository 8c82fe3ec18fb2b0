//! Where the commands that talk to servers wait for them: one thread is enough, for they do one thing after the other.

use std::{future::Future, io};

use crate::error::Failure;

/// Runs `work` to its end.
pub(crate) fn run<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error: io::Error| Failure::System(error))?.block_on(work)
}
