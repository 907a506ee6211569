//! Files fetched from other hosts.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use azure_openai_emulator::Emulator;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::batches::check;
use crate::client::Client;

/// A server that gives each path its response, and counts how often it is asked.
struct Host {
    address: String,
    asked: Arc<AtomicUsize>,
}

impl Host {
    async fn start(response: impl Fn(&str) -> String + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                count.fetch_add(1, Ordering::SeqCst);
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    let Ok(byte) = stream.read_u8().await else {
                        break;
                    };
                    head.push(byte);
                }
                let head = String::from_utf8_lossy(&head).into_owned();
                let path = head.split(' ').nth(1).unwrap_or_default();
                let _ = stream.write_all(response(path).as_bytes()).await;
            }
        });
        Self { address, asked }
    }
}

fn ok(body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn redirect(to: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

fn request(url: &str) -> Value {
    json!({"purpose": "batch", "filename": "in.jsonl", "content_url": url})
}

/// The file once its import is over.
async fn imported(client: &Client, url: &str) -> Value {
    let file = client.post("/files/import", &request(url)).await.created();
    check("File", &file);
    assert_eq!(file["status"], "pending");
    client.advance(50);
    client
        .get(&format!("/files/{}", file["id"].as_str().unwrap()))
        .await
        .ok()
}

#[tokio::test]
async fn a_file_comes_from_an_allowed_host() {
    let host = Host::start(|path| match path {
        "/good?sig=secret" => ok("{\"a\": 1}\n"),
        "/bad" => ok("{\n"),
        "/here" => redirect("/good?sig=secret"),
        "/loop" => redirect("/loop"),
        "/endless" => "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_owned() + &"x".repeat(2_000),
        "/cut" => "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx".to_owned(),
        _ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned(),
    })
    .await;
    let builder = Emulator::builder()
        .with_import_host(&host.address)
        .with_max_file_size(1_000);
    let client = Client::stopped(builder).await;
    let url = |path: &str| format!("http://{}{path}", host.address);
    for path in ["/good?sig=secret", "/here"] {
        let file = imported(&client, &url(path)).await;
        assert_eq!(file["status"], "processed", "{file}");
        assert_eq!(file["bytes"], 9);
        let content = client
            .get(&format!("/files/{}/content", file["id"].as_str().unwrap()))
            .await;
        assert_eq!(content.bytes, b"{\"a\": 1}\n");
    }
    for (path, expected) in [
        ("/bad", "line 1"),
        ("/none?sig=secret", "404"),
        ("/loop", "redirects"),
        ("/endless", "1000 bytes"),
        ("/cut", "Import of file failed"),
    ] {
        let file = imported(&client, &url(path)).await;
        assert_eq!(file["status"], "error", "{path}: {file}");
        let details = file["status_details"].as_str().unwrap();
        assert!(details.contains(expected), "{path}: {details}");
        assert!(!details.contains("secret"), "{details}");
        if path != "/bad" {
            let content = format!("/files/{}/content", file["id"].as_str().unwrap());
            client.get(&content).await.error(409, "unexpectedEntityState");
        }
    }
}

#[tokio::test]
async fn no_other_host_is_ever_asked() {
    let other = Host::start(|_| ok("{}")).await;
    let elsewhere = format!("http://{}/x", other.address);
    let host = Host::start(move |_| redirect(&elsewhere)).await;
    let client = Client::stopped(Emulator::builder().with_import_host(&host.address)).await;
    let url = format!("http://{}/x", other.address);
    let error = client
        .post("/files/import", &request(&url))
        .await
        .error(403, "forbidden");
    assert!(
        error["message"].as_str().unwrap().contains("with_import_host"),
        "{error}"
    );
    let file = imported(&client, &format!("http://{}/x", host.address)).await;
    assert_eq!(file["status"], "error");
    assert!(
        file["status_details"].as_str().unwrap().contains(&other.address),
        "{file}"
    );
    assert_eq!(host.asked.load(Ordering::SeqCst), 1);
    assert_eq!(other.asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn bad_imports_are_refused() {
    let client = Client::of(Emulator::builder().with_import_host("example.com")).await;
    let with = |name: &str, value: Value| {
        let mut body = request("https://example.com/x");
        body[name] = value;
        body
    };
    for (name, value) in [
        ("content_url", json!("no url")),
        ("content_url", json!("file:///etc/passwd")),
        ("content_url", Value::Null),
        ("filename", json!("")),
        ("filename", json!(1)),
        ("purpose", json!("fun")),
    ] {
        let error = client
            .post("/files/import", &with(name, value))
            .await
            .error(400, "invalidPayload");
        assert_eq!(error["target"], name, "{error}");
    }
    for after in [
        json!({"anchor": "created_at"}),
        json!({"anchor": "x", "seconds": 1_209_600}),
    ] {
        client
            .post("/files/import", &with("expires_after", after))
            .await
            .error(400, "invalidPayload");
    }
    assert_eq!(client.get("/files").await.ok()["data"], json!([]));
}
