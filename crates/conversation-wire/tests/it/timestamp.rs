//! A time is whole milliseconds since the epoch, both ways.

use std::time::{Duration, SystemTime};

use conversation_wire::Timestamp;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_time_is_a_bare_integer(millis in any::<i64>()) {
        let time = Timestamp::from_millis(millis);
        prop_assert_eq!(time.as_millis(), millis);
        prop_assert_eq!(time.to_string(), millis.to_string());
        prop_assert_eq!(serde_json::to_string(&time).expect("JSON"), millis.to_string());
        prop_assert_eq!(serde_json::from_str::<Timestamp>(&millis.to_string()).expect("an integer"), time);
    }

    #[test]
    fn the_systems_clock_gives_the_time_back(millis in prop_oneof![-1_000_000..1_000_000_i64, any::<i64>()]) {
        let time = Timestamp::from_millis(millis);
        if let Some(system) = time.checked_to_system_time() {
            prop_assert_eq!(Timestamp::try_from(system), Ok(time));
        }
    }

    #[test]
    fn rounding_keeps_order(nanos in proptest::collection::vec(any::<i32>(), 2)) {
        let time = |nanos: i32| {
            let distance = Duration::from_nanos(nanos.unsigned_abs().into());
            let epoch = SystemTime::UNIX_EPOCH;
            if nanos < 0 { epoch - distance } else { epoch + distance }
        };
        let (earlier, later) = (time(nanos[0].min(nanos[1])), time(nanos[0].max(nanos[1])));
        let [earlier, later] = [earlier, later].map(|time| Timestamp::try_from(time).expect("near the epoch"));
        prop_assert!(earlier <= later);
        prop_assert_eq!(later.as_millis(), i64::from(nanos[0].max(nanos[1])).div_euclid(1_000_000));
    }

    #[test]
    fn adding_and_subtracting_undo_each_other(millis in any::<i64>(), duration in any::<u64>()) {
        let (time, duration) = (Timestamp::from_millis(millis), Duration::from_millis(duration));
        if let Some(later) = time.checked_add(duration) {
            prop_assert!(later >= time);
            prop_assert_eq!(later.checked_sub(duration), Some(time));
        }
        if let Some(earlier) = time.checked_sub(duration) {
            prop_assert!(earlier <= time);
            prop_assert_eq!(earlier.checked_add(duration), Some(time));
        }
    }
}

#[test]
fn arithmetic_ends_at_the_ends() {
    let millisecond = Duration::from_millis(1);
    assert_eq!(Timestamp::MAX.checked_add(millisecond), None);
    assert_eq!(Timestamp::MIN.checked_sub(millisecond), None);
    assert_eq!(Timestamp::MAX.checked_add(Duration::MAX), None);
    assert_eq!(Timestamp::MIN.checked_sub(Duration::MAX), None);
    assert_eq!(Timestamp::MIN.checked_add(Duration::from_millis(u64::MAX)), Some(Timestamp::MAX));
    assert_eq!(Timestamp::MAX.checked_sub(Duration::from_millis(u64::MAX)), Some(Timestamp::MIN));
    assert_eq!(Timestamp::MIN.checked_add(Duration::from_micros(1999)), Some(Timestamp::from_millis(i64::MIN + 1)));
}

#[test]
fn the_ends_of_time_do_not_panic() {
    for time in [Timestamp::MIN, Timestamp::MAX] {
        if let Some(system) = time.checked_to_system_time() {
            assert_eq!(Timestamp::try_from(system), Ok(time));
        }
    }
    if let Some(far) = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(i64::MAX.unsigned_abs())) {
        let error = Timestamp::try_from(far).expect_err("too far");
        assert_eq!(error.to_string(), "Timestamp must be a time within 292 million years of 1970");
    }
}

#[test]
fn now_is_the_systems_clock() {
    let before = Timestamp::try_from(SystemTime::now()).expect("near 1970");
    let now = Timestamp::now();
    let after = Timestamp::try_from(SystemTime::now()).expect("near 1970");
    assert!(before <= now && now <= after, "{before} {now} {after}");
}

/// What holds of each library: a time that it can represent comes back, at the ends of both ranges too; a time with a
/// part of a millisecond is rounded down.
macro_rules! library {
    ($name:ident, $type:ty, $from_nanos:expr) => {
        mod $name {
            use super::*;

            proptest! {
                #[test]
                fn a_time_there_and_back_is_the_same(millis in prop_oneof![any::<i64>(), -400_000_000_000_000..400_000_000_000_000_i64]) {
                    let time = Timestamp::from_millis(millis);
                    match <$type>::try_from(time) {
                        Ok(there) => prop_assert_eq!(Timestamp::from(there), time),
                        // Every library can represent the years 0 to 9999.
                        Err(error) => prop_assert!(!(-62_167_219_200_000..=253_402_300_799_999).contains(&millis), "{}", error),
                    }
                }

                #[test]
                fn a_part_of_a_millisecond_is_rounded_down(nanos in any::<i64>()) {
                    let there: $type = $from_nanos(nanos);
                    prop_assert_eq!(Timestamp::from(there).as_millis(), nanos.div_euclid(1_000_000));
                }
            }

            #[test]
            fn the_ends_are_errors() {
                for time in [Timestamp::MIN, Timestamp::MAX] {
                    let error = <$type>::try_from(time).expect_err("beyond the range of the library");
                    assert!(error.to_string().contains("a time in the years"), "{error}");
                }
            }
        }
    };
}

#[cfg(feature = "jiff")]
library!(jiff_timestamp, jiff::Timestamp, |nanos: i64| jiff::Timestamp::from_nanosecond(nanos.into())
    .expect("in range"));
#[cfg(feature = "chrono")]
library!(chrono_date_time, chrono::DateTime<chrono::Utc>, chrono::DateTime::from_timestamp_nanos);
#[cfg(feature = "time")]
library!(time_offset, time::OffsetDateTime, |nanos: i64| time::OffsetDateTime::from_unix_timestamp_nanos(nanos.into())
    .expect("in range"));
#[cfg(feature = "time")]
library!(time_utc, time::UtcDateTime, |nanos: i64| time::UtcDateTime::from_unix_timestamp_nanos(nanos.into())
    .expect("in range"));
