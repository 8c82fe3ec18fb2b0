//! Members of tagged unions: objects that carry the tag as a string, with variants of different names.

use std::collections::HashMap;

use super::check::Check;
use crate::{
    api::{Kind, Schema, Shape, Union},
    yaml::join,
};

pub(super) fn check(check: &mut Check<'_>, schemas: &[Schema]) {
    for schema in schemas {
        let Kind::Union(union) = &schema.kind else { continue };
        let mapping = join(&join(&schema.pointer, "discriminator"), "mapping");
        let mut variants = HashMap::from([("Other", "the last member".to_owned())]);
        for (value, name) in &union.members {
            let place = join(&mapping, value);
            member(check, schemas, union, &place, name, Some(value));
            let variant = Union::variant(name);
            if let Some(other) = variants.insert(variant, format!("`{name}`")) {
                check.report(&place, format!("`{name}` and {other} are both the variant `{variant}` in Rust"));
            }
        }
        member(check, schemas, union, &join(&schema.pointer, "anyOf"), &union.other, None);
    }
}

/// Checks the tag of one member: of the one for `value`, or of the last, which takes every other.
fn member(check: &mut Check<'_>, schemas: &[Schema], union: &Union, place: &str, name: &str, value: Option<&str>) {
    let tag = &union.tag;
    let find = |name: &str| schemas.iter().find(|schema| schema.name == name).map(|schema| &schema.kind);
    // A member that is missing or has no kind is a violation already.
    let Some(kind) = find(name) else { return };
    let Kind::Object(properties) = kind else {
        return check.report(place, format!("`{name}` is not an object with properties"));
    };
    let Some(property) = properties.iter().find(|property| property.name == *tag) else {
        return check.report(place, format!("`{name}` has no property `{tag}` to be told by"));
    };
    if !property.required || property.nullable {
        check.report(place, format!("`{tag}` must be required in `{name}`, and not nullable"));
    }
    let known = match property.shape.target().and_then(find) {
        Some(Kind::OpenEnum(values)) => Some(values),
        _ => None,
    };
    match (&property.shape, value, known) {
        (Shape::String, ..) => {}
        (Shape::Ref(_), Some(value), Some(known)) => {
            if !known.iter().any(|known| known.value == value) {
                check.report(place, format!("`{value}` is not a value of `{tag}` in `{name}`"));
            }
        }
        (_, Some(_), _) => check.report(place, format!("`{tag}` of `{name}` is neither a string nor an open enum")),
        (_, None, _) => {
            check.report(place, format!("`{tag}` of `{name}` is not a plain string, though it takes any value"));
        }
    }
}
