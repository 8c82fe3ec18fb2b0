//! Pages in browsers: they may call from any origin, with any header.

use std::{fmt, time::Duration};

use axum::{extract::Request, response::Response};
use hyper::{
    Method,
    body::Incoming,
    header::{ACCESS_CONTROL_REQUEST_METHOD, RETRY_AFTER},
};
use tower::{Layer as _, Service, ServiceExt as _};
use tower_http::cors::{AllowHeaders, AllowMethods, Any, CorsLayer};

/// Answers a preflight, or has `service` answer the request and allows pages of every origin to read the answer.
///
/// The credentials of both APIs are in headers and bodies, never in cookies, so that any origin may call.
pub(crate) async fn answer<S>(service: S, request: Request<Incoming>) -> Result<Response, S::Error>
where
    S: Service<Request<Incoming>, Response = Response> + Clone,
    S::Error: fmt::Debug,
{
    // The layer takes every OPTIONS for a preflight. Without this header it is a request like any other.
    let is_preflight = request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    if request.method() == Method::OPTIONS && !is_preflight {
        return service.oneshot(request).await;
    }
    // `*` for the headers would leave out `Authorization`.
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods(AllowMethods::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
        .allow_private_network(true)
        .expose_headers([RETRY_AFTER])
        .max_age(Duration::from_secs(600));
    cors.layer(service).oneshot(request).await
}
