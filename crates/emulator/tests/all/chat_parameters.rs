//! Parameters of chats that change what comes back.

use azure_openai_emulator::{Emulator, Reply};
use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::chat_stream::streamed;
use crate::client::Client;

#[tokio::test]
async fn log_probabilities_fit_the_text() {
    let client = Client::of(Emulator::builder().reply_when(|_| Some(Reply::text("Hi 🦀 there")))).await;
    let plain = client.chat(&user("a")).await.ok();
    assert_eq!(plain["choices"][0]["logprobs"], Value::Null);

    let body = with(user("a"), json!({"logprobs": true, "top_logprobs": 3}));
    let response = client.chat(&body).await.ok();
    let tokens = response["choices"][0]["logprobs"]["content"].as_array().unwrap();
    assert_eq!(
        tokens.len() as u64,
        response["usage"]["completion_tokens"].as_u64().unwrap()
    );
    let bytes: Vec<u8> = tokens
        .iter()
        .flat_map(|token| token["bytes"].as_array().unwrap())
        .map(|byte| byte.as_u64().unwrap() as u8)
        .collect();
    assert_eq!(String::from_utf8(bytes).unwrap(), "Hi 🦀 there");
    for token in tokens {
        let top = token["top_logprobs"].as_array().unwrap();
        assert_eq!(top.len(), 3);
        assert_eq!(
            (&top[0]["token"], &top[0]["logprob"]),
            (&token["token"], &token["logprob"])
        );
        let logprobs: Vec<f64> = top.iter().map(|one| one["logprob"].as_f64().unwrap()).collect();
        assert!(
            logprobs.is_sorted_by(|a, b| a > b) && logprobs[0] <= 0.0,
            "{logprobs:?}"
        );
    }
    assert_eq!(
        client.chat(&body).await.ok()["choices"],
        response["choices"],
        "deterministic"
    );

    let chunks = client.chat_chunks(&streamed(body)).await;
    let streamed: Vec<&Value> = chunks
        .choice(0)
        .filter_map(|choice| choice["logprobs"]["content"].as_array())
        .flatten()
        .collect();
    assert_eq!(streamed, tokens.iter().collect::<Vec<_>>());
}

#[tokio::test]
async fn parallel_tool_calls_can_be_disabled() {
    let client = Client::new().await;
    let tools = json!({"tools": [{"type": "function", "function": {"name": "one"}},
        {"type": "function", "function": {"name": "two"}}]});
    let calls = |response: Value| {
        response["choices"][0]["message"]["tool_calls"]
            .as_array()
            .unwrap()
            .len()
    };
    let body = with(user("one and two"), tools);
    assert_eq!(calls(client.chat(&body).await.ok()), 2);
    let body = with(body, json!({"parallel_tool_calls": false}));
    assert_eq!(calls(client.chat(&body).await.ok()), 1);
}

#[tokio::test]
async fn parameters_that_change_nothing_are_taken() {
    let client = Client::new().await;
    let plain = client.chat(&user("hi")).await.ok();
    let body = with(
        user("hi"),
        json!({"seed": -1, "user": "u", "temperature": 0, "top_p": 0.5, "logit_bias": {"50256": -100}, "store": false,
            "metadata": {"a": "b"}, "presence_penalty": 1, "frequency_penalty": -2, "data_sources": [],
            "max_completion_tokens": 1000, "top_logprobs": null, "stop": null, "stream": false, "stream_options": null,
            "service_tier": "auto"}),
    );
    let response = client.chat(&body).await.ok();
    assert_eq!(
        (&response["choices"], &response["usage"]),
        (&plain["choices"], &plain["usage"])
    );
}

#[tokio::test]
async fn images_cost_by_detail() {
    let client = Client::new().await;
    let image = |image: Value| {
        json!({"messages": [{"role": "user", "content": [
            {"type": "text", "text": "hi"}, {"type": "image_url", "image_url": image}]}]})
    };
    let text = client.chat(&user("hi")).await.ok()["usage"]["prompt_tokens"]
        .as_u64()
        .unwrap();
    for (url, detail, tokens) in [
        ("https://example.com/a.png", "low", 85),
        ("https://example.com/a.png", "high", 765),
        ("data:image/jpeg;base64,AAAA", "auto", 765),
    ] {
        let response = client.chat(&image(json!({"url": url, "detail": detail}))).await.ok();
        assert_eq!(response["usage"]["prompt_tokens"].as_u64().unwrap() - text, tokens);
    }
}
