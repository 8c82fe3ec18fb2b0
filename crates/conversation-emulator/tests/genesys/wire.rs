//! HTTP as bare as it gets: one request, one connection, no client library between the test and the bytes.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use conversation_emulator::{Emulator, Fault};
use serde_json::Value;

/// An answer of the emulator.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Sends a request to a path below the API's own.
pub(crate) fn send(emulator: &Emulator, method: &str, path: &str, body: &[u8], fault: Option<Fault>) -> Answer {
    let url = emulator.genesys_url();
    let (host, base) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let mut connection = TcpStream::connect(host).unwrap();
    let fault = fault.map_or(String::new(), |fault| format!("x-emulator-fault: {fault}\r\n"));
    let head = format!(
        "{method} /{base}{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {}\r\n{fault}\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).unwrap();
    connection.write_all(body).unwrap();
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let headers = String::from_utf8(answer[..end].to_vec()).unwrap().to_ascii_lowercase();
    let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, headers, body: answer[end + 4..].to_vec() }
}

/// Sends JSON with POST, and expects the one status that is documented.
pub(crate) fn post(emulator: &Emulator, path: &str, body: &Value, fault: Option<Fault>) -> Value {
    let answer = send(emulator, "POST", path, body.to_string().as_bytes(), fault);
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(answer.headers.contains("content-type: application/json"), "{answer:?}");
    answer.json()
}
