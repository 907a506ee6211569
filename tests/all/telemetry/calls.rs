//! Names and attributes of the spans of operations and attempts.

use std::collections::BTreeMap;
use std::time::Duration;

use azure_openai_authoring::FilesUploadForm;
use azure_openai_core::{FilePart, RetryPolicy};
use azure_openai_inference::messages::user;
use azure_openai_inference::{CreateChatCompletionRequest, CreateEmbeddingRequest};
use serde_json::{Value, json};
use tests::clients::{KEY, client};
use tests::server::{Reply, Server};

use super::spans::Spans;

fn chat() -> CreateChatCompletionRequest {
    CreateChatCompletionRequest::new([user("canary-prompt")])
        .with_temperature(0.5)
        .with_max_tokens(100)
}

fn response() -> Value {
    json!({
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-4o-2024-08-06",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "canary-response"}},
            {"index": 1, "finish_reason": "length", "message": {"role": "assistant", "content": "canary-response"}}
        ],
        "usage": {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12}
    })
}

/// Formats attributes as sorted JSON, without the server's port.
fn attributes(attributes: &BTreeMap<String, Value>) -> Value {
    let mut attributes = attributes.clone();
    assert!(attributes.remove("server.port").unwrap().as_i64().unwrap() > 0);
    attributes.remove("url.full");
    serde_json::to_value(attributes).unwrap()
}

#[tokio::test]
async fn chat_has_span_with_attempt_below() {
    let spans = Spans::collect();
    let server = Server::start(Reply::json(&response()).with_header("x-request-id", "r-1")).await;
    let chats = client(server.url()).inference().chat_completions();
    chats.create("gpt-4o", &chat()).await.unwrap();

    let (call, attempts) = spans.call();
    assert_eq!((call.name.as_str(), call.failed), ("chat gpt-4o", false));
    assert_eq!(
        attributes(&call.attributes),
        json!({
            "azure.resource_provider.namespace": "Microsoft.CognitiveServices",
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "azure.ai.openai",
            "gen_ai.request.max_tokens": 100,
            "gen_ai.request.model": "gpt-4o",
            "gen_ai.request.temperature": 0.5,
            "gen_ai.response.finish_reasons": "[\"stop\",\"length\"]",
            "gen_ai.response.id": "chatcmpl-1",
            "gen_ai.response.model": "gpt-4o-2024-08-06",
            "gen_ai.usage.input_tokens": 9,
            "gen_ai.usage.output_tokens": 3,
            "server.address": "127.0.0.1",
        })
    );
    let [attempt] = &attempts[..] else {
        panic!("{attempts:?}")
    };
    assert_eq!(attempt.name, "POST /deployments/{deployment-id}/chat/completions");
    assert_eq!(
        attributes(&attempt.attributes),
        json!({
            "azure.resource_provider.namespace": "Microsoft.CognitiveServices",
            "azure.service.request.id": "r-1",
            "azure_openai.deployment": "gpt-4o",
            "http.request.method": "POST",
            "http.response.status_code": 200,
            "server.address": "127.0.0.1",
            "url.template": "/deployments/{deployment-id}/chat/completions",
        })
    );
    assert_eq!(
        attempt.get("url.full"),
        &format!("{}/openai/deployments/gpt-4o/chat/completions", server.url())
    );
}

