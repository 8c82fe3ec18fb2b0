//! The residue file of a conversion. It contains everything that the input contained, including credentials: only its
//! owner may read it, and it is complete or absent.

use std::{
    fs,
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::{
    error::Failure,
    input::{Refusal, Source},
};

/// The file, under a temporary name in the same folder until it is complete.
pub(crate) struct ResidueFile {
    path: PathBuf,
    /// On Unix only its owner can read and write it. It is deleted when dropped.
    file: BufWriter<NamedTempFile>,
}

/// How much is written at once.
const CHUNK: usize = 256 * 1024;

impl ResidueFile {
    /// Begins the file `path`, beside what is read from `source`.
    pub(crate) fn create(path: &Path, source: &Source) -> Result<Self, Failure> {
        let name = path.to_string_lossy();
        let refuse = |why| Err(Failure::input(&name, Refusal::Other(why)));
        if path.as_os_str() == "-" {
            return refuse("is standard output, and the conversations go there; expected a file for the residue");
        }
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => return refuse("is a directory, expected a file for the residue"),
            Ok(about) if !about.is_file() => return refuse("is no regular file, which the residue needs"),
            Ok(_) if is_input(path, source) => return refuse("is the input, and the residue would overwrite it"),
            Ok(_) if is_output(path) => return refuse("is where the output goes, and the residue would overwrite it"),
            _ => {}
        }
        // Through a link to where the file is, so that the link stays one.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let file = tempfile::Builder::new().prefix(".residue-").tempfile_in(folder);
        let file = file.map_err(|reason| Failure::file(&name, reason))?;
        Ok(Self { path, file: BufWriter::with_capacity(CHUNK, file) })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.file.write_all(bytes).map_err(|reason| self.failure(reason))
    }

    /// Gives the file its name.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let Self { path, file } = self;
        let failure = |reason| Failure::file(&path.to_string_lossy(), reason);
        let file = file.into_inner().map_err(|error| failure(error.into_error()))?;
        file.persist(&path).map_err(|error| failure(error.error))?;
        Ok(())
    }

    fn failure(&self, reason: io::Error) -> Failure {
        Failure::file(&self.path.to_string_lossy(), reason)
    }
}

#[cfg(unix)]
fn is_input(path: &Path, source: &Source) -> bool {
    use std::os::fd::AsFd as _;
    match source {
        Source::File(input) => is_same(path, fs::metadata(input)),
        Source::Stdin => is_same(path, about(io::stdin().as_fd())),
    }
}

#[cfg(unix)]
fn is_output(path: &Path) -> bool {
    use std::os::fd::AsFd as _;
    is_same(path, about(io::stdout().as_fd()))
}

#[cfg(unix)]
fn about(file: std::os::fd::BorrowedFd<'_>) -> io::Result<fs::Metadata> {
    fs::File::from(file.try_clone_to_owned()?).metadata()
}

/// Whether both are one file, under whichever names.
#[cfg(unix)]
fn is_same(path: &Path, other: io::Result<fs::Metadata>) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |about: &fs::Metadata| (about.dev(), about.ino());
    matches!((fs::metadata(path), other), (Ok(one), Ok(other)) if id(&one) == id(&other))
}

#[cfg(not(unix))]
fn is_input(path: &Path, source: &Source) -> bool {
    match source {
        Source::File(input) => {
            matches!((fs::canonicalize(path), fs::canonicalize(input)), (Ok(one), Ok(other)) if one == other)
        }
        Source::Stdin => false,
    }
}

#[cfg(not(unix))]
fn is_output(_: &Path) -> bool {
    false
}
