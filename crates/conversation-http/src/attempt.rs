//! One attempt of a call: what it is sent with, and what came back.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use bytes::{Bytes, BytesMut};
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
        self.note(|seen| (seen.status, seen.retry_after) = (Some(status), retry_after));
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

/// How long a `Retry-After` asks to wait, in seconds or until a date.
fn retry_after(value: &header::HeaderValue) -> Option<Duration> {
    let text = value.to_str().ok()?.trim();
    match text.parse::<u64>() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => {
            let date = httpdate::parse_http_date(text).ok()?;
            Some(date.duration_since(SystemTime::now()).unwrap_or_default())
        }
    }
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
        for bad in ["", "soon", "-1", "1.5", "99999999999999999999999"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
