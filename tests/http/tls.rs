//! TLS: a server is believed when its certificate is trusted, and only then.

use std::sync::Arc;

use proficient_client::{Auth, Client, Error};
use proficient_types::{InteractionId, UserExternalId};
use rustls::pki_types::PrivatePkcs8KeyDer;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use tokio_rustls::TlsAcceptor;

use crate::{proficient::status, quick};

/// A server for `localhost` with a certificate that it made itself, and what it was sent under TLS.
async fn server() -> (String, rustls::pki_types::CertificateDer<'static>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let certificate = made.cert.der().clone();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key.into())
        .expect("the key fits");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("https://localhost:{}", listener.local_addr().expect("its address").port());
    tokio::spawn(async move {
        let acceptor = TlsAcceptor::from(Arc::new(config));
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let body = r#"{"error": {"code": "resource_not_found", "message": "none"}}"#;
            let head = format!("HTTP/1.1 404 X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
            let _ = stream.shutdown().await;
        }
    });
    (url, certificate)
}

fn client(url: &str) -> Client {
    let auth = Auth::publishable("pk_1", &UserExternalId::new("ann")).expect("a key");
    Client::new(url, auth).expect("a URL").with_policy(quick().with_attempts(1))
}

#[tokio::test]
async fn a_certificate_that_nobody_trusts_is_refused_before_a_key_is_sent() {
    let (url, _) = server().await;
    let error = client(&url).interactions().get(&InteractionId::new("int_1")).await.expect_err("not trusted");
    assert!(matches!(&error, Error::Transport(error) if !error.was_connected), "{error:?}");
    assert!(error.to_string().to_lowercase().contains("certificate"), "{error}");
}

#[tokio::test]
async fn a_certificate_of_ones_own_can_be_trusted() {
    let (url, certificate) = server().await;
    let mut roots = rustls::RootCertStore::empty();
    roots.add(certificate).expect("a root");
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let http = reqwest::Client::builder().tls_backend_preconfigured(tls).build().expect("a client");
    let got = client(&url).with_http(http).interactions().get(&InteractionId::new("int_1")).await;
    assert_eq!(status(got).0, 404);
}

#[test]
fn a_client_of_ones_own_works_as_before() {
    // Features of reqwest are those of all its users together: none that these crates turn on may make this panic.
    reqwest::Client::new();
}
