//! Whatever is sent to the authoring side, the answer is a success or an error of the caller's.

use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::client::{Answer, Client};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec![
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
        ])
        .prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        let names = prop::sample::select(vec![
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
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..5).prop_map(|members| {
                let named = members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::Object(named.collect())
            }),
        ]
    })
}

/// A good body with some members replaced.
fn changed(good: Value) -> impl Strategy<Value = Value> {
    let mut names: Vec<String> = good.as_object().unwrap().keys().cloned().collect();
    names.extend(
        [
            "metadata",
            "method",
            "hyperparameters",
            "integrations",
            "expires_after",
        ]
        .map(str::to_owned),
    );
    prop::collection::vec((prop::sample::select(names), any_json()), 0..4).prop_map(
        move |changes| {
            let mut body = good.clone();
            changes
                .into_iter()
                .for_each(|(name, value)| body[name.as_str()] = value);
            body
        },
    )
}

fn check(answer: &Answer) -> Result<(), TestCaseError> {
    let status = answer.status.as_u16();
    prop_assert!(
        matches!(status, 200 | 201 | 400 | 403 | 404 | 409),
        "{:?}",
        answer
    );
    if status >= 400 {
        let error = &answer.json()["error"];
        prop_assert!(
            error["code"].is_string() && error["message"].is_string(),
            "{error}"
        );
        prop_assert!(
            error.get("param").is_none() && error.get("type").is_none(),
            "{error}"
        );
    }
    Ok(())
}

fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(1).enable_all().build().unwrap()
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        ..ProptestConfig::default()
    })
}

#[test]
fn bodies() {
    let runtime = runtime();
    let client = runtime.block_on(Client::new());
    let (batch, train, upload) = runtime.block_on(async {
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
        let result = runner(200).run(&bodies, |body| {
            check(&runtime.block_on(client.post(path, &body)))
        });
        result.unwrap_or_else(|failure| panic!("{path}: {failure}"));
    }
}

#[test]
fn queries() {
    let runtime = runtime();
    let client = runtime.block_on(Client::new());
    let paths = vec![
        "/batches",
        "/files",
        "/fine_tuning/jobs",
        "/models/x",
        "/files/x",
        "/batches/x",
    ];
    let names = vec![
        "limit",
        "after",
        "order",
        "purpose",
        "%24filter",
        "%24orderby",
    ];
    let values = prop_oneof![
        "[a-z0-9_' -]{0,20}",
        ".{0,10}",
        Just("created_at gt 1 and status eq 'x'".to_owned())
    ];
    let query = prop::collection::vec((prop::sample::select(names), values), 0..4);
    let result = runner(300).run(&(prop::sample::select(paths), query), |(path, query)| {
        let encode = |text: &str| {
            text.bytes()
                .map(|byte| format!("%{byte:02x}"))
                .collect::<String>()
        };
        let query: Vec<String> = query
            .iter()
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        check(&runtime.block_on(client.get(&format!("{path}?{}", query.join("&")))))
    });
    result.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Batches and jobs of any lines come to an end.
#[test]
fn lines() {
    let runtime = runtime();
    let client = runtime.block_on(Client::new());
    client.emulator.clock().set_speed(0.0);
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
    let result = runner(150).run(&lines, |lines| {
        let input = lines.join("\n");
        runtime.block_on(async {
            let batch = client.file("b", "batch", input.as_bytes()).await;
            let train = client.file("t", "fine-tune", input.as_bytes()).await;
            let order = json!({"input_file_id": batch, "endpoint": "/chat/completions", "completion_window": "24h"});
            let batch = client.post("/batches", &order).await.json()["id"].clone();
            let job = json!({"model": "gpt-4o", "training_file": train});
            let job = client.post("/fine_tuning/jobs", &job).await.json()["id"].clone();
            client.emulator.clock().advance(Duration::from_secs(60));
            let batch = client.get(&format!("/batches/{}", batch.as_str().unwrap())).await.ok();
            prop_assert!(["completed", "failed"].iter().any(|end| batch["status"] == *end), "{batch}");
            let counts = &batch["request_counts"];
            let done = counts["completed"].as_u64().unwrap() + counts["failed"].as_u64().unwrap();
            prop_assert_eq!(done, counts["total"].as_u64().unwrap());
            let job = client.get(&format!("/fine_tuning/jobs/{}", job.as_str().unwrap())).await.ok();
            prop_assert!(["succeeded", "failed"].iter().any(|end| job["status"] == *end), "{job}");
            Ok(())
        })
    });
    result.unwrap_or_else(|failure| panic!("{failure}"));
}
