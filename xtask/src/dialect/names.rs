//! Names: what the Rust names of a document's schemas, fields and values come to, and that no two are the same.

use std::collections::HashMap;

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};

use super::check::Check;
use crate::{
    api::{Kind, Schema},
    yaml::join,
};

/// Names of Rust's prelude and of the generated code itself, which a schema may not take.
const TAKEN: &[&str] = &[
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Err",
    "Extra",
    "Field",
    "From",
    "FromIterator",
    "I",
    "Into",
    "IntoIterator",
    "K",
    "None",
    "Ok",
    "Option",
    "Result",
    "Self",
    "Send",
    "Some",
    "String",
    "Sync",
    "V",
    "Vec",
];

pub(super) fn check(check: &mut Check<'_>, schemas: &[Schema]) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for schema in schemas {
        let rust = schema.name.to_upper_camel_case();
        if let Some(other) = seen.insert(rust.clone(), &schema.name) {
            check.report(
                &schema.pointer,
                format!("`{}` and `{other}` are both `{rust}` in Rust: rename one", schema.name),
            );
        } else if rust != schema.name || !schema.name.starts_with(|c: char| c.is_ascii_uppercase()) {
            check.report(&schema.pointer, format!("the name of a schema is written as a Rust type: `{rust}`"));
        } else if TAKEN.contains(&schema.name.as_str()) {
            check.report(
                &schema.pointer,
                format!("`{}` has a meaning in Rust or in generated code: rename it", schema.name),
            );
        }
        if let Kind::Object(properties) = &schema.kind {
            let mut fields: HashMap<String, String> = HashMap::from([("extra".into(), "the unknown fields".into())]);
            for property in properties {
                let place = join(&join(&schema.pointer, "properties"), &property.name);
                let field = field_name(&property.name);
                if field.is_empty() || field.starts_with(|c: char| c.is_ascii_digit()) {
                    check.report(&place, format!("`{}` makes no name of a Rust field", property.name));
                } else if let Some(other) = fields.insert(field.clone(), format!("`{}`", property.name)) {
                    check.report(
                        &place,
                        format!("`{}` and {other} are both the field `{field}` in Rust", property.name),
                    );
                }
            }
        }
    }
}

/// The Rust field of a property, before keywords are escaped.
pub(super) fn field_name(property: &str) -> String {
    // As typify does: an apostrophe is no gap between words.
    property.replace('\'', "").to_snake_case()
}
