//! How the document that is being decoded on this thread is to be read.
//!
//! The first reading is strict and fast, and notes whether it may have lost digits. Only if something was invalid or lost, the
//! document is read again: then lists keep the items that cannot be read, and unknown numbers keep their text. No deserializer
//! can pass this on to the types within, so it is a state of the thread, set for the time of one reading.

use std::cell::Cell;

thread_local! {
    static AGAIN: Cell<bool> = const { Cell::new(false) };
    static SAW_FLOAT: Cell<bool> = const { Cell::new(false) };
}

/// Runs the second reading, which keeps what the first one refused or changed.
pub(crate) fn reading_again<T>(read: impl FnOnce() -> T) -> T {
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            AGAIN.set(self.0);
        }
    }
    let _restore = Restore(AGAIN.replace(true));
    read()
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
