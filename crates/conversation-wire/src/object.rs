//! Objects: how their properties are read, written, moved and found by name.

use serde::de::{DeserializeOwned, Error as _, MapAccess};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{DecodeError, Extra, Field, List, WireType};

/// Implements reading and writing for a struct that stands for an object of an API, and access to its properties by name.
///
/// ```
/// use conversation_wire::{Extra, Field, object};
///
/// #[derive(Clone, Debug, PartialEq)]
/// pub struct Message {
///     pub id: String,
///     pub parent_id: Field<String>,
///     pub tone: Option<String>,
///     pub extra: Extra,
/// }
///
/// object! {
///     Message as MessageParts {
///         id: String = "id" required,
///         parent_id: Field<String> = "parent_id" optional_nullable,
///         tone: Option<String> = "tone" optional,
///     }
/// }
///
/// let json = r#"{"id":"msg_1","parent_id":null,"tone":null,"mood":7}"#;
/// let mut message: Message = serde_json::from_str(json)?;
/// assert_eq!((&message.parent_id, &message.tone), (&Field::Null, &None));
/// assert_eq!(serde_json::to_string(&message)?, json);
///
/// // By the name on the wire, whether or not the type has a field of it:
/// assert_eq!(message.property("mood"), Some(7.into()));
/// assert_eq!(message.property("id"), Some("msg_1".into()));
///
/// // Everything but what is named, for code that copies the fields that it knows:
/// let rest = message.take_rest(&["id"]);
/// let mut parts = MessageParts::default();
/// parts.id = Some(message.id);
/// assert_eq!(serde_json::to_string(&Message::from_parts(parts, rest)?)?, json);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The struct has a field `extra: Extra` besides the listed ones. The kinds of properties are:
///
/// | kind | type of the field | absent | null |
/// |---|---|---|---|
/// | `required` | `T` | an error | an error |
/// | `nullable` | `Option<T>` | an error | `None` |
/// | `optional` | `Option<T>` | `None` | `None`, and null is written back |
/// | `optional_nullable` | [`Field<T>`](crate::Field) | `Absent` | `Null` |
/// | `list` | [`List<T>`](crate::List) | an error | an error |
/// | `optional_list` | `Option<List<T>>` | `None` | `None`, and null is written back |
///
/// The second name is the one of a struct that the macro makes: the fields, each as an `Option`, for
/// `from_parts`.
#[macro_export]
macro_rules! object {
    ($name:ident as $parts:ident { $( $field:ident: $type:ty = $wire:literal $kind:ident ),* $(,)? }) => {
        #[doc = ::std::concat!("The fields of [`", ::std::stringify!($name), "`], each set or not: the argument of [`", ::std::stringify!($name), "::from_parts`].")]
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct $parts {
            $(
                #[doc = ::std::concat!("The property `", $wire, "`.")]
                pub $field: ::std::option::Option<$type>,
            )*
        }

        impl $name {
            /// The names on the wire of the properties that the type knows.
            pub const PROPERTIES: &'static [&'static str] = &[$($wire),*];

            /// The property with this name on the wire, whether the type has a field for it or not. `None` if it is absent.
            ///
            /// The result does not change when a later version of the type gets a field for the property.
            #[allow(unused_variables)]
            pub fn property(&self, name: &str) -> ::std::option::Option<$crate::__private::Value> {
                match name {
                    $( $wire => $crate::object::$kind::property(&self.$field, $wire, &self.extra), )*
                    _ => self.extra.get(name).cloned(),
                }
            }

            /// Takes out all properties except `named`, names on the wire: those without a field, and those with a field that
            /// the caller does not know. Of required fields it is a copy.
            ///
            /// Code that copies fields one by one names those, and carries the rest: then it loses nothing when a later
            /// version of the type has more fields. The inverse is [`from_parts`](Self::from_parts).
            #[allow(unused_variables)]
            #[inline]
            pub fn take_rest(&mut self, named: &[&str]) -> $crate::Extra {
                let mut rest = ::std::mem::take(&mut self.extra);
                $(
                    if !named.contains(&$wire) {
                        $crate::object::$kind::take(&mut self.$field, $wire, &mut rest);
                    }
                )*
                rest
            }

            /// A copy of what [`take_rest`](Self::take_rest) takes out. Nothing is allocated if there is nothing.
            #[allow(unused_variables)]
            #[inline]
            pub fn rest(&self, named: &[&str]) -> $crate::Extra {
                let mut rest = self.extra.clone();
                $(
                    if !named.contains(&$wire) {
                        $crate::object::$kind::copy(&self.$field, $wire, &mut rest);
                    }
                )*
                rest
            }

            /// Puts in what [`take_rest`](Self::take_rest) took out, of this value or an equal one.
            ///
            /// # Errors
            ///
            /// If a value of the rest is invalid for its field.
            pub fn put_rest(&mut self, mut rest: $crate::Extra) -> ::std::result::Result<(), $crate::DecodeError> {
                if !rest.is_empty() {
                    $( $crate::object::$kind::put(&mut self.$field, $wire, &mut rest, ::std::stringify!($name))?; )*
                    self.extra.append(rest);
                }
                ::std::result::Result::Ok(())
            }

            /// A value of fields that are set and of the rest that [`take_rest`](Self::take_rest) gave.
            ///
            /// A field that is not set is taken out of the rest. One that is in neither is absent.
            ///
            /// # Errors
            ///
            /// If a required field is in neither, or a value of the rest is invalid for its field.
            #[inline]
            pub fn from_parts(
                parts: $parts,
                mut rest: $crate::Extra,
            ) -> ::std::result::Result<Self, $crate::DecodeError> {
                ::std::result::Result::Ok(Self {
                    $( $field: $crate::object::$kind::assemble(parts.$field, $wire, &mut rest, ::std::stringify!($name))?, )*
                    extra: rest,
                })
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde::Serializer,
            {
                let mut object = $crate::__private::serde::Serializer::serialize_map(serializer, ::std::option::Option::None)?;
                $( $crate::object::$kind::write(&self.$field, $wire, &self.extra, &mut object)?; )*
                $crate::object::write_extra(&self.extra, Self::PROPERTIES, &mut object)?;
                $crate::__private::serde::ser::SerializeMap::end(object)
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde::Deserializer<'de>,
            {
                #[allow(non_camel_case_types, clippy::enum_variant_names)]
                enum Key {
                    $( $field, )*
                    Unknown(::std::string::String),
                }

                impl<'de> $crate::__private::serde::Deserialize<'de> for Key {
                    #[inline]
                    fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
                    where
                        D: $crate::__private::serde::Deserializer<'de>,
                    {
                        struct KeyVisitor;

                        impl $crate::__private::serde::de::Visitor<'_> for KeyVisitor {
                            type Value = Key;

                            fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                                f.write_str("the name of a property")
                            }

                            #[inline]
                            fn visit_str<E>(self, name: &str) -> ::std::result::Result<Key, E> {
                                ::std::result::Result::Ok(match name {
                                    $( $wire => Key::$field, )*
                                    other => Key::Unknown(::std::borrow::ToOwned::to_owned(other)),
                                })
                            }
                        }

                        $crate::__private::serde::Deserializer::deserialize_identifier(deserializer, KeyVisitor)
                    }
                }

                struct ObjectVisitor;

                impl<'de> $crate::__private::serde::de::Visitor<'de> for ObjectVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("an object")
                    }

                    #[inline]
                    fn visit_map<A>(self, mut object: A) -> ::std::result::Result<$name, A::Error>
                    where
                        A: $crate::__private::serde::de::MapAccess<'de>,
                    {
                        $( let mut $field: ::std::option::Option<$type> = ::std::option::Option::None; )*
                        let mut extra = $crate::Extra::new();
                        while let ::std::option::Option::Some(key) =
                            $crate::__private::serde::de::MapAccess::next_key::<Key>(&mut object)?
                        {
                            match key {
                                $(
                                    Key::$field => $crate::object::$kind::read(&mut $field, $wire, &mut extra, &mut object)?,
                                )*
                                Key::Unknown(name) => $crate::object::read_extra(&mut extra, name, &mut object)?,
                            }
                        }
                        ::std::result::Result::Ok($name {
                            $( $field: $crate::object::$kind::finish($field, $wire)?, )*
                            extra,
                        })
                    }
                }

                $crate::__private::serde::Deserializer::deserialize_map(deserializer, ObjectVisitor)
            }
        }
    };
}

