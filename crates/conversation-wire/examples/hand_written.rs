//! A wire type written by hand: the body with which an interaction is changed, in all its states.
//!
//! Run with `cargo run --example hand_written`.

use conversation_wire::{DecodeError, Extra, Field, Timestamp, WireType, decode, open_enum, string_id};
use serde::{Deserialize, Serialize};

string_id! {
    /// The id of a user.
    pub struct UserId;
}

open_enum! {
    /// How an interaction stands.
    pub enum InteractionStatus {
        /// It goes on.
        Open = "open",
        /// It has ended.
        Closed = "closed",
    }
}

/// What to change of an interaction; what is absent stays as it is.
#[derive(Debug, Serialize, Deserialize)]
pub struct InteractionUpdate {
    /// The user it belongs to; required, and null if there is none.
    #[serde(deserialize_with = "Option::deserialize")]
    pub user_id: Option<UserId>,
    /// How it stands from now on.
    #[serde(default, deserialize_with = "conversation_wire::non_null", skip_serializing_if = "Option::is_none")]
    pub status: Option<InteractionStatus>,
    /// Its name; null takes the name away.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// When the change was made.
    pub updated_at: Timestamp,
    /// Properties of a newer document.
    #[serde(flatten)]
    pub extra: Extra,
}

impl WireType for InteractionUpdate {
    const NAME: &'static str = "InteractionUpdate";
    const OPERATIONS: &'static [&'static str] = &["interaction_update"];
}

fn main() -> Result<(), DecodeError> {
    let json = br#"{"user_id":null,"status":"paused","name":null,"updated_at":1700000000000}"#;
    let update: InteractionUpdate = decode(json)?;

    match &update.status {
        None => println!("status: unchanged"),
        Some(InteractionStatus::Open) => println!("status: reopened"),
        Some(other) => println!("status: {}", other.as_str()),
    }
    match &update.name {
        Field::Absent => println!("name: unchanged"),
        Field::Null => println!("name: none"),
        Field::Value(name) => println!("name: {name}"),
    }

    for wrong in [&br#"{"user_id":null}"#[..], br#"{"user_id":null,"status":null,"updated_at":0}"#, br#"{"user_id":"#] {
        if let Err(error) = decode::<InteractionUpdate>(wrong) {
            println!("{error}");
        }
    }
    Ok(())
}
