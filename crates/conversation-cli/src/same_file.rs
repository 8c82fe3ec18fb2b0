//! Whether two names are one file, so that nothing is overwritten while it is read.

use std::{
    fs::{self, Metadata},
    io,
    path::Path,
};

use same_file::Handle;

use crate::{
    error::Failure,
    input::{Refusal, Source},
};

/// The file behind a handle, if it is one that keeps what is written: no terminal, pipe or device.
fn regular(handle: io::Result<Handle>) -> Option<Handle> {
    handle.ok().filter(|handle| handle.as_file().metadata().is_ok_and(|about| about.is_file()))
}

/// The file with this name, if it is one. A named pipe is not opened: its writer would be told so.
fn named(path: &Path) -> Option<Handle> {
    fs::metadata(path).ok().filter(Metadata::is_file)?;
    Handle::from_path(path).ok()
}

fn opened(source: &Source) -> Option<Handle> {
    match source {
        Source::Stdin => regular(Handle::stdin()),
        Source::File(path) => named(path),
    }
}

/// Whether `path` is the file that `source` reads.
pub(crate) fn is_input(path: &Path, source: &Source) -> bool {
    matches!((named(path), opened(source)), (Some(one), Some(other)) if one == other)
}

/// Whether `path` is the file that standard output goes to.
pub(crate) fn is_output(path: &Path) -> bool {
    matches!((named(path), regular(Handle::stdout())), (Some(one), Some(other)) if one == other)
}

/// Refuses to read from the file that standard output goes to: it would have no end, or nothing left to read.
pub(crate) fn refuse_output(source: &Source) -> Result<(), Failure> {
    match (opened(source), regular(Handle::stdout())) {
        (Some(one), Some(other)) if one == other => {
            Err(Failure::input(&source.name(), Refusal::Other("is the file that standard output goes to")))
        }
        _ => Ok(()),
    }
}
