//! Files uploaded in parts.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use azure_openai::authoring::Purpose;
use azure_openai::{Bytes, ErrorKind, files::LargeUpload};
use futures_util::stream;
use md5::{Digest, Md5};
use proptest::prelude::*;
use serde_json::json;

use crate::support::scripted::{Asked, Reply, Service};

/// What a service has of an upload.
#[derive(Default)]
struct Store {
    parts: HashMap<String, Vec<u8>>,
    whole: Option<Vec<u8>>,
    failed: u32,
}

/// A service that puts parts together in the order that it is told, by block or part ids. Of the parts, the n-th fail.
async fn uploading(blocks: bool, failing: Vec<usize>) -> (Service, Arc<Mutex<Store>>) {
    let store = Arc::new(Mutex::new(Store::default()));
    let inner = Arc::clone(&store);
    let mut asked_for_parts = 0;
    let service = Service::start(move |asked: &Asked| {
        let mut store = inner.lock().unwrap();
        match asked.line().as_str() {
            "POST /uploads" => {
                Reply::json(json!({"id": "u", "status": "pending", "file": {"id": "f", "status": "pending"}}))
            }
            "POST /uploads/u/parts" => {
                asked_for_parts += 1;
                if failing.contains(&(asked_for_parts - 1)) {
                    store.failed += 1;
                    return Reply::unavailable();
                }
                let id = format!("part-{asked_for_parts}");
                let block = format!("block-{asked_for_parts}");
                store
                    .parts
                    .insert(if blocks { block.clone() } else { id.clone() }, asked.file().to_vec());
                Reply::json(json!({"id": id, "azure_block_id": blocks.then_some(block)}))
            }
            "POST /uploads/u/complete" => {
                let body = asked.json();
                let ids = body["part_ids"].as_array().unwrap().iter();
                let whole: Vec<u8> = ids.flat_map(|id| store.parts[id.as_str().unwrap()].clone()).collect();
                if let Some(md5) = body["md5"].as_str() {
                    let expected: String = Md5::digest(&whole).iter().map(|byte| format!("{byte:02x}")).collect();
                    assert_eq!(md5, expected);
                }
                let bytes = whole.len();
                store.whole = Some(whole);
                Reply::json(
                    json!({"id": "u", "status": "completed", "file": {"id": "f", "status": "pending", "bytes": bytes}}),
                )
            }
            "POST /uploads/u/cancel" => Reply::json(json!({"id": "u", "status": "cancelled"})),
            line => panic!("{line}"),
        }
    })
    .await;
    (service, store)
}

fn contents(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 31 % 251) as u8).collect()
}

fn from_stream(bytes: &[u8], piece: usize, said: u64) -> LargeUpload {
    let pieces: Vec<_> = bytes
        .chunks(piece)
        .map(Bytes::copy_from_slice)
        .map(Ok::<_, std::io::Error>)
        .collect();
    LargeUpload::from_stream(Purpose::FineTune, "t.jsonl", stream::iter(pieces), said)
}

fn run<T>(test: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(test)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn file_arrives_whole_whatever_its_parts(
        length in 1_usize..3000,
        part in 100_usize..1500,
        piece in 1_usize..1000,
        at_a_time in 1_usize..6,
        failing in prop::collection::vec(0_usize..8, 0..3),
        blocks: bool,
        from_path: bool,
    ) {
        run(async {
            let (service, store) = uploading(blocks, failing).await;
            let bytes = contents(length);
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("t.jsonl");
            let upload = match from_path {
                true => {
                    std::fs::write(&path, &bytes).unwrap();
                    LargeUpload::from_path(Purpose::FineTune, &path)
                }
                false => from_stream(&bytes, piece, length as u64),
            };
            let upload = upload.with_part_size(part).with_concurrency(at_a_time);
            let file = service.client().files().upload_large(upload).await.unwrap();
            prop_assert_eq!((file.id.as_str(), file.bytes), ("f", Some(length as i64)));
            let store = store.lock().unwrap();
            prop_assert_eq!(store.whole.as_ref(), Some(&bytes));
            let asked = service.asked();
            let start = asked[0].json();
            prop_assert_eq!(start, json!({"purpose": "fine-tune", "filename": "t.jsonl", "bytes": length, "mime_type": "application/jsonl"}));
            prop_assert!(!service.lines().contains(&"POST /uploads/u/cancel".to_owned()));
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn failed_upload_is_cancelled_and_not_completed() {
    // As long as it said, or it is no upload.
    for said in [999, 1001] {
        let (service, _) = uploading(true, vec![]).await;
        let upload = from_stream(&contents(1000), 77, said).with_part_size(300);
        let error = service.client().files().upload_large(upload).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File);
        assert!(error.to_string().contains("bytes than it said"), "{error}");
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
    let upload = LargeUpload::from_stream(Purpose::FineTune, "t.jsonl", broken, 10);
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
            LargeUpload::from_path(Purpose::FineTune, "/does/not/exist"),
            "/does/not/exist",
        ),
        (
            LargeUpload::from_path(Purpose::FineTune, std::env::temp_dir()),
            "no regular file",
        ),
    ] {
        let error = files.upload_large(upload).await.unwrap_err();
        assert!(error.to_string().contains(phrase), "{error}");
    }
    assert!(service.asked().is_empty());
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
    let upload = LargeUpload::from_stream(Purpose::FineTune, "t.jsonl", stalled, 10).with_part_size(2);
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

#[tokio::test]
async fn part_is_sent_at_most_as_often_as_the_retry_policy_allows() {
    let service = Service::start(|asked| match asked.path.as_str() {
        "/uploads" => Reply::json(json!({"id": "u"})),
        "/uploads/u/parts" => Reply::unavailable(),
        _ => Reply::json(json!({"id": "u", "status": "cancelled"})),
    })
    .await;
    let upload = from_stream(&contents(1000), 77, 1000);
    let error = service.client().files().upload_large(upload).await.unwrap_err();
    assert!(error.is_transient());
    let lines = service.lines();
    let parts = lines.iter().filter(|line| line.ends_with("/parts")).count();
    assert_eq!(parts, 4, "{lines:?}");
}
