//! Properties whose names are no names of Rust fields.

#[path = "../../../xtask/tests/cases/names/expected/mod.rs"]
mod generated;

pub use generated::*;

/// The schemas of the case.
pub const SCHEMA: &str = include_str!("../../../xtask/tests/cases/names/expected.schema.json");

#[cfg(test)]
mod tests {
    use conversation_wire::DecodeErrorKind::*;
    use serde_json::{Value, json};

    use super::{Words, WordsFields};
    use crate::support::{back, refused};

    fn words() -> Value {
        json!({
            "type": "a", "parentId": "b", "self": "c", "crate": "d", "super": "e", "async": true,
            "dashed-name": "f", "with space": "g", "URLPath": "h", "@at": "i", "a/b~c": "j",
        })
    }

    #[test]
    fn every_name_comes_back_as_it_was() {
        assert_eq!(
            back::<Words>(words()),
            Words::new(WordsFields {
                type_: "a".to_owned(),
                parent_id: "b".to_owned(),
                self_: "c".to_owned(),
                crate_: "d".to_owned(),
                super_: "e".to_owned(),
                async_: true,
                dashed_name: "f".to_owned(),
                with_space: "g".to_owned(),
                url_path: "h".to_owned(),
                at: "i".to_owned(),
                a_b_c: "j".to_owned(),
            })
        );
        let mut more = words();
        more["fn"] = Value::Null;
        more["isOpen"] = json!(true);
        // The Rust names are not the document's: such a field is one more unknown one.
        more["parent_id"] = json!("other");
        more["type_"] = json!("other");
        assert_eq!(back::<Words>(more).extra.len(), 2);
    }

    #[test]
    fn an_error_has_the_documents_name() {
        for (name, path) in [("type", "type"), ("parentId", "parentId"), ("with space", r#"["with space"]"#)] {
            let mut less = words();
            less.as_object_mut().unwrap().remove(name);
            refused::<Words>(less, path, MissingField);
        }
    }
}
