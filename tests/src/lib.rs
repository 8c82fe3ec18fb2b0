//! What the tests of the whole workspace share: every generated type by name, every example, the schemas, and strategies
//! that make values of a schema; what the real things are held against; the bodies of the fuzz targets.

pub mod effort;
pub mod example;
pub mod fuzz;
pub mod generated;
pub mod plain;
pub mod reference;
pub mod schema;
pub mod strategy;
pub mod subject;
pub mod vectors;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
