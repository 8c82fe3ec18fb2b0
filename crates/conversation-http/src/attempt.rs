//! One attempt of a call: what it is sent with, and what came back.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use bytes::{Bytes, BytesMut};
use conversation_wire::printable;
use http::{HeaderMap, StatusCode, header};
use progenitor_client::OperationInfo;

/// One attempt of a call: the headers, the timeout and the bound that it is sent with, and what came back.
///
/// The generated requests of a client hold one, and its `ClientHooks` pass both halves of a request to it: any
/// progenitor makes of an answer, the status and the body that came are known.
#[derive(Clone)]
pub struct Attempt(Arc<Shared>);

struct Shared {
    headers: HeaderMap,
    timeout: Duration,
    max_response_size: usize,
    seen: Mutex<Seen>,
}

/// What is known of an attempt.
#[derive(Clone, Default)]
pub(crate) struct Seen {
    /// The `operationId`.
    pub(crate) operation: &'static str,
    /// `GET`, `POST`, …
    pub(crate) method: String,
    /// Of the answer, when there was one.
    pub(crate) status: Option<StatusCode>,
    /// What the answer asks to wait for.
    pub(crate) retry_after: Option<Duration>,
    /// The server's time (`Date`).
    pub(crate) date: Option<SystemTime>,
    /// Where a redirect points.
    pub(crate) location: Option<String>,
    /// How the body is encoded, if that is not as it is.
    pub(crate) encoding: Option<String>,
    /// The body, as far as it came.
    pub(crate) body: Bytes,
    /// Whether the body was larger than is read.
    pub(crate) is_too_large: bool,
}

impl Attempt {
    pub(crate) fn new(headers: HeaderMap, timeout: Duration, max_response_size: usize) -> Self {
        Self(Arc::new(Shared { headers, timeout, max_response_size, seen: Mutex::default() }))
    }

    /// Makes `request` what is to be sent: for the hook `pre`.
    pub fn prepare(&self, request: &mut reqwest::Request, operation: &OperationInfo) {
        // progenitor sends the version of the document, for which no server asked.
        request.headers_mut().remove("api-version");
        for (name, value) in &self.0.headers {
            request.headers_mut().insert(name, value.clone());
        }
        *request.timeout_mut() = Some(self.0.timeout);
        let method = request.method().to_string();
        self.note(|seen| (seen.operation, seen.method) = (operation.operation_id, method));
    }

    /// Sends `request` and reads the answer, as much of it as is allowed for: for the hook `exec`.
    ///
    /// # Errors
    ///
    /// Those of reqwest.
    pub async fn execute(
        &self,
        http: &reqwest::Client,
        request: reqwest::Request,
    ) -> reqwest::Result<reqwest::Response> {
        let mut response = http.execute(request).await?;
        let retry_after = response.headers().get(header::RETRY_AFTER).and_then(retry_after);
        let status = response.status();
        let encoding = response.headers().get(header::CONTENT_ENCODING).and_then(encoding);
        let date = response.headers().get(header::DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| httpdate::parse_http_date(date).ok());
        let location = response.headers().get(header::LOCATION).filter(|_| status.is_redirection()).map(location);
        self.note(|seen| {
            (seen.status, seen.retry_after, seen.encoding) = (Some(status), retry_after, encoding);
            (seen.date, seen.location) = (date, location);
        });
        let mut body = BytesMut::new();
        let mut is_too_large = false;
        let ended = loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > self.0.max_response_size => {
                    is_too_large = true;
                    break Ok(());
                }
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        let body = body.freeze();
        let kept = body.clone();
        self.note(|seen| (seen.body, seen.is_too_large) = (kept, is_too_large));
        ended?;
        let mut answer = http::Response::new(body);
        *answer.status_mut() = status;
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer.into())
    }

    pub(crate) fn seen(&self) -> Seen {
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, note: impl FnOnce(&mut Seen)) {
        note(&mut self.0.seen.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The headers hold keys.
        let operation = self.seen().operation;
        f.debug_struct("Attempt").field("operation", &operation).finish_non_exhaustive()
    }
}

/// How the answer is encoded, if that is not as it is.
fn encoding(value: &header::HeaderValue) -> Option<String> {
    let text = printable::line(value.to_str().unwrap_or("unknown").trim(), 40);
    let is_plain = text.is_empty() || text.eq_ignore_ascii_case("identity");
    (!is_plain).then_some(text)
}

/// Where a redirect points, without the query, which may contain what was sent.
fn location(value: &header::HeaderValue) -> String {
    let text = String::from_utf8_lossy(value.as_bytes());
    printable::line(text.split(['?', '#']).next().unwrap_or_default(), 200)
}

/// How long a `Retry-After` asks to wait, in seconds or until a date. A fraction, which some servers send, is rounded up;
/// more seconds than can be counted are as long as can be. What is neither is no wish.
fn retry_after(value: &header::HeaderValue) -> Option<Duration> {
    let text = value.to_str().ok()?.trim();
    if let Ok(date) = httpdate::parse_http_date(text) {
        return Some(date.duration_since(SystemTime::now()).unwrap_or_default());
    }
    let seconds: f64 = text.parse().ok()?;
    let is_a_time = seconds >= 0.0 && (seconds.is_finite() || text.bytes().all(|byte| byte.is_ascii_digit()));
    is_a_time.then(|| Duration::try_from_secs_f64(seconds.ceil()).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        let read = |text: &str| retry_after(&header::HeaderValue::from_str(text).expect("a header"));
        assert_eq!(read("7"), Some(Duration::from_secs(7)));
        assert_eq!(read("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        let later = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(100));
        assert!(read(&later).is_some_and(|wait| (90..=100).contains(&wait.as_secs())));
        for (text, seconds) in [("1.5", 2), ("0.503", 1), ("2.0", 2), ("0", 0), (" 2 ", 2), ("1e0", 1), ("0.0", 0)] {
            assert_eq!(read(text), Some(Duration::from_secs(seconds)), "{text}");
        }
        for long in ["99999999999999999999999", &"9".repeat(400), "1e300"] {
            assert_eq!(read(long), Some(Duration::MAX), "{long}");
        }
        for bad in [
            "",
            "soon",
            "-1",
            "-0.5",
            "nan",
            "inf",
            "infinity",
            "1,5",
            "2, 2",
            "1e999",
            "Wed, 21 Oct 2026 07:28:00 UTC",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
