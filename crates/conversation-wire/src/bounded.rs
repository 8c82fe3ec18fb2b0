//! Numbers with bounds: a value of the type is within them.

use std::error::Error as StdError;
use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

use crate::number::Number;

/// Makes a type for a number with bounds, both inclusive.
///
/// `min`, `max` and `default` may each be left out, in this order; the number is an `i64` or an `f64`, and an `f64`
/// is always finite.
///
/// ```
/// conversation_wire::bounded! {
///     /// How many messages a page has at most.
///     pub struct PageLimit(i64);
///     min 1;
///     max 100;
///     default 20;
/// }
///
/// assert_eq!(PageLimit::default().get(), 20);
/// assert_eq!(PageLimit::new(100)?, PageLimit::MAX);
/// let error = PageLimit::new(101).unwrap_err();
/// assert_eq!(error.to_string(), "PageLimit must be an integer from 1 to 100");
/// assert!(serde_json::from_str::<PageLimit>("0").is_err());
/// # Ok::<(), conversation_wire::OutOfRange>(())
/// ```
///
/// Bounds that are the wrong way round, or a default outside of them, do not compile:
///
/// ```compile_fail,E0080
/// conversation_wire::bounded! {
///     /// How many messages a page has at most.
///     pub struct PageLimit(i64);
///     min 1;
///     max 100;
///     default 101;
/// }
/// ```
#[macro_export]
macro_rules! bounded {
    (
        $(#[$meta:meta])* $vis:vis struct $name:ident(i64);
        $(min $min:expr;)? $(max $max:expr;)? $(default $default:expr;)?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis struct $name(i64);

        $crate::__bounded! { $name i64 "an integer" Integer deserialize_bounded_integer, ($($min)?) ($($max)?) ($($default)?) }
    };
    (
        $(#[$meta:meta])* $vis:vis struct $name:ident(f64);
        $(min $min:expr;)? $(max $max:expr;)? $(default $default:expr;)?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis struct $name($crate::Number);

        $crate::__bounded! { $name f64 "a number" Float deserialize_bounded_number, ($($min)?) ($($max)?) ($($default)?) }
    };
}

/// What is the same for both kinds of number.
#[doc(hidden)]
#[macro_export]
macro_rules! __bounded {
    (
        $name:ident $number:ident $noun:literal $kind:ident $deserialize:ident,
        ($($min:expr)?) ($($max:expr)?) ($($default:expr)?)
    ) => {
        impl $name {
            $(
                /// The least value.
                pub const MIN: Self = Self($crate::__private::$kind::store($min));
            )?
            $(
                /// The greatest value.
                pub const MAX: Self = Self($crate::__private::$kind::store($max));
            )?

            const RANGE: &'static str = $crate::__range!($noun, ($($min)?) ($($max)?));

            /// The value `number`.
            ///
            /// # Errors
            ///
            /// When `number` is out of the bounds.
            pub const fn new(number: $number) -> ::std::result::Result<Self, $crate::OutOfRange> {
                if Self::holds(number) {
                    ::std::result::Result::Ok(Self($crate::__private::$kind::store(number)))
                } else {
                    ::std::result::Result::Err($crate::OutOfRange::new(::std::stringify!($name), Self::RANGE))
                }
            }

            /// The number.
            #[inline]
            pub const fn get(self) -> $number {
                $crate::__private::$kind::number(self.0)
            }

            const fn holds(number: $number) -> bool {
                $crate::__private::$kind::is_sound(number) $(&& $min <= number)? $(&& number <= $max)?
            }
        }

        const _: () = {
            $(::std::assert!($name::holds($min), "the least value is not within the bounds");)?
            $(::std::assert!($name::holds($max), "the greatest value is not within the bounds");)?
            $(::std::assert!($name::holds($default), "the default is not within the bounds");)?
        };

        $(
            impl ::std::default::Default for $name {
                #[inline]
                fn default() -> Self {
                    Self($crate::__private::$kind::store($default))
                }
            }
        )?

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::convert::TryFrom<$number> for $name {
            type Error = $crate::OutOfRange;

            #[inline]
            fn try_from(number: $number) -> ::std::result::Result<Self, Self::Error> {
                Self::new(number)
            }
        }

        impl ::std::convert::From<$name> for $number {
            #[inline]
            fn from(bounded: $name) -> Self {
                bounded.get()
            }
        }

        /// Fails with the range both when the text is no such number and when the number is out of it.
        impl ::std::str::FromStr for $name {
            type Err = $crate::OutOfRange;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                match text.parse() {
                    ::std::result::Result::Ok(number) => Self::new(number),
                    ::std::result::Result::Err(_) => ::std::result::Result::Err($crate::OutOfRange::new(
                        ::std::stringify!($name),
                        Self::RANGE,
                    )),
                }
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            #[inline]
            fn serialize<S>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde::Serializer,
            {
                $crate::__private::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde::Deserializer<'de>,
            {
                $crate::__private::$deserialize(deserializer, Self::RANGE, |stored| {
                    Self::holds($crate::__private::$kind::number(stored)).then_some(Self(stored))
                })
            }
        }
    };
}

/// The bounds in words.
#[doc(hidden)]
#[macro_export]
macro_rules! __range {
    ($noun:literal, ($min:expr) ($max:expr)) => {
        ::std::concat!($noun, " from ", ::std::stringify!($min), " to ", ::std::stringify!($max))
    };
    ($noun:literal, ($min:expr) ()) => {
        ::std::concat!($noun, " from ", ::std::stringify!($min))
    };
    ($noun:literal, () ($max:expr)) => {
        ::std::concat!($noun, " up to ", ::std::stringify!($max))
    };
    ($noun:literal, () ()) => {
        $noun
    };
}

/// A number, or a text that should be one, that is not within the bounds of its type.
///
/// Shown as `PageLimit must be an integer from 1 to 100`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange {
    type_name: &'static str,
    range: &'static str,
}

impl OutOfRange {
    #[doc(hidden)]
    pub const fn new(type_name: &'static str, range: &'static str) -> Self {
        Self { type_name, range }
    }

    /// The name of the type with the bounds.
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// What its values are, in words: `an integer from 1 to 100`.
    pub const fn range(&self) -> &'static str {
        self.range
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} must be {}", self.type_name, self.range)
    }
}

