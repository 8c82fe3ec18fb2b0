//! Schemas that hold themselves: only where a value can come to an end, and where Rust can hold it.

use std::collections::HashSet;

use super::check::Check;
use crate::{
    api::{Kind, Schema, Shape},
    yaml::join,
};

pub(super) fn check(check: &mut Check<'_>, schemas: &[Schema]) {
    for schema in schemas {
        let name = &schema.name;
        match &schema.kind {
            Kind::Object(properties) => {
                for property in properties.iter().filter(|property| property.required && !property.nullable) {
                    if let Shape::Ref(target) = &property.shape
                        && reaches(schemas, target, name, needs)
                    {
                        let place = join(&join(&schema.pointer, "properties"), &property.name);
                        let message = format!("every `{name}` needs another one inside: none can be written");
                        check.report(&place, message);
                    }
                }
            }
            Kind::Union(_) if holds(schema).into_iter().any(|member| reaches(schemas, member, name, holds)) => {
                let message = format!("`{name}` holds itself: the generator can do that only through a list");
                check.report(&schema.pointer, message);
            }
            _ => {}
        }
    }
}

/// The schemas of which every value of `schema` has one inside.
fn needs(schema: &Schema) -> Vec<&str> {
    let Kind::Object(properties) = &schema.kind else { return Vec::new() };
    let needed = properties.iter().filter(|property| property.required && !property.nullable);
    needed.filter_map(|property| direct(&property.shape)).collect()
}

/// The schemas whose Rust types are a part of that of `schema`, but for lists.
fn holds(schema: &Schema) -> Vec<&str> {
    match &schema.kind {
        Kind::Object(properties) => properties.iter().filter_map(|property| direct(&property.shape)).collect(),
        Kind::Union(union) => {
            union.members.iter().map(|(_, name)| name).chain([&union.other]).map(String::as_str).collect()
        }
        _ => Vec::new(),
    }
}

fn direct(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Ref(name) => Some(name),
        _ => None,
    }
}

/// Whether `to` is reached from `from` by steps of `next`.
fn reaches<'a>(schemas: &'a [Schema], from: &'a str, to: &str, next: fn(&'a Schema) -> Vec<&'a str>) -> bool {
    let mut seen = HashSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            open.extend(schemas.iter().filter(|schema| schema.name == name).flat_map(next));
        }
    }
    false
}
