//! Files uploaded in parts.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use azure_openai::authoring::Purpose;
use azure_openai::{Bytes, ErrorKind, FilePart, files::LargeUpload};
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

/// A service that puts parts together in the order that it is seen, by block or part ids. Of the parts, the n-th fail.
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
        length in 1501_usize..4500,
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
            let directory = tempfile::tempdir().unwrap();
            let path = directory.path().join("t.jsonl");
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
    let upload = LargeUpload::from_stream(Purpose::FineTune, "t.jsonl", broken, 10).with_part_size(2);
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
            "is a directory",
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
        let pieces = [Ok::<_, std::io::Error>("{"), Ok("}\n")];
        FilePart::from_stream("t.jsonl", stream::iter(pieces), length)
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
    assert_eq!(service.asked().len(), 4);
}

#[tokio::test]
async fn stream_of_unknown_length_is_sent_in_parts() {
    let (service, store) = uploading(true, vec![]).await;
    let bytes = contents(1000);
    let pieces: Vec<_> = bytes
        .chunks(77)
        .map(|piece| Ok::<_, std::io::Error>(piece.to_vec()))
        .collect();
    let file = FilePart::from_stream("t.jsonl", stream::iter(pieces), None);
    let upload = LargeUpload::new(Purpose::FineTune, file).with_part_size(300);
    service.client().files().upload_large(upload).await.unwrap();
    assert_eq!(store.lock().unwrap().whole.as_ref(), Some(&bytes));
}

/// A file of ten parts, an upload of it with a state file, and the directory of both.
fn resumable() -> (tempfile::TempDir, impl Fn() -> LargeUpload) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("t.jsonl");
    std::fs::write(&path, contents(1000)).unwrap();
    let state = directory.path().join("state.json");
    let upload = move || {
        LargeUpload::from_path(Purpose::FineTune, &path)
            .with_part_size(100)
            .with_concurrency(1)
            .with_state_file(&state)
    };
    (directory, upload)
}

/// A service that has lost its connection after some parts, until it is seen otherwise.
async fn breaking(after: usize) -> (Service, Arc<Mutex<bool>>) {
    let broken = Arc::new(Mutex::new(true));
    let inner = Arc::clone(&broken);
    let mut parts = 0;
    let service = Service::start(move |asked: &Asked| match asked.line().as_str() {
        "POST /uploads" => Reply::json(json!({"id": "u", "status": "pending", "file": {"id": "f"}})),
        "POST /uploads/u/parts" if parts == after && *inner.lock().unwrap() => Reply::error(403, "forbidden"),
        "POST /uploads/u/parts" => {
            parts += 1;
            Reply::json(json!({"id": format!("p{parts}")}))
        }
        "POST /uploads/u/complete" => {
            let ids: Vec<_> = (1..=10).map(|part| format!("p{part}")).collect();
            assert_eq!(asked.json()["part_ids"], json!(ids));
            let whole: String = Md5::digest(contents(1000))
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(asked.json()["md5"], whole.as_str());
            Reply::json(json!({"id": "u", "status": "completed", "file": {"id": "f", "bytes": 1000}}))
        }
        "POST /uploads/u/cancel" => Reply::json(json!({"id": "u", "status": "cancelled"})),
        "GET /files/f" if *inner.lock().unwrap() => {
            parts = 0;
            *inner.lock().unwrap() = false;
            Reply::error(404, "notFound")
        }
        "GET /files/f" => Reply::json(json!({"id": "f", "status": "processed"})),
        line => panic!("{line}"),
    })
    .await;
    (service, broken)
}

#[tokio::test]
async fn upload_with_a_state_file_goes_on_with_the_rest() {
    let (service, broken) = breaking(4).await;
    let (directory, upload) = resumable();
    let state = directory.path().join("state.json");
    let files = service.client().files();
    let error = files.upload_large(upload()).await.unwrap_err();
    assert!(
        error.is_forbidden() && error.left_behind().unwrap().contains("state.json"),
        "{error}"
    );
    let text = std::fs::read_to_string(&state).unwrap();
    assert!(!text.contains("canary"), "{text}");
    *broken.lock().unwrap() = false;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&seen);
    let again = upload().with_progress(move |progress| noted.lock().unwrap().push(progress.parts_sent));
    assert_eq!(files.upload_large(again).await.unwrap().id, "f");
    assert_eq!(*seen.lock().unwrap(), (4..=10).collect::<Vec<_>>());
    let count = |line: &str| service.lines().iter().filter(|asked| *asked == line).count();
    assert_eq!((count("POST /uploads"), count("POST /uploads/u/parts")), (1, 11));
    // Done: the same file again, and another upload once that is deleted.
    assert_eq!(files.upload_large(upload()).await.unwrap().id, "f");
    assert_eq!(service.lines().last().unwrap(), "GET /files/f");
    *broken.lock().unwrap() = true;
    files.upload_large(upload()).await.unwrap();
    assert_eq!(
        service.lines().iter().filter(|asked| *asked == "POST /uploads").count(),
        2
    );
}

