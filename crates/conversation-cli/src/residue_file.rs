//! The residue file of a conversion. It contains everything that the input contained, including credentials: only its
//! owner may read it, and it is complete or absent. An interrupted run leaves none behind,
//! and one that was killed is named by the next.

use std::{
    fs,
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::{
    error::{Failure, say_note, shown},
    input::{Refusal, Source},
    same_file::{is_input, is_output},
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
        warn_of_others(folder);
        let begun = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder).and_then(|file| {
            // Not every system has locks, and none is needed but to tell this run from one that was killed.
            let _ = file.as_file().try_lock();
            delete_on_signal(file.path().to_owned())?;
            Ok(file)
        });
        let file = begun.map_err(|reason| Failure::file(&name, reason))?;
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

/// How a file that is not complete is called.
const UNFINISHED: &str = ".residue-";

/// Names the files that a run left behind which was killed. One that another run is writing now is locked.
fn warn_of_others(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let entries =
        entries.filter_map(Result::ok).filter(|entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED));
    for entry in entries {
        let is_free = fs::File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
        if is_free {
            let path = shown(&entry.path().to_string_lossy());
            say_note(&format!("{path} was left by an interrupted run and may contain credentials: delete it"));
        }
    }
}

/// Deletes the file when a signal ends the process, which then ends as if nothing had been done.
#[cfg(unix)]
fn delete_on_signal(path: PathBuf) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
        low_level::emulate_default_handler,
    };
    // `nohup` ignores a signal, and it stays ignored.
    let signals = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| !is_ignored(*signal));
    let mut signals = Signals::new(signals)?;
    std::thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            // If it is gone, it is complete and has its name.
            let _ = fs::remove_file(&path);
            let _ = emulate_default_handler(signal);
        }
    })?;
    Ok(())
}

/// Whether the signal was ignored when the process began, as far as the system says so.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    ignored & (1 << (signal - 1)) != 0
}

#[cfg(not(unix))]
fn delete_on_signal(_: PathBuf) -> io::Result<()> {
    Ok(())
}
