//! Chat completions that are refused.

use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::client::Client;

#[tokio::test]
async fn invalid_request_names_the_parameter() {
    let client = Client::new().await;
    for (body, code, param) in [
        (json!({}), "missing_required_parameter", json!("messages")),
        (
            json!({"messages": null}),
            "missing_required_parameter",
            json!("messages"),
        ),
        (json!({"messages": []}), "empty_array", json!("messages")),
        (json!({"messages": "hi"}), "invalid_type", json!("messages")),
        (json!({"messages": ["hi"]}), "invalid_type", json!("messages[0]")),
        (
            json!({"messages": [{"content": "hi"}]}),
            "missing_required_parameter",
            json!("messages[0].role"),
        ),
        (
            json!({"messages": [{"role": "boss", "content": "hi"}]}),
            "invalid_value",
            json!("messages[0].role"),
        ),
        (
            json!({"messages": [{"role": "user"}]}),
            "missing_required_parameter",
            json!("messages[0].content"),
        ),
        (
            json!({"messages": [{"role": "user", "content": 1}]}),
            "invalid_type",
            json!("messages[0].content"),
        ),
        (
            json!({"messages": [{"role": "user", "content": []}]}),
            "empty_array",
            json!("messages[0].content"),
        ),
        (
            json!({"messages": [{"role": "user", "content": [{"type": "sound"}]}]}),
            "invalid_value",
            json!("messages[0].content[0].type"),
        ),
        (
            json!({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "ftp://x"}}]}]}),
            "invalid_image_url",
            json!("messages[0].content[0].image_url.url"),
        ),
        (
            json!({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,?"}}]}]}),
            "invalid_base64",
            json!("messages[0].content[0].image_url.url"),
        ),
        (
            with(user("hi"), json!({"logprobs": true, "top_logprobs": 21})),
            "integer_above_max_value",
            json!("top_logprobs"),
        ),
        (
            with(user("hi"), json!({"top_logprobs": 2})),
            "invalid_value",
            json!("top_logprobs"),
        ),
        (
            with(user("hi"), json!({"stream_options": {"include_usage": true}})),
            "invalid_value",
            json!("stream_options"),
        ),
        (
            with(
                user("hi"),
                json!({"stream": true, "stream_options": {"include_usage": 1}}),
            ),
            "invalid_type",
            json!("stream_options.include_usage"),
        ),
        (
            with(user("hi"), json!({"logit_bias": {"50256": 101}})),
            "decimal_above_max_value",
            json!("logit_bias.50256"),
        ),
        (
            with(user("hi"), json!({"logit_bias": {"word": 1}})),
            "invalid_value",
            json!("logit_bias.word"),
        ),
        (
            with(user("hi"), json!({"data_sources": [{"type": "azure_search"}]})),
            "unsupported_parameter",
            json!("data_sources"),
        ),
        (
            with(user("hi"), json!({"store": "yes"})),
            "invalid_type",
            json!("store"),
        ),
        (
            with(user("hi"), json!({"metadata": {"a": 1}})),
            "invalid_type",
            json!("metadata.a"),
        ),
        (
            with(user("hi"), json!({"metadata": {"a": "x".repeat(513)}})),
            "string_above_max_length",
            json!("metadata.a"),
        ),
        (
            with(user("hi"), json!({"metadata": {"k".repeat(65): "x"}})),
            "string_above_max_length",
            json!("metadata"),
        ),
        (
            with(
                user("hi"),
                json!({"metadata": (0..17).map(|key| (key.to_string(), "x".into())).collect::<serde_json::Map<_, _>>()}),
            ),
            "object_above_max_properties",
            json!("metadata"),
        ),
        (json!([]), "invalid_type", Value::Null),
        (json!(null), "invalid_type", Value::Null),
        (
            with(user("hi"), json!({"temperature": 2.5})),
            "decimal_above_max_value",
            json!("temperature"),
        ),
        (
            with(user("hi"), json!({"temperature": -1})),
            "decimal_below_min_value",
            json!("temperature"),
        ),
        (
            with(user("hi"), json!({"temperature": "1"})),
            "invalid_type",
            json!("temperature"),
        ),
        (
            with(user("hi"), json!({"top_p": 1.1})),
            "decimal_above_max_value",
            json!("top_p"),
        ),
        (
            with(user("hi"), json!({"presence_penalty": -3})),
            "decimal_below_min_value",
            json!("presence_penalty"),
        ),
        (
            with(user("hi"), json!({"frequency_penalty": 3})),
            "decimal_above_max_value",
            json!("frequency_penalty"),
        ),
        (with(user("hi"), json!({"n": 0})), "integer_below_min_value", json!("n")),
        (
            with(user("hi"), json!({"n": 129})),
            "integer_above_max_value",
            json!("n"),
        ),
        (with(user("hi"), json!({"n": 1.5})), "invalid_type", json!("n")),
        (
            with(user("hi"), json!({"max_tokens": 0})),
            "integer_below_min_value",
            json!("max_tokens"),
        ),
        (
            with(user("hi"), json!({"max_tokens": 16_385})),
            "invalid_value",
            json!("max_tokens"),
        ),
        (
            with(user("hi"), json!({"max_tokens": 5, "max_completion_tokens": 5})),
            "invalid_parameter_combination",
            json!("max_tokens"),
        ),
        (
            with(user("hi"), json!({"stop": ["a", "b", "c", "d", "e"]})),
            "array_above_max_length",
            json!("stop"),
        ),
        (with(user("hi"), json!({"stop": [1]})), "invalid_type", json!("stop[0]")),
        (with(user("hi"), json!({"seed": "x"})), "invalid_type", json!("seed")),
        (
            with(user("hi"), json!({"stream": "yes"})),
            "invalid_type",
            json!("stream"),
        ),
        (
            with(user("hi"), json!({"response_format": {"type": "xml"}})),
            "invalid_value",
            json!("response_format.type"),
        ),
        (with(user("hi"), json!({"user": 1})), "invalid_type", json!("user")),
    ] {
        let error = client.chat(&body).await.error(400, code);
        assert_eq!(error["param"], param, "{body}: {error}");
        assert_eq!(error["type"], "invalid_request_error");
    }
    let error = client.chat(&with(user("hi"), json!({"temperature": 3}))).await.json();
    insta::assert_snapshot!(error.to_string(), @r#"{"error":{"code":"decimal_above_max_value","message":"Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3 instead (at '/temperature').","type":"invalid_request_error","param":"temperature"}}"#);
}

#[tokio::test]
async fn body_that_is_not_json_is_refused() {
    let client = Client::new().await;
    let path = "/deployments/gpt-4o/chat/completions";
    let deep = "[".repeat(100_000);
    for body in ["", "{", "hello", "{\"messages\": NaN}", deep.as_str()] {
        let error = client.post_text(path, body.to_owned()).await.error(400, "BadRequest");
        assert!(
            error["message"]
                .as_str()
                .unwrap()
                .starts_with("We could not parse the JSON body")
        );
    }
    client
        .post_text(path, b"{\"messages\": \"\xff\"}".to_vec())
        .await
        .error(400, "BadRequest");
}

#[tokio::test]
async fn unsupported_operation_of_a_model_is_refused() {
    let client = Client::new().await;
    client.chat(&with(user("hi"), json!({"stream": false}))).await.ok();
    for name in ["text-embedding-3-small", "dall-e-3", "gpt-35-turbo-instruct"] {
        let error = client
            .post(&format!("/deployments/{name}/chat/completions"), &user("hi"))
            .await
            .error(400, "OperationNotSupported");
        assert!(error["message"].as_str().unwrap().contains(name));
    }
    let long = "word ".repeat(130_000);
    let error = client.chat(&user(&long)).await.error(400, "context_length_exceeded");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .starts_with("This model's maximum context length is 128000 tokens.")
    );
}
