//! Where the commands that talk to servers wait for them: one thread is enough, for they do one thing after the other.

use std::{future::Future, io};

use crate::error::Failure;

/// Runs `work` to its end.
pub(crate) fn run<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    check_descriptors().map_err(Failure::System)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error: io::Error| Failure::System(error))?.block_on(work)
}

/// Fails where the process may open no other files: tokio panics where it gets none for its signals.
#[cfg(unix)]
fn check_descriptors() -> io::Result<()> {
    let pairs = [(); 5].map(|()| std::os::unix::net::UnixStream::pair());
    pairs.into_iter().try_for_each(|pair| pair.map(drop))
}

#[cfg(not(unix))]
fn check_descriptors() -> io::Result<()> {
    Ok(())
}
