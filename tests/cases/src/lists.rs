//! Lists of strings and of objects.

#[path = "../../../xtask/tests/cases/lists/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/lists/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::{DecodeErrorKind::*, Field};
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn lists_come_back_empty_or_not() {
        assert_eq!(back::<Page>(json!({"data": []})), Page::new(vec![]));
        let page: Page = back(json!({"data": [{"label": "a", "new": 1}], "tags": [], "more": null}));
        assert_eq!((page.tags, page.more), (Some(vec![]), Field::Null));
        let page: Page = back(json!({"data": [], "tags": ["x"], "more": [{"label": "b"}]}));
        assert_eq!(page.more.value().map(|more| more.len()), Some(1));
    }

    #[test]
    fn an_error_names_the_entry() {
        refused::<Page>(json!({}), "data", MissingField);
        refused::<Page>(json!({"data": [{"label": "a"}, {}]}), "data[1].label", MissingField);
        refused::<Page>(json!({"data": [], "tags": ["x", 1]}), "tags[1]", WrongType);
        assert_eq!(crate::support::back::<Page>(json!({"data": [], "tags": null})).tags, None);
    }
}
