//! Any messages, as a forest.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| conversation_tests::fuzz::thread(data));
