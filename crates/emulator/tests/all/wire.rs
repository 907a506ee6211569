//! A request at a raw socket: exactly what comes back, and how the connection ends.

use std::io::ErrorKind;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::client::{AUTHORING, Client};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Closed,
    Reset,
}

#[derive(Debug)]
pub(crate) struct Wire {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    pub(crate) end: End,
}

impl Wire {
    /// A header's value, by its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let prefix = format!("{name}: ");
        self.head.lines().find_map(|line| line.strip_prefix(&prefix))
    }
}

/// Connects to an emulator.
pub(crate) async fn connect(client: &Client) -> TcpStream {
    let address = client.emulator.endpoint().trim_start_matches("http://");
    TcpStream::connect(address).await.unwrap()
}

/// The text of a request with the key that asks for the connection to be closed after it.
pub(crate) fn request(client: &Client, method: &str, path: &str, headers: &str, body: &str) -> String {
    let key = client.emulator.api_key();
    let host = client.emulator.endpoint().trim_start_matches("http://");
    format!(
        "{method} /openai{path}?api-version={AUTHORING} HTTP/1.1\r\nhost: {host}\r\napi-key: {key}\r\n\
         connection: close\r\ncontent-length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
}

/// Sends a text and reads all that comes back.
pub(crate) async fn exchange(client: &Client, request: &str) -> Wire {
    let mut socket = connect(client).await;
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    let end = match socket.read_to_end(&mut bytes).await {
        Ok(_) => End::Closed,
        Err(error) if error.kind() == ErrorKind::ConnectionReset => End::Reset,
        Err(error) => panic!("{error}"),
    };
    let split = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let body = bytes.split_off(split.map_or(bytes.len(), |place| place + 4));
    let head = String::from_utf8(bytes).unwrap();
    Wire { head, body, end }
}

/// A `GET` with a fault in the header.
pub(crate) async fn get(client: &Client, path: &str, fault: &str) -> Wire {
    let header = format!("x-emulator-fault: {fault}\r\n");
    exchange(client, &request(client, "GET", path, &header, "")).await
}
