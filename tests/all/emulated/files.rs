//! Files and uploads.

use azure_openai::authoring::{
    FileExpiresAfter, FileImport, FileState, FilesListOptions, FilesUploadForm, Order, Purpose, UploadFileCompleteBody,
    UploadFilePartForm, UploadFileStartBody, UploadStatus,
};
use azure_openai::{FilePart, files::LargeUpload};
use azure_openai_emulator::Emulator;
use tests::server::{Reply, Server};

use super::group::{Group, Named, SOON};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Authoring, "Files_List"),
    (Api::Authoring, "Files_Upload"),
    (Api::Authoring, "Files_Import"),
    (Api::Authoring, "Files_Get"),
    (Api::Authoring, "Files_Delete"),
    (Api::Authoring, "Files_GetContent"),
    (Api::Authoring, "UploadFile_Start"),
    (Api::Authoring, "UploadFile_Cancel"),
    (Api::Authoring, "UploadFile_Complete"),
    (Api::Authoring, "UploadFile_Part"),
];

const EXAMPLE: &str = r#"{"messages":[{"role":"user","content":"ü"},{"role":"assistant","content":"u"}]}"#;

#[tokio::test]
async fn files_and_uploads() {
    let host = Server::start(Reply::json(&serde_json::json!({"custom_id": "1"}))).await;
    let address = host.url().strip_prefix("http://").unwrap().to_owned();
    let group = Group::of(Emulator::builder().with_import_host(address)).await;
    files(&group).await;
    imports(&group, host.url()).await;
    uploads(&group).await;
    group.finish(OPERATIONS);
}

async fn files(group: &Group) {
    let side = group.authoring();
    let files = group.client.authoring().files();
    group.stop_clock();
    let form = |name: &str, content: &str| {
        FilesUploadForm::new(Purpose::FineTune, FilePart::from_bytes(name, content.to_owned()))
    };
    let lasting = form("../größe.jsonl", EXAMPLE)
        .with_expires_after_anchor("created_at")
        .with_expires_after_seconds(1_209_600);
    let file = side.good(files.upload(lasting), 201).await;
    assert!(file.head().location().unwrap().contains(&file.id));
    assert_eq!(file.filename, "../größe.jsonl");
    assert_eq!(file.status, Some(FileState::Pending));
    assert_eq!(file.bytes, Some(EXAMPLE.len() as i64));
    let created = file.created_at.as_ref().unwrap().unix_seconds();
    assert_eq!(file.expires_at.as_ref().unwrap().unix_seconds(), created + 1_209_600);
    group.start_clock();
    let wait = group.client.files().wait(&file.id).with_interval(SOON, SOON);
    assert_eq!(wait.await.unwrap().status, Some(FileState::Processed));

    let too_soon = form("a.jsonl", EXAMPLE)
        .with_expires_after_anchor("created_at")
        .with_expires_after_seconds(60);
    side.bad(files.upload(too_soon), 400, "invalidPayload").await;
    let part = FilePart::from_bytes("a.jsonl", EXAMPLE);
    let wrong = FilesUploadForm::new("a-new-purpose", part);
    side.bad(files.upload(wrong), 400, "invalidPayload").await;
    // Its content is checked afterwards.
    let broken = side
        .good(files.upload(form("b.jsonl", &format!("{EXAMPLE}\n{{"))), 201)
        .await;
    let wait = group.client.files().wait(&broken.id).with_interval(SOON, SOON);
    let error = wait.await.unwrap_err();
    assert!(error.is_failed(), "{error}");
    let job = error.into_job().unwrap();
    assert_eq!(job.status, Some(FileState::Error));
    assert!(job.status_details.as_deref().unwrap().contains("line 2"), "{job:?}");

    let found = side.good(files.get(&file.id), 200).await;
    assert_eq!(found.filename, file.filename);
    side.bad(files.get("file-none"), 404, "notFound").await;
    side.bad(files.get("a/../b"), 404, "notFound").await;

    let options = FilesListOptions::new()
        .with_purpose(Purpose::FineTune)
        .with_order(Order::Asc);
    let list = side.good(files.list(options.clone()), 200).await;
    let ids: Vec<_> = list.data.iter().map(|file| &file.id).collect();
    assert_eq!(ids, [&file.id, &broken.id]);
    let paged = group
        .client
        .files()
        .list_with(options.with_limit(1))
        .all()
        .await
        .unwrap();
    assert!(paged.iter().map(|file| &file.id).eq(ids));
    let none = FilesListOptions::new().with_purpose(Purpose::Assistants);
    assert!(side.good(files.list(none), 200).await.data.is_empty());
    for wrong in [
        FilesListOptions::new().with_purpose("none"),
        FilesListOptions::new().with_order("sideways"),
        FilesListOptions::new().with_limit(-1),
        FilesListOptions::new().with_after("file-none"),
    ] {
        side.bad(files.list(wrong), 400, "invalidPayload").await;
    }

    let content = side.good(files.get_content(&file.id), 200).await;
    let content = content.into_value().bytes(1000).await.unwrap();
    assert_eq!(content, EXAMPLE.as_bytes());
    let gone = side.good(files.delete(&file.id), 200).await;
    assert_eq!((gone.deleted, &gone.id), (Some(true), &file.id));
    side.bad(files.delete(&file.id), 404, "notFound").await;
    side.bad(files.get_content(&file.id), 404, "notFound").await;
    side.bad(files.get(&file.id), 404, "notFound").await;
}

