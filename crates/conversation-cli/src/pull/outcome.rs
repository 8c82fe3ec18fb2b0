//! How a pull ended: its report and its exit code.

use std::{fmt::Display, time::Duration};

use conversation_core::{Completeness, Gap, Verdict};
use conversation_http::{Error, Failure as ApiFailure, RequestPolicy, Waiting};
use conversation_wire::Unreadable;

use crate::{
    error::{Failure, Outcome, say_error, say_lines, say_note},
    escape,
};

/// Whether the server, or the client in its place, says that it is no use to ask so again.
pub(super) fn is_refusal<F: ApiFailure, C>(error: &Error<F, C>) -> bool {
    match error {
        Error::InvalidArgument(_) => true,
        Error::Api(failure) => !failure.is_retryable(),
        Error::Decode(answer) => answer.status.is_client_error() && !error.is_retryable(),
        _ => false,
    }
}

/// What a call failed with, as the command fails with it.
pub(super) fn failure<F: ApiFailure + Display, C: Display>(error: &Error<F, C>, can_go_on: bool) -> Failure {
    if is_refusal(error) {
        return Failure::Server(error.to_string());
    }
    let then = if can_go_on { "; the same command goes on from here" } else { "" };
    Failure::Interrupted(format!("{error}{then}"))
}

/// The policy, which tells the user of a wait that can be noticed.
pub(super) fn shown(policy: RequestPolicy) -> RequestPolicy {
    policy.with_on_wait(|Waiting { operation, attempt, attempts, wait, .. }| {
        if wait >= Duration::from_secs(1) {
            let wait = wait.as_secs_f64().round();
            say_note(&format!("{operation} failed: attempt {attempt} of {attempts} follows in {wait} s"));
        }
    })
}

/// The most lines of a completeness that are shown.
const LINES: usize = 100;

/// Says on standard error whether all of it is there.
pub(super) fn say(completeness: &Completeness) {
    let text = completeness.to_string();
    let lines: Vec<_> = escape::lines(&text).collect();
    let more = lines.len().saturating_sub(LINES);
    let more = (more > 0).then(|| format!("- and {more} more"));
    say_lines(lines.into_iter().take(LINES).chain(more));
}

/// Says that an item came which could not be read. It is in the file as it came.
pub(super) fn say_unreadable(item: &Unreadable) {
    say_error(&format!("unreadable: {item}"));
}

/// What a completeness makes of a run. One that was stopped did not do what it was to do, also where nothing is known to
/// be missing.
pub(super) fn of(completeness: &Completeness) -> Outcome {
    let stopped = completeness.gaps.iter().any(|gap| matches!(gap, Gap::Stopped { .. }));
    let unreadable = completeness.gaps.iter().any(|gap| matches!(gap, Gap::Unreadable { .. }));
    if stopped || completeness.verdict() == Verdict::Incomplete {
        Outcome::Wrong
    } else if unreadable {
        Outcome::Partial
    } else {
        Outcome::Done
    }
}
