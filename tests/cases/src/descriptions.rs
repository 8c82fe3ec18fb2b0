//! What rustdoc and the doctests make of descriptions: run `cargo test --doc` and `cargo doc`.

#[path = "../../../xtask/tests/cases/descriptions/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/descriptions/expected.schema.json");

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::support::back;

    #[test]
    fn a_description_changes_no_value() {
        assert_eq!(back::<Described>(json!({"text": "a", "kind": "plain"})).kind, Some(Kind::Plain));
    }

    #[test]
    fn the_schema_has_the_documents_own_words() {
        assert!(super::SCHEMA.contains(r"the [manual](https://example.org/m) and [nothing].\n\nA `Vec<[code]>` stays"));
    }
}
