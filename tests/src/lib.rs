//! What the tests of the whole workspace share: every generated type by name, every example, the schemas, and strategies
//! that make values of a schema.

pub mod example;
pub mod generated;
pub mod schema;
pub mod strategy;
pub mod subject;
