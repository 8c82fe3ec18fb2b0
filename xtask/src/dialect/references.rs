//! Every `$ref` leads somewhere, and every component is used.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::check::Check;
use crate::yaml::join;

const SECTIONS: &[&str] = &["securitySchemes", "parameters", "responses", "examples", "schemas"];

pub(super) fn check(check: &mut Check<'_>) {
    let mut uses = Uses::default();
    let mut open = vec![(String::new(), check.get("").unwrap_or(&Value::Null))];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    let here = join(&pointer, key);
                    match value {
                        // An example's value is data: a `$ref` in it is not a reference.
                        _ if key == "value" && pointer.starts_with("/components/examples/") => {}
                        Value::String(target) if key == "$ref" || pointer.ends_with("/discriminator/mapping") => {
                            resolve(check, &here, target, &mut uses);
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
    schemes(check, &mut uses);
    let used = uses.reached();
    check.keys("/components", SECTIONS, &["schemas"]);
    for section in SECTIONS {
        let section = join("/components", section);
        let Some(map) = check.object(&section) else { continue };
        for name in map.keys() {
            let pointer = join(&section, name);
            if !used.contains(pointer.as_str()) {
                check.report(&pointer, format!("`{name}` is used nowhere: use it or take it out"));
            }
        }
    }
}

/// Which component uses which others; what is outside of the components uses as the empty name.
#[derive(Default)]
struct Uses(BTreeMap<String, BTreeSet<String>>);

impl Uses {
    fn insert(&mut self, here: &str, target: String) {
        let inside = here.starts_with("/components/");
        let owner = if inside { here.splitn(5, '/').take(4).collect::<Vec<_>>().join("/") } else { String::new() };
        self.0.entry(owner).or_default().insert(target);
    }

    /// The components that are used by what is outside, itself or through others.
    fn reached(&self) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![""];
        while let Some(owner) = open.pop() {
            let targets = self.0.get(owner).into_iter().flatten().map(String::as_str);
            open.extend(targets.filter(|target| reached.insert(*target)));
        }
        reached
    }
}

fn resolve(check: &mut Check<'_>, here: &str, target: &str, uses: &mut Uses) {
    // A reference to anything but a component is reported where it is read.
    let Some(pointer) = target.strip_prefix('#').filter(|pointer| pointer.starts_with("/components/")) else { return };
    if check.get(pointer).is_none() {
        return check.report(here, format!("`{target}` leads nowhere"));
    }
    uses.insert(here, pointer.to_owned());
    known_half(check, here, pointer);
}

/// The list of an open enum's known values is the enum's alone: any other reference to it would accept no new value.
fn known_half(check: &mut Check<'_>, here: &str, target: &str) {
    let Some(open) = target.strip_prefix("/components/schemas/Known") else { return };
    let own = format!("/components/schemas/{open}/anyOf/0/allOf/0/$ref");
    if here != own && check.get(&join(target, "enum")).is_some() {
        check.report(here, format!("`Known{open}` is only the list of known values: refer to `{open}`"));
    }
}

/// Security schemes are used by name, in the lists under `security`.
fn schemes(check: &mut Check<'_>, uses: &mut Uses) {
    let mut lists = vec!["/security".to_owned()];
    if let Some(paths) = check.object("/paths") {
        for (path, item) in paths {
            for method in item.as_object().into_iter().flat_map(|item| item.keys()) {
                lists.push(join(&join(&join("/paths", path), method), "security"));
            }
        }
    }
    for list in lists {
        for index in 0..check.list(&list).map_or(0, Vec::len) {
            let names = check.object(&join(&list, &index.to_string()));
            for name in names.into_iter().flat_map(|names| names.keys()) {
                let pointer = join("/components/securitySchemes", name);
                if check.get(&pointer).is_none() {
                    check.report(&join(&list, &index.to_string()), format!("there is no security scheme `{name}`"));
                }
                uses.insert(&list, pointer);
            }
        }
    }
}