async fn imports(group: &Group, url: &str) {
    let side = group.authoring();
    let files = group.client.authoring().files();
    let import = |url: String| {
        let expiry = FileExpiresAfter::new()
            .with_anchor("created_at")
            .with_seconds(1_209_600);
        FileImport::new(Purpose::Assistants, "in.json", url).with_expires_after(expiry)
    };
    let url = format!("{url}/in?sig=canary-signature");
    let file = side.good(files.import(&import(url)), 201).await;
    assert!(file.expires_at.is_some());
    let wait = group.client.files().wait(&file.id).with_interval(SOON, SOON);
    wait.await.unwrap();
    let content = group.client.files().content(&file.id).await.unwrap();
    assert_eq!(content.bytes(1000).await.unwrap(), &br#"{"custom_id":"1"}"#[..]);
    let foreign = import("http://127.0.0.2/in?sig=canary-signature".to_owned());
    let error = side.bad(files.import(&foreign), 403, "forbidden").await;
    assert!(!format!("{error:?}").contains("canary"));
    let wrong = import("no url".to_owned());
    side.bad(files.import(&wrong), 400, "invalidPayload").await;
}

async fn uploads(group: &Group) {
    let side = group.authoring();
    let uploads = group.client.authoring().upload_file();
    let start = |bytes| UploadFileStartBody::new(Purpose::Assistants, "big.txt", bytes, "text/plain");
    let part = |text: &'static str| UploadFilePartForm::new(FilePart::from_bytes("blob", text));

    let upload = side.good(uploads.start(&start(11)), 200).await;
    assert_eq!(upload.status, Some(UploadStatus::Pending));
    assert_eq!(upload.file.as_ref().unwrap().status, Some(FileState::Pending));
    side.bad(uploads.start(&start(-1)), 400, "invalidPayload").await;
    side.bad(uploads.start(&start(10 << 30)), 400, "invalidPayload").await;

    let last = side.good(uploads.part(&upload.id, part("world")), 200).await;
    let first = side.good(uploads.part(&upload.id, part("hello ")), 200).await;
    assert_ne!(first.id, last.id);
    assert_eq!(first.upload_id.as_ref(), Some(&upload.id));
    side.bad(uploads.part("upload-none", part("x")), 404, "notFound").await;
    side.bad(uploads.part(&upload.id, part("")), 400, "invalidPayload")
        .await;

    let block = |part: &azure_openai::authoring::UploadPartResource| part.azure_block_id.clone().unwrap();
    let whole = UploadFileCompleteBody::new([block(&first), block(&last)]);
    let wrong = whole.clone().with_md5("00000000000000000000000000000000");
    side.bad(uploads.complete(&upload.id, &wrong), 400, "invalidPayload")
        .await;
    let wrong = UploadFileCompleteBody::new([block(&first)]);
    side.bad(uploads.complete(&upload.id, &wrong), 400, "invalidPayload")
        .await;
    let wrong = UploadFileCompleteBody::new(["block-none"]);
    side.bad(uploads.complete(&upload.id, &wrong), 400, "invalidPayload")
        .await;
    side.bad(uploads.complete("upload-none", &whole), 404, "notFound").await;
    let whole = whole.with_md5("5eb63bbbe01eeed093cb22bb8f5acdc3");
    let done = side.good(uploads.complete(&upload.id, &whole), 200).await;
    assert_eq!(done.status, Some(UploadStatus::Completed));
    let id = &done.file.as_ref().unwrap().id;
    let content = group.client.files().content(id).await.unwrap();
    assert_eq!(content.bytes(1000).await.unwrap(), "hello world");
    let again = uploads.complete(&upload.id, &whole);
    side.bad(again, 409, "unexpectedEntityState").await;
    let late = uploads.part(&upload.id, part("x"));
    side.bad(late, 409, "unexpectedEntityState").await;
    let late = uploads.cancel(&upload.id);
    side.bad(late, 409, "unexpectedEntityState").await;

    let other = side.good(uploads.start(&start(1)), 200).await;
    let cancelled = side.good(uploads.cancel(&other.id), 200).await;
    assert_eq!(cancelled.status, Some(UploadStatus::Cancelled));
    side.bad(uploads.cancel("upload-none"), 404, "notFound").await;

    // Through the facade, in many parts sent concurrently.
    let bytes: Vec<u8> = (0..100_000_u32).map(|byte| (byte * 7 + byte / 251) as u8).collect();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("large.bin");
    std::fs::write(&path, &bytes).unwrap();
    let large = LargeUpload::new(Purpose::Assistants, &path)
        .with_part_size(999)
        .with_concurrency(16);
    let file = group.client.files().upload_large(large).await.unwrap();
    let content = group.client.files().content(&file.id).await.unwrap();
    assert_eq!(content.bytes(1_000_000).await.unwrap(), bytes);
}
