//! How long a call may take, how often it is made, and how much is read of its answer.

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

/// Something to call before each wait between two attempts.
#[derive(Clone)]
struct OnWait(Arc<dyn Fn(Waiting) + Send + Sync>);

impl fmt::Debug for OnWait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnWait")
    }
}

impl PartialEq for OnWait {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// An attempt failed, and another one follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Waiting {
    /// The `operationId`.
    pub operation: &'static str,
    /// The number of the attempt that follows, counted from 1.
    pub attempt: u32,
    /// How many attempts are made in all.
    pub attempts: u32,
    /// How long the client waits before it.
    pub wait: Duration,
}

/// How long a call may take, how often it is made, and how much is read of its answer.
///
/// The default makes four attempts of at most 30 seconds each, waits 0.2, 0.4 and 0.8 seconds between them (less a
/// random part of up to a half), and reads at most 64 MiB.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestPolicy {
    attempts: u32,
    timeout: Duration,
    first_wait: Duration,
    longest_wait: Duration,
    max_retry_after: Duration,
    max_response_size: usize,
    max_execution_time: Duration,
    deadline: Option<Duration>,
    /// When the deadline of the call that is being made passes.
    ends: Option<Instant>,
    on_wait: Option<OnWait>,
}

impl Default for RequestPolicy {
    fn default() -> Self {
        Self {
            attempts: 4,
            timeout: Duration::from_secs(30),
            first_wait: Duration::from_millis(200),
            longest_wait: Duration::from_secs(10),
            max_retry_after: Duration::from_secs(60),
            max_response_size: 64 << 20,
            max_execution_time: Duration::from_secs(60),
            deadline: None,
            ends: None,
            on_wait: None,
        }
    }
}

impl RequestPolicy {
    /// No repetitions: every call is one request.
    pub fn once() -> Self {
        Self::default().with_attempts(1)
    }

    /// The same policy with so many attempts in all, the first one counted; at least one is made.
    pub fn with_attempts(self, attempts: u32) -> Self {
        Self { attempts: attempts.max(1), ..self }
    }

    /// The same policy with another timeout of each attempt, from connecting to the last byte of the answer.
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// The same policy with another wait before the first repetition. Each further wait is twice the one before, up to
    /// `longest`.
    pub fn with_backoff(self, first: Duration, longest: Duration) -> Self {
        Self { first_wait: first, longest_wait: longest, ..self }
    }

    /// The same policy with another bound on what `Retry-After` may ask for. A server that asks for more gets no
    /// repetition, and its answer is the error.
    pub fn with_max_retry_after(self, longest: Duration) -> Self {
        Self { max_retry_after: longest, ..self }
    }

    /// The same policy with another bound on the size of an answer, in bytes.
    pub fn with_max_response_size(self, bytes: usize) -> Self {
        Self { max_response_size: bytes, ..self }
    }

    /// The same policy with a limit for the whole call: its attempts, the waits between them, and the requests that find out
    /// what became of an attempt without an answer. By default there is none.
    pub fn with_deadline(self, deadline: Duration) -> Self {
        Self { deadline: Some(deadline), ..self }
    }

    /// The same policy with another assumption of how long a server may still be carrying out a request whose connection is
    /// gone; by default 60 seconds. A call that an earlier process began is made again only after this time, if the server's
    /// data does not show it by then.
    pub fn with_max_execution_time(self, longest: Duration) -> Self {
        Self { max_execution_time: longest, ..self }
    }

    /// The same policy, which calls `on_wait` before each wait between two attempts: to show a user why nothing comes.
    pub fn with_on_wait(self, on_wait: impl Fn(Waiting) + Send + Sync + 'static) -> Self {
        Self { on_wait: Some(OnWait(Arc::new(on_wait))), ..self }
    }

    pub(crate) fn tell(&self, operation: &'static str, failed: u32, wait: Duration) {
        if let Some(OnWait(on_wait)) = &self.on_wait {
            on_wait(Waiting { operation, attempt: failed + 1, attempts: self.attempts, wait });
        }
    }

    /// How long a server may still be carrying out a request whose connection is gone.
    pub fn max_execution_time(&self) -> Duration {
        self.max_execution_time
    }

    /// The limit for a whole call, if there is one.
    pub fn deadline(&self) -> Option<Duration> {
        self.deadline
    }

