//! Values of an enum whose Rust names are given.

#[path = "../../../xtask/tests/cases/variants/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/variants/expected.schema.json");

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Model;
    use crate::support::back;

    #[test]
    fn a_value_has_the_name_that_was_given() {
        assert_eq!(back::<Model>(json!("openai.gpt-3.5-turbo")), Model::Gpt3_5Turbo);
        assert_eq!(back::<Model>(json!("4")), Model::Four);
        assert_eq!(back::<Model>(json!("self")), Model::Itself);
        assert_eq!(back::<Model>(json!("plain")), Model::Plain);
    }
}
