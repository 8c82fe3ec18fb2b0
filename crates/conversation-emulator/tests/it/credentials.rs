//! Who may do what.

use conversation_emulator::Emulator;
use serde_json::json;

use crate::{
    raw,
    server::{Server, refused, send},
};

/// Every operation, with what it takes: the client's credentials, the administrator's, or both.
pub(crate) const OPERATIONS: [(&str, &str, bool, bool); 23] = [
    ("GET", "/agents", true, true),
    ("POST", "/agents", false, true),
    ("GET", "/agents/ag_x", true, true),
    ("POST", "/agents/ag_x", false, true),
    ("DELETE", "/agents/ag_x", false, true),
    ("GET", "/agents/ag_x/config", false, true),
    ("POST", "/agents/ag_x/config", false, true),
    ("POST", "/agents/ag_x/activate", false, true),
    ("POST", "/agents/ag_x/deactivate", false, true),
    ("GET", "/interactions", true, false),
    ("POST", "/interactions", true, false),
    ("GET", "/interactions/int_x", true, false),
    ("POST", "/interactions/int_x", true, false),
    ("DELETE", "/interactions/int_x", true, false),
    ("GET", "/messages?interaction_id=int_x", true, false),
    ("POST", "/messages", true, false),
    ("GET", "/messages/msg_x", true, false),
    ("POST", "/messages/msg_x/ask", true, false),
    ("GET", "/users", false, true),
    ("POST", "/users", false, true),
    ("GET", "/users/u_x", true, true),
    ("POST", "/users/u_x", true, true),
    ("DELETE", "/users/u_x", false, true),
];

#[tokio::test]
async fn an_operation_answers_its_audience_only() {
    let server = Server::start().await;
    for (method, path, client, admin) in OPERATIONS {
        for (taken, request) in [(client, server.user("ada", method, path)), (admin, server.admin(method, path))] {
            let answer = send(request).await;
            if taken {
                assert_ne!(answer.status, 401, "{method} {path}");
            } else {
                answer.is_error(401, "invalid_credentials");
            }
        }
    }
}

#[tokio::test]
async fn without_credentials_or_with_wrong_ones_every_operation_gives_401() {
    let server = Server::start().await;
    let keys = server.emulator.keys();
    let (pk, sk) = (keys.publishable_key().expose(), keys.secret_key().expose());
    let (pk_long, sk_long) = (format!("{pk}x"), format!("Bearer {sk}x"));
    let bearer_pk = format!("Bearer {pk}");
    let basic = format!("Basic {sk}");
    let sets: &[&[(&str, &str)]] = &[
        &[],
        &[("x-proficient-api-key", pk)],
        &[("x-proficient-user-external-id", "ada")],
        &[("x-proficient-api-key", pk), ("x-proficient-user-external-id", "")],
        &[("x-proficient-api-key", &pk_long), ("x-proficient-user-external-id", "ada")],
        &[("x-proficient-api-key", &pk[..pk.len() - 1]), ("x-proficient-user-external-id", "ada")],
        &[("x-proficient-api-key", sk), ("x-proficient-user-external-id", "ada")],
        &[("x-proficient-api-key", pk), ("x-proficient-api-key", pk), ("x-proficient-user-external-id", "ada")],
        &[("x-proficient-api-key", pk), ("x-proficient-user-external-id", "ada"), ("x-proficient-user-hmac", "")],
        &[("x-proficient-api-key", pk), ("x-proficient-user-external-id", "ada"), ("x-proficient-user-hmac", "bm8=")],
        &[("authorization", sk)],
        &[("authorization", &basic)],
        &[("authorization", &bearer_pk)],
        &[("authorization", &sk_long)],
        &[("authorization", "Bearer ")],
    ];
    for (method, path, ..) in OPERATIONS {
        for headers in sets {
            let mut request = server.request(method, path);
            for (name, value) in *headers {
                request = request.header(*name, *value);
            }
            let message = refused(request, 401, "invalid_credentials").await;
            assert!(!message.contains("_"), "{message}");
        }
    }
    assert_eq!(send(server.admin("GET", "/users")).await.json()["data"], json!([]), "no user was created");
}

#[tokio::test]
async fn an_external_id_of_any_text_makes_its_user_once() {
    let server = Server::start().await;
    for _ in 0..2 {
        for id in ["ada", "Ada", "ünïcødé 日本", "a b", "%00", "' OR 1=1 --"] {
            let interaction = server.interaction(id).await;
            let path = format!("/users/{}", interaction.user_id);
            assert_eq!(send(server.user(id, "GET", &path)).await.json()["external_id"], id);
        }
    }
    let users = send(server.admin("GET", "/users")).await.json();
    assert_eq!(users["data"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn an_external_id_that_is_not_text_is_refused() {
    let server = Server::start().await;
    let request = server.user("ada", "GET", "/interactions").build().unwrap();
    let key = request.headers()["x-proficient-api-key"].to_str().unwrap().to_owned();
    let value = reqwest::header::HeaderValue::from_bytes(b"\xff\xfe").unwrap();
    let request = server.request("GET", "/interactions").header("x-proficient-api-key", key);
    refused(request.header("x-proficient-user-external-id", value), 401, "invalid_credentials").await;
}

#[tokio::test]
async fn an_hmac_is_required_where_it_is_and_checked_where_it_comes() {
    for required in [false, true] {
        let server = Server::new(Emulator::builder().require_hmac(required).start().await.unwrap());
        let with = |hmac: &str| server.user("ada", "GET", "/interactions").header("x-proficient-user-hmac", hmac);
        assert_eq!(send(with(&server.emulator.sign("ada"))).await.status, 200);
        refused(with(&server.emulator.sign("eve")), 401, "invalid_credentials").await;
        let without = send(server.user("ada", "GET", "/interactions")).await;
        assert_eq!(without.status, if required { 401 } else { 200 });
        // The administrator has no user to vouch for.
        assert_eq!(send(server.admin("GET", "/users")).await.status, 200);
    }
}

#[tokio::test]
async fn the_scheme_of_authorization_is_no_matter_of_case() {
    let server = Server::start().await;
    let value = format!("bEARER {}", server.emulator.keys().secret_key().expose());
    assert_eq!(send(server.request("GET", "/users").header("authorization", value)).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_are_refused_before_the_body_is_sent() {
    let server = Server::start().await;
    let emulator = &server.emulator;
    let answer = tokio::task::block_in_place(|| {
        let request = "POST /messages HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n";
        let mut stream = raw::connect(emulator);
        std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
        let mut begin = [0; 12];
        std::io::Read::read_exact(&mut stream, &mut begin).unwrap();
        begin
    });
    assert_eq!(&answer, b"HTTP/1.1 401");
}
