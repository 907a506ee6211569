//! Ingestion jobs that are refused.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{AUTHORING, Client, send};
use crate::ingestion::{on_workspace, storage};

#[tokio::test]
async fn user_compute_needs_tokens() {
    let client = Client::new().await;
    let job = on_workspace(json!({"kind": "Dataset", "datasetId": "d", "datasetType": "t"}));
    let put = || {
        client
            .request(Method::PUT, "/ingestion/jobs/u", AUTHORING)
            .body(job.to_string())
    };
    assert_eq!(
        send(put()).await.error(401, "unauthorized")["target"],
        "mgmt-user-token"
    );
    assert_eq!(
        send(put().header("mgmt-user-token", "m"))
            .await
            .error(401, "unauthorized")["target"],
        "aml-user-token"
    );
    client.get("/ingestion/jobs/u").await.error(404, "notFound");
    client.put("u", &job).await.ok();
    client.get("/ingestion/jobs/u/runs").await.error(401, "unauthorized");
    let runs = client.request(Method::GET, "/ingestion/jobs/u/runs", AUTHORING);
    let runs = send(runs.header("mgmt-user-token", "m")).await.ok();
    assert_eq!(runs["value"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn errors_name_the_cause() {
    let client = Client::new().await;
    let change = |path: &str, value: Value| {
        let mut job = storage("docs");
        *job.pointer_mut(path).unwrap() = value;
        job
    };
    let mut cases = vec![
        (json!([]), ""),
        (json!({}), "kind"),
        (json!({"kind": "Other"}), "kind"),
        (json!({"kind": "UserCompute"}), "workspaceId"),
        (json!({"kind": "SystemCompute", "jobId": "other"}), "jobId"),
        (
            json!({"kind": "SystemCompute", "dataRefreshIntervalInHours": 0}),
            "dataRefreshIntervalInHours",
        ),
        (
            json!({"kind": "SystemCompute", "completionAction": "none"}),
            "completionAction",
        ),
        (
            change("/searchServiceConnection/key", Value::Null),
            "searchServiceConnection.key",
        ),
        (
            change(
                "/datasource/connection",
                json!({"kind": "EndpointWithKey", "endpoint": "", "key": "hush"}),
            ),
            "datasource.connection.endpoint",
        ),
        (
            change("/datasource/connection/kind", json!("Telepathy")),
            "datasource.connection.kind",
        ),
        (change("/datasource/connection", Value::Null), "datasource.connection"),
        (
            change("/datasource/containerName", Value::Null),
            "datasource.containerName",
        ),
        (change("/datasource/embeddings", json!({})), "datasource.embeddings"),
        (
            change(
                "/datasource/embeddings/0/connection",
                json!({"kind": "WorkspaceConnection"}),
            ),
            "datasource.embeddings[0].connection.connectionId",
        ),
        (
            change("/datasource/chunking/maxChunkSizeInTokens", json!("a")),
            "datasource.chunking.maxChunkSizeInTokens",
        ),
        (change("/datasource/kind", json!("Urls")), "datasource.urls"),
    ];
    for (place, value, target) in [
        ("compute", json!({"kind": "CustomCompute"}), "compute.computeId"),
        (
            "compute",
            json!({"kind": "ServerlessCompute", "instanceCount": -1}),
            "compute.instanceCount",
        ),
        ("target", json!({"kind": "Pinecone"}), "target.connectionId"),
        ("target", json!({"kind": "Paper"}), "target.kind"),
        (
            "datasource",
            json!({"kind": "Dataset", "datasetId": "d"}),
            "datasource.datasetType",
        ),
        (
            "datasource",
            json!({"kind": "Urls", "embeddings": [], "urls": ["ftp://a"]}),
            "datasource.urls[0]",
        ),
    ] {
        let mut job = on_workspace(json!({"kind": "Dataset", "datasetId": "d", "datasetType": "uri_folder"}));
        job[place] = value;
        cases.push((job, target));
    }
    for (job, target) in cases {
        let error = client.put("j", &job).await.error(400, "invalidPayload");
        assert_eq!(
            error.get("target").and_then(Value::as_str).unwrap_or_default(),
            target,
            "{job}: {error}"
        );
        assert!(!error.to_string().contains("hush"));
    }
    let broken = client.request(Method::PUT, "/ingestion/jobs/j", AUTHORING).body("{");
    send(broken).await.error(400, "invalidPayload");
    for id in ["a%20b", "%2e%2e%2fx", "%C3%A4"] {
        client.put(id, &storage("docs")).await.error(400, "invalidPayload");
    }
    client
        .put(&"x".repeat(129), &storage("docs"))
        .await
        .error(400, "invalidPayload");
    client.get("/ingestion/jobs/j").await.error(404, "notFound");
    client.get("/ingestion/jobs/j/runs").await.error(404, "notFound");
    client.put("j", &storage("docs")).await.ok();
    client.get("/ingestion/jobs/j/runs/1").await.error(404, "notFound");
    let other = format!("/ingestion/jobs/j/runs/{}", "0".repeat(32));
    client.get(&other).await.error(404, "notFound");
    client
        .get("/ingestion/jobs?skiptoken=x")
        .await
        .error(400, "invalidPayload");
}
