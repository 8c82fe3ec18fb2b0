//! The laws of `conversation_core::Forest`.

mod deep;
mod laws;
mod model;
mod reference;
mod small_worlds;
mod strategy;
