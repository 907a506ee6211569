//! Batches from upload to results, and lists of them.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use azure_openai_emulator::Emulator;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{AUTHORING, Client, Response, send};
use crate::documents;

/// A request of a batch.
pub(crate) fn line(id: &str, body: Value) -> String {
    let mut body = body;
    body["model"] = "gpt-4o".into();
    json!({"custom_id": id, "method": "POST", "url": "/chat/completions", "body": body}).to_string()
}

pub(crate) fn lines(count: usize) -> String {
    let chat = |index: usize| {
        let content = format!("Say {index}");
        line(
            &format!("r{index}"),
            json!({"messages": [{"role": "user", "content": content}]}),
        )
    };
    (0..count).map(chat).collect::<Vec<_>>().join("\n")
}

pub(crate) fn order(file: &str) -> Value {
    json!({"input_file_id": file, "endpoint": "/chat/completions", "completion_window": "24h"})
}

impl Client {
    /// One whose clock stands still.
    pub(crate) async fn stopped(builder: azure_openai_emulator::Builder) -> Self {
        let client = Self::of(builder).await;
        client.emulator.clock().set_speed(0.0);
        client
    }

    pub(crate) fn advance(&self, milliseconds: u64) {
        let clock = self.emulator.clock();
        clock.advance(Duration::from_millis(milliseconds));
    }

