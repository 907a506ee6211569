//! A file in parts, or in one form.

use std::sync::{Arc, Mutex};

use azure_openai::authoring::Purpose;
use azure_openai::files::LargeUpload;
use azure_openai::{ErrorKind, FilePart};
use futures_util::stream;
use proptest::prelude::*;
use serde_json::json;

use super::{contents, from_stream, uploading};
use crate::support::scripted::{Reply, Service};

fn run<T>(test: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(test)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn file_arrives_whole_whatever_its_parts(
        length in 1501_usize..4500,
        part in 100_usize..1500,
        chunk in 1_usize..1000,
        at_a_time in 1_usize..6,
        failing in prop::collection::vec(0_usize..8, 0..3),
        blocks: bool,
        from_path: bool,
    ) {
        run(async {
            let (service, store) = uploading(blocks, failing).await;
            let bytes = contents(length);
            let directory = tempfile::tempdir().unwrap();
            let path = directory.path().join("t.jsonl");
            let upload = match from_path {
                true => {
                    std::fs::write(&path, &bytes).unwrap();
                    LargeUpload::new(Purpose::FineTune, &path)
                }
                false => from_stream(&bytes, chunk, length as u64),
            };
            let upload = upload.with_part_size(part).with_concurrency(at_a_time);
            let file = service.client().files().upload_large(upload).await.unwrap();
            prop_assert_eq!((file.id.as_str(), file.bytes), ("f", Some(length as i64)));
            let store = store.lock().unwrap();
            prop_assert_eq!(store.whole.as_ref(), Some(&bytes));
            let asked = service.requests();
            let start = asked[0].json();
            prop_assert_eq!(start, json!({"purpose": "fine-tune", "filename": "t.jsonl", "bytes": length, "mime_type": "application/jsonl"}));
            prop_assert!(!service.lines().contains(&"POST /uploads/u/cancel".to_owned()));
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn completion_has_the_md5_unless_it_is_unwanted() {
    for with_md5 in [true, false] {
        let (service, _) = uploading(false, Vec::new()).await;
        let upload = from_stream(&contents(100), 50, 100).with_part_size(60);
        let upload = if with_md5 { upload } else { upload.without_md5() };
        service.client().files().upload_large(upload).await.unwrap();
        let complete = service.requests().pop().unwrap();
        assert_eq!(complete.line(), "POST /uploads/u/complete");
        assert_eq!(complete.json().get("md5").is_some(), with_md5);
    }
}

#[tokio::test]
async fn part_is_sent_at_most_as_often_as_the_retry_policy_allows() {
    let service = Service::start(|asked| match asked.path.as_str() {
        "/uploads" => Reply::json(json!({"id": "u"})),
        "/uploads/u/parts" => Reply::unavailable(),
        _ => Reply::json(json!({"id": "u", "status": "cancelled"})),
    })
    .await;
    let upload = from_stream(&contents(1000), 77, 1000)
        .with_part_size(600)
        .with_concurrency(1);
    let error = service.client().files().upload_large(upload).await.unwrap_err();
    assert!(error.is_transient());
    let lines = service.lines();
    let parts = lines.iter().filter(|line| line.ends_with("/parts")).count();
    assert_eq!(parts, 4, "{lines:?}");
}

#[tokio::test]
async fn file_of_one_part_is_one_form_whatever_its_source() {
    let service = Service::start(|asked| {
        assert_eq!((asked.line().as_str(), asked.file()), ("POST /files", &b"{}\n"[..]));
        Reply::json(json!({"id": "f", "filename": "t.jsonl"}))
    })
    .await;
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("t.jsonl");
    std::fs::write(&path, "{}\n").unwrap();
    let stream = |length| {
        let chunks = [Ok::<_, std::io::Error>("{"), Ok("}\n")];
        FilePart::from_stream("t.jsonl", stream::iter(chunks), length)
    };
    let files = service.client().files();
    for part in [
        FilePart::from_path(&path),
        FilePart::from_bytes("t.jsonl", "{}\n"),
        stream(Some(3)),
        stream(None),
    ] {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&seen);
        let upload = LargeUpload::new(Purpose::FineTune, part)
            .with_progress(move |progress| noted.lock().unwrap().push((progress.bytes_sent, progress.bytes)));
        assert_eq!(files.upload_large(upload).await.unwrap().id, "f");
        assert_eq!(*seen.lock().unwrap(), [(0, 3), (3, 3)]);
    }
    let longer = LargeUpload::new(Purpose::FineTune, stream(Some(2)));
    let error = files.upload_large(longer).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert_eq!(service.requests().len(), 4);
}

#[tokio::test]
async fn stream_of_unknown_length_is_sent_in_parts() {
    let (service, store) = uploading(true, vec![]).await;
    let bytes = contents(1000);
    let chunks: Vec<_> = bytes
        .chunks(77)
        .map(|chunk| Ok::<_, std::io::Error>(chunk.to_vec()))
        .collect();
    let file = FilePart::from_stream("t.jsonl", stream::iter(chunks), None);
    let upload = LargeUpload::new(Purpose::FineTune, file).with_part_size(300);
    service.client().files().upload_large(upload).await.unwrap();
    assert_eq!(store.lock().unwrap().whole.as_ref(), Some(&bytes));
}
