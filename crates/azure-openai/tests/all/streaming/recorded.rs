//! A recorded stream, cut, split, relabeled and compressed, at each byte: the same events or an error, never less
//! without an error.

use std::io::Write;

use azure_openai::chat::ChatEvent;
use azure_openai::{Deployment, Error};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use serde_json::json;

use super::{call, choice, delta};
use crate::server::{Server, open_head, reply};
use crate::support::client_of;

fn recorded() -> Vec<u8> {
    let safe = json!({"hate": {"filtered": false, "severity": "safe"}});
    let events = [
        json!({"choices": [], "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": safe}]}),
        delta("Grüße"),
        call(json!({"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": "{\"ü\""}})),
        call(json!({"index": 0, "function": {"arguments": ":1}"}})),
        choice(json!({"index": 0, "delta": {}, "finish_reason": "tool_calls"})),
        json!({"choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}}),
    ];
    let body: String = events.iter().map(|event| format!("data: {event}\r\n\r\n")).collect();
    format!(": hi\n\n{body}data: [DONE]\n\n").into_bytes()
}

/// The events of the server's next response, and how it ends.
async fn read(chat: &Deployment) -> (Vec<ChatEvent>, Option<Error>) {
    let request = chat.chat("Hi").with_usage();
    let mut stream = match request.stream().await {
        Ok(stream) => stream.into_value(),
        Err(error) => return (Vec::new(), Some(error)),
    };
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        match event {
            Ok(event) => events.push(event),
            Err(error) => return (events, Some(error)),
        }
    }
    (events, None)
}

fn chat_of(server: &Server) -> Deployment {
    client_of(server).deployment("d")
}

async fn whole() -> Vec<ChatEvent> {
    let bytes = reply(200, &[("content-type", "text/event-stream")], recorded());
    let (events, error) = read(&chat_of(&Server::start(move |_, _| bytes.clone()).await)).await;
    assert!(error.is_none() && events.len() == 7, "{error:?} {events:?}");
    events
}

#[tokio::test]
async fn stream_cut_at_any_byte_is_the_same_or_an_error() {
    let (body, whole) = (recorded(), whole().await);
    let (length, labels) = (body.len(), ["text/event-stream", "application/json", "text/plain"]);
    let server =
        Server::start(move |number, _| reply(200, &[("content-type", labels[number % 3])], &body[..number])).await;
    let chat = chat_of(&server);
    for end in 0..length {
        let (events, error) = read(&chat).await;
        assert_eq!(events, whole[..events.len()], "cut at {end}");
        match error {
            Some(error) => assert!(error.is_truncated() || events.is_empty(), "cut at {end}: {error:?}"),
            None => assert_eq!(events, whole, "cut at {end}"),
        }
    }
}

#[tokio::test]
async fn stream_split_at_any_byte_is_the_same_under_any_label() {
    let (body, whole) = (recorded(), whole().await);
    let (length, labels) = (
        body.len(),
        [
            "application/json",
            "text/event-stream",
            "application/octet-stream",
            "text/plain",
        ],
    );
    let server = Server::start_with(move |number, _| {
        let (start, end) = body.split_at(number);
        (vec![open_head(labels[number % 4]), start.to_vec(), end.to_vec()], false)
    })
    .await;
    let chat = chat_of(&server);
    for at in 0..length {
        let (events, error) = read(&chat).await;
        assert!(error.is_none(), "split at {at}: {error:?}");
        assert_eq!(events, whole, "split at {at}");
    }
}

fn compressed(coding: &str, body: &[u8]) -> Vec<u8> {
    let write = |mut encoder: Box<dyn Write>| encoder.write_all(body).unwrap();
    let mut bytes = Vec::new();
    match coding {
        "gzip" => write(Box::new(GzEncoder::new(&mut bytes, Compression::default()))),
        "deflate" => write(Box::new(ZlibEncoder::new(&mut bytes, Compression::default()))),
        // Without the header that the standard asks for.
        "Deflate" => write(Box::new(DeflateEncoder::new(&mut bytes, Compression::default()))),
        other => panic!("{other}"),
    }
    bytes
}

fn compressed_head(coding: &str, label: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: {label}\r\ncontent-encoding: {coding}\r\n\r\n")
        .into()
}

#[tokio::test]
async fn compressed_stream_split_at_any_byte_is_the_same() {
    let whole = whole().await;
    for coding in ["gzip", "deflate", "Deflate"] {
        let body = compressed(coding, &recorded());
        let (length, labels) = (body.len(), ["text/event-stream", "application/json"]);
        let server = Server::start_with(move |number, _| {
            let (start, end) = body.split_at(number);
            let head = compressed_head(coding, labels[number % 2]);
            (vec![head, start.to_vec(), end.to_vec()], false)
        })
        .await;
        let chat = chat_of(&server);
        for at in 0..length {
            let (events, error) = read(&chat).await;
            assert!(error.is_none(), "{coding} split at {at}: {error:?}");
            assert_eq!(events, whole, "{coding} split at {at}");
        }
    }
}

#[tokio::test]
async fn compressed_stream_cut_at_any_byte_is_the_same_or_an_error() {
    let whole = whole().await;
    for coding in ["gzip", "deflate", "Deflate"] {
        let body = compressed(coding, &recorded());
        let length = body.len();
        let server = Server::start_with(move |number, _| {
            (
                vec![compressed_head(coding, "text/event-stream"), body[..number].to_vec()],
                false,
            )
        })
        .await;
        let chat = chat_of(&server);
        for end in 0..length {
            let (events, error) = read(&chat).await;
            assert_eq!(events, whole[..events.len()], "{coding} cut at {end}");
            match error {
                Some(error) => assert!(
                    error.is_truncated() || events.is_empty(),
                    "{coding} cut at {end}: {error:?}"
                ),
                // `[DONE]` has come: what is missing is the checksum.
                None => assert_eq!(events, whole, "{coding} cut at {end}"),
            }
        }
    }
}
