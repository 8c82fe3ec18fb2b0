//! Trees of Proficient messages.

mod branch;
mod build;
mod defect;
mod forest;
mod links;

pub use branch::Branch;
pub use defect::Defect;
pub use forest::{Forest, Node};
