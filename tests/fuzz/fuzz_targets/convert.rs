//! Any conversation of either side, through the model and to the other side and back.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| conversation_tests::fuzz::convert(data));
