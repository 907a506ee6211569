//! What becomes of a file over time.

use azure_openai_emulator::Emulator;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::batches::check;
use crate::client::{AUTHORING, Client, send};

const DAY: u64 = 24 * 3_600_000;

impl Client {
    async fn state_of(&self, id: &str) -> Value {
        let file = self.get(&format!("/files/{id}")).await.ok();
        check("File", &file);
        file
    }

    async fn upload_expiring(&self, seconds: &str) -> String {
        let part = Part::bytes(&b"x"[..]).file_name("x").mime_str("a/b").unwrap();
        let form = Form::new()
            .text("purpose", "assistants")
            .text("expires_after[anchor]", "created_at")
            .text("expires_after[seconds]", seconds.to_owned())
            .part("file", part);
        let request = self.request(Method::POST, "/files", AUTHORING);
        let file = send(request.multipart(form)).await.created();
        file["id"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn states_follow_the_clock() {
    let client = Client::stopped(Emulator::builder()).await;
    for purpose in [
        "fine-tune",
        "fine-tune-results",
        "assistants",
        "assistants_output",
        "batch",
        "batch_output",
    ] {
        let id = client.file("f", purpose, b"{\"a\": 1}\n").await;
        for (advance, state) in [
            (0, "pending"),
            (49, "pending"),
            (1, "running"),
            (99, "running"),
            (1, "processed"),
        ] {
            client.advance(advance);
            assert_eq!(client.state_of(&id).await["status"], state);
        }
    }
    let list = client.get("/files").await.ok();
    assert!(
        list["data"]
            .as_array()
            .unwrap()
            .iter()
            .all(|file| file["status"] == "processed")
    );
}

#[tokio::test]
async fn bad_lines_are_named() {
    let client = Client::stopped(Emulator::builder()).await;
    let long = [b"{}\n".as_slice(), &vec![b' '; 33 * 1024 * 1024], b"{}"].concat();
    let cases: [(&[u8], &str); 7] = [
        (b"", "no lines"),
        (b"\n \n", "no lines"),
        (b"{}\n\n{", "line 3"),
        (b"{}\r\n[]", "line 2"),
        (b"\"a\"", "line 1"),
        (b"{}\n{\"a\": \"\xff\"}", "line 2"),
        (b"{} {}", "line 1"),
    ];
    let of = |purpose| cases.map(|(content, expected)| (purpose, content, expected));
    let too_long = ("batch", long.as_slice(), "line 2");
    for (purpose, content, expected) in of("fine-tune").into_iter().chain(of("batch")).chain([too_long]) {
        let id = client.file("f.jsonl", purpose, content).await;
        client.advance(150);
        let file = client.state_of(&id).await;
        assert_eq!(file["status"], "error", "{expected}");
        let details = file["status_details"].as_str().unwrap();
        assert!(details.contains(expected), "{details}");
    }
    let id = client.file("f", "assistants", b"{").await;
    client.advance(150);
    assert_eq!(client.state_of(&id).await["status"], "processed");
}

#[tokio::test]
async fn expired_files_are_gone() {
    let client = Client::stopped(Emulator::builder()).await;
    let short = client.upload_expiring("1209600").await;
    let long = client.upload_expiring("2592000").await;
    client.advance(14 * DAY - 1_000);
    client.state_of(&short).await;
    client.advance(1_000);
    for response in [
        client.get(&format!("/files/{short}")).await,
        client.get(&format!("/files/{short}/content")).await,
        client.delete(&format!("/files/{short}")).await,
    ] {
        response.error(404, "notFound");
    }
    let list = client.get("/files").await.ok();
    assert_eq!(list["data"].as_array().unwrap().len(), 1);
    client.state_of(&long).await;
    client.advance(16 * DAY);
    client.get(&format!("/files/{long}")).await.error(404, "notFound");
}

#[tokio::test]
async fn a_file_over_the_limit_is_413() {
    let client = Client::of(Emulator::builder().with_max_file_size(1_000_000)).await;
    client.file("fits", "assistants", &vec![0; 1_000_000]).await;
    let part = Part::bytes(vec![0; 1_000_001]).file_name("x").mime_str("a/b").unwrap();
    let form = Form::new().text("purpose", "assistants").part("file", part);
    let response = send(client.request(Method::POST, "/files", AUTHORING).multipart(form)).await;
    let error = response.error(413, "invalidPayload");
    assert!(error["message"].as_str().unwrap().contains("1000000"), "{error}");
    assert_eq!(client.get("/files").await.ok()["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn base_model_is_found_by_id_and_name() {
    let client = Client::new().await;
    for id in ["gpt-4o-2024-08-06", "gpt-4o"] {
        let model = client.get(&format!("/models/{id}")).await.ok();
        assert_eq!(model["id"], "gpt-4o-2024-08-06");
        check("Model", &model);
    }
    let error = client.get("/models/nothing").await.error(404, "notFound");
    check("ErrorResponse", &json!({"error": error}));
}