/// Writes the properties without a field.
#[inline]
pub fn write_extra<M: SerializeMap>(extra: &Extra, known: &[&str], object: &mut M) -> Result<(), M::Error> {
    if extra.is_empty() { Ok(()) } else { extra.write(known, object) }
}

/// Reads a property without a field.
#[inline]
pub fn read_extra<'de, A: MapAccess<'de>>(extra: &mut Extra, name: String, object: &mut A) -> Result<(), A::Error> {
    extra.read(name, object)
}

fn to_value<T: Serialize>(value: &T) -> Value {
    // Nothing that an API type contains fails to serialize.
    serde_json::to_value(value).unwrap_or_else(|_| {
        always_assert::never!("a value of an API type serializes");
        Value::Null
    })
}

/// Sets a field that was read. A second value is an error, as serde's own `derive` makes it.
#[inline]
fn set<T, E: serde::de::Error>(field: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    if field.is_some() {
        return Err(E::duplicate_field(name));
    }
    *field = Some(value);
    Ok(())
}

/// Takes the property out of the rest.
#[inline]
fn take_from<T: DeserializeOwned>(
    rest: &mut Extra,
    name: &'static str,
    of: &'static str,
) -> Result<Option<T>, DecodeError> {
    // As a rule there is nothing.
    if rest.is_empty() {
        return Ok(None);
    }
    match rest.take(name) {
        None => Ok(None),
        Some(Ok(value)) => Ok(Some(value)),
        Some(Err(error)) => Err(DecodeError::in_property(of, name, &error)),
    }
}

