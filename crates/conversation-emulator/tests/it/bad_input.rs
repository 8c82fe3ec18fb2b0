//! Every request is answered; an invalid one with the documented error body.

use std::io::Write;

use serde_json::{Value, json};

use crate::{
    raw,
    server::{Server, refused, send},
};

/// Every operation with a body, and a body it takes.
fn bodies(server: &Server, interaction: &str, message: &str, user: &str) -> Vec<(String, bool, Value)> {
    let agent = server.emulator.agent_id();
    vec![
        ("/agents".to_owned(), true, json!({ "model": "m" })),
        (format!("/agents/{agent}"), true, json!({ "name": "n" })),
        (format!("/agents/{agent}/config"), true, json!({ "model": "m" })),
        ("/interactions".to_owned(), false, json!({ "agent_id": agent })),
        (format!("/interactions/{interaction}"), false, json!({ "name": "n" })),
        ("/messages".to_owned(), false, json!({ "interaction_id": interaction, "content": "x" })),
        (format!("/messages/{message}/ask"), false, json!({ "interaction_id": interaction })),
        ("/users".to_owned(), true, json!({ "external_id": "new" })),
        (format!("/users/{user}"), true, json!({ "first_name": "n" })),
    ]
}

#[tokio::test]
async fn a_body_that_is_none_of_the_documented_is_an_invalid_request() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let message = server.say("ada", &interaction, "x").await;
    for (path, admin, good) in
        bodies(&server, interaction.id.as_str(), message.id.as_str(), interaction.user_id.as_str())
    {
        let request = || if admin { server.admin("POST", &path) } else { server.user("ada", "POST", &path) };
        let (name, _) = good.as_object().unwrap().iter().next().unwrap();
        let deep = format!("{{{name:?}: {}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
        let unknown_deep = format!("{{\"later\": {}}}", "[".repeat(10_000));
        let twice = format!("{{{name:?}: \"a\", {name:?}: \"b\"}}");
        let half = good.to_string();
        let texts = [
            "",
            " ",
            "{",
            "nonsense",
            "null",
            "[]",
            "\"text\"",
            "1",
            "{}{}",
            "{\"a\":}",
            &deep,
            &unknown_deep,
            &twice,
            &half[..half.len() - 1],
        ];
        for text in texts.map(str::as_bytes).into_iter().chain([b"\xff\xfe{}".as_slice(), b"{\"\xff\": 1}"]) {
            refused(request().body(text.to_vec()), 400, "invalid_request").await;
        }
        for wrong in [json!(1), json!([]), json!({}), json!(true), json!(1.5)] {
            let mut body = good.clone();
            body[name] = wrong;
            refused(request().json(&body), 400, "invalid_request").await;
        }
        // A valid body is accepted, with any `Content-Type` and next to any unknown field.
        let mut body = good.clone();
        body["later"] = json!({ "deep": [1, { "a": null }] });
        let answer = send(request().header("content-type", "text/plain").body(body.to_string())).await;
        assert_eq!(answer.status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_query_that_is_no_good_is_an_invalid_request() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let messages = format!("/messages?interaction_id={}", interaction.id);
    for limit in [
        "0",
        "101",
        "abc",
        "",
        "-1",
        "+5",
        "%2B5",
        "1.5",
        "1e1",
        "99999999999999999999",
        "0x10",
        "%31%30%30%30",
        "١",
        " 5",
    ] {
        for path in ["/interactions?", &format!("{messages}&")] {
            refused(server.user("ada", "GET", &format!("{path}limit={limit}")), 400, "invalid_request").await;
        }
    }
    for bad in ["limit=5&limit=5", "starting_after=a&starting_after=a", "limit=%", "limit=%zz", "x=%ff", "%zz=1"] {
        for path in ["/interactions?", &format!("{messages}&")] {
            // An HTTP client would mend some of these.
            let request = format!("GET {path}{bad} HTTP/1.1\r\n{}\r\n", raw::client(&server.emulator));
            let answer = tokio::task::spawn_blocking({
                let url = server.emulator.proficient_url();
                move || exchange(&url, request.as_bytes())
            });
            let answer = answer.await.unwrap();
            assert!(answer.starts_with("HTTP/1.1 400 "), "{bad}: {answer}");
            assert!(answer.contains("\"code\":\"invalid_request\""), "{answer}");
        }
    }
    refused(server.user("ada", "GET", "/messages"), 400, "invalid_request").await;
    refused(server.user("ada", "GET", "/messages?interaction_id"), 404, "resource_not_found").await;
    refused(server.admin("GET", "/users?live_mode=a&live_mode=b"), 400, "invalid_request").await;
    for good in ["", "&limit=1", "&limit=100", "&limit=%31", "&later=1&later=2", "&&", "&Limit=0"] {
        let answer = send(server.user("ada", "GET", &format!("{messages}{good}"))).await;
        assert_eq!(answer.status, 200, "{good}");
    }
}

fn exchange(url: &str, request: &[u8]) -> String {
    let mut stream = std::net::TcpStream::connect(url.trim_start_matches("http://")).unwrap();
    stream.write_all(request).unwrap();
    String::from_utf8(raw::read(&mut stream)).unwrap()
}

#[tokio::test]
async fn a_cursor_that_is_unknown_is_not_found() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    for cursor in ["", "msg_x", "%00", "%F0%9F%92%A9", "'--", &"x".repeat(5_000)] {
        let path = format!("/messages?interaction_id={}&starting_after={cursor}", interaction.id);
        refused(server.user("ada", "GET", &path), 404, "resource_not_found").await;
        let path = format!("/interactions?starting_after={cursor}");
        refused(server.user("ada", "GET", &path), 404, "resource_not_found").await;
    }
}

#[tokio::test]
async fn an_id_of_any_bytes_is_not_found() {
    let server = Server::start().await;
    for id in ["%00", "%ff", "%zz", "%", "%F0%9F%92%A9", "a%2Fb", "..%2F..", "'", &"x".repeat(5_000)] {
        let request = format!("GET /messages/{id} HTTP/1.1\r\n{}\r\n", raw::client(&server.emulator));
        let url = server.emulator.proficient_url();
        let answer = tokio::task::spawn_blocking(move || exchange(&url, request.as_bytes())).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 404 "), "{id}: {answer}");
        assert!(answer.contains("\"code\":\"resource_not_found\""), "{answer}");
    }
}

#[tokio::test]
async fn a_path_or_a_method_that_is_none_has_the_error_body() {
    let server = Server::start().await;
    for path in ["/", "/message", "/messages/", "/messages/a/b", "/messages/a/ask/b", "//messages", "/Agents", "/a%00b"]
    {
        refused(server.user("ada", "GET", path), 404, "resource_not_found").await;
    }
    for (method, path, allowed) in [
        ("PUT", "/messages", "GET,HEAD,POST"),
        ("DELETE", "/messages", "GET,HEAD,POST"),
        ("PATCH", "/interactions/int_x", "GET,HEAD,POST,DELETE"),
        ("GET", "/messages/msg_x/ask", "POST"),
        ("GET", "/agents/ag_x/activate", "POST"),
        ("OPTIONS", "/agents", "GET,HEAD,POST"),
        ("TRACE", "/users/u_x", "GET,HEAD,POST,DELETE"),
        ("NONSENSE", "/users", "GET,HEAD,POST"),
    ] {
        let answer = send(server.admin(method, path)).await;
        answer.is_error(405, "invalid_request");
        assert_eq!(answer.headers["allow"], allowed, "{method} {path}");
    }
    let head = send(server.user("ada", "HEAD", "/interactions")).await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
}

#[tokio::test]
async fn a_body_of_fifty_megabytes_is_answered_and_the_connection_goes_on() {
    let server = Server::start().await;
    let large = vec![b'x'; 50 << 20];
    for request in [server.user("ada", "POST", "/messages"), server.admin("POST", "/agents")] {
        refused(request.body(large.clone()), 413, "invalid_request").await;
    }
    refused(server.request("POST", "/messages").body(large), 401, "invalid_credentials").await;
    // Just too large, and just not.
    let body = |length: usize| format!("{{\"external_id\":\"{}\"}}", "x".repeat(length - 18));
    let fits = body(1 << 20);
    assert_eq!(fits.len(), 1 << 20);
    assert_eq!(send(server.admin("POST", "/users").body(fits)).await.status, 200);
    refused(server.admin("POST", "/users").body(body((1 << 20) + 1)), 413, "invalid_request").await;
}

#[tokio::test]
async fn a_chunked_body_without_a_length_is_bounded_too() {
    let server = Server::start().await;
    let url = server.emulator.proficient_url();
    let head =
        format!("POST /messages HTTP/1.1\r\n{}transfer-encoding: chunked\r\n\r\n", raw::client(&server.emulator));
    let answer = tokio::task::spawn_blocking(move || {
        let mut stream = std::net::TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let chunk = [b"10000\r\n".as_slice(), &[b'x'; 0x10000], b"\r\n"].concat();
        for _ in 0..200 {
            stream.write_all(&chunk).unwrap();
        }
        stream.write_all(b"0\r\n\r\n").unwrap();
        String::from_utf8(raw::read(&mut stream)).unwrap()
    });
    let answer = answer.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[tokio::test]
async fn a_body_that_breaks_off_does_nothing() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    let body = json!({ "interaction_id": interaction.id, "content": "x" }).to_string();
    let head = raw::client(&server.emulator);
    let request = format!("POST /messages HTTP/1.1\r\n{head}content-length: {}\r\n\r\n{body}", body.len() + 1);
    let url = server.emulator.proficient_url();
    tokio::task::spawn_blocking(move || {
        let mut stream = std::net::TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        raw::read(&mut stream)
    })
    .await
    .unwrap();
    assert!(server.emulator.messages(&interaction.id).await.unwrap().is_empty());
    server.say("ada", &interaction, "still there").await;
}

#[tokio::test]
async fn what_is_not_http_ends_the_connection_and_nothing_else() {
    let server = Server::start().await;
    for bytes in [b"\0\0\0\0\r\n\r\n".as_slice(), b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", &[b'A'; 100_000]] {
        let url = server.emulator.proficient_url();
        tokio::task::spawn_blocking(move || {
            let mut stream = std::net::TcpStream::connect(url.trim_start_matches("http://")).unwrap();
            let _ = stream.write_all(bytes);
            let _ = stream.shutdown(std::net::Shutdown::Write);
            raw::read(&mut stream)
        })
        .await
        .unwrap();
    }
    server.interaction("ada").await;
}
