//! A point in time as both APIs write it: whole milliseconds since the Unix epoch.

use std::fmt;
use std::time::{Duration, SystemTime};

use always_assert::never;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::bounded::OutOfRange;
use crate::integer_id::deserialize_integer;

/// A point in time: milliseconds since the Unix epoch (1970-01-01T00:00:00Z), negative before it.
///
/// It is an integer on the wire, and so is its `Display`. For dates, convert it: to and from [`SystemTime`], and, with the
/// feature of that name, to and from `jiff::Timestamp`, `chrono::DateTime`, `time::OffsetDateTime` and `time::UtcDateTime`.
/// Every conversion to a [`Timestamp`] rounds down to the millisecond, so that order is kept.
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

    /// The current time of the system's clock, rounded down to the millisecond.
    pub fn now() -> Self {
        Self::try_from(SystemTime::now()).unwrap_or_else(|_| {
            never!("the system's clock is more than 292 million years from 1970");
            Self::MAX
        })
    }

    /// This point on the system's clock, or none if that clock cannot represent it.
    ///
    /// On Unix it can represent each. `SystemTime::try_from(timestamp)` is the same with an error.
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

/// Fails where the system's clock cannot represent the time.
impl TryFrom<Timestamp> for SystemTime {
    type Error = OutOfRange;

    fn try_from(time: Timestamp) -> Result<Self, OutOfRange> {
        time.checked_to_system_time()
            .ok_or(OutOfRange::new("SystemTime", "a time that the system's clock can represent"))
    }
}

/// Conversions to and from the types of jiff.
#[cfg(feature = "jiff")]
mod jiff {
    use super::{OutOfRange, Timestamp, floor};

    /// Rounds down to the millisecond.
    impl From<jiff::Timestamp> for Timestamp {
        fn from(time: jiff::Timestamp) -> Self {
            floor(time.as_nanosecond())
        }
    }

    /// Fails outside of the years -9999 to 9999.
    impl TryFrom<Timestamp> for jiff::Timestamp {
        type Error = OutOfRange;

        fn try_from(time: Timestamp) -> Result<Self, OutOfRange> {
            Self::from_millisecond(time.0)
                .map_err(|_| OutOfRange::new("jiff::Timestamp", "a time in the years -9999 to 9999"))
        }
    }
}

/// Conversions to and from the types of chrono.
#[cfg(feature = "chrono")]
mod chrono {
    use chrono::{DateTime, TimeZone, Utc};

    use super::{OutOfRange, Timestamp};

    /// Rounds down to the millisecond.
    impl<Tz: TimeZone> From<DateTime<Tz>> for Timestamp {
        fn from(time: DateTime<Tz>) -> Self {
            Self(time.timestamp_millis())
        }
    }

    /// Fails outside of the years that chrono can represent: about -262,000 to 262,000.
    impl TryFrom<Timestamp> for DateTime<Utc> {
        type Error = OutOfRange;

        fn try_from(time: Timestamp) -> Result<Self, OutOfRange> {
            DateTime::from_timestamp_millis(time.0)
                .ok_or(OutOfRange::new("chrono::DateTime", "a time in the years -262142 to 262142"))
        }
    }
}

/// Conversions to and from the types of time.
#[cfg(feature = "time")]
mod time {
    use time::{OffsetDateTime, UtcDateTime};

    use super::{OutOfRange, Timestamp, floor};

    const YEARS: OutOfRange = OutOfRange::new("time::UtcDateTime", "a time in the years -9999 to 9999");

    /// Rounds down to the millisecond.
    impl From<OffsetDateTime> for Timestamp {
        fn from(time: OffsetDateTime) -> Self {
            floor(time.unix_timestamp_nanos())
        }
    }

    /// Rounds down to the millisecond.
    impl From<UtcDateTime> for Timestamp {
        fn from(time: UtcDateTime) -> Self {
            floor(time.unix_timestamp_nanos())
        }
    }

    /// In UTC. Fails outside of the years -9999 to 9999.
    impl TryFrom<Timestamp> for OffsetDateTime {
        type Error = OutOfRange;

        fn try_from(time: Timestamp) -> Result<Self, OutOfRange> {
            Self::from_unix_timestamp_nanos(i128::from(time.0) * 1_000_000).map_err(|_| YEARS)
        }
    }

    /// Fails outside of the years -9999 to 9999.
    impl TryFrom<Timestamp> for UtcDateTime {
        type Error = OutOfRange;

        fn try_from(time: Timestamp) -> Result<Self, OutOfRange> {
            Self::from_unix_timestamp_nanos(i128::from(time.0) * 1_000_000).map_err(|_| YEARS)
        }
    }
}

/// Nanoseconds since the epoch, rounded down to the millisecond.
#[cfg(any(feature = "jiff", feature = "time"))]
fn floor(nanoseconds: i128) -> Timestamp {
    i64::try_from(nanoseconds.div_euclid(1_000_000)).map_or_else(
        |_| {
            never!("a time of a library is more than 292 million years from 1970");
            if nanoseconds < 0 { Timestamp::MIN } else { Timestamp::MAX }
        },
        Timestamp,
    )
}

/// The milliseconds as an integer, as on the wire.
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
