//! An object without a required property has a default.

#[path = "../../../xtask/tests/cases/no_required/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/no_required/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::Field;
    use serde_json::json;

    use super::Changes;
    use crate::support::back;

    #[test]
    fn the_default_is_an_empty_object() {
        assert_eq!(back::<Changes>(json!({})), Changes::default());
        assert_eq!(Changes::new(), Changes::default());
    }

    #[test]
    fn absent_and_null_are_two_changes() {
        let changes: Changes = back(json!({"name": null, "size": 2}));
        assert_eq!((changes.name, changes.size), (Field::Null, Some(2)));
    }
}
