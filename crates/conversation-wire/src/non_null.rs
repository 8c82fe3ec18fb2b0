//! A property that may be absent but, where it is present, is not null.

use serde::{Deserialize, Deserializer};

/// Decodes an optional property that is not nullable: absent is `None`, null is an error.
///
/// ```
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Participant {
///     #[serde(
///         default,
///         deserialize_with = "conversation_wire::non_null",
///         skip_serializing_if = "Option::is_none"
///     )]
///     nickname: Option<String>,
/// }
///
/// assert!(serde_json::from_str::<Participant>("{}").is_ok());
/// assert!(serde_json::from_str::<Participant>(r#"{"nickname":null}"#).is_err());
/// ```
///
/// # Errors
///
/// Those of `T`; of null, that it is no `T`.
#[inline]
pub fn non_null<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}
