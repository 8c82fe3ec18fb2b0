//! What keeps the core's own documents open: a value that a later version writes is read by this one, and kept.

/// Makes an [open enum](conversation_wire::open_enum), and its JSON Schema under the name `$schema`.
macro_rules! open_enum {
    (
        $(#[$meta:meta])* pub enum $name:ident as $schema:literal {
            $( $(#[doc = $doc:literal])+ $variant:ident = $text:literal ),+ $(,)?
        }
    ) => {
        conversation_wire::open_enum! {
            $(#[$meta])*
            pub enum $name { $( $(#[doc = $doc])+ $variant = $text ),+ }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $schema.into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::schema::open_enum(&[$( ($text, concat!($($doc, "\n"),+)) ),+])
            }
        }
    };
}

/// Makes the type of an object whose tag is none of those that are known: whole as it came.
macro_rules! other_kind {
    ($(#[$meta:meta])* pub struct $name:ident: $tag:literal except [$($known:literal),+ $(,)?] $(and formerly [$($former:literal),+])?) => {
        $(#[$meta])*
        ///
        /// It holds the whole object, and is written back as it came.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(conversation_wire::Extra);

        impl $name {
            const KNOWN: &'static [&'static str] = &[$($known),+ $($(, $former)+)?];

            /// What it is called.
            pub fn tag(&self) -> &str {
                self.0.get($tag).and_then(serde_json::Value::as_str).unwrap_or_default()
            }

            /// All of its fields, the one that says what it is among them.
            pub fn fields(&self) -> &serde_json::Map<String, serde_json::Value> {
                self.0.as_map()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let other = Self(serde::Deserialize::deserialize(deserializer)?);
                // What is known and could not be read is wrong, and not something new.
                let is_new = other.0.get($tag).is_some_and(serde_json::Value::is_string) && !Self::KNOWN.contains(&other.tag());
                if is_new { Ok(other) } else { Err(serde::de::Error::custom("not of a kind of its own")) }
            }
        }

        /// By the text of their JSON.
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                let text = |of: &Self| serde_json::to_string(&of.0).unwrap_or_default();
                text(self).cmp(&text(other))
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::schema::other_kind($tag, Self::KNOWN)
            }
        }
    };
}

/// Lets a type whose tag tells its variants apart be read only by a tag that is a string, and be written as it is.
///
/// serde's `derive` also takes the number of a variant, which would come back as another value. The type has
/// `#[serde(remote = "Self")]`, so that what is derived does not implement the traits by itself.
macro_rules! tagged_by_text {
    ($name:ident $(<$parameter:ident>)? by $tag:literal) => {
        impl $(<$parameter: serde::Serialize + std::fmt::Debug>)? serde::Serialize for $name $(<$parameter>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de $(, $parameter: serde::de::DeserializeOwned)?> serde::Deserialize<'de> for $name $(<$parameter>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::open::read_tagged(deserializer, $tag, |object| Self::deserialize(object))
            }
        }
    };
}

/// Reads an object whose tag is a string with `read`.
pub(crate) fn read_tagged<'de, D: serde::Deserializer<'de>, T>(
    deserializer: D,
    tag: &'static str,
    read: fn(serde_json::Value) -> Result<T, serde_json::Error>,
) -> Result<T, D::Error> {
    use serde::{Deserialize as _, de::Error as _};
    let object = serde_json::Map::deserialize(deserializer)?;
    if object.get(tag).is_some_and(|tag| !tag.is_string()) {
        return Err(D::Error::custom(format_args!("invalid type: another value, expected a string as `{tag}`")));
    }
    read(object.into()).map_err(D::Error::custom)
}

pub(crate) use {open_enum, other_kind, tagged_by_text};
