//! Enums that tomorrow's values do not break: every string is a value, the known ones have names.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Makes an enum of named strings that also holds any other string.
///
/// ```
/// conversation_wire::open_enum! {
///     /// Who wrote a message.
///     pub enum SentBy {
///         /// The end user.
///         User = "user",
///         /// The AI agent.
///         Agent = "agent",
///     }
/// }
///
/// assert_eq!(SentBy::from("user"), SentBy::User);
///
/// let tomorrow: SentBy = serde_json::from_str(r#""supervisor""#)?;
/// assert_eq!(tomorrow.as_str(), "supervisor");
/// assert!(!tomorrow.is_known());
/// assert_eq!(serde_json::to_string(&tomorrow)?, r#""supervisor""#);
///
/// let shown = match &tomorrow {
///     SentBy::User => "you",
///     SentBy::Agent => "the agent",
///     other => other.as_str(),
/// };
/// assert_eq!(shown, "supervisor");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Equality, order and hash are those of the string. A string that has a name is always the named variant, however
/// the value was made, because nothing but the enum's own `From<&str>` makes the value without a name:
///
/// ```compile_fail,E0423
/// # conversation_wire::open_enum! { pub enum SentBy { User = "user" } }
/// let forged = SentBy::_Unknown(conversation_wire::__private::UnknownValue("user".into(), Default::default()));
/// ```
///
/// Nor can the value without a name of one enum be used in another, which may have a name for it:
///
/// ```compile_fail,E0308
/// # conversation_wire::open_enum! { pub enum SentBy { User = "user" } }
/// # conversation_wire::open_enum! { pub enum EventType { Joined = "joined" } }
/// if let EventType::_Unknown(payload) = EventType::from("user") {
///     let forged = SentBy::_Unknown(payload);
/// }
/// ```
///
/// Two names for one string do not compile:
///
/// ```compile_fail,E0080
/// conversation_wire::open_enum! { pub enum SentBy { User = "user", Client = "user" } }
/// ```
///
/// Decoding a known value allocates nothing.
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        ///
        /// The strings known today have names; any other is kept as it came. Match the ones that matter and end with
        /// a fallback arm, `other => other.as_str()`: a string named in a later release lands there until the code
        /// names it too. Equality, order and hash are those of the string.
        #[derive(Clone)]
        #[non_exhaustive]
        $vis enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = ::std::concat!("\n\nWritten `", $text, "`.")]
                $variant,
            )+
            #[doc(hidden)]
            _Unknown($crate::__private::UnknownValue<$name>),
        }

        const _: () = $crate::__private::assert_distinct(&[$($text),+]);

        impl $name {
            /// The values that have names, in the order of the API document.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The string as it is written.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $text, )+
                    Self::_Unknown(unknown) => unknown.as_str(),
                }
            }

            /// Whether the value has a name here.
            #[inline]
            pub const fn is_known(&self) -> bool {
                !::std::matches!(self, Self::_Unknown(_))
            }
        }

        #[doc(hidden)]
        impl $crate::__private::OpenEnum for $name {
            const EXPECTING: &'static str = ::std::concat!(::std::stringify!($name), " (a string)");

            #[inline]
            fn known(text: &str) -> ::std::option::Option<Self> {
                ::std::option::Option::Some(match text {
                    $( $text => Self::$variant, )+
                    _ => return ::std::option::Option::None,
                })
            }

            #[inline]
            fn unknown(value: $crate::__private::UnknownValue<Self>) -> Self {
                Self::_Unknown(value)
            }
        }

        impl ::std::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                $crate::__private::open_enum_from_str(text)
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                $crate::__private::open_enum_from_string(text)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(text.into())
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self.as_str(), f)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $( Self::$variant => f.write_str(::std::stringify!($variant)), )+
                    Self::_Unknown(unknown) => f.debug_tuple("Unknown").field(&unknown.as_str()).finish(),
                }
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

        impl ::std::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(text: &::std::string::String) -> Self {
                $crate::__private::open_enum_from_str(text)
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            #[inline]
            fn from(value: $name) -> Self {
                match value {
                    $name::_Unknown(unknown) => unknown.into_string(),
                    known => known.as_str().to_owned(),
                }
            }
        }

        impl ::std::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::std::cmp::Eq for $name {}

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

        impl ::std::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl ::std::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                ::std::cmp::Ord::cmp(self.as_str(), other.as_str())
            }
        }

        impl ::std::hash::Hash for $name {
            #[inline]
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(self.as_str(), state);
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
                $crate::__private::deserialize_open_enum(deserializer)
            }
        }
    };
}

/// What [`open_enum!`](crate::open_enum) says of the enum it makes.
pub trait OpenEnum: Sized {
    /// What the enum is, for an error about something else in its place.
    const EXPECTING: &'static str;

    /// The variant named for `text`.
    fn known(text: &str) -> Option<Self>;

    /// The variant without a name.
    fn unknown(value: UnknownValue<Self>) -> Self;
}

/// A string that the enum `E` has no name for.
///
/// Only this module makes one, and only after `E` said that it has none.
pub struct UnknownValue<E>(Box<str>, PhantomData<fn() -> E>);

impl<E> UnknownValue<E> {
    /// The string.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The string.
    #[inline]
    pub fn into_string(self) -> String {
        self.0.into_string()
    }
}

// By hand, because a derived one asks that E be Clone, which is being derived from this.
impl<E> Clone for UnknownValue<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

/// The value written `text`.
#[inline]
pub fn open_enum_from_str<E: OpenEnum>(text: &str) -> E {
    match E::known(text) {
        Some(known) => known,
        None => E::unknown(UnknownValue(text.into(), PhantomData)),
    }
}

/// The value written `text`, which is kept if the value has no name.
#[inline]
pub fn open_enum_from_string<E: OpenEnum>(text: String) -> E {
    match E::known(&text) {
        Some(known) => known,
        None => E::unknown(UnknownValue(text.into_boxed_str(), PhantomData)),
    }
}

/// Decodes a value; one that has a name allocates nothing.
#[inline]
pub fn deserialize_open_enum<'de, E: OpenEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(OpenEnumVisitor(PhantomData))
}

struct OpenEnumVisitor<E>(PhantomData<fn() -> E>);

impl<E: OpenEnum> Visitor<'_> for OpenEnumVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(E::EXPECTING)
    }

    #[inline]
    fn visit_str<R: Error>(self, text: &str) -> Result<E, R> {
        Ok(open_enum_from_str(text))
    }

    #[inline]
    fn visit_string<R: Error>(self, text: String) -> Result<E, R> {
        Ok(open_enum_from_string(text))
    }
}

/// Stops the build of an enum with two names for one string.
pub const fn assert_distinct(mut texts: &[&str]) {
    while let [first, rest @ ..] = texts {
        let mut others = rest;
        while let [other, more @ ..] = others {
            assert!(!same(first.as_bytes(), other.as_bytes()), "two names for one string");
            others = more;
        }
        texts = rest;
    }
}

const fn same(mut left: &[u8], mut right: &[u8]) -> bool {
    loop {
        match (left, right) {
            ([], []) => return true,
            ([l, left_rest @ ..], [r, right_rest @ ..]) if *l == *r => {
                left = left_rest;
                right = right_rest;
            }
            _ => return false,
        }
    }
}
