//! Objects told apart by one property.

#[path = "../../../xtask/tests/cases/union/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/union/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn the_tag_decides() {
        let send: Request = back(json!({"operation": "Send", "text": "Hello"}));
        assert_eq!(send, SendParams::new("Hello").into());
        let leave: Request = back(json!({"operation": "LEAVE_NOW", "text": "Hello"}));
        assert!(matches!(leave, Request::Leave(_)));
        let nested = json!({"operation": "Send", "text": "a", "follow_up": {"all": [{"operation": "LEAVE_NOW"}]}});
        assert!(matches!(back::<Request>(nested), Request::Send(SendParams { follow_up: Some(_), .. })));
    }

    #[test]
    fn an_unknown_tag_comes_back() {
        let other: Request = back(json!({"operation": "Dance", "partner": {"id": 1}}));
        assert!(matches!(&other, Request::Other(params) if params.operation == "Dance"), "{other:?}");
    }

    #[test]
    fn an_error_names_the_place_in_the_member() {
        refused::<Request>(json!({"operation": "Send"}), "text", MissingField);
        refused::<Request>(json!({"text": "Hello"}), "operation", MissingField);
        refused::<Request>(json!({"operation": 1}), "operation", WrongType);
        let nested = json!({"operation": "Send", "text": "a", "follow_up": {"all": [{"operation": "Send"}]}});
        refused::<Request>(nested, "follow_up.all[0].text", MissingField);
    }
}
