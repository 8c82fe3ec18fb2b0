//! What the macros expand to. Not part of the interface: it may change in any release.

#[cfg(feature = "schemars")]
pub use schemars;
pub use serde;
pub use serde_json::Value;

pub use crate::bounded::{Float, Integer, deserialize_bounded_integer};
pub use crate::extra::deserialize_properties;
pub use crate::integer_id::deserialize_integer;
pub use crate::number::deserialize_bounded_number;
pub use crate::open_enum::{
    OpenEnum, UnknownValue, assert_distinct, deserialize_open_enum, open_enum_from_str, open_enum_from_string,
};
#[cfg(feature = "schemars")]
pub use crate::schema::schema_from_bundle;
pub use crate::secret::{deserialize_secret, secrets_equal};
pub use crate::string_id::deserialize_text;
pub use crate::tagged_union::{MemberError, TaggedObject, deserialize_tagged};
