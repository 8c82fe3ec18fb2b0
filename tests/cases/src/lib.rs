//! The generator's cases, compiled as the generator made them, and used.
//!
//! Each module takes in the files of one case of `xtask/tests/cases`, unchanged, and tries its types on JSON.

pub mod any;
pub mod bounded;
pub mod constant;
pub mod descriptions;
pub mod files;
pub mod integer_id;
pub mod lists;
pub mod many_parameters;
pub mod maps;
pub mod names;
pub mod no_required;
pub mod object;
pub mod open_enum;
pub mod operations;
pub mod recursion;
pub mod replaced;
pub mod secret;
pub mod string_id;
#[cfg(test)]
mod support;
pub mod union;
pub mod variants;
