//! Absent, null and a value, where the document allows them.

#[path = "../../../xtask/tests/cases/object/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/object/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::{DecodeErrorKind::*, Field, Number};
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn absent_null_and_value_come_back() {
        let small: Thing = back(json!({"id": 1, "name": null}));
        assert_eq!(small, Thing::new(1, None));
        let nulled: Thing = back(json!({"id": 1, "name": "a", "note": null, "open": true}));
        assert_eq!((nulled.note, nulled.open), (Field::Null, Some(true)));
        let full: Thing = back(json!({"id": 1, "name": "a", "note": "b", "size": 0.5}));
        assert_eq!((full.note, full.size.map(Number::get)), (Field::Value("b".into()), Some(0.5)));
    }

    #[test]
    fn an_unknown_field_comes_back() {
        let thing: Thing = back(json!({"id": 1, "name": null, "future": [1, {"a": "b"}]}));
        assert_eq!(thing.extra.get("future"), Some(&json!([1, {"a": "b"}])));
    }

    #[test]
    fn what_must_be_there_is_missed_by_its_name() {
        refused::<Thing>(json!({"name": null}), "id", MissingField);
        refused::<Thing>(json!({"id": 1}), "name", MissingField);
    }

    #[test]
    fn null_is_refused_for_what_is_required_and_kept_for_what_may_be_absent() {
        refused::<Thing>(json!({"id": null, "name": null}), "id", WrongType);
        assert_eq!(back::<Thing>(json!({"id": 1, "name": null, "size": null})).size, None);
        assert_eq!(back::<Thing>(json!({"id": 1, "name": null, "open": null})).open, None);
    }
}
