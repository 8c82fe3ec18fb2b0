//! How the document that is being decoded on this thread is to be read.
//!
//! The first reading is strict and fast, and notes whether it may have lost digits. Only if something was invalid or lost, the
//! document is read again: then lists keep the items that cannot be read, and unknown numbers keep their text. No deserializer
//! can pass this on to the types within, so it is a state of the thread, set for the time of one reading.

use std::cell::{Cell, RefCell};
use std::thread::LocalKey;

thread_local! {
    static DISGUISED: Cell<bool> = const { Cell::new(false) };
    static AGAIN: Cell<bool> = const { Cell::new(false) };
    static SAW_FLOAT: Cell<bool> = const { Cell::new(false) };
    static DOCUMENT: RefCell<Option<Document>> = const { RefCell::new(None) };
}

/// Where the document that is read again is in memory, so that a part of it can be found in it.
struct Document {
    begin: usize,
    length: usize,
    /// The offsets of its line feeds.
    lines: Vec<usize>,
}

/// Runs the second reading of `json`, in which the parts know their places.
pub(crate) fn reading_document_again<T>(json: &[u8], read: impl FnOnce() -> T) -> T {
    let lines = json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let document = Document { begin: json.as_ptr().addr(), length: json.len(), lines };
    let outer = DOCUMENT.replace(Some(document));
    let value = reading_again(read);
    DOCUMENT.set(outer);
    value
}

/// The line and the column, from 1, at which a part of the document begins; none for a text that is no part of it.
pub(crate) fn place_of(part: &str) -> Option<(usize, usize)> {
    DOCUMENT.with_borrow(|document| {
        let Document { begin, length, lines } = document.as_ref()?;
        let offset = part.as_ptr().addr().checked_sub(*begin).filter(|offset| offset < length)?;
        let line = lines.partition_point(|feed| *feed < offset);
        let line_begin = line.checked_sub(1).and_then(|line| lines.get(line)).map_or(0, |feed| feed + 1);
        Some((line + 1, offset - line_begin + 1))
    })
}

/// Runs the second reading, which keeps what the first one refused or changed.
pub(crate) fn reading_again<T>(read: impl FnOnce() -> T) -> T {
    with(&AGAIN, read)
}

/// Runs a reading of a text in which numbers that say more are in disguise.
pub(crate) fn reading_disguised<T>(read: impl FnOnce() -> T) -> T {
    with(&DISGUISED, read)
}

/// Runs a reading in this state, and restores the state afterwards, also after a panic.
fn with<T>(state: &'static LocalKey<Cell<bool>>, read: impl FnOnce() -> T) -> T {
    struct Restore(&'static LocalKey<Cell<bool>>, bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            self.0.set(self.1);
        }
    }
    let _restore = Restore(state, state.replace(true));
    read()
}

/// Whether numbers that say more are in disguise.
pub(crate) fn is_disguised() -> bool {
    DISGUISED.get()
}

/// Whether this is the second reading.
pub(crate) fn is_again() -> bool {
    AGAIN.get()
}

/// Notes that a free value contains a number with a fraction, or one that is too large for an integer: its text may say more.
pub(crate) fn note_float() {
    SAW_FLOAT.set(true);
}

/// Forgets the note.
pub(crate) fn begin() {
    SAW_FLOAT.set(false);
}

/// Whether there is a note since [`begin`].
pub(crate) fn saw_float() -> bool {
    SAW_FLOAT.get()
}
