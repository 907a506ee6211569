//! The ways in which a batch does not complete.

use std::time::Duration;

use azure_openai_emulator::Emulator;
use serde_json::{Value, json};

use crate::batches::{line, lines, order};
use crate::client::Client;

const HOUR: u64 = 3_600_000;

#[tokio::test]
async fn bad_input_fails_with_errors() {
    let client = Client::stopped(Emulator::builder()).await;
    let request = |id: &str, field: &str, value: Value| {
        let mut request: Value = serde_json::from_str(&line(id, json!({}))).unwrap();
        request[field] = value;
        request.to_string()
    };
    let cases = [
        ("{".to_owned(), "invalid_json_line", None),
        ("[]".to_owned(), "invalid_json_line", None),
        (
            request("a", "custom_id", json!(1)),
            "invalid_request",
            Some("custom_id"),
        ),
        (line("first", json!({})), "duplicate_custom_id", Some("custom_id")),
        (request("b", "method", json!("GET")), "invalid_request", Some("method")),
        (request("c", "url", json!("/embeddings")), "url_mismatch", Some("url")),
        (request("d", "url", json!("/files")), "url_mismatch", Some("url")),
        (request("e", "body", json!(null)), "invalid_request", Some("body")),
        (request("f", "body", json!({})), "invalid_request", Some("body.model")),
        (
            request("g", "body", json!({"model": "other"})),
            "model_mismatch",
            Some("body.model"),
        ),
    ];
    let mut input = vec![line("first", json!({}))];
    input.extend(cases.iter().map(|case| case.0.clone()));
    let id = client.batch(&input.join("\n")).await;
    client.advance(600);
    let batch = client.get_batch(&id).await;
    assert_eq!(batch["status"], "failed");
    assert!(batch["failed_at"].is_i64());
    assert_eq!(batch["request_counts"]["total"], 0);
    assert_eq!(batch["errors"]["object"], "list");
    let errors = batch["errors"]["data"].as_array().unwrap();
    assert_eq!(errors.len(), cases.len(), "{errors:?}");
    for (index, (error, (_, code, param))) in errors.iter().zip(&cases).enumerate() {
        assert_eq!(error["code"], *code, "{error}");
        assert_eq!(error.get("param").and_then(Value::as_str), *param, "{error}");
        assert_eq!(error["line"], index + 2, "{error}");
    }

    let unknown = line("a", json!({})).replace("gpt-4o", "gpt-5");
    let many = "{}\n".repeat(100_001);
    for (input, code) in [
        (unknown.as_str(), "model_not_found"),
        ("", "empty_batch"),
        ("\n\n", "empty_batch"),
        (many.as_str(), "too_many_tasks"),
    ] {
        let id = client.batch(input).await;
        client.advance(600);
        let batch = client.get_batch(&id).await;
        assert_eq!(batch["status"], "failed", "{code}");
        assert_eq!(batch["errors"]["data"][0]["code"], code);
    }
}

#[tokio::test]
async fn refusals_name_the_parameter() {
    let client = Client::new().await;
    let good = client.file("in", "batch", b"{}").await;
    let other = client.file("in", "assistants", b"{}").await;
    let with = |name: &str, value: Value| {
        let mut order = order(&good);
        order[name] = value;
        order
    };
    for (body, target) in [
        (json!({}), "input_file_id"),
        (with("input_file_id", json!("file-none")), "input_file_id"),
        (with("input_file_id", json!(other)), "input_file_id"),
        (with("input_file_id", json!(7)), "input_file_id"),
        (with("endpoint", json!("/images/generations")), "endpoint"),
        (with("endpoint", Value::Null), "endpoint"),
        (with("completion_window", json!("1h")), "completion_window"),
        (with("metadata", json!([])), "metadata"),
        (with("metadata", json!({"a": 1})), "metadata.a"),
        (with("metadata", json!({"a": "x".repeat(513)})), "metadata.a"),
    ] {
        let error = client.post("/batches", &body).await.error(400, "invalidPayload");
        assert_eq!(error["target"], target, "{body}: {error}");
    }
    for seconds in [json!(1), json!("x"), Value::Null] {
        let body = with(
            "output_expires_after",
            json!({"anchor": "created_at", "seconds": seconds}),
        );
        client.post("/batches", &body).await.error(400, "invalidPayload");
    }
    client.post_text("/batches", "{").await.error(400, "invalidPayload");
    client.get("/batches/none").await.error(404, "notFound");
    client
        .post("/batches/none/cancel", &json!({}))
        .await
        .error(404, "notFound");
    assert_eq!(client.get("/batches").await.ok()["data"], json!([]));
}

