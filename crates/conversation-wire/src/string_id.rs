//! Ids that are strings: one type for each, so that one is never passed for another.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Makes a type of its own for an id that is a string on the wire.
///
/// ```
/// conversation_wire::string_id! {
///     /// The id of an interaction.
///     pub struct InteractionId;
/// }
///
/// let id = InteractionId::new("int_1");
/// assert_eq!(id, "int_1");
/// assert_eq!(format!("{id} {id:?}"), r#"int_1 InteractionId("int_1")"#);
/// assert_eq!(serde_json::to_string(&id)?, r#""int_1""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The id is any string: it is the server's, and nothing is required of it. It takes 16 bytes and, decoded, one
/// allocation.
#[macro_export]
macro_rules! string_id {
    ($(#[$meta:meta])* $vis:vis struct $name:ident;) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis struct $name(::std::boxed::Box<str>);

        impl $name {
            /// The id written `id`.
            #[inline]
            pub fn new(id: impl ::std::convert::Into<::std::string::String>) -> Self {
                Self(id.into().into_boxed_str())
            }

            /// The id as it is written.
            #[inline]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id as it is written.
            #[inline]
            pub fn into_string(self) -> ::std::string::String {
                self.0.into_string()
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self.as_str(), f)
            }
        }

        impl ::std::convert::From<&str> for $name {
            #[inline]
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl ::std::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(id: &::std::string::String) -> Self {
                Self(id.as_str().into())
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(id: ::std::string::String) -> Self {
                Self(id.into_boxed_str())
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            #[inline]
            fn from(id: $name) -> Self {
                id.into_string()
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(id: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(Self(id.into()))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::borrow::Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl ::std::cmp::PartialEq<::std::string::String> for $name {
            #[inline]
            fn eq(&self, other: &::std::string::String) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            #[inline]
            fn serialize<S>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde::Serializer,
            {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde::Deserializer<'de>,
            {
                $crate::__private::deserialize_text(
                    deserializer,
                    ::std::concat!(::std::stringify!($name), " (a string)"),
                )
                .map(Self)
            }
        }
    };
}

/// Decodes a string with the one allocation it is kept in.
#[inline]
pub fn deserialize_text<'de, D: Deserializer<'de>>(
    deserializer: D,
    expecting: &'static str,
) -> Result<Box<str>, D::Error> {
    deserializer.deserialize_str(TextVisitor { expecting })
}

struct TextVisitor {
    expecting: &'static str,
}

impl Visitor<'_> for TextVisitor {
    type Value = Box<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<Box<str>, E> {
        Ok(text.into())
    }

    #[inline]
    fn visit_string<E: Error>(self, text: String) -> Result<Box<str>, E> {
        Ok(text.into_boxed_str())
    }
}
