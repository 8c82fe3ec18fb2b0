//! A point in time as both APIs write it: whole milliseconds since the Unix epoch.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::bounded::OutOfRange;
use crate::integer_id::deserialize_integer;

/// A point in time: milliseconds since the Unix epoch (1970-01-01T00:00:00Z), negative before it.
///
/// On the wire, and as text, a bare integer.
///
/// ```
/// use conversation_wire::Timestamp;
/// use std::time::Duration;
///
/// let sent = Timestamp::from_millis(1_700_000_000_000);
/// assert_eq!(sent.checked_add(Duration::from_secs(2)), Some(Timestamp::from_millis(1_700_000_002_000)));
/// assert_eq!(sent.to_string(), "1700000000000");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The earliest point in time that can be written.
    pub const MIN: Self = Self(i64::MIN);

    /// The latest point in time that can be written.
    pub const MAX: Self = Self(i64::MAX);

    /// The point `millis` milliseconds after the Unix epoch.
    #[inline]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the Unix epoch.
    #[inline]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// This point on the system's clock; none where that clock cannot represent it.
    pub fn checked_to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_millis(self.0.unsigned_abs());
        if self.0 < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        }
    }

    /// The point `duration` later, its part below a millisecond dropped; none beyond [`Timestamp::MAX`].
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        let millis = i128::from(self.0).checked_add(i128::try_from(duration.as_millis()).ok()?)?;
        i64::try_from(millis).ok().map(Self)
    }

    /// The point `duration` earlier, its part below a millisecond dropped; none before [`Timestamp::MIN`].
    pub fn checked_sub(self, duration: Duration) -> Option<Self> {
        let millis = i128::from(self.0).checked_sub(i128::try_from(duration.as_millis()).ok()?)?;
        i64::try_from(millis).ok().map(Self)
    }
}

/// Rounds down to the millisecond, before the epoch too, so that order is kept.
impl TryFrom<SystemTime> for Timestamp {
    type Error = OutOfRange;

    fn try_from(time: SystemTime) -> Result<Self, OutOfRange> {
        let millis = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_millis()).ok(),
            Err(before) => {
                let before = before.duration();
                let part = i128::from(before.subsec_nanos() % 1_000_000 != 0);
                i128::try_from(before.as_millis()).ok().and_then(|millis| i64::try_from(-millis - part).ok())
            }
        };
        millis.map(Self).ok_or(OutOfRange::new("Timestamp", "a time within 292 million years of 1970"))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Timestamp {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_integer(deserializer, "Timestamp (an integer, in milliseconds)").map(Self)
    }
}
