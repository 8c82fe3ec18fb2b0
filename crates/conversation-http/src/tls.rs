//! The HTTP client under a client.

use std::{sync::Arc, time::Duration};

use http::{HeaderMap, HeaderValue, header};
use rustls_platform_verifier::BuilderVerifierExt as _;

use crate::{BaseUrl, InvalidArgument};

/// An HTTP client for `url` that trusts what the machine trusts, follows no redirect, and repeats nothing by itself.
///
/// TLS is rustls with the cryptography of ring. No provider is installed for the whole process, so the client takes
/// nothing from, and leaves nothing to, other users of rustls in it.
///
/// What runs on this machine (`localhost`, a loopback address) is reached without the proxy that the environment names.
///
/// # Errors
///
/// When the certificates that the machine trusts cannot be read.
pub fn http_client(url: &BaseUrl) -> Result<reqwest::Client, InvalidArgument> {
    let failed = |what: String| InvalidArgument::new("TLS", what);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| failed(error.to_string()))?;
    let builder = if url.is_https() {
        builder.with_platform_verifier().map_err(|error| failed(error.to_string()))?
    } else {
        // Nothing is ever encrypted, since no redirect is followed: what the machine trusts need not be read.
        builder.with_root_certificates(rustls::RootCertStore::empty())
    };
    let mut tls = builder.with_no_client_auth();
    tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let identity = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"))]);
    let builder = reqwest::Client::builder();
    // What runs on this machine is reached without a proxy, which would be sent the key.
    let builder = if url.is_loopback() { builder.no_proxy() } else { builder };
    builder
        .tls_backend_preconfigured(tls)
        .default_headers(identity)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(Duration::from_secs(10))
        .user_agent(concat!("conversation/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|error| failed(error.to_string()))
}
