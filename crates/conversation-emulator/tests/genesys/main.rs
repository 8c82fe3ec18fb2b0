//! The Genesys side of the emulator, over HTTP.

mod credentials;
mod cursor;
mod customer;
mod faults;
mod hostile;
mod idle;
mod operations;
mod persistence;
mod positions;
mod published;
mod refusals;
mod scripts;
mod views;
mod wire;
