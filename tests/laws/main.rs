//! The laws that need no network, in one binary: each binary is linked with every dependency, so a second one costs seconds.

mod convert;
mod cursor;
mod fuzz_inputs;
mod thread;
mod types;
mod vectors;
