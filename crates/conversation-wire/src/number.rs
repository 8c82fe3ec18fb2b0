//! A number that is written back as it was read.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use always_assert::never;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::OutOfRange;

/// A finite number. One that was written `1` is written `1` again, and one that was written `1.0` is written `1.0`.
///
/// An `f64` cannot tell the two apart, so decoding and encoding would change a document that was not touched.
///
/// ```
/// use conversation_wire::Number;
///
/// let number: Number = serde_json::from_str("1")?;
/// assert_eq!(number.get(), 1.0);
/// assert_eq!(serde_json::to_string(&number)?, "1");
/// assert_eq!(number, Number::new(1.0).unwrap());
/// assert!(Number::new(f64::NAN).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Number(Written);

/// How it was written. A float is always finite.
#[derive(Clone, Copy)]
enum Written {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
}

impl Number {
    /// The number `value`.
    ///
    /// # Errors
    ///
    /// When `value` is infinite or not a number, for which JSON has no text.
    pub const fn new(value: f64) -> Result<Self, OutOfRange> {
        if value.is_finite() {
            Ok(Self(Written::Float(value)))
        } else {
            Err(OutOfRange::new("Number", "a finite number"))
        }
    }

    /// The value; of an integer beyond 53 bits, the nearest.
    #[inline]
    pub const fn get(self) -> f64 {
        match self.0 {
            Written::Unsigned(value) => value as f64,
            Written::Signed(value) => value as f64,
            Written::Float(value) => value,
        }
    }

    /// `value`, which the caller knows to be finite.
    pub(crate) const fn finite(value: f64) -> Self {
        Self(Written::Float(value))
    }
}

impl PartialEq for Number {
    /// By value: `1` and `1.0` are equal.
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Number {}

impl Hash for Number {
    /// By value, as `==`: `1` and `1.0` have one hash, and so do zero and minus zero.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let value = self.get();
        (if value == 0.0 { 0.0_f64 } else { value }).to_bits().hash(state);
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        // Zero and minus zero are equal, as they are for `==`.
        self.get().partial_cmp(&other.get()).unwrap_or_else(|| {
            never!("a number is finite");
            Ordering::Equal
        })
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Written::Unsigned(value) => fmt::Display::fmt(&value, f),
            Written::Signed(value) => fmt::Display::fmt(&value, f),
            Written::Float(value) => fmt::Display::fmt(&value, f),
        }
    }
}

impl TryFrom<f64> for Number {
    type Error = OutOfRange;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        Self::new(value)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Written::Signed(value))
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(Written::Signed(value.into()))
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(Written::Unsigned(value))
    }
}

impl From<Number> for f64 {
    fn from(number: Number) -> Self {
        number.get()
    }
}

impl Serialize for Number {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Written::Unsigned(value) => serializer.serialize_u64(value),
            Written::Signed(value) => serializer.serialize_i64(value),
            Written::Float(value) => serializer.serialize_f64(value),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_bounded_number(deserializer, "a number", Some)
    }
}

/// Decodes a number, written as an integer or not, that `accept` makes a value of.
#[inline]
pub fn deserialize_bounded_number<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    range: &'static str,
    accept: fn(Number) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_f64(NumberVisitor { range, accept })
}

struct NumberVisitor<T> {
    range: &'static str,
    accept: fn(Number) -> Option<T>,
}

impl<T> Visitor<'_> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.range)
    }

    #[inline]
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        let accepted = Number::new(value).ok().and_then(self.accept);
        accepted.ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        (self.accept)(Number(Written::Signed(value))).ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        (self.accept)(Number(Written::Unsigned(value)))
            .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }
}
