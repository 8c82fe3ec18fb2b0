//! The laws of the generator: what it makes, what it refuses, and what it leaves alone.

mod bad;
mod cases;
mod committed;
mod help;
mod output;
mod robust;
