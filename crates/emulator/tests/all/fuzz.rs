//! Whatever is sent, the answer is a success or an error of the caller's, never a failure of the emulator.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::{Answer, Client};

/// Any JSON, small.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec![
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
            "data:image/png;base64,AA=="
        ])
        .prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let names = prop::sample::select(vec![
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
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..5).prop_map(|members| members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

/// A good body with up to three members replaced.
pub(crate) fn body(good: Value, names: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::collection::vec((prop::sample::select(names), any_json()), 0..4).prop_map(
        move |changes| {
            let mut body = good.clone();
            changes
                .into_iter()
                .for_each(|(name, value)| body[name] = value);
            body
        },
    )
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

/// A success or a refusal.
fn check(answer: &Answer, sent: &Value) -> Result<(), TestCaseError> {
    prop_assert!(
        matches!(answer.status.as_u16(), 200 | 400),
        "{sent}: {answer:?}"
    );
    let body = answer.json();
    if answer.status == 200 {
        prop_assert!(body["usage"]["prompt_tokens"].is_u64(), "{sent}: {body}");
    } else {
        prop_assert!(
            body["error"]["code"].is_string() && body["error"]["message"].is_string(),
            "{sent}: {body}"
        );
    }
    Ok(())
}

fn run(strategy: impl Strategy<Value = Value>, path: &str) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let client = runtime.block_on(Client::new());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 1000,
        ..ProptestConfig::default()
    });
    let result = runner.run(&strategy, |sent| {
        check(&runtime.block_on(client.post(path, &sent)), &sent)
    });
    result.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn chat_bodies() {
    run(chat_body(), "/deployments/gpt-4o/chat/completions");
}

#[test]
fn embeddings_bodies() {
    run(
        embeddings_body(),
        "/deployments/text-embedding-3-small/embeddings",
    );
}
