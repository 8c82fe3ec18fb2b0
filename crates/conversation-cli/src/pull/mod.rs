//! Conversations fetched from a server into a file, in which a run that is interrupted costs neither a line nor a
//! repetition.
//!
//! `archive` is the file and the state beside it, for the pull of one `subject`. `proficient` walks over lists, and finds
//! with `index` what a file has of an interaction; `genesys` follows a chat. `outcome` is how a run ended, in words and as
//! an exit code.

mod archive;
mod genesys;
mod index;
mod outcome;
mod proficient;
mod subject;

pub(crate) use archive::Archive;
pub(crate) use genesys::{Follow, follow};
pub(crate) use proficient::{Limits, What, pull};
