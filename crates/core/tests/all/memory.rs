//! Memory under large uploads. Run with `--ignored --nocapture`, in a build of its own for honest figures.

use azure_openai_core::{Bytes, Credential, Endpoint, FilePart, Form, NoContent, Pipeline, Request, RequestBuilder};
use futures_util::{StreamExt, stream};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::server::{POST, reply};

const GIBIBYTE: u64 = 1 << 30;

/// A server that throws the body away, and reports how long it was.
async fn start() -> (String, tokio::sync::mpsc::UnboundedReceiver<u64>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, lengths) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut buffer = vec![0; 256 * 1024];
            let mut length = 0;
            let mut tail = Vec::new();
            // The closing boundary is the only place with `--` at the end of a line; the contents are zeros.
            while !tail.ends_with(b"--\r\n") && !tail.ends_with(b"--\r\n\r\n0\r\n\r\n") {
                let read = stream.read(&mut buffer).await.unwrap();
                length += read as u64;
                tail.extend_from_slice(&buffer[read.saturating_sub(32)..read]);
                tail.drain(..tail.len().saturating_sub(64));
            }
            stream.write_all(&reply(200, &[], "")).await.unwrap();
            sender.send(length).unwrap();
        }
    });
    (url, lengths)
}

/// The most memory that this process has had, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[tokio::test]
#[ignore = "sends two GiB"]
async fn form_of_a_gibibyte_is_sent_in_constant_memory() {
    let (url, mut lengths) = start().await;
    let pipeline = Pipeline::builder()
        .with_endpoint(Endpoint::parse(&url).unwrap())
        .with_credential(Credential::api_key("key"))
        .with_api_version("v")
        .build()
        .unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(GIBIBYTE).unwrap();
    let chunk = Bytes::from(vec![0; 64 * 1024]);
    let chunks = stream::iter(0..GIBIBYTE / (64 * 1024)).map(move |_| Ok::<_, std::io::Error>(chunk.clone()));
    for (what, part) in [
        ("file", FilePart::from_path(file.path())),
        ("stream of unknown length", FilePart::from_stream("s", chunks, None)),
    ] {
        let start = std::time::Instant::now();
        let request = Request::new(&POST).form(Form::new().file("file", part));
        RequestBuilder::<NoContent>::new(&pipeline, request).await.unwrap();
        println!("{what}: {:?}, peak {} MiB", start.elapsed(), peak());
        assert!(lengths.recv().await.unwrap() > GIBIBYTE);
    }
    assert!(peak() < 32, "{} MiB", peak());
}

/// Each of these arrays takes some hundred times its length in memory.
#[tokio::test]
async fn response_that_costs_too_much_to_decode_is_refused() {
    let small_arrays = format!("[{}[]]", "[0],".repeat(2 * 1024 * 1024));
    let server = crate::server::Server::start(move |_, _| crate::server::json(&small_arrays)).await;
    let error = server.get().await.unwrap_err();
    assert_eq!(error.kind(), azure_openai_core::ErrorKind::TooLarge);
    assert!(error.to_string().contains("bytes of memory"), "{error}");
    // The caller's own limit sets how much it may cost.
    server.get().with_max_response_bytes(64 * 1024 * 1024).await.unwrap();
}
