//! A value beside its schema: every place in it, with what the schema allows there.

use serde_json::{Map, Value};

/// A part of a value and the schema that it is of.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// JSON pointer of the part in the whole value.
    pub pointer: String,
    /// The same as an error's path has it: `data[3].content`.
    pub path: String,
    /// The name of the component schema, when the part is of one.
    pub name: Option<&'a str>,
    /// The schema, references followed.
    pub schema: &'a Map<String, Value>,
    /// Whether null is allowed.
    pub nullable: bool,
    /// Whether null is there.
    pub null: bool,
}

impl Place<'_> {
    /// Whether the schema has this keyword.
    pub fn has(&self, keyword: &str) -> bool {
        self.schema.contains_key(keyword)
    }

    /// Whether the part is an object with properties that takes unknown fields.
    pub fn is_object(&self) -> bool {
        self.has("properties") && !self.is_union() && !self.null
    }

    /// Whether the part is of a tagged union.
    pub fn is_union(&self) -> bool {
        self.has("allOf")
    }

    /// Whether the part is of an open enum.
    pub fn is_enum(&self) -> bool {
        known_values(self.schema).is_some()
    }

    /// The required properties.
    pub fn required(&self) -> Vec<&str> {
        let list = self.schema.get("required").and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

/// The values that an open enum lists.
pub fn known_values(schema: &Map<String, Value>) -> Option<&Vec<Value>> {
    schema.get("anyOf")?.get(0)?.get("enum")?.as_array()
}

/// Every place of `value`, which is of the component schema `name`, the whole first.
pub fn places<'a>(defs: &'a Value, name: &'a str, value: &Value) -> Vec<Place<'a>> {
    let mut found = Vec::new();
    let root = Place {
        pointer: String::new(),
        path: String::new(),
        name: Some(name),
        schema: definition(defs, name),
        nullable: false,
        null: false,
    };
    let mut open = vec![root];
    while let Some(mut place) = open.pop() {
        let part = value.pointer(&place.pointer).expect("a place of the value");
        if place.is_union() {
            let member = member(place.schema, part);
            place = Place { name: Some(member), schema: definition(defs, member), ..place };
        }
        for (key, child) in part.as_object().into_iter().flatten() {
            if let Some(schema) = child_schema(place.schema, key) {
                let path = if place.path.is_empty() { key.clone() } else { format!("{}.{key}", place.path) };
                let pointer = format!("{}/{}", place.pointer, key.replace('~', "~0").replace('/', "~1"));
                open.extend(step(defs, schema, pointer, path, child));
            }
        }
        if let (Some(items), Some(list)) = (place.schema.get("items"), part.as_array()) {
            for (index, child) in list.iter().enumerate() {
                let pointer = format!("{}/{index}", place.pointer);
                open.extend(step(defs, items, pointer, format!("{}[{index}]", place.path), child));
            }
        }
        found.push(place);
    }
    found
}

/// The schema called `name`.
pub fn definition<'a>(defs: &'a Value, name: &str) -> &'a Map<String, Value> {
    defs.get(name).and_then(Value::as_object).unwrap_or_else(|| panic!("no schema `{name}`"))
}

fn child_schema<'a>(schema: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    let property = schema.get("properties").and_then(|properties| properties.get(key));
    property.or_else(|| schema.get("additionalProperties").filter(|values| values.is_object()))
}

fn step<'a>(defs: &'a Value, schema: &'a Value, pointer: String, path: String, value: &Value) -> Option<Place<'a>> {
    let mut nullable = false;
    let mut schema = schema;
    let one_of_two = schema.get("anyOf").and_then(Value::as_array).filter(|all| all.len() == 2);
    if let Some([first, second]) = one_of_two.map(Vec::as_slice)
        && second.get("type").is_some_and(|kind| kind == "null")
    {
        nullable = true;
        schema = first;
    }
    let mut name = None;
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        name = reference.strip_prefix("#/$defs/");
        schema = defs.get(name?)?;
    }
    let schema = schema.as_object()?;
    nullable |= schema.get("type").is_some_and(Value::is_array);
    let place = Place { pointer, path, name, schema, nullable, null: value.is_null() };
    // Of a null there is nothing to see below, and any JSON value has no schema.
    let anything = !place.has("type") && !place.has("anyOf");
    (!value.is_null() && !anything || value.is_null() && nullable).then_some(place)
}

fn member<'a>(union: &'a Map<String, Value>, value: &Value) -> &'a str {
    let rules = union["allOf"].as_array().expect("the rules of a union");
    let tag = union["required"][0].as_str().expect("the tag of a union");
    let name = |rule: &'a Value| rule["then"]["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/"));
    let matching = rules.iter().find(|rule| rule["if"]["properties"][tag]["const"] == value[tag]);
    matching.or(rules.last()).and_then(name).expect("a member of the union")
}
