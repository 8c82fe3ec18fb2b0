//! Standard output: written whole, or not at all.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice, adapter::strip_str};

use crate::error::Failure;

/// Writes `text`, without its colours where they are not wanted.
///
/// A reader who stops reading, such as `head`, has what it wants: that is no failure.
pub(crate) fn write(text: &str) -> Result<(), Failure> {
    let written = match AutoStream::choice(&io::stdout()) {
        // Taken out beforehand, the colours do not cut the text into many small writes.
        ColorChoice::Never => write_to(io::stdout().lock(), &strip_str(text).to_string()),
        _ => write_to(anstream::stdout().lock(), text),
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

fn write_to(mut out: impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}
