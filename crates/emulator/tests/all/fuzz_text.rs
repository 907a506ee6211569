//! Whatever is sent to chats, text completions and stored completions: a success or an error of the caller's.

use proptest::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{AUTHORING, Response, send};
use crate::completions::PATH;
use crate::fuzz::{any_json, body};
use crate::fuzzing::{Fuzz, check, escaped};
use crate::stream::Chunks;

const STATUSES: &[u16] = &[200, 400, 404];

/// A success must be a whole stream.
fn check_stream(response: Response, sent: &Value) -> Result<(), TestCaseError> {
    check(&response, STATUSES, sent)?;
    if response.status == 200 && response.headers["content-type"] == "text/event-stream" {
        let whole = futures_util::stream::iter([Ok(response.bytes.into())]);
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
    Fuzz::new().run(250, &changed, async |client, sent| {
        check_stream(client.chat(&sent).await, &sent)
    });
}

#[test]
fn completions() {
    let numbers = prop::collection::vec(any::<u32>(), 0..4).prop_map(|tokens| json!({"prompt": tokens}));
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
    Fuzz::new().run(400, &strategy, async |client, sent| {
        check_stream(client.post(PATH, &sent).await, &sent)
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
    let strategy = (queries, ".{1,12}", sent);
    // Each sends nine requests.
    Fuzz::new().run(80, &strategy, async |client, (queries, id, sent)| {
        let queries: Vec<String> = queries
            .iter()
            .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
            .collect();
        let queries = queries.join("&");
        let stored =
            json!({"store": true, "messages": [{"role": "user", "content": id}], "metadata": sent["metadata"]});
        let kept = client.chat(&stored).await;
        check(&kept, STATUSES, &stored)?;
        let kept = kept.json()["id"].as_str().map(str::to_owned);
        for id in [kept.unwrap_or_default(), escaped(&id)] {
            for path in [
                format!("/chat/completions?{queries}"),
                format!("/chat/completions/{id}?{queries}"),
                format!("/chat/completions/{id}/messages?{queries}"),
            ] {
                check(&client.get(&path).await, STATUSES, &json!(path))?;
            }
            let path = format!("/chat/completions/{id}");
            let request = client.request(Method::POST, &path, AUTHORING);
            let response = send(request.body(sent.to_string())).await;
            // Without an id it is the list's path, which takes no POST.
            if !id.is_empty() {
                check(&response, STATUSES, &sent)?;
            }
        }
        Ok(())
    });
}
