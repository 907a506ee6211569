//! What exactly comes over the wire when a request is failed on purpose.

use std::time::{Duration, SystemTime};

use azure_openai_emulator::{Emulator, Fault, Place};
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::client::{Client, send};
use crate::wire::{self, End};

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The response of `/models` as it is without a fault.
async fn plain(client: &Client) -> Vec<u8> {
    let text = wire::request(client, "GET", "/models", "", "");
    wire::exchange(client, &text).await.body
}

#[tokio::test]
async fn statuses_have_the_body_of_their_sender() {
    let client = Client::new().await;
    for status in [400, 401, 403, 404, 408, 409, 418, 429, 500, 502, 503, 599] {
        let response = wire::get(&client, "/models", &format!("status={status}")).await;
        assert!(
            response.head.starts_with(&format!("HTTP/1.1 {status}")),
            "{}",
            response.head
        );
        assert_eq!(response.header("content-type"), Some("application/json"));
        assert!(response.header("apim-request-id").is_some());
        let error = &json(&response.body)["error"];
        assert!(error["code"].is_string() && error["message"].is_string(), "{error}");
    }
    let response = wire::get(
        &client,
        "/models",
        "status=401; code=PermissionDenied; message=\"No; \\\"never\\\"\"",
    )
    .await;
    assert_eq!(
        json(&response.body)["error"],
        serde_json::json!({"code": "PermissionDenied", "message": "No; \"never\""})
    );

    let gateway = wire::get(&client, "/models", "status=429; body=gateway; retry-after=7").await;
    assert_eq!(
        json(&gateway.body),
        serde_json::json!({"statusCode": 429, "message": "Rate limit is exceeded. Try again in 7 seconds."})
    );
    assert_eq!(gateway.header("apim-request-id"), None);

    for status in [200, 502] {
        let html = wire::get(&client, "/models", &format!("status={status}; body=html")).await;
        assert!(html.head.starts_with(&format!("HTTP/1.1 {status}")));
        assert_eq!(html.header("content-type"), Some("text/html"));
        assert!(html.body.starts_with(b"<html>"));
    }
    for status in [204, 304] {
        let bare = wire::get(&client, "/models", &format!("status={status}")).await;
        assert!(bare.head.starts_with(&format!("HTTP/1.1 {status}")));
        assert!(bare.body.is_empty(), "{bare:?}");
    }
    let empty = wire::get(&client, "/models", "status=503; body=empty").await;
    assert_eq!(
        (empty.header("content-type"), empty.header("content-length")),
        (None, Some("0"))
    );
    assert!(empty.body.is_empty());
}

