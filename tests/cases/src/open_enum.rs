//! An enum that takes values of tomorrow.

#[path = "../../../xtask/tests/cases/open_enum/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/open_enum/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn a_known_value_has_its_name() {
        let event: Event = back(json!({"kind": "KIND_JOINED", "previous": "left-again"}));
        assert_eq!((event.kind, event.previous), (EventKind::KindJoined, Some(EventKind::LeftAgain)));
        assert_eq!(EventKind::from("typingStarted"), EventKind::TypingStarted);
    }

    #[test]
    fn an_unknown_value_comes_back() {
        let event: Event = back(json!({"kind": "KIND_OF_TOMORROW"}));
        assert!(!event.kind.is_known());
        assert_eq!(event.kind.as_str(), "KIND_OF_TOMORROW");
    }

    #[test]
    fn what_is_no_string_is_refused() {
        refused::<Event>(json!({"kind": 1}), "kind", WrongType);
        refused::<Event>(json!({"kind": null}), "kind", WrongType);
    }
}
