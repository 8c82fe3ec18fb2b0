//! The file that conversations are pulled into, and the state beside it.
//!
//! The file has a line for each item. The state says how far the walk had come when the file was so long. Lines are
//! written before the state that counts them, so the state may be behind the file and never before it: what comes again
//! is in the file already, and the walk passes over it. Both are their owner's alone: a file has texts of customers, and
//! the state of a chat its credentials.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _},
    ops::Range,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use conversation_wire::{List, Unreadable, WireType, decode};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

use super::subject::Subject;
use crate::{
    error::{Failure, shown},
    escape,
    output::Stream,
};

/// Where what is pulled goes.
pub(crate) struct Archive {
    target: Target,
    subject: Subject,
}

enum Target {
    Stdout(Stream),
    File(Kept),
}

/// A file that a later run goes on with.
struct Kept {
    file: File,
    path: PathBuf,
    /// How long the file is.
    bytes: u64,
    /// Of all that is in it.
    digest: Sha256,
    /// Whether this run began it.
    is_new: bool,
    /// When the state was last written.
    saved: Instant,
}

/// A state as it is stored.
#[derive(Serialize, Deserialize)]
struct State<S, P> {
    /// Changes when a field changes its meaning.
    version: u32,
    pull: S,
    /// How long the file was.
    bytes: u64,
    /// The SHA-256 of the file at that length, in hexadecimal: a line that was edited since is found. Earlier versions did not
    /// write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    /// Where the walk goes on; nothing where it begins anew, to look for what is missing.
    point: Option<P>,
}

const VERSION: u32 = 1;

/// How long a walk goes on between two states, where it can be made to come again: each is waited for until it is on the
/// disk.
const OFTEN: Duration = Duration::from_millis(500);

impl Archive {
    /// Opens `output` for this pull: standard output, a new file, or the file of an earlier run. Where that stopped;
    /// nothing where the walk begins, or begins anew: it is to be told of what is in the file in any case.
    pub(crate) fn open<P: Serialize + DeserializeOwned>(
        output: &Path,
        subject: Subject,
    ) -> Result<(Self, Option<P>), Failure> {
        if output.as_os_str() == "-" {
            return Ok((Self { target: Target::Stdout(Stream::open()), subject }, None));
        }
        let mut kept = Kept::open(output)?;
        let point = match kept.state(&subject)? {
            Some(state) => kept.recover(state)?,
            None => {
                // From here on the file is known to be this pull's.
                kept.save(&State { version: VERSION, pull: &subject, bytes: 0, sha256: None, point: None::<P> })?;
                None
            }
        };
        Ok((Self { target: Target::File(kept), subject }, point))
    }

    /// Whether a later run can go on with it.
    pub(crate) fn is_kept(&self) -> bool {
        matches!(self.target, Target::File(_))
    }

    /// Writes a line for each item.
    pub(crate) fn append<T: Serialize>(&mut self, items: &[T]) -> Result<(), Failure> {
        if items.is_empty() {
            return Ok(());
        }
        let mut lines = Vec::new();
        for item in items {
            // Keys are strings and nothing here fails to serialise.
            let _ = serde_json::to_writer(&mut lines, item);
            lines.push(b'\n');
        }
        match &mut self.target {
            Target::Stdout(out) => {
                out.json(|into| into.extend(lines))?;
                out.send()
            }
            Target::File(kept) => kept.append(&escape::json_bytes(&lines)),
        }
    }

    /// Writes a line for each item that could not be read, as it came.
    pub(crate) fn append_unreadable(&mut self, items: &[Unreadable]) -> Result<(), Failure> {
        // A line break in JSON is between two tokens.
        let lines = items.iter().map(|item| item.json().replace(['\n', '\r'], " "));
        let lines: Vec<_> = lines.filter_map(|line| RawValue::from_string(line).ok()).collect();
        self.append(&lines)
    }

    /// Writes down how far the walk has come, if that was not done a moment ago.
    pub(crate) fn save_often<P: Serialize>(&mut self, point: impl FnOnce() -> P) -> Result<(), Failure> {
        match &self.target {
            Target::File(kept) if kept.saved.elapsed() >= OFTEN => self.save(Some(&point())),
            _ => Ok(()),
        }
    }

    /// Writes down how far the walk has come; without a point, that it is to begin anew.
    pub(crate) fn save<P: Serialize>(&mut self, point: Option<&P>) -> Result<(), Failure> {
        let Target::File(kept) = &mut self.target else { return Ok(()) };
        let sha256 = Some(hex(kept.digest.clone()));
        kept.save(&State { version: VERSION, pull: &self.subject, bytes: kept.bytes, sha256, point })
    }

