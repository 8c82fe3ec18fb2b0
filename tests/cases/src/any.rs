//! Properties that hold any JSON value.

#[path = "../../../xtask/tests/cases/any/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/any/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::{Value, json};

    use super::Parcel;
    use crate::support::{back, refused};

    #[test]
    fn anything_comes_back() {
        for value in [json!(null), json!(1.5), json!("a"), json!([{"a": null}]), json!({"extra": 1})] {
            assert_eq!(back::<Parcel>(json!({"inside": value})), Parcel::new(value.clone()));
            let labelled = back::<Parcel>(json!({"inside": 1, "label": value}));
            assert_eq!(labelled.property("label"), Some(value.clone()));
            assert_eq!(labelled.label, Some(value).filter(|value| !value.is_null()));
        }
        assert_eq!(back::<Parcel>(json!({"inside": null})).inside, Value::Null);
    }

    #[test]
    fn nothing_at_all_is_refused() {
        refused::<Parcel>(json!({"label": null}), "inside", MissingField);
    }
}
