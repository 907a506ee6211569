//! From input files to batches.

use azure_openai::batches::{BatchFailure, BatchLines};
use serde_json::json;

use super::{all, batch, blocked, replied, request};
use crate::support::scripted::{Reply, Service};

#[tokio::test]
async fn run_returns_the_results_of_typed_requests() {
    let output = format!("{}\n{}\n", replied("b", "second"), replied("a", "first"));
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" => {
            assert_eq!(asked.file().iter().filter(|byte| **byte == b'\n').count(), 4);
            Reply::json(json!({"id": "in", "status": "processed"}))
        }
        "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => {
            let body = asked.json();
            assert_eq!(
                body,
                json!({"input_file_id": "in", "endpoint": "/chat/completions", "completion_window": "24h"})
            );
            Reply::json(json!({"id": "b", "status": "validating", "input_file_id": "in"}))
        }
        "GET /batches/b" => Reply::json(serde_json::to_value(batch()).unwrap()),
        "GET /files/out/content" => Reply::bytes(output.clone()),
        "GET /files/err/content" => Reply::bytes(format!("{}\n{}", blocked("c"), "")),
        line => panic!("{line}"),
    })
    .await;
    let mut lines = BatchLines::chat("gpt-4o-batch").unwrap();
    for id in ["a", "b", "c", "d"] {
        lines.push(id, &request(id)).unwrap();
    }
    let results = service.client().batches().run(&mut lines).await.unwrap();
    let (found, errors) = all(results).await;
    assert!(errors.is_empty());
    let ids: Vec<_> = found.iter().map(|result| result.custom_id.as_str()).collect();
    assert_eq!(ids, ["b", "a", "c", "d"]);
    assert_eq!(found[1].outcome.as_ref().unwrap().text(), "first");
    assert_eq!(found[1].request_id.as_deref(), Some("r-a"));
    let error = found[2].outcome.as_ref().unwrap_err().error().unwrap();
    assert!(error.is_content_filtered());
    assert_eq!(
        error.content_filter_results().unwrap().blocked().collect::<Vec<_>>(),
        ["hate"]
    );
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (400, Some("r-9"))
    );
    assert!(matches!(found[3].outcome, Err(BatchFailure::Missing)));
}

#[tokio::test]
async fn input_file_of_a_refused_batch_is_deleted() {
    for refused in ["file", "batch"] {
        let service = Service::start(move |asked| match asked.line().as_str() {
            "POST /files" => Reply::json(json!({"id": "in", "status": "pending"})),
            "GET /files/in" if refused == "file" => {
                Reply::json(json!({"id": "in", "status": "error", "status_details": "line 1 is not JSON"}))
            }
            "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
            "POST /batches" => Reply::error(400, "tokenLimitExceeded"),
            "DELETE /files/in" => Reply::json(json!({"id": "in", "deleted": true})),
            line => panic!("{line}"),
        })
        .await;
        let mut lines = BatchLines::chat("d").unwrap();
        lines.push("a", &request("a")).unwrap();
        let error = service.client().batches().submit(&mut lines).await.unwrap_err();
        match refused {
            "file" => assert!(error.to_string().contains("line 1 is not JSON"), "{error}"),
            _ => assert_eq!(error.code(), Some("tokenLimitExceeded")),
        }
        assert_eq!(service.lines().last().unwrap(), "DELETE /files/in");
        assert_eq!(error.left_behind(), None);
    }
}

#[tokio::test]
async fn input_file_of_a_batch_that_may_exist_is_kept_and_named() {
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" => Reply::json(json!({"id": "in", "status": "processed"})),
        "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        // The batch was created, and a gateway lost the response; the list is behind.
        "POST /batches" => Reply::error(504, "gatewayTimeout"),
        "GET /batches" => {
            Reply::json(json!({"data": [{"id": "other", "input_file_id": "another"}], "has_more": false}))
        }
        line => panic!("{line}"),
    })
    .await;
    let mut lines = BatchLines::chat("d").unwrap();
    lines.push("a", &request("a")).unwrap();
    let error = service.client().batches().submit(&mut lines).await.unwrap_err();
    assert!(error.may_have_been_processed());
    assert!(error.left_behind().unwrap().contains("`in`"), "{error}");
    assert!(error.to_string().contains("input file `in`"), "{error}");
    let lines = ["POST /files", "GET /files/in", "POST /batches", "GET /batches"];
    assert_eq!(service.lines(), lines);
}

#[tokio::test]
async fn input_file_that_cannot_be_deleted_is_named() {
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" | "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => Reply::error(400, "tokenLimitExceeded"),
        "DELETE /files/in" => Reply::error(403, "forbidden"),
        line => panic!("{line}"),
    })
    .await;
    let mut lines = BatchLines::chat("d").unwrap();
    lines.push("a", &request("a")).unwrap();
    let error = service.client().batches().submit(&mut lines).await.unwrap_err();
    assert_eq!(error.code(), Some("tokenLimitExceeded"));
    assert!(error.left_behind().unwrap().contains("`in`"), "{error}");
}
