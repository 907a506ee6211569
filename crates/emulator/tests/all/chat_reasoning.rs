//! Models that reason.

use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::client::{Client, Response, send};

async fn ask(client: &Client, body: Value) -> Response {
    let path = "/deployments/o4-mini/chat/completions";
    let request = client.request(reqwest::Method::POST, path, "2025-04-01-preview");
    send(request.body(body.to_string())).await
}

#[tokio::test]
async fn reasoning_tokens_are_counted_by_effort() {
    let client = Client::new().await;
    for (effort, expected) in [(json!("low"), 192), (Value::Null, 448), (json!("high"), 1024)] {
        let body = json!({"messages": [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "hi"}],
            "reasoning_effort": effort, "max_completion_tokens": 5000});
        let response = ask(&client, body).await.ok();
        let usage = &response["usage"];
        assert_eq!(usage["completion_tokens_details"]["reasoning_tokens"], expected);
        assert!(usage["completion_tokens"].as_u64().unwrap() > expected);
        assert_eq!(response["choices"][0]["finish_reason"], "stop");
    }
    // Thoughts use up the limit, and nothing is left for the response.
    let response = ask(&client, with(user("hi"), json!({"max_completion_tokens": 100})))
        .await
        .ok();
    assert_eq!(response["usage"]["completion_tokens_details"]["reasoning_tokens"], 100);
    assert_eq!(response["choices"][0]["finish_reason"], "length");
    assert_eq!(response["choices"][0]["message"]["content"], "");
    let body = with(
        user("hi"),
        json!({"stream": true, "stream_options": {"include_usage": true}}),
    );
    let text = String::from_utf8(ask(&client, body).await.bytes).unwrap();
    assert!(text.contains("\"reasoning_tokens\":448"), "{text}");
}

#[tokio::test]
async fn parameters_that_a_reasoning_model_does_not_take_are_refused() {
    let client = Client::new().await;
    for (fields, code, param, message) in [
        (
            json!({"max_tokens": 5}),
            "unsupported_parameter",
            "max_tokens",
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        ),
        (
            json!({"temperature": 0.2}),
            "unsupported_value",
            "temperature",
            "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
        ),
        (
            json!({"logprobs": true}),
            "unsupported_parameter",
            "logprobs",
            "Unsupported parameter: 'logprobs' is not supported with this model.",
        ),
    ] {
        let error = ask(&client, with(user("hi"), fields)).await.error(400, code);
        assert_eq!((&error["param"], &error["message"]), (&json!(param), &json!(message)));
        assert_eq!(error["type"], "invalid_request_error");
    }
    ask(&client, with(user("hi"), json!({"temperature": 1, "top_p": 1.0})))
        .await
        .ok();
}

#[tokio::test]
async fn unknown_parameters_are_refused_unless_they_are_accepted() {
    let client = Client::new().await;
    for (fields, message) in [
        (json!({"foo": 1}), "Unrecognized request argument supplied: foo"),
        (
            json!({"foo": 1, "bar": null}),
            "Unrecognized request arguments supplied: foo, bar",
        ),
        (
            json!({"reasoning_effort": "low"}),
            "Unrecognized request argument supplied: reasoning_effort",
        ),
    ] {
        let response = client.chat(&with(user("hi"), fields)).await;
        assert_eq!(response.status, 400);
        let body: Value = serde_json::from_slice(&response.bytes).unwrap();
        assert_eq!(
            body["error"],
            json!({"code": null, "message": message, "type": "invalid_request_error", "param": null})
        );
    }
    client.chat(&with(user("hi"), json!({"model": "gpt-4o"}))).await.ok();
    let lenient = Client::of(azure_openai_emulator::Emulator::builder().accept_unknown_parameters()).await;
    lenient.chat(&with(user("hi"), json!({"foo": 1}))).await.ok();
}

#[tokio::test]
async fn category_that_blocks_or_cuts_is_chosen() {
    let client = Client::new().await;
    let error = client
        .chat(&user("EMULATOR_BLOCK_PROMPT:jailbreak!"))
        .await
        .error(400, "content_filter");
    let results = &error["innererror"]["content_filter_result"];
    assert_eq!(
        (&results["jailbreak"]["filtered"], &results["hate"]["filtered"]),
        (&json!(true), &json!(false))
    );
    let response = client.chat(&user("a EMULATOR_CUT_COMPLETION:violence b")).await.ok();
    let results = &response["choices"][0]["content_filter_results"];
    assert_eq!(
        (&results["violence"]["filtered"], &results["hate"]["filtered"]),
        (&json!(true), &json!(false))
    );
}
