//! What a document says, as the generator and the exporter need it: schemas by kind, and operations.
//!
//! [`crate::dialect`] is the only reader that makes these values, so each of them has passed every rule of the dialect.

use serde_json::{Number, Value};

/// One specification document.
#[derive(Clone, Debug)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    pub description: String,
    /// Every component schema in the order of the document, without the `Known…` halves of open enums.
    pub schemas: Vec<Schema>,
    /// Every operation in the order of the document.
    pub operations: Vec<Operation>,
    /// Every example with the schema it must fit.
    pub examples: Vec<Example>,
}

impl Api {
    /// The schema called `name`.
    pub fn schema(&self, name: &str) -> Option<&Schema> {
        self.schemas.iter().find(|schema| schema.name == name)
    }
}

/// A component schema.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The key in `components.schemas`; also the name of the Rust type.
    pub name: String,
    /// JSON pointer of the schema in the document.
    pub pointer: String,
    /// What it is, in the document's words.
    pub description: String,
    /// An example of a scalar.
    pub example: Option<Value>,
    /// What kind of schema it is.
    pub kind: Kind,
}

/// The kinds of component schema that the dialect knows.
#[derive(Clone, Debug)]
pub enum Kind {
    /// An object with named properties that keeps what it does not know.
    Object(Vec<Property>),
    /// An object with free keys.
    Map(MapValues),
    /// An opaque string, `secret` when its format is `password`.
    StringId {
        /// Whether it may never be printed.
        secret: bool,
    },
    /// An opaque integer of 64 bits.
    IntegerId,
    /// A number with inclusive bounds.
    Bounded(Bounds),
    /// A string of which some values are known.
    OpenEnum(Vec<EnumValue>),
    /// Objects told apart by the value of one property.
    Union(Union),
}

/// The values of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapValues {
    /// Strings.
    Strings,
    /// Any JSON value.
    Any,
}

/// The range of a bounded number.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// Whether it is an integer (`i64`); else an `f64`.
    pub integer: bool,
    /// The least value.
    pub minimum: Option<Number>,
    /// The greatest value.
    pub maximum: Option<Number>,
    /// The value that an absent one stands for.
    pub default: Option<Number>,
}

/// One known value of an open enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// As it is on the wire.
    pub value: String,
    /// What it means.
    pub description: String,
}

/// A tagged union.
#[derive(Clone, Debug)]
pub struct Union {
    /// The property that tells the members apart.
    pub tag: String,
    /// The tag's values and the schema of each.
    pub members: Vec<(String, String)>,
    /// The schema of every other value of the tag.
    pub other: String,
}

impl Union {
    /// The Rust variant of the member `schema`; that of [`Self::other`] is `Other`.
    pub fn variant(schema: &str) -> &str {
        schema.strip_suffix("Params").filter(|name| !name.is_empty()).unwrap_or(schema)
    }
}

/// A property of an object.
#[derive(Clone, Debug)]
pub struct Property {
    /// The key on the wire.
    pub name: String,
    /// The property's own description, when it has one beside its schema's.
    pub description: Option<String>,
    /// Whether it must be there.
    pub required: bool,
    /// Whether null is a value of it.
    pub nullable: bool,
    /// What it holds.
    pub shape: Shape,
    /// An example of a scalar that is no component.
    pub example: Option<Value>,
    /// What readers take for it beyond the document.
    pub read: Read,
}

/// What readers take for a property beyond the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Read {
    /// Nothing but null for an optional property, which all of them take.
    #[default]
    AsWritten,
    /// Null where the document requires a value.
    Null,
    /// Nothing at all, or null, where the document requires a value.
    Absent,
}

/// What a property holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A component schema, by name.
    Ref(String),
    /// Any string.
    String,
    /// true or false.
    Boolean,
    /// An integer of 64 bits.
    Integer,
    /// A floating point number.
    Number,
    /// A list.
    Array(Box<Shape>),
    /// Any JSON value.
    Any,
}

impl Shape {
    /// The component schema it refers to, looking through lists.
    pub fn target(&self) -> Option<&str> {
        match self {
            Self::Ref(name) => Some(name),
            Self::Array(items) => items.target(),
            _ => None,
        }
    }
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    /// `GET`, `POST`, …
    pub method: String,
    /// The path with its parameters in braces.
    pub path: String,
    /// The schema of the request's body.
    pub request: Option<String>,
    /// The schema of the answer with status 200.
    pub answer: String,
}

/// An example value and the schema that it must fit.
#[derive(Clone, Debug)]
pub struct Example {
    /// Where the value stands in the document.
    pub pointer: String,
    /// A name for messages: the component's, the parameter's or the schema's.
    pub name: String,
    /// The component schema.
    pub schema: String,
    /// The value.
    pub value: Value,
}
