//! A schema for which a type of another crate stands.

#[path = "../../../xtask/tests/cases/replaced/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/replaced/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::{DecodeErrorKind::*, Field};
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn the_other_type_stands_in_its_place() {
        let at = conversation_wire::Timestamp::from_millis(5);
        let stamped: Stamped = back(json!({"at": 5, "seen": null, "pinned": 5}));
        assert_eq!((stamped.at, stamped.seen, stamped.pinned), (at, Field::Null, Some(at)));
        let _: (Timestamp, Pinned) = (at, at);
        refused::<Stamped>(json!({"at": "noon"}), "at", WrongType);
    }
}
