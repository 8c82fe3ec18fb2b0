//! The laws of `conversation_core::Forest`.

mod deep;
mod laws;
mod model;
mod small_worlds;
mod strategy;

use conversation_tests::reference;
