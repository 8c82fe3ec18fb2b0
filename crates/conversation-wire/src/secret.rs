//! Strings that are secrets: on the wire as they are, everywhere else unseen.

use std::fmt;
use std::hint::black_box;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

/// Makes a type of its own for a secret that is a string on the wire: a key, a token, a signature.
///
/// ```
/// conversation_wire::secret_string! {
///     /// What proves that a chat is ours.
///     pub struct SecureKey;
/// }
///
/// let key = SecureKey::new("s3cret");
/// assert_eq!(format!("{key:?}"), "SecureKey([redacted])");
/// assert_eq!(key.expose(), "s3cret");
/// assert_eq!(serde_json::to_string(&key)?, r#""s3cret""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// It has no `Display` and lends itself to nothing that takes a string: [`expose`](#method.expose) is the one way to
/// read it, easy to search for. Serialized, it is written in full. A number or other value in its place is an error
/// that does not show that value, with any deserializer. Two secrets are compared in a time that tells nothing but
/// their lengths.
///
/// ```compile_fail,E0277
/// conversation_wire::secret_string! {
///     /// What proves that a chat is ours.
///     pub struct SecureKey;
/// }
///
/// println!("{}", SecureKey::new("s3cret"));
/// ```
#[macro_export]
macro_rules! secret_string {
    ($(#[$meta:meta])* $vis:vis struct $name:ident;) => {
        $(#[$meta])*
        #[derive(Clone)]
        $vis struct $name(::std::boxed::Box<str>);

        impl $name {
            /// The secret written `secret`.
            #[inline]
            pub fn new(secret: impl ::std::convert::Into<::std::string::String>) -> Self {
                Self(secret.into().into_boxed_str())
            }

            /// The secret itself, for where it is sent or checked.
            #[inline]
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(::std::concat!(::std::stringify!($name), "([redacted])"))
            }
        }

        impl ::std::convert::From<&str> for $name {
            #[inline]
            fn from(secret: &str) -> Self {
                Self(secret.into())
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(secret: ::std::string::String) -> Self {
                Self(secret.into_boxed_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(secret: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(Self(secret.into()))
            }
        }

        impl ::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::secrets_equal(&self.0, &other.0)
            }
        }

        impl ::std::cmp::Eq for $name {}

        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(&self.0, state);
            }
        }

        impl ::std::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                $crate::__private::secrets_equal(&self.0, other)
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                $crate::__private::secrets_equal(&self.0, other)
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            #[inline]
            fn serialize<S>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde::Serializer,
            {
                serializer.serialize_str(self.expose())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde::Deserializer<'de>,
            {
                $crate::__private::deserialize_secret(
                    deserializer,
                    ::std::concat!(::std::stringify!($name), " (a string)"),
                )
                .map(Self)
            }
        }
    };
}

/// Compares without stopping at the first difference, so that an answer's time does not spell the secret out.
#[inline(never)]
pub fn secrets_equal(left: &str, right: &str) -> bool {
    let difference = left.bytes().zip(right.bytes()).fold(0, |difference, (l, r)| black_box(difference | (l ^ r)));
    left.len() == right.len() && difference == 0
}

/// Decodes a string; a value of another type fails with an error that does not show it.
#[inline]
pub fn deserialize_secret<'de, D: Deserializer<'de>>(
    deserializer: D,
    expecting: &'static str,
) -> Result<Box<str>, D::Error> {
    // Asked for a string, a deserializer reports what it found instead in its own words, the value included. Asked
    // for anything, it hands the value over and the words are the visitor's.
    deserializer.deserialize_any(SecretVisitor { expecting })
}

struct SecretVisitor {
    expecting: &'static str,
}

impl SecretVisitor {
    #[cold]
    fn refuse<E: Error>(&self, found: &'static str) -> Result<Box<str>, E> {
        Err(E::invalid_type(Unexpected::Other(found), self))
    }
}

impl Visitor<'_> for SecretVisitor {
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

    fn visit_bool<E: Error>(self, _: bool) -> Result<Box<str>, E> {
        self.refuse("boolean")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Box<str>, E> {
        self.refuse("integer")
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Box<str>, E> {
        self.refuse("integer")
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Box<str>, E> {
        self.refuse("integer")
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<Box<str>, E> {
        self.refuse("integer")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Box<str>, E> {
        self.refuse("floating point")
    }
}
