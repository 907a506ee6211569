//! Batches.

use azure_openai::authoring::{BatchCreateRequest, BatchListOptions, BatchStatus, FileExpiresAfter, Purpose};
use azure_openai::inference::CreateChatCompletionResponse;
use serde_json::json;
use std::time::Duration;

use azure_openai_emulator::Emulator;

use super::group::{Group, Named, SOON};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Authoring, "Batch_List"),
    (Api::Authoring, "Batch_Create"),
    (Api::Authoring, "Batch_Get"),
    (Api::Authoring, "Batch_Cancel"),
];

/// Time per line, by the emulator's clock.
const LINE: Duration = Duration::from_secs(60);

/// Creates the content of a file with that many lines.
fn lines(count: usize) -> String {
    let line = |number: usize| {
        let messages = json!([{"role": "user", "content": format!("question {number}")}]);
        let body = json!({"model": "gpt-4o", "messages": messages});
        let line =
            json!({"custom_id": format!("line-{number}"), "method": "POST", "url": "/chat/completions", "body": body});
        format!("{line}\n")
    };
    (0..count).map(line).collect()
}

#[tokio::test]
async fn batches() {
    let group = Group::of(Emulator::builder().batch_line_time(LINE)).await;
    let side = group.authoring();
    let batches = group.client.authoring().batch();
    let input = group.file(Purpose::Batch, lines(3)).await;
    let request = BatchCreateRequest::new(&input, "/chat/completions", "24h");
    let expiry = FileExpiresAfter::new()
        .with_anchor("created_at")
        .with_seconds(1_209_600);
    let whole = request
        .clone()
        .with_metadata([("team", "search")])
        .with_output_expires_after(expiry);

    group.stop_clock();
    let batch = side.good(batches.create(&whole), 201).await;
    assert_eq!(batch.status, Some(BatchStatus::Validating));
    assert_eq!((&batch.input_file_id, &*batch.metadata["team"]), (&input, "search"));
    let created = batch.created_at.as_ref().unwrap().unix_seconds();
    assert_eq!(
        batch.expires_at.as_ref().unwrap().unix_seconds(),
        created + 24 * 60 * 60
    );
    for wrong in [
        BatchCreateRequest::new("file-none", "/chat/completions", "24h"),
        BatchCreateRequest::new(&input, "/images/generations", "24h"),
        BatchCreateRequest::new(&input, "/chat/completions", "25h"),
        request
            .clone()
            .with_metadata((0..17).map(|pair| (pair.to_string(), "x"))),
    ] {
        side.bad(batches.create(&wrong), 400, "invalidPayload").await;
    }

    // Cancelled with partial output.
    let cut = side.good(batches.create(&request), 201).await;
    group.emulator.clock().advance(LINE * 3 / 2 + Duration::from_secs(1));
    let running = side.good(batches.get(&cut.id), 200).await;
    assert_eq!(running.status, Some(BatchStatus::InProgress));
    let cancelling = side.good(batches.cancel(&cut.id), 200).await;
    assert!(
        matches!(
            cancelling.status,
            Some(BatchStatus::Cancelling | BatchStatus::Cancelled)
        ),
        "{cancelling:?}"
    );
    group.start_clock();
    let wait = group.client.batches().wait(&cut.id).with_interval(SOON, SOON);
    let error = wait.await.unwrap_err();
    assert!(error.is_failed(), "{error}");
    let cut = error.into_job().unwrap();
    assert_eq!(cut.status, Some(BatchStatus::Cancelled));
    let counts = cut.request_counts.as_ref().unwrap();
    assert_eq!((counts.total, counts.completed), (Some(3), Some(1)));
    let mut results = group.client.batches().results::<CreateChatCompletionResponse>(&cut);
    let mut responded = 0;
    while let Some(result) = results.next().await {
        responded += usize::from(result.unwrap().outcome.is_ok());
    }
    assert_eq!(responded, 1);
    let late = batches.cancel(&cut.id);
    side.bad(late, 409, "unexpectedEntityState").await;
    side.bad(batches.cancel("batch-none"), 404, "notFound").await;
    side.bad(batches.get("batch-none"), 404, "notFound").await;

    // The other batch completes, with its results.
    let wait = group.client.batches().wait(&batch.id).with_interval(SOON, SOON);
    let done = wait.await.unwrap();
    assert_eq!(done.status, Some(BatchStatus::Completed));
    let mut results = group.client.batches().results::<CreateChatCompletionResponse>(&done);
    let mut ids = Vec::new();
    while let Some(result) = results.next().await {
        let result = result.unwrap();
        let number = result.custom_id.strip_prefix("line-").unwrap();
        let response = result.outcome.unwrap();
        assert!(response.text().contains(&format!("question {number}")));
        ids.push(result.custom_id);
    }
    ids.sort();
    assert_eq!(ids, ["line-0", "line-1", "line-2"]);
    let output = group.client.files().get(done.output_file_id.as_ref().unwrap());
    assert!(output.await.unwrap().expires_at.is_some());

    refused_lines(&group).await;

    let list = side.good(batches.list(None), 200).await;
    assert_eq!(list.data.len(), 3);
    assert_eq!(list.has_more, Some(false));
    assert!(list.head().headers().contains_key("deployment-enqueued-tokens"));
    let options = BatchListOptions::new().with_limit(1);
    let paged = group.client.batches().list_with(options).all().await.unwrap();
    assert!(paged.iter().map(|one| &one.id).eq(list.data.iter().map(|one| &one.id)));
    let options = BatchListOptions::new().with_filter("status eq 'Cancelled'");
    let some = side.good(batches.list(options), 200).await;
    assert!(some.data.iter().map(|one| &one.id).eq([&cut.id]));
    for wrong in [
        BatchListOptions::new().with_after("batch-none"),
        BatchListOptions::new().with_limit(0),
        BatchListOptions::new().with_filter("status like 'x'"),
        BatchListOptions::new().with_orderby("color asc"),
    ] {
        side.bad(batches.list(wrong), 400, "invalidPayload").await;
    }
    group.finish(OPERATIONS);
}

/// A batch with invalid lines fails, and its errors name them.
async fn refused_lines(group: &Group) {
    let input = lines(1).replace("gpt-4o", "gpt-none");
    let input = group.file(Purpose::Batch, input).await;
    let request = BatchCreateRequest::new(&input, "/chat/completions", "24h");
    let batch = group.client.batches().create(&request).await.unwrap();
    let wait = group.client.batches().wait(&batch.id).with_interval(SOON, SOON);
    let failed = wait.await.unwrap_err().into_job().unwrap();
    assert_eq!(failed.status, Some(BatchStatus::Failed));
    let error = &failed.errors.as_ref().unwrap().data[0];
    assert!(error.line.is_some() && error.message.is_some(), "{error:?}");
}
