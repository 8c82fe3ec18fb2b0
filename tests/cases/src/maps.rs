//! Objects with free keys.

#[path = "../../../xtask/tests/cases/maps/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/maps/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn every_key_comes_back() {
        let holder: Holder = back(json!({"free": {"a": 1, "b": [null], "extra": {}}, "strings": {"a": "x"}}));
        assert_eq!(holder.free.get("b"), Some(&json!([null])));
        assert_eq!(holder.strings, Some(StringMap::from_iter([("a", "x")])));
        assert_eq!(back::<Holder>(json!({"free": {}})), Holder::new(FreeMap::default()));
    }

    #[test]
    fn an_error_names_the_key() {
        refused::<Holder>(json!({"free": {}, "strings": {"a": 1}}), "strings.a", WrongType);
        refused::<Holder>(json!({"free": []}), "free", WrongType);
    }
}