#[tokio::test]
async fn retry_after_has_each_format() {
    let client = Client::new().await;
    for (form, name, value) in [
        ("retry-after=5", "retry-after", "5"),
        ("retry-after=86400", "retry-after", "86400"),
        ("retry-after=soon", "retry-after", "soon"),
        ("retry-after=-1", "retry-after", "-1"),
        ("retry-after-ms=1500", "retry-after-ms", "1500"),
        ("x-ms-retry-after-ms=20", "x-ms-retry-after-ms", "20"),
    ] {
        let response = wire::get(&client, "/models", &format!("status=429; {form}")).await;
        assert_eq!(response.header(name), Some(value), "{form}");
    }
    let response = wire::get(&client, "/models", "status=429; retry-text=12").await;
    assert_eq!(response.header("retry-after"), None);
    let body = json(&response.body);
    assert_eq!(body["error"]["code"], "429");
    assert!(
        body["error"]["message"]
            .as_str()
            .unwrap()
            .contains("Please retry after 12 seconds.")
    );

    // A date is of the emulator's clock.
    client.emulator.clock().set_speed(0.0);
    let response = wire::get(&client, "/models", "status=503; retry-after=date:90").await;
    let date = httpdate::parse_http_date(response.header("retry-after").unwrap()).unwrap();
    let date = date.duration_since(SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(date.as_secs(), client.emulator.clock().now().as_secs() + 90);
}

#[tokio::test]
async fn redirects_lead_elsewhere() {
    let client = Client::new().await;
    let response = wire::get(&client, "/models", "redirect=\"http://other.example/a;b?c=d\"").await;
    assert!(response.head.starts_with("HTTP/1.1 307"));
    assert_eq!(response.header("location"), Some("http://other.example/a;b?c=d"));
    let response = wire::get(&client, "/models", "status=302; redirect=/x").await;
    assert!(response.head.starts_with("HTTP/1.1 302"));
}

#[tokio::test]
async fn connections_end_before_the_headers() {
    let client = Client::new().await;
    for (fault, end) in [("reset=headers", End::Reset), ("close=headers", End::Closed)] {
        let response = wire::get(&client, "/models", fault).await;
        assert_eq!((response.head.as_str(), response.end), ("", end), "{fault}");
        // A body that is still unread makes no reset of a close.
        let body = "x".repeat(3_000_000);
        let header = format!("x-emulator-fault: {fault}\r\n");
        let request = wire::request(&client, "POST", "/files", &header, &body);
        let mut socket = wire::connect(&client).await;
        let sent = socket.write_all(request.as_bytes()).await;
        let read = socket.read(&mut [0; 16]).await;
        match end {
            End::Closed => assert_eq!((sent.is_ok(), read.ok()), (true, Some(0))),
            End::Reset => assert!(sent.is_err() || read.is_err()),
        }
    }
    let statuses: Vec<_> = client.emulator.requests().iter().map(|record| record.status).collect();
    assert_eq!(statuses, [None; 4]);
}

#[tokio::test]
async fn connections_end_in_mid_body() {
    let client = Client::new().await;
    let whole = plain(&client).await;
    let length = whole.len().to_string();
    for (name, end) in [("reset", End::Reset), ("close", End::Closed)] {
        for (place, left) in [
            ("body", whole.len() / 2),
            ("body:10", 10),
            ("body:0", 0),
            ("event", whole.len() / 2),
        ] {
            let response = wire::get(&client, "/models", &format!("{name}={place}")).await;
            assert!(response.head.starts_with("HTTP/1.1 200"), "{}", response.head);
            assert_eq!(response.header("content-length"), Some(length.as_str()));
            assert_eq!(
                (response.body.as_slice(), response.end),
                (&whole[..left], end),
                "{name}={place}"
            );
        }
        // A body of that length or less comes whole.
        let response = wire::get(&client, "/models", &format!("{name}=body:{length}")).await;
        assert_eq!((response.body, response.end), (whole.clone(), End::Closed));
    }
}

#[tokio::test]
async fn a_large_body_is_sent_up_to_the_place_before_the_reset() {
    let client = Client::new().await;
    let content = vec![b'a'; 8 * 1024 * 1024];
    let part = reqwest::multipart::Part::bytes(content)
        .file_name("a")
        .mime_str("text/plain")
        .unwrap();
    let form = reqwest::multipart::Form::new()
        .text("purpose", "assistants")
        .part("file", part);
    let upload = client
        .request(reqwest::Method::POST, "/files", crate::client::AUTHORING)
        .multipart(form);
    let file = send(upload).await.json();
    let path = format!("/files/{}/content", file["id"].as_str().unwrap());
    let response = wire::get(&client, &path, "reset=body:5000000").await;
    assert_eq!((response.body.len(), response.end), (5_000_000, End::Reset));
    assert_eq!(response.header("content-length"), Some("8388608"));
}

#[tokio::test]
async fn bodies_end_early_and_cleanly() {
    let client = Client::new().await;
    let whole = plain(&client).await;
    let response = wire::get(&client, "/models", "end=body").await;
    assert_eq!((response.header("content-length"), response.end), (None, End::Closed));
    assert_eq!(response.header("transfer-encoding"), Some("chunked"));
    assert!(response.body.ends_with(b"\r\n0\r\n\r\n"));
    let through = client.get_with("/models", "end=body").await;
    assert_eq!(through.bytes, &whole[..whole.len() / 2]);
}

#[tokio::test]
async fn bodies_are_broken() {
    let client = Client::new().await;
    let whole = plain(&client).await;
    let response = client.get_with("/models", "garble=json").await;
    assert_eq!((response.status.as_u16(), response.bytes.len()), (200, whole.len() + 1));
    assert!(serde_json::from_slice::<Value>(&response.bytes).is_err());
    assert!(std::str::from_utf8(&response.bytes).is_ok());
    let response = client.get_with("/models", "garble=utf8").await;
    assert_eq!(response.bytes.len(), whole.len() + 1);
    assert!(std::str::from_utf8(&response.bytes).is_err());

    let response = client.get_with("/models", "content-type=none").await;
    assert!(!response.headers.contains_key("content-type"));
    assert_eq!(response.bytes, whole);
    let response = client.get_with("/models", "content-type=text/plain; chop=1").await;
    assert_eq!(response.headers["content-type"], "text/plain");
    assert_eq!(response.bytes, whole);
}

#[tokio::test]
async fn waits_follow_the_emulators_clock() {
    let client = Client::of(Emulator::builder().clock_speed(0.0)).await;
    for (fault, headers_wait) in [("latency=1s", true), ("first-byte=1s", false)] {
        let header = format!("x-emulator-fault: {fault}\r\n");
        let text = wire::request(&client, "GET", "/models", &header, "");
        let mut socket = wire::connect(&client).await;
        socket.write_all(text.as_bytes()).await.unwrap();
        let mut read = Vec::new();
        if !headers_wait {
            while !read.ends_with(b"\r\n\r\n") {
                read.push(socket.read_u8().await.unwrap());
            }
        }
        let early = tokio::time::timeout(Duration::from_millis(50), socket.read_u8()).await;
        assert!(early.is_err(), "{fault}: {early:?}");
        client.emulator.clock().advance(Duration::from_millis(1001));
        socket.read_to_end(&mut read).await.unwrap();
        assert!(read.ends_with(b"}"), "{fault}");
    }
}

#[tokio::test]
async fn client_sees_errors_instead_of_truncated_responses() {
    let client = Client::of(Emulator::builder().fault(Fault::new().reset(Place::Headers).first(1))).await;
    let url = client.url("/models", crate::client::AUTHORING);
    let key = client.emulator.api_key();
    let error = client.http.get(&url).header("api-key", key).send().await.unwrap_err();
    assert!(error.is_request(), "{error:?}");
    for fault in ["reset=body", "close=body"] {
        let request = client
            .http
            .get(&url)
            .header("api-key", key)
            .header("x-emulator-fault", fault);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert!(response.bytes().await.is_err(), "{fault}");
    }
}