#[tokio::test]
async fn changed_file_does_not_go_on() {
    let (service, broken) = breaking(4).await;
    let (directory, upload) = resumable();
    let path = directory.path().join("t.jsonl");
    let files = service.client().files();
    files.upload_large(upload()).await.unwrap_err();
    *broken.lock().unwrap() = false;
    let before = service.lines().len();
    let modified = std::fs::metadata(&path).unwrap().modified().unwrap();
    let restore = |contents: &[u8]| {
        std::fs::write(&path, contents).unwrap();
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(modified).unwrap();
    };
    restore(&contents(999));
    let error = files.upload_large(upload()).await.unwrap_err();
    assert!(error.to_string().contains("it had 1000 bytes and has 999"), "{error}");
    std::fs::write(&path, contents(1000)).unwrap();
    let later = std::fs::File::options().write(true).open(&path).unwrap();
    later.set_modified(modified + Duration::from_secs(5)).unwrap();
    let error = files.upload_large(upload()).await.unwrap_err();
    assert!(error.to_string().contains("it was modified since"), "{error}");
    // Same size and time: the sums of the parts differ.
    let mut other = contents(1000);
    other[150] ^= 1;
    restore(&other);
    let error = files.upload_large(upload()).await.unwrap_err();
    assert!(error.to_string().contains("was changed"), "{error}");
    assert_eq!(service.lines().len(), before);
    std::fs::remove_file(&path).unwrap();
    let error = files.upload_large(upload()).await.unwrap_err();
    assert!(
        error.kind() == ErrorKind::File && error.to_string().contains("t.jsonl"),
        "{error}"
    );
}

#[tokio::test]
async fn upload_that_is_given_up_is_cancelled_and_forgotten() {
    let (service, _) = breaking(4).await;
    let (directory, upload) = resumable();
    let state = directory.path().join("state.json");
    let files = service.client().files();
    files.upload_large(upload()).await.unwrap_err();
    let (other, _) = breaking(4).await;
    let error = other.client().files().cancel_upload(&state).await.unwrap_err();
    assert!(error.to_string().contains("belongs to the resource"), "{error}");
    files.cancel_upload(&state).await.unwrap();
    assert_eq!(service.lines().last().unwrap(), "POST /uploads/u/cancel");
    assert!(!state.exists());
    let error = files.cancel_upload(&state).await.unwrap_err();
    assert!(error.to_string().contains("no upload to cancel"), "{error}");
}

#[tokio::test]
async fn state_that_cannot_be_written_cancels_the_upload() {
    let (service, _) = breaking(4).await;
    let (_directory, upload) = resumable();
    let error = service
        .client()
        .files()
        .upload_large(upload().with_state_file("/does/not/exist/state.json"))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("/does/not/exist"), "{error}");
    assert!(service.asked().is_empty());
}

#[tokio::test]
async fn completion_whose_response_was_lost_is_found_by_its_file() {
    let mut completed = 0;
    let service = Service::start(move |asked: &Asked| match asked.line().as_str() {
        "POST /uploads" => Reply::json(json!({"id": "u", "file": {"id": "f"}})),
        "POST /uploads/u/parts" => Reply::json(json!({"id": "p"})),
        "POST /uploads/u/complete" => {
            completed += 1;
            assert_eq!(completed, 1);
            Reply::error(504, "gatewayTimeout")
        }
        "GET /files/f" => Reply::json(json!({"id": "f", "status": "processed"})),
        line => panic!("{line}"),
    })
    .await;
    let (_directory, upload) = resumable();
    let files = service.client().files();
    let error = files.upload_large(upload()).await.unwrap_err();
    assert!(error.left_behind().unwrap().contains("`u`"), "{error}");
    assert_eq!(files.upload_large(upload()).await.unwrap().id, "f");
}
