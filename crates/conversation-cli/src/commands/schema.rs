//! `conversation schema`: the JSON Schemas of everything that this command reads and writes.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Map, Value};

use crate::{
    error::{Failure, Outcome, listed},
    escape,
    exit_codes::exit_codes,
    output,
};

/// Print the JSON Schema of a document
///
/// There are three bundles, each with its types in `$defs`: `proficient` and `genesys-chat` (the APIs),
/// and `conversation` (the neutral model, residues, completeness reports and defects). The name of a
/// bundle prints it whole. The name of a type prints its schema, with everything that it refers to.
/// Without a name, the bundles and their types are listed.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, after_help = exit_codes!(schema), after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Bundle, type, or `BUNDLE/TYPE` if several bundles have a type of that name
    name: Option<String>,
}

const AFTER_HELP: &str = concat!(
    "\
Examples:
  conversation schema                              List the bundles and types
  conversation schema proficient > proficient.schema.json
                                                   Print a whole API, to generate types from it
  conversation schema MessagesList                 Print one type with everything that it refers to
  conversation schema genesys-chat/UserId          Print a type whose name is in several bundles

",
    exit_codes!(schema)
);

/// The bundles by name. If a type is in several, the first two define it, and the last has copies.
const BUNDLES: [(&str, &str); 3] = [
    ("proficient", proficient_types::SCHEMA),
    ("genesys-chat", genesys_chat_types::SCHEMA),
    ("conversation", conversation_core::SCHEMA),
];
const REFERENCE: &str = "#/$defs/";

/// Looks the name up, and prints.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let Some(name) = args.name.as_deref() else { return output::write(&list()).map(|()| Outcome::Done) };
    if let Some((_, text)) = BUNDLES.iter().find(|(bundle, _)| *bundle == name) {
        return output::write(text).map(|()| Outcome::Done);
    }
    let (wanted, type_) = match name.split_once('/') {
        Some((bundle, type_)) => (Some(bundle), type_),
        None => (None, name),
    };
    let bundles = BUNDLES.iter().filter(|(bundle, _)| wanted.is_none_or(|wanted| wanted == *bundle));
    let found: Vec<_> =
        bundles.map(|(bundle, text)| (*bundle, read(text))).filter(|(_, all)| has(all, type_)).collect();
    let text = match &found[..] {
        [] => return Err(Failure::Arguments(format!("no schema {}: see `conversation schema`", escape::name(name)))),
        [(_, all)] | [(_, all), ("conversation", _)] => alone(all, type_),
        several => {
            let names = several.iter().filter(|(bundle, _)| *bundle != "conversation");
            let names: Vec<_> = names.map(|(bundle, _)| format!("{bundle}/{type_}")).collect();
            return Err(Failure::Arguments(format!("there are several: {}", listed(names.iter(), names.len()))));
        }
    };
    output::write(&text).map(|()| Outcome::Done)
}

fn read(bundle: &str) -> Map<String, Value> {
    serde_json::from_str(bundle).unwrap_or_default()
}

fn definitions(bundle: &Map<String, Value>) -> Option<&Map<String, Value>> {
    bundle.get("$defs").and_then(Value::as_object)
}

fn has(bundle: &Map<String, Value>, type_: &str) -> bool {
    definitions(bundle).is_some_and(|types| types.contains_key(type_))
}

/// The bundles and their types.
fn list() -> String {
    let mut text = String::new();
    for (name, bundle) in BUNDLES {
        let bundle = read(bundle);
        let title = bundle.get("title").and_then(Value::as_str).unwrap_or_default();
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{name}  {title}");
        for type_ in definitions(&bundle).into_iter().flat_map(Map::keys) {
            let _ = writeln!(text, "  {type_}");
        }
    }
    text
}

/// The schema of one type, with all that it refers to and nothing else.
fn alone(bundle: &Map<String, Value>, type_: &str) -> String {
    let Some(types) = definitions(bundle) else { return String::new() };
    let mut needed = BTreeMap::new();
    let mut open: Vec<&Value> = types.get(type_).into_iter().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.values()),
            Value::Array(items) => open.extend(items),
            Value::String(text) => {
                let target = text.strip_prefix(REFERENCE).and_then(|name| types.get_key_value(name));
                if let Some((name, schema)) = target
                    && needed.insert(name.clone(), schema.clone()).is_none()
                {
                    open.push(schema);
                }
            }
            _ => {}
        }
    }
    let mut schema = Map::new();
    schema.extend(bundle.get("$schema").map(|dialect| ("$schema".to_owned(), dialect.clone())));
    schema.insert("title".to_owned(), type_.into());
    schema.extend(types.get(type_).and_then(Value::as_object).cloned().unwrap_or_default());
    if !needed.is_empty() {
        schema.insert("$defs".to_owned(), needed.into_iter().collect::<Map<_, _>>().into());
    }
    // Keys are strings, so there is nothing to fall back to.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
