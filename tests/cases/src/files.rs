//! Several files, which import from each other.

#[path = "../../../xtask/tests/cases/files/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/files/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::{DecodeErrorKind::*, Timestamp};
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn types_of_several_files_make_one_value() {
        let letter: Letter = back(json!({"id": "l1", "from": {"name": "Ada", "at": 1}, "copies": []}));
        assert_eq!(letter, Letter::new("l1".into(), Person::new("Ada", Timestamp::from_millis(1)), vec![]));
        let copies = json!([{"name": "Bo", "at": 2, "last_letter": "l0"}, {"name": "Cy"}]);
        let json = json!({"id": "l1", "from": {"name": "Ada", "at": 1}, "copies": copies});
        refused::<Letter>(json, "copies[1].at", MissingField);
    }
}
