//! A server with the answers of a test.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpListener,
    thread,
};

/// Starts a server that answers each request, by its path and query, with what `answer` makes of it: 200 and JSON. Its URL.
///
/// It lives as long as the process of the test.
pub(crate) fn serve(answer: impl Fn(&str) -> String + Send + 'static) -> String {
    serve_as("200 OK", "content-type: application/json", answer)
}

/// As [`serve`], with another status and header.
pub(crate) fn serve_as(
    status: &'static str,
    header: &'static str,
    answer: impl Fn(&str) -> String + Send + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for connection in listener.incoming() {
            let mut connection = connection.unwrap();
            let mut reader = BufReader::new(connection.try_clone().unwrap());
            let mut first = String::new();
            reader.read_line(&mut first).unwrap();
            let mut length = 0;
            loop {
                let mut header = String::new();
                reader.read_line(&mut header).unwrap();
                let Some((name, value)) = header.trim().split_once(':') else { break };
                if name.eq_ignore_ascii_case("content-length") {
                    length = value.trim().parse().unwrap();
                }
            }
            reader.take(length).read_to_end(&mut Vec::new()).unwrap();
            let body = answer(first.split(' ').nth(1).unwrap_or_default());
            let head = format!("HTTP/1.1 {status}\r\n{header}\r\nconnection: close\r\n");
            let _ = write!(connection, "{head}content-length: {}\r\n\r\n{body}", body.len());
        }
    });
    url
}
