//! The laws of the cursors.

mod adversarial_pages;
mod adversarial_transcripts;
mod chat_server;
mod completeness_laws;
mod list_server;
mod pager_laws;
mod random;
mod transcript_laws;

use proptest::test_runner::Config;

/// A thousand cases a law, ten thousand under `--deep`, or as many as `PROPTEST_CASES` says.
fn cases() -> Config {
    let config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        config
    } else {
        Config { cases: conversation_tests::effort::cases(1_000, 10_000), ..config }
    }
}