    /// All of it is there: no run is to go on.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self.target {
            Target::Stdout(out) => out.finish(),
            Target::File(kept) => {
                kept.file.sync_all().map_err(|reason| kept.failure(reason))?;
                kept.check_place()?;
                let state = state_path(&kept.path);
                // One that a run left behind which was killed while it wrote the state.
                let _ = fs::remove_file(with_ending(&state, ".new"));
                fs::remove_file(&state).map_err(|reason| Failure::file(&state.to_string_lossy(), reason))
            }
        }
    }

    /// Takes a file away again in which nothing came to stand.
    pub(crate) fn abandon(self) {
        if let Target::File(Kept { path, bytes: 0, is_new: true, .. }) = &self.target {
            // What cannot be removed is empty, and a later run goes on with it.
            let _ = fs::remove_file(state_path(path));
            let _ = fs::remove_file(path);
        }
    }

    /// Reads the items in a part of the file, each with where its line is, and folds them.
    pub(crate) fn fold<T: WireType, A>(
        &mut self,
        part: Range<u64>,
        mut folded: A,
        fold: impl Fn(A, Result<T, Unreadable>, Range<u64>) -> A,
    ) -> Result<A, Failure> {
        let Target::File(kept) = &mut self.target else { return Ok(folded) };
        let path = kept.path.clone();
        let failure = |reason| Failure::file(&path.to_string_lossy(), reason);
        kept.file.seek(SeekFrom::Start(part.start)).map_err(failure)?;
        let mut lines = BufReader::new((&kept.file).take(part.end.saturating_sub(part.start)));
        let mut line = Vec::new();
        let mut at = part.start;
        loop {
            line.clear();
            let length = lines.read_until(b'\n', &mut line).map_err(failure)? as u64;
            if length == 0 {
                break;
            }
            let item = read_line(&line).ok_or_else(|| {
                refuse(&path, format!("the line at byte {at} is none that this pull wrote: {}", anew(&path)))
            })?;
            folded = fold(folded, item, at..at + length);
            at += length;
        }
        kept.file.seek(SeekFrom::End(0)).map_err(failure)?;
        Ok(folded)
    }

    /// All of the file.
    pub(crate) fn whole(&self) -> Range<u64> {
        match &self.target {
            Target::Stdout(_) => 0..0,
            Target::File(kept) => 0..kept.bytes,
        }
    }
}

/// The item on a line, or the JSON that could not be read as one; nothing when it is neither.
fn read_line<T: WireType>(line: &[u8]) -> Option<Result<T, Unreadable>> {
    if let Ok(item) = decode(line) {
        return Some(Ok(item));
    }
    let json = std::str::from_utf8(line).ok()?.trim().to_owned();
    let (items, unreadable) = List::from_texts(Vec::new(), [(0, json)]).into_parts();
    items.into_iter().map(Ok).chain(unreadable.into_iter().map(Err)).next()
}

