//! Fine-tuning jobs to their end.

use std::collections::HashSet;

use azure_openai_emulator::Emulator;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::batches::check;
use crate::client::{Client, send};

pub(crate) fn examples(count: usize) -> String {
    let example = |index: usize| {
        json!({"messages": [
            {"role": "system", "content": "Be short."},
            {"role": "user", "content": format!("What is {index}?")},
            {"role": "assistant", "content": "A number.", "weight": 1},
        ]})
        .to_string()
    };
    (0..count).map(example).collect::<Vec<_>>().join("\n")
}

fn preferences(count: usize) -> String {
    let example = |index: usize| {
        json!({
            "input": {"messages": [{"role": "user", "content": format!("What is {index}?")}]},
            "preferred_output": [{"role": "assistant", "content": "A number."}],
            "non_preferred_output": [{"role": "assistant", "content": "I don't know."}],
        })
        .to_string()
    };
    (0..count).map(example).collect::<Vec<_>>().join("\n")
}

impl Client {
    pub(crate) async fn job(&self, data: &str, change: impl FnOnce(&mut Value)) -> String {
        let file = self.file("train.jsonl", "fine-tune", data.as_bytes()).await;
        let mut body = json!({"model": "gpt-4o-2024-08-06", "training_file": file});
        change(&mut body);
        let job = self.post("/fine_tuning/jobs", &body).await.created();
        check("FineTuningJob", &job);
        assert_eq!(job["status"], "pending");
        job["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn get_job(&self, id: &str) -> Value {
        let job = self.get(&format!("/fine_tuning/jobs/{id}")).await.ok();
        check("FineTuningJob", &job);
        job
    }

    /// A list page by page.
    async fn job_pages(&self, path: &str, limit: usize) -> Vec<Value> {
        let mut all: Vec<Value> = Vec::new();
        loop {
            let after = all
                .last()
                .map_or(String::new(), |item| format!("&after={}", item["id"].as_str().unwrap()));
            let page = self.get(&format!("{path}?limit={limit}{after}")).await.ok();
            all.extend(page["data"].as_array().unwrap().iter().cloned());
            if page["has_more"] == false {
                return all;
            }
        }
    }
}

#[tokio::test]
async fn fine_tuned_model_is_deployed_and_responds() {
    let client = Client::stopped(Emulator::builder()).await;
    let id = client.job(&examples(12), |_| {}).await;
    client.advance(60_000);
    let model = client.get_job(&id).await["fine_tuned_model"].take();
    let model = model.as_str().unwrap();
    let chat = |name: &str| {
        let path = format!("/deployments/{name}/chat/completions");
        let client = &client;
        async move {
            client
                .post(&path, &json!({"messages": [{"role": "user", "content": "hi"}]}))
                .await
        }
    };
    chat(model).await.error(404, "DeploymentNotFound");
    // Under the model's own name, and by the route for other languages.
    client.emulator.deploy(model, model).unwrap();
    let mine = || crate::admin::admin(&client, Method::PUT, "/deployments/mine");
    let deployed = send(mine().body(json!({ "model": model }).to_string())).await;
    assert_eq!(deployed.status, 204);
    for name in [model, "mine"] {
        assert_eq!(chat(name).await.ok()["model"], model);
    }
    let listed = client.get("/deployments").await.ok();
    let listed = listed["data"].as_array().unwrap().iter();
    assert_eq!(listed.filter(|deployment| deployment["model"] == model).count(), 2);

    let unknown = send(mine().body(r#"{"model": "gpt-9"}"#)).await;
    let error = unknown.error(400, "invalidPayload");
    assert!(error["message"].as_str().unwrap().contains(model), "{error}");
    let remove = || send(crate::admin::admin(&client, Method::DELETE, "/deployments/mine"));
    assert_eq!(
        (remove().await.status, remove().await.status.as_u16()),
        (StatusCode::NO_CONTENT, 404)
    );
    chat("mine").await.error(404, "DeploymentNotFound");
}

#[tokio::test]
async fn job_passes_through_its_states() {
    let client = Client::stopped(Emulator::builder()).await;
    let valid = client.file("valid.jsonl", "fine-tune", examples(5).as_bytes()).await;
    let id = client
        .job(&examples(20), |body| {
            body["validation_file"] = json!(valid);
            body["suffix"] = json!("mine");
            body["seed"] = json!(7);
            body["hyperparameters"] = json!({"n_epochs": 2, "batch_size": "auto", "learning_rate_multiplier": -1});
            body["integrations"] = json!([{"type": "wandb", "wandb": {"project": "p", "tags": ["a"]}}]);
        })
        .await;
    let path = format!("/fine_tuning/jobs/{id}");
    let job = client.get_job(&id).await;
    assert_eq!(
        job["hyperparameters"],
        json!({"n_epochs": 2, "batch_size": -1, "learning_rate_multiplier": -1})
    );
    assert_eq!(client.job_pages(&format!("{path}/events"), 5).await.len(), 1);
    client.advance(399);
    assert_eq!(client.get_job(&id).await["status"], "pending");
    client.advance(1);
    let job = client.get_job(&id).await;
    assert_eq!(job["status"], "running");
    assert_eq!(
        job["hyperparameters"],
        json!({"n_epochs": 2, "batch_size": 1, "learning_rate_multiplier": 1.0})
    );
    assert!(job["estimated_finish"].is_i64());
    // Forty steps take 2.2 seconds; ten of them a quarter.
    client.advance(550);
    let events = client.job_pages(&format!("{path}/events"), 3).await;
    assert_eq!(events.iter().filter(|event| event["type"] == "metrics").count(), 10);
    assert_eq!(events[0]["data"]["step"], 10);
    client.advance(550);
    assert_eq!(client.job_pages(&format!("{path}/checkpoints"), 10).await.len(), 1);
    client.advance(1_100 + 299);
    assert_eq!(client.get_job(&id).await["status"], "running");
    client.advance(1);
    let job = client.get_job(&id).await;
    assert_eq!(job["status"], "succeeded");
    assert_eq!(job.get("estimated_finish"), None);
    assert!(job["finished_at"].is_i64());
    assert_eq!(job["seed"], 7);
    let tokens = job["trained_tokens"].as_u64().unwrap();
    assert!((2 * 20 * 15..2 * 20 * 40).contains(&tokens), "{tokens}");
    let model = job["fine_tuned_model"].as_str().unwrap();
    assert!(
        model.starts_with("gpt-4o-2024-08-06.ft-") && model.ends_with("-mine"),
        "{model}"
    );

    let events = client.job_pages(&format!("{path}/events"), 7).await;
    check(
        "FineTuningJobEventList",
        &json!({"object": "list", "data": events, "has_more": false}),
    );
    let ids: HashSet<_> = events.iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), events.len());
    assert_eq!(events[0]["message"], "Job succeeded.");
    let times: Vec<_> = events
        .iter()
        .rev()
        .map(|event| event["created_at"].as_i64().unwrap())
        .collect();
    assert!(times.is_sorted());
    let losses: Vec<f64> = events
        .iter()
        .rev()
        .filter_map(|event| event["data"]["train_loss"].as_f64())
        .collect();
    assert_eq!(losses.len(), 40);
    assert!(losses[39] < losses[0] / 2.0, "{losses:?}");

    let checkpoints = client.job_pages(&format!("{path}/checkpoints"), 1).await;
    check(
        "FineTuningJobCheckpointList",
        &json!({"object": "list", "data": checkpoints, "has_more": false}),
    );
    let steps: Vec<_> = checkpoints
        .iter()
        .map(|point| point["step_number"].as_i64().unwrap())
        .collect();
    assert_eq!(steps, [40, 20]);
    assert_eq!(checkpoints[0]["fine_tuned_model_checkpoint"], model);
    assert!(checkpoints[0]["metrics"]["valid_loss"].is_f64());

    let results = job["result_files"][0].as_str().unwrap();
    assert_eq!(
        client.get(&format!("/files/{results}")).await.ok()["purpose"],
        "fine-tune-results"
    );
    let table = client.get(&format!("/files/{results}/content")).await.bytes;
    let table = String::from_utf8(table).unwrap();
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(
        rows[0],
        "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy"
    );
    assert_eq!(rows.len(), 41);
    for (step, row) in rows[1..].iter().enumerate() {
        let columns: Vec<f64> = row.split(',').map(|column| column.parse().unwrap()).collect();
        assert_eq!(columns.len(), 5);
        assert_eq!(columns[0] as usize, step + 1);
    }

    let got = client.get(&format!("/models/{model}")).await.ok();
    check("Model", &got);
    assert_eq!(got["model"], "gpt-4o-2024-08-06");
    assert_eq!(got["fine_tune"], *id);
    let list = client.get("/models").await.ok();
    assert!(list["data"].as_array().unwrap().contains(&got));

    // The job goes, the model stays and can be trained further.
    assert_eq!(client.delete(&path).await.status, 204);
    client.get(&path).await.error(404, "notFound");
    client.get(&format!("{path}/events")).await.error(404, "notFound");
    client.get(&format!("/models/{model}")).await.ok();
    let id = client.job(&examples(3), |body| body["model"] = json!(model)).await;
    client.advance(60_000);
    assert_eq!(client.get_job(&id).await["status"], "succeeded");
}

#[tokio::test]
async fn the_same_job_gives_the_same_numbers() {
    let client = Client::stopped(Emulator::builder()).await;
    let mut tables = Vec::new();
    for seed in [Some(1), Some(1), Some(2), None, None] {
        let id = client
            .job(&preferences(20), |body| {
                body["method"] = json!({"type": "dpo", "dpo": {"hyperparameters": {"beta": 0.1, "n_epochs": "auto"}}});
                if let Some(seed) = seed {
                    body["seed"] = json!(seed);
                }
            })
            .await;
        client.advance(60_000);
        let job = client.get_job(&id).await;
        assert_eq!(job["status"], "succeeded", "{job}");
        assert_eq!(job["method"]["type"], "dpo");
        assert!(job["seed"].is_i64());
        let path = format!("/files/{}/content", job["result_files"][0].as_str().unwrap());
        tables.push(client.get(&path).await.bytes);
    }
    assert_eq!(tables[0], tables[1]);
    assert_ne!(tables[0], tables[2]);
    assert_eq!(tables[3], tables[4]);
}

#[tokio::test]
async fn jobs_are_listed_newest_first() {
    let client = Client::stopped(Emulator::builder()).await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.insert(0, client.job(&examples(1), |_| {}).await);
    }
    let jobs = client.job_pages("/fine_tuning/jobs", 2).await;
    check(
        "FineTuningJobList",
        &json!({"object": "list", "data": jobs, "has_more": false}),
    );
    let listed: Vec<_> = jobs.iter().map(|job| job["id"].as_str().unwrap()).collect();
    assert_eq!(listed, ids);
    for query in ["limit=0", "limit=x", "after=nothing"] {
        client
            .get(&format!("/fine_tuning/jobs?{query}"))
            .await
            .error(400, "invalidPayload");
    }
}
