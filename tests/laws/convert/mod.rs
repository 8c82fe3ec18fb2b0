//! The laws of `model` and `convert`, each checked with hostile conversations, and with the published ones.

mod deep;
mod examples;
mod identity;
mod ids;
mod losses;
mod open;
mod refusals;
mod restore;
mod rules;
mod seed;
mod shape;
mod tampered;

use conversation_core::convert::ProjectError;
use proptest::{prelude::ProptestConfig, test_runner::TestCaseError};

/// As many cases as a law is tried on, those that cannot be projected not counted.
fn cases() -> ProptestConfig {
    ProptestConfig {
        cases: conversation_tests::effort::cases(1_000, 10_000),
        max_global_rejects: 100_000,
        ..ProptestConfig::default()
    }
}

/// The projection; a case that has none is no case.
fn projected<T>(projection: Result<T, ProjectError>) -> Result<T, TestCaseError> {
    projection.map_err(|error| TestCaseError::reject(error.to_string()))
}
