//! The HTTP client under a client.

use std::time::Duration;

use http::{HeaderMap, HeaderValue, header};

use crate::{BaseUrl, InvalidArgument};

/// How long a connection may take.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// An HTTP client for `url` that trusts what the machine trusts, follows no redirect, and repeats nothing by itself.
///
/// TLS is what reqwest has by default: rustls, with the provider that the process has installed, or else aws-lc-rs. Without
/// the feature `tls` of this crate, there is none, unless another crate turned it on.
///
/// What runs on this machine (`localhost`, a loopback address) is reached without the proxy that the environment names.
///
/// # Errors
///
/// When the certificates that the machine trusts cannot be read.
pub fn http_client(url: &BaseUrl) -> Result<reqwest::Client, InvalidArgument> {
    let identity = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"))]);
    let builder = reqwest::Client::builder();
    // What runs on this machine is reached without a proxy, which would be sent the key.
    let builder = if url.is_loopback() { builder.no_proxy() } else { builder };
    // Nothing is ever encrypted, since no redirect is followed: what the machine trusts need not be read.
    #[cfg(feature = "tls")]
    let builder = if url.is_https() { builder } else { builder.tls_certs_only([]) };
    builder
        .default_headers(identity)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(CONNECT_TIMEOUT)
        .user_agent(concat!("conversation/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|error| InvalidArgument::new("TLS", error_chain(&error)))
}

/// What an error says, and what its causes say.
fn error_chain(error: &dyn std::error::Error) -> String {
    std::iter::successors(error.source(), |error| error.source())
        .fold(error.to_string(), |said, cause| format!("{said}: {cause}"))
}
