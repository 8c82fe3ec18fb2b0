//! Any text, as any type of both documents.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| conversation_tests::fuzz::decode(data));
