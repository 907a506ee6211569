//! Whatever is sent to the authoring side, the response is a success or an error of the caller's.

use std::time::Duration;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::Response;
use crate::fuzzing::{self, Fuzz, escaped};

fn any_json() -> impl Strategy<Value = Value> + Clone {
    let texts = &[
        "file-x",
        "gpt-4o",
        "/chat/completions",
        "24h",
        "created_at",
        "auto",
        "dpo",
        "wandb",
        "batch",
        "fine-tune",
        "POST",
        "user",
        "assistant",
        "http://127.0.0.1:1/x",
        "../../x",
    ];
    let names = &[
        "a",
        "type",
        "dpo",
        "supervised",
        "hyperparameters",
        "n_epochs",
        "beta",
        "anchor",
        "seconds",
        "wandb",
        "project",
        "messages",
        "role",
        "content",
        "input",
        "preferred_output",
        "custom_id",
        "method",
        "url",
        "body",
        "model",
    ];
    fuzzing::any_json(texts, names)
}

/// A good body with some fields replaced.
fn changed(good: Value) -> impl Strategy<Value = Value> {
    let mut names: Vec<String> = good.as_object().unwrap().keys().cloned().collect();
    let more = ["metadata", "method", "hyperparameters", "integrations", "expires_after"];
    names.extend(more.map(str::to_owned));
    fuzzing::changed(good, names, any_json())
}

fn check(response: &Response, sent: &Value) -> Result<(), TestCaseError> {
    fuzzing::check(response, &[200, 201, 400, 403, 404, 409], sent)?;
    if response.status.as_u16() >= 400 {
        let error = &response.json()["error"];
        prop_assert!(error.get("param").is_none() && error.get("type").is_none(), "{error}");
    }
    Ok(())
}

#[test]
fn bodies() {
    let fuzz = Fuzz::new();
    let client = &fuzz.client;
    let (batch, train, upload) = fuzz.block_on(async {
        let batch = client.file("b", "batch", b"{}").await;
        let train = client.file("t", "fine-tune", b"{}").await;
        let start = json!({"bytes": 1, "filename": "f", "mime_type": "m", "purpose": "batch"});
        let upload = client.post("/uploads", &start).await.ok()["id"].clone();
        (batch, train, upload)
    });
    let complete = format!("/uploads/{}/complete", upload.as_str().unwrap());
    let targets = [
        (
            "/batches",
            json!({"input_file_id": batch, "endpoint": "/chat/completions", "completion_window": "24h"}),
        ),
        (
            "/fine_tuning/jobs",
            json!({"model": "gpt-4o", "training_file": train, "suffix": "s", "seed": 1}),
        ),
        (
            "/uploads",
            json!({"bytes": 1, "filename": "f", "mime_type": "m", "purpose": "batch"}),
        ),
        (
            "/files/import",
            json!({"content_url": "http://x/", "filename": "f", "purpose": "batch"}),
        ),
        (complete.as_str(), json!({"part_ids": ["x"], "md5": ""})),
    ];
    for (path, good) in targets {
        let bodies = prop_oneof![4 => changed(good), 1 => any_json()];
        fuzz.run(120, &bodies, async |client, body| {
            check(&client.post(path, &body).await, &body)
        });
    }
}

#[test]
fn queries() {
    let paths = vec![
        "/batches",
        "/files",
        "/fine_tuning/jobs",
        "/models/x",
        "/files/x",
        "/batches/x",
    ];
    let names = vec!["limit", "after", "order", "purpose", "%24filter", "%24orderby"];
    let values = prop_oneof![
        "[a-z0-9_' -]{0,20}",
        ".{0,10}",
        Just("created_at gt 1 and status eq 'x'".to_owned())
    ];
    let query = prop::collection::vec((prop::sample::select(names), values), 0..4);
    let strategy = (prop::sample::select(paths), query);
    Fuzz::new().run(300, &strategy, async |client, (path, query)| {
        let query: Vec<String> = query
            .iter()
            .map(|(name, value)| format!("{name}={}", escaped(value)))
            .collect();
        let path = format!("{path}?{}", query.join("&"));
        check(&client.get(&path).await, &json!(path))
    });
}

/// Batches and jobs of any lines come to an end.
#[test]
fn lines() {
    let fuzz = Fuzz::new();
    fuzz.client.emulator.clock().set_speed(0.0);
    let message = json!({"role": "user", "content": "x"});
    let request = json!({"custom_id": "a", "method": "POST", "url": "/chat/completions",
        "body": {"model": "gpt-4o", "messages": [message]}});
    let example = json!({"messages": [message, {"role": "assistant", "content": "y"}]});
    let line = prop_oneof![
        changed(request).prop_map(|line| line.to_string()),
        changed(example).prop_map(|line| line.to_string()),
        any_json().prop_map(|line| line.to_string()),
        ".{0,20}",
    ];
    let lines = prop::collection::vec(line, 0..4);
    fuzz.run(100, &lines, async |client, lines| {
        let input = lines.join("\n");
        let batch = client.file("b", "batch", input.as_bytes()).await;
        let train = client.file("t", "fine-tune", input.as_bytes()).await;
        let order = json!({"input_file_id": batch, "endpoint": "/chat/completions", "completion_window": "24h"});
        let batch = client.post("/batches", &order).await.json()["id"].clone();
        let job = json!({"model": "gpt-4o", "training_file": train});
        let job = client.post("/fine_tuning/jobs", &job).await.json()["id"].clone();
        client.emulator.clock().advance(Duration::from_secs(60));
        let batch = client.get(&format!("/batches/{}", batch.as_str().unwrap())).await.ok();
        prop_assert!(
            ["completed", "failed"].iter().any(|end| batch["status"] == *end),
            "{batch}"
        );
        let counts = &batch["request_counts"];
        let done = counts["completed"].as_u64().unwrap() + counts["failed"].as_u64().unwrap();
        prop_assert_eq!(done, counts["total"].as_u64().unwrap());
        let job = client
            .get(&format!("/fine_tuning/jobs/{}", job.as_str().unwrap()))
            .await
            .ok();
        prop_assert!(["succeeded", "failed"].iter().any(|end| job["status"] == *end), "{job}");
        Ok(())
    });
}
