//! Waiting for files, batches, jobs and runs.

use std::time::Duration;

use azure_openai::authoring::{Batch, BatchCreateRequest};
use azure_openai::{Error, ErrorKind, PollError, Poller, Value};
use serde_json::json;

use crate::support::scripted::{Reply, Service};

const SOON: Duration = Duration::from_millis(2);

/// The replies in order, the last for ever.
async fn service(replies: impl IntoIterator<Item = Value>) -> Service {
    let replies: Vec<_> = replies.into_iter().collect();
    Service::start(move |asked| Reply::json(replies[asked.count.min(replies.len() - 1)].clone())).await
}

#[tokio::test]
async fn file_is_polled_until_processed() {
    let service = service([
        json!({"id": "f", "status": "pending"}),
        json!({"id": "f", "status": "a new word"}),
        json!({"id": "f"}),
        json!({"id": "f", "status": "Processed", "bytes": 7}),
    ])
    .await;
    let file = service
        .client()
        .files()
        .wait("f")
        .with_interval(SOON, SOON)
        .await
        .unwrap();
    assert_eq!(file.bytes, Some(7));
    assert_eq!(service.lines(), ["GET /files/f"; 4]);
}

#[tokio::test]
async fn failed_file_has_its_status_details() {
    for (state, phrase) in [
        ("error", "is error: no JSON on line 3"),
        ("deleted", "is deleted: no JSON"),
    ] {
        let reply = json!({"id": "f", "status": state, "status_details": "no JSON on line 3"});
        let service = service([reply]).await;
        let error = service.client().files().wait("f").await.unwrap_err();
        assert!(error.is_failed());
        assert!(error.to_string().contains(phrase), "{error}");
        assert_eq!(error.into_job().unwrap().id, "f");
    }
}

#[tokio::test]
async fn batch_reports_its_progress_and_its_errors_with_their_lines() {
    let counts = |completed| json!({"total": 4, "completed": completed, "failed": 0});
    let service = service([
        json!({"id": "b", "status": "validating"}),
        json!({"id": "b", "status": "in_progress", "request_counts": counts(0)}),
        json!({"id": "b", "status": "in_progress", "request_counts": counts(2)}),
        json!({"id": "b", "status": "in_progress", "request_counts": counts(2)}),
        json!({"id": "b", "status": "failed", "errors": {"object": "list", "data": [
            {"line": 3, "message": "no JSON", "code": "invalid_json_line"},
            {"line": "4", "message": "twice", "param": "custom_id"},
            {"line": null, "code": "empty_file"},
        ]}}),
    ])
    .await;
    let wait = service.client().batches().wait("b").with_interval(SOON, SOON);
    let mut progress = wait.progress();
    let mut seen = Vec::new();
    let error = loop {
        match progress.next().await.unwrap() {
            Ok(batch) => {
                let completed = batch.request_counts.as_ref().and_then(|counts| counts.completed);
                seen.push((batch.status.clone().unwrap().to_string(), completed));
            }
            Err(error) => break error,
        }
    };
    assert!(progress.next().await.is_none());
    let seen: Vec<_> = seen
        .iter()
        .map(|(state, completed)| (state.as_str(), *completed))
        .collect();
    assert_eq!(
        seen,
        [("validating", None), ("in_progress", Some(0)), ("in_progress", Some(2))]
    );
    assert_eq!(
        error.to_string(),
        "the batch b is failed: line 3: no JSON (invalid_json_line); line 4: twice, parameter `custom_id`; empty_file"
    );
    let error = Error::from(error);
    assert_eq!(error.kind(), ErrorKind::Job);
    let source = std::error::Error::source(&error).unwrap();
    let wait: &PollError<Batch> = source.downcast_ref().unwrap();
    assert_eq!(wait.job().unwrap().errors.as_ref().unwrap().data.len(), 3);
}

#[tokio::test]
async fn every_operation_polls_to_its_end() {
    let client = |reply: Value| async move { service([reply]).await.client() };
    for state in ["failed", "expired", "cancelled", "Cancelled"] {
        let client = client(json!({"id": "x", "status": state})).await;
        assert!(client.batches().wait("x").await.unwrap_err().is_failed(), "{state}");
    }
    for (state, message) in [("failed", "bad data (invalidData)"), ("cancelled", "bad data")] {
        let reply = json!({"id": "x", "status": state, "error": {"code": "invalidData", "message": "bad data"}});
        let error = client(reply).await.fine_tuning().wait("x").await.unwrap_err();
        assert!(error.is_failed() && error.to_string().contains(message), "{error}");
    }
    let reply = json!({"runId": "r", "status": "failed", "error": {"message": "no access", "innerErrors": ["403"]}});
    let error = client(reply)
        .await
        .ingestion()
        .wait_for_run("j", "r", None)
        .await
        .unwrap_err();
    assert_eq!(error.to_string(), "the ingestion run r is failed: no access; 403");
    let reply = json!({"runId": "r", "id": "x", "status": "succeeded"});
    client(reply.clone())
        .await
        .ingestion()
        .wait_for_run("j", "r", None)
        .await
        .unwrap();
    client(reply).await.fine_tuning().wait("x").await.unwrap();
    client(json!({"id": "x", "status": "completed"}))
        .await
        .batches()
        .wait("x")
        .await
        .unwrap();
}

#[tokio::test]
async fn transient_poll_failure_is_retried_and_final_one_is_not() {
    let passing = Service::start(|asked| match asked.count {
        0 | 2 => Reply::unavailable(),
        1 => Reply::json(json!({"id": "f", "status": "running"})),
        _ => Reply::json(json!({"id": "f", "status": "processed"})),
    })
    .await;
    let wait = passing.client().files().wait("f").with_interval(SOON, SOON);
    wait.await.unwrap();

    let lasting = Service::start(|_| Reply::error(404, "notFound")).await;
    let error = lasting.client().files().wait("f").await.unwrap_err();
    assert!(matches!(&error, PollError::Request { .. }), "{error}");
    assert!(Error::from(error).is_not_found());
    assert_eq!(lasting.requests().len(), 1);
}

#[tokio::test]
async fn options_of_the_request_apply_to_each_poll() {
    let service = service([
        json!({"id": "b", "status": "validating"}),
        json!({"id": "b", "status": "completed"}),
    ])
    .await;
    let client = service.client();
    let call = client.authoring().batch().get("b").with_header("x-mine", "1");
    Poller::new(call).with_interval(SOON, SOON).await.unwrap();
    let asked = service.requests();
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|poll| poll.headers["x-mine"] == "1"));
}

#[tokio::test]
async fn poller_refuses_requests_other_than_get() {
    let service = service([json!({"id": "b", "status": "completed"})]).await;
    let request = BatchCreateRequest::new("f", "/chat/completions", "24h");
    let error = Poller::new(service.client().batches().create(&request))
        .await
        .unwrap_err();
    let error = Error::from(error);
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("Batch_Create"), "{error}");
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn deadline_and_drop_leave_the_job_running() {
    let service = service([json!({"id": "b", "status": "in_progress"})]).await;
    let batches = service.client().batches();
    let wait = batches
        .wait("b")
        .with_interval(SOON, SOON)
        .with_deadline(Duration::from_millis(30));
    let error = wait.await.unwrap_err();
    assert!(matches!(error, PollError::TimedOut { .. }), "{error}");
    assert!(!error.is_failed());

    let mut progress = batches.wait("b").progress();
    progress.next().await.unwrap().unwrap();
    drop(progress);
    assert!(service.lines().iter().all(|line| line == "GET /batches/b"));
}
