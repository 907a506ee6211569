//! Ingestion: jobs of every kind, runs over time, lists in pages.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{AUTHORING, Client, Response, send};
use crate::documents::{check, document};
use crate::fuzzing::{self, Fuzz, check as check_fuzzed};

impl Client {
    pub(crate) async fn put(&self, id: &str, body: &Value) -> Response {
        let request = self.request(Method::PUT, &format!("/ingestion/jobs/{id}"), AUTHORING);
        send(
            request
                .header("mgmt-user-token", "m")
                .header("aml-user-token", "a")
                .body(body.to_string()),
        )
        .await
    }

    async fn latest_run(&self, id: &str) -> Value {
        let list = self.get(&format!("/ingestion/jobs/{id}/runs")).await.ok();
        list["value"].as_array().unwrap().last().unwrap().clone()
    }

    /// Stops the clock, so that only the test moves it.
    fn step(&self, milliseconds: u64) {
        self.emulator.clock().set_speed(0.0);
        self.emulator.clock().advance(Duration::from_millis(milliseconds));
    }

    /// All items of a list, page by page, and the length of each page.
    async fn pages(&self, path: &str) -> (Vec<Value>, Vec<usize>) {
        let (mut items, mut lengths) = (Vec::new(), Vec::new());
        let mut page = self.get(path).await.ok();
        loop {
            let value = page["value"].as_array().unwrap();
            lengths.push(value.len());
            items.extend(value.iter().cloned());
            let Some(link) = page["nextLink"].as_str() else {
                return (items, lengths);
            };
            assert!(link.starts_with(self.emulator.endpoint()), "{link}");
            page = send(self.http.get(link).header("api-key", self.emulator.api_key()))
                .await
                .ok();
        }
    }
}

pub(crate) fn storage(container: &str) -> Value {
    json!({
        "kind": "SystemCompute",
        "searchServiceConnection": {"kind": "EndpointWithKey", "endpoint": "https://s.search.windows.net", "key": "hush-1"},
        "datasource": {
            "kind": "Storage",
            "connection": {"kind": "ConnectionString", "connectionString": "AccountKey=hush-2"},
            "containerName": container,
            "chunking": {"maxChunkSizeInTokens": 2048},
            "embeddings": [{"connection": {"kind": "RelativeConnection"}, "deploymentName": "ada"}],
        },
        "completionAction": "keepAllAssets",
    })
}

pub(crate) fn on_workspace(datasource: Value) -> Value {
    json!({
        "kind": "UserCompute",
        "workspaceId": "/subscriptions/1/workspaces/w",
        "compute": {"kind": "ServerlessCompute", "sku": "Standard_E2s_v3", "instanceCount": 1},
        "target": {"kind": "AzureAISearch", "connectionId": "c"},
        "datasource": datasource,
    })
}

fn conforms(name: &str, response: &Value) {
    let authoring = document("authoring/swagger.yaml");
    let schema = json!({"$ref": format!("#/definitions/{name}"), "definitions": authoring["definitions"]});
    check(name, &schema, response);
}

