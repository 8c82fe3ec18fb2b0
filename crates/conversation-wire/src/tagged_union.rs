//! One of several object types, told apart by the string in one property.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::decode::from_text;
use crate::extra::Free;
use crate::fault::{Fault, Found};
use crate::mode;
use crate::path::Path;
use crate::value::from_properties;

/// Makes an enum of object types that one property of the object, the tag, tells apart.
///
/// ```
/// use conversation_wire::tagged_union;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
/// pub struct SendMessage {
///     #[serde(rename = "operationName")]
///     operation_name: String,
///     text: String,
/// }
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
/// pub struct OtherOperation {
///     #[serde(rename = "operationName")]
///     operation_name: String,
///     #[serde(flatten)]
///     extra: conversation_wire::Extra,
/// }
///
/// tagged_union! {
///     /// What a client asks of a chat.
///     pub enum ChatOperation by "operationName" {
///         /// Says something.
///         SendMessage(SendMessage) = "SendMessage";
///         /// An operation without a type here.
///         Other(OtherOperation)
///     }
/// }
///
/// let json = r#"{"operationName":"SendMessage","text":"Hello"}"#;
/// let operation: ChatOperation = serde_json::from_str(json)?;
/// assert!(matches!(&operation, ChatOperation::SendMessage(message) if message.text == "Hello"));
/// assert_eq!(serde_json::to_string(&operation)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Each member keeps the tag in a property of its own, so a union is written as its member is. The last member, after
/// the semicolon, is for every other tag. A known tag whose member does not decode is an error, never the last
/// member. So is a tag that is missing, is there twice, or is no string.
///
/// The tag may stand anywhere in the object, so the object is first read whole. An error in it still says the path
/// from the root of the document to the value that was wrong.
#[macro_export]
macro_rules! tagged_union {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident by $tag:literal {
            $( $(#[$variant_meta:meta])* $variant:ident($member:ty) = $text:literal ),+ $(,)? ;
            $(#[$other_meta:meta])* $other:ident($other_member:ty) $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        $vis enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = ::std::concat!("\n\nTold by `", $tag, "`: `", $text, "`.")]
                $variant($member),
            )+
            $(#[$other_meta])*
            #[doc = ::std::concat!("\n\nAny other `", $tag, "`.")]
            $other($other_member),
        }

        const _: () = $crate::__private::assert_distinct(&[$($text),+]);

        $(
            impl ::std::convert::From<$member> for $name {
                #[inline]
                fn from(member: $member) -> Self {
                    Self::$variant(member)
                }
            }
        )+

        impl ::std::convert::From<$other_member> for $name {
            #[inline]
            fn from(member: $other_member) -> Self {
                Self::$other(member)
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde::Serializer,
            {
                match self {
                    $( Self::$variant(member) => $crate::__private::serde::Serialize::serialize(member, serializer), )+
                    Self::$other(member) => $crate::__private::serde::Serialize::serialize(member, serializer),
                }
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde::Deserializer<'de>,
            {
                $crate::__private::deserialize_tagged(
                    deserializer,
                    $tag,
                    ::std::concat!(::std::stringify!($name), " (an object told apart by ", $tag, ")"),
                    |tag, object| match tag {
                        $( $text => object.member().map(Self::$variant), )+
                        _ => object.member().map(Self::$other),
                    },
                )
            }
        }
    };
}

/// Decodes an object that `choose` makes a union of by its tag.
pub fn deserialize_tagged<'de, D: Deserializer<'de>, U>(
    deserializer: D,
    tag: &'static str,
    expecting: &'static str,
    choose: fn(&str, TaggedObject) -> Result<U, MemberError>,
) -> Result<U, D::Error> {
    deserializer.deserialize_map(TaggedVisitor { tag, expecting, choose })
}

/// An object that was read whole because its tag may come last.
///
/// Its properties are kept in their order and with duplicates, so that the member judges them as it would have in
/// the document.
pub struct TaggedObject(Kept);

enum Kept {
    Values(Vec<(String, Value)>),
    /// The text of the object: while a document is read again, its numbers keep their text.
    Text(String),
}

impl TaggedObject {
    /// Decodes the object as one of the union's members.
    pub fn member<T: DeserializeOwned>(self) -> Result<T, MemberError> {
        match self.0 {
            Kept::Values(properties) => from_properties(properties).map_err(|failure| {
                let (path, fault) = failure.locate();
                MemberError { path, fault }
            }),
            Kept::Text(text) => from_text(&text).map_err(|(path, fault)| MemberError { path, fault }),
        }
    }
}

/// Why an object is not the member that its tag says, and where in the object.
pub struct MemberError {
    path: Path,
    fault: Fault,
}

impl fmt::Display for MemberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fault.located(&self.path))
    }
}

struct TaggedVisitor<U> {
    tag: &'static str,
    expecting: &'static str,
    choose: fn(&str, TaggedObject) -> Result<U, MemberError>,
}

impl<'de, U> Visitor<'de> for TaggedVisitor<U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<U, A::Error> {
        if mode::is_again() {
            return self.visit_texts(object);
        }
        let mut tag = None;
        let mut properties = Vec::new();
        while let Some((name, Free(value))) = object.next_entry::<String, Free>()? {
            if name == self.tag {
                if tag.is_some() {
                    return Err(A::Error::duplicate_field(self.tag));
                }
                match &value {
                    Value::String(text) => tag = Some(text.clone()),
                    other => return Err(A::Error::custom(not_a_string(self.tag, other))),
                }
            }
            properties.push((name, value));
        }
        let tag = tag.ok_or_else(|| A::Error::missing_field(self.tag))?;
        (self.choose)(&tag, TaggedObject(Kept::Values(properties))).map_err(A::Error::custom)
    }
}

impl<U> TaggedVisitor<U> {
    /// As `visit_map`, with the texts of the values.
    fn visit_texts<'de, A: MapAccess<'de>>(self, mut object: A) -> Result<U, A::Error> {
        let mut tag = None;
        let mut text = String::from("{");
        while let Some((name, value)) = object.next_entry::<String, Box<RawValue>>()? {
            if name == self.tag {
                if tag.is_some() {
                    return Err(A::Error::duplicate_field(self.tag));
                }
                match serde_json::from_str::<Value>(value.get()) {
                    Ok(Value::String(text)) => tag = Some(text),
                    Ok(other) => return Err(A::Error::custom(not_a_string(self.tag, &other))),
                    Err(error) => return Err(A::Error::custom(error)),
                }
            }
            if text.len() > 1 {
                text.push(',');
            }
            text.push_str(&Value::String(name).to_string());
            text.push(':');
            text.push_str(value.get());
        }
        text.push('}');
        let tag = tag.ok_or_else(|| A::Error::missing_field(self.tag))?;
        (self.choose)(&tag, TaggedObject(Kept::Text(text))).map_err(A::Error::custom)
    }
}

#[cold]
fn not_a_string(tag: &str, value: &Value) -> MemberError {
    let mut path = Path::default();
    path.push_key(tag);
    let found = match value {
        Value::Null => Found::Null,
        Value::Bool(_) => Found::Boolean,
        Value::Number(_) => Found::Number,
        Value::String(_) => Found::String,
        Value::Array(_) => Found::Array,
        Value::Object(_) => Found::Object,
    };
    MemberError { path, fault: Fault::WrongType { found, expected: "a string".to_owned() } }
}