impl StdError for OutOfRange {}

/// How an integer with bounds is kept: as it is.
pub struct Integer;

impl Integer {
    /// `number`, as it is kept.
    pub const fn store(number: i64) -> i64 {
        number
    }

    /// What is kept, as the number that it is.
    #[inline]
    pub const fn number(stored: i64) -> i64 {
        stored
    }

    /// Every `i64` can be kept.
    pub const fn is_sound(_: i64) -> bool {
        true
    }
}

/// How a number with bounds is kept: as a [`Number`], which is written back as it was read.
pub struct Float;

impl Float {
    /// `number`, as it is kept.
    pub const fn store(number: f64) -> Number {
        Number::finite(number)
    }

    /// What is kept, as the number that it is.
    #[inline]
    pub const fn number(stored: Number) -> f64 {
        stored.get()
    }

    /// JSON has no infinities and no NaN.
    pub const fn is_sound(number: f64) -> bool {
        number.is_finite()
    }
}

/// Decodes an integer that `accept` makes a value of.
pub fn deserialize_bounded_integer<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    range: &'static str,
    accept: fn(i64) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_i64(BoundedVisitor { range, accept })
}

struct BoundedVisitor<T> {
    range: &'static str,
    accept: fn(i64) -> Option<T>,
}

// The bounds are checked here, not afterwards, so that the deserializer adds the position to the error.
impl<T> Visitor<'_> for BoundedVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.range)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        (self.accept)(number).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        let accepted = i64::try_from(number).ok().and_then(self.accept);
        accepted.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}
