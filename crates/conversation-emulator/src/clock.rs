//! The emulator's time, which a test can stop and move.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};

use conversation_wire::Timestamp;

/// What every time in an answer is read from. Clones are the same clock.
///
/// ```
/// use std::time::Duration;
/// use conversation_emulator::{Clock, Timestamp};
///
/// let clock = Clock::fixed(Timestamp::from_millis(1_686_000_000_000));
/// clock.advance(Duration::from_secs(60));
/// assert_eq!(clock.now(), Timestamp::from_millis(1_686_000_060_000));
/// ```
///
/// It moves what is written and what is due. How long a slow answer takes is real time.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    stands: bool,
    /// The time of a clock that stands; how far one that runs is ahead of the system's.
    millis: AtomicI64,
}

impl Clock {
    /// The system's time, until it is set or moved; then it runs on from there.
    pub fn real() -> Self {
        Self(Arc::new(Inner { stands: false, millis: AtomicI64::new(0) }))
    }

    /// A clock that stands at `time` until it is set or moved.
    pub fn fixed(time: Timestamp) -> Self {
        Self(Arc::new(Inner { stands: true, millis: AtomicI64::new(time.as_millis()) }))
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        let millis = self.0.millis.load(Ordering::SeqCst);
        Timestamp::from_millis(if self.0.stands { millis } else { system_time().saturating_add(millis) })
    }

    /// The time as the header `Date`, which has whole seconds; nothing before 1970 and after 9999, which no date can be.
    pub(crate) fn http_date(&self) -> Option<String> {
        const END: i64 = 253_402_300_800;
        let seconds =
            u64::try_from(self.now().as_millis().div_euclid(1000)).ok().filter(|seconds| *seconds < END as u64)?;
        Some(httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)))
    }

    /// Sets the time, also to an earlier one.
    pub fn set(&self, time: Timestamp) {
        let behind = if self.0.stands { 0 } else { system_time() };
        self.0.millis.store(time.as_millis().saturating_sub(behind), Ordering::SeqCst);
    }

    /// Moves the time forward.
    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        // The closure always gives a value, so this cannot fail.
        let _ = self.0.millis.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |now| Some(now.saturating_add(by)));
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::real()
    }
}

fn system_time() -> i64 {
    Timestamp::try_from(SystemTime::now()).map_or(0, Timestamp::as_millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_runs_goes_on_from_where_it_was_set() {
        let clock = Clock::real();
        clock.set(Timestamp::from_millis(1_000));
        let before = clock.now();
        std::thread::sleep(Duration::from_millis(5));
        assert!(clock.now() > before);
        assert!(clock.now() < Timestamp::from_millis(60_000));
    }

    #[test]
    fn the_end_of_time_is_no_panic() {
        for clock in [Clock::real(), Clock::fixed(Timestamp::MAX)] {
            clock.set(Timestamp::MAX);
            clock.advance(Duration::MAX);
            clock.now();
            clock.set(Timestamp::MIN);
            clock.now();
        }
    }
}
