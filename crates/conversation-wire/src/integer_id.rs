//! Ids and codes that are integers: one type for each, so that one is never passed for another.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

/// Makes a type of its own for an id or code that is an integer on the wire.
///
/// ```
/// conversation_wire::integer_id! {
///     /// The id of a participant, within its chat.
///     pub struct ParticipantId;
/// }
///
/// let id: ParticipantId = serde_json::from_str("2")?;
/// assert_eq!(id, ParticipantId::new(2));
/// assert_eq!(id.get(), 2);
/// assert_eq!("2".parse(), Ok(id));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// It is any `i64`; a JSON number with a fraction or an exponent is refused.
#[macro_export]
macro_rules! integer_id {
    ($(#[$meta:meta])* $vis:vis struct $name:ident;) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis struct $name(i64);

        impl $name {
            /// The id or code with the number `number`.
            #[inline]
            pub const fn new(number: i64) -> Self {
                Self(number)
            }

            /// The number.
            #[inline]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::convert::From<i64> for $name {
            #[inline]
            fn from(number: i64) -> Self {
                Self(number)
            }
        }

        impl ::std::convert::From<$name> for i64 {
            #[inline]
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::num::ParseIntError;

            #[inline]
            fn from_str(number: &str) -> ::std::result::Result<Self, Self::Err> {
                number.parse().map(Self)
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            #[inline]
            fn serialize<S>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde::Serializer,
            {
                serializer.serialize_i64(self.0)
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde::Deserializer<'de>,
            {
                $crate::__private::deserialize_integer(
                    deserializer,
                    ::std::concat!(::std::stringify!($name), " (an integer)"),
                )
                .map(Self)
            }
        }
    };
}

/// Decodes an integer that fits `i64`.
#[inline]
pub fn deserialize_integer<'de, D: Deserializer<'de>>(
    deserializer: D,
    expecting: &'static str,
) -> Result<i64, D::Error> {
    deserializer.deserialize_i64(IntegerVisitor { expecting })
}

struct IntegerVisitor {
    expecting: &'static str,
}

impl Visitor<'_> for IntegerVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    #[inline]
    fn visit_i64<E: Error>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}
