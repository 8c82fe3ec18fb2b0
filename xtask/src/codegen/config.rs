//! `openapi/*.codegen.toml`: the generator's decisions about one document, as data.
//!
//! An entry that no longer applies is a violation, so the file never says more than is true.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use toml::Spanned;

use crate::{
    api::{Api, Kind, Property, Read},
    place::{Place, Violation, Violations},
    yaml::Yaml,
};

/// The decisions for one document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The name that violations carry.
    #[serde(skip)]
    file: String,
    /// The whole file, for places.
    #[serde(skip)]
    text: String,
    /// The crate that holds the generated types.
    #[serde(rename = "crate")]
    crate_name: Spanned<String>,
    /// The crate that holds the generated requests, when there is one.
    client: Option<Spanned<String>>,
    /// Which file of `src/generated` holds which schemas, in order.
    pub files: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Schemas for which a type of `conversation_wire` stands: the schema's name, the type's path.
    #[serde(default)]
    pub replace: BTreeMap<Spanned<String>, Spanned<String>>,
    /// What readers take beyond the document.
    #[serde(default)]
    pub read: ReadRules,
    /// Names of the variants whose wire value makes a poor one: enum, value, name.
    #[serde(default)]
    pub variants: BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, Spanned<String>>>,
}

/// What readers take beyond the document, by `Schema.property`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadRules {
    /// Null, for required properties.
    #[serde(default)]
    null: Vec<Spanned<String>>,
    /// Null, for optional properties of which it says nothing but that they are not given: no type of three states.
    #[serde(default)]
    null_is_absent: Vec<Spanned<String>>,
    /// Nothing, or null, for required properties that have a default.
    #[serde(default)]
    absent: Vec<Spanned<String>>,
}

impl ReadRules {
    fn each(&self) -> impl Iterator<Item = (Read, &Spanned<String>)> {
        let null = self.null.iter().map(|name| (Read::Null, name));
        null.chain(self.absent.iter().map(|name| (Read::Absent, name)))
    }
}

impl Config {
    /// Makes the document's types those of a reader.
    pub fn widen(&self, api: &mut Api) {
        for name in &self.read.null_is_absent {
            if let Some(property) = property(api, name.get_ref()) {
                property.nullable = false;
            }
        }
        for (read, name) in self.read.each() {
            if let Some(property) = property(api, name.get_ref()) {
                property.read = read;
                match read {
                    Read::Null => property.nullable = true,
                    Read::Absent => property.required = false,
                    Read::AsWritten => {}
                }
            }
        }
    }

    /// Reads the file's `text`; `file` is the name that violations carry.
    pub fn parse(file: &str, text: &str) -> Result<Self, Violations> {
        let config: Self = toml::from_str(text).map_err(|error| {
            let place = place(text, error.span().map_or(0, |span| span.start));
            Violations::one(Violation::new(file, place, error.message()))
        })?;
        Ok(Self { file: file.into(), text: text.into(), ..config })
    }

    fn violation(&self, at: &std::ops::Range<usize>, message: String) -> Violation {
        Violation::new(&self.file, place(&self.text, at.start), &message)
    }