impl Kept {
    /// Opens the file, which no other pull may have open.
    fn open(path: &Path) -> Result<Self, Failure> {
        let failure = |reason| Failure::file(&path.to_string_lossy(), reason);
        let state = state_path(path);
        let has_state = fs::symlink_metadata(&state).is_ok();
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => return Err(refuse(path, "is a directory, expected a file")),
            Ok(about) if !about.is_file() => {
                return Err(refuse(path, "is no regular file; standard output is `-`"));
            }
            Ok(about) if about.len() > 0 && !has_state => {
                let without = "is there already, without a state to go on from: it is of a pull that came to its end, or \
                               of something else. Nothing was written; give another name";
                return Err(refuse(path, without));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && has_state => {
                let gone =
                    format!("is not there, and {} is: remove that to begin anew", shown(&state.to_string_lossy()));
                return Err(refuse(path, gone));
            }
            _ => {}
        }
        let file = private().read(true).create(true).open(path).map_err(failure)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(refuse(path, "another pull is writing it")),
            // Where there are no locks, there is none.
            Err(TryLockError::Error(_)) => {}
        }
        let bytes = file.metadata().map_err(failure)?.len();
        let saved = Instant::now();
        Ok(Self { file, path: path.to_owned(), bytes, digest: Sha256::new(), is_new: !has_state, saved })
    }

    /// The state of an earlier run; nothing when this is the first.
    fn state<P: DeserializeOwned>(&mut self, subject: &Subject) -> Result<Option<State<Subject, P>>, Failure> {
        let path = state_path(&self.path);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.begin()?;
                return Ok(None);
            }
            Err(error) => return Err(Failure::file(&path.to_string_lossy(), error)),
        };
        // What it is of before what it says.
        let about: State<Subject, serde::de::IgnoredAny> = serde_json::from_slice(&text)
            .map_err(|_| refuse(&path, format!("is no state of a pull: {}", anew(&self.path))))?;
        if about.version != VERSION {
            return Err(refuse(&path, format!("is of another version of this command: {}", anew(&self.path))));
        }
        if about.pull != *subject {
            let text = format!("is of another pull, {}; give another name. Nothing was written", about.pull);
            return Err(refuse(&path, text));
        }
        let state = serde_json::from_slice(&text)
            .map_err(|_| refuse(&path, format!("was edited, or is of another version: {}", anew(&self.path))))?;
        Ok(Some(state))
    }

    /// An empty file that this run or another program made.
    fn begin(&self) -> Result<(), Failure> {
        // Between the look and the lock another pull may have come to its end.
        if self.bytes > 0 {
            return Err(refuse(&self.path, "was written by another pull at this moment"));
        }
        own(&self.file).map_err(|reason| self.failure(reason))
    }

    /// Removes a line that was cut; where the walk goes on.
    fn recover<P>(&mut self, state: State<Subject, P>) -> Result<Option<P>, Failure> {
        if self.bytes < state.bytes {
            return Err(refuse(&self.path, format!("is shorter than it was: lines are gone; {}", anew(&self.path))));
        }
        let end = self.last_line_end().map_err(|reason| self.failure(reason))?;
        if end < state.bytes {
            return Err(refuse(&self.path, format!("was edited; {}", anew(&self.path))));
        }
        if end < self.bytes {
            self.file.set_len(end).map_err(|reason| self.failure(reason))?;
            self.bytes = end;
        }
        self.file.rewind().map_err(|reason| self.failure(reason))?;
        self.digest_to(state.bytes).map_err(|reason| self.failure(reason))?;
        if state.sha256.is_some_and(|sha256| sha256 != hex(self.digest.clone())) {
            let edited = "lines of it were edited since the last run";
            return Err(refuse(&self.path, format!("{edited}; {}", anew(&self.path))));
        }
        self.digest_to(self.bytes).map_err(|reason| self.failure(reason))?;
        Ok(state.point)
    }

    /// Reads on to `end`, and adds that to the digest.
    fn digest_to(&mut self, end: u64) -> io::Result<()> {
        let at = self.file.stream_position()?;
        let mut rest = BufReader::with_capacity(64 * 1024, (&self.file).take(end.saturating_sub(at)));
        loop {
            let chunk = rest.fill_buf()?;
            if chunk.is_empty() {
                return Ok(());
            }
            self.digest.update(chunk);
            let length = chunk.len();
            rest.consume(length);
        }
    }

    /// Where the last line ends that has an end.
    fn last_line_end(&mut self) -> io::Result<u64> {
        let mut end = self.bytes;
        let mut chunk = vec![0; 64 * 1024];
        while end > 0 {
            let begin = end.saturating_sub(chunk.len() as u64);
            let part = chunk.get_mut(..(end - begin) as usize).unwrap_or_default();
            self.file.seek(SeekFrom::Start(begin))?;
            self.file.read_exact(part)?;
            if let Some(place) = part.iter().rposition(|byte| *byte == b'\n') {
                return Ok(begin + place as u64 + 1);
            }
            end = begin;
        }
        Ok(0)
    }

    fn append(&mut self, lines: &[u8]) -> Result<(), Failure> {
        self.file.write_all(lines).map_err(|reason| self.failure(reason))?;
        self.digest.update(lines);
        self.bytes += lines.len() as u64;
        Ok(())
    }

    /// Writes the state, whole or not at all, behind all that it counts.
    fn save(&mut self, state: &impl Serialize) -> Result<(), Failure> {
        self.check_place()?;
        self.file.sync_data().map_err(|reason| self.failure(reason))?;
        let path = state_path(&self.path);
        let new = with_ending(&path, ".new");
        let written = (|| {
            // One that a run left behind which was killed here.
            match fs::remove_file(&new) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            let mut file = private().create_new(true).open(&new)?;
            file.write_all(&serde_json::to_vec(state)?)?;
            file.sync_all()?;
            fs::rename(&new, &path)
        })();
        self.saved = Instant::now();
        written.map_err(|reason| Failure::file(&path.to_string_lossy(), reason))
    }

    /// Fails when the file is not at its place any more: what is written goes nowhere then.
    fn check_place(&self) -> Result<(), Failure> {
        let here = same_file::Handle::from_file(self.file.try_clone().map_err(|reason| self.failure(reason))?);
        let is_here = here.and_then(|here| Ok(same_file::Handle::from_path(&self.path)? == here));
        if is_here.unwrap_or(false) {
            return Ok(());
        }
        let state = state_path(&self.path);
        let _ = fs::remove_file(&state);
        Err(Failure::Interrupted(format!(
            "{}: the file was moved or removed while it was being written: run the same command again",
            shown(&self.path.to_string_lossy())
        )))
    }

    fn failure(&self, reason: io::Error) -> Failure {
        Failure::file(&self.path.to_string_lossy(), reason)
    }
}

fn hex(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// For a file that, when it is made, only its owner may read and write.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a file its owner's alone that was there before.
#[cfg(unix)]
fn own(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn own(_: &File) -> io::Result<()> {
    Ok(())
}

fn state_path(path: &Path) -> PathBuf {
    with_ending(path, ".state")
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

fn refuse(path: &Path, what: impl std::fmt::Display) -> Failure {
    Failure::Arguments(format!("{}: {what}", shown(&path.to_string_lossy())))
}

/// What to do where nothing can be gone on with.
fn anew(path: &Path) -> String {
    let path = shown(&path.to_string_lossy());
    format!("give another name, or remove {path} and {path}.state to begin anew")
}
