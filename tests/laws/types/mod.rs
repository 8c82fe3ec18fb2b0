//! The laws of the wire types, each tried on every object, every enum and every example of both documents.

mod core_schema;
mod coverage;
mod odd_items;
mod random_values;
mod schemars_feature;
mod secrets;
mod stored;
mod strict;
mod tolerant;
