//! `cargo xtask`: generates, checks and tests this workspace.
//!
//! ```text
//! openapi/*.yaml ─yaml─▶ dialect ─▶ api ─┬─▶ codegen ─▶ crates/*-types/src/generated
//!                                        ├─▶ export  ─▶ crates/*-types/schemas
//!                                        └─▶ lint    ─▶ violations with file and line
//! ```
//!
//! It depends on none of the crates that it generates, so broken output never stands in the way of generating anew.

pub mod api;
mod browser;
pub mod ci;
pub mod codegen;
pub mod contract;
pub mod core_schema;
pub mod dialect;
pub mod export;
pub mod fuzz;
mod guard;
pub mod languages;
pub mod lint;
pub mod output;
pub mod place;
mod python;
mod step;
pub mod workspace;
pub mod yaml;
