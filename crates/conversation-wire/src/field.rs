//! A property that may be absent, null or a value, where each means something different.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A property that is optional **and** nullable, its three states kept apart.
///
/// A field of a struct needs both attributes; without them absent and null cannot be told apart:
///
/// ```
/// use conversation_wire::Field;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct InteractionUpdate {
///     #[serde(default, skip_serializing_if = "Field::is_absent")]
///     name: Field<String>,
/// }
///
/// for json in [r#"{}"#, r#"{"name":null}"#, r#"{"name":"Order 66"}"#] {
///     let update: InteractionUpdate = serde_json::from_str(json)?;
///     assert_eq!(serde_json::to_string(&update)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field<T> {
    /// The property is not there. Serialized on its own, outside of a struct that skips it, it is null.
    #[default]
    Absent,
    /// The property is there and is null.
    Null,
    /// The property is there and has this value.
    Value(T),
}

impl<T> Field<T> {
    /// Whether the property is not there.
    #[inline]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the property is there and is null.
    #[inline]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, if there is one; none for absent and for null.
    #[inline]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value itself, if there is one; none for absent and for null.
    #[inline]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the property is there and has a value.
    #[inline]
    pub const fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// [`Field::Value`] of `Some`, [`Field::Absent`] of `None`.
    ///
    /// ```
    /// use conversation_wire::Field;
    ///
    /// assert_eq!(Field::from_option(Some(1)), Field::Value(1));
    /// assert_eq!(Field::<i64>::from_option(None), Field::Absent); // not null
    /// ```
    #[inline]
    pub fn from_option(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Value)
    }

    /// Takes the state out and leaves [`Field::Absent`].
    #[inline]
    pub fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    /// The value, as the type that it dereferences to: a `&str` of a `String`. None for absent and for null.
    #[inline]
    pub fn as_deref(&self) -> Option<&T::Target>
    where
        T: std::ops::Deref,
    {
        self.value().map(|value| &**value)
    }

    /// The same state with a reference to the value.
    #[inline]
    pub const fn as_ref(&self) -> Field<&T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }

    /// The same state with `change` applied to the value.
    #[inline]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(change(value)),
        }
    }
}

impl<T> From<T> for Field<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// As [`Field::from_option`]: `None` is absent, not null.
impl<T> From<Option<T>> for Field<T> {
    #[inline]
    fn from(value: Option<T>) -> Self {
        Self::from_option(value)
    }
}

impl<T: Serialize> Serialize for Field<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_some(value),
            Self::Absent | Self::Null => serializer.serialize_none(),
        }
    }
}

/// Never [`Field::Absent`]: what is decoded is there. Absence is the field's `#[serde(default)]`.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Option::deserialize(deserializer)? {
            Some(value) => Self::Value(value),
            None => Self::Null,
        })
    }
}
