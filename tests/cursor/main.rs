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

/// Ten thousand cases a law, unless `PROPTEST_CASES` says otherwise.
fn cases() -> Config {
    let config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { config } else { Config { cases: 10_000, ..config } }
}
