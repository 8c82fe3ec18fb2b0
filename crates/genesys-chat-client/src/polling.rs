//! How often a chat is asked for news.

use std::time::Duration;

/// How often a chat is asked for news: at an interval that grows while nothing happens, and starts anew when something
/// does. By default 2.5 seconds, growing to 10.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polling {
    interval: Duration,
    longest: Duration,
}

impl Default for Polling {
    fn default() -> Self {
        Self::every(Duration::from_millis(2500)).up_to(Duration::from_secs(10))
    }
}

impl Polling {
    /// The longest interval: half of the 300 seconds after which a server drops a silent client, so that one poll may fail.
    pub const LONGEST: Duration = Duration::from_secs(150);

    /// Always at this interval, at most [`LONGEST`](Self::LONGEST).
    pub fn every(interval: Duration) -> Self {
        let interval = interval.min(Self::LONGEST);
        Self { interval, longest: interval }
    }

    /// The same, growing by a half with each poll that brings nothing, up to `longest`.
    pub fn up_to(self, longest: Duration) -> Self {
        Self { longest: longest.clamp(self.interval, Self::LONGEST), ..self }
    }

    /// The wait after so many polls in a row that brought nothing.
    pub(crate) fn wait(&self, idle: u32) -> Duration {
        let grown = self.interval.as_secs_f64() * 1.5_f64.powi(i32::try_from(idle).unwrap_or(i32::MAX));
        Duration::from_secs_f64(grown.min(self.longest.as_secs_f64()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_while_nothing_happens_and_never_beyond_the_keep_alive() {
        let polling = Polling::every(Duration::from_secs(2)).up_to(Duration::MAX);
        let waits: Vec<_> = (0..100).map(|idle| polling.wait(idle)).collect();
        assert_eq!((waits[0], waits[1]), (Duration::from_secs(2), Duration::from_secs(3)));
        assert!(waits.is_sorted() && waits[99] == Polling::LONGEST);
        assert_eq!(polling.wait(u32::MAX), Polling::LONGEST);
        assert_eq!(Polling::every(Duration::MAX).wait(0), Polling::LONGEST);
        assert_eq!(Polling::every(Duration::ZERO).wait(1000), Duration::ZERO);
    }
}
