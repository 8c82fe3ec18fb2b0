//! An id that is an integer.

#[path = "../../../xtask/tests/cases/integer_id/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/integer_id/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::ThingNumber;
    use crate::support::{back, refused};

    #[test]
    fn any_integer_of_64_bits_is_an_id() {
        for number in [7, 0, -1, i64::MIN, i64::MAX] {
            assert_eq!(back::<ThingNumber>(json!(number)), ThingNumber::new(number));
        }
        refused::<ThingNumber>(json!("7"), "", WrongType);
        refused::<ThingNumber>(json!(7.5), "", WrongType);
    }
}
