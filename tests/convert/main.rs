//! The laws of `model` and `convert`, each tried on ten thousand hostile conversations, and on what was published.

mod examples;
mod identity;
mod ids;
mod losses;
mod refusals;
mod restore;
mod rules;
mod seed;
mod shape;
mod tampered;

use proptest::prelude::ProptestConfig;

/// As many cases as a law is tried on.
fn cases() -> ProptestConfig {
    ProptestConfig { cases: 10_000, ..ProptestConfig::default() }
}
