//! An id that is a string.

#[path = "../../../xtask/tests/cases/string_id/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/string_id/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::ThingId;
    use crate::support::{back, refused};

    #[test]
    fn any_string_is_an_id() {
        assert_eq!(back::<ThingId>(json!("thing_1")), ThingId::new("thing_1"));
        assert_eq!(back::<ThingId>(json!("")), "");
        assert_eq!(format!("{:?}", ThingId::from("a")), r#"ThingId("a")"#);
        refused::<ThingId>(json!(1), "", WrongType);
    }
}
