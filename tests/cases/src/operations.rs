//! Types that know whose request and answer they are.

#[path = "../../../xtask/tests/cases/operations/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/operations/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::{WireType, decode};
    use serde_json::json;

    use super::*;
    use crate::support::back;

    #[test]
    fn a_type_knows_its_operations() {
        assert_eq!(Note::OPERATIONS, ["notes_create", "notes_delete"]);
        assert_eq!(Notes::OPERATIONS, ["notes_list"]);
        assert_eq!(NoteText::OPERATIONS, [""; 0]);
        assert_eq!(Problem::OPERATIONS, [""; 0]);
        assert_eq!(back::<Problem>(json!({"message": "a"})), Problem::new("a"));
        assert_eq!(back::<NotesLimit>(json!(1)), NotesLimit::MIN);
    }

    #[test]
    fn an_error_names_the_operation_when_there_is_one() {
        let of = |error: conversation_wire::DecodeError| error.operation();
        assert_eq!(decode::<Notes>(b"{}").map_err(of), Err(Some("notes_list")));
        assert_eq!(decode::<Note>(b"{}").map_err(of), Err(None));
    }
}
