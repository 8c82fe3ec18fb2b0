//! From a request on a connection to its answer, or to the faults that come between.

use std::{fmt, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Request},
    response::{Html, IntoResponse, Response},
};
use bytes::Bytes;
use http_body_util::{BodyExt, Limited};
use hyper::{
    StatusCode,
    body::Incoming,
    header::{CONTENT_LENGTH, DATE, EXPECT, HeaderValue, RETRY_AFTER},
};
use proficient_types::ErrorCode;
use tower::ServiceExt;

use crate::{
    body::{Held, MAX_BODY, half},
    clock::Clock,
    failure::{Failure, error},
    fault::Fault,
    faults::{Faults, Hit},
    operation::Operation,
    random::draw,
};

/// The header with which a request asks for a fault.
pub(crate) const FAULT_HEADER: &str = "x-emulator-fault";

/// The random number that a handler uses for a fault.
#[derive(Clone, Copy)]
pub(crate) struct Roll(pub(crate) u64);

/// Answers requests.
#[derive(Clone)]
pub(crate) struct Transport(Arc<Inner>);

struct Inner {
    router: Router,
    faults: Faults,
    delay: Duration,
    clock: Clock,
}

/// The connection is to be cut.
#[derive(Debug)]
pub(crate) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a fault cuts the connection")
    }
}

impl std::error::Error for Cut {}

impl Transport {
    pub(crate) fn new(router: Router, faults: Faults, delay: Duration, clock: Clock) -> Self {
        let router = router.layer(DefaultBodyLimit::max(MAX_BODY));
        Self(Arc::new(Inner { router, faults, delay, clock }))
    }

    /// Answers one request.
    ///
    /// What was begun is finished whether the client waits for it or not.
    pub(crate) async fn answer(self, request: Request<Incoming>) -> Result<Response, Cut> {
        let (parts, incoming) = request.into_parts();
        let held = Held::new(incoming);
        let unread = (!hyper::body::Body::is_end_stream(&held)).then(|| held.clone());
        // Who asks before sending a body is told not to send it by the answer alone.
        let expects = parts.headers.contains_key(EXPECT);
        let body = if unread.is_some() { Body::new(held) } else { Body::empty() };
        let clock = self.0.clock.clone();
        let answer = tokio::spawn(self.answer_with_faults(Request::from_parts(parts, body))).await;
        match unread {
            Some(unread) if !expects && !hyper::body::Body::is_end_stream(&unread) => {
                tokio::spawn(unread.drain());
            }
            _ => {}
        }
        let mut answer = answer.unwrap_or_else(|failed| {
            tracing::error!(%failed, "a handler broke off");
            Ok(error(StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Unknown, "The emulator failed."))
        })?;
        // All times of an answer are of one clock: clients judge by this one how old an object is.
        if let Some(date) = clock.http_date().and_then(|date| HeaderValue::try_from(date).ok()) {
            answer.headers_mut().insert(DATE, date);
        }
        Ok(answer)
    }

    async fn answer_with_faults(self, request: Request) -> Result<Response, Cut> {
        let method = request.method().clone();
        let operation = Operation::find(&method, request.uri().path());
        let hit = match operation.map(|operation| self.hit(operation, &request)) {
            Some(Err(failure)) => return Ok(failure.into_response()),
            Some(Ok(hit)) => hit,
            None => None,
        };
        let answer = match hit {
            Some(hit) => self.answer_with(hit, request).await,
            None => Ok(self.handle(request).await),
        };
        tracing::debug!(
            %method,
            path = operation.map_or("unknown", |operation| operation.path),
            operation = operation.map(|operation| operation.id),
            fault = hit.map(|hit| hit.fault.as_str()),
            status = answer.as_ref().ok().map(|answer| answer.status().as_u16()),
            "answered"
        );
        answer
    }

    fn hit(&self, operation: &Operation, request: &Request) -> Result<Option<Hit>, Failure> {
        let asked = request
            .headers()
            .get(FAULT_HEADER)
            .map(|name| name.to_str().unwrap_or_default().parse::<Fault>())
            .transpose()
            .map_err(|unknown| Failure::invalid(format!("{FAULT_HEADER}: {unknown}.")))?;
        let query = request.uri().query().unwrap_or_default();
        let later_page = query.split('&').any(|pair| pair.starts_with("starting_after="));
        Ok(self.0.faults.decide(operation, later_page, asked))
    }

    async fn answer_with(&self, Hit { fault, roll }: Hit, mut request: Request) -> Result<Response, Cut> {
        match fault {
            Fault::DroppedBefore => Err(Cut),
            Fault::DroppedAfter => {
                self.handle(request).await;
                Err(Cut)
            }
            Fault::TruncatedBody => Ok(truncate(self.handle(request).await).await),
            Fault::Slow => {
                let answer = self.handle(request).await;
                tokio::time::sleep(self.0.delay).await;
                Ok(answer)
            }
            Fault::Late => {
                // The client may be gone when the work is done: its body must be here by then.
                let request = read_whole(request).await;
                tokio::time::sleep(self.0.delay).await;
                Ok(self.handle(request).await)
            }
            Fault::ServerError => {
                if draw(&[roll, 0]).is_multiple_of(2) {
                    self.handle(request).await;
                }
                Ok(server_error(roll))
            }
            Fault::TooManyRequests => {
                // Not one of the documented codes: a client goes by the status.
                let code = ErrorCode::from("too_many_requests");
                let mut answer = error(StatusCode::TOO_MANY_REQUESTS, code, "Too many requests. Try again later.");
                answer.headers_mut().insert(RETRY_AFTER, (roll % 2).into());
                Ok(answer)
            }
            _ => {
                request.extensions_mut().insert(fault);
                request.extensions_mut().insert(Roll(roll));
                Ok(self.handle(request).await)
            }
        }
    }

    async fn handle(&self, request: Request) -> Response {
        match self.0.router.clone().oneshot(request).await {
            Ok(answer) => answer,
            Err(never) => match never {},
        }
    }
}

fn server_error(roll: u64) -> Response {
    let html = |status: StatusCode| {
        let page = format!("<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>\n");
        (status, Html(page)).into_response()
    };
    match draw(&[roll, 1]) % 4 {
        0 => error(StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Unknown, "Something went wrong."),
        1 => html(StatusCode::BAD_GATEWAY),
        2 => error(StatusCode::SERVICE_UNAVAILABLE, ErrorCode::Unavailable, "Try again later."),
        _ => html(StatusCode::GATEWAY_TIMEOUT),
    }
}

async fn truncate(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    // Every body of ours is in memory already.
    let whole = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    parts.headers.insert(CONTENT_LENGTH, whole.len().into());
    Response::from_parts(parts, half(whole))
}

/// The request with its body in memory. A body that is too large or breaks off is left to the handler to refuse.
async fn read_whole(request: Request) -> Request {
    let (parts, body) = request.into_parts();
    let body = match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => Body::from(body.to_bytes()),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            Body::from(Bytes::from(vec![b' '; MAX_BODY + 1]))
        }
        Err(_) => Body::empty(),
    };
    Request::from_parts(parts, body)
}
