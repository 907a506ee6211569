//! Fine-tuning jobs that are refused, fail or are cancelled.

use azure_openai_emulator::Emulator;
use serde_json::{Value, json};

use crate::client::Client;
use crate::fine_tuning::examples;

#[tokio::test]
async fn refusals_name_the_parameter() {
    let client = Client::new().await;
    let file = client.file("t", "fine-tune", examples(2).as_bytes()).await;
    let other = client.file("t", "batch", b"{}").await;
    let with = |name: &str, value: Value| {
        let mut body = json!({"model": "gpt-4o", "training_file": file});
        body[name] = value;
        body
    };
    for (name, value, target) in [
        ("model", json!("gpt-9"), "model"),
        ("model", json!("whisper-001"), "model"),
        ("model", Value::Null, "model"),
        ("training_file", json!("file-none"), "training_file"),
        ("training_file", json!(other), "training_file"),
        ("training_file", Value::Null, "training_file"),
        ("validation_file", json!("file-none"), "validation_file"),
        ("suffix", json!("a b"), "suffix"),
        ("suffix", json!("x".repeat(41)), "suffix"),
        ("seed", json!(-1), "seed"),
        ("seed", json!(1_u64 << 31), "seed"),
        ("hyperparameters", json!({"n_epochs": 0}), "hyperparameters.n_epochs"),
        ("hyperparameters", json!({"n_epochs": 51}), "hyperparameters.n_epochs"),
        (
            "hyperparameters",
            json!({"batch_size": "many"}),
            "hyperparameters.batch_size",
        ),
        (
            "hyperparameters",
            json!({"learning_rate_multiplier": -2}),
            "hyperparameters.learning_rate_multiplier",
        ),
        ("hyperparameters", json!([]), "hyperparameters"),
        ("method", json!({"type": "magic"}), "method.type"),
        ("method", json!({}), "method.type"),
        ("method", json!({"type": "dpo"}), "method.dpo"),
        (
            "method",
            json!({"type": "dpo", "dpo": {"hyperparameters": {"beta": "x"}}}),
            "method.dpo.hyperparameters.beta",
        ),
        (
            "integrations",
            json!([{"type": "other", "wandb": {"project": "p"}}]),
            "integrations[0].type",
        ),
        ("integrations", json!([{"type": "wandb"}]), "integrations[0].wandb"),
        (
            "integrations",
            json!([{"type": "wandb", "wandb": {}}]),
            "integrations[0].wandb.project",
        ),
    ] {
        let error = client
            .post("/fine_tuning/jobs", &with(name, value))
            .await
            .error(400, "invalidPayload");
        assert_eq!(error["target"], target, "{error}");
        assert_eq!(error.get("param"), None);
    }
    for path in ["", "/events", "/checkpoints"] {
        client
            .get(&format!("/fine_tuning/jobs/none{path}"))
            .await
            .error(404, "notFound");
    }
    client.delete("/fine_tuning/jobs/none").await.error(404, "notFound");
    assert_eq!(client.get("/fine_tuning/jobs").await.ok()["data"], json!([]));
}

#[tokio::test]
async fn bad_data_fails_the_job_and_names_the_line() {
    let client = Client::stopped(Emulator::builder()).await;
    let good = examples(1);
    let dpo = json!({"type": "dpo", "dpo": {}});
    let message = |role: &str| json!([{"role": role, "content": "x"}]);
    let cases = [
        (None, "{".to_owned(), "line 2"),
        (
            None,
            json!({}).to_string(),
            "line 2: Missing required parameter: 'messages'",
        ),
        (None, json!({"messages": []}).to_string(), "'messages'"),
        (None, json!({"messages": message("user")}).to_string(), "'assistant'"),
        (
            None,
            json!({"messages": message("robot")}).to_string(),
            "line 2: Invalid value: 'robot'",
        ),
        (
            None,
            json!({"messages": [{"role": "assistant"}]}).to_string(),
            "messages[0].content",
        ),
        (
            None,
            json!({"messages": [{"role": "assistant", "content": 1}]}).to_string(),
            "messages[0].content",
        ),
        (Some(&dpo), good.clone(), "line 1: Missing required parameter: 'input'"),
    ];
    for (method, line, expected) in cases {
        let id = client
            .job(&format!("{good}\n{line}"), |body| {
                if let Some(method) = method {
                    body["method"] = method.clone();
                }
            })
            .await;
        client.advance(400);
        let job = client.get_job(&id).await;
        assert_eq!(job["status"], "failed", "{expected}");
        assert_eq!(job["error"]["code"], "jsonlValidationFailed");
        assert_eq!(job["error"]["param"], "training_file");
        let text = job["error"]["message"].as_str().unwrap();
        assert!(text.contains(expected), "{text}");
        assert_eq!(job.get("fine_tuned_model"), None);
        let events = client.get(&format!("/fine_tuning/jobs/{id}/events")).await.ok();
        assert_eq!(events["data"][0]["level"], "error");
    }
    // The validation file counts as well.
    let bad = client.file("v", "fine-tune", b"{}").await;
    let id = client.job(&good, |body| body["validation_file"] = json!(bad)).await;
    client.advance(400);
    assert_eq!(client.get_job(&id).await["error"]["param"], "validation_file");
}

#[tokio::test]
async fn a_cancelled_job_makes_no_model() {
    let client = Client::stopped(Emulator::builder()).await;
    for advance in [0, 399, 1_000] {
        let id = client.job(&examples(20), |_| {}).await;
        let path = format!("/fine_tuning/jobs/{id}");
        client.advance(advance);
        client.delete(&path).await.error(409, "unexpectedEntityState");
        let job = client.post(&format!("{path}/cancel"), &json!({})).await.ok();
        assert_eq!(job["status"], "cancelled");
        client
            .post(&format!("{path}/cancel"), &json!({}))
            .await
            .error(409, "unexpectedEntityState");
        client.advance(60_000);
        let job = client.get_job(&id).await;
        assert_eq!(job["status"], "cancelled");
        assert_eq!(job["result_files"], json!([]));
        let events = client.get(&format!("{path}/events?limit=1")).await.ok();
        assert_eq!(events["data"][0]["message"], "Job cancelled.");
        assert_eq!(client.delete(&path).await.status, 204);
    }
    let models = client.get("/models").await.ok();
    let ids = models["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|model| model["id"].as_str().unwrap());
    assert_eq!(ids.filter(|id| id.contains(".ft-")).count(), 0);
}
