//! The emulator over real HTTP: the framework and the Proficient side.

mod admin;
mod asking;
mod bad_input;
mod browsers;
mod credentials;
mod faults;
mod interactions;
mod life;
mod messages;
mod openai;
mod pages;
mod raw;
mod server;
mod traces;