fn events(reason: Option<&str>) -> Reply {
    let usage = json!({"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12});
    let choice = |content: &str, reason: Option<&str>| json!({"index": 0, "delta": {"content": content}, "finish_reason": reason});
    let chunk = |id: &str, choices: Value, usage: Value| {
        json!({"id": id, "object": "chat.completion.chunk", "created": 1, "model": id,
               "choices": choices, "usage": usage})
    };
    Reply::events(&[
        // The first chunk has no id and no model.
        chunk("", json!([]), Value::Null),
        chunk("c-1", json!([choice("canary-", None)]), Value::Null),
        chunk("c-1", json!([choice("response", reason)]), Value::Null),
        chunk("c-1", json!([]), usage),
    ])
}

#[tokio::test]
async fn secret_that_response_repeats_is_redacted() {
    let spans = Spans::collect();
    let mut body = response();
    body["id"] = format!("id of {KEY}").into();
    body["choices"][0]["finish_reason"] = KEY.into();
    let server = Server::start(Reply::json(&body)).await;
    let chats = client(server.url()).inference().chat_completions();
    chats.create("gpt-4o", &chat()).await.unwrap();
    let (call, _) = spans.call();
    assert_eq!(call.get("gen_ai.response.id"), "id of [redacted]");
    assert_eq!(
        call.get("gen_ai.response.finish_reasons"),
        "[\"[redacted]\",\"length\"]"
    );
    assert_eq!(call.get("gen_ai.response.model"), "gpt-4o-2024-08-06");
}

#[tokio::test]
async fn stream_span_ends_with_stream() {
    let spans = Spans::collect();
    let server = Server::start(events(Some("stop"))).await;
    let chats = client(server.url()).inference().chat_completions();
    let mut stream = chats.create_stream("gpt-4o", &chat()).await.unwrap();
    let attempts = spans.take();
    assert_eq!(attempts.len(), 1, "{attempts:?}");
    while let Some(event) = stream.next().await {
        event.unwrap();
        assert!(spans.take().is_empty());
    }
    // The span ended, though the stream still exists.
    let (call, _) = spans.call();
    assert_eq!((call.name.as_str(), call.failed), ("chat gpt-4o", false));
    assert!(call.get("gen_ai.response.time_to_first_chunk").as_f64() > Some(0.0));
    for (name, expected) in [
        ("gen_ai.request.stream", json!(true)),
        ("gen_ai.response.id", json!("c-1")),
        ("gen_ai.response.model", json!("c-1")),
        ("gen_ai.response.finish_reasons", json!("[\"stop\"]")),
        ("gen_ai.usage.input_tokens", json!(9)),
        ("gen_ai.usage.output_tokens", json!(3)),
        ("error.type", Value::Null),
    ] {
        assert_eq!(call.get(name), &expected, "{name}");
    }
    drop(stream);
    assert!(spans.take().is_empty());
}

#[tokio::test]
async fn dropped_or_broken_stream_ends_its_span() {
    let spans = Spans::collect();
    let server = Server::start(events(Some("stop"))).await;
    let chats = client(server.url()).inference().chat_completions();
    let mut stream = chats.create_stream("gpt-4o", &chat()).await.unwrap();
    stream.next().await.unwrap().unwrap();
    stream.next().await.unwrap().unwrap();
    drop(stream);
    let (call, _) = spans.call();
    assert_eq!(call.get("gen_ai.response.id"), "c-1");
    assert_eq!(call.get("gen_ai.usage.input_tokens"), &Value::Null);
    assert!(!call.failed);

    let error = json!({"error": {"code": "server_error", "message": "canary-response"}});
    server.reply_with(Reply::events(&[error]));
    let mut stream = chats.create_stream("gpt-4o", &chat()).await.unwrap();
    stream.next().await.unwrap().unwrap_err();
    let (call, attempts) = spans.call();
    assert_eq!(call.get("error.type"), "server_error");
    assert!(call.failed && !attempts[0].failed);

    server.reply_with(Reply::new("text/event-stream", ""));
    let mut stream = chats.create_stream("gpt-4o", &chat()).await.unwrap();
    stream.next().await.unwrap().unwrap_err();
    assert_eq!(spans.call().0.get("error.type"), "truncated");
}

#[tokio::test]
async fn embeddings_have_a_span() {
    let spans = Spans::collect();
    let server = Server::start(Reply::json(&json!({
        "object": "list", "model": "text-embedding-3-small",
        "data": [{"index": 0, "object": "embedding", "embedding": [0.5, 0.25]}],
        "usage": {"prompt_tokens": 4, "total_tokens": 4}
    })))
    .await;
    let embeddings = client(server.url()).inference().embeddings();
    let request = CreateEmbeddingRequest::new("canary-prompt".to_owned());
    embeddings.create("small", &request).await.unwrap();
    let (call, _) = spans.call();
    assert_eq!(call.name, "embeddings small");
    for (name, expected) in [
        ("gen_ai.operation.name", json!("embeddings")),
        ("gen_ai.response.model", json!("text-embedding-3-small")),
        ("gen_ai.usage.input_tokens", json!(4)),
        ("gen_ai.usage.output_tokens", Value::Null),
    ] {
        assert_eq!(call.get(name), &expected, "{name}");
    }
}

#[tokio::test]
async fn error_type_is_code_status_or_kind() {
    let spans = Spans::collect();
    let server = Server::start(Reply::nothing()).await;
    let chats = client(server.url()).inference().chat_completions();
    let code = |code: &str| Reply::json(&json!({"error": {"code": code, "message": "m"}}));
    let invented = format!("wrong key {KEY}");
    for (response, expected) in [
        (code("DeploymentNotFound").with_status(404), "DeploymentNotFound"),
        (code("content_filter").with_status(400), "content_filter"),
        (code(&invented).with_status(401), "401"),
        (code("a code of words").with_status(403), "403"),
        (Reply::new("text/html", "<p>no</p>").with_status(400), "400"),
        (Reply::new("application/json", "{"), "decode"),
    ] {
        server.reply_with(response.with_header("x-request-id", KEY));
        chats.create("gpt-4o", &chat()).await.unwrap_err();
        let (call, attempts) = spans.call();
        assert!(call.failed);
        assert_eq!(call.get("error.type"), expected);
        // A response that cannot be decoded is not an HTTP failure.
        let failed = expected != "decode";
        assert_eq!(attempts.len(), 1);
        assert_eq!(attempts[0].failed, failed);
        let text = format!("{call:?} {attempts:?}");
        assert!(!text.contains(KEY), "{text}");
    }

    let nobody = client("http://127.0.0.1:1").inference().chat_completions();
    let call = nobody.create("gpt-4o", &chat());
    call.with_retry_policy(RetryPolicy::none()).await.unwrap_err();
    let (call, attempts) = spans.call();
    assert_eq!(call.get("error.type"), "connect");
    assert_eq!(attempts[0].get("error.type"), "connect");
    assert_eq!(attempts[0].get("http.response.status_code"), &Value::Null);

    // A request that cannot be sent has a span without attempts.
    let call = nobody.create("..", &chat());
    call.await.unwrap_err();
    let (call, attempts) = spans.call();
    assert_eq!(call.get("error.type"), "invalid_request");
    assert!(attempts.is_empty());
}

#[tokio::test]
async fn every_attempt_has_a_span() {
    let spans = Spans::collect();
    let server = Server::start(Reply::json(&response())).await;
    server.reply_first([
        Reply::nothing().with_status(429).with_header("retry-after-ms", "5"),
        Reply::nothing().with_status(503),
    ]);
    let chats = client(server.url()).inference().chat_completions();
    let wait = Duration::from_millis(1);
    chats
        .create("gpt-4o", &chat())
        .with_retry_policy(RetryPolicy::new().with_backoff(wait, wait))
        .await
        .unwrap();
    let (call, attempts) = spans.call();
    assert!(!call.failed);
    assert_eq!(call.events, ["the request is retried"; 2]);
    let reported: Vec<_> = attempts
        .iter()
        .map(|attempt| {
            (
                attempt.get("http.response.status_code").as_u64(),
                attempt.get("http.request.resend_count").as_u64(),
                attempt.get("error.type").as_str(),
                attempt.failed,
            )
        })
        .collect();
    assert_eq!(
        reported,
        [
            (Some(429), None, Some("429"), true),
            (Some(503), Some(1), Some("503"), true),
            (Some(200), Some(2), None, false),
        ]
    );
}

#[tokio::test]
async fn operation_without_model_has_plain_span() {
    let spans = Spans::collect();
    let file = json!({"id": "file-1", "object": "file", "bytes": 1, "created_at": 1,
                      "filename": "a.jsonl", "purpose": "batch", "status": "pending"});
    let server = Server::start(Reply::json(&file).with_status(201)).await;
    let files = client(server.url()).authoring().files();
    let part = FilePart::from_bytes("a.jsonl", "canary-file");
    let form = FilesUploadForm::new("batch", part);
    files.upload(form).await.unwrap();
    let (call, attempts) = spans.call();
    assert_eq!(call.name, "Files_Upload");
    assert_eq!(
        attributes(&call.attributes),
        json!({
            "azure.resource_provider.namespace": "Microsoft.CognitiveServices",
            "server.address": "127.0.0.1",
        })
    );
    assert_eq!(attempts[0].name, "POST /files");
    assert_eq!(attempts[0].get("http.response.status_code"), 201);

    // The body is read after the response: the span lasts as long.
    server.reply_with(Reply::new("application/octet-stream", "canary-file"));
    let content = files.get_content("file-1").await.unwrap();
    assert_eq!(spans.take().len(), 1);
    content.into_value().bytes(100).await.unwrap();
    assert_eq!(spans.call().0.name, "Files_GetContent");
}
