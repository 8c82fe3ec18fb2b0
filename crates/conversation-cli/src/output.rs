//! Standard output: a short answer written whole, or not at all; a long one as it comes.

use std::{
    borrow::Cow,
    io::{self, StdoutLock, Write},
    sync::atomic::{AtomicBool, Ordering},
};

use anstream::{AutoStream, ColorChoice, adapter::strip_str};

use crate::{error::Failure, escape};

/// Whether standard output was closed when the process began.
///
/// The runtime of Rust opens `/dev/null` in place of a closed stream before `main`: then every write succeeds, and the output
/// is lost.
static IS_CLOSED: AtomicBool = AtomicBool::new(false);

#[cfg(unix)]
ctor::declarative::ctor! {
    #[ctor(unsafe)]
    fn look_before_main() {
        IS_CLOSED.store(rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err(), Ordering::Relaxed);
    }
}

/// Errs if standard output was closed.
pub(crate) fn check_open() -> Result<(), Failure> {
    match IS_CLOSED.load(Ordering::Relaxed) {
        true => Err(Failure::Output(io::Error::other("is closed"))),
        false => Ok(()),
    }
}

/// Writes `text`, without its colours where they are not wanted.
pub(crate) fn write(text: &str) -> Result<(), Failure> {
    check_open()?;
    let written = match AutoStream::choice(&io::stdout()) {
        // Taken out beforehand, the colours do not cut the text into many small writes.
        ColorChoice::Never => write_to(io::stdout().lock(), &strip_str(text).to_string()),
        _ => write_to(anstream::stdout().lock(), text),
    };
    written.map_err(Failure::Output)
}

fn write_to(mut out: impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Standard output, for what is written bit by bit and has no colours.
pub(crate) struct Stream {
    out: StdoutLock<'static>,
    /// What is not written yet.
    waiting: Vec<u8>,
}

/// How much is written at once.
const CHUNK: usize = 256 * 1024;

impl Stream {
    pub(crate) fn open() -> Self {
        Self { out: io::stdout().lock(), waiting: Vec::with_capacity(CHUNK) }
    }

    /// Writes the JSON that `write` appends, in which nothing is left that a terminal would obey.
    pub(crate) fn json(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> Result<(), Failure> {
        let begin = self.waiting.len();
        write(&mut self.waiting);
        if let Cow::Owned(harmless) = escape::json_bytes(self.waiting.get(begin..).unwrap_or_default()) {
            self.waiting.truncate(begin);
            self.waiting.extend(harmless);
        }
        self.flush(CHUNK)
    }

    /// Writes text, which is harmless already.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Failure> {
        self.waiting.extend_from_slice(text.as_bytes());
        self.flush(CHUNK)
    }

    /// Writes all of it now, for one who waits.
    pub(crate) fn send(&mut self) -> Result<(), Failure> {
        self.flush(0)?;
        self.out.flush().map_err(Failure::Output)
    }

    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.flush(0)?;
        self.out.flush().map_err(Failure::Output)
    }

    /// Writes what waits when it is as much as that.
    fn flush(&mut self, least: usize) -> Result<(), Failure> {
        if self.waiting.len() < least {
            return Ok(());
        }
        check_open()?;
        self.out.write_all(&self.waiting).map_err(Failure::Output)?;
        self.waiting.clear();
        // What one long conversation took is given back.
        self.waiting.shrink_to(CHUNK);
        Ok(())
    }
}
