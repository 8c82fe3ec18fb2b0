//! What the fuzz targets try: laws, on any bytes at all.
//!
//! `tests/fuzz` hands these functions to libFuzzer. The test `fuzz_inputs` runs the very same on the seeds and on every
//! input that was ever found, with no more than an ordinary toolchain.

mod bytes;
mod convert;
mod cursor;
mod decode;
mod dictionary;
mod make;
mod seeds;
mod thread;

pub use convert::convert;
pub use cursor::cursor;
pub use decode::decode;
pub use dictionary::dictionary;
pub use thread::thread;

/// A fuzz target.
pub struct Target {
    /// The name of its binary in `tests/fuzz`, of its corpus, and of the folder of its inputs.
    pub name: &'static str,
    /// Holds some bytes to the laws, and panics where they break one.
    pub run: fn(&[u8]),
    /// What fuzzing begins with: everything published and every example, and a few worlds made of bytes.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// Every fuzz target.
pub const TARGETS: &[Target] = &[
    Target { name: "decode", run: decode, seeds: seeds::decode },
    Target { name: "convert", run: convert, seeds: seeds::convert },
    Target { name: "thread", run: thread, seeds: seeds::thread },
    Target { name: "cursor", run: cursor, seeds: seeds::cursor },
];
