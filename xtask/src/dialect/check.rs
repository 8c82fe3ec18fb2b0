//! A walk over a document that collects what is wrong with it.

use serde_json::{Map, Value};

use crate::{
    place::Violation,
    yaml::{Yaml, join},
};

/// Reads parts of a document by JSON pointer and reports what is not as it should be.
pub(super) struct Check<'a> {
    yaml: &'a Yaml,
    /// Everything found so far.
    pub(super) found: Vec<Violation>,
}

impl<'a> Check<'a> {
    pub(super) fn new(yaml: &'a Yaml) -> Self {
        Self { yaml, found: Vec::new() }
    }

    /// Says that something is wrong at `pointer`.
    pub(super) fn report(&mut self, pointer: &str, message: impl Into<String>) {
        self.found.push(self.yaml.violation(pointer, message));
    }

    /// The value at `pointer`, when it exists.
    pub(super) fn get(&self, pointer: &str) -> Option<&'a Value> {
        self.yaml.value().pointer(pointer)
    }

    /// The object at `pointer`; a violation when something else is there, nothing when nothing is.
    pub(super) fn object(&mut self, pointer: &str) -> Option<&'a Map<String, Value>> {
        self.typed(pointer, "a mapping", Value::as_object)
    }

    /// The list at `pointer`, likewise.
    pub(super) fn list(&mut self, pointer: &str) -> Option<&'a Vec<Value>> {
        self.typed(pointer, "a list", Value::as_array)
    }

    /// The string at `pointer`, likewise.
    pub(super) fn string(&mut self, pointer: &str) -> Option<&'a str> {
        self.typed(pointer, "a string", Value::as_str)
    }

    /// The boolean at `pointer`, likewise.
    pub(super) fn boolean(&mut self, pointer: &str) -> Option<bool> {
        self.typed(pointer, "true or false", Value::as_bool)
    }

    fn typed<T>(&mut self, pointer: &str, what: &str, read: impl Fn(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.get(pointer)?;
        let typed = read(value);
        if typed.is_none() {
            self.report(pointer, format!("{what} is expected here"));
        }
        typed
    }

    /// The object at `pointer` with no key but the `allowed` ones and every `needed` one.
    pub(super) fn keys(&mut self, pointer: &str, allowed: &[&str], needed: &[&str]) {
        let Some(map) = self.object(pointer) else {
            if self.get(pointer).is_none() {
                let key = pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
                self.report(pointer, format!("`{key}` is missing"));
            }
            return;
        };
        for key in map.keys().filter(|key| !allowed.contains(&key.as_str())) {
            let expected = allowed.join("`, `");
            self.report(
                &join(pointer, key),
                format!("the key `{key}` is not part of the dialect here: one of `{expected}`"),
            );
        }
        for key in needed.iter().filter(|key| !map.contains_key(**key)) {
            self.report(pointer, format!("`{key}` is missing"));
        }
    }

    /// The text of a `description` (or another key) at `pointer`: there, and not empty.
    pub(super) fn text(&mut self, pointer: &str) -> String {
        let text = self.string(pointer).map(str::trim);
        if text == Some("") {
            self.report(pointer, "empty: say what it is");
        }
        text.unwrap_or_default().to_owned()
    }

    /// The name behind `{"$ref": "#/components/SECTION/NAME"}` at `pointer`, with nothing beside `$ref`.
    pub(super) fn reference(&mut self, pointer: &str, section: &str) -> Option<&'a str> {
        let map = self.object(pointer)?;
        let target = join(pointer, "$ref");
        let Some(text) = self.string(&target) else {
            if !self.is_reference(pointer) {
                self.report(pointer, format!("a `$ref` to components/{section} is expected here"));
            }
            return None;
        };
        if map.len() > 1 {
            self.report(pointer, "keys beside `$ref` are ignored by every tool: put the `$ref` into an `allOf`");
        }
        let name = text.strip_prefix("#/components/").and_then(|rest| rest.strip_prefix(section)?.strip_prefix('/'));
        let name = name.filter(|name| !name.contains('/'));
        if name.is_none() {
            self.report(
                &target,
                format!("`{text}` is not a component of `{section}`: write `#/components/{section}/NAME`"),
            );
        }
        name
    }

    /// Whether an object at `pointer` has a `$ref` key.
    pub(super) fn is_reference(&self, pointer: &str) -> bool {
        self.get(&join(pointer, "$ref")).is_some()
    }
}