    /// A new batch of these lines.
    pub(crate) async fn batch(&self, input: &str) -> String {
        let file = self.file("in.jsonl", "batch", input.as_bytes()).await;
        let batch = self.post("/batches", &order(&file)).await.created();
        batch["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn get_batch(&self, id: &str) -> Value {
        self.get(&format!("/batches/{id}")).await.ok()
    }

    /// The lines of a file.
    pub(crate) async fn results(&self, file: &Value) -> Vec<Value> {
        let path = format!("/files/{}/content", file.as_str().unwrap());
        let content = self.get(&path).await;
        assert_eq!(content.status, 200);
        let text = String::from_utf8(content.bytes).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Response {
    #[track_caller]
    pub(crate) fn created(&self) -> Value {
        assert_eq!(self.status, 201, "{}", String::from_utf8_lossy(&self.bytes));
        assert!(self.headers.contains_key("location"));
        self.json()
    }
}

pub(crate) fn check(name: &str, value: &Value) {
    let document = documents::document("authoring/swagger.yaml");
    let schema = json!({"$ref": format!("#/definitions/{name}"), "definitions": document["definitions"]});
    documents::check(name, &schema, value);
}

fn ids(results: &[Value]) -> Vec<&str> {
    results
        .iter()
        .map(|result| result["custom_id"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn batch_passes_through_its_states() {
    let client = Client::stopped(Emulator::builder()).await;
    let file = client.file("in.jsonl", "batch", lines(25).as_bytes()).await;
    let mut sent = order(&file);
    sent["metadata"] = json!({"a": "b"});
    let response = client.post("/batches", &sent).await;
    let batch = response.created();
    check("Batch", &batch);
    let id = batch["id"].as_str().unwrap();
    assert!(
        response.headers["location"]
            .to_str()
            .unwrap()
            .contains(&format!("/openai/batches/{id}?"))
    );
    assert_eq!(batch["object"], "batch");
    assert_eq!(batch["metadata"], json!({"a": "b"}));
    let created = batch["created_at"].as_i64().unwrap();
    assert_eq!(batch["expires_at"], created + 86_400);

    let at = async |advance, status, done| {
        client.advance(advance);
        let batch = client.get_batch(id).await;
        assert_eq!(batch["status"], status, "{batch}");
        assert_eq!(batch["request_counts"]["completed"], done, "{batch}");
        check("Batch", &batch);
        batch
    };
    at(0, "validating", 0).await;
    at(599, "validating", 0).await;
    let batch = at(1, "in_progress", 0).await;
    assert_eq!(batch["request_counts"]["total"], 25);
    at(59, "in_progress", 0).await;
    at(1, "in_progress", 1).await;
    at(600, "in_progress", 11).await;
    assert_eq!(at(60 * 14, "finalizing", 25).await.get("output_file_id"), None);
    at(399, "finalizing", 25).await;
    let batch = at(1, "completed", 25).await;
    assert_eq!(
        batch["request_counts"],
        json!({"total": 25, "completed": 25, "failed": 0})
    );
    assert_eq!(batch.get("error_file_id"), None);
    for name in ["in_progress_at", "finalizing_at", "completed_at"] {
        assert!(
            (created..created + 4).contains(&batch[name].as_i64().unwrap()),
            "{batch}"
        );
    }
    assert_eq!(batch.get("cancelled_at"), None);

    let results = client.results(&batch["output_file_id"]).await;
    assert_eq!(results.len(), 25);
    for result in &results {
        assert_eq!(result["error"], Value::Null);
        let response = &result["response"];
        assert_eq!(response["status_code"], 200);
        assert!(response["request_id"].is_string());
        let text = response["body"]["choices"][0]["message"]["content"].as_str().unwrap();
        let number = &result["custom_id"].as_str().unwrap()[1..];
        assert!(text.contains(&format!("Say {number}")), "{text}");
    }
    assert_eq!(ids(&results).into_iter().collect::<HashSet<_>>().len(), 25);
    let output = client
        .get(&format!("/files/{}", batch["output_file_id"].as_str().unwrap()))
        .await
        .ok();
    assert_eq!(output["purpose"], "batch_output");
    assert_eq!(output["status"], "processed");

    // Not in the order of the input, but always in the same.
    let other = Client::stopped(Emulator::builder()).await;
    let id = other.batch(&lines(25)).await;
    other.advance(86_400_000);
    let again = other.get_batch(&id).await;
    assert_eq!(again["status"], "completed", "a day is enough");
    let again = other.results(&again["output_file_id"]).await;
    assert_eq!(ids(&again), ids(&results));
    assert!(!ids(&again).is_sorted_by_key(|id| id[1..].parse::<u32>().unwrap()));
}

#[tokio::test]
async fn lines_fail_one_by_one() {
    let client = Client::stopped(Emulator::builder()).await;
    let hello = json!([{"role": "user", "content": "hello"}]);
    let input = [
        line("good", json!({"messages": hello})),
        line("hot", json!({"messages": hello, "temperature": 42})),
        line("stream", json!({"messages": hello, "stream": true})),
        line(
            "blocked",
            json!({"messages": [{"role": "user", "content": "EMULATOR_BLOCK_PROMPT"}]}),
        ),
    ];
    let id = client.batch(&input.join("\r\n\r\n")).await;
    client.advance(10_000);
    let batch = client.get_batch(&id).await;
    assert_eq!(
        batch["request_counts"],
        json!({"total": 4, "completed": 1, "failed": 3})
    );
    assert_eq!(ids(&client.results(&batch["output_file_id"]).await), ["good"]);
    let mut failed = client.results(&batch["error_file_id"]).await;
    failed.sort_by_key(|result| result["custom_id"].to_string());
    let codes: Vec<_> = failed
        .iter()
        .map(|result| {
            assert_eq!(result["response"]["status_code"], 400);
            result["response"]["body"]["error"]["code"].as_str().unwrap()
        })
        .collect();
    assert_eq!(
        codes,
        ["content_filter", "decimal_above_max_value", "unsupported_parameter"]
    );
}

#[tokio::test]
async fn batch_runs_embeddings() {
    let client = Client::stopped(Emulator::builder()).await;
    let request = json!({"custom_id": "e", "method": "POST", "url": "/v1/embeddings",
        "body": {"model": "text-embedding-3-small", "input": "a", "dimensions": 4}});
    let file = client.file("in.jsonl", "batch", request.to_string().as_bytes()).await;
    let mut order = order(&file);
    order["endpoint"] = "/embeddings".into();
    let id = client.post("/batches", &order).await.created()["id"].clone();
    client.advance(10_000);
    let batch = client.get_batch(id.as_str().unwrap()).await;
    let results = client.results(&batch["output_file_id"]).await;
    let embedding = &results[0]["response"]["body"]["data"][0]["embedding"];
    assert_eq!(embedding.as_array().unwrap().len(), 4);
}

async fn list(client: &Client, query: &str) -> Value {
    client.get(&format!("/batches?{query}")).await.ok()
}

fn listed(list: &Value) -> Vec<String> {
    let batches = list["data"].as_array().unwrap();
    batches
        .iter()
        .map(|batch| batch["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn fast_clock_ends_a_job_soon() {
    let client = Client::new().await;
    client.emulator.clock().set_speed(10_000.0);
    let id = client.batch(&lines(25)).await;
    // Each look waits for what is due.
    let mut batch = client.get_batch(&id).await;
    while batch["status"] != "completed" {
        let known = ["validating", "in_progress", "finalizing"];
        assert!(known.iter().any(|status| batch["status"] == *status), "{batch}");
        batch = client.get_batch(&id).await;
    }
    assert_eq!(batch["request_counts"]["completed"], 25);
}

#[tokio::test]
async fn lists_have_pages_filters_and_enqueued_tokens() {
    let client = Client::stopped(Emulator::builder()).await;
    let mut created = Vec::new();
    for _ in 0..5 {
        created.insert(0, client.batch(&lines(2)).await);
        client.advance(1_000);
    }
    let first = list(&client, "limit=2").await;
    check("BatchesList", &first);
    assert_eq!(listed(&first), created[..2]);
    assert_eq!(first["has_more"], true);
    assert_eq!(first["first_id"], *created[0]);
    assert_eq!(first["last_id"], *created[1]);
    let rest = list(&client, &format!("after={}", created[1])).await;
    assert_eq!(listed(&rest), created[2..]);
    assert_eq!(rest["has_more"], false);
    assert_eq!(
        listed(&list(&client, "%24orderby=created_at%20asc&limit=1").await),
        created[4..]
    );
    let running = list(&client, "%24filter=status%20ne%20'Completed'").await;
    assert_eq!(listed(&running), created[..1], "each takes a little more than a second");
    let empty = list(&client, "%24filter=created_at%20lt%205").await;
    assert_eq!(empty, json!({"object": "list", "data": [], "has_more": false}));

    let headers = send(client.request(Method::GET, "/batches", AUTHORING)).await.headers;
    let tokens = |name: &str| headers[name].to_str().unwrap().parse::<u64>().unwrap();
    assert!(tokens("deployment-enqueued-tokens") > 0);
    assert!(tokens("deployment-maximum-enqueued-tokens") > tokens("deployment-enqueued-tokens"));
    client.advance(10_000);
    let headers = client.get("/batches").await.headers;
    assert_eq!(headers["deployment-enqueued-tokens"], "0");

    for query in ["limit=0", "limit=x", "after=nothing", "%24filter=x", "%24orderby=id"] {
        client
            .get(&format!("/batches?{query}"))
            .await
            .error(400, "invalidPayload");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_batches_at_once() {
    let client = Arc::new(Client::stopped(Emulator::builder()).await);
    let file = client.file("in.jsonl", "batch", lines(2).as_bytes()).await;
    let tasks: Vec<_> = (0..64)
        .map(|_| {
            let (client, order) = (client.clone(), order(&file));
            tokio::spawn(async move {
                let batch = client.post("/batches", &order).await.created();
                batch["id"].as_str().unwrap().to_owned()
            })
        })
        .collect();
    let mut created = HashSet::new();
    for task in tasks {
        assert!(created.insert(task.await.unwrap()));
    }
    let whole = listed(&list(&client, "limit=100").await);
    assert_eq!(whole.iter().cloned().collect::<HashSet<_>>(), created);
    let mut paged = Vec::new();
    loop {
        let after = paged.last().map_or(String::new(), |id| format!("&after={id}"));
        let page = list(&client, &format!("limit=7{after}")).await;
        paged.extend(listed(&page));
        if page["has_more"] == false {
            break;
        }
    }
    assert_eq!(paged, whole);
    client.advance(10_000);
    for batch in list(&client, "limit=100").await["data"].as_array().unwrap() {
        assert_eq!(batch["status"], "completed");
        assert_eq!(
            batch["request_counts"],
            json!({"total": 2, "completed": 2, "failed": 0})
        );
    }
}
