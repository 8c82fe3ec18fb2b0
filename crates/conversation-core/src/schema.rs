//! JSON Schemas of the core's own documents, beyond what is derived from their types.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::{
    Completeness, Defect, TranscriptDefect,
    convert::Residue,
    model::{Conversation, GenesysConversation, ProficientConversation},
};

/// The JSON Schemas of the documents that this crate writes and reads, as one bundle: made from the types, and the same
/// as [`SCHEMA`](crate::SCHEMA), which is this one as text.
///
/// The documents are in `$defs` under the names of their types, beside everything that they are made of.
pub fn schema_bundle() -> Value {
    let mut generator = SchemaGenerator::default();
    generator.subschema_for::<Conversation>();
    generator.subschema_for::<ProficientConversation>();
    generator.subschema_for::<GenesysConversation>();
    generator.subschema_for::<Residue>();
    generator.subschema_for::<Completeness>();
    generator.subschema_for::<Defect>();
    generator.subschema_for::<TranscriptDefect>();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": concat!("urn:conversation:model:", env!("CARGO_PKG_VERSION")),
        "version": env!("CARGO_PKG_VERSION"),
        "title": "Conversations",
        "description": "The neutral model of a conversation, the residues of conversions, completeness reports and defects, as \
                        the crate conversation-core writes and reads them.",
        "$defs": generator.take_definitions(true),
    })
}

/// Any string; the listed ones have a meaning.
pub(crate) fn open_enum(values: &[(&str, &str)]) -> Schema {
    let known: Vec<&str> = values.iter().map(|(value, _)| *value).collect();
    let text = |description: &str| description.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned();
    let descriptions: Map<String, Value> =
        values.iter().map(|(value, description)| ((*value).to_owned(), text(description).into())).collect();
    json_schema!({
        "anyOf": [
            {"type": "string", "enum": known, "x-enum-descriptions": descriptions},
            {"type": "string"},
        ],
    })
}

/// An object that calls itself none of the known.
pub(crate) fn other_kind(tag: &str, known: &[&str]) -> Schema {
    json_schema!({
        "type": "object",
        "description": "Any other, which a later version may write. Keep it as it is.",
        "properties": {tag: {"type": "string", "not": {"enum": known}}},
        "required": [tag],
        "additionalProperties": true,
    })
}