#[tokio::test]
async fn slow_batch_expires_with_its_results() {
    let builder = Emulator::builder().batch_line_time(Duration::from_secs(3600));
    let client = Client::stopped(builder).await;
    let id = client.batch(&lines(25)).await;
    client.advance(24 * HOUR - 1);
    let batch = client.get_batch(&id).await;
    assert_eq!(batch["status"], "in_progress");
    assert_eq!(
        batch["request_counts"],
        json!({"total": 25, "completed": 23, "failed": 0})
    );
    client.advance(1);
    let batch = client.get_batch(&id).await;
    assert_eq!(batch["status"], "expired", "{batch}");
    assert_eq!(batch["expired_at"], batch["expires_at"]);
    assert_eq!(
        batch["request_counts"],
        json!({"total": 25, "completed": 23, "failed": 2})
    );
    assert_eq!(client.results(&batch["output_file_id"]).await.len(), 23);
    let late = client.results(&batch["error_file_id"]).await;
    assert_eq!(late.len(), 2);
    for line in late {
        assert_eq!(line["response"], Value::Null);
        assert_eq!(line["error"]["code"], "batch_expired");
    }
}

#[tokio::test]
async fn cancelled_batch_keeps_its_results() {
    let client = Client::stopped(Emulator::builder()).await;
    let id = client.batch(&lines(25)).await;
    client.advance(600 + 60 * 5);
    let cancel = format!("/batches/{id}/cancel");
    let batch = client.post(&cancel, &json!({})).await.ok();
    assert_eq!(batch["status"], "cancelling");
    assert!(batch["cancelling_at"].is_i64());
    client.advance(499);
    assert_eq!(client.get_batch(&id).await["status"], "cancelling");
    assert_eq!(client.post(&cancel, &json!({})).await.ok()["status"], "cancelling");
    client.advance(1);
    let batch = client.get_batch(&id).await;
    assert_eq!(batch["status"], "cancelled");
    assert_eq!(
        batch["request_counts"],
        json!({"total": 25, "completed": 5, "failed": 0})
    );
    assert_eq!(client.results(&batch["output_file_id"]).await.len(), 5);
    client
        .post(&cancel, &json!({}))
        .await
        .error(409, "unexpectedEntityState");
    client.advance(100_000);
    assert_eq!(client.get_batch(&id).await, batch);

    // Before anything was run there is nothing to keep.
    let id = client.batch(&lines(2)).await;
    client.post(&format!("/batches/{id}/cancel"), &json!({})).await.ok();
    client.advance(500);
    let batch = client.get_batch(&id).await;
    assert_eq!(batch["status"], "cancelled");
    assert_eq!(batch.get("output_file_id"), None);
}

#[tokio::test]
async fn deleted_input_and_expired_output() {
    let client = Client::stopped(Emulator::builder()).await;
    let file = client.file("in.jsonl", "batch", lines(3).as_bytes()).await;
    let mut order = order(&file);
    order["output_expires_after"] = json!({"anchor": "created_at", "seconds": 1_209_600});
    let id = client.post("/batches", &order).await.created()["id"].clone();
    client.delete(&format!("/files/{file}")).await.ok();
    client.post("/batches", &order).await.error(400, "invalidPayload");
    client.advance(10_000);
    let batch = client.get_batch(id.as_str().unwrap()).await;
    assert_eq!(batch["status"], "completed", "what has begun goes on");
    let output = format!("/files/{}", batch["output_file_id"].as_str().unwrap());
    assert!(client.get(&output).await.ok()["expires_at"].is_i64());
    client.advance(14 * 24 * HOUR);
    client.get(&output).await.error(404, "notFound");
}
