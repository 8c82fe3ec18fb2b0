//! Trees of Proficient messages.

mod branch;
mod build;
mod change;
mod children;
mod defect;
mod forest;
mod insert;
mod node;
mod nodes;
mod traverse;

pub use branch::{Branch, Choices};
pub use change::Change;
pub use defect::{Defect, OtherDefect};
pub use forest::Forest;
pub use insert::Inserted;
pub use node::Node;
