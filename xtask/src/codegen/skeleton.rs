//! The structs as typify makes them: names, fields, renames and the Rust type of each field.
//!
//! typify sees every property as required and not null, because its `Option` cannot tell absent from null; what is
//! optional or nullable is put around the type afterwards, in [`super::refine`]. Everything that is not an object is
//! replaced by its own name here and made in [`super::items`].

use std::collections::HashMap;

use serde_json::{Map, Value, json};
use typify::{TypeSpace, TypeSpaceSettings};

use crate::{
    api::{Api, Kind, MapValues, Shape},
    guard::guarded,
};

/// The struct of every object and map of the document, by the schema's name.
pub(super) fn structs(api: &Api) -> Result<HashMap<String, syn::ItemStruct>, String> {
    let file = guarded(|| generate(api)).and_then(|made| made).map_err(|error| format!("typify: {error}"))?;
    let items = file.items.into_iter().filter_map(|item| match item {
        syn::Item::Struct(item) => Some((item.ident.to_string(), item)),
        _ => None,
    });
    Ok(items.collect())
}

fn generate(api: &Api) -> Result<syn::File, String> {
    let mut settings = TypeSpaceSettings::default();
    settings.with_map_type("::std::collections::BTreeMap");
    let mut definitions = Map::new();
    for schema in &api.schemas {
        let name = &schema.name;
        definitions.insert(name.clone(), view(&schema.kind));
        if !matches!(schema.kind, Kind::Object(_) | Kind::Map(_)) {
            settings.with_replacement(name, name, std::iter::empty());
        }
    }
    let root = json!({"$schema": "http://json-schema.org/draft-07/schema#", "definitions": definitions});
    let root = serde_json::from_value(root).map_err(|error| error.to_string())?;
    let mut space = TypeSpace::new(&settings);
    space.add_root_schema(root).map_err(|error| error.to_string())?;
    syn::parse2(space.to_stream()).map_err(|error| error.to_string())
}

fn view(kind: &Kind) -> Value {
    match kind {
        Kind::Object(properties) => {
            let required: Vec<&str> = properties.iter().map(|property| property.name.as_str()).collect();
            let properties: Map<String, Value> =
                properties.iter().map(|property| (property.name.clone(), shape(&property.shape))).collect();
            json!({"type": "object", "properties": properties, "required": required, "additionalProperties": {}})
        }
        Kind::Map(MapValues::Strings) => json!({"type": "object", "additionalProperties": {"type": "string"}}),
        Kind::Map(MapValues::Any) => json!({"type": "object", "additionalProperties": {}}),
        _ => json!({"type": "string"}),
    }
}

fn shape(shape_of: &Shape) -> Value {
    match shape_of {
        Shape::Ref(name) => json!({"$ref": format!("#/definitions/{name}")}),
        Shape::String => json!({"type": "string"}),
        Shape::Boolean => json!({"type": "boolean"}),
        Shape::Integer => json!({"type": "integer", "format": "int64"}),
        Shape::Number => json!({"type": "number", "format": "double"}),
        Shape::Array(items) => json!({"type": "array", "items": shape(items)}),
        Shape::Any => json!({}),
    }
}
