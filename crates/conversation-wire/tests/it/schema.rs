//! The schema of a type is the document's own.

use conversation_wire::{Extra, Field, Timestamp, json_schema};
use schemars::{JsonSchema, SchemaGenerator, schema_for};
use serde_json::json;

use crate::sample::{Message, MessageId, Operation, SentBy};

const BUNDLE: &str = r##"{
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": {
        "MessageId": {"type": "string", "description": "The id of a message."},
        "KnownSentBy": {"type": "string", "enum": ["user", "agent"]},
        "SentBy": {"description": "Who wrote it.", "anyOf": [{"$ref": "#/$defs/KnownSentBy"}, {"type": "string"}]},
        "Message": {
            "type": "object",
            "required": ["id", "edited_at"],
            "properties": {
                "id": {"$ref": "#/$defs/MessageId"},
                "parent": {"description": "The one before.", "anyOf": [{"$ref": "#/$defs/MessageId"}, {"type": "null"}]},
                "sent_by": {"description": "Which side.", "$ref": "#/$defs/SentBy"},
                "edited_at": {"$ref": "#/$defs/Timestamp"},
                "replies": {"type": "array", "items": {"$ref": "#/$defs/Message"}},
                "side": {"description": "Inlined.", "$ref": "#/$defs/KnownSentBy"},
                "strict": {"minLength": 1, "$ref": "#/$defs/KnownSentBy"},
                "default": {"$ref": "#/$defs/KnownSentBy"},
                "$ref": {"const": {"$ref": "#/$defs/KnownSentBy"}},
                "tree": {"$ref": "#/$defs/Tree"},
                "lost": {"$ref": "#/$defs/Lost"}
            },
            "additionalProperties": true
        },
        "Timestamp": {"type": "integer"},
        "Tree": {"type": "array", "items": {"$ref": "#/$defs/Tree"}}
    }
}"##;

json_schema! { MessageId, "MessageId", BUNDLE, {} }
json_schema! { SentBy, "SentBy", BUNDLE, {} }
json_schema! { Operation, "Operation", BUNDLE, {} }
json_schema! {
    Message, "Message", BUNDLE,
    { "MessageId" => MessageId, "SentBy" => SentBy, "Timestamp" => Timestamp, "Message" => Message }
}

#[test]
fn references_to_types_stay_and_all_others_are_inlined() {
    let schema = schema_for!(Message).to_value();
    assert_eq!(schema["title"], "Message");
    assert_eq!(schema["required"], json!(["id", "edited_at"]));
    assert_eq!(schema["additionalProperties"], true);
    let properties = &schema["properties"];
    assert_eq!(properties["id"], json!({"$ref": "#/$defs/MessageId"}));
    assert_eq!(
        properties["parent"],
        json!({"description": "The one before.", "anyOf": [{"$ref": "#/$defs/MessageId"}, {"type": "null"}]})
    );
    assert_eq!(properties["sent_by"], json!({"description": "Which side.", "$ref": "#/$defs/SentBy"}));
    assert_eq!(properties["replies"]["items"], json!({"$ref": "#"}));
    assert_eq!(properties["side"], json!({"description": "Inlined.", "type": "string", "enum": ["user", "agent"]}));
    assert_eq!(
        properties["strict"],
        json!({"minLength": 1, "allOf": [{"type": "string", "enum": ["user", "agent"]}]}),
        "a constraint beside a reference stays apart from what it refers to"
    );
    assert_eq!(properties["tree"], json!({"type": "array", "items": {}}), "no type, and no end");
    assert_eq!(properties["lost"]["not"], json!({}));

    let definitions = schema["$defs"].as_object().expect("definitions");
    assert_eq!(definitions.keys().collect::<Vec<_>>(), ["MessageId", "SentBy", "Timestamp"]);
    assert_eq!(
        definitions["SentBy"],
        json!({"description": "Who wrote it.", "anyOf": [{"type": "string", "enum": ["user", "agent"]}, {"type": "string"}]})
    );
    assert_eq!(definitions["Timestamp"]["format"], "int64");
}

#[test]
fn data_that_looks_like_a_reference_is_data_and_a_property_may_have_a_keywords_name() {
    let schema = schema_for!(Message).to_value();
    assert_eq!(schema["properties"]["$ref"], json!({"const": {"$ref": "#/$defs/KnownSentBy"}}));
    assert_eq!(schema["properties"]["default"], json!({"type": "string", "enum": ["user", "agent"]}));
}

#[test]
fn a_type_that_the_bundle_lacks_says_so() {
    let schema = schema_for!(Operation).to_value();
    assert_eq!(schema["not"], json!({}));
    assert_eq!(schema["description"], "The bundle has no definition of Operation.");
}

#[test]
fn a_field_is_its_type_or_null_and_extra_any_object() {
    let mut generator = SchemaGenerator::default();
    assert_eq!(generator.subschema_for::<Field<i64>>(), generator.subschema_for::<Option<i64>>());
    assert_eq!(generator.subschema_for::<Field<i64>>().to_value()["type"], json!(["integer", "null"]));
    let extra = generator.subschema_for::<Extra>().to_value();
    assert_eq!(extra, json!({"type": "object", "additionalProperties": true}));
    assert_eq!(Timestamp::schema_name(), "Timestamp");
}
