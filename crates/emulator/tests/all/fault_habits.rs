//! Habits of gateways and compatible servers.

use std::io::Read as _;
use std::time::Duration;

use azure_openai_emulator::{Emulator, Fault, Label, Reply, ToolChunks};
use serde_json::{Value, json};

use crate::chat::user;
use crate::client::Client;
use crate::wire;

const CHAT: &str = "/deployments/gpt-4o/chat/completions";

fn unzip(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).unwrap();
    text
}

/// The body of a streamed chat, and its headers.
async fn stream(client: &Client, fault: &str) -> (String, reqwest::header::HeaderMap) {
    let response = client
        .http
        .post(client.url(CHAT, crate::client::INFERENCE))
        .header("api-key", client.emulator.api_key())
        .header("x-emulator-fault", fault)
        .body(json!({"messages": [{"role": "user", "content": "hi"}], "stream": true}).to_string())
        .send()
        .await
        .unwrap();
    let headers = response.headers().clone();
    let bytes = response.bytes().await.unwrap();
    let gzip = headers
        .get("content-encoding")
        .is_some_and(|encoding| encoding == "gzip");
    let bytes = if gzip { unzip(&bytes) } else { bytes.to_vec() };
    (String::from_utf8(bytes).unwrap(), headers)
}

fn deltas(text: &str) -> Vec<Value> {
    let data = text.lines().filter_map(|line| line.strip_prefix("data: "));
    let chunks = data
        .filter(|data| *data != "[DONE]")
        .map(|data| serde_json::from_str::<Value>(data).unwrap());
    chunks
        .filter_map(|chunk| chunk["choices"].get(0)?.get("delta").cloned())
        .collect()
}

fn calls(text: &str) -> Vec<Value> {
    deltas(text)
        .iter()
        .filter_map(|delta| delta["tool_calls"].get(0).cloned())
        .collect()
}

#[tokio::test]
async fn bodies_are_compressed() {
    let client = Client::new().await;
    let plain = wire::get(&client, "/deployments", "latency=0ms; chop=1000000").await;
    for (fault, status) in [("gzip", "200"), ("gzip; status=503", "503"), ("gzip; chop=3", "200")] {
        let zipped = wire::get(&client, "/deployments", fault).await;
        assert!(
            zipped.head.starts_with(&format!("HTTP/1.1 {status}")),
            "{}",
            zipped.head
        );
        assert_eq!(zipped.header("content-encoding"), Some("gzip"));
        assert_eq!(zipped.header("content-length"), None);
        if status == "200" && fault == "gzip" {
            let body = unzip(&dechunk(&zipped.body));
            let (body, plain): (Value, Value) = (
                serde_json::from_slice(&body).unwrap(),
                serde_json::from_slice(&dechunk(&plain.body)).unwrap(),
            );
            assert_eq!(body, plain);
        }
    }
    let empty = wire::get(&client, "/models", "gzip; status=503; body=empty").await;
    assert_eq!((empty.header("content-encoding"), empty.body.len()), (None, 0));
    let (text, _) = stream(&client, "gzip").await;
    assert!(text.ends_with("data: [DONE]\n\n") && deltas(&text).len() > 3, "{text}");
}

/// The bytes of a body, be it chunked or not.
fn dechunk(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut rest = body;
    loop {
        let Some(end) = rest.windows(2).position(|two| two == b"\r\n") else {
            return if whole.is_empty() { body.to_vec() } else { whole };
        };
        let size = std::str::from_utf8(&rest[..end]).ok();
        let Some(size) = size.and_then(|size| usize::from_str_radix(size, 16).ok()) else {
            return body.to_vec();
        };
        if size == 0 {
            return whole;
        }
        whole.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 4 + size..];
    }
}

#[tokio::test]
async fn streams_are_labeled_as_something_else() {
    let client = Client::new().await;
    for (fault, kind) in [("label=json", Some("application/json")), ("label=none", None)] {
        let (text, headers) = stream(&client, fault).await;
        let found = headers.get("content-type").map(|kind| kind.to_str().unwrap());
        assert_eq!(found, kind);
        assert!(text.ends_with("data: [DONE]\n\n"));
        let other = wire::get(&client, "/models", fault).await;
        assert_eq!(other.header("content-type"), Some("application/json"));
    }
}

