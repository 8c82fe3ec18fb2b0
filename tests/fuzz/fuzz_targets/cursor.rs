//! Any answers, to the walks over pages and along transcripts.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| conversation_tests::fuzz::cursor(data));
