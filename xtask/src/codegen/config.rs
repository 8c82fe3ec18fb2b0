//! `openapi/*.codegen.toml`: the generator's decisions about one document, as data.
//!
//! An entry that no longer applies is a violation, so the file never says more than is true.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use toml::Spanned;

use crate::{
    api::{Api, Kind},
    place::{Place, Violation, Violations},
};

/// The decisions for one document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The crate that holds the generated types.
    #[serde(rename = "crate")]
    pub crate_name: String,
    /// Which file of `src/generated` holds which schemas, in order.
    pub files: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Schemas for which a type of `conversation_wire` stands: the schema's name, the type's path.
    #[serde(default)]
    pub replace: BTreeMap<Spanned<String>, String>,
    /// Names of the variants whose wire value makes a poor one: enum, value, name.
    #[serde(default)]
    pub variants: BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, String>>,
}

impl Config {
    /// Reads the file's `text`; `file` is the name that violations carry.
    pub fn parse(file: &str, text: &str) -> Result<Self, Violations> {
        toml::from_str(text).map_err(|error| {
            let place = place(text, error.span().map_or(0, |span| span.start));
            let message = error.message().lines().next().unwrap_or("not TOML").to_owned();
            Violations::one(Violation { file: file.into(), place, message })
        })
    }

    /// Checks every entry against the document, and that every schema of the document has its file.
    pub fn check(&self, file: &str, text: &str, api: &Api, document: &crate::yaml::Yaml) -> Result<(), Violations> {
        let mut found = Vec::new();
        let mut report = |span: std::ops::Range<usize>, message: String| {
            found.push(Violation { file: file.into(), place: place(text, span.start), message });
        };
        let mut seen = HashSet::new();
        for (name, schemas) in &self.files {
            if !is_module_name(name.get_ref()) {
                report(name.span(), format!("`{}` is no name of a Rust module", name.get_ref()));
            }
            for schema in schemas {
                if api.schema(schema.get_ref()).is_none() {
                    report(schema.span(), format!("the document has no schema `{}`: take it out", schema.get_ref()));
                }
                if !seen.insert(schema.get_ref().as_str()) {
                    report(schema.span(), format!("`{}` has a file already", schema.get_ref()));
                }
            }
        }
        for name in self.replace.keys() {
            if api.schema(name.get_ref()).is_none() {
                report(name.span(), format!("the document has no schema `{}`: take it out", name.get_ref()));
            }
            if !seen.insert(name.get_ref().as_str()) {
                report(name.span(), format!("`{}` is replaced, so it has no file", name.get_ref()));
            }
        }
        for (name, variants) in &self.variants {
            let Some(Kind::OpenEnum(values)) = api.schema(name.get_ref()).map(|schema| &schema.kind) else {
                report(name.span(), format!("the document has no open enum `{}`: take it out", name.get_ref()));
                continue;
            };
            for value in variants.keys() {
                if !values.iter().any(|known| known.value == *value.get_ref()) {
                    report(value.span(), format!("`{}` is not a value of `{}`", value.get_ref(), name.get_ref()));
                }
            }
        }
        for schema in api.schemas.iter().filter(|schema| !seen.contains(schema.name.as_str())) {
            let message = format!("`{}` has no file: add it under [files] in {file}", schema.name);
            found.push(document.violation(&schema.pointer, message));
        }
        for schema in &api.schemas {
            let Kind::OpenEnum(values) = &schema.kind else { continue };
            let mut names: HashMap<String, &str> = HashMap::new();
            for value in values {
                let name = self.variant(&schema.name, &value.value);
                let place = format!("/components/schemas/Known{}/enum", schema.name);
                if syn::parse_str::<syn::Ident>(&name).is_err() {
                    let message = format!(
                        "`{}` makes no name of a Rust variant: give it one under [variants] in {file}",
                        value.value
                    );
                    found.push(document.violation(&place, message));
                } else if let Some(other) = names.insert(name.clone(), &value.value) {
                    let message = format!(
                        "`{}` and `{other}` are both the variant `{name}` in Rust: name one under [variants] in {file}",
                        value.value
                    );
                    found.push(document.violation(&place, message));
                }
            }
        }
        Violations::none_or(found)
    }

    /// The Rust variant for a value of an open enum.
    pub fn variant(&self, schema: &str, value: &str) -> String {
        let decided = self.variants.iter().find(|(name, _)| name.get_ref() == schema).and_then(|(_, variants)| {
            variants.iter().find(|(known, _)| known.get_ref() == value).map(|(_, variant)| variant.clone())
        });
        decided.unwrap_or_else(|| heck::AsUpperCamelCase(value).to_string())
    }

    /// The path of the type that stands for a schema.
    pub fn replacement(&self, schema: &str) -> Option<&str> {
        self.replace.iter().find(|(name, _)| name.get_ref() == schema).map(|(_, path)| path.as_str())
    }

    /// The file of a schema.
    pub fn file_of(&self, schema: &str) -> Option<&str> {
        let holds = |schemas: &[Spanned<String>]| schemas.iter().any(|name| name.get_ref() == schema);
        self.files.iter().find(|(_, schemas)| holds(schemas)).map(|(file, _)| file.get_ref().as_str())
    }
}

fn is_module_name(name: &str) -> bool {
    name != "mod" && name.starts_with(|c: char| c.is_ascii_lowercase()) && syn::parse_str::<syn::Ident>(name).is_ok()
}

fn place(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Place { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
}
