//! Numbers with bounds.

#[path = "../../../xtask/tests/cases/bounded/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/bounded/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn the_bounds_themselves_are_values() {
        for limit in [1, 100] {
            assert_eq!(back::<Settings>(json!({"limit": limit})), Settings::new(Limit::new(limit).unwrap()));
        }
        back::<Settings>(json!({"limit": 1, "temperature": 0.0, "penalty": 2.5, "count": 0}));
        back::<Settings>(json!({"limit": 1, "temperature": 1.0, "penalty": -1e300, "count": i64::MAX}));
        back::<Settings>(json!({"limit": 1, "exact": 9007199254740993_i64}));
        back::<Settings>(json!({"limit": 1, "exact": i64::MIN}));
    }

    #[test]
    fn a_number_written_as_an_integer_stays_one() {
        back::<Settings>(json!({"limit": 1, "temperature": 0, "penalty": -2}));
    }

    #[test]
    fn beyond_the_bounds_is_refused() {
        refused::<Settings>(json!({"limit": 0}), "limit", OutOfRange);
        refused::<Settings>(json!({"limit": 101}), "limit", OutOfRange);
        refused::<Settings>(json!({"limit": 1, "temperature": 1.001}), "temperature", OutOfRange);
        refused::<Settings>(json!({"limit": 1, "penalty": 3}), "penalty", OutOfRange);
        refused::<Settings>(json!({"limit": 1, "count": -1}), "count", OutOfRange);
        refused::<Settings>(json!({"limit": 1, "exact": 9007199254740994_i64}), "exact", OutOfRange);
    }

    #[test]
    fn a_default_is_the_documents() {
        assert_eq!(Limit::default().get(), 20);
        assert_eq!(Temperature::default().get(), 0.7);
        assert_eq!(Limit::new(101).unwrap_err().to_string(), "Limit must be an integer from 1 to 100");
    }
}
