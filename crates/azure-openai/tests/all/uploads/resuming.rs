//! Uploads that go on from a state file.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use azure_openai::ErrorKind;
use azure_openai::authoring::Purpose;
use azure_openai::files::LargeUpload;
use serde_json::json;

use super::contents;
use crate::support::scripted::{Recorded, Reply, Service};

/// A file of ten parts, an upload of it with a state file, and the directory of both.
fn resumable() -> (tempfile::TempDir, impl Fn() -> LargeUpload) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("t.jsonl");
    std::fs::write(&path, contents(1000)).unwrap();
    let state = directory.path().join("state.json");
    let upload = move || {
        LargeUpload::new(Purpose::FineTune, &path)
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
    let service = Service::start(move |asked: &Recorded| match asked.line().as_str() {
        "POST /uploads" => Reply::json(json!({"id": "u", "status": "pending", "file": {"id": "f"}})),
        "POST /uploads/u/parts" if parts == after && *inner.lock().unwrap() => Reply::error(403, "forbidden"),
        "POST /uploads/u/parts" => {
            parts += 1;
            Reply::json(json!({"id": format!("p{parts}")}))
        }
        "POST /uploads/u/complete" => {
            let ids: Vec<_> = (1..=10).map(|part| format!("p{part}")).collect();
            assert_eq!(asked.json()["part_ids"], json!(ids));
            assert_eq!(asked.json()["md5"], format!("{:x}", md5::compute(contents(1000))));
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
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn completion_whose_response_was_lost_is_found_by_its_file() {
    let mut completed = 0;
    let service = Service::start(move |asked: &Recorded| match asked.line().as_str() {
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
