//! Whatever is sent to chats, text completions and stored completions: a success or an error of the caller's.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{AUTHORING, Answer, Client, send};
use crate::completions::PATH;
use crate::fuzz::{any_json, body};
use crate::stream::Chunks;

fn check(answer: &Answer, sent: &Value) -> Result<(), TestCaseError> {
    prop_assert!(
        matches!(answer.status.as_u16(), 200 | 400 | 404),
        "{sent}: {answer:?}"
    );
    if answer.status != 200 {
        let body = answer.json();
        let error = &body["error"];
        prop_assert!(
            error["code"].is_string() && error["message"].is_string(),
            "{sent}: {body}"
        );
    }
    Ok(())
}

fn run<S: Strategy>(
    strategy: S,
    cases: u32,
    test: impl Fn(&tokio::runtime::Runtime, &Client, S::Value) -> Result<(), TestCaseError>,
) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let client = runtime.block_on(Client::new());
    let config = ProptestConfig {
        cases,
        ..ProptestConfig::default()
    };
    let result = TestRunner::new(config).run(&strategy, |value| test(&runtime, &client, value));
    result.unwrap_or_else(|failure| panic!("{failure}"));
}

/// A success must be a whole stream.
fn check_stream(answer: Answer, sent: &Value) -> Result<(), TestCaseError> {
    check(&answer, sent)?;
    if answer.status == 200 && answer.headers["content-type"] == "text/event-stream" {
        let whole = futures_util::stream::iter([Ok(answer.bytes.into())]);
        let chunks = futures_util::FutureExt::now_or_never(Chunks::read(whole)).unwrap();
        prop_assert!(chunks.0.len() >= 3, "{sent}");
    }
    Ok(())
}

#[test]
fn streamed_chats() {
    let changed = body(
        json!({"messages": [{"role": "user", "content": "hi, json"}], "stream": true, "n": 2}),
        &[
            "messages",
            "n",
            "stop",
            "max_tokens",
            "tools",
            "tool_choice",
            "logprobs",
            "top_logprobs",
            "stream",
            "stream_options",
            "store",
            "metadata",
            "logit_bias",
            "data_sources",
            "parallel_tool_calls",
        ],
    );
    run(changed, 500, |runtime, client, sent| {
        let answer = runtime.block_on(client.chat(&sent));
        check_stream(answer, &sent)
    });
}

#[test]
fn completions() {
    let numbers =
        prop::collection::vec(any::<u32>(), 0..4).prop_map(|tokens| json!({"prompt": tokens}));
    let changed = body(
        json!({"prompt": "hi", "logprobs": 1}),
        &[
            "prompt",
            "n",
            "best_of",
            "echo",
            "suffix",
            "stop",
            "max_tokens",
            "logprobs",
            "stream",
            "stream_options",
            "logit_bias",
            "temperature",
            "user",
            "seed",
        ],
    );
    let strategy = prop_oneof![4 => changed, 1 => numbers, 1 => any_json()];
    run(strategy, 700, |runtime, client, sent| {
        let answer = runtime.block_on(client.post(PATH, &sent));
        check_stream(answer, &sent)
    });
}

#[test]
fn stored_completions() {
    let query = ".{0,12}";
    let name = prop::sample::select(vec![
        "after",
        "limit",
        "order",
        "model",
        "metadata",
        "metadata[a]",
        "metadata[",
    ]);
    let queries = prop::collection::vec((name, query), 0..3);
    let sent = prop_oneof![
        any_json(),
        any_json().prop_map(|metadata| json!({"metadata": metadata}))
    ];
    run(
        (queries, ".{1,12}", sent),
        300,
        |runtime, client, (queries, id, sent)| {
            let escaped = |text: &str| -> String {
                text.bytes().map(|byte| format!("%{byte:02X}")).collect()
            };
            let queries: Vec<String> = queries
                .iter()
                .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
                .collect();
            let queries = queries.join("&");
            let stored = json!({"store": true, "messages": [{"role": "user", "content": id}], "metadata": sent["metadata"]});
            let kept = runtime.block_on(client.chat(&stored));
            check(&kept, &stored)?;
            let kept = kept.json()["id"].as_str().map(str::to_owned);
            for id in [kept.unwrap_or_default(), escaped(&id)] {
                for path in [
                    format!("/chat/completions?{queries}"),
                    format!("/chat/completions/{id}?{queries}"),
                    format!("/chat/completions/{id}/messages?{queries}"),
                ] {
                    check(&runtime.block_on(client.get(&path)), &json!(path))?;
                }
                let request =
                    client.request(Method::POST, &format!("/chat/completions/{id}"), AUTHORING);
                let answer = runtime.block_on(send(request.body(sent.to_string())));
                // Without an id it is the list's path, which takes no POST.
                if !id.is_empty() {
                    check(&answer, &sent)?;
                }
            }
            Ok(())
        },
    );
}
