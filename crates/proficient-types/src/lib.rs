//! docs
mod generated;

pub use generated::*;

/// The schemas of this crate's types: a JSON Schema 2020-12 bundle.
pub const SCHEMA: &str = include_str!("../schemas/proficient.schema.json");