#[tokio::test]
async fn comments_precede_the_first_event() {
    let client = Client::of(Emulator::builder().clock_speed(1000.0)).await;
    let (text, _) = stream(&client, "keep-alive=1s").await;
    let comments = text.matches(": keep-alive\n\n").count();
    assert!((1..=10).contains(&comments), "{comments}");
    assert!(text.starts_with(": keep-alive\n\n") && text.ends_with("data: [DONE]\n\n"));
    assert!(!text[text.find("data:").unwrap()..].contains("keep-alive"));
}

#[tokio::test]
async fn wait_of_zero_is_sent() {
    let client = Client::new().await;
    let response = wire::get(&client, "/models", "wait-zero").await;
    assert!(response.head.starts_with("HTTP/1.1 429"));
    assert_eq!(response.header("retry-after"), Some("0"));
}

#[tokio::test]
async fn tool_calls_are_streamed_in_unusual_chunks() {
    let reply = || {
        Reply::tool_call("one", json!({"city": "Oslo", "days": [1, 2, 3]})).with_tool_call("two", json!({"x": "a b c"}))
    };
    let client = Client::of(Emulator::builder().reply_when(move |_| Some(reply()))).await;
    let plain = calls(&stream(&client, "first=0; gzip").await.0);
    assert!(plain.len() > 6, "{plain:?}");

    let drifting = calls(&stream(&client, "tool-chunks=drift").await.0);
    let indexes: Vec<u64> = drifting.iter().map(|call| call["index"].as_u64().unwrap()).collect();
    assert_eq!(indexes, (0..plain.len() as u64).collect::<Vec<_>>());

    let nameless = calls(&stream(&client, "tool-chunks=no-id").await.0);
    assert_eq!(nameless.len(), plain.len());
    assert!(nameless.iter().all(|call| call.get("id").is_none()));

    let whole = calls(&stream(&client, "tool-chunks=whole").await.0);
    assert!(
        whole
            .iter()
            .all(|call| call["id"].is_string() && call["function"]["name"].is_string())
    );
    let last = |index: u64| whole.iter().rfind(|call| call["index"] == index).unwrap();
    assert_eq!(last(0)["function"]["arguments"], r#"{"city":"Oslo","days":[1,2,3]}"#);
    assert_eq!(last(1)["function"]["arguments"], r#"{"x":"a b c"}"#);
}

#[tokio::test]
async fn content_is_a_list_of_parts() {
    let client = Client::of(Emulator::builder().fault(Fault::new().parts_content())).await;
    let whole = client.chat(&user("hi")).await.ok();
    let content = &whole["choices"][0]["message"]["content"];
    assert_eq!(content[0]["type"], "text");
    let text = content[0]["text"].as_str().unwrap().to_owned();
    let streamed = deltas(&stream(&client, "first=0; gzip").await.0);
    let parts = streamed.iter().filter_map(|delta| delta["content"].as_array());
    let joined: String = parts.flatten().map(|part| part["text"].as_str().unwrap()).collect();
    assert_eq!(joined, text);
}

#[tokio::test]
async fn lists_ignore_after() {
    let client = Client::new().await;
    for name in ["a", "b"] {
        client.file(name, "assistants", b"x").await;
    }
    let ids = |list: Value| -> Vec<Value> {
        list["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| file["id"].clone())
            .collect()
    };
    let all = ids(client.get("/files").await.ok());
    let next = format!("/files?after={}", all[0].as_str().unwrap());
    assert_eq!(ids(client.get(&next).await.ok()), all[1..]);
    let fault = Fault::new().ignored_after().operation("Files_List");
    client.emulator.faults().add(fault).unwrap();
    assert_eq!(ids(client.get(&next).await.ok()), all);
    assert_eq!(ids(client.get("/files?limit=1&order=asc").await.ok()), all[1..]);
}

#[test]
fn habits_are_displayed_as_they_are_parsed() {
    let fault = Fault::new()
        .gzip()
        .label(Label::None)
        .keep_alive(Duration::from_millis(1500))
        .tool_chunks(ToolChunks::Drift)
        .tool_chunks(ToolChunks::Whole)
        .parts_content()
        .ignored_after();
    let text = "label=none; keep-alive=1500ms; tool-chunks=drift,whole; gzip; parts-content; ignored-after";
    assert_eq!(fault.to_string(), text);
    assert_eq!(text.parse(), Ok(fault));
    assert_eq!(
        "wait-zero".parse::<Fault>().unwrap().to_string(),
        "status=429; retry-after=0"
    );
    for wrong in [
        "gzip=yes",
        "label=xml",
        "tool-chunks=all",
        "keep-alive",
        "keep-alive=86401s",
    ] {
        assert!(wrong.parse::<Fault>().is_err(), "{wrong}");
    }
}
