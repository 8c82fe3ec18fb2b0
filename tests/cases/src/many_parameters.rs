//! More required properties than clippy lets a function have parameters.

#[path = "../../../xtask/tests/cases/many_parameters/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/many_parameters/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::Number;
    use serde_json::json;

    use super::{Record, RecordFields};
    use crate::support::back;

    #[test]
    fn new_takes_them_all() {
        let json = json!({"a": "a", "b": "b", "c": "c", "d": "d", "e": 1, "f": true, "g": ["x"], "h": 0.5});
        let [a, b, c, d] = ["a", "b", "c", "d"].map(str::to_owned);
        let new =
            Record::new(RecordFields { a, b, c, d, e: 1, f: true, g: vec!["x".into()], h: Number::new(0.5).unwrap() });
        assert_eq!(back::<Record>(json), new);
    }
}
