//! Every `$ref` leads somewhere, and every component is used.

use std::collections::HashSet;

use serde_json::Value;

use super::check::Check;
use crate::yaml::join;

const SECTIONS: &[&str] = &["securitySchemes", "parameters", "responses", "examples", "schemas"];

pub(super) fn check(check: &mut Check<'_>) {
    let mut used = HashSet::new();
    let mut open = vec![(String::new(), check.get("").unwrap_or(&Value::Null))];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    let here = join(&pointer, key);
                    match value {
                        // An example's value is data: a `$ref` in it is nobody's reference.
                        _ if key == "value" && pointer.starts_with("/components/examples/") => {}
                        Value::String(target) if key == "$ref" || pointer.ends_with("/discriminator/mapping") => {
                            resolve(check, &here, target, &mut used);
                        }
                        _ => open.push((here, value)),
                    }
                }
            }
            Value::Array(items) => {
                open.extend(items.iter().enumerate().map(|(index, value)| (join(&pointer, &index.to_string()), value)));
            }
            _ => {}
        }
    }
    schemes(check, &mut used);
    check.keys("/components", SECTIONS, &["schemas"]);
    for section in SECTIONS {
        let section = join("/components", section);
        let Some(map) = check.object(&section) else { continue };
        for name in map.keys() {
            let pointer = join(&section, name);
            if !used.contains(&pointer) {
                check.report(&pointer, format!("`{name}` is used nowhere: use it or take it out"));
            }
        }
    }
}

fn resolve(check: &mut Check<'_>, here: &str, target: &str, used: &mut HashSet<String>) {
    match target.strip_prefix('#').filter(|pointer| check.get(pointer).is_some()) {
        Some(pointer) => {
            used.insert(pointer.to_owned());
        }
        None => check.report(here, format!("`{target}` leads nowhere")),
    }
}

/// Security schemes are used by name, in the lists under `security`.
fn schemes(check: &mut Check<'_>, used: &mut HashSet<String>) {
    let mut lists = vec!["/security".to_owned()];
    if let Some(paths) = check.object("/paths") {
        for (path, item) in paths {
            for method in item.as_object().into_iter().flat_map(|item| item.keys()) {
                lists.push(join(&join(&join("/paths", path), method), "security"));
            }
        }
    }
    for list in lists {
        let Some(alternatives) = check.get(&list).and_then(Value::as_array) else { continue };
        for (index, names) in alternatives.iter().enumerate() {
            for name in names.as_object().into_iter().flat_map(|names| names.keys()) {
                let pointer = join("/components/securitySchemes", name);
                if check.get(&pointer).is_none() {
                    check.report(&join(&list, &index.to_string()), format!("there is no security scheme `{name}`"));
                }
                used.insert(pointer);
            }
        }
    }
}
