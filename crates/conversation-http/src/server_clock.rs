//! The server's time.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// What is known of the server's time: the `Date` of its latest answer, which has whole seconds.
#[derive(Debug, Default)]
pub struct ServerClock(Mutex<Option<Observed>>);

#[derive(Clone, Copy, Debug)]
struct Observed {
    date: SystemTime,
    at: Instant,
}

impl ServerClock {
    /// Takes note of the `Date` of an answer that came just now.
    pub(crate) fn observe(&self, date: SystemTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Observed { date, at: Instant::now() });
    }

    /// The earliest time that the server's clock can have shown at `moment`, in milliseconds since the Unix epoch: a whole
    /// second. `None` before the first answer with a `Date`.
    pub fn earliest(&self, moment: Instant) -> Option<i64> {
        let Observed { date, at } = (*self.0.lock().unwrap_or_else(PoisonError::into_inner))?;
        // The answer was made before it came, and its `Date` is rounded down: both make this earlier, never later.
        let earliest = match at.checked_duration_since(moment) {
            Some(since) => date.checked_sub(since)?,
            None => date.checked_add(moment.saturating_duration_since(at))?,
        };
        let seconds = earliest.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs();
        i64::try_from(seconds).ok()?.checked_mul(1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_before_the_answer_is_earlier_by_the_time_between() {
        let clock = ServerClock::default();
        let moment = Instant::now();
        assert_eq!(clock.earliest(moment), None);
        clock.observe(UNIX_EPOCH + Duration::from_secs(1_000_000));
        assert_eq!(clock.earliest(moment), Some(999_999_000), "a little before the whole second");
        assert_eq!(clock.earliest(moment + Duration::from_secs(10)), Some(1_000_009_000));
        let long_before = moment.checked_sub(Duration::from_secs(5));
        assert_eq!(long_before.and_then(|long_before| clock.earliest(long_before)), Some(999_994_000));
    }
}
