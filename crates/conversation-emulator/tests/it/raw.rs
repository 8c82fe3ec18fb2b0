//! Bytes on a connection, for what no HTTP client sends.

use std::{
    io::{ErrorKind, Read, Write},
    net::TcpStream,
    time::Duration,
};

use conversation_emulator::Emulator;

pub(crate) fn connect(emulator: &Emulator) -> TcpStream {
    let stream = TcpStream::connect(emulator.proficient_url().trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// Sends and reads to the end of the connection, however it ends.
pub(crate) fn exchange(emulator: &Emulator, request: &[u8]) -> Vec<u8> {
    let mut stream = connect(emulator);
    stream.write_all(request).unwrap();
    read(&mut stream)
}

pub(crate) fn read(stream: &mut TcpStream) -> Vec<u8> {
    let (mut answer, mut part) = (Vec::new(), [0; 4096]);
    loop {
        match stream.read(&mut part) {
            Ok(0) => return answer,
            Ok(length) => answer.extend_from_slice(&part[..length]),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => return answer,
            Err(error) => panic!("{error}: {}", String::from_utf8_lossy(&answer)),
        }
    }
}

/// The headers of a client, and that the connection ends with the answer.
pub(crate) fn client(emulator: &Emulator) -> String {
    let key = emulator.keys().publishable_key().expose();
    format!(
        "host: localhost\r\nconnection: close\r\nx-proficient-api-key: {key}\r\n\
         x-proficient-user-external-id: ada\r\n"
    )
}
