//! Requests and lists of the authoring API: gaps of its specification.

use azure_openai_authoring::{
    FilesListOptions, FilesUploadForm, FineTuningJobCreation, LogLevel, Order, Purpose,
    StoredCompletionGetMessagesOptions, StoredCompletionListOptions,
};
use azure_openai_core::FilePart;
use serde_json::{Value, json};
use tests::json::encode;
use tests::multipart::{Part, parts};
use tests::server::{Reply, Server};

use super::{replying, replying_json};

fn query(server: &Server, name: &str) -> Option<String> {
    server
        .only()
        .query
        .into_iter()
        .find(|(other, _)| other == name)
        .map(|(_, value)| value)
}

#[tokio::test]
async fn list_order_is_sent_as_asc_or_desc() {
    let (server, client) = replying_json(json!({"data": []})).await;
    for (order, text) in [(Order::Asc, "asc"), (Order::Desc, "desc")] {
        client
            .authoring()
            .files()
            .list(FilesListOptions::new().with_order(order.clone()))
            .await
            .unwrap();
        assert_eq!(query(&server, "order").as_deref(), Some(text));
        let options = StoredCompletionListOptions::new().with_order(order.clone());
        client.authoring().stored_completion().list(options).await.unwrap();
        assert_eq!(query(&server, "order").as_deref(), Some(text));
        let options = StoredCompletionGetMessagesOptions::new().with_order(order);
        client
            .authoring()
            .stored_completion()
            .get_messages("c", options)
            .await
            .unwrap();
        assert_eq!(query(&server, "order").as_deref(), Some(text));
    }
}

#[tokio::test]
async fn timestamps_have_64_bits() {
    let late = 4_102_444_800_i64;
    let (_server, client) =
        replying_json(json!({"id": "x", "expires_at": late, "finished_at": late, "estimated_finish": late})).await;
    let file = client.authoring().files().get("x").await.unwrap();
    assert_eq!(file.expires_at.as_ref().unwrap().unix_seconds(), late);
    let job = client.authoring().fine_tuning().get("x").await.unwrap();
    assert_eq!(job.finished_at.as_ref().unwrap().unix_seconds(), late);
    assert_eq!(job.estimated_finish.as_ref().unwrap().unix_seconds(), late);
    let upload = client.authoring().upload_file().cancel("x").await.unwrap();
    assert_eq!(upload.expires_at.as_ref().unwrap().unix_seconds(), late);
    let batch = client.authoring().batch().get("x").await.unwrap();
    assert_eq!(batch.expires_at.as_ref().unwrap().unix_seconds(), late);
}

#[tokio::test]
async fn required_fields_may_be_missing_or_null() {
    let (_server, client) = replying_json(json!({"id": "file-1", "filename": "a", "purpose": "batch"})).await;
    assert_eq!(client.authoring().files().get("file-1").await.unwrap().bytes, None);
    let (_server, client) = replying_json(json!({"data": [{"id": "m"}], "object": null})).await;
    assert_eq!(
        client.authoring().fine_tuning().list(None).await.unwrap().has_more,
        None
    );
    assert_eq!(
        client.authoring().models().list().await.unwrap().data[0].created_at,
        None
    );
    assert_eq!(client.inference().models().list().await.unwrap().data[0].created, None);
    let (_server, client) = replying_json(json!({
        "id": "1", "result_files": null, "integrations": null, "error": null, "hyperparameters": null, "method": null
    }))
    .await;
    assert!(
        client
            .authoring()
            .fine_tuning()
            .get("1")
            .await
            .unwrap()
            .result_files
            .is_empty()
    );
    let (_server, client) = replying_json(json!({"id": "1", "metadata": null, "data": null})).await;
    assert!(client.authoring().batch().get("1").await.unwrap().metadata.is_empty());
    assert!(client.authoring().batch().list(None).await.unwrap().data.is_empty());
}

#[tokio::test]
async fn timestamps_decode_from_iso_8601() {
    for created in [
        "2025-03-01T12:00:00Z",
        "2025-03-01T12:00:00",
        "2025-03-01T13:00:00.000+01:00",
    ] {
        let (_server, client) = replying_json(json!({"id": "x", "created_at": created})).await;
        let file = client.authoring().files().get("x").await.unwrap();
        assert_eq!(
            file.created_at.as_ref().unwrap().unix_seconds(),
            1_740_830_400,
            "{created}"
        );
        let job = client.authoring().fine_tuning().get("x").await.unwrap();
        assert_eq!(encode(job.value())["created_at"], created);
    }
}

#[tokio::test]
async fn file_part_has_content_type_and_expiry_has_dotted_names() {
    let (server, client) = replying_json(json!({"id": "file-1"})).await;
    for (name, content_type) in [
        ("a.jsonl", "application/jsonl"),
        ("no-extension", "application/octet-stream"),
    ] {
        let form = FilesUploadForm::new(Purpose::Batch, FilePart::from_bytes(name, "{}"))
            .with_expires_after_anchor("created_at")
            .with_expires_after_seconds(1_209_600);
        client.authoring().files().upload(form).await.unwrap();
        let sent = parts(&server.only()).await;
        for part in [
            Part::text("purpose", "batch"),
            Part::text("expires_after.anchor", "created_at"),
            Part::text("expires_after.seconds", "1209600"),
            Part::file("file", name, content_type, "{}"),
        ] {
            assert!(sent.contains(&part), "{sent:?}");
        }
    }
}

#[tokio::test]
async fn error_codes_of_both_apis_decode() {
    let authoring = json!({"error": {
        "code": "notFound", "message": "m", "target": "file",
        "details": [{"code": "d", "message": "dm", "details": [{"code": "dd"}]}],
        "innererror": {"code": "i1", "innererror": {"code": "i2", "innererror": {"code": "i3"}}}
    }});
    let (_server, client) = replying(Reply::json(&authoring).with_status(404)).await;
    let error = client.authoring().files().get("x").await.unwrap_err();
    assert_eq!((error.code(), error.target()), (Some("notFound"), Some("file")));
    let detail = error.service_error().unwrap();
    assert_eq!(detail.details[0].details[0].code.as_deref(), Some("dd"));
    let inner = std::iter::successors(Some(detail), |detail| detail.inner_error.as_deref());
    assert_eq!(inner.last().unwrap().code.as_deref(), Some("i3"));
    for code in ["DeploymentNotFound", "429", "content_filter"] {
        let body = json!({"error": {"code": code, "message": "m"}});
        let (_server, client) = replying(Reply::json(&body).with_status(404)).await;
        assert_eq!(client.inference().models().list().await.unwrap_err().code(), Some(code));
    }
}

#[tokio::test]
async fn any_success_status_is_accepted() {
    for status in [200, 201, 202] {
        let (_server, client) = replying(Reply::json(&json!({"id": "x"})).with_status(status)).await;
        let form = FilesUploadForm::new(Purpose::Batch, FilePart::from_bytes("a.jsonl", "{}"));
        assert_eq!(
            client.authoring().files().upload(form).await.unwrap().head().status(),
            status
        );
        let job = client
            .authoring()
            .fine_tuning()
            .create(&FineTuningJobCreation::new("m", "f"))
            .await
            .unwrap();
        assert_eq!((job.head().status().as_u16(), &*job.id), (status, "x"));
        client.authoring().fine_tuning().delete("x").await.unwrap();
    }
    // Published events capitalize their level.
    let level: LogLevel = serde_json::from_value(Value::from("Info")).unwrap();
    assert!(matches!(level, LogLevel::Info));
}
