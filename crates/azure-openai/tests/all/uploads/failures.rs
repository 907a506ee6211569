//! What is left of an upload that fails.

use std::time::Duration;

use azure_openai::authoring::Purpose;
use azure_openai::files::LargeUpload;
use azure_openai::{Bytes, ErrorKind, FilePart};
use futures_util::stream;
use serde_json::json;

use super::{contents, from_stream, uploading};
use crate::support::scripted::{Reply, Service};

#[tokio::test]
async fn failed_upload_is_cancelled_and_not_completed() {
    // As long as it said, or it is not an upload.
    for said in [999, 1001] {
        let (service, _) = uploading(true, vec![]).await;
        let upload = from_stream(&contents(1000), 77, said).with_part_size(300);
        let error = service.client().files().upload_large(upload).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File);
        assert!(
            error.to_string().contains("the stream ") && error.to_string().contains("bytes"),
            "{error}"
        );
        let lines = service.lines();
        assert_eq!(lines.last().unwrap(), "POST /uploads/u/cancel");
        assert!(!lines.contains(&"POST /uploads/u/complete".to_owned()));
    }
    // A part that is refused.
    let service = Service::start(|asked| match asked.path.as_str() {
        "/uploads" => Reply::json(json!({"id": "u"})),
        "/uploads/u/parts" => Reply::error(400, "invalidPayload"),
        _ => Reply::json(json!({"id": "u", "status": "cancelled"})),
    })
    .await;
    let upload = from_stream(&contents(1000), 77, 1000).with_part_size(300);
    let error = service.client().files().upload_large(upload).await.unwrap_err();
    assert_eq!(error.code(), Some("invalidPayload"));
    assert_eq!(service.lines().last().unwrap(), "POST /uploads/u/cancel");
    // A source that breaks.
    let (service, _) = uploading(true, vec![]).await;
    let broken = stream::iter([Ok(Bytes::from_static(b"abc")), Err(std::io::Error::other("unplugged"))]);
    let upload =
        LargeUpload::new(Purpose::FineTune, FilePart::from_stream("t.jsonl", broken, Some(10))).with_part_size(2);
    let error = service.client().files().upload_large(upload).await.unwrap_err();
    assert!(error.to_string().contains("unplugged"), "{error}");
    assert_eq!(service.lines(), ["POST /uploads", "POST /uploads/u/cancel"]);
}

#[tokio::test]
async fn invalid_upload_is_refused_before_anything_is_sent() {
    let (service, _) = uploading(true, vec![]).await;
    let files = service.client().files();
    let upload = |said| from_stream(&[], 1, said);
    for (upload, phrase) in [
        (upload(0), "empty"),
        (upload(LargeUpload::MAX_BYTES + 1), "at most 9000000000"),
        (upload(1).with_part_size(0), "part size is 0 bytes"),
        (
            upload(1).with_part_size(LargeUpload::MAX_PART_SIZE + 1),
            "it must be from 1 to 67108864",
        ),
        (upload(1).with_concurrency(0), "concurrency is 0"),
        (
            LargeUpload::new(Purpose::FineTune, "/does/not/exist"),
            "/does/not/exist",
        ),
        (
            LargeUpload::new(Purpose::FineTune, std::env::temp_dir()),
            "is a directory",
        ),
    ] {
        let error = files.upload_large(upload).await.unwrap_err();
        assert!(error.to_string().contains(phrase), "{error}");
    }
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn dropped_upload_is_cancelled() {
    let (service, _) = uploading(true, vec![]).await;
    // It waits for ever in the middle.
    let stalled = Box::pin(stream::unfold(0, |count| async move {
        match count {
            0 => Some((Ok::<_, std::io::Error>(Bytes::from_static(b"abc")), 1)),
            _ => std::future::pending().await,
        }
    }));
    let upload =
        LargeUpload::new(Purpose::FineTune, FilePart::from_stream("t.jsonl", stalled, Some(10))).with_part_size(2);
    let files = service.client().files();
    let task = tokio::spawn(async move { files.upload_large(upload).await });
    let until = async |line: &str| {
        while !service.lines().iter().any(|other| other == line) {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    until("POST /uploads").await;
    tokio::time::sleep(Duration::from_millis(5)).await;
    task.abort();
    let cancelled = tokio::time::timeout(Duration::from_secs(10), until("POST /uploads/u/cancel"));
    cancelled.await.unwrap();
}

#[tokio::test]
async fn upload_that_may_be_completed_is_not_cancelled_and_is_named() {
    let service = Service::start(|asked| match asked.path.as_str() {
        "/uploads" => Reply::json(json!({"id": "u"})),
        "/uploads/u/parts" => Reply::json(json!({"id": format!("part-{}", asked.count)})),
        // The file exists, and a gateway lost the response.
        "/uploads/u/complete" => Reply::error(502, "badGateway"),
        path => panic!("{path}"),
    })
    .await;
    let upload = from_stream(&contents(1000), 77, 1000).with_part_size(600);
    let error = service.client().files().upload_large(upload).await.unwrap_err();
    assert!(error.may_have_been_processed());
    assert!(error.left_behind().unwrap().contains("`u`"), "{error}");
    assert_eq!(service.lines().last().unwrap(), "POST /uploads/u/complete");
}