    /// This policy for one call that begins now, whose deadline passes at a certain moment. Calls within that call have the
    /// same one.
    pub fn started(&self) -> Self {
        let ends = self.ends.or_else(|| Instant::now().checked_add(self.deadline?));
        Self { ends, ..self.clone() }
    }

    /// How much time is left of a call that was [started](Self::started); `None` without a deadline.
    pub fn time_left(&self) -> Option<Duration> {
        self.ends.map(|ends| ends.saturating_duration_since(Instant::now()))
    }

    /// How much time an attempt that begins now has.
    pub(crate) fn attempt_timeout(&self) -> Duration {
        self.time_left().map_or(self.timeout, |left| left.min(self.timeout))
    }

    /// How many attempts are made in all.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The timeout of each attempt.
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// How many bytes are read of an answer at most.
    pub fn max_response_size(&self) -> usize {
        self.max_response_size
    }

    /// The wait after so many attempts, without its random part.
    fn backoff(&self, attempt: u32) -> Duration {
        let doubled = 1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        self.first_wait.saturating_mul(doubled).min(self.longest_wait)
    }

    /// How long to wait before something is requested again that was answered, but inconsistently; `None` when it should not
    /// be. Where calls are repeated at all, it is requested up to 10 times, for it costs nothing else, and the waits are at most
    /// a second.
    pub fn wait_for_sense(&self, attempt: u32) -> Option<Duration> {
        const TRIES: u32 = 10;
        let wait = self.backoff(attempt).min(Duration::from_secs(1)).mul_f64(0.5 + fastrand::f64() / 2.0);
        let is_in_time = self.ends.is_none_or(|ends| Instant::now() + wait < ends);
        (self.attempts > 1 && attempt < TRIES.max(self.attempts) && is_in_time).then_some(wait)
    }

    /// How long to wait before the next attempt; nothing when none should be made. `attempt` counts from 1, `asked` is
    /// what the server's `Retry-After` asks for.
    pub fn wait(&self, attempt: u32, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.attempts {
            return None;
        }
        let backoff = self.backoff(attempt);
        let wait = match asked {
            Some(asked) if asked > self.max_retry_after => return None,
            // Never earlier than the server asks for, and not all clients at the same moment.
            Some(asked) => asked.saturating_add(backoff.mul_f64(fastrand::f64() / 2.0)),
            None => backoff.mul_f64(0.5 + fastrand::f64() / 2.0),
        };
        let is_in_time = self.ends.is_none_or(|ends| Instant::now() + wait < ends);
        is_in_time.then_some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest_less_at_most_a_half() {
        let policy = RequestPolicy::default().with_attempts(100);
        for attempt in 1..100 {
            let full = (0.2 * 2_f64.powi(attempt as i32 - 1)).min(10.0);
            for _ in 0..20 {
                let wait = policy.wait(attempt, None).expect("another attempt").as_secs_f64();
                assert!(wait <= full + 1e-6 && wait >= full / 2.0 - 1e-6, "{attempt}: {wait} of {full}");
            }
        }
    }

    #[test]
    fn there_are_as_many_attempts_as_the_policy_says() {
        let policy = RequestPolicy::default().with_attempts(3);
        assert!(policy.wait(2, None).is_some());
        assert!(policy.wait(3, None).is_none());
        assert_eq!(RequestPolicy::default().with_attempts(0).attempts(), 1);
    }

    #[test]
    fn no_attempt_and_no_wait_goes_beyond_the_deadline() {
        let policy = RequestPolicy::default().with_deadline(Duration::from_secs(3)).started();
        assert!(policy.attempt_timeout() <= Duration::from_secs(3));
        assert_eq!(policy.wait(1, Some(Duration::from_secs(4))), None);
        assert!(policy.wait(1, None).is_some());
        assert_eq!(policy.started(), policy, "a call within a call has the same deadline");
        assert!(RequestPolicy::default().with_deadline(Duration::MAX).started().wait(1, None).is_some());
    }

    #[test]
    fn the_server_is_waited_for_as_long_as_it_asks_but_never_longer_than_allowed() {
        let policy = RequestPolicy::default();
        let minute = Duration::from_secs(60);
        assert!(policy.wait(1, Some(minute)).is_some_and(|wait| wait >= minute));
        assert_eq!(policy.wait(1, Some(minute + Duration::from_secs(1))), None);
    }
}
