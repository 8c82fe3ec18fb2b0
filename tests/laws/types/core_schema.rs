//! The schemas of the core's documents: one form as text, one as `schemars` has them, the same for both directions.

use conversation_core::{Completeness, Defect, TranscriptDefect, convert::Residue, model::Conversation, schema_bundle};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

#[test]
fn the_constant_is_what_the_types_make() {
    let shipped: Value = serde_json::from_str(conversation_core::SCHEMA).expect("the bundle is JSON");
    assert_eq!(shipped, schema_bundle(), "mend it with `cargo xtask schema`");
}

#[test]
fn a_type_gives_what_the_bundle_has_under_its_name() {
    fn same<T: JsonSchema>(name: &str) {
        let of_type = schemars::schema_for!(T);
        let bundle = schema_bundle();
        for (name, schema) in of_type.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            assert_eq!(schema, &bundle["$defs"][name], "{name}");
        }
        for (keyword, value) in bundle["$defs"][name].as_object().expect("a schema") {
            assert_eq!(of_type.get(keyword), Some(value), "{name}: {keyword}");
        }
    }
    same::<Conversation>("Conversation");
    same::<Residue>("Residue");
    same::<Completeness>("Completeness");
    same::<Defect>("Defect");
    same::<TranscriptDefect>("TranscriptDefect");
}

#[test]
fn what_is_written_is_what_is_read() {
    fn same<T: JsonSchema>() {
        let settings = SchemaSettings::draft2020_12();
        let read = settings.clone().for_deserialize().into_generator().into_root_schema_for::<T>();
        let written = settings.for_serialize().into_generator().into_root_schema_for::<T>();
        assert_eq!(read, written);
    }
    same::<Conversation>();
    same::<Residue>();
    same::<Completeness>();
    same::<Defect>();
    same::<TranscriptDefect>();
}
