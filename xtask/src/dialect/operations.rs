//! Operations: an id, one tag, one type of request, one answer, one type of error.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::check::Check;
use crate::{api::Operation, yaml::join};

const METHODS: &[&str] = &["get", "put", "post", "delete", "patch"];

pub(super) fn read(check: &mut Check<'_>) -> Vec<Operation> {
    let Some(paths) = check.object("/paths") else { return Vec::new() };
    let mut operations = Vec::new();
    let mut ids = HashSet::new();
    let mut errors = ErrorSchema::default();
    for path in paths.keys() {
        let item = join("/paths", path);
        if !path.starts_with('/') {
            check.report(&item, "a path begins with `/`");
        }
        check.keys(&item, METHODS, &[]);
        let Some(methods) = check.object(&item) else { continue };
        for method in methods.keys().filter(|method| METHODS.contains(&method.as_str())) {
            let pointer = join(&item, method);
            let at = join(&pointer, "operationId");
            if let Some(id) = check.get(&at).and_then(Value::as_str)
                && !ids.insert(id)
            {
                check.report(&at, format!("the operationId `{id}` stands here a second time"));
            }
            operations.extend(operation(check, &pointer, method, path, &mut errors));
        }
    }
    operations
}

fn operation(
    check: &mut Check<'_>,
    pointer: &str,
    method: &str,
    path: &str,
    errors: &mut ErrorSchema,
) -> Option<Operation> {
    const KEYS: &[&str] =
        &["operationId", "tags", "summary", "description", "security", "parameters", "requestBody", "responses"];
    check.keys(pointer, KEYS, &["operationId", "tags", "summary", "description", "responses"]);
    let at = |key: &str| join(pointer, key);
    check.text(&at("summary"));
    check.text(&at("description"));
    match check.list(&at("tags")).map(Vec::len) {
        None => {}
        Some(1) => drop(check.text(&join(&at("tags"), "0"))),
        Some(_) => check.report(&at("tags"), "an operation has exactly one tag"),
    }
    let id = check.string(&at("operationId"));
    if let Some(id) = id.filter(|id| !is_function_name(id)) {
        check.report(&at("operationId"), format!("`{id}` is not written as a Rust function: lower case and `_`"));
    }
    parameters(check, pointer, path);
    let request = check.get(&at("requestBody")).is_some().then(|| request(check, &at("requestBody"))).flatten();
    let answer = responses(check, &at("responses"), errors);
    Some(Operation { id: id?.into(), method: method.to_uppercase(), path: path.into(), request, answer: answer? })
}

fn is_function_name(id: &str) -> bool {
    let plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    plain && syn::parse_str::<syn::Ident>(id).is_ok()
}

fn parameters(check: &mut Check<'_>, operation: &str, path: &str) {
    let list = join(operation, "parameters");
    let count = check.list(&list).map_or(0, Vec::len);
    let mut in_path = Vec::new();
    let mut seen = HashSet::new();
    for index in 0..count {
        let here = join(&list, &index.to_string());
        let Some(name) = check.reference(&here, "parameters") else { continue };
        let pointer = join("/components/parameters", name);
        if check.get(&pointer).is_none() {
            continue;
        }
        const KEYS: &[&str] = &["name", "in", "required", "description", "schema", "example"];
        check.keys(&pointer, KEYS, &["name", "in", "description", "schema", "example"]);
        check.text(&join(&pointer, "description"));
        check.reference(&join(&pointer, "schema"), "schemas");
        let required = check.boolean(&join(&pointer, "required")).unwrap_or(false);
        let name = check.text(&join(&pointer, "name"));
        // Not by its place as well: the two would be parameters of one Rust function.
        if !name.is_empty() && !seen.insert(name.clone()) {
            check.report(&here, format!("the parameter `{name}` stands here a second time"));
        }
        match check.string(&join(&pointer, "in")) {
            Some("path") => {
                in_path.push(name);
                if !required {
                    check.report(&pointer, "a parameter in the path is always required");
                }
            }
            Some("query") => {}
            _ => check
                .report(&join(&pointer, "in"), "parameters are in the path or the query; headers are security schemes"),
        }
    }
    let in_braces: Vec<&str> = path.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect();
    for name in in_braces.iter().filter(|name| !in_path.iter().any(|known| known == *name)) {
        check.report(operation, format!("the path's `{{{name}}}` is not among the parameters"));
    }
    for name in in_path.iter().filter(|name| !in_braces.contains(&name.as_str())) {
        check.report(operation, format!("the parameter `{name}` is not in the path"));
    }
}

fn request(check: &mut Check<'_>, pointer: &str) -> Option<String> {
    check.keys(pointer, &["required", "description", "content"], &["required", "description", "content"]);
    if check.boolean(&join(pointer, "required")) == Some(false) {
        check.report(&join(pointer, "required"), "a body that may be left out: the generated request always sends it");
    }
    content(check, pointer)
}

/// The schema of the one media type of a body, which has an example.
fn content(check: &mut Check<'_>, pointer: &str) -> Option<String> {
    let content = join(pointer, "content");
    check.get(&content)?;
    check.keys(&content, &["application/json"], &["application/json"]);
    let json = join(&content, "application/json");
    check.get(&json)?;
    check.keys(&json, &["schema", "examples"], &["schema", "examples"]);
    let examples = join(&json, "examples");
    if check.object(&examples).is_some_and(Map::is_empty) {
        check.report(&examples, "at least one example is expected here");
    }
    check.reference(&join(&json, "schema"), "schemas").map(str::to_owned)
}

/// The schema that every error answer of the document must have.
#[derive(Default)]
struct ErrorSchema {
    first: Option<String>,
    checked: HashMap<String, Option<String>>,
}

fn responses(check: &mut Check<'_>, pointer: &str, errors: &mut ErrorSchema) -> Option<String> {
    let mut answer = None;
    for (status, response) in check.object(pointer)? {
        let here = join(pointer, status);
        if status == "200" {
            check.keys(&here, &["description", "content"], &["description", "content"]);
            answer = content(check, &here);
        } else if status.len() == 3 && status.starts_with(['4', '5']) {
            let Some(name) = check.reference(&here, "responses") else { continue };
            let shared = join("/components/responses", name);
            if !errors.checked.contains_key(name) {
                if check.get(&shared).is_some() {
                    check.keys(&shared, &["description", "content"], &["description", "content"]);
                }
                let schema = check.get(&shared).is_some().then(|| content(check, &shared)).flatten();
                errors.checked.insert(name.to_owned(), schema);
            }
            let Some(schema) = errors.checked.get(name).cloned().flatten() else { continue };
            let first = errors.first.get_or_insert_with(|| schema.clone()).clone();
            if schema != first {
                check.report(&here, format!("a second type of error, `{schema}` beside `{first}`: a document has one"));
            }
        } else {
            check.report(&here, "the statuses of the dialect are 200, and 4xx and 5xx for errors");
        }
        let _: &Value = response;
    }
    if answer.is_none() && check.get(&join(pointer, "200")).is_none() {
        check.report(pointer, "an answer with status 200 is expected here");
    }
    answer
}
