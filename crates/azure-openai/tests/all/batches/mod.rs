//! Results of a batch.

mod results;

use azure_openai::authoring::Batch;
use azure_openai::batches::{BatchResult, BatchResults};
use azure_openai::inference::CreateChatCompletionResponse;
use azure_openai::{Bytes, Error, Value};
use serde_json::json;

use crate::support::scripted::{Recorded, Reply, Service};

fn replied(id: &str, text: &str) -> Value {
    json!({"id": "batch_req_1", "custom_id": id, "error": null, "response": {
        "request_id": format!("r-{id}"), "status_code": 200, "body": {
            "id": "c", "object": "chat.completion", "created": 1, "model": "gpt-4o",
            "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}],
        },
    }})
}

fn blocked(id: &str) -> Value {
    json!({"custom_id": id, "error": null, "response": {"request_id": "r-9", "status_code": 400, "body": {"error": {
        "code": "content_filter", "message": "blocked", "param": "prompt", "type": null,
        "innererror": {"code": "ResponsibleAIPolicyViolation", "content_filter_result": {"hate": {"filtered": true, "severity": "high"}}},
    }}}})
}

fn not_run(id: &str) -> Value {
    json!({"custom_id": id, "response": null, "error": {"code": "batch_expired", "message": "too late"}})
}

/// A service whose batch has these output and error files.
async fn with_files(output: Vec<Bytes>, errors: Vec<Bytes>) -> Service {
    Service::start(move |asked: &Recorded| match asked.path.as_str() {
        "/files/out/content" => Reply::chunks(output.clone()),
        "/files/err/content" => Reply::chunks(errors.clone()),
        path => panic!("{path}"),
    })
    .await
}

fn batch() -> Batch {
    serde_json::from_value(json!({
        "id": "b", "status": "completed", "input_file_id": "in", "output_file_id": "out", "error_file_id": "err",
    }))
    .unwrap()
}

fn results(service: &Service) -> BatchResults<CreateChatCompletionResponse> {
    service.client().batches().results(&batch())
}

async fn all<T: serde::de::DeserializeOwned + Send + 'static>(
    mut results: BatchResults<T>,
) -> (Vec<BatchResult<T>>, Vec<Error>) {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    while let Some(result) = results.next().await {
        match result {
            Ok(result) => found.push(result),
            Err(error) => errors.push(error),
        }
    }
    assert!(results.next().await.is_none());
    (found, errors)
}