#[tokio::test]
async fn each_kind_of_job_is_accepted_and_secrets_are_masked() {
    let client = Client::new().await;
    let connections = [
        json!({"kind": "EndpointWithManagedIdentity", "endpoint": "https://b", "resourceId": "r"}),
        json!({"kind": "WorkspaceConnection", "connectionId": "c"}),
        json!({"kind": "EndpointWithKey", "endpoint": "https://b", "key": "hush-3"}),
        json!({"kind": "RelativeConnection"}),
    ];
    let mut jobs = vec![(storage("docs"), "IngestionJobSystemCompute")];
    for connection in connections {
        let source = json!({"kind": "Urls", "urls": ["https://a.example/1", "http://a.example/2"], "connection": connection,
            "containerName": "c", "embeddings": [], "crawling": {"maxCrawlDepth": 2, "maxFiles": 9}});
        jobs.push((
            json!({"kind": "SystemCompute", "datasource": source}),
            "IngestionJobSystemCompute",
        ));
    }
    for compute in [
        json!({"kind": "CustomCompute", "computeId": "x"}),
        json!({"kind": "ServerlessCompute"}),
    ] {
        for target in [
            json!({"kind": "CosmosDB", "connectionId": "c", "collectionName": "n", "databaseName": "d"}),
            json!({"kind": "Pinecone", "connectionId": "c"}),
        ] {
            let mut job = on_workspace(json!({"kind": "Dataset", "datasetId": "d", "datasetType": "uri_folder",
                "embeddings": [{"connectionId": "e", "modelName": "m"}]}));
            job["compute"] = compute.clone();
            job["target"] = target;
            jobs.push((job, "IngestionJobUserCompute"));
        }
    }
    jobs.push((
        on_workspace(json!({"kind": "Urls", "urls": ["https://a"], "embeddings": []})),
        "IngestionJobUserCompute",
    ));

    for (index, (job, schema)) in jobs.iter().enumerate() {
        let id = format!("job-{index}");
        let response = client.put(&id, job).await;
        let created = response.ok();
        conforms(schema, &created);
        assert_eq!(created["jobId"], *id);
        assert!(
            response.headers["location"]
                .to_str()
                .unwrap()
                .contains(&format!("/openai/ingestion/jobs/{id}?api-version="))
        );
        assert!(!String::from_utf8_lossy(&response.bytes).contains("hush"));
        assert_eq!(client.get(&format!("/ingestion/jobs/{id}")).await.ok(), created);
        // All but the secrets is as it was sent.
        let mut expected: Value = serde_json::from_str(&job.to_string().replace("AccountKey=", "")).unwrap();
        for place in [
            "/searchServiceConnection/key",
            "/datasource/connection/connectionString",
            "/datasource/connection/key",
        ] {
            if let Some(secret) = expected.pointer_mut(place) {
                *secret = "********".into();
            }
        }
        expected["jobId"] = id.into();
        assert_eq!(created, expected);
    }
    let (listed, _) = client.pages("/ingestion/jobs").await;
    assert_eq!(listed.len(), jobs.len());
    assert!(!json!(listed).to_string().contains("hush"));
}

