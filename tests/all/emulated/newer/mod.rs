//! What is newer than the specification: each row of the guide's tables is sent through the facade, and responded to.

mod audio;
mod chats;
mod images;

use azure_openai::{Client, Credential};
use azure_openai_emulator::{Emulator, Reply};
use serde_json::json;
use tests::clients::{KEY, NEWEST_VERSION};

const GUIDE: &str = include_str!("../../../../crates/azure-openai/src/guide/api_versions.md");

/// The rows of the tables below a heading of the guide.
fn rows(heading: &str) -> Vec<&'static str> {
    let section = GUIDE.split(heading).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| "));
    rows.map(|row| row.split(" |").next().unwrap()).skip(1).collect()
}

async fn start() -> (Emulator, Client) {
    let mut builder = Emulator::builder().with_api_key(KEY).reply_when(|chat| {
        let wants = chat.prompt().contains("weather twice");
        wants.then(|| Reply::tool_call("now", json!({})).with_tool_call("now", json!({})))
    });
    for model in [
        "gpt-image-1",
        "gpt-4o-transcribe",
        "gpt-4o-mini-transcribe",
        "gpt-4o-transcribe-diarize",
        "gpt-4o-mini-tts",
    ] {
        builder = builder.with_deployment(model, model);
    }
    let emulator = builder.start().await.unwrap();
    let client = Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(Credential::api_key(KEY))
        .with_inference_api_version(NEWEST_VERSION)
        .build()
        .unwrap();
    (emulator, client)
}

/// Whether the last request has this in its body, as it was sent.
#[track_caller]
fn sent(emulator: &Emulator, text: &str) {
    let request = emulator.requests().pop().unwrap();
    let body = String::from_utf8_lossy(&request.body).into_owned();
    assert!(body.contains(text), "no {text} in {body}");
}