/// Must be there, and is not null.
pub mod required {
    use super::*;

    /// Reads it.
    #[inline]
    pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
        field: &mut Option<T>,
        name: &'static str,
        _: &mut Extra,
        object: &mut A,
    ) -> Result<(), A::Error> {
        if field.is_some() {
            return Err(A::Error::duplicate_field(name));
        }
        *field = Some(object.next_value()?);
        Ok(())
    }

    /// The field, after the whole object was read.
    #[inline]
    pub fn finish<T, E: serde::de::Error>(field: Option<T>, name: &'static str) -> Result<T, E> {
        field.ok_or_else(|| E::missing_field(name))
    }

    /// Writes it.
    #[inline]
    pub fn write<T: Serialize, M: SerializeMap>(
        field: &T,
        name: &str,
        _: &Extra,
        object: &mut M,
    ) -> Result<(), M::Error> {
        object.serialize_entry(name, field)
    }

    /// Its value as JSON.
    pub fn property<T: Serialize>(field: &T, _: &str, _: &Extra) -> Option<Value> {
        Some(to_value(field))
    }

    /// Copies it into the rest.
    pub fn take<T: Serialize>(field: &mut T, name: &'static str, rest: &mut Extra) {
        copy(field, name, rest);
    }

    /// Copies it into the rest.
    pub fn copy<T: Serialize>(field: &T, name: &'static str, rest: &mut Extra) {
        rest.insert_value(name, field);
    }

    /// Takes it out of the rest.
    pub fn put<T: DeserializeOwned>(
        field: &mut T,
        name: &'static str,
        rest: &mut Extra,
        of: &'static str,
    ) -> Result<(), DecodeError> {
        if let Some(value) = take_from(rest, name, of)? {
            *field = value;
        }
        Ok(())
    }

    /// The field of the parts, else of the rest.
    #[inline]
    pub fn assemble<T: DeserializeOwned>(
        field: Option<T>,
        name: &'static str,
        rest: &mut Extra,
        of: &'static str,
    ) -> Result<T, DecodeError> {
        match field {
            Some(field) => Ok(field),
            None => take_from(rest, name, of)?.ok_or_else(|| DecodeError::missing(of, name)),
        }
    }
}

/// Must be there, and may be null.
pub mod nullable {
    pub use super::required::{assemble, copy, finish, property, put, read, take, write};
}

/// May be absent. Null is read as absent, and written back.
pub mod optional {
    use super::*;

