//! Whatever is sent, the response is a success or an error of the caller's, never a failure of the emulator.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fuzzing::{self, Fuzz, check};

/// Any JSON, small.
pub(crate) fn any_json() -> impl Strategy<Value = Value> + Clone {
    let texts = &[
        "user",
        "assistant",
        "tool",
        "system",
        "text",
        "function",
        "auto",
        "required",
        "json_object",
        "object",
        "string",
        "array",
        "integer",
        "#",
        "#/properties/a",
        "data:image/png;base64,AA==",
    ];
    let names = &[
        "a",
        "role",
        "content",
        "type",
        "text",
        "function",
        "name",
        "parameters",
        "properties",
        "required",
        "items",
        "enum",
        "$ref",
        "anyOf",
        "minimum",
        "maximum",
        "multipleOf",
        "minItems",
        "minLength",
        "image_url",
        "url",
        "id",
        "tool_calls",
    ];
    fuzzing::any_json(texts, names)
}

/// A good body with up to three fields replaced.
pub(crate) fn body(good: Value, names: &[&str]) -> impl Strategy<Value = Value> {
    let names = names.iter().map(|name| (*name).to_owned());
    fuzzing::changed(good, names.collect(), any_json())
}

fn chat_body() -> impl Strategy<Value = Value> {
    let schema = any_json().prop_map(|parameters| {
        json!({"messages": [{"role": "user", "content": "call f with 3 and \"x\""}],
            "tools": [{"type": "function", "function": {"name": "f", "parameters": parameters}}]})
    });
    let changed = body(
        json!({"messages": [{"role": "user", "content": "hi, json"}]}),
        &[
            "messages",
            "temperature",
            "n",
            "stop",
            "max_tokens",
            "tools",
            "tool_choice",
            "response_format",
            "seed",
            "user",
            "top_p",
            "logit_bias",
        ],
    );
    prop_oneof![schema, changed, any_json()]
}

fn embeddings_body() -> impl Strategy<Value = Value> {
    let changed = body(
        json!({"input": "hi", "dimensions": 8}),
        &["input", "dimensions", "encoding_format", "user"],
    );
    prop_oneof![changed, any_json()]
}

fn run(strategy: impl Strategy<Value = Value>, path: &str) {
    Fuzz::new().run(400, &strategy, async |client, sent| {
        let response = client.post(path, &sent).await;
        check(&response, &[200, 400], &sent)?;
        if response.status == 200 {
            let body = response.json();
            prop_assert!(body["usage"]["prompt_tokens"].is_u64(), "{sent}: {body}");
        }
        Ok(())
    });
}

#[test]
fn chat_bodies() {
    run(chat_body(), "/deployments/gpt-4o/chat/completions");
}

#[test]
fn embeddings_bodies() {
    run(embeddings_body(), "/deployments/text-embedding-3-small/embeddings");
}
