//! The laws of the wire types.

mod bounded;
mod decode;
mod discreet;
mod errors;
mod extra;
mod hostile;
mod ids;
mod number;
mod object;
mod open_enum;
mod paths;
mod round_trip;
mod sample;
#[cfg(feature = "schemars")]
mod schema;
mod secret;
mod states;
mod tagged_union;
mod timestamp;
