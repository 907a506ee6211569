//! Compressed response bodies, asked for or not.

use std::io::Write;
use std::time::Duration;

use azure_openai_core::{ErrorKind, Events, Json, PlainText, Request, RequestBuilder, Value};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use crate::server::{CHAT, Server, reply};

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn zlib(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn raw_deflate(text: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

async fn server(status: u16, coding: &'static str, body: Vec<u8>) -> Server {
    Server::start(move |_, _| reply(status, &[("content-encoding", coding)], &body)).await
}

#[tokio::test]
async fn compressed_json_is_decompressed() {
    const JSON: &[u8] = br#"{"ok":true}"#;
    for (coding, body) in [
        ("gzip", gzip(JSON)),
        ("GZIP", [gzip(&JSON[..4]), gzip(&JSON[4..])].concat()),
        ("x-gzip", gzip(JSON)),
        ("deflate", zlib(JSON)),
        ("deflate", raw_deflate(JSON)),
        ("identity", JSON.to_vec()),
        // Decompressed on its way, with the header left.
        ("gzip", JSON.to_vec()),
        ("deflate", JSON.to_vec()),
    ] {
        let server = server(200, coding, body).await;
        assert_eq!(server.get().await.unwrap()["ok"], true, "{coding}");
    }
}

#[tokio::test]
async fn start_of_any_length_shows_how_a_body_is_compressed() {
    let long = format!("{{\"text\":\"{}\"}}", "Hello, Xylophone. ".repeat(300)).into_bytes();
    let short = b"{}".to_vec();
    for json in [long, short] {
        for (coding, body) in [
            ("gzip", gzip(&json)),
            ("deflate", zlib(&json)),
            ("deflate", raw_deflate(&json)),
            ("deflate", json.clone()),
            ("identity, gzip", gzip(&json)),
        ] {
            for at in 0..body.len().min(24) {
                let head = format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-encoding: {coding}\r\n\r\n");
                let (start, end) = body.split_at(at);
                let chunks = vec![head.into_bytes(), start.to_vec(), end.to_vec()];
                let server = Server::start_with(move |_, _| (chunks.clone(), false)).await;
                let value = server
                    .get()
                    .await
                    .unwrap_or_else(|error| panic!("{coding} at {at}: {error:?}"));
                assert_eq!(serde_json::to_vec(&*value).unwrap(), json, "{coding} at {at}");
            }
        }
    }
    // Text whose first byte could be that of zlib.
    for text in ["Hello.", "Xylophone", "(music)", "8 o clock", "H"] {
        let server = server(200, "deflate", text.into()).await;
        let call =
            RequestBuilder::<PlainText>::new(&server.pipeline(), Request::new(&crate::server::GET).path("id", "x"));
        assert_eq!(call.await.unwrap().value(), text);
    }
}

#[tokio::test]
async fn compressed_error_has_its_code_and_wait() {
    let body = br#"{"error":{"code":"429","message":"Please retry after 70 seconds."}}"#;
    let error = server(429, "gzip", gzip(body)).await.get().await.unwrap_err();
    assert_eq!(
        (error.code(), error.retry_after()),
        (Some("429"), Some(Duration::from_secs(70)))
    );
}

#[tokio::test]
async fn compressed_stream_has_the_same_events() {
    let body = b"data: {\"n\":1}\n\ndata: {\"n\":2}\n\ndata: [DONE]\n\n";
    let server = server(200, "gzip", gzip(body)).await;
    let request = Request::new(&CHAT).path("deployment-id", "d").json(&1);
    let mut events = RequestBuilder::<Events<Value>>::new(&server.pipeline(), request)
        .await
        .unwrap()
        .into_value();
    let mut numbers = Vec::new();
    while let Some(event) = events.next().await {
        numbers.push(event.unwrap()["n"].as_u64());
    }
    assert_eq!(numbers, [Some(1), Some(2)]);
}

#[tokio::test]
async fn limit_holds_for_what_is_decompressed() {
    let bomb = gzip(&vec![b' '; 64 * 1024 * 1024]);
    assert!(bomb.len() < 100_000);
    let error = server(200, "gzip", bomb.clone()).await.get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    let error = server(500, "gzip", bomb).await.get().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 500);
    assert!(error.body_start().unwrap().len() <= 8192 && error.body_truncated());
}

#[tokio::test]
async fn broken_and_unknown_codings_are_errors() {
    let whole = gzip(br#"{"ok":true}"#);
    let mut corrupt = whole.clone();
    corrupt[12] ^= 0x55;
    for (coding, body, kind) in [
        ("gzip", whole[..whole.len() - 9].to_vec(), ErrorKind::Body),
        ("gzip", corrupt, ErrorKind::Decode),
        ("br", b"anything".to_vec(), ErrorKind::Decode),
        ("zstd", b"anything".to_vec(), ErrorKind::Decode),
        ("gzip, br", b"anything".to_vec(), ErrorKind::Decode),
    ] {
        let server = server(200, coding, body).await;
        let call =
            RequestBuilder::<Json<Value>>::new(&server.pipeline(), Request::new(&crate::server::GET).path("id", "x"));
        let error = call.await.unwrap_err();
        assert_eq!(
            (error.kind(), error.may_have_been_processed()),
            (kind, true),
            "{coding} {error:?}"
        );
        assert!(
            coding == "gzip" || error.to_string().contains(&format!("`{coding}`")),
            "{error}"
        );
    }
}
