//! Files in parts, and invalid files.

use azure_openai::authoring::{FileState, Purpose};
use azure_openai::{Client, FilePart, PollError, files::LargeUpload};
use azure_openai_emulator::Emulator;
use futures_util::stream;

use super::{asked, examples, run};

const PART: usize = 1000;

fn upload(contents: &str) -> LargeUpload {
    let chunks: Vec<_> = contents
        .as_bytes()
        .chunks(777)
        .map(|chunk| Ok::<_, std::io::Error>(chunk.to_vec()))
        .collect();
    let length = contents.len() as u64;
    LargeUpload::new(
        Purpose::FineTune,
        FilePart::from_stream("t.jsonl", stream::iter(chunks), Some(length)),
    )
    .with_part_size(PART)
}

async fn content(client: &Client, id: &str) -> Vec<u8> {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("t.jsonl");
    client.files().save(id, &path).await.unwrap();
    std::fs::read(&path).unwrap()
}

#[test]
fn many_parts_become_one_file_also_where_one_fails() {
    let contents = examples(400);
    let parts = contents.len().div_ceil(PART) as u64;
    assert!(parts > 20);
    for (fault, more) in [
        (None, 0),
        (Some("status=503; retry-after=1; skip=5; first=1"), 1),
        (Some("status=500; skip=7; first=2"), 2),
        (Some("reset=headers; skip=5; first=1"), 1),
        (Some("close=body; skip=9; first=1"), 1),
    ] {
        run(Emulator::builder(), async |emulator, client| {
            if let Some(fault) = fault {
                let fault: azure_openai_emulator::Fault = fault.parse().unwrap();
                emulator.faults().add(fault.with_operation("UploadFile_Part")).unwrap();
            }
            let file = client.files().upload_large(upload(&contents)).await.unwrap();
            let file = client.files().wait(&file.id).await.unwrap();
            assert_eq!(file.bytes, Some(contents.len() as i64));
            assert!(content(client, &file.id).await == contents.as_bytes(), "{fault:?}");
            assert_eq!(asked(emulator, "UploadFile_Part"), parts + more, "{fault:?}");
            assert_eq!(asked(emulator, "UploadFile_Cancel"), 0, "{fault:?}");
            assert_eq!(client.files().list().all().await.unwrap().len(), 1);
        });
    }
}

#[test]
fn failed_upload_leaves_no_file() {
    for fault in [
        "status=400; skip=5; operation=UploadFile_Part",
        "status=500; skip=5; operation=UploadFile_Part",
        "status=400; operation=UploadFile_Complete",
    ] {
        let contents = examples(150);
        run(Emulator::builder(), async |emulator, client| {
            emulator.faults().add(fault.parse().unwrap()).unwrap();
            let error = client.files().upload_large(upload(&contents)).await;
            assert!(error.unwrap_err().status().is_some());
            emulator.faults().clear();
            assert_eq!(asked(emulator, "UploadFile_Cancel"), 1, "{fault}");
            let cancelled = emulator.requests().into_iter().find(|request| {
                request.operation == Some("UploadFile_Cancel")
                    && request.status.is_some_and(|status| status.is_success())
            });
            // The service has it as cancelled: neither can it be completed, nor is there a file.
            let path = cancelled.unwrap().path;
            let id = path.rsplit('/').nth(1).unwrap();
            let complete = azure_openai::authoring::UploadFileCompleteBody::new(["x".to_owned()]);
            let error = client.authoring().upload_file().complete(id, &complete).await;
            assert!(error.unwrap_err().status().is_some(), "{fault}");
            assert!(client.files().list().all().await.unwrap().is_empty(), "{fault}");
        });
    }
}

#[test]
fn dropped_upload_is_cancelled_on_the_service() {
    run(Emulator::builder(), async |emulator, client| {
        let slow: azure_openai_emulator::Fault = "latency=60s".parse().unwrap();
        let slow = slow.with_operation("UploadFile_Part");
        emulator.faults().add(slow).unwrap();
        let contents = examples(150);
        let files = client.files();
        let sending = files.upload_large(upload(&contents));
        let dropped = tokio::time::timeout(std::time::Duration::from_secs(5), sending).await;
        assert!(dropped.is_err());
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        assert_eq!(asked(emulator, "UploadFile_Cancel"), 1);
        assert!(files.list().all().await.unwrap().is_empty());
    });
}

#[test]
fn invalid_file_is_reported_with_the_reason() {
    run(Emulator::builder(), async |_, client| {
        let part = FilePart::from_bytes("bad.jsonl", "{\"a\": 1}\nno JSON\n");
        let file = client.files().upload(Purpose::FineTune, part).await.unwrap();
        let error = client.files().wait(&file.id).await.unwrap_err();
        assert!(error.to_string().contains("line 2"), "{error}");
        let PollError::Failed { job, .. } = error else {
            panic!("{error}");
        };
        assert_eq!((&job.id, &job.status), (&file.id, &Some(FileState::Error)));
        assert!(job.status_details.unwrap().contains("line 2"));
    });
}
