//! A string that is never printed.

#[path = "../../../xtask/tests/cases/secret/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/secret/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn a_secret_comes_back_and_is_not_printed() {
        let session: Session = back(json!({"key": "s3cr3t", "next_key": "s3cr3t"}));
        assert_eq!(session.key.expose(), "s3cr3t");
        assert!(!format!("{session:?} {session:#?}").contains("s3cr3t"));
    }

    #[test]
    fn an_error_does_not_print_it_either() {
        refused::<Session>(json!({"key": ["s3cr3t"]}), "key", WrongType);
        refused::<Session>(json!({"key": {"s3cr3t": "s3cr3t"}}), "key", WrongType);
    }
}
