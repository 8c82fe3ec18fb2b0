//! A schema that holds itself.

#[path = "../../../xtask/tests/cases/recursion/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/recursion/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::json;

    use super::*;
    use crate::support::{back, refused};

    #[test]
    fn a_tree_comes_back() {
        let leaf = json!({"name": "leaf", "children": [], "next": null});
        let owner = json!({"home": leaf});
        let tree: Node =
            back(json!({"name": "a", "children": [leaf, leaf], "next": leaf, "first": leaf, "owner": owner}));
        assert_eq!(tree.children, [Node::new("leaf", vec![], None), Node::new("leaf", vec![], None)]);
        assert_eq!(tree.owner.and_then(|owner| owner.home), Some(Box::new(Node::new("leaf", vec![], None))));
    }

    #[test]
    fn an_error_deep_inside_has_its_path() {
        let broken = json!({"name": "leaf", "children": []});
        let tree = json!({"name": "a", "children": [{"name": "b", "children": [broken], "next": null}], "next": null});
        refused::<Node>(tree, "children[0].children[0].next", MissingField);
    }
}
