//! Times in UTC, as people read them.

use genesys_chat_types::Timestamp;
use jiff::{civil::DateTime, tz::Offset};

const MILLISECONDS_A_DAY: i64 = 24 * 60 * 60 * 1000;

/// The number of the day, counted from 1970-01-01.
pub(super) fn day(time: Timestamp) -> i64 {
    time.as_millis().div_euclid(MILLISECONDS_A_DAY)
}

/// The date of a time, with its weekday; nothing for a time that no calendar has.
pub(super) fn date(time: Timestamp) -> Option<String> {
    utc(time).map(|time| time.strftime("%Y-%m-%d %A").to_string())
}

/// The time of day; of a time that no calendar has, its milliseconds.
pub(super) fn time_of_day(time: Timestamp) -> String {
    match utc(time) {
        Some(time) => time.strftime("%H:%M:%S").to_string(),
        None => format!("{} ms", time.as_millis()),
    }
}

/// Date and time of day; of a time that no calendar has, its milliseconds.
pub(super) fn date_and_time(time: Timestamp) -> String {
    match utc(time) {
        Some(time) => time.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        None => format!("{} ms", time.as_millis()),
    }
}

fn utc(time: Timestamp) -> Option<DateTime> {
    jiff::Timestamp::from_millisecond(time.as_millis()).ok().map(|time| Offset::UTC.to_datetime(time))
}

/// A length of time in its one or two largest units.
pub(crate) fn span(milliseconds: u64) -> String {
    const UNITS: &[(u64, &str)] = &[(24 * 60 * 60, "d"), (60 * 60, "h"), (60, "min"), (1, "s")];
    let seconds = milliseconds / 1000;
    if seconds < 1 {
        return format!("{milliseconds} ms");
    }
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (length, unit) in UNITS {
        if rest >= *length || !parts.is_empty() {
            parts.push((rest / length, unit));
            rest %= length;
        }
    }
    let shown = parts.iter().take(2).filter(|(number, _)| *number > 0);
    shown.map(|(number, unit)| format!("{number} {unit}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_utc() {
        let time = Timestamp::from_millis(1_406_239_877_999);
        assert_eq!(date(time).unwrap(), "2014-07-24 Thursday");
        assert_eq!(time_of_day(time), "22:11:17");
        assert_eq!(date(Timestamp::from_millis(-1)).unwrap(), "1969-12-31 Wednesday");
        assert_eq!(time_of_day(Timestamp::from_millis(-1)), "23:59:59");
    }

    #[test]
    fn days_change_at_midnight_before_the_epoch_too() {
        let days = [-86_400_001, -86_400_000, -1, 0, 86_399_999, 86_400_000].map(Timestamp::from_millis).map(day);
        assert_eq!(days, [-2, -1, -1, 0, 0, 1]);
    }

    #[test]
    fn a_time_beyond_the_calendar_is_a_number() {
        for time in [Timestamp::MIN, Timestamp::MAX] {
            assert_eq!(date(time), None);
            assert_eq!(time_of_day(time), format!("{} ms", time.as_millis()));
        }
    }

    #[test]
    fn a_span_has_two_units_at_most() {
        let spans = [(7, "7 ms"), (3_000, "3 s"), (60_000, "1 min"), (93_784_000, "1 d 2 h"), (86_460_000, "1 d")];
        for (milliseconds, text) in spans {
            assert_eq!(span(milliseconds), text);
        }
        assert_eq!(span(u64::MAX), "213503982334 d 14 h");
    }
}
