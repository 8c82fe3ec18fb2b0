//! `conversation schema`: the JSON Schemas of everything that this command reads and writes.

mod bundles;

use std::fmt::Write as _;

use serde_json::{Map, Value};

use self::bundles::{BUNDLES, pretty, referenced, types};

use crate::{
    error::{Failure, Outcome, listed},
    escape,
    exit_codes::exit_codes,
    output,
};

/// Print the JSON Schema of a document
///
/// There are four bundles, each with its types in `$defs`: `proficient` and `genesys-chat` (the APIs),
/// `conversation` (the neutral model, residues, completeness reports and defects), and `command` (the
/// documents of this command: ThreadReport, CheckReport, CheckTotals, ResidueRecord and PullState).
/// The name of a bundle prints it whole. The name of a type prints its schema, with everything that it
/// refers to. Without a name, the bundles and their types are listed.
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

/// Looks the name up, and prints.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let Some(name) = args.name.as_deref() else { return output::write(&list()).map(|()| Outcome::Done) };
    if let Some(bundle) = BUNDLES.iter().find(|bundle| bundle.name == name) {
        return output::write(&bundle.text()).map(|()| Outcome::Done);
    }
    let (wanted, type_) = match name.split_once('/') {
        Some((bundle, type_)) => (Some(bundle), type_),
        None => (None, name),
    };
    let bundles = BUNDLES.iter().filter(|bundle| wanted.is_none_or(|wanted| wanted == bundle.name));
    let found: Vec<_> =
        bundles.map(|bundle| (bundle, bundle.read())).filter(|(_, read)| schema(read, type_).is_some()).collect();
    let text = match &found[..] {
        [] => return Err(Failure::Arguments(format!("no schema {}: see `conversation schema`", escape::name(name)))),
        [(_, read), copies @ ..] if copies.iter().all(|(bundle, _)| bundle.has_copies) => alone(read, type_),
        several => {
            let names = several.iter().filter(|(bundle, _)| !bundle.has_copies);
            let names: Vec<_> = names.map(|(bundle, _)| format!("{}/{type_}", bundle.name)).collect();
            return Err(Failure::Arguments(format!("there are several: {}", listed(names.iter(), names.len()))));
        }
    };
    output::write(&text).map(|()| Outcome::Done)
}

fn schema<'a>(bundle: &'a Map<String, Value>, type_: &str) -> Option<&'a Value> {
    types(bundle)?.get(type_)
}

/// The bundles and their types.
fn list() -> String {
    let mut text = String::new();
    for bundle in &BUNDLES {
        let read = bundle.read();
        let title = read.get("title").and_then(Value::as_str).unwrap_or_default();
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{}  {title}", bundle.name);
        for type_ in types(&read).into_iter().flat_map(Map::keys) {
            let _ = writeln!(text, "  {type_}");
        }
    }
    text
}

/// The schema of one type, with all that it refers to and nothing else.
fn alone(bundle: &Map<String, Value>, type_: &str) -> String {
    let own = schema(bundle, type_).unwrap_or(&Value::Null);
    let mut schema = Map::new();
    schema.extend(bundle.get("$schema").map(|dialect| ("$schema".to_owned(), dialect.clone())));
    schema.insert("title".to_owned(), type_.into());
    schema.extend(own.as_object().cloned().unwrap_or_default());
    let needed = referenced(own, types(bundle));
    if !needed.is_empty() {
        schema.insert("$defs".to_owned(), needed.into_iter().collect::<Map<_, _>>().into());
    }
    pretty(&schema)
}