#[tokio::test]
async fn a_run_goes_through_its_stages() {
    let client = Client::new().await;
    client.step(0);
    let response = client.put("j", &storage("docs")).await;
    let link = response.headers["operation-location"].to_str().unwrap();
    let get = async || {
        send(client.http.get(link).header("api-key", client.emulator.api_key()))
            .await
            .ok()
    };
    let mut states = Vec::new();
    let mut processed = 0;
    for _ in 0..30 {
        let run = get().await;
        conforms("IngestionJobRun", &run);
        let stages = run["progress"]["stageProgress"].as_array().unwrap();
        let now: i64 = stages
            .iter()
            .map(|stage| stage["processedItems"].as_i64().unwrap())
            .sum();
        assert!(now >= processed);
        processed = now;
        states.push(run["status"].as_str().unwrap().to_owned());
        client.step(100);
    }
    assert!(states.is_sorted(), "{states:?}");
    states.dedup();
    assert_eq!(states, ["notRunning", "running", "succeeded"]);
    let run = get().await;
    assert_eq!(client.latest_run("j").await, run);
    assert!(run.get("error").is_none() && run.get("warnings").is_none());
    for stage in run["progress"]["stageProgress"].as_array().unwrap() {
        assert_eq!(
            (&stage["state"], &stage["processedItems"]),
            (&json!("succeeded"), &stage["totalItems"])
        );
        assert_eq!(stage["subStageProgress"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn failures_and_warnings() {
    let client = Client::new().await;
    client.step(0);
    client.put("bad", &storage("x-emulator-fail")).await.ok();
    client.put("warn", &storage("x-emulator-warn")).await.ok();
    client.put("none", &json!({"kind": "SystemCompute"})).await.ok();
    client.step(60_000);
    for (job, why) in [("bad", "x-emulator-fail"), ("none", "datasource")] {
        let run = client.latest_run(job).await;
        conforms("IngestionJobRun", &run);
        assert_eq!(run["status"], "failed");
        assert!(run["error"]["innerErrors"][0].as_str().unwrap().contains(why));
        assert_eq!(run["progress"]["stageProgress"][0]["state"], "failed");
        assert_eq!(run["progress"]["stageProgress"][1]["state"], "notRunning");
    }
    let run = client.latest_run("warn").await;
    assert_eq!(run["status"], "succeeded");
    assert!(run["warnings"][0].as_str().unwrap().contains("x-emulator-warn"));
}

#[tokio::test]
async fn a_schedule_starts_runs_and_a_change_starts_one() {
    let client = Client::new().await;
    client.step(0);
    let mut job = storage("docs");
    job["dataRefreshIntervalInHours"] = 6.into();
    client.put("j", &job).await.ok();
    client.put("j", &job).await.ok();
    assert_eq!(client.pages("/ingestion/jobs/j/runs").await.0.len(), 1);
    client.step(6 * 3_600_000 - 1);
    assert_eq!(client.pages("/ingestion/jobs/j/runs").await.0.len(), 1);
    client.step(1);
    let (runs, _) = client.pages("/ingestion/jobs/j/runs").await;
    assert_eq!(
        runs.iter()
            .map(|run| run["status"].as_str().unwrap())
            .collect::<Vec<_>>(),
        ["succeeded", "notRunning"]
    );
    client.step(24 * 6 * 3_600_000);
    let (runs, lengths) = client.pages("/ingestion/jobs/j/runs").await;
    assert_eq!(lengths, [10, 10, 6]);
    let ids: HashSet<&str> = runs.iter().map(|run| run["runId"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 26);
    let path = format!("/ingestion/jobs/j/runs/{}", runs[17]["runId"].as_str().unwrap());
    assert_eq!(client.get(&path).await.ok(), runs[17]);

    // Without the schedule there is a last run, and those before stay as they are.
    client.put("j", &storage("other")).await.ok();
    client.step(100 * 3_600_000);
    let (after, _) = client.pages("/ingestion/jobs/j/runs").await;
    assert_eq!(after.len(), 27);
    assert_eq!(after[..25], runs[..25]);
    client
        .put(
            "j",
            &on_workspace(json!({"kind": "Urls", "urls": [], "embeddings": []})),
        )
        .await
        .error(409, "conflict");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_clients_at_once() {
    let client = Arc::new(Client::new().await);
    let put = (0..64).map(|index| {
        let client = Arc::clone(&client);
        tokio::spawn(async move {
            // Each job is put by four of them.
            client.put(&format!("job-{}", index / 4), &storage("docs")).await.ok();
            let (seen, _) = client.pages("/ingestion/jobs").await;
            seen.into_iter()
                .map(|job| job["jobId"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        })
    });
    let mut views = Vec::new();
    for view in put.collect::<Vec<_>>() {
        views.push(view.await.unwrap());
    }
    let (all, lengths) = client.pages("/ingestion/jobs").await;
    let all: Vec<&str> = all.iter().map(|job| job["jobId"].as_str().unwrap()).collect();
    assert_eq!(lengths, [10, 6]);
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), 16);
    // Whoever listed meanwhile saw the list without gaps, only shorter.
    for view in views {
        assert_eq!(view, all[..view.len()]);
    }
    for job in all {
        assert_eq!(
            client.pages(&format!("/ingestion/jobs/{job}/runs")).await.0.len(),
            1,
            "{job}"
        );
    }
}

/// Runs a strategy of bodies against one operation, which must response with a success or the caller's fault.
fn run(method: &Method, path: &str, good: Value, names: &[&str]) {
    let any_json = fuzzing::any_json(
        &["", "Urls", "Storage", "EndpointWithKey", "https://a"],
        &["kind", "urls", "connection", "embeddings", "key", "containerName"],
    );
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    let changed = fuzzing::changed(good, names, any_json.clone());
    let bodies = prop_oneof![changed, any_json];
    Fuzz::new().run(120, &bodies, async |client, sent| {
        let request = client.request(method.clone(), path, AUTHORING);
        let response = send(request.body(sent.to_string())).await;
        check_fuzzed(&response, &[200, 400], &sent)
    });
}

#[test]
fn any_body_gets_a_response() {
    let names = &[
        "kind",
        "jobId",
        "searchServiceConnection",
        "datasource",
        "completionAction",
        "dataRefreshIntervalInHours",
    ];
    run(&Method::PUT, "/ingestion/jobs/fuzz", storage("docs"), names);
    let image = json!({"prompt": "a", "size": "256x256"});
    let names = &["prompt", "n", "size", "quality", "style", "user", "response_format"];
    run(&Method::POST, "/deployments/dall-e-3/images/generations", image, names);
    let speech = json!({"model": "tts-1", "input": "a", "voice": "alloy"});
    let names = &["model", "input", "voice", "speed", "response_format"];
    run(&Method::POST, "/deployments/tts-1/audio/speech", speech, names);
}
