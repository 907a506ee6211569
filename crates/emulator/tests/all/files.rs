//! Files: upload, get, list, content, delete.

use std::time::Duration;

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use crate::client::{AUTHORING, Client, Response, send};
use crate::documents;

fn part(name: &str, bytes: impl Into<Vec<u8>>) -> Part {
    Part::bytes(bytes.into())
        .file_name(name.to_owned())
        .mime_str("application/octet-stream")
        .unwrap()
}

impl Client {
    async fn upload(&self, form: Form) -> Response {
        send(self.request(Method::POST, "/files", AUTHORING).multipart(form)).await
    }

    /// Sends a form as it stands here, with the boundary `x`.
    async fn upload_raw(&self, body: Vec<u8>) -> Response {
        let request = self.request(Method::POST, "/files", AUTHORING);
        send(
            request
                .header("content-type", "multipart/form-data; boundary=x")
                .body(body),
        )
        .await
    }

    /// The id of a new file.
    pub(crate) async fn file(&self, name: &str, purpose: &str, bytes: &[u8]) -> String {
        let response = self
            .upload(
                Form::new()
                    .text("purpose", purpose.to_owned())
                    .part("file", part(name, bytes)),
            )
            .await;
        assert_eq!(response.status, 201, "{response:?}");
        response.json()["id"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn a_file_from_upload_to_deletion() {
    let client = Client::new().await;
    client.emulator.clock().set_speed(0.0);
    let bytes: Vec<u8> = (0..=255_u8).cycle().take(700_000).chain(*b"\r\n--x--\r\n\0").collect();
    let form = Form::new()
        .part("file", part("data.jsonl", bytes.clone()))
        .text("purpose", "assistants")
        .text("expires_after.anchor", "created_at")
        .text("expires_after.seconds", "1209600")
        .text("something", "else");
    let response = client.upload(form).await;
    assert_eq!(response.status, 201);
    let file = response.json();
    let id = file["id"].as_str().unwrap();
    assert!(id.starts_with("file-"));
    let location = format!(
        "{}/openai/files/{id}?api-version={AUTHORING}",
        client.emulator.endpoint()
    );
    assert_eq!(response.headers["location"], location.as_str());
    assert_eq!(file["object"], "file");
    assert_eq!(file["bytes"], bytes.len());
    assert_eq!(file["filename"], "data.jsonl");
    assert_eq!(file["purpose"], "assistants");
    assert_eq!(file["status"], "pending");
    assert_eq!(
        file["expires_at"].as_i64().unwrap() - file["created_at"].as_i64().unwrap(),
        1_209_600
    );

    client.emulator.clock().advance(Duration::from_secs(1));
    let file = client.get(&format!("/files/{id}")).await.ok();
    assert_eq!(file["status"], "processed");
    assert_eq!(
        send(client.http.get(location).header("api-key", client.emulator.api_key()))
            .await
            .ok(),
        file
    );
    assert_eq!(
        client.get("/files").await.ok(),
        json!({"object": "list", "data": [file]})
    );

    let content = client.get(&format!("/files/{id}/content")).await;
    assert_eq!(content.status, 200);
    assert_eq!(content.headers["content-type"], "application/octet-stream");
    assert_eq!(content.headers["content-length"], bytes.len().to_string().as_str());
    assert!(content.bytes == bytes, "byte for byte");

    let deleted = client.delete(&format!("/files/{id}")).await.ok();
    assert_eq!(deleted, json!({"object": "file", "id": id, "deleted": true}));
    for response in [
        client.get(&format!("/files/{id}")).await,
        client.get(&format!("/files/{id}/content")).await,
        client.delete(&format!("/files/{id}")).await,
    ] {
        response.error(404, "notFound");
    }
    assert_eq!(client.get("/files").await.ok()["data"], json!([]));

    let document = documents::document("authoring/swagger.yaml");
    for (name, value) in [("File", &file), ("FileDelete", &deleted)] {
        let schema = json!({"$ref": format!("#/definitions/{name}"), "definitions": document["definitions"]});
        documents::check(name, &schema, value);
    }
}

#[tokio::test]
async fn names_are_data_and_never_paths() {
    let client = Client::new().await;
    let long = "n".repeat(300);
    let names = [
        "../../x",
        "/etc/passwd",
        "CON",
        "a\\b",
        ".",
        "日本 é.txt",
        "say \"hi\"",
        "a;b=c",
        "%2e%2e",
        long.as_str(),
    ];
    for name in names {
        let id = client.file(name, "assistants", name.as_bytes()).await;
        assert_eq!(client.get(&format!("/files/{id}")).await.ok()["filename"], name);
        assert_eq!(client.get(&format!("/files/{id}/content")).await.bytes, name.as_bytes());
    }
    for id in ["..%2F..%2Fetc%2Fpasswd", "..", "%2e%2e", "file-", "%00", "*"] {
        let response = client.get(&format!("/files/{id}")).await;
        assert_eq!(response.status, 404, "{id}");
        let response = client.delete(&format!("/files/{id}")).await;
        assert!(response.status.is_client_error(), "{id}");
    }

    let mut body = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\xff\xfe.bin\"\r\nContent-Type: a/b\r\n\r\nraw\r\n".to_vec();
    body.extend(b"--x\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--x--\r\n");
    let response = client.upload_raw(body).await;
    assert_eq!(response.status, 201, "{response:?}");
    assert_eq!(response.json()["filename"], "\u{fffd}\u{fffd}.bin");
}

#[tokio::test]
async fn invalid_form_is_refused() {
    let client = Client::new().await;
    let file = || part("a", "x");
    let forms = [
        (
            Form::new().text("purpose", "batch"),
            "The form field 'file' is required.",
        ),
        (
            Form::new().part("file", file()),
            "The form field 'purpose' is required.",
        ),
        (
            Form::new()
                .text("purpose", "batch")
                .part("file", Part::bytes(&b"x"[..]).file_name("a")),
            "The file has no or an empty content type specified.",
        ),
        (
            Form::new()
                .text("purpose", "batch")
                .part("file", Part::bytes(&b"x"[..]).mime_str("a/b").unwrap()),
            "The file has no or an empty file name specified.",
        ),
        (
            Form::new().text("purpose", "fun").part("file", file()),
            "The form field 'purpose' is 'fun', but it must be one of \"fine-tune\", \"fine-tune-results\", \"assistants\", \"assistants_output\", \"batch\", \"batch_output\".",
        ),
        (
            Form::new()
                .text("purpose", "batch")
                .part("file", file())
                .part("file", file()),
            "The form holds more than one part 'file'.",
        ),
        (
            Form::new().text("purpose", "p".repeat(4_194_305)).part("file", file()),
            "The field 'purpose' is longer than 4194304 bytes.",
        ),
    ];
    for (form, message) in forms {
        assert_eq!(
            client.upload(form).await.error(400, "invalidPayload")["message"],
            message
        );
    }
    for (anchor, seconds) in [
        (Some("created_at"), None),
        (None, Some("1209600")),
        (Some("now"), Some("1209600")),
        (Some("created_at"), Some("1209599")),
        (Some("created_at"), Some("2592001")),
        (Some("created_at"), Some("soon")),
        (Some("created_at"), Some("")),
    ] {
        let mut form = Form::new().text("purpose", "batch").part("file", file());
        for (name, value) in [("expires_after.anchor", anchor), ("expires_after.seconds", seconds)] {
            form = value.into_iter().fold(form, |form, value| form.text(name, value));
        }
        let error = client.upload(form).await.error(400, "invalidPayload");
        assert!(error["message"].as_str().unwrap().contains("expires_after."), "{error}");
    }
    for body in [
        "",
        "hello",
        "--x\r\n",
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: a/b\r\n\r\ncut",
    ] {
        client.upload_raw(body.into()).await.error(400, "invalidPayload");
    }
    let json = client
        .request(Method::POST, "/files", AUTHORING)
        .header("content-type", "application/json")
        .body("{}");
    send(json).await.error(400, "invalidPayload");
    assert_eq!(client.get("/files").await.ok()["data"], json!([]), "nothing was kept");
}

#[tokio::test]
async fn a_download_outlives_the_deletion() {
    let client = Client::new().await;
    let bytes = vec![7; 8 * 1024 * 1024];
    let id = client.file("big", "batch", &bytes).await;
    let mut download = client
        .request(Method::GET, &format!("/files/{id}/content"), AUTHORING)
        .send()
        .await
        .unwrap();
    let mut read = download.chunk().await.unwrap().unwrap().to_vec();
    client.delete(&format!("/files/{id}")).await.ok();
    while let Some(chunk) = download.chunk().await.unwrap() {
        read.extend_from_slice(&chunk);
    }
    assert!(read == bytes);
}
