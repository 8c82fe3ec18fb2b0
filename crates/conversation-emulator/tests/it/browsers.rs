//! What a page in a browser needs: preflights are answered, and any origin may read any answer.

use conversation_emulator::{Clock, Emulator, Fault, Timestamp};

use crate::server::{NOW, Server, send};

#[tokio::test]
async fn a_preflight_allows_what_it_asks_for() {
    let server = Server::start().await;
    for path in ["/interactions", "/messages/msg_1/ask", "/webapi/api/v2/chats", "/unknown"] {
        let asked = "authorization,content-type,x-proficient-api-key,x-proficient-user-external-id";
        let request = server
            .request("OPTIONS", path)
            .header("origin", "https://shop.example")
            .header("access-control-request-method", "DELETE")
            .header("access-control-request-headers", asked)
            .header("access-control-request-private-network", "true");
        let answer = send(request).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.headers["access-control-allow-origin"], "*");
        assert_eq!(answer.headers["access-control-allow-methods"], "DELETE");
        assert_eq!(answer.headers["access-control-allow-headers"], asked);
        assert_eq!(answer.headers["access-control-allow-private-network"], "true");
    }
    // Without the header it is a request like any other.
    let plain = send(server.request("OPTIONS", "/interactions")).await;
    assert_eq!(plain.status, 405);
}

#[tokio::test]
async fn every_answer_can_be_read_from_any_origin() {
    let server = Server::start().await;
    let from = |request: reqwest::RequestBuilder| request.header("origin", "null");
    let list = || from(server.user("ada", "GET", "/interactions"));
    for request in [list(), from(server.request("GET", "/interactions")), from(server.request("GET", "/unknown"))] {
        assert_eq!(send(request).await.headers["access-control-allow-origin"], "*");
    }
    for fault in [Fault::ServerError, Fault::TooManyRequests, Fault::Slow] {
        server.emulator.faults().next(fault);
        let answer = send(list()).await;
        assert_eq!(answer.headers["access-control-allow-origin"], "*", "{fault}");
        assert_eq!(answer.headers["access-control-expose-headers"], "retry-after", "{fault}");
    }
}

#[tokio::test]
async fn the_date_is_that_of_the_clock() {
    let server = Server::start().await;
    let date = || async { send(server.user("ada", "GET", "/interactions")).await.headers["date"].clone() };
    assert_eq!(date().await, "Mon, 05 Jun 2023 21:20:00 GMT");
    server.emulator.clock().set(Timestamp::from_millis(NOW + 61_999));
    assert_eq!(date().await, "Mon, 05 Jun 2023 21:21:01 GMT");
    // Later than HTTP can say: the answer comes, with the time of the machine.
    server.emulator.clock().set(Timestamp::from_millis(300_000_000_000_000));
    assert!(!date().await.is_empty());
}

#[tokio::test]
async fn a_clock_that_http_cannot_write_is_refused_at_the_start() {
    for time in [i64::MAX, 253_402_300_800_000, -1] {
        let clock = Clock::fixed(Timestamp::from_millis(time));
        let error = Emulator::builder().clock(clock).start().await.expect_err("no such year");
        assert!(error.to_string().contains("between the years 1970 and 9999"), "{error}");
    }
    let last = Clock::fixed(Timestamp::from_millis(253_402_300_799_999));
    assert!(Emulator::builder().clock(last).start().await.is_ok());
}

#[tokio::test]
async fn requests_are_counted_by_operation() {
    let server = Server::start().await;
    let interaction = server.interaction("ada").await;
    server.say("ada", &interaction, "x").await;
    server.emulator.faults().next(Fault::ServerError);
    send(server.user("ada", "GET", "/interactions")).await;
    let requests = |operation| server.emulator.requests(operation);
    assert_eq!(
        [
            requests("interactions_create"),
            requests("messages_create"),
            requests("interactions_list"),
            requests("messages_ask")
        ],
        [1, 1, 1, 0]
    );
}
