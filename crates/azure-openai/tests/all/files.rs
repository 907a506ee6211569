//! Files through the facade, against the emulator.

use std::time::Duration;

use azure_openai::authoring::{FilesListOptions, Order, Purpose};
use azure_openai::{Client, Credential, FilePart};
use azure_openai_emulator::Emulator;

#[tokio::test]
async fn from_upload_to_deletion() {
    let emulator = Emulator::builder().start().await.unwrap();
    let client = Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(Credential::api_key(emulator.api_key()))
        .build()
        .unwrap();
    let files = client.files();
    let mut ids = Vec::new();
    for number in 0..5 {
        let line = format!("{{\"messages\":[{{\"role\":\"user\",\"content\":\"{number}\"}}]}}\n");
        let part = FilePart::from_bytes("t.jsonl", line.repeat(10));
        let file = files.upload(Purpose::Assistants, part).await.unwrap();
        let wait = files
            .wait(&file.id)
            .with_interval(Duration::from_millis(20), Duration::from_millis(50));
        assert_eq!(wait.await.unwrap().id, file.id);
        ids.push(file.id.clone());
    }
    let options = FilesListOptions::new().with_limit(2).with_order(Order::Asc);
    let listed = files.list_with(options).all().await.unwrap();
    let listed: Vec<_> = listed.into_iter().map(|file| file.id).collect();
    assert_eq!(listed, ids);

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("saved.jsonl");
    let bytes = files.save(&ids[3], &path).await.unwrap();
    let saved = std::fs::read_to_string(&path).unwrap();
    assert_eq!(saved.len() as u64, bytes);
    assert!(saved.contains("\"content\":\"3\""));

    files.delete(&ids[3]).await.unwrap();
    assert!(files.save(&ids[3], &path).await.unwrap_err().is_not_found());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), saved);
}
