//! Files, uploads, batches, fine-tuning and ingestion.

use std::fs;

use azure_openai_authoring::{
    BatchStatus, FileState, FilesUploadForm, IngestionJob, IngestionJobSystemCompute, LogLevel, Purpose,
    UploadFileCompleteBody, UploadFilePartForm, UploadFileStartBody, UploadStatus,
};
use azure_openai_core::FilePart;
use bytes::Bytes;
use futures_util::stream;
use serde_json::json;
use tests::multipart::{Part, parts};
use tests::server::Reply;

use super::{replying, replying_json};

#[tokio::test]
async fn every_file_state_is_known() {
    for state in [
        "pending",
        "running",
        "processed",
        "error",
        "deleting",
        "deleted",
        "uploaded",
    ] {
        let (_server, client) = replying_json(json!({"object": "list", "data": [{"id": "f", "status": state}]})).await;
        let list = client.authoring().files().list(None).await.unwrap();
        let status = list.data[0].status.as_ref().unwrap();
        assert!(!matches!(status, FileState::Unknown(_)) && *status == state);
        assert!(list.extra.is_empty());
    }
}

#[tokio::test]
async fn file_part_is_sent_from_memory_path_and_stream() {
    let (server, client) = replying_json(json!({"id": "file-1"})).await;
    let bytes: Vec<u8> = (0..=255).cycle().take(1_000_000).collect();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("größe 1.jsonl");
    fs::write(&path, &bytes).unwrap();
    let chunks = || {
        let chunks: Vec<_> = bytes
            .chunks(70_000)
            .map(|chunk| Ok::<_, std::io::Error>(Bytes::copy_from_slice(chunk)))
            .collect();
        stream::iter(chunks)
    };
    let files = [
        (FilePart::from_bytes("größe 1.jsonl", bytes.clone()), true),
        (FilePart::from_path(&path), true),
        (
            FilePart::from_stream("größe 1.jsonl", chunks(), Some(bytes.len() as u64)),
            true,
        ),
        (FilePart::from_stream("größe 1.jsonl", chunks(), None), false),
    ];
    for (file, length_known) in files {
        client
            .authoring()
            .files()
            .upload(FilesUploadForm::new(Purpose::FineTune, file))
            .await
            .unwrap();
        let request = server.only();
        assert_eq!(request.header("content-length").is_some(), length_known);
        let expected = [
            Part::text("purpose", "fine-tune"),
            Part::file("file", "größe 1.jsonl", "application/jsonl", bytes.clone()),
        ];
        assert!(parts(&request).await == expected, "{}", request.body.len());
    }
}

#[tokio::test]
async fn upload_starts_with_pending_file_and_completes_with_ordered_block_ids() {
    let (server, client) = replying_json(json!({
        "id": "upload_1", "status": "pending", "expires_at": 1_711_007_200,
        "file": {"id": "file-1", "status": "pending", "bytes": 12}
    }))
    .await;
    let start = UploadFileStartBody::new("batch", "big.jsonl", 9_000_000_000, "application/jsonl");
    let upload = client.authoring().upload_file().start(&start).await.unwrap();
    assert_eq!(upload.status, Some(UploadStatus::Pending));
    assert_eq!(upload.file.as_ref().unwrap().status, Some(FileState::Pending));
    assert_eq!(server.only().json()["bytes"], 9_000_000_000_i64);

    server.reply_with(Reply::json(
        &json!({"id": "part_1", "azure_block_id": "YmxvY2s=", "upload_id": "upload_1"}),
    ));
    let form = UploadFilePartForm::new(FilePart::from_bytes("part", "bytes"));
    let part = client.authoring().upload_file().part("upload_1", form).await.unwrap();
    assert_eq!(
        (&*part.id, part.azure_block_id.as_deref()),
        ("part_1", Some("YmxvY2s="))
    );
    let sent = parts(&server.only()).await;
    assert_eq!(sent, [Part::file("data", "part", "application/octet-stream", "bytes")]);

    server.reply_with(Reply::json(&json!({"id": "upload_1", "status": "completed"})));
    let complete = UploadFileCompleteBody::new(["b2", "b1"]).with_md5("md5");
    client
        .authoring()
        .upload_file()
        .complete("upload_1", &complete)
        .await
        .unwrap();
    assert_eq!(server.only().json(), json!({"part_ids": ["b2", "b1"], "md5": "md5"}));
}

#[tokio::test]
async fn every_batch_state_is_known() {
    let states = [
        "validating",
        "in_progress",
        "finalizing",
        "completed",
        "failed",
        "expired",
        "cancelling",
        "cancelled",
    ];
    for state in states {
        let (_server, client) = replying_json(json!({"id": "b", "status": state, "output_file_id": "out"})).await;
        let batch = client.authoring().batch().cancel("b").await.unwrap();
        let status = batch.status.as_ref().unwrap();
        assert!(!matches!(status, BatchStatus::Unknown(_)) && *status == state);
        assert_eq!(batch.output_file_id.as_deref(), Some("out"));
    }
}

#[tokio::test]
async fn deletion_decodes_with_and_without_body() {
    let (_server, client) = replying(Reply::nothing()).await;
    assert_eq!(
        client
            .authoring()
            .fine_tuning()
            .delete("ft")
            .await
            .unwrap()
            .head()
            .status(),
        204
    );
    let (_server, client) = replying_json(json!({"id": "f", "object": "file", "deleted": true})).await;
    let deleted = client.authoring().files().delete("f").await.unwrap();
    assert_eq!(
        (deleted.deleted, &*deleted.id, deleted.head().status().as_u16()),
        (Some(true), "f", 200)
    );
}

#[tokio::test]
async fn capitalized_event_level_is_known() {
    let (_server, client) = replying_json(json!({"data": [{"id": "e", "level": "Info", "message": "m"}]})).await;
    let events = client.authoring().fine_tuning().get_events("ft", None).await.unwrap();
    assert_eq!(events.data[0].level, Some(LogLevel::Info));
}

#[tokio::test]
async fn file_content_is_returned_byte_for_byte() {
    let csv = "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n1,0.5,0.5,,\n";
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    for (content_type, body) in [
        ("text/csv", csv.as_bytes()),
        ("application/octet-stream", &bytes),
        ("", &[]),
    ] {
        let chunks = body.chunks(4096).map(Bytes::copy_from_slice);
        let (_server, client) = replying(Reply::in_chunks(content_type, chunks)).await;
        let content = client.authoring().files().get_content("f").await.unwrap().into_value();
        assert_eq!(
            content.content_type(),
            Some(content_type).filter(|text| !text.is_empty())
        );
        assert!(content.bytes(1 << 20).await.unwrap() == body);
    }
}

#[tokio::test]
async fn ingestion_is_created_by_put_and_listed_as_value() {
    let (server, client) = replying(Reply::json(&json!({"kind": "SystemCompute"})).with_status(201)).await;
    let job = IngestionJob::from(IngestionJobSystemCompute::new());
    assert_eq!(
        client
            .authoring()
            .ingestion_jobs()
            .create("j", &job, None)
            .await
            .unwrap()
            .head()
            .status(),
        201
    );
    assert_eq!(server.only().method, "PUT");
    server.reply_with(Reply::json(&json!({"value": [{"kind": "SystemCompute"}]})));
    let jobs = client.authoring().ingestion_jobs().list(None).await.unwrap();
    assert_eq!((jobs.value.len(), &jobs.next_link), (1, &None));
}
