//! Uploads in parts.

use std::sync::Arc;

use azure_openai_emulator::Emulator;
use reqwest::multipart::{Form, Part};
use reqwest::{Body, Method};
use serde_json::{Value, json};

use crate::batches::check;
use crate::client::{AUTHORING, Client, Response, send};

fn start(bytes: u64) -> Value {
    json!({"bytes": bytes, "filename": "../../x", "mime_type": "text/plain", "purpose": "assistants"})
}

impl Client {
    async fn upload_of(&self, bytes: u64) -> String {
        let upload = self.post("/uploads", &start(bytes)).await.ok();
        upload["id"].as_str().unwrap().to_owned()
    }

    async fn send_part(&self, upload: &str, bytes: impl Into<Body>) -> Response {
        let part = Part::stream(bytes)
            .file_name("blob")
            .mime_str("application/octet-stream")
            .unwrap();
        let request = self.request(Method::POST, &format!("/uploads/{upload}/parts"), AUTHORING);
        send(request.multipart(Form::new().part("data", part))).await
    }

    async fn complete(&self, upload: &str, ids: &[&Value]) -> Response {
        self.post(&format!("/uploads/{upload}/complete"), &json!({"part_ids": ids}))
            .await
    }
}

#[tokio::test]
async fn an_upload_from_start_to_content() {
    let client = Client::stopped(Emulator::builder()).await;
    let response = client.post("/uploads", &start(11)).await;
    let upload = response.ok();
    check("UploadResource", &upload);
    assert!(response.headers.contains_key("location"));
    assert_eq!(upload["status"], "pending");
    assert_eq!(upload["file"]["status"], "pending");
    assert_eq!(upload["filename"], "../../x");
    let created = upload["created_at"].as_i64().unwrap();
    assert_eq!(upload["expires_at"], created + 7_200);
    let id = upload["id"].as_str().unwrap();
    let file = format!("/files/{}", upload["file"]["id"].as_str().unwrap());
    client.get(&file).await.error(404, "notFound");

    let mut parts = Vec::new();
    for text in ["world", "unused", "hello "] {
        let part = client.send_part(id, text).await;
        let part = part.ok();
        check("UploadPartResource", &part);
        assert_eq!(part["object"], "upload.part");
        assert_eq!(part["upload_id"], id);
        parts.push(part);
    }
    let (world, hello) = (&parts[0], &parts[2]);
    let body = json!({"part_ids": [hello["azure_block_id"], world["id"]], "md5": "5EB63BBBE01EEED093CB22BB8F5ACDC3"});
    let done = client.post(&format!("/uploads/{id}/complete"), &body).await.ok();
    check("UploadResource", &done);
    assert_eq!(done["status"], "completed");
    assert_eq!(done["file"]["id"], upload["file"]["id"]);
    client.advance(150);
    let stored = client.get(&file).await.ok();
    assert_eq!(stored["status"], "processed");
    assert_eq!(stored["bytes"], 11);
    assert_eq!(client.get(&format!("{file}/content")).await.bytes, b"hello world");

    client.send_part(id, "x").await.error(409, "unexpectedEntityState");
    client.complete(id, &[]).await.error(409, "unexpectedEntityState");
    client
        .post(&format!("/uploads/{id}/cancel"), &json!({}))
        .await
        .error(409, "unexpectedEntityState");
    client.advance(7_200_000);
    client.get(&file).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_parts_at_once() {
    const PART: usize = 50_000;
    let client = Arc::new(Client::new().await);
    let id = client.upload_of(64 * PART as u64).await;
    let tasks: Vec<_> = (0..64_u8)
        .map(|index| {
            let (client, id) = (client.clone(), id.clone());
            tokio::spawn(async move { client.send_part(&id, vec![index; PART]).await.ok() })
        })
        .collect();
    let mut parts = Vec::new();
    for task in tasks {
        parts.push(task.await.unwrap());
    }
    // Backwards, by block.
    let ids: Vec<&Value> = parts.iter().rev().map(|part| &part["azure_block_id"]).collect();
    let done = client.complete(&id, &ids).await.ok();
    let file = done["file"]["id"].as_str().unwrap();
    let content = client.get(&format!("/files/{file}/content")).await.bytes;
    let expected: Vec<u8> = (0..64).rev().flat_map(|index| vec![index; PART]).collect();
    assert!(content == expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_one_completion_wins() {
    let client = Arc::new(Client::new().await);
    let id = client.upload_of(1).await;
    let part = client.send_part(&id, "x").await.ok();
    let tasks: Vec<_> = (0..16)
        .map(|_| {
            let (client, id, part) = (client.clone(), id.clone(), part["id"].clone());
            tokio::spawn(async move { client.complete(&id, &[&part]).await.status.as_u16() })
        })
        .collect();
    let mut statuses = Vec::new();
    for task in tasks {
        statuses.push(task.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200);
    assert!(statuses[1..].iter().all(|status| *status == 409), "{statuses:?}");
    assert_eq!(client.get("/files").await.ok()["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn refusals_leave_the_upload_as_it_was() {
    let client = Client::stopped(Emulator::builder().max_file_size(1_000)).await;
    let with = |name: &str, value: Value| {
        let mut body = start(5);
        body[name] = value;
        body
    };
    for (name, value) in [
        ("bytes", json!(0)),
        ("bytes", json!(-1)),
        ("bytes", json!(9 * 1024_u64.pow(3) + 1)),
        ("bytes", json!("5")),
        ("bytes", Value::Null),
        ("filename", json!("")),
        ("filename", Value::Null),
        ("mime_type", Value::Null),
        ("purpose", json!("fun")),
    ] {
        let error = client
            .post("/uploads", &with(name, value))
            .await
            .error(400, "invalidPayload");
        assert_eq!(error["target"], name, "{error}");
    }
    client.post("/uploads", &start(9 * 1024_u64.pow(3))).await.ok();
    client.send_part("none", "x").await.error(404, "notFound");

    let id = client.upload_of(5).await;
    client.send_part(&id, "").await.error(400, "invalidPayload");
    client.send_part(&id, vec![0; 1_001]).await.error(413, "invalidPayload");
    let request = client.request(Method::POST, &format!("/uploads/{id}/parts"), AUTHORING);
    send(request.multipart(Form::new().text("other", "x")))
        .await
        .error(400, "invalidPayload");
    client.send_part(&id, "123456").await.error(400, "invalidPayload");
    let part = client.send_part(&id, "12345").await.ok();
    let (part, other) = (&part["id"], json!("other"));
    for ids in [vec![], vec![part, part], vec![&other], vec![part, &other]] {
        let error = client.complete(&id, &ids).await.error(400, "invalidPayload");
        assert_eq!(error["target"], "part_ids", "{error}");
    }
    let path = format!("/uploads/{id}/complete");
    for sum in ["x", "00000000000000000000000000000000"] {
        let body = json!({"part_ids": [part], "md5": sum});
        let error = client.post(&path, &body).await.error(400, "invalidPayload");
        assert_eq!(error["target"], "md5", "{error}");
    }
    client.complete(&id, &[part]).await.ok();

    let id = client.upload_of(5).await;
    client.send_part(&id, "12345").await.ok();
    let cancelled = client.post(&format!("/uploads/{id}/cancel"), &json!({})).await.ok();
    assert_eq!(cancelled["status"], "cancelled");
    client.send_part(&id, "x").await.error(409, "unexpectedEntityState");

    let id = client.upload_of(5).await;
    client.advance(7_200_000);
    let error = client.send_part(&id, "x").await.error(409, "unexpectedEntityState");
    assert!(error["message"].as_str().unwrap().contains("expired"), "{error}");
}

/// Bytes that are made as they are sent.
fn zeros(bytes: u64) -> Body {
    const BLOCK: usize = 1024 * 1024;
    let blocks = futures_util::stream::unfold(bytes, |left| async move {
        let block = left.min(BLOCK as u64);
        (block > 0).then(|| (Ok::<_, std::io::Error>(vec![b'0'; block as usize]), left - block))
    });
    Body::wrap_stream(blocks)
}

/// The most memory that this process has had so far, in bytes, where the system reports it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

async fn big_file_and_parts(bytes: u64) {
    let client = Client::of(Emulator::builder().max_file_size(bytes)).await;
    let part = Part::stream(zeros(bytes)).file_name("x").mime_str("a/b").unwrap();
    // One line without an end: the check of the lines must not gather it either.
    let form = Form::new().text("purpose", "batch").part("file", part);
    let file = send(client.request(Method::POST, "/files", AUTHORING).multipart(form))
        .await
        .created();
    assert_eq!(file["bytes"], bytes);
    let id = client.upload_of(bytes).await;
    let half = bytes / 2;
    let one = client.send_part(&id, zeros(half)).await.ok();
    let two = client.send_part(&id, zeros(bytes - half)).await.ok();
    let done = client.complete(&id, &[&two["id"], &one["id"]]).await.ok();
    assert_eq!(done["file"]["bytes"], bytes);
}

#[tokio::test]
async fn a_file_of_100_megabytes() {
    big_file_and_parts(100 * 1024 * 1024).await;
}

#[tokio::test]
#[ignore = "writes 6 GiB: run it alone, with --nocapture, to see the memory"]
async fn a_file_of_2_gigabytes_in_flat_memory() {
    let before = peak();
    big_file_and_parts(2 * 1024 * 1024 * 1024).await;
    let grown = peak().saturating_sub(before);
    println!("memory grew by {} MiB", grown / 1024 / 1024);
    assert!(grown < 200 * 1024 * 1024, "{grown}");
}