    /// Reads it.
    #[inline]
    pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
        field: &mut Option<Option<T>>,
        name: &'static str,
        extra: &mut Extra,
        object: &mut A,
    ) -> Result<(), A::Error> {
        let value: Option<T> = object.next_value()?;
        if value.is_none() {
            extra.note_null(name);
        }
        set(field, name, value)
    }

    /// The field, after the whole object was read.
    #[inline]
    pub fn finish<T, E>(field: Option<Option<T>>, _: &'static str) -> Result<Option<T>, E> {
        Ok(field.flatten())
    }

    /// Writes it.
    #[inline]
    pub fn write<T: Serialize, M: SerializeMap>(
        field: &Option<T>,
        name: &str,
        extra: &Extra,
        object: &mut M,
    ) -> Result<(), M::Error> {
        match field {
            Some(value) => object.serialize_entry(name, value),
            None if extra.was_null(name) => object.serialize_entry(name, &()),
            None => Ok(()),
        }
    }

    /// Its value as JSON.
    pub fn property<T: Serialize>(field: &Option<T>, name: &str, extra: &Extra) -> Option<Value> {
        match field {
            Some(value) => Some(to_value(value)),
            None => extra.was_null(name).then_some(Value::Null),
        }
    }

    /// Moves it into the rest.
    pub fn take<T: Serialize>(field: &mut Option<T>, name: &'static str, rest: &mut Extra) {
        copy(field, name, rest);
        *field = None;
    }

    /// Copies it into the rest.
    pub fn copy<T: Serialize>(field: &Option<T>, name: &'static str, rest: &mut Extra) {
        if let Some(value) = field {
            rest.insert_value(name, value);
        } else if rest.was_null(name) {
            rest.forget_null(name);
            rest.insert(name, Value::Null);
        }
    }

    /// Takes it out of the rest.
    pub fn put<T: DeserializeOwned>(
        field: &mut Option<T>,
        name: &'static str,
        rest: &mut Extra,
        of: &'static str,
    ) -> Result<(), DecodeError> {
        match take_from::<Option<T>>(rest, name, of)? {
            Some(Some(value)) => *field = Some(value),
            Some(None) => rest.note_null(name),
            None => {}
        }
        Ok(())
    }

    /// The field of the parts, else of the rest.
    #[inline]
    pub fn assemble<T: DeserializeOwned>(
        field: Option<Option<T>>,
        name: &'static str,
        rest: &mut Extra,
        of: &'static str,
    ) -> Result<Option<T>, DecodeError> {
        if let Some(Some(value)) = field {
            return Ok(Some(value));
        }
        let value = take_from::<Option<T>>(rest, name, of)?;
        if let Some(None) = value {
            rest.note_null(name);
        }
        Ok(value.flatten())
    }
}

/// May be absent, and may be null.
pub mod optional_nullable {
    use super::*;

    pub use super::required::{put, read};

    /// The field, after the whole object was read.
    #[inline]
    pub fn finish<T, E>(field: Option<Field<T>>, _: &'static str) -> Result<Field<T>, E> {
        Ok(field.unwrap_or_default())
    }

    /// Writes it.
    #[inline]
    pub fn write<T: Serialize, M: SerializeMap>(
        field: &Field<T>,
        name: &str,
        _: &Extra,
        object: &mut M,
    ) -> Result<(), M::Error> {
        if field.is_absent() { Ok(()) } else { object.serialize_entry(name, field) }
    }

    /// Its value as JSON.
    pub fn property<T: Serialize>(field: &Field<T>, _: &str, _: &Extra) -> Option<Value> {
        (!field.is_absent()).then(|| to_value(field))
    }

    /// Moves it into the rest.
    pub fn take<T: Serialize>(field: &mut Field<T>, name: &'static str, rest: &mut Extra) {
        copy(field, name, rest);
        *field = Field::Absent;
    }

    /// Copies it into the rest.
    pub fn copy<T: Serialize>(field: &Field<T>, name: &'static str, rest: &mut Extra) {
        if !field.is_absent() {
            rest.insert_value(name, field);
        }
    }

    /// The field of the parts, else of the rest.
    #[inline]
    pub fn assemble<T: DeserializeOwned>(
        field: Option<Field<T>>,
        name: &'static str,
        rest: &mut Extra,
        of: &'static str,
    ) -> Result<Field<T>, DecodeError> {
        match field {
            Some(field) => Ok(field),
            None => Ok(take_from(rest, name, of)?.unwrap_or_default()),
        }
    }
}

/// A list that must be there.
pub mod list {
    use super::*;

    pub use super::required::{assemble, copy, finish, property, put, take, write};

    /// Reads it.
    #[inline]
    pub fn read<'de, T: WireType, A: MapAccess<'de>>(
        field: &mut Option<List<T>>,
        name: &'static str,
        extra: &mut Extra,
        object: &mut A,
    ) -> Result<(), A::Error> {
        super::required::read(field, name, extra, object)?;
        if let Some(list) = field {
            list.within(name);
        }
        Ok(())
    }
}

/// A list that may be absent. Null is read as absent, and written back.
pub mod optional_list {
    use super::*;

    pub use super::optional::{assemble, copy, finish, property, put, take, write};

    /// Reads it.
    #[inline]
    pub fn read<'de, T: WireType, A: MapAccess<'de>>(
        field: &mut Option<Option<List<T>>>,
        name: &'static str,
        extra: &mut Extra,
        object: &mut A,
    ) -> Result<(), A::Error> {
        super::optional::read(field, name, extra, object)?;
        if let Some(Some(list)) = field {
            list.within(name);
        }
        Ok(())
    }
}
