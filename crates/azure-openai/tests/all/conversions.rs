//! What a first program passes: text, paths and numbers as they are at hand.

use std::path::Path;

use azure_openai::authoring::Purpose;
use azure_openai::{Client, Credential, Fallback, FilePart};
use serde_json::json;

use crate::server::{Server, json as json_reply};
use crate::support::client_of;

#[tokio::test]
async fn file_is_a_path_or_bytes_with_a_name() {
    let server = Server::start(|_, _| json_reply(r#"{"id": "file-1"}"#)).await;
    let files = client_of(&server).files();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("t.jsonl");
    std::fs::write(&path, "{}\n").unwrap();
    let text = path.to_str().unwrap().to_owned();
    let parts: [FilePart; 7] = [
        text.as_str().into(),
        (&text).into(),
        text.clone().into(),
        path.as_path().into(),
        (&path).into(),
        path.clone().into(),
        ("t.jsonl", "{}\n").into(),
    ];
    for part in parts {
        files.upload(Purpose::FineTune, part).await.unwrap();
        let body = server.last().text();
        assert!(
            body.contains("filename=\"t.jsonl\"") && body.contains("\r\n\r\n{}\n\r\n"),
            "{body}"
        );
    }
    files.upload("fine-tune", Path::new(&text)).await.unwrap();
    assert_eq!(server.requests().len(), 8);
}

#[test]
fn endpoints_and_keys_are_text() {
    let west = String::from("https://west.openai.azure.com");
    let client = Client::builder()
        .with_endpoint("https://east.openai.azure.com")
        .with_api_key("key-of-east")
        .with_fallback(Fallback::new(west.as_str(), Credential::api_key("key-of-west")))
        .build()
        .unwrap();
    assert_eq!(client.pipeline().endpoint().origin(), "https://east.openai.azure.com");
}

#[tokio::test]
async fn api_version_of_request_wins_over_deployment_and_client() {
    let completion = json!({"choices": [{"index": 0, "message": {"role": "assistant", "content": "ok"}}]});
    let server = Server::start(move |_, _| json_reply(&completion.to_string())).await;
    let client = client_of(&server);
    let sent = || {
        let line = server.last().line().to_owned();
        line.split_once("api-version=")
            .unwrap()
            .1
            .split([' ', '&'])
            .next()
            .unwrap()
            .to_owned()
    };
    let chat = client.deployment("gpt-4o");
    chat.chat("Hi").await.unwrap();
    assert_eq!(sent(), azure_openai::inference::API_VERSION);
    let newer = chat.with_api_version("2024-10-21");
    newer.chat("Hi").await.unwrap();
    assert_eq!(sent(), "2024-10-21");
    newer.chat("Hi").with_api_version("2025-04-01-preview").await.unwrap();
    assert_eq!(sent(), "2025-04-01-preview");
}
