//! The effect of each fault on an event stream, byte by byte at the socket.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use futures_util::stream;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::connection::Connection;
use super::fault::Fault;
use crate::clock::Clock;

const FIRST: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"one\"},\"finish_reason\":null}]}\n\n";
const SECOND: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"zwö\"},\"finish_reason\":null}]}\n\n";
const LAST: &str = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const DONE: &str = "data: [DONE]\n\n";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Closed,
    Reset,
}

struct Wire {
    head: String,
    /// The chunks of the chunked body, the last and empty one included if it came.
    chunks: Vec<Vec<u8>>,
    /// How the connection ended.
    end: End,
}

impl Wire {
    fn body(&self) -> String {
        String::from_utf8_lossy(&self.chunks.concat()).into_owned()
    }

    /// Whether the body ended as HTTP wants it.
    fn complete(&self) -> bool {
        self.chunks.last().is_some_and(Vec::is_empty)
    }
}

/// Serves the stream above with a fault to a raw socket.
async fn exchange(fault: &str) -> Wire {
    let fault: Arc<Fault> = Arc::new(fault.parse().unwrap());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    let (stream, peer) = listener.accept().await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (connection, socket) = Connection::wrap(stream, peer);
    let clock = Clock::new();
    let server = tokio::spawn(async move {
        let service = service_fn(move |_| {
            let events = [FIRST, SECOND, LAST, DONE].map(|event| Ok::<_, Infallible>(Bytes::from(event)));
            let response = Response::builder()
                .header("content-type", "text/event-stream")
                .body(Body::from_stream(stream::iter(events)))
                .unwrap();
            let response = super::body::reshape(response, &fault, &clock, Some(connection.clone()));
            async move { Ok::<_, Infallible>(response) }
        });
        // A connection that is ended on purpose is an error here.
        let _ = http1::Builder::new()
            .serve_connection(TokioIo::new(socket), service)
            .await;
    });
    client
        .write_all(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut bytes = Vec::new();
    let end = match client.read_to_end(&mut bytes).await {
        Ok(_) => End::Closed,
        Err(error) if error.kind() == ErrorKind::ConnectionReset => End::Reset,
        Err(error) => panic!("{error}"),
    };
    server.await.unwrap();
    let split = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    let head = String::from_utf8(bytes[..split].to_vec()).unwrap();
    Wire {
        head,
        chunks: dechunk(&bytes[split..]),
        end,
    }
}

fn dechunk(mut bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut chunks = Vec::new();
    while let Some(line) = bytes.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&bytes[..line]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        chunks.push(bytes[line + 2..line + 2 + size].to_vec());
        bytes = &bytes[line + 4 + size..];
    }
    assert!(bytes.is_empty(), "{bytes:?}");
    chunks
}

#[tokio::test]
async fn without_a_cut_the_stream_is_whole() {
    let wire = exchange("pace=1ms").await;
    assert_eq!(wire.body(), [FIRST, SECOND, LAST, DONE].concat());
    assert!(wire.complete() && wire.end == End::Closed);
    assert!(wire.head.contains("content-type: text/event-stream"), "{}", wire.head);
}

#[tokio::test]
async fn cuts_are_at_their_place() {
    for (place, expected) in [
        ("event", [FIRST, &SECOND[..SECOND.len() / 2]].concat()),
        ("event:0", FIRST[..FIRST.len() / 2].to_owned()),
        ("events:2", [FIRST, SECOND].concat()),
        ("finish", [FIRST, SECOND].concat()),
        ("done", [FIRST, SECOND, LAST].concat()),
        ("body:5", "data:".to_owned()),
        ("body", FIRST[..FIRST.len() / 2].to_owned()),
    ] {
        let reset = exchange(&format!("reset={place}")).await;
        assert_eq!(
            (reset.body(), reset.end),
            (expected.clone(), End::Reset),
            "reset={place}"
        );
        let closed = exchange(&format!("close={place}")).await;
        assert_eq!(
            (closed.body(), closed.end),
            (expected.clone(), End::Closed),
            "close={place}"
        );
        assert!(!reset.complete() && !closed.complete(), "{place}");
        let ended = exchange(&format!("end={place}")).await;
        assert_eq!((ended.body(), ended.end), (expected, End::Closed), "end={place}");
        assert!(ended.complete(), "{place}");
    }
}

#[tokio::test]
async fn unreached_place_cuts_nothing() {
    for fault in ["reset=event:4", "close=events:9", "end=body:5000"] {
        let wire = exchange(fault).await;
        assert_eq!(wire.body(), [FIRST, SECOND, LAST, DONE].concat(), "{fault}");
        assert!(wire.complete() && wire.end == End::Closed, "{fault}");
    }
}

#[tokio::test]
async fn an_error_event_ends_the_stream() {
    let wire = exchange("error-event=2").await;
    let body = wire.body();
    let error = body.strip_prefix(&[FIRST, SECOND].concat()).unwrap();
    let error = error.strip_prefix("data: ").unwrap().strip_suffix("\n\n").unwrap();
    let error: serde_json::Value = serde_json::from_str(error).unwrap();
    assert!(error["error"]["message"].is_string() && wire.complete());
}

#[tokio::test]
async fn one_event_is_garbled() {
    let body = exchange("garble=json:2").await.body();
    assert_eq!(
        body,
        [FIRST, SECOND, &LAST.replace("data: {", "data: {,"), DONE].concat()
    );
    let wire = exchange("garble=utf8").await;
    let bytes = wire.chunks.concat();
    assert!(std::str::from_utf8(&bytes).is_err());
    let place = bytes.iter().position(|byte| *byte == 0xff).unwrap();
    assert!(bytes[..place].ends_with(b"\"content\":\""));
    assert!(bytes.starts_with(FIRST.as_bytes()) && bytes.ends_with([LAST, DONE].concat().as_bytes()));
}

#[tokio::test]
async fn events_are_reshaped_and_chopped() {
    let wire = exchange("events=crlf,comments,bare-done; content-type=none").await;
    let expected = [FIRST, SECOND, LAST, "[DONE]\n\n"].map(|event| format!(": keep-alive\n{event}"));
    assert_eq!(wire.body(), expected.concat().replace('\n', "\r\n"));
    assert!(!wire.head.contains("content-type"), "{}", wire.head);

    let wire = exchange("events=cr; chop=3").await;
    assert_eq!(wire.body(), [FIRST, SECOND, LAST, DONE].concat().replace('\n', "\r"));
    assert!(wire.chunks.iter().all(|chunk| chunk.len() <= 3));
    // A character of two bytes was split.
    assert!(wire.chunks.iter().any(|chunk| std::str::from_utf8(chunk).is_err()));
}
