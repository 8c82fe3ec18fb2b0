//! An enum of one value, which `new` knows by itself.

#[path = "../../../xtask/tests/cases/constant/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/constant/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::{DecodeErrorKind::*, Field};
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn new_takes_the_one_value() {
        assert_eq!(back::<Message>(json!({"object": "message", "text": "Hello"})), Message::new("Hello"));
        assert_eq!(back::<Marker>(json!({"object": "marker"})), Marker::new());
    }

    #[test]
    fn another_value_is_kept_all_the_same() {
        let message: Message = back(json!({"object": "message.v2", "text": "Hello"}));
        assert!(!message.object.is_known());
    }

    #[test]
    fn it_must_be_there_where_it_is_required() {
        refused::<Message>(json!({"text": "Hello"}), "object", MissingField);
        assert_eq!(back::<Marker>(json!({"object": "marker", "at": null})).at, Field::Null);
    }
}