    /// What is wrong with the entries for the document, every schema of which has its file.
    pub fn check(&self, api: &Api, document: &Yaml) -> Vec<Violation> {
        let file = &self.file;
        let mut found = Vec::new();
        let mut report = |span: std::ops::Range<usize>, message: String| found.push(self.violation(&span, message));
        if !is_crate_name(self.crate_name()) {
            report(self.crate_name.span(), format!("`{}` is no name of a crate", self.crate_name()));
        }
        if let Some(client) = self.client.as_ref().filter(|client| !is_crate_name(client.get_ref())) {
            report(client.span(), format!("`{}` is no name of a crate", client.get_ref()));
        }
        let mut seen = HashSet::new();
        for (name, schemas) in &self.files {
            if !is_module_name(name.get_ref()) {
                report(name.span(), format!("`{}` is no name of a Rust module", name.get_ref()));
            }
            if schemas.is_empty() {
                report(name.span(), format!("`{}` holds no schema: take it out", name.get_ref()));
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
        for (name, path) in &self.replace {
            if !path.get_ref().contains("::") || !is_path(path.get_ref()) {
                report(path.span(), format!("`{}` is no path of a Rust type: `crate_name::Type`", path.get_ref()));
            }
            if api.schema(name.get_ref()).is_none() {
                report(name.span(), format!("the document has no schema `{}`: take it out", name.get_ref()));
            }
            if !seen.insert(name.get_ref().as_str()) {
                report(name.span(), format!("`{}` is replaced, so it has no file", name.get_ref()));
            }
        }
        let find = |name: &Spanned<String>| {
            api.schemas.iter().find_map(|schema| match &schema.kind {
                Kind::Object(properties) => {
                    let own = name.get_ref().strip_prefix(&schema.name)?.strip_prefix('.')?;
                    properties.iter().find(|property| property.name == own)
                }
                _ => None,
            })
        };
        for name in &self.read.null_is_absent {
            if !find(name).is_some_and(|property| !property.required && property.nullable) {
                let message =
                    format!("the document has no optional nullable property `{}`: take it out", name.get_ref());
                report(name.span(), message);
            }
        }
        let mut widened = HashSet::new();
        for (_, name) in self.read.each() {
            let found = find(name);
            match found {
                None => report(name.span(), format!("the document has no property `{}`: take it out", name.get_ref())),
                Some(property) if !property.required || property.nullable => {
                    report(name.span(), format!("`{}` may be absent or null anyway: take it out", name.get_ref()));
                }
                Some(_) if !widened.insert(name.get_ref()) => {
                    report(name.span(), format!("`{}` is listed twice", name.get_ref()));
                }
                Some(_) => {}
            }
        }
        for (name, variants) in &self.variants {
            let Some(Kind::OpenEnum(values)) = api.schema(name.get_ref()).map(|schema| &schema.kind) else {
                report(name.span(), format!("the document has no open enum `{}`: take it out", name.get_ref()));
                continue;
            };
            for (value, variant) in variants {
                if !values.iter().any(|known| known.value == *value.get_ref()) {
                    report(value.span(), format!("`{}` is not a value of `{}`", value.get_ref(), name.get_ref()));
                } else if !is_variant_name(variant.get_ref()) {
                    report(variant.span(), format!("`{}` is no name of a Rust variant", variant.get_ref()));
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
            for (index, value) in values.iter().enumerate() {
                let name = self.variant(&schema.name, &value.value);
                let place = format!("/components/schemas/Known{}/enum/{index}", schema.name);
                if self.decided(&schema.name, &value.value).is_none() && !is_variant_name(&name) {
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
        found
    }

    /// The Rust variant for a value of an open enum.
    pub fn variant(&self, schema: &str, value: &str) -> String {
        self.decided(schema, value).map_or_else(|| heck::AsUpperCamelCase(value).to_string(), str::to_owned)
    }

    fn decided(&self, schema: &str, value: &str) -> Option<&str> {
        let (_, variants) = self.variants.iter().find(|(name, _)| name.get_ref() == schema)?;
        variants.iter().find(|(known, _)| known.get_ref() == value).map(|(_, variant)| variant.get_ref().as_str())
    }

    /// The crate that holds the generated types.
    pub fn crate_name(&self) -> &str {
        self.crate_name.get_ref()
    }

    /// The crate that holds the generated requests.
    pub fn client(&self) -> Option<&str> {
        self.client.as_ref().map(|client| client.get_ref().as_str())
    }

    /// A violation at the name of the client crate, or of the types crate when there is no client.
    pub fn client_violation(&self, message: String) -> Violation {
        self.violation(&self.client.as_ref().unwrap_or(&self.crate_name).span(), message)
    }

    /// A violation at the name of the crate.
    pub fn crate_violation(&self, message: String) -> Violation {
        self.violation(&self.crate_name.span(), message)
    }

    /// The path of the type that stands for a schema.
    pub fn replacement(&self, schema: &str) -> Option<&str> {
        self.replace.iter().find(|(name, _)| name.get_ref() == schema).map(|(_, path)| path.get_ref().as_str())
    }

    /// The file of a schema.
    pub fn file_of(&self, schema: &str) -> Option<&str> {
        let holds = |schemas: &[Spanned<String>]| schemas.iter().any(|name| name.get_ref() == schema);
        self.files.iter().find(|(_, schemas)| holds(schemas)).map(|(file, _)| file.get_ref().as_str())
    }
}

/// The property `Schema.property`.
fn property<'a>(api: &'a mut Api, name: &str) -> Option<&'a mut Property> {
    let (schema, property) = name.split_once('.')?;
    let schema = api.schemas.iter_mut().find(|known| known.name == schema)?;
    match &mut schema.kind {
        Kind::Object(properties) => properties.iter_mut().find(|known| known.name == property),
        _ => None,
    }
}

fn is_module_name(name: &str) -> bool {
    name != "mod" && name.starts_with(|c: char| c.is_ascii_lowercase()) && syn::parse_str::<syn::Ident>(name).is_ok()
}

fn is_crate_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(allowed)
}

fn is_variant_name(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// Whether it is a path of plain names.
fn is_path(path: &str) -> bool {
    path.split("::").all(|step| syn::parse_str::<syn::Ident>(step).is_ok())
}

fn place(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Place { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
}
