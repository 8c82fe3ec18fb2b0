//! One schema as Rust source.

use std::collections::HashMap;

use quote::ToTokens as _;

use super::{config::Config, doc, refine};
use crate::api::{Api, Bounds, EnumValue, Kind, MapValues, Schema, Union};

/// Everything one schema becomes, formatted but for rustfmt.
pub(super) fn source(
    api: &Api,
    config: &Config,
    schema: &Schema,
    structs: &HashMap<String, syn::ItemStruct>,
) -> Result<String, String> {
    let docs = docs(api, schema);
    let skeleton = || structs.get(&schema.name).ok_or_else(|| format!("typify made no struct of `{}`", schema.name));
    let item = match &schema.kind {
        Kind::Object(properties) => {
            let variant = |name: &str, value: &str| config.variant(name, value);
            let (tokens, properties) = refine::object(api, schema, properties, skeleton()?, &docs, variant)?;
            format!("{}\n{properties}", pretty(tokens)?)
        }
        Kind::Map(values) => pretty(refine::map(skeleton()?, &docs, *values == MapValues::Strings))?,
        Kind::StringId { secret } => {
            newtype(if *secret { "secret_string" } else { "string_id" }, &docs, &schema.name, "")
        }
        Kind::IntegerId => newtype("integer_id", &docs, &schema.name, ""),
        Kind::Bounded(bounds) => bounded(&docs, &schema.name, bounds),
        Kind::OpenEnum(values) => open_enum(config, &docs, &schema.name, values),
        Kind::Union(union) => tagged_union(&docs, &schema.name, union),
    };
    Ok(format!("{item}\n{}", implementations(api, config, schema)))
}

/// The schemas that a schema's Rust source names.
pub(super) fn uses<'a>(api: &'a Api, schema: &'a Schema) -> Vec<&'a str> {
    let mut names: Vec<&str> = match &schema.kind {
        Kind::Object(properties) => properties.iter().filter_map(|property| property.shape.target()).collect(),
        Kind::Union(union) => {
            union.members.iter().map(|(_, name)| name.as_str()).chain([union.other.as_str()]).collect()
        }
        _ => Vec::new(),
    };
    names.sort_unstable();
    names.dedup();
    names.retain(|name| api.schema(name).is_some());
    names
}

fn docs(api: &Api, schema: &Schema) -> Vec<String> {
    let mut lines = doc::lines(&schema.description);
    let mut bodies = Vec::new();
    for operation in &api.operations {
        let named = format!("`{}` (`{} {}`)", operation.id, operation.method, operation.path);
        if operation.request.as_deref() == Some(&schema.name) {
            bodies.push(format!("Request of {named}."));
        }
        if operation.answer == schema.name {
            bodies.push(format!("Answer of {named}."));
        }
    }
    if !bodies.is_empty() {
        lines.push(String::new());
        lines.extend(bodies.into_iter().map(|body| format!("- {body}")));
    }
    lines
}

fn pretty(tokens: proc_macro2::TokenStream) -> Result<String, String> {
    let file: syn::File = syn::parse2(tokens.into_token_stream()).map_err(|error| error.to_string())?;
    // rustfmt leaves the lines between items to the author, and prettyplease leaves out this one.
    Ok(prettyplease::unparse(&file).replace("\n}\nimpl", "\n}\n\nimpl"))
}

fn newtype(kind: &str, docs: &[String], name: &str, rest: &str) -> String {
    format!("::conversation_wire::{kind}! {{\n{}    pub struct {name}{rest};\n}}\n", doc::comment(docs, 4))
}

fn bounded(docs: &[String], name: &str, bounds: &Bounds) -> String {
    let kind = if bounds.integer { "i64" } else { "f64" };
    let limits = [("min", &bounds.minimum), ("max", &bounds.maximum), ("default", &bounds.default)];
    let limits: String = limits
        .iter()
        .filter_map(|(key, value)| {
            let value = value.as_ref()?;
            // As an integer where it is one: a double cannot hold every i64.
            let value = if bounds.integer { value.as_i64()?.to_string() } else { format!("{:?}", value.as_f64()?) };
            Some(format!("    {key} {value};\n"))
        })
        .collect();
    let docs = doc::comment(docs, 4);
    format!("::conversation_wire::bounded! {{\n{docs}    pub struct {name}({kind});\n{limits}}}\n")
}

fn open_enum(config: &Config, docs: &[String], name: &str, values: &[EnumValue]) -> String {
    let variants: String = values
        .iter()
        .map(|value| {
            let docs = doc::comment(&doc::lines(&value.description), 8);
            format!("{docs}        {} = {:?},\n", config.variant(name, &value.value), value.value)
        })
        .collect();
    let docs = doc::comment(docs, 4);
    format!("::conversation_wire::open_enum! {{\n{docs}    pub enum {name} {{\n{variants}    }}\n}}\n")
}

fn tagged_union(docs: &[String], name: &str, union: &Union) -> String {
    let members: Vec<String> = union
        .members
        .iter()
        .map(|(value, member)| format!("        {}({member}) = {value:?}", Union::variant(member)))
        .collect();
    let members = members.join(",\n");
    let other = format!("        Other({})\n", union.other);
    let docs = doc::comment(docs, 4);
    format!(
        "::conversation_wire::tagged_union! {{\n{docs}    pub enum {name} by {:?} {{\n{members};\n{other}    }}\n}}\n",
        union.tag
    )
}

/// `WireType`, and `JsonSchema` behind the feature `schemars`.
fn implementations(api: &Api, config: &Config, schema: &Schema) -> String {
    let name = &schema.name;
    let bodies = api
        .operations
        .iter()
        .filter(|operation| operation.request.as_deref() == Some(name) || operation.answer == *name);
    let operations: Vec<String> = bodies.map(|operation| format!("{:?}", operation.id)).collect();
    let uses = uses(api, schema);
    let uses: Vec<String> = uses
        .into_iter()
        .filter(|used| config.replacement(used).is_none())
        .map(|used| format!("    {used:?} => {used},\n"))
        .collect();
    let uses = if uses.is_empty() { "{}".into() } else { format!("{{\n{}}}", uses.concat()) };
    let lists = match refine::lists(api, schema) {
        lists if lists.is_empty() => String::new(),
        lists => format!("    const LISTS: &'static [(&'static str, &'static str)] = &{lists:?};\n"),
    };
    format!(
        "\nimpl ::conversation_wire::WireType for {name} {{\n    const NAME: &'static str = {name:?};\n    \
         const OPERATIONS: &'static [&'static str] = &[{}];\n{lists}}}\n\n\
         #[cfg(feature = \"schemars\")]\n\
         ::conversation_wire::json_schema! {{ {name}, {name:?}, super::SCHEMA, {uses} }}\n",
        operations.join(", ")
    )
}
