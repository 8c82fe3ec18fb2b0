//! JSON Schemas of the wire types, as the API document has them, for `schemars`.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::extra::Extra;
use crate::field::Field;
use crate::number::Number;
use crate::timestamp::Timestamp;

/// Implements `schemars::JsonSchema` for a type by its schema in a bundle: the document's own words, nothing derived.
///
/// The bundle is the text of a JSON Schema (2020-12) with the schemas by name in `$defs`. A reference to a name in
/// the list becomes a reference to that type's schema; one to any other name is replaced by what it stands for.
///
/// ```
/// use conversation_wire::{json_schema, string_id};
///
/// const BUNDLE: &str = r##"{"$defs": {
///     "MessageId": {"type": "string", "description": "The id of a message."},
///     "Sender": {"type": "string", "enum": ["user", "agent"]},
///     "Message": {
///         "type": "object",
///         "required": ["id"],
///         "properties": {"id": {"$ref": "#/$defs/MessageId"}, "sent_by": {"$ref": "#/$defs/Sender"}}
///     }
/// }}"##;
///
/// string_id! {
///     /// The id of a message.
///     pub struct MessageId;
/// }
///
/// /// A message.
/// pub struct Message {
///     pub id: MessageId,
///     pub sent_by: String,
/// }
///
/// json_schema! { MessageId, "MessageId", BUNDLE, {} }
/// json_schema! { Message, "Message", BUNDLE, { "MessageId" => MessageId } }
///
/// let schema = schemars::schema_for!(Message);
/// assert_eq!(schema.pointer("/properties/id/$ref"), Some(&"#/$defs/MessageId".into()));
/// assert_eq!(schema.pointer("/properties/sent_by/enum/0"), Some(&"user".into()));
/// assert_eq!(schema.pointer("/$defs/MessageId/type"), Some(&"string".into()));
/// ```
///
/// A name that the bundle does not have gives a schema that nothing matches, and that says so.
#[macro_export]
macro_rules! json_schema {
    ($type:ty, $name:literal, $bundle:expr, { $( $def:literal => $def_type:ty ),* $(,)? }) => {
        impl $crate::__private::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed($name)
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(::std::concat!(::std::module_path!(), "::", $name))
            }

            fn json_schema(
                generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schema_from_bundle($bundle, $name, &mut |name| match name {
                    $( $def => ::std::option::Option::Some(generator.subschema_for::<$def_type>()), )*
                    _ => ::std::option::Option::None,
                })
            }
        }
    };
}

/// The schema `name` of the bundle, with references to types that `subschema` knows, and without any others.
pub fn schema_from_bundle(
    bundle: &'static str,
    name: &str,
    subschema: &mut dyn FnMut(&str) -> Option<Schema>,
) -> Schema {
    let definitions = definitions(bundle);
    let Some(definition) = definitions.get(name) else {
        return absent(name);
    };
    let mut schema = definition.clone();
    Inliner { definitions, subschema, within: vec![name.to_owned()] }.resolve(&mut schema);
    Schema::try_from(schema).unwrap_or_else(|_| absent(name))
}

/// Puts in the place of every reference what it stands for.
struct Inliner<'a> {
    definitions: &'static Map<String, Value>,
    subschema: &'a mut dyn FnMut(&str) -> Option<Schema>,
    /// The definitions that are being inlined, outermost first.
    within: Vec<String>,
}

impl Inliner<'_> {
    fn resolve(&mut self, schema: &mut Value) {
        match schema {
            Value::Array(schemas) => schemas.iter_mut().for_each(|schema| self.resolve(schema)),
            Value::Object(keywords) => {
                for (keyword, value) in keywords.iter_mut() {
                    match (keyword.as_str(), value) {
                        // Data, even if it looks like a schema.
                        ("enum" | "const" | "default" | "examples", _) => {}
                        // Names are not keywords here.
                        ("properties" | "patternProperties" | "$defs" | "dependentSchemas", Value::Object(by_name)) => {
                            by_name.values_mut().for_each(|schema| self.resolve(schema));
                        }
                        (_, value) => self.resolve(value),
                    }
                }
                let Some(name) = keywords.get("$ref").and_then(local_name).map(str::to_owned) else { return };
                keywords.remove("$ref");
                let target = self.target(&name);
                put(keywords, target);
            }
            _ => {}
        }
    }

    fn target(&mut self, name: &str) -> Value {
        if let Some(schema) = (self.subschema)(name) {
            return schema.to_value();
        }
        // A definition that contains itself and is no type has no finite form: there, anything goes.
        if self.within.iter().any(|outer| outer == name) {
            return Value::Bool(true);
        }
        let Some(definition) = self.definitions.get(name) else {
            return absent(name).to_value();
        };
        let mut schema = definition.clone();
        self.within.push(name.to_owned());
        self.resolve(&mut schema);
        self.within.pop();
        schema
    }
}

/// Joins `target` to the keywords that stood beside the reference to it.
fn put(keywords: &mut Map<String, Value>, target: Value) {
    match target {
        Value::Bool(true) => {}
        // Only words of description may share an object with another schema's keywords without a change of meaning.
        Value::Object(target)
            if keywords.keys().all(|keyword| is_annotation(keyword) && !target.contains_key(keyword)) =>
        {
            keywords.extend(target);
        }
        target => match keywords.get_mut("allOf") {
            Some(Value::Array(all)) => all.push(target),
            _ => drop(keywords.insert("allOf".to_owned(), Value::Array(vec![target]))),
        },
    }
}

fn is_annotation(keyword: &str) -> bool {
    matches!(keyword, "title" | "description" | "examples" | "deprecated" | "readOnly" | "writeOnly" | "$comment")
}

fn local_name(reference: &Value) -> Option<&str> {
    reference.as_str()?.strip_prefix("#/$defs/")
}

/// The definitions of a bundle, parsed once in the life of the process.
fn definitions(bundle: &'static str) -> &'static Map<String, Value> {
    type Parsed = (&'static str, &'static Map<String, Value>);
    static PARSED: Mutex<Vec<Parsed>> = Mutex::new(Vec::new());

    let mut parsed = PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, definitions)) = parsed.iter().find(|(text, _)| *text == bundle) {
        return definitions;
    }
    let definitions = match serde_json::from_str::<Value>(bundle).ok().as_mut().and_then(|all| all.get_mut("$defs")) {
        Some(Value::Object(definitions)) => std::mem::take(definitions),
        _ => Map::new(),
    };
    // As long-lived as the bundle, of which a process has a few.
    let definitions: &'static Map<String, Value> = Box::leak(Box::new(definitions));
    parsed.push((bundle, definitions));
    definitions
}

fn absent(name: &str) -> Schema {
    let mut schema = Schema::default();
    schema.insert("not".to_owned(), json!({}));
    schema.insert("description".to_owned(), format!("The bundle has no definition of {name}.").into());
    schema
}

impl JsonSchema for Timestamp {
    fn schema_name() -> Cow<'static, str> {
        "Timestamp".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "conversation_wire::Timestamp".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "type": "integer",
            "format": "int64",
            "description": "Milliseconds since the Unix epoch.",
        })
    }
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "conversation_wire::Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "number", "format": "double" })
    }
}

/// The schema of `T`, or null; that the property may be absent is for the object to say.
impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        Option::<T>::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

/// Any object.
impl JsonSchema for Extra {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Extra".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "conversation_wire::Extra".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "object", "additionalProperties": true })
    }
}
